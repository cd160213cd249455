"""Days: days, months and weekdays as the words name them."""

from typing import Any

from dragoman.times.fields import Day, DayOfMonth, Month, Weekday
from dragoman.times.shapes import BLOCK, Found
from dragoman.times.symbols import Fixed, Range, Symbol
from dragoman.times.years import counts_years, year_of

_CALENDAR = {"month": "gregorian", "hijri": "hijri", "jalali": "jalali"}


def month_of(found: Found) -> tuple[int, Any] | None:
    """The month and its calendar, None where two names stand for different months."""
    names = [(item.value, _CALENDAR[item.cls]) for item in found.items if item.cls in _CALENDAR]
    return names[0] if names and len(set(names)) == 1 else None


def day_(found: Found) -> tuple[str, Symbol] | None:
    named = month_of(found)
    days = found.all("day_number")
    if named is None or not days or not 1 <= days[0] <= 31:
        return None
    if found.has("era_bce"):
        number = (found.all("year") + found.all("two_digits") + found.all("many_digits"))[-1:]
        return ("p_any", Fixed(None, f"{-(number[0] - 1):05}-{named[0]:02}-{days[0]:02}")) if number else None
    year = year_of(found)
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


def day_of_month(found: Found) -> tuple[str, Symbol] | None:
    day = found.get("ordered")
    return ("p_day_only", DayOfMonth(day)) if 1 <= day <= 31 else None


def numbered_month(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("day_digits")
    return ("p_month_year", Month(number, found.get("year"))) if number <= 12 else None


def day_range(found: Found) -> tuple[str, Symbol] | None:
    named = month_of(found)
    days = found.all("plain_day")
    if named is None or len(days) < 2 or not 1 <= days[0] < days[1] <= 31:
        return None
    year = year_of(found)
    ends = [Day(named[0], day, year, calendar=named[1]) for day in days[:2]]
    return "p_range", Range(ends[0], ends[1])


def month_(found: Found) -> tuple[str, Symbol] | None:
    if counts_years(found):
        return None
    named = month_of(found)
    if named is None:
        return None
    year = year_of(found)
    if found.has("any_anaphor") or found.has("self"):
        return "p_month_year", Month(named[0], None, base="named", calendar=named[1])
    direction = found.get("any_direction")
    symbol = Month(named[0], year, direction, calendar=named[1])
    return ("p_month_year" if year is not None or direction is not None else "p_month"), symbol


def month_range(found: Found) -> tuple[str, Symbol] | None:
    names = [item for item in found.items if item.cls in _CALENDAR]
    if len({item.cls for item in names}) != 1 or len(names) != 2 or names[0].value == names[1].value:
        return None
    if found.has("and") and not found.has("between") and names[1].value != names[0].value % 12 + 1:
        return None  # "May and October" are two dates, "July and August" is one stretch
    year = year_of(found)
    calendar: Any = _CALENDAR[names[0].cls]
    return "p_range", Range(
        Month(names[0].value, None, calendar=calendar), Month(names[1].value, year, calendar=calendar)
    )


def weekday_(found: Found) -> tuple[str, Symbol] | None:
    if found.has("any_anaphor"):
        return "p_weekday", Weekday(found.get("weekday"), found.get("any_anaphor"), base="named")
    day = found.get("plain_day")
    if day is not None and not 1 <= day <= 31:
        return None
    return ("p_weekday" if day is None else "p_day"), Weekday(
        found.get("weekday"), found.get("any_direction"), day=day
    )
