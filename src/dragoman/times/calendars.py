"""Calendars: periods of days, months, seasons, weeks; solar and lunar Hijri dates.

A lunar month begins here with the evening after the computed conjunction, which is the rule of Umm
al-Qura, the
Saudi civil calendar; another country may begin it a day later. Where a weekday stands beside a lunar
date, the
day near by with that weekday is taken. New moons: Meeus, Astronomical Algorithms, chapter 49, main
terms. The solar (Persian) calendar is counted by the 33-year rule, which
agrees with the astronomical one from 1244 to 1472 (1865 to 2093).
"""

import calendar
import math
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Grain = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range"]
_LAST_HOUR = 14.0  # UTC; sunset in Mecca is between 14:40 and 16:10
SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # northern, meteorological


class Period(Struct, frozen=True, gc=False):
    """A stretch of days, both ends included. iso: its value, no finer than `grain`."""

    first: date
    last: date
    grain: Grain
    iso: str


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def day(on: date) -> Period:
    """The period of one day."""
    return Period(on, on, "day", on.isoformat())


def month(year: int, number: int) -> Period:
    """A calendar month; `number` may lie outside 1 to 12 and counts on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Period(date(year, number, 1), month_end(year, number), "month", f"{year:04}-{number:02}")


def months(year: int, first: int, count: int, grain: Grain) -> Period:
    """`count` whole months from month `first` of `year`, as a quarter, half or the like."""
    a, b = month(year, first), month(year, first + count - 1)
    return Period(a.first, b.last, grain, f"{a.iso}/{b.iso}")


def year(number: int) -> Period:
    """A calendar year. Raises ValueError outside 1 to 9999."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04}")


def years(first: int, last: int, grain: Grain = "range") -> Period:
    """The years from `first` to `last`, both included."""
    return Period(date(first, 1, 1), date(last, 12, 31), grain, f"{first:04}/{last:04}")


def season(number: int, name: str) -> Period:
    """The northern season that begins in the year `number`: summer is June to August."""
    a = SEASON_START[name]
    first, last = month(number, a).first, month(number, a + 2).last
    return Period(first, last, "season", f"{first}/{last}")


def week(on: date) -> Period:
    """The week, Monday to Sunday, in which `on` lies."""
    first = on - timedelta(on.weekday())
    last = first + timedelta(6)
    return Period(first, last, "week", f"{first}/{last}")


def weekend(on: date) -> Period:
    """Saturday and Sunday of the week in which `on` lies."""
    first = on - timedelta(on.weekday()) + timedelta(5)
    last = first + timedelta(1)
    return Period(first, last, "range", f"{first}/{last}")


def add_months(on: date, count: int) -> date:
    """The same day `count` months on, or the last of that month where it is shorter."""
    total = on.year * 12 + on.month - 1 + count
    number, index = divmod(total, 12)
    if not 1 <= number <= MAXYEAR:
        raise ValueError(f"year {number} is out of range")
    return date(number, index + 1, min(on.day, calendar.monthrange(number, index + 1)[1]))


def _new_moon(lunation: int) -> float:
    """The conjunction of `lunation` (0: 6 January 2000) as a day count of `date.toordinal`, UTC, to
    minutes."""
    t = lunation / 1236.85
    sun = math.radians(2.5534 + 29.10535670 * lunation - 0.0000014 * t * t)
    moon = math.radians(201.5643 + 385.81693528 * lunation + 0.0107582 * t * t)
    node = math.radians(160.7108 + 390.67050284 * lunation - 0.0016118 * t * t)
    julian = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * t * t
    julian += -0.40720 * math.sin(moon) + 0.17241 * math.sin(sun) + 0.01608 * math.sin(2 * moon)
    julian += 0.01039 * math.sin(2 * node) + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun)
    julian += 0.00208 * math.sin(2 * sun)
    return julian - 1721424.5 - 0.0008


@lru_cache(maxsize=512)
def _hijri_month_start(number: int, month_number: int) -> date:
    lunation = (number - 1) * 12 + month_number - 1 - 17037
    moment = _new_moon(lunation)
    # The evening that counts is that of the conjunction, where it comes before sunset in Mecca.
    return date.fromordinal(math.floor(moment) + (1 if moment % 1 < _LAST_HOUR / 24 else 2))


def from_hijri(number: int, month_number: int, day_number: int) -> date:
    """The Gregorian day of a lunar Hijri date. Raises ValueError for a day no such month can have."""
    if not (1 <= month_number <= 12 and 1 <= day_number <= 30 and 1 <= number <= 2000):
        raise ValueError("no such lunar date")
    return _hijri_month_start(number, month_number) + timedelta(day_number - 1)


def hijri_year(on: date) -> int:
    """The lunar Hijri year in which `on` lies."""
    guess = max(1, int((on.toordinal() - 227014) / 354.36667))
    while from_hijri(guess + 1, 1, 1) <= on:
        guess += 1
    return guess


def from_jalali(number: int, month_number: int, day_number: int) -> date:
    """The Gregorian day of a solar Hijri date. Raises ValueError for a day the month has not."""
    longest = 31 if month_number <= 6 else 30
    if not (1 <= month_number <= 12 and 1 <= day_number <= longest and number >= 1):
        raise ValueError("no such solar date")
    shifted = number + 1595
    days = -355668 + 365 * shifted + shifted // 33 * 8 + (shifted % 33 + 3) // 4 + day_number
    days += (month_number - 1) * 31 if month_number < 7 else (month_number - 7) * 30 + 186
    # days now counts from the Gregorian year 0; 366 days of that year lie before date ordinal 1
    return date.fromordinal(days - 365)


def jalali_year(on: date) -> int:
    """The solar Hijri year in which `on` lies."""
    guess = on.year - 621
    return guess if from_jalali(guess, 1, 1) <= on else guess - 1


def easter(number: int) -> date:
    """Easter Sunday of the western churches in the year `number` (the Gregorian computus)."""
    a, b, c = number % 19, number // 100, number % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    shifted = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(number, shifted // 31, shifted % 31 + 1)


def orthodox_easter(number: int) -> date:
    """Easter Sunday of the eastern churches in the year `number`, as a Gregorian day, 1900 to 2099."""
    a = (19 * (number % 19) + 15) % 30
    b = (2 * (number % 4) + 4 * (number % 7) - a + 34) % 7
    return date(number, (a + b + 114) // 31, (a + b + 114) % 31 + 1) + timedelta(13)
