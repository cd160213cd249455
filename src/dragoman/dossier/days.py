"""Days: ISO and TIMEX3 values as people write them, never finer than the value."""

import re
from datetime import date

from dragoman.dossier.safe import clean

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?.*")
_PART = re.compile(r"(\d{4})-(?:W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|AU|WI))")
_SPAN = re.compile(r"(\d{3})[Xx]?")


def day(value: str | None) -> str:
    """The value in words, the value itself where it is of no known form, "" for None.

    >>> day("2022-07-15"), day("2018-SU"), day("2022-07-15/2022-07-20"), day("2022-06/2022-08")
    ('15 July 2022', 'summer 2018', '15–20 July 2022', 'June – August 2022')
    """
    if not value:
        return ""
    if "/" in value:
        start, end = value.split("/", 1)
        return _range(start, end)
    if part := _PART.fullmatch(value):
        year, week, quarter, half, season = part.groups()
        if week:
            return f"week {int(week)} of {year}"
        if quarter:
            return f"quarter {quarter} of {year}"
        if half:
            return f"{'first' if half == '1' else 'second'} half of {year}"
        return f"{_SEASONS[season]} {year}"
    if _SPAN.fullmatch(value):
        return f"the {value[:3]}0s"
    iso = _ISO.fullmatch(value)
    if not iso:
        return clean(value)
    year, month, number, hour = iso.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return clean(value)
    words = f"{MONTHS[int(month) - 1]} {year}"
    if number:
        words = f"{int(number)} {words}"
    return f"{words}, {hour}" if hour else words


def earliest(value: str | None) -> str:
    """A key that sorts values by where they begin; no value sorts last.

    >>> sorted(["2022-07-15", "2022", "2016", "2018-SU"], key=earliest)
    ['2016', '2018-SU', '2022', '2022-07-15']
    """
    if not value:
        return "~"
    start = value.split("/")[0]
    if part := _PART.fullmatch(start):
        year, week, quarter, half, season = part.groups()
        if week:
            try:
                return date.fromisocalendar(int(year), int(week), 1).isoformat()
            except ValueError:
                return year
        month = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}.get(season or "")
        month = month or (int(quarter) * 3 - 2 if quarter else int(half) * 6 - 5)
        return f"{year}-{month:02d}"
    return start


def _range(start: str, end: str) -> str:
    if start == end:
        return day(start)
    one, two = _ISO.fullmatch(start), _ISO.fullmatch(end)
    if one and two and "T" not in start + end:
        if one[3] and two[3] and start[:7] == end[:7]:
            return f"{int(one[3])}–{day(end)}"
        if one[2] and two[2] and start[:4] == end[:4]:
            return f"{day(start).removesuffix(' ' + start[:4])} – {day(end)}"
    return " – ".join(day(part) for part in (start, end) if part)
