"""Shapes: which sequences of word classes are a date, and what they say. They name no language.

A shape of the first kind (`POINTS`) puts words together: "weekday, day, of, month" is a day without a year.
A shape of the second kind (`PASSES`) puts points together: a month "of" a year, from one point to another.
Where several shapes fit, the longest is taken and, among those of one length, the first one listed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.times import calendars
from dragoman.times.classes import class_names, compile_shape
from dragoman.times.symbols import (
    Cut,
    Day,
    DayOfMonth,
    Fixed,
    Month,
    Nth,
    Range,
    Season,
    Shift,
    Symbol,
    Weekday,
    Within,
)


@dataclass(slots=True)
class Point:
    """A date expression so far. cls: its class in the grammar. mod: "since", "before", "mid" …"""

    cls: str
    symbol: Symbol | None
    rule: str
    mod: str | None = None


@dataclass(slots=True)
class Item:
    """A token with the one reading taken, or a point. start, end: in the flat text."""

    start: int
    end: int
    cls: str
    value: Any


class Found:
    """The items a shape fits, asked by class."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items

    def all(self, name: str) -> list[Any]:
        """The values of the items of class or macro `name`."""
        names = class_names(name)
        return [item.value for item in self.items if item.cls in names]

    def get(self, name: str) -> Any:
        """The value of the first item of class or macro `name`, None without one."""
        names = class_names(name)
        return next((item.value for item in self.items if item.cls in names), None)

    def has(self, name: str) -> bool:
        """Whether there is an item of class or macro `name`."""
        names = class_names(name)
        return any(item.cls in names for item in self.items)


Build = Callable[[Found], tuple[str, Symbol | None] | tuple[str, Symbol | None, str | None] | None]


@dataclass(frozen=True, slots=True)
class Shape:
    id: str
    pattern: re.Pattern[str]
    build: Build


# The class of what looks like a date and is none: its words are not read in another way.
BLOCK = "block"

_MONTH = "(month_word any_of?)? any_month"
_MONTH2 = "(month_word any_of?)? any_month (slash any_month | lparen any_month rparen | any_month)"
_YEAR = "(comma? prep? any_of? the? year_word? year era?)"


def _shape(id: str, pattern: str, build: Build) -> list[Shape]:
    """The shape, twice where it holds a month: with one name and with two names of the same month."""
    if "MONTH" not in pattern:
        return [Shape(id, compile_shape(pattern.replace("YEAR", _YEAR)), build)]
    texts = (pattern.replace("MONTH", month).replace("YEAR", _YEAR) for month in (_MONTH2, _MONTH))
    return [Shape(id, compile_shape(text), build) for text in texts]


_CALENDAR = {"month": "gregorian", "hijri": "hijri", "jalali": "jalali"}


def _month_of(found: Found) -> tuple[int, Any] | None:
    """The month and its calendar, None where two names stand for different months."""
    names = [(item.value, _CALENDAR[item.cls]) for item in found.items if item.cls in _CALENDAR]
    return names[0] if names and len(set(names)) == 1 else None


def _full_year(value: int) -> int:
    """A year written with two digits: 1930 to 2029."""
    return value if value >= 100 else value + (2000 if value < 30 else 1900)


def _year_of(found: Found) -> int | None:
    year = found.get("year")
    if year is None and found.has("two_digits"):
        year = _full_year(found.all("two_digits")[-1])
    if year is not None and found.has("era_bce"):
        return None
    return year


def _calendar_of(calendar: Any, year: int | None, found: Found) -> Any:
    """Months named alike in two calendars do not occur; an era word can only agree."""
    return calendar


def _day(found: Found) -> tuple[str, Symbol] | None:
    named = _month_of(found)
    days = found.all("day_number")
    if named is None or not days or not 1 <= days[0] <= 31:
        return None
    year = _year_of(found)
    symbol = Day(named[0], days[0], year, found.get("weekday"), found.get("any_direction"), named[1])
    if symbol.in_year(year if year is not None else 1444 if named[1] == "hijri" else 1403 if named[1] == "jalali" else 2024) is None:
        return BLOCK, symbol  # "31 June": no date, and "June" alone none either
    return ("p_day" if year is not None else "p_month_day"), symbol


def _day_of_month(found: Found) -> tuple[str, Symbol] | None:
    day = found.get("ordered")
    return ("p_any", DayOfMonth(day)) if 1 <= day <= 31 else None


def _numbered_month(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("day_digits")
    return ("p_month_year", Month(number, found.get("year"))) if number <= 12 else None


def _day_range(found: Found) -> tuple[str, Symbol] | None:
    named = _month_of(found)
    days = found.all("plain_day")
    if named is None or len(days) < 2 or not 1 <= days[0] < days[1] <= 31:
        return None
    year = _year_of(found)
    ends = [Day(named[0], day, year, calendar=named[1]) for day in days[:2]]
    return "p_range", Range(ends[0], ends[1])


def _month(found: Found) -> tuple[str, Symbol] | None:
    named = _month_of(found)
    if named is None:
        return None
    year = _year_of(found)
    if found.has("any_anaphor") or found.has("self"):
        return "p_month_year", Month(named[0], None, base="named", calendar=named[1])
    direction = found.get("any_direction")
    symbol = Month(named[0], year, direction, calendar=named[1])
    return ("p_month_year" if year is not None or direction is not None else "p_month"), symbol


def _month_range(found: Found) -> tuple[str, Symbol] | None:
    names = [item for item in found.items if item.cls in _CALENDAR]
    if len({item.cls for item in names}) != 1 or len(names) != 2 or names[0].value == names[1].value:
        return None
    if found.has("and") and not found.has("between") and names[1].value != names[0].value % 12 + 1:
        return None  # "May and October" are two dates, "July and August" is one stretch
    year = _year_of(found)
    calendar: Any = _CALENDAR[names[0].cls]
    return "p_range", Range(Month(names[0].value, None, calendar=calendar), Month(names[1].value, year, calendar=calendar))


def _weekday(found: Found) -> tuple[str, Symbol] | None:
    if found.has("any_anaphor"):
        return "p_weekday", Weekday(found.get("weekday"), found.get("any_anaphor"), base="named")
    day = found.get("plain_day")
    if day is not None and not 1 <= day <= 31:
        return None
    return ("p_weekday" if day is None else "p_day"), Weekday(found.get("weekday"), found.get("any_direction"), day=day)


def _unit(found: Found) -> tuple[str, int] | None:
    """The unit's name, and how many of it the word itself says (an Arabic dual says two)."""
    value = found.get("unit")
    return value


def _count(found: Found) -> int | None:
    """How many units; None for "a few"."""
    if found.has("few"):
        return None
    unit = found.get("unit")
    counts = found.all("count")
    number = counts[0] if counts else 1
    return int(number * unit[1])


def _in_direction(found: Found) -> tuple[str, Symbol] | None:
    unit = found.get("unit")
    direction = found.get("any_direction")
    named = found.has("the") and direction == 1 and unit[0] in ("day", "week", "month", "year")
    return _period(unit[0], direction, "named" if named and unit[0] == "day" else "published")


def _named_unit(found: Found) -> tuple[str, Symbol] | None:
    unit = found.get("unit")
    offset = found.get("any_anaphor")
    if offset is None:
        offset = found.get("self")
    return _period(unit[0], offset, "named")


def _period(unit: str, offset: int, base: Any) -> tuple[str, Symbol]:
    cls = {"day": "p_day", "week": "p_week", "year": "p_year_of"}.get(unit, "p_period")
    return cls, Shift(unit, offset, base)


def _shift(sign: int, base: Any) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None] | None:
        unit = found.get("unit")
        number = _count(found)
        if found.has("year_digits") or unit[0] in ("weekend", "half"):
            return None
        if number is None:
            return "p_any", None
        cls = "p_day" if unit[0] == "day" or base == "named" else "p_period"
        return cls, Shift(unit[0], sign * number, base, exact=base == "named")

    return build


def _stretch(found: Found) -> tuple[str, Symbol | None] | None:
    """ "The last three years": up to now. "The next two weeks": from now."""
    unit = found.get("unit")
    number = _count(found)
    direction = found.get("any_direction")
    if direction == 0 or unit[0] in ("weekend", "half"):
        return None
    if number is None:
        return "p_any", None
    ends = (Shift(unit[0], direction * number), Shift(unit[0], 0))
    return "p_range", Range(*ends) if direction < 0 else Range(ends[1], ends[0])


def _year(found: Found) -> tuple[str, Symbol] | None:
    year = found.get("year")
    if year is None:
        year = (found.all("many_digits") + found.all("two_digits") + found.all("day_digits"))[0]
        if not found.has("era") and not 100 <= year <= 999:
            return None
    if found.has("era_bce"):
        return "p_any", Fixed(None, f"{-(year - 1):05}" if year > 1 else "0000")
    if found.has("era_hijri"):
        first = Month(1, year, calendar="hijri").period(year)
        last = Month(12, year, calendar="hijri").period(year)
        return ("p_any", Fixed(calendars.Period(first.first, last.last, "range", f"{first.first}/{last.last}"))) if first and last else None
    if not 1 <= year <= 9999:
        return None
    return "p_year", Fixed(calendars.year(year))


def _year_span(found: Found) -> tuple[str, Symbol] | None:
    values = [item.value for item in found.items if isinstance(item.value, int)]
    first, last = values[0], values[1]
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 900:
        return None
    return "p_range", Fixed(calendars.years(first, last))


def _decade(found: Found) -> tuple[str, Symbol] | None:
    values = found.all("tens") + found.all("two_digits") + found.all("cardinal")
    first = values[0]
    if first < 100:
        if first % 10 or first < 20:
            return None
        first += 1900
    return "p_period", Fixed(calendars.years(first, first + 9, "decade"))


def _century(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("ordered")
    if number is None:
        number = found.get("day_digits")
    if not 1 <= number <= 22:
        return None
    if found.has("era_bce"):
        return "p_any", Fixed(None, f"{-(number * 100 - 1):05}/{-((number - 1) * 100):05}")
    return "p_period", Fixed(calendars.years(number * 100 - 99, number * 100, "century"))


def _quarter(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("ordered")
    if number is None:
        number = found.get("day_digits")
    half = found.has("half_word") or found.get("quarter_mark") == "half"
    if not 1 <= number <= (2 if half else 4):
        return None
    year = found.get("year")
    of: Symbol = Fixed(calendars.year(year)) if year is not None else Shift("year", 0)
    return "p_period", Nth(number, "half" if half else "quarter", of)


def _season(found: Found) -> tuple[str, Symbol] | None:
    year = found.get("year")
    if found.has("any_anaphor"):
        return "p_period", Season(found.get("season"), base="named")
    if year is None and not found.has("any_direction"):
        return "p_season", Season(found.get("season"))
    return "p_period", Season(found.get("season"), year, found.get("any_direction"))


def _relative(found: Found) -> tuple[str, Symbol]:
    return "p_day", Shift("day", found.get("relative_day"))


def _named_part(found: Found) -> tuple[str, Symbol] | None:
    offset = found.get("any_anaphor")
    if offset is None:
        offset = found.get("self")
    if offset is None:
        offset = found.get("any_direction")
        return "p_day", Shift("day", offset if offset >= 0 else -1)
    return "p_day", Shift("day", offset, "named")


def _week_number(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("day_digits") or found.get("two_digits")
    year = found.get("year")
    if not 1 <= number <= 53:
        return None
    return "p_period", Nth(number, "week", Fixed(calendars.year(year)) if year is not None else Shift("year", 0))


def _after_next(found: Found) -> tuple[str, Symbol] | None:
    unit, direction = found.get("unit"), found.get("any_direction")
    if direction == 0 or (direction > 0) != found.has("after"):
        return None
    return _period(unit[0], 2 * direction, "published")


POINTS: list[Shape] = [
    *_shape("day_month_year", "(day_word? weekday comma? prep? | direction)? corresponding? (the? day_word)? the? day_number (dot | dash | slash)? any_of? the? MONTH dot? (YEAR | (dash | slash) year | comma? apostrophe? two_digits)?", _day),
    *_shape("month_day_year", "(day_word? weekday comma?)? direction? MONTH dot? (comma | slash | dash)? the? (plain_day (comma? any_of? (year | apostrophe? two_digits))? | cardinal (comma? any_of? year)?)", _day),
    *_shape("day_of_month", "prep the? (day_ordinal | ordinal)", _day_of_month),
    *_shape("month_slash_year", "day_digits slash year | year slash day_digits", _numbered_month),
    *_shape("year_month_day", "year (slash | dash | comma)? MONTH (slash | dash)? (day_digits | day_ordinal)", _day),
    *_shape("days_of_month", "any_from? the? plain_day (any_to | and) the? plain_day any_of? MONTH YEAR?", _day_range),
    *_shape("days_between", "between the? plain_day (and | dash) the? plain_day any_of? MONTH YEAR?", _day_range),
    *_shape("month_days", "any_from? MONTH dot? the? plain_day (any_to | and) the? plain_day (comma? year)?", _day_range),
    *_shape("month_days_between", "MONTH between plain_day and plain_day", _day_range),
    *_shape("month_year", "MONTH dot? (YEAR | (dash | slash) year | apostrophe two_digits)", _month),
    *_shape("year_month", "year (slash | dash | comma)? MONTH", _month),
    *_shape("month_directed", "the? direction MONTH", _month),
    *_shape("month_directed_after", "MONTH direction_after", _month),
    *_shape("month_named", "any_anaphor MONTH", _month),
    *_shape("month", "MONTH", _month),
    *_shape("months_span", "any_from? any_month dot? (any_to | and) any_month YEAR?", _month_range),
    *_shape("months_between", "between any_month and any_month YEAR?", _month_range),
    *_shape("weekday_day", "day_word? weekday comma? prep? the? plain_day", _weekday),
    *_shape("weekday", "day_word? weekday dot?", _weekday),
    *_shape("weekday_directed", "the? direction day_word? weekday | day_word? weekday direction_after", _weekday),
    *_shape("weekday_named", "anaphor day_word? weekday", _weekday),
    *_shape("relative_day", "day_word? relative_day", _relative),
    *_shape("unit_directed", "the? direction unit | the? unit direction_after", _in_direction),
    *_shape("unit_named", "the? any_anaphor unit | the? unit (any_anaphor | self)", _named_unit),
    *_shape("unit_that", "that_unit", lambda found: _period(found.get("that_unit"), 0, "named")),
    *_shape("part_named", "any_anaphor part | part (any_anaphor | self) | direction part", _named_part),
    *_shape("units_ago", "about? (count | few | count few)? unit ago | ago about? (count | few)? unit", _shift(-1, "published")),
    *_shape("before_units", "before about? (count | few)? unit", _shift(-1, "published")),
    *_shape("units_hence", "within (count | few) unit | (count | few) unit hence | the? unit hence", _shift(1, "published")),
    *_shape("units_later", "(count | few)? unit (later | after) | the unit after", _shift(1, "named")),
    *_shape("after_units", "after (count | few)? unit", _shift(1, "named")),
    *_shape("units_earlier", "(count | few)? unit earlier | (count | few) unit before | the unit before", _shift(-1, "named")),
    *_shape("stretch", "the? direction (count | few) unit | the? (count | few)? unit direction_after", _stretch),
    *_shape("year", "(the? year_word any_of?)? year era?", _year),
    *_shape("year_small", "year_word (many_digits | two_digits) era? | (many_digits | two_digits | day_digits | year) era", _year),
    *_shape("year_span", "(the? year_word)? year (dash | slash) (year | two_digits | day_digits)", _year_span),
    *_shape("years_from_to", "any_from the? year_word? year any_to the? year_word? year | between the? year_word? year and year", _year_span),
    *_shape("decade", "the? (year_word | decade_word)? any_of? tens | the? decade_word (two_digits | cardinal)", _decade),
    *_shape("century", "the? ordered century_word era? | the? century_word (ordered | day_digits) era?", _century),
    *_shape("quarter", "the? ordered (quarter_word | half_word) (any_of? year_word? year)? | (quarter_word | half_word) ordered (any_of? year_word? year)? | quarter_mark day_digits (any_of? dash? year)? | year dash? quarter_mark day_digits", _quarter),
    *_shape("week_number", "the? week_word (day_digits | two_digits) (any_of? year_word? year)?", _week_number),
    *_shape("after_next", "the? unit after direction | the? unit before direction", _after_next),
    *_shape("season_year", "the? season (any_of | prep)? year_word? year", _season),
    *_shape("season_directed", "the? direction season | the? season direction_after | any_anaphor season | season any_anaphor", _season),
    *_shape("season", "season", _season),
]  # fmt: skip


def _within(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    inner, outer = parts[0], parts[1]
    if inner.symbol is None or outer.symbol is None:
        return None
    cls = "p_month_year" if inner.cls == "p_month" else "p_day" if inner.cls in class_names("p_days") else "p_period"
    return cls, Within(inner.symbol, outer.symbol), inner.mod or outer.mod


def _within_year_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return "p_month_year" if parts[1].cls == "p_month" else "p_day", Within(parts[1].symbol, parts[0].symbol), parts[1].mod


def _within_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return "p_day", Within(parts[1].symbol, parts[0].symbol), None


def _nth(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_point")
    n = found.get("ordered")
    if n is None:
        n = found.get("any_direction")
    if of is None or of.symbol is None:
        return None
    weekday = found.get("weekday")
    if weekday is None:
        inner = found.all("p_weekday")
        shifts = [p for p in found.all("p_point") if isinstance(p.symbol, Shift)]
        if n is None and not inner and shifts and shifts[0] is of:
            return _nth_shift(found.all("p_point"))
        if inner and isinstance(inner[0].symbol, Weekday):
            if inner[0].symbol.direction is not None:
                n = inner[0].symbol.direction
            weekday = inner[0].symbol.weekday
            of = next(p for p in found.all("p_point") if p is not inner[0])
    if n is None:
        return None
    if weekday is not None:
        return "p_day", Nth(n, "weekday", of.symbol, weekday)
    unit = found.get("unit")
    if unit is None:
        return None
    cls = {"day": "p_day", "week": "p_week"}.get(unit[0], "p_period")
    return cls, Nth(n, unit[0], of.symbol)


def _nth_shift(points: list[Point]) -> tuple[str, Symbol] | None:
    """ "The last week of 2015": read as "last week" at first, but a whole follows of which it is the last."""
    inner, whole = points[0], points[-1]
    shift = inner.symbol
    if whole is inner or not isinstance(shift, Shift) or whole.symbol is None or shift.base != "published" or shift.count != -1:
        return None
    return inner.cls, Nth(-1, shift.unit, whole.symbol)


def _week_of(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_days")
    return ("p_week", Shift("week", 0, "named", of.symbol)) if of.symbol is not None else None


def _first_units(found: Found) -> tuple[str, Symbol] | None:
    """ "The last four months of 2021": from the n-th to the last unit of a whole."""
    of = found.get("p_point")
    n = found.get("ordered") if found.has("ordered") else found.get("any_direction")
    unit, number = found.get("unit"), _count(found)
    if of.symbol is None or number is None or n not in (1, -1):
        return None
    ends = (1, number) if n == 1 and found.has("ordered") else (-number, -1)
    return "p_range", Range(Nth(ends[0], unit[0], of.symbol), Nth(ends[1], unit[0], of.symbol))


def _of_month(found: Found) -> tuple[str, Symbol] | None:
    """ "The first Monday of the month": the month of publication."""
    n = found.get("ordered")
    if n is None:
        n = found.get("any_direction")
    unit = found.all("unit")
    of = Shift(unit[-1][0], 0)
    inner = found.get("p_weekday")
    if inner is not None and isinstance(inner.symbol, Weekday):
        if inner.symbol.direction is not None:
            n = inner.symbol.direction
        return ("p_day", Nth(n, "weekday", of, inner.symbol.weekday)) if n is not None else None
    return None if n is None else ("p_period", Nth(n, unit[0][0], of))


def _cut(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    edge = found.get("edge")
    of = found.get("p_point") or found.get("p_range")
    if of is None:
        unit = found.get("unit")
        base: Any = "published"
        of = Point("p_period", Shift(unit[0], 0, base), "unit")
    if of.symbol is None:
        return None
    days = of.cls in class_names("p_days")
    mod = {"start": "start", "mid": "mid", "end": "end"}.get(edge)
    symbol = of.symbol if days or mod is None else Cut(of.symbol, edge)
    return of.cls, symbol, of.mod if days else mod or of.mod


def _cut_unit(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    unit = found.get("unit")
    if unit[0] not in ("month", "year", "week", "day", "quarter", "decade", "century"):
        return None
    cls, symbol = _period(unit[0], 0, "published")
    edge = found.get("edge")
    if unit[0] == "day":
        return (cls, symbol, None) if edge in ("earlier", "later") else None
    mod = edge if edge in ("start", "mid", "end") else None
    return cls, Cut(symbol, edge) if mod else symbol, mod


def _part_of_day(found: Found) -> tuple[str, Symbol | None, str | None]:
    point = found.get("p_days")
    return point.cls, point.symbol, point.mod


def _merge(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    """Two names of one day side by side: "today, Wednesday", "yesterday (Monday)", "Saturday 15 Muharram"."""
    points = [p for p in found.all("p_days")]
    first, second = points[0], points[1]
    if isinstance(first.symbol, Weekday) and isinstance(second.symbol, Day):
        if second.symbol.weekday is None and first.symbol.day is None and first.symbol.base == "published":
            day = second.symbol
            merged = Day(day.month, day.day, day.year, first.symbol.weekday, day.direction, day.calendar)
            return second.cls, merged, None
        return None
    relative = [p for p in points if isinstance(p.symbol, Shift) and p.symbol.of is None and p.symbol.base == "published"]
    if len(relative) == 1 and isinstance((second if relative[0] is first else first).symbol, Weekday | Day):
        return "p_day", relative[0].symbol, None
    return None


def _range(found: Found) -> tuple[str, Symbol, str | None] | None:
    points = [item.value for item in found.items if isinstance(item.value, Point)]
    first, last = points[0], points[1]
    if first.symbol is None or last.symbol is None or last.mod in ("since", "before", "after"):
        return None
    days, coarse = class_names("p_days"), class_names("p_months")
    if found.has("and") and not found.has("between") and not (first.cls == last.cls and first.cls in coarse):
        return None
    opened = found.has("any_from") or found.has("between")
    if opened and first.cls in days and last.cls in coarse:
        return "p_range", Range(first.symbol, last.symbol), None
    if first.cls in days and last.cls not in days or last.cls in days and first.cls not in days:
        return None
    return "p_range", Range(first.symbol, last.symbol), first.mod if first.mod == last.mod else None


def _night(found: Found) -> tuple[str, Symbol, str | None] | None:
    points = found.all("p_days")
    if points[0].symbol is None or points[1].symbol is None:
        return None
    return "p_range", Range(points[0].symbol, points[1].symbol), None


def _days_of_period(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_point")
    days = found.all("plain_day")
    symbol = of.symbol
    if not (isinstance(symbol, Shift) and symbol.unit == "month" and 1 <= days[0] <= 31):
        return None
    if len(days) == 1:
        return "p_day", Nth(days[0], "day", symbol)
    return ("p_range", Range(Nth(days[0], "day", symbol), Nth(days[1], "day", symbol))) if days[0] < days[1] <= 31 else None


def _from_point(sign: int) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None] | None:
        unit = found.get("unit")
        of = [item.value for item in found.items if isinstance(item.value, Point)][0]
        number = _count(found)
        if number is None or of.symbol is None:
            return "p_any", None
        return "p_period" if of.cls not in class_names("p_days") else "p_day", Shift(unit[0], sign * number, "named", of.symbol, True)

    return build


def _open(mod: str) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None, str | None] | None:
        point = next(item.value for item in found.items if isinstance(item.value, Point))
        symbol = point.symbol
        if mod == "before" and isinstance(symbol, Cut) and symbol.edge == "end":
            return "p_day", Nth(-1, "day", symbol.of), mod  # "by the end of September": its last day is the limit
        return "p_any", symbol, mod

    return build


PASSES: list[list[Shape]] = [
    [
        *_shape("merged", "p_weekday comma? corresponding? p_month_day | p_days comma? (lparen p_days rparen | p_days)", _merge),
    ],
    [
        *_shape("night", "the? part any_of? the? p_days prep the? p_days", _night),
        *_shape("part_of_day", "(the? part any_of? prep? the?)+ p_days (part | prep the? part)? | (edge part? prep?)* p_days comma? (part | prep the? part)", _part_of_day),
    ],
    [
        *_shape("within_year", "(p_month_day | p_month | p_season) comma? any_of? prep? p_year_of | (p_month | p_month_day | p_season) any_of? p_year", _within),
        *_shape("within_year_back", "p_year_of comma? prep? (p_month | p_month_day | p_season)", _within_year_back),
        *_shape("within_week", "p_weekday comma? any_of? (from | prep)? p_week", _within),
        *_shape("within_week_back", "p_week comma? prep? p_weekday", _within_back),
        *_shape("nth", "the? (ordered | direction) (unit | p_weekday) (any_of | prep)? the? p_point | p_weekday ordered any_of p_point", _nth),
        *_shape("nth_last", "(p_weekday | p_week | p_day | p_period) (any_of | prep) the? (p_months | p_years | p_period)", _nth),
        *_shape("week_of", "the? week_word any_of? the? p_days", _week_of),
        *_shape("first_units", "the? (ordered | direction) count unit (any_of | prep) p_point", _first_units),
        *_shape("nth_unit", "the? unit (ordered | any_direction) (any_of | prep) p_point", _nth),
        *_shape("nth_of_this", "the? (ordered p_weekday | p_weekday | ordered unit) (any_of | prep) the? month_word", _of_month),
    ],
    [
        *_shape("cut", "(edge dash? prep?) any_of? the? (p_point | p_range)", _cut),
        *_shape("cut_unit", "edge any_of? prep? the? unit", _cut_unit),
        *_shape("days_of_period", "any_from? plain_day (any_to plain_day)? (any_of | prep)? p_period | between plain_day and plain_day (any_of | prep)? p_period", _days_of_period),
    ],
    [
        *_shape("after_point", "(count | few)? unit after p_point", _from_point(1)),
        *_shape("from_point", "count unit from p_point", _from_point(1)),
        *_shape("before_point", "(count | few)? unit before p_point", _from_point(-1)),
    ],
    [
        *_shape("range", "any_from? p_point any_to the? p_point | between p_point and p_point | p_point and p_point", _range),
    ],
    [
        *_shape("since", "since the? (p_point | p_range | p_any)", _open("since")),
        *_shape("before", "(before | any_until) the? (p_point | p_range)", _open("before")),
        *_shape("after", "after the? (p_point | p_range)", _open("after")),
        *_shape("about", "about (p_point | p_range)", _open("about")),
    ],
]  # fmt: skip
