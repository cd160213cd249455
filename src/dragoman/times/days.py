"""Days: days, months and weekdays as the words name them."""

import re
from typing import Any

from dragoman.times.fields import Day, DayOfMonth, Month, Weekday
from dragoman.times.shapes import BLOCK, Build, Found
from dragoman.times.symbols import Fixed, Nth, Range, Symbol
from dragoman.times.years import counts_years, year_of

_COUNTED_YEARS = frozenset({"year_digits", "two_digits", "many_digits", "day_digits"})
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
        number = [item.value for item in found.items if item.cls in _COUNTED_YEARS][-1:]
        return ("p_any", Fixed(None, f"{-(number[0] - 1):05}-{named[0]:02}-{days[0]:02}")) if number else None
    year = year_of(found)
    if named[1] == "jalali" and year is not None and found.has("two_digits"):
        year = 1300 + year % 100
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


def day_month_short(found: Found) -> tuple[str, Symbol] | None:
    """ "14 April 15": a year of two digits that could be a day."""
    named, days = month_of(found), found.all("plain_day")
    if named is None or named[1] != "gregorian" or len(days) != 2:
        return None
    symbol = Day(named[0], days[0], 2000 + days[1])
    return ("p_day", symbol) if symbol.in_year(2000 + days[1]) else None


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
    if found.has("night_to") and days[1] != days[0] + 1:
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
    if named[1] == "jalali" and year is not None and found.has("two_digits"):
        year = 1300 + year % 100
    if found.has("any_anaphor") or found.has("self"):
        return "p_month_year", Month(named[0], None, base="named", calendar=named[1])
    direction = found.get("any_direction")
    symbol = Month(named[0], year, direction, calendar=named[1])
    return ("p_month_year" if year is not None or direction is not None else "p_month"), symbol


def month_half(found: Found) -> tuple[str, Symbol] | None:
    """ "The first half of May", "la première quinzaine d'avril": to the 15th, or from the 16th."""
    named, number = month_of(found), found.get("ordered")
    if named is None or named[1] != "gregorian" or number not in (1, 2, -1):
        return None
    return "p_period", Nth(number, "half", Month(named[0], year_of(found)))


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
    day = found.get("day_number")
    if day is not None and not 1 <= day <= 31:
        return None
    return ("p_weekday" if day is None else "p_day"), Weekday(
        found.get("weekday"), found.get("any_direction"), day=day
    )


def bare_day(found: Found) -> tuple[str, Symbol] | None:
    """ "El día nueve", "le 23", "am 15.": a day alone, where the language writes it so."""
    day = found.all("day_number")[0]
    return ("p_day_only", DayOfMonth(day, found.get("direction"))) if 1 <= day <= 31 else None


def spaced_month(found: Found) -> tuple[str, Symbol] | None:
    """ "11 - 2016": a month in figures."""
    number = found.get("day_digits")
    year = found.get("year")
    if number is None or not 1 <= number <= 12 or not 1900 <= year <= 2099:
        return None
    return "p_month_year", Month(number, year)


def feast(found: Found) -> tuple[str, Symbol] | None:
    """A feast by its rule in the pack: "12-25", "easter+1" (the day after Easter Sunday), "orthodox-2",
    "05/7/2" (of May, of its Sundays, the second)."""
    rule: str = found.get("holiday")
    year, direction = found.get("year"), found.get("any_direction")
    if direction is None:
        direction = found.get("any_anaphor")
    nth = re.fullmatch(r"(\d\d)/(\d)/(-?\d)", rule)
    if nth is not None:
        return "p_day", Nth(int(nth[3]), "weekday", Month(int(nth[1]), year, direction), int(nth[2]))
    match = re.fullmatch(r"(easter|orthodox)([+-]\d+)", rule)
    if match is not None:
        calendar: Any = match[1]
        symbol = Day(0, int(match[2]), year, None, direction, calendar)
    else:
        symbol = Day(int(rule[:2]), int(rule[3:]), year, None, direction)
    return ("p_month_day" if year is None else "p_day"), symbol


def no_day(found: Found) -> tuple[str, Symbol]:
    """ "32 January": no date, and "January" alone none either."""
    return BLOCK, DayOfMonth(found.get("two_digits"))


def weekdays(sign: int) -> Build:
    """ "Three Fridays from now": the third coming Friday."""

    def build(found: Found) -> tuple[str, Symbol] | None:
        weekday = found.get("weekdays") or found.get("weekday")
        number = found.get("count")
        return ("p_day", Weekday(weekday, sign * number)) if 1 <= number <= 20 else None

    return build
