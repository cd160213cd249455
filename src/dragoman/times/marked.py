"""Marked: dates whose numbers carry their unit as a sign behind them, as Chinese and Japanese write them."""

from dragoman.times import calendars
from dragoman.times.classes import class_names
from dragoman.times.fields import Day, DayOfMonth, Month, Weekday
from dragoman.times.shapes import BLOCK, Found
from dragoman.times.symbols import Fixed, Nth, Shift, Symbol, Within
from dragoman.times.years import full_year

_COUNTED = class_names("era_count")


def marked_day(found: Found) -> tuple[str, Symbol] | None:
    """Day, month, perhaps year, each with its mark: 2018年3月18日."""
    numbers = _small(found)
    if len(numbers) != 2 or not 1 <= numbers[0] <= 12:
        return None
    year = marked_year(found)
    symbol = Day(numbers[0], numbers[1], year)
    if symbol.in_year(year if year is not None else 2024) is None:
        return BLOCK, symbol
    return ("p_month_day" if year is None else "p_day"), symbol


def marked_month(found: Found) -> tuple[str, Symbol] | None:
    number = _small(found)[0]
    year = marked_year(found)
    if not 1 <= number <= 12:
        return None
    return ("p_month" if year is None else "p_month_year"), Month(number, year)


def marked_year(found: Found) -> int | None:
    year: int | None = found.get("year_digits")
    if found.has("minguo"):
        offset: int = found.get("minguo") or 1911
        counted = [item.value for item in found.items if item.cls in _COUNTED]
        return counted[0] + offset if counted else None
    return year


def _small(found: Found) -> list[int]:
    """The numbers of month and day, that of an era's year left out."""
    numbers = found.items[2:] if found.has("minguo") else found.items
    return [item.value for item in numbers if item.cls in ("day_digits", "cardinal")]


def marked_day_only(found: Found) -> tuple[str, Symbol] | None:
    day = next(item.value for item in found.items if item.cls in ("day_digits", "cardinal"))
    return ("p_day_only", DayOfMonth(day)) if 1 <= day <= 31 else None


def marked_year_only(found: Found) -> tuple[str, Symbol] | None:
    year = marked_year(found)
    return ("p_year", Fixed(calendars.year(year))) if year is not None else None


def day_of_week(found: Found) -> tuple[str, Symbol] | None:
    """ "Last week's" and a number: 上周五."""
    day = 7 if not found.has("cardinal") else found.get("cardinal")
    return ("p_day", Within(Weekday(day), Shift("week", found.get("relative_week")))) if day <= 7 else None


def marked_short(found: Found) -> tuple[str, Symbol] | None:
    """A year of two digits, where month and day follow: 18年10月1日."""
    year, month, day = (
        item.value for item in found.items if item.cls in ("day_digits", "two_digits", "cardinal")
    )
    symbol = Day(month, day, full_year(year)) if 1 <= month <= 12 else None
    return ("p_day", symbol) if symbol is not None and symbol.in_year(full_year(year)) else None


def marked_within(found: Found) -> tuple[str, Symbol]:
    """A count of days from now: 五日内."""
    number = next(item.value for item in found.items if item.cls in ("day_digits", "cardinal"))
    return "p_day", Shift("day", number)


def half_year(found: Found) -> tuple[str, Symbol]:
    """A half of a year: 2017年上半年; that of publication where no year stands before."""
    year = found.get("year")
    of: Symbol = Fixed(calendars.year(year)) if year is not None else Shift("year", 0)
    return "p_period", Nth(found.get("half_year"), "half", of)
