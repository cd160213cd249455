"""Ground: what a date without year or week is placed with, and how the nearest day is chosen."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from dragoman.times import calendars
from dragoman.times.calendars import Period

Base = Literal["published", "named"]

# How much nearer a coming day of a month must be than the past one to be meant: news tells what happened.
FUTURE_PENALTY = 1.4
OPEN = 60  # days within which a day ahead may be meant though no word looks ahead
NEAR = 120  # days within which a coming day of next year is written without its year


class Ground(Struct, frozen=True, gc=False):
    """What a date is placed with.

    published: the day of publication.      named: the last period the text put on the calendar, near by.
    close:     the newest of them, where it stands only just before.
    said:      the weekday or relative day of the sentence in which the newest date stands: "On Thursday the
               ministry said that on 13 April …". The same day is then that Thursday.
    story:     a full date just before whose year the next one without a year goes on with, or None.
    months:    the year of each month that the text has dated with its year or as "last June", before here.
    future:    whether the clause looks ahead.
    planned:   whether it tells what had been planned: the day meant may have come and gone, or not.
    near:      a bare day or month is the nearest one, coming ones with a penalty, and not always the last
               one: so for what lies inside a month ("late March") and for a range.
    """

    published: date | None = None
    recent: tuple[Period, ...] = ()
    close: Period | None = None
    said: Period | None = None
    story: Period | None = None
    months: Mapping[int, int] = {}
    future: bool = False
    planned: bool = False
    near: bool = False

    @property
    def named(self) -> Period | None:
        """The last period the text put on the calendar near by."""
        return self.recent[0] if self.recent else None

    def base(self, of: Base, unit: str = "year") -> Period | None:
        """The period that "later", "that" (named) or "ago", "this" (published) counts `unit`s from.

        "That night" goes back to a day, over the years named since.
        """
        if of == "named" and self.recent:
            size = _SIZE.get(unit, 5)
            return next(
                (p for p in self.recent if _SIZE.get(p.grain, 5) <= size or _is_night(p)), self.recent[0]
            )
        return calendars.day(self.published) if self.published else None


_SIZE = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "range": 1,
    "season": 2,
    "month": 2,
    "quarter": 3,
    "half": 3,
    "year": 4,
}


def _is_night(period: Period) -> bool:
    """Whether a period is one night, written as its two days."""
    return period.grain == "range" and (period.last - period.first).days == 1


Placed = tuple[Period, str]


def nearest(options: list[date], now: date, future: bool) -> date:
    """The option nearest to `now`; what lies ahead counts as farther, or as nearer where the clause
    looks ahead."""
    factor = 1.0 if future else FUTURE_PENALTY
    return min(options, key=lambda d: (now - d).days if d <= now else (d - now).days * factor)


def directed(options: list[date], now: date, direction: int) -> Placed | None:
    """The last, next or nearest of `options` as a direction (-1, 1, 0) says."""
    if direction < 0:
        past = [d for d in options if d < now]
        return (calendars.day(max(past)), f"the last such day before {now}") if past else None
    if direction > 0:
        coming = [d for d in options if d > now]
        return (calendars.day(min(coming)), f"the next such day after {now}") if coming else None
    return calendars.day(min(options, key=lambda d: abs((d - now).days))), f"the nearest such day to {now}"
