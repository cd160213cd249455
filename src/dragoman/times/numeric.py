"""Numeric dates: 2022-09-07, 7.9.2022, 9/7/22, 2004-14, and the many numbers that only look like them."""

import re
from datetime import date
from typing import Any

from dragoman.times import calendars
from dragoman.times.fields import Day, Month
from dragoman.times.shapes import Point
from dragoman.times.symbols import Fixed, Range

SOLAR = "solar"  # the order "ymd" of a language that counts solar Hijri years
# Digits joined by the signs that dates, scores, versions and phone numbers are written with.
COMPOUND = re.compile(r"\d+(?:[-–/.]\d+)+")
# Two numeric dates with a dash between: "28/2-1/3", "1/10-2/11/2017", "2018/1/10-2018/7/10".
_RANGE = re.compile(r"(\d+(?:([/.])\d+){1,2})[-–](\d+(?:\2\d+){1,2})")
_RANGE_HYPHENS = re.compile(r"(\d{1,2}-\d{1,2}-\d{4})-(\d{1,2}-\d{1,2}-\d{4})")
# Day, month and year with spaces between: "24 12 2014".
SPACED = re.compile(r"(\d\d?) (\d\d) (19\d\d|20\d\d)(?![\d.,:/-]*\d| \d)")
# The same with spaces behind the dots, day or year first: "14. 2. 2002", "2010. 1. 3".
DOTTED_SPACED = re.compile(r"\d\d?\. \d\d?\. \d{4}(?!\d)|\d{4}\. \d\d?\. \d\d?(?!\d)")
# A day and a month whose dots say that they are one: "14.1. ".
DOTTED = re.compile(r"(\d\d?\.\d\d?)\.(?= [a-z\u00df-\u024f\u0430-\u045f])")
# Day, month and perhaps year with dots and spaces, as in Czech: "22. 1. 2017", "5. 11."
SPACED_DOTS = re.compile(r"(\d\d?)\. (\d\d?)\.(?: ?([12]\d{3})(?!\d))?")
_ISO_TIME = re.compile(r"t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?")


def _year(text: str) -> int | None:
    value = int(text)
    if len(text) == 4 and 1000 <= value <= 2199:
        return value
    return value + (2000 if value < 50 else 1900) if len(text) == 2 else None


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, day: int, rule: str, order: str) -> Point | None:
    if 1300 <= year <= 1499:  # a Hijri year: the solar one in Persian texts, else not guessed
        solar = Day(month, day, year, calendar="jalali")
        return Point("p_day", solar, rule) if order == SOLAR and solar.in_year(year) else None
    return Point("p_day", Day(month, day, year), rule) if _valid(year, month, day) else None


def read(text: str, order: str, lone: bool) -> Point | None:
    """The date that `text` (a COMPOUND) is, None where it is none.

    order: how the language writes a numeric date: "dmy", "mdy" or "ymd". Where it makes no date, the
    other order
    of day and month is tried.  lone: whether the words before allow a date without a year ("on 4/22").
    """
    parts = re.split(r"([-–/.])", text)
    numbers, signs = parts[::2], set(parts[1::2])
    if len(signs) != 1 or ("–" in signs and len(numbers) == 3):
        return None
    if len(numbers) == 3:
        return _three(numbers, order, next(iter(signs)), lone)
    if len(numbers) == 2:
        return _two(numbers, order, next(iter(signs)), lone)
    return None


def _three(numbers: list[str], order: str, sign: str, lone: bool) -> Point | None:
    a, b, c = numbers
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        year, y, z = _year(a), int(b), int(c)
        if year is None:
            return None
        return _day(year, y, z, "numeric.year_month_day", order)
    if len(a) > 2 or len(b) > 2 or len(c) not in (2, 4):
        return None
    if len(c) == 2 and (sign == "." or order in ("ymd", SOLAR)) and not (len(a) == 2 and len(b) == 2):
        return None  # a version, a score, or a numbering
    if len(c) == 2 and sign == "-" and len(a) + len(b) < 4 and not lone and c[0] != "0":
        return None
    year = _year(c)
    if year is None:
        return None
    first, second = int(a), int(b)
    if order == "mdy" and sign != ".":
        first, second = second, first
    return _day(year, second, first, "numeric.full", order) or _day(
        year, first, second, "numeric.full_turned", order
    )


def _two(numbers: list[str], order: str, sign: str, lone: bool) -> Point | None:
    a, b = numbers
    if sign == "–":
        return None
    if len(a) == 4 and len(b) <= 2 and sign in "-/" and 1 <= int(b) <= 12:
        year = _year(a)
        if year is not None and 1900 <= year <= 2100 and (len(b) == 2 or lone):
            return Point("p_month_year", Month(int(b), year), "numeric.year_month")
    if len(b) == 4 and len(a) <= 2 and sign in "-/." and 1 <= int(a) <= 12:
        year = _year(b)
        if year is not None and 1900 <= year <= 2100 and (len(a) == 2 or lone):
            return Point("p_month_year", Month(int(a), year), "numeric.month_year")
    if len(a) > 2 or len(b) > 2 or {a, b} == {"9", "11"}:  # the attacks, not a day of this year
        return None
    # "22/04", "01/05": nobody writes a fraction or a score with a zero before
    if not lone and not (sign == "/" and len(a) == len(b) == 2 and "0" in (a[0], b[0])):
        return None
    first, second = int(a), int(b)
    if order == "mdy" and sign != ".":
        first, second = second, first
    turned = () if sign == "." and order == "dmy" else ((second, first),)  # "a las 10.30"
    for day, month in ((first, second), *turned):
        if 1 <= month <= 12 and _valid(2024, month, day):
            return Point("p_month_day", Day(month, day), "numeric.day_month")
    return None


def spaced_dots(match: re.Match[str], lone: bool) -> Point | None:
    """The date that a match of SPACED_DOTS is; without a year only where the words before it allow one."""
    day, month = int(match[1]), int(match[2])
    if match[3]:
        year = int(match[3])
        return (
            Point("p_day", Day(month, day, year), "numeric.spaced_dots") if _valid(year, month, day) else None
        )
    if not lone or not _valid(2024, month, day):
        return None
    return Point("p_month_day", Day(month, day), "numeric.spaced_dots")


def range_of(text: str, order: str, lone: bool) -> Point | None:
    """The range of days that `text` (a COMPOUND) is, None where it is none."""
    match = _RANGE.fullmatch(text)
    ends = (match[1], match[3]) if match else ()
    if not match:
        match = _RANGE_HYPHENS.fullmatch(text)
        ends = (match[1], match[2]) if match else ()
    if not ends or not (lone or any(len(part) == 4 for part in re.split(r"[-/.]", text))):
        return None
    first, last = (read(end, order, True) for end in ends)
    if first is None or last is None or not (isinstance(first.symbol, Day) and isinstance(last.symbol, Day)):
        return None
    return Point("p_range", Range(first.symbol, last.symbol), "numeric.range")


def spaced(match: re.Match[str], order: str) -> Point | None:
    """The date that a match of SPACED is."""
    first, second = int(match[1]), int(match[2])
    if order == "mdy":
        first, second = second, first
    return _day(int(match[3]), second, first, "numeric.spaced", order)


def full_last(first: int, last: int) -> int:
    """The last year of a span, two digits of which are written.

    0 where such a span is rather the number of a document: of this century, and longer than 15 years
    ("2015-32").
    """
    last += first // 100 * 100
    return 0 if first >= 2000 and last - first > 15 else last


def years(text: str) -> Point | None:
    """The span of years that `text` (a COMPOUND of two numbers) is: "1999-2014", "2004-14".

    A hyphen and a number up to 12 ("2004-05") is read as a month, by `read`; an en dash is always a span.
    """
    match = re.fullmatch(r"(1\d{3}|20\d\d|21\d\d)([-–/])(\d{4}|\d\d)", text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[3])
    if len(match[3]) == 2:
        if match[2] == "-" and last <= 12:
            return None
        last = full_last(first, last)
    if not first < last <= min(first + 300, 2199):
        return None
    return Point("p_range", Fixed(calendars.years(first, last)), "numeric.years")


def time_after(text: str, at: int) -> int:
    """How many characters of clock time follow an ISO date that ends at `at` ("T12:00:00Z")."""
    match = _ISO_TIME.match(text, at)
    return match.end() - at if match else 0


def value_of(digits: str) -> Any:
    """The number that `digits` write."""
    return int(digits) if len(digits) < 16 else 10**16
