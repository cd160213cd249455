"""Symbols: what a date expression says by itself, before it is put on a calendar.

A symbol keeps only what the words give: "3 August" has no year, "Wednesday" no week, "three days later" no
start. `place` puts it on a calendar with what is known beside it (`Ground`), and says how. Those made of
single fields are in `fields`; here are those that count from another, lie in another, or reach to another.
"""

from datetime import timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.times import calendars
from dragoman.times.calendars import Period
from dragoman.times.fields import Day, DayOfMonth, Month, Season, Weekday, Weekend
from dragoman.times.ground import Base, Ground, Placed

Edge = Literal["start", "mid", "end", "later", "earlier"]


class Fixed(Struct, frozen=True, gc=False):
    """A period the words give in full. iso: for what the calendar of `datetime` cannot hold (BC)."""

    period: Period | None
    iso: str | None = None

    def place(self, ground: Ground) -> Placed | None:
        return (self.period, "as written") if self.period else None


class Shift(Struct, frozen=True, gc=False):
    """A unit `count` units from a base: yesterday, last month, three weeks ago, two days later, this year.

    exact: the base is a day and so is the value ("a week after 3 May"); else the value is the unit itself.
    """

    unit: str
    count: int
    base: Base = "published"
    of: "Symbol | None" = None
    exact: bool = False

    def place(self, ground: Ground) -> Placed | None:
        note = ""
        if self.of is not None:
            placed = self.of.place(ground)
            base = placed[0] if placed else None
            note = placed[1] + "; " if placed else ""
        elif self.exact and self.base == "named" and not ground.recent:
            if not ground.future or self.count < 0:
                return None  # "three days later": than what, the text does not say
            base = ground.base("published")
        elif self.base == "named" and self.unit == "day" and not self.exact and ground.said is not None:
            base = ground.said
        else:
            base = ground.base(self.base, self.unit)
        if base is None:
            return None
        try:
            found = shifted(base, self.unit, self._steps(base, ground), self.exact)
        except (ValueError, OverflowError):
            return None
        if found is None:
            return None
        whence = (
            "named before"
            if self.base == "named" and ground.named is not None and self.of is None
            else "publication"
        )
        if self.of is not None:
            whence = "named here"
        return found, f"{note}{self.count:+d} {self.unit} from {base.iso} ({whence})"

    def _steps(self, base: Period, ground: Ground) -> int:
        """The count; "this weekend" in the first half of a week is the one just past."""
        past = (
            self.unit == "weekend" and self.count == 0 and base.first.isoweekday() < 4 and not ground.future
        )
        return -1 if past else self.count


def shifted(base: Period, unit: str, count: int, exact: bool = False) -> Period | None:
    """The `unit` that lies `count` units from `base`. None where the base is coarser than the unit."""
    night = base.grain == "range" and (base.last - base.first).days == 1
    now = base.first if count < 0 or (count == 0 and not night) else base.last
    if night and unit == "day":
        return calendars.day(now + timedelta(count))
    if exact and base.grain == "day":
        if unit in ("day", "week"):
            return calendars.day(now + timedelta(count * (7 if unit == "week" else 1)))
        if unit in ("month", "year"):
            return calendars.day(calendars.add_months(now, count * (12 if unit == "year" else 1)))
    coarse = {
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
    if coarse.get(base.grain, 5) > coarse.get(unit, 5) and unit not in ("decade", "century"):
        return None
    if unit == "day":
        return calendars.day(now + timedelta(count))
    if unit == "week":
        return calendars.week(now + timedelta(7 * count))
    if unit == "weekend":
        return calendars.weekend(now + timedelta(7 * count))
    if unit == "month":
        return calendars.month(now.year, now.month + count)
    if unit == "quarter":
        return calendars.months(
            now.year + ((now.month - 1) // 3 + count) // 4,
            ((now.month - 1) // 3 + count) % 4 * 3 + 1,
            3,
            "quarter",
        )
    if unit == "half":
        total = now.year * 2 + (now.month > 6) + count
        return calendars.months(total // 2, total % 2 * 6 + 1, 6, "half")
    if unit == "year":
        return calendars.year(now.year + count)
    if unit == "decade":
        first = now.year // 10 * 10 + 10 * count
        return calendars.years(first, first + 9, "decade")
    if unit == "century":
        first = (now.year - 1) // 100 * 100 + 100 * count + 1
        return calendars.years(first, first + 99, "century")
    return None


class Within(Struct, frozen=True, gc=False):
    """A month, day or weekday inside a period named beside it: "July of that year", "Friday of last week"."""

    part: "Symbol"
    of: "Symbol"

    def place(self, ground: Ground) -> Placed | None:
        placed = self.of.place(ground)
        if placed is None:
            return None
        period, note = placed
        part = self.part
        if isinstance(part, Day | Month) and part.calendar != "gregorian":
            return self._other_calendar(part, period, ground, note)
        if isinstance(part, Day | Month | Season) and period.grain == "year":
            inner = replace(part, year=period.first.year).place(ground)
        elif isinstance(part, Weekday) and period.grain in ("week", "range", "day"):
            on = period.first - timedelta(period.first.isoweekday() - 1) + timedelta(part.weekday - 1)
            inner = calendars.day(on), ""
        else:
            return None
        return (inner[0], note) if inner else None

    def _other_calendar(self, part: Day | Month, whole: Period, ground: Ground, note: str) -> Placed | None:
        """A day or month of another calendar that lies in a Gregorian year."""
        if whole.grain != "year":
            return None
        own = Day(1, 1, calendar=part.calendar).year_of(whole.first)
        for number in (own, own + 1):
            inner = replace(part, year=number).place(ground)
            if inner and inner[0].first.year == whole.first.year:
                return inner[0], note
        return None


class Nth(Struct, frozen=True, gc=False):
    """The n-th (from the end where negative) weekday or unit of a period: "the last Monday of March"."""

    n: int
    unit: str
    of: "Symbol"
    weekday: int = 0

    def place(self, ground: Ground) -> Placed | None:
        placed = self.of.place(replace(ground, near=True))
        if placed is None or self.n == 0:
            return None
        period, note = placed
        steps = self._steps(period)
        index = self.n - 1 if self.n > 0 else self.n
        if not -len(steps) <= index < len(steps):
            return None
        return steps[index], note

    def _steps(self, period: Period) -> list[Period]:
        first, last = period.first, period.last
        if self.unit in ("weekday", "day", "week", "weekend"):
            if self.unit == "weekday":
                start, size = first + timedelta((self.weekday - first.isoweekday()) % 7), 7
            elif self.unit == "day":
                start, size = first, 1
            else:  # a week belongs to the period its Thursday lies in
                start, size = first + timedelta((4 - first.isoweekday()) % 7), 7
            days = (
                [start + timedelta(n) for n in range(0, (last - start).days + 1, size)]
                if (last - start).days < 400
                else []
            )
            if self.unit in ("weekday", "day"):
                return [calendars.day(d) for d in days]
            return [calendars.week(d) if self.unit == "week" else calendars.weekend(d) for d in days]
        if self.unit == "half" and period.grain in ("month", "decade", "century"):
            return _halves(period)
        if period.grain not in ("year", "half", "decade", "century"):
            return []
        if self.unit == "month":
            size = 1
        elif self.unit == "quarter":
            size = 3
        elif self.unit == "half":
            size = 6
        elif self.unit == "year":
            return [calendars.year(y) for y in range(first.year, last.year + 1)]
        else:
            return []
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        if count > 24:
            return []
        if size == 1:
            return [calendars.month(first.year, first.month + n) for n in range(count)]
        grain: Literal["quarter", "half"] = "quarter" if size == 3 else "half"
        return [calendars.months(first.year, first.month + n, size, grain) for n in range(0, count, size)]


def _halves(period: Period) -> list[Period]:
    """The two halves of a month (to the 15th, and from the 16th), of a decade or of a century."""
    first, last = period.first, period.last
    if period.grain == "month":
        middle = first.replace(day=15), first.replace(day=16)
        return [span(calendars.day(a), calendars.day(b)) for a, b in ((first, middle[0]), (middle[1], last))]
    size = (last.year - first.year + 1) // 2
    return [span(calendars.year(y), calendars.year(y + size - 1)) for y in (first.year, first.year + size)]


class Range(Struct, frozen=True, gc=False):
    """From one to another, both included. What the first end lacks it takes from the second."""

    first: "Symbol"
    last: "Symbol"

    def place(self, ground: Ground) -> Placed | None:
        first, last = self.first, self.last
        forward = False
        if isinstance(first, Day | Month) and isinstance(last, Day | Month):
            if first.year is None and last.year is not None and first.calendar == last.calendar:
                earlier = (first.month, getattr(first, "day", 0)) > (last.month, getattr(last, "day", 99))
                first = replace(first, year=last.year - earlier)
            elif last.year is None and first.year is not None:
                forward = True
        if (
            (ground.future or ground.planned)
            and isinstance(first, Month)
            and isinstance(last, Month)
            and first.year is None
            and last.year is None
        ):
            end = last.place(ground)
            begin = end and replace(first, year=end[0].first.year - (first.month > last.month)).place(ground)
            return (span(begin[0], end[0]), end[1]) if begin and end else None
        in_week = isinstance(last, Within) and isinstance(last.part, Weekday)
        if in_week and isinstance(first, Weekday) and first.direction is None:
            assert isinstance(last, Within)
            first = Within(first, last.of)  # "between Wednesday and Friday of next week"
        a = first.place(replace(ground, near=True) if isinstance(first, Day) else ground)
        if isinstance(last, Weekday) and last.direction is None and a is not None and a[0].grain == "day":
            ahead = (last.weekday - a[0].first.isoweekday()) % 7 or 7
            b: Placed | None = calendars.day(a[0].first + timedelta(ahead)), a[1]
        elif a is not None and isinstance(last, Day | Month) and last.year is None:
            options = [
                p
                for n in (0, 1)
                if (p := replace(last, year=a[0].first.year + n).place(ground)) and p[0].first >= a[0].first
            ]
            b = options[0] if options else None
        elif a is not None and isinstance(last, DayOfMonth) and last.direction is None:
            b = last.place(
                replace(
                    ground,
                    published=None,
                    close=calendars.day(a[0].first),
                    recent=(calendars.day(a[0].first),),
                )
            )
        else:
            b = last.place(ground)
        if a is None or b is None or b[0].last < a[0].first:
            return None
        note = a[1] if forward or a[1] == b[1] else f"{a[1]}; {b[1]}"
        return span(a[0], b[0]), note


def span(a: Period, b: Period) -> Period:
    """The period from the start of `a` to the end of `b`."""
    start, end = a.iso.split("/")[0], b.iso.split("/")[-1]
    return Period(a.first, b.last, "range", start if start == end else f"{start}/{end}")


class Cut(Struct, frozen=True, gc=False):
    """Part of a period: start, mid, end, later, earlier. The value is the period itself; the mod says
    which."""

    of: "Symbol"
    edge: Edge

    def place(self, ground: Ground) -> Placed | None:
        return self.of.place(replace(ground, near=True))


class Ahead(Struct, frozen=True, gc=False):
    """What begins, as the word before it says: the coming one ("from Wednesday on")."""

    of: "Symbol"

    def place(self, ground: Ground) -> Placed | None:
        return self.of.place(replace(ground, future=True))


Symbol = (
    Fixed | Day | DayOfMonth | Weekday | Weekend | Month | Season | Shift | Within | Nth | Range | Cut | Ahead
)
