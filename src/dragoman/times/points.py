"""Points: the shapes that put words together into a date: days, months, years, units counted from
somewhere."""

from typing import Any

from dragoman.times import calendars
from dragoman.times.fields import Day, DayOfMonth, Month, Season, Weekday
from dragoman.times.shapes import BLOCK, Build, Found, Shape, shape
from dragoman.times.symbols import Fixed, Nth, Range, Shift, Symbol

_CALENDAR = {"month": "gregorian", "hijri": "hijri", "jalali": "jalali"}


def _month_of(found: Found) -> tuple[int, Any] | None:
    """The month and its calendar, None where two names stand for different months."""
    names = [(item.value, _CALENDAR[item.cls]) for item in found.items if item.cls in _CALENDAR]
    return names[0] if names and len(set(names)) == 1 else None


def _full_year(value: int) -> int:
    """A year written with two digits: 1930 to 2029."""
    return value if value >= 100 else value + (2000 if value < 30 else 1900)


def _year_of(found: Found) -> int | None:
    year: int | None = found.get("year")
    if year is None and found.has("two_digits"):
        year = _full_year(found.all("two_digits")[-1])
    if year is not None and found.has("era_bce"):
        return None
    return year


def _day(found: Found) -> tuple[str, Symbol] | None:
    named = _month_of(found)
    days = found.all("day_number")
    if named is None or not days or not 1 <= days[0] <= 31:
        return None
    if found.has("era_bce"):
        number = (found.all("year") + found.all("two_digits") + found.all("many_digits"))[-1:]
        return ("p_any", Fixed(None, f"{-(number[0] - 1):05}-{named[0]:02}-{days[0]:02}")) if number else None
    year = _year_of(found)
    symbol = Day(named[0], days[0], year, found.get("weekday"), found.get("any_direction"), named[1])
    if (
        symbol.in_year(
            year
            if year is not None
            else 1444
            if named[1] == "hijri"
            else 1403
            if named[1] == "jalali"
            else 2024
        )
        is None
    ):
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
    return "p_range", Range(
        Month(names[0].value, None, calendar=calendar), Month(names[1].value, year, calendar=calendar)
    )


def _weekday(found: Found) -> tuple[str, Symbol] | None:
    if found.has("any_anaphor"):
        return "p_weekday", Weekday(found.get("weekday"), found.get("any_anaphor"), base="named")
    day = found.get("plain_day")
    if day is not None and not 1 <= day <= 31:
        return None
    return ("p_weekday" if day is None else "p_day"), Weekday(
        found.get("weekday"), found.get("any_direction"), day=day
    )


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


def _in_direction(found: Found) -> tuple[str, Symbol | None] | None:
    unit = found.get("unit")
    direction = found.get("any_direction")
    if unit[1] == 0 and unit[0] not in ("weekend",):
        return "p_any", None  # "the past years"
    named = found.has("the") and direction == 1 and unit[0] in ("day", "week", "month", "year")
    return period(unit[0], direction, "named" if named and unit[0] == "day" else "published")


def _named_unit(found: Found) -> tuple[str, Symbol] | None:
    unit = found.get("unit")
    offset = found.get("any_anaphor")
    if offset is None:
        offset = found.get("self")
    return period(unit[0], offset, "named")


def period(unit: str, offset: int, base: Any) -> tuple[str, Symbol]:
    cls = {"day": "p_day", "week": "p_week", "year": "p_year_of"}.get(unit, "p_period")
    return cls, Shift(unit, offset, base)


def _shift(sign: int, base: Any) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None] | None:
        unit = found.get("unit")
        number = count(found)
        if number is not None and unit[0] in ("decade", "century"):
            unit, number = ("year", 1), number * (10 if unit[0] == "decade" else 100)
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
    number = count(found)
    direction = found.get("any_direction")
    if direction == 0 or unit[0] in ("weekend", "half"):
        return None
    if found.has("direction_after") and unit[1] == 1 and number != 1:
        return None  # "from 4 to 23 of the month past"
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
        return (
            ("p_any", Fixed(calendars.Period(first.first, last.last, "range", f"{first.first}/{last.last}")))
            if first and last
            else None
        )
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
    if year is None and found.has("half_word"):
        return None  # of a match, mostly
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
    return "p_period", Nth(
        number, "week", Fixed(calendars.year(year)) if year is not None else Shift("year", 0)
    )


def _after_next(found: Found) -> tuple[str, Symbol] | None:
    unit, direction = found.get("unit"), found.get("any_direction")
    if direction == 0 or (direction > 0) != found.has("any_after"):
        return None
    return period(unit[0], 2 * direction, "published")


POINTS: list[Shape] = [
    *shape(
        "day_month_year",
        "(day_word? weekday comma? prep? | direction)? corresponding? (the? day_word)? the? day_number (dot | dash | slash)? any_of? the? MONTH dot? (direction_after | YEAR | (dash | slash) year | comma? apostrophe? two_digits)?",
        _day,
    ),
    *shape(
        "month_day_year",
        "(day_word? weekday comma?)? direction? MONTH dot? (comma | slash | dash)? the? (plain_day "
        "(comma? any_of? (year | apostrophe? two_digits))? | cardinal (comma? any_of? year)?)",
        _day,
    ),
    *shape("day_of_month", "prep the? (day_ordinal | ordinal)", _day_of_month),
    *shape("month_slash_year", "day_digits slash year | year slash day_digits", _numbered_month),
    *shape(
        "year_month_day",
        "year (slash | dash | comma)? MONTH (slash | dash)? (day_digits | day_ordinal)",
        _day,
    ),
    *shape(
        "days_of_month",
        "any_from? the? plain_day (any_to | and) the? plain_day any_of? MONTH YEAR?",
        _day_range,
    ),
    *shape(
        "days_between",
        "between the? plain_day (and | dash) the? plain_day any_of? MONTH YEAR?",
        _day_range,
    ),
    *shape(
        "month_days",
        "any_from? MONTH dot? the? plain_day (any_to | and) the? plain_day (comma? year)?",
        _day_range,
    ),
    *shape("month_days_between", "MONTH between plain_day and plain_day", _day_range),
    *shape("month_year", "MONTH dot? (YEAR | (dash | slash) year | apostrophe two_digits)", _month),
    *shape("year_month", "year (slash | dash | comma)? MONTH", _month),
    *shape("month_directed", "the? direction MONTH", _month),
    *shape("month_directed_after", "MONTH direction_after", _month),
    *shape("month_named", "any_anaphor MONTH", _month),
    *shape("month", "MONTH", _month),
    *shape("months_span", "any_from? any_month dot? (any_to | and) any_month YEAR?", _month_range),
    *shape("months_between", "between any_month and any_month YEAR?", _month_range),
    *shape("weekday_day", "day_word? weekday comma? the? plain_day", _weekday),
    *shape("weekday", "day_word? weekday dot?", _weekday),
    *shape(
        "weekday_directed",
        "the? direction day_word? weekday | day_word? weekday direction_after",
        _weekday,
    ),
    *shape("weekday_named", "anaphor day_word? weekday", _weekday),
    *shape("relative_day", "day_word? relative_day", _relative),
    *shape("unit_directed", "the? direction unit | the? unit direction_after", _in_direction),
    *shape("unit_named", "the? any_anaphor unit | the? unit (any_anaphor | self)", _named_unit),
    *shape("unit_that", "that_unit", lambda found: period(found.get("that_unit"), 0, "named")),
    *shape("named_day", "named_day", lambda found: period("day", found.get("named_day"), "named")),
    *shape("part_named", "any_anaphor part | part (any_anaphor | self) | direction part", _named_part),
    *shape(
        "units_ago",
        "about? (count | few | count few)? unit ago | ago about? (count | few)? unit",
        _shift(-1, "published"),
    ),
    *shape("before_units", "before_ago about? (count | few)? unit", _shift(-1, "published")),
    *shape(
        "units_hence",
        "within (count | few) unit | (count | few) unit hence | the? unit hence",
        _shift(1, "published"),
    ),
    *shape("units_later", "(count | few)? unit (later | any_after) | the unit any_after", _shift(1, "named")),
    *shape("after_units", "after_in (count | few)? unit", _shift(1, "named")),
    *shape(
        "units_earlier",
        "(count | few)? unit earlier | (count | few) unit any_before | the unit any_before",
        _shift(-1, "named"),
    ),
    *shape(
        "stretch",
        "the? direction (count | few) unit | the? (count | few)? unit direction_after | the? unit count direction_after",
        _stretch,
    ),
    *shape("year", "(the? year_word any_of?)? year era?", _year),
    *shape(
        "year_small",
        "year_word (many_digits | two_digits) era? | (many_digits | two_digits | day_digits | year) era",
        _year,
    ),
    *shape("year_span", "(the? year_word)? year (dash | slash) (year | two_digits | day_digits)", _year_span),
    *shape(
        "years_from_to",
        "any_from the? year_word? year any_to the? year_word? year | between the? year_word? year and year",
        _year_span,
    ),
    *shape(
        "decade",
        "the? (year_word | decade_word)? any_of? tens year_word? | the? (decade_word | decade_mark) (two_digits | cardinal)",
        _decade,
    ),
    *shape(
        "century",
        "the? ordered century_word era? | the? century_word (ordered | day_digits) era?",
        _century,
    ),
    *shape(
        "quarter",
        "the? ordered (quarter_word | half_word) (any_of? year_word? year)? | (quarter_word | "
        "half_word) ordered (any_of? year_word? year)? | quarter_mark day_digits (any_of? dash? "
        "year)? | year dash? quarter_mark day_digits",
        _quarter,
    ),
    *shape(
        "week_number",
        "the? week_word (day_digits | two_digits) (any_of? year_word? year)?",
        _week_number,
    ),
    *shape("after_next", "the? unit any_after direction | the? unit any_before direction", _after_next),
    *shape("season_year", "the? season (any_of | prep)? year_word? year", _season),
    *shape(
        "season_directed",
        "the? direction season | the? season direction_after | any_anaphor season | season any_anaphor",
        _season,
    ),
    *shape("season", "prep the season", _season),
]
