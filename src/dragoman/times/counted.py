"""Counted: units counted from the publication day or from the last date named: ago, later, last, that."""

from typing import Any

from dragoman.times import calendars
from dragoman.times.fields import Weekday
from dragoman.times.shapes import Build, Found
from dragoman.times.symbols import Fixed, Nth, Range, Shift, Symbol


def count(found: Found) -> int | None:
    """How many units; None for "a few"."""
    if found.has("few"):
        return None
    unit = found.get("unit")
    counts = found.all("count")
    if not counts and not unit[1]:
        return None  # "years ago"
    total: int = (counts[0] if counts else 1) * (unit[1] or 1)
    return total


def in_direction(found: Found) -> tuple[str, Symbol | None] | None:
    unit = found.get("unit")
    direction = found.get("any_direction")
    if unit[1] == 0 and unit[0] not in ("weekend",):
        return "p_any", None  # "the past years"
    if unit[1] == 2 and direction:  # "the past fortnight"
        near = (
            direction if direction > 0 or unit[0] in ("week", "decade") else 0
        )  # "the past two years" reach up to now
        ends = Shift(unit[0], near), Shift(unit[0], 2 * direction)
        return "p_range", Range(*(ends if direction > 0 else ends[::-1]))
    named = found.has("the") and direction == 1 and unit[0] in ("day", "week", "month", "year")
    return period(unit[0], direction, "named" if named and unit[0] == "day" else "published")


def named_unit(found: Found) -> tuple[str, Symbol] | None:
    unit = found.get("unit")
    offset = found.get("any_anaphor")
    if offset is None:
        offset = found.get("self")
    return period(unit[0], offset, "named")


def period(unit: str, offset: int, base: Any) -> tuple[str, Symbol]:
    cls = {"day": "p_day", "week": "p_week", "year": "p_year_of"}.get(unit, "p_period")
    return cls, Shift(unit, offset, base)


def shift(sign: int, base: Any) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None] | None:
        unit = found.get("unit")
        number = count(found)
        if number is not None and unit[0] in ("decade", "century"):
            unit, number = ("year", 1), number * (10 if unit[0] == "decade" else 100)
        if found.has("year_digits") or unit[0] in ("weekend", "half"):
            return None
        if number is None:
            return "p_any", None
        exact = base == "named" or found.has("hence")  # "two weeks from today" is a day
        cls = (
            "p_day" if unit[0] == "day" or base == "named" else "p_week" if unit[0] == "week" else "p_period"
        )
        return cls, Shift(unit[0], sign * number, base, exact=exact)

    return build


def stretch(found: Found) -> tuple[str, Symbol | None] | None:
    """ "The last three years": up to now. "The next two weeks": from now."""
    unit = found.get("unit")
    number = count(found)
    direction = found.get("any_direction")
    if direction == 0 or unit[0] in ("weekend", "half"):
        return None
    if found.has("direction_after") and unit[1] == 1 and number != 1:
        return None  # "from 4 to 23 of the month past"
    counted_first = found.items[-2].cls == "direction" and len(found.all("count")) > 0
    if counted_first and unit[1]:
        return None  # "the 20 next month"; but "les deux dernières années"
    if number is None:
        return "p_any", None
    size = {"decade": 10, "century": 100}.get(unit[0])
    if size is not None:
        unit, number = ("year", 1), number * size
    if unit[0] == "quarter":  # whole ones
        ends = Shift("quarter", direction * number), Shift("quarter", direction)
    else:
        ends = Shift(unit[0], direction * number), Shift(unit[0], 0)
    return "p_range", Range(*ends) if direction < 0 else Range(ends[1], ends[0])


def relative(found: Found) -> tuple[str, Symbol]:
    return "p_day", Shift("day", found.get("relative_day"))


def named_part(found: Found) -> tuple[str, Symbol] | None:
    offset = found.get("any_anaphor")
    if offset is None:
        offset = found.get("self")
    if offset is None:
        offset = found.get("any_direction")
        return "p_day", Shift("day", offset if offset >= 0 else -1)
    return "p_day", Shift("day", offset, "named")


def compound(sign: int) -> Build:
    """ "1 month and 21 days ago": the day, or the month where the words count months alone."""

    def build(found: Found) -> tuple[str, Symbol | None] | None:
        units = [unit[0] for unit in found.all("unit")]
        counts = found.all("count")
        if len(units) != len(counts) or not set(units) <= {"day", "week", "month", "year"}:
            return None
        sizes = {"day": 0, "week": 1, "month": 2, "year": 3}
        if [sizes[u] for u in units] != sorted({sizes[u] for u in units}, reverse=True):
            return None
        if units == ["year", "month"]:
            return "p_period", Shift("month", sign * (12 * counts[0] + counts[1]))
        symbol: Symbol = Shift("day", 0)
        for unit, number in zip(units, counts, strict=True):
            symbol = Shift(unit, sign * number, "named", symbol, exact=True)
        return "p_day", symbol

    return build


def after_next(found: Found) -> tuple[str, Symbol] | None:
    unit, direction = found.get("unit"), found.get("any_direction")
    if direction == 0 or (direction > 0) != found.has("any_after"):
        return None
    if found.has("weekday"):
        return "p_weekday", Weekday(found.get("weekday"), 2 * direction)
    return period(unit[0], 2 * direction, "published")


def named_day(found: Found) -> tuple[str, Symbol | None] | None:
    """The day before or after the one named; with a count before it, so many days."""
    offset = found.get("named_day")
    if found.has("few") and offset:
        return "p_any", None
    number = found.get("count")
    if number is None:
        return period("day", offset, "named")
    return ("p_day", Shift("day", offset * number, "named", exact=True)) if offset else None


def week_number(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("day_digits") or found.get("two_digits")
    year = found.get("year")
    if not 1 <= number <= 53:
        return None
    return "p_period", Nth(
        number, "week", Fixed(calendars.year(year)) if year is not None else Shift("year", 0)
    )
