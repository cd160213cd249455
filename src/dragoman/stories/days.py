"""Days: comparing ISO values of different fineness ("2022-09", "2018-06-01/2018-08-31")."""

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=100_000)
def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of an ISO value, or None where it is none.

    >>> bounds("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    head, _, tail = value.partition("/")
    try:
        first = _day(head, last=False)
        last = _day(tail or head, last=True)
    except (ValueError, IndexError, OverflowError):
        return None
    return (first, last) if first <= last else None


def _day(text: str, last: bool) -> date:
    if "W" in text or "Q" in text:
        year, _, rest = text.partition("-")
        if rest.startswith("W"):
            start = date.fromisocalendar(int(year), int(rest[1:3]), 1)
            return start + timedelta(days=6) if last else start
        quarter = int(rest[1])
        month = quarter * 3 if last else quarter * 3 - 2
        return _day(f"{year}-{month:02d}", last)
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
    if len(parts) == 2:
        if not last:
            return date(parts[0], parts[1], 1)
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return after - timedelta(days=1)
    return date(parts[0], parts[1], parts[2])


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two values may be one day: they overlap, or one is unknown."""
    if a is None or b is None:
        return True
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return a == b
    return first[0] <= second[1] and second[0] <= first[1]


def fineness(value: str | None) -> int:
    """How many days a value spans; the finer the smaller. Unknown is the coarsest."""
    if value is None:
        return 10**6
    span = bounds(value)
    return (span[1] - span[0]).days + 1 if span else 10**6


def apart(a: str, b: str) -> int:
    """Days between two values, 0 where they overlap."""
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return 0
    if first[0] > second[1]:
        return (first[0] - second[1]).days
    if second[0] > first[1]:
        return (second[0] - first[1]).days
    return 0
