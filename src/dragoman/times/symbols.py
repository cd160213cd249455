"""Symbols: what a date expression says by itself, before it is put on a calendar.

A symbol keeps only what the words give: "3 August" has no year, "Wednesday" no week, "three days later" no
start. `place` puts it on a calendar with what is known beside it (`Ground`), and says how.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.times import calendars
from dragoman.times.calendars import Period

Base = Literal["published", "named"]
Edge = Literal["start", "mid", "end", "later", "earlier"]

# How much nearer a coming day of a month must be than the past one to be meant: news tells what happened.
FUTURE_PENALTY = 1.4


class Ground(Struct, frozen=True):
    """What a date is placed with.

    published: the day of publication.      named: the last period the text put on the calendar, near by.
    story:     a full date just before whose year the next one without a year goes on with, or None.
    months:    the year of each month that the text has dated with its year or as "last June", before here.
    future:    whether the clause looks ahead.
    near:      a bare month is the nearest one, coming ones with a penalty, and not always the last one:
    so for
               what lies inside a month ("late March", "the last Monday of March").
    """

    published: date | None = None
    named: Period | None = None
    story: Period | None = None
    months: Mapping[int, int] = {}
    future: bool = False
    near: bool = False

    def base(self, of: Base) -> Period | None:
        """The period that "later", "that" (named) or "ago", "this" (published) counts from."""
        if of == "named" and self.named is not None:
            return self.named
        return calendars.day(self.published) if self.published else None


Placed = tuple[Period, str]


class Fixed(Struct, frozen=True):
    """A period the words give in full. iso: for what the calendar of `datetime` cannot hold (BC)."""

    period: Period | None
    iso: str | None = None

    def place(self, ground: Ground) -> Placed | None:
        return (self.period, "as written") if self.period else None


class Day(Struct, frozen=True):
    """A day of a month, the year perhaps open; a weekday beside it helps to find the year."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    direction: int | None = None
    calendar: Literal["gregorian", "hijri", "jalali"] = "gregorian"
    base: Base = "published"

    def in_year(self, year: int) -> date | None:
        """The Gregorian day in `year` of its own calendar, None where that year has no such day."""
        try:
            if self.calendar == "hijri":
                found = calendars.from_hijri(year, self.month, self.day)
                if self.weekday:
                    near = [found + timedelta(n) for n in (0, -1, 1)]
                    found = next((d for d in near if d.isoweekday() == self.weekday), found)
                return found
            if self.calendar == "jalali":
                return calendars.from_jalali(year, self.month, self.day)
            return date(year, self.month, self.day)
        except (ValueError, OverflowError):
            return None

    def year_of(self, on: date) -> int:
        """The year of its own calendar in which `on` lies."""
        if self.calendar == "hijri":
            return calendars.hijri_year(on)
        return calendars.jalali_year(on) if self.calendar == "jalali" else on.year

    def place(self, ground: Ground) -> Placed | None:
        if self.year is not None:
            found = self.in_year(self.year)
            return (calendars.day(found), "as written") if found else None
        if ground.story is not None:
            base = ground.story.first
            options = [self.in_year(self.year_of(base) + n) for n in (0, 1)]
            after = [
                d for d in options if d and d >= base and (not ground.published or d <= ground.published)
            ]
            if after:
                return calendars.day(after[0]), f"goes on from {ground.story.iso}, named just before"
        if ground.published is None:
            return None
        now = ground.published
        options = [d for n in (-1, 0, 1) if (d := self.in_year(self.year_of(now) + n))]
        if self.weekday is not None:
            fitting = [d for d in options if d.isoweekday() == self.weekday]
            if fitting:
                return calendars.day(
                    _nearest(fitting, now, ground.future)
                ), f"the year in which the weekday fits, nearest to {now}"
        if self.direction is not None:
            return _directed(options, now, self.direction)
        options = [d for d in options if abs((d - now).days) < 370]
        if not options:
            return None
        known = (
            self.in_year(ground.months[self.month])
            if self.calendar == "gregorian" and self.month in ground.months
            else None
        )
        if known is not None and known <= now and not ground.future:
            return calendars.day(
                known
            ), f"in the month that the text dated {ground.months[self.month]} before"
        same = next((d for d in options if d.year == now.year and d <= now), None)
        found = same if same and not ground.future else _nearest(options, now, ground.future)
        reading = "past" if found <= now else "coming"
        why = "; the clause looks ahead" if ground.future and found > now else ""
        return calendars.day(found), f"{reading} reading: the nearest such day to {now}{why}"


def _nearest(options: list[date], now: date, future: bool) -> date:
    """The option nearest to `now`; what lies ahead counts as farther, or as nearer where the clause
    looks ahead."""
    factor = 0.25 if future else FUTURE_PENALTY
    return min(options, key=lambda d: (now - d).days if d <= now else (d - now).days * factor)


def _directed(options: list[date], now: date, direction: int) -> Placed | None:
    if direction < 0:
        past = [d for d in options if d < now]
        return (calendars.day(max(past)), f"the last such day before {now}") if past else None
    if direction > 0:
        coming = [d for d in options if d > now]
        return (calendars.day(min(coming)), f"the next such day after {now}") if coming else None
    return calendars.day(min(options, key=lambda d: abs((d - now).days))), f"the nearest such day to {now}"


class Weekday(Struct, frozen=True):
    """A day of the week (1 is Monday), perhaps with "last", "this", "next" (direction), "that" (named)."""

    weekday: int
    direction: int | None = None
    base: Base = "published"
    day: int | None = None  # "Tuesday 19th": the day of a month that is not named

    def place(self, ground: Ground) -> Placed | None:
        base = ground.base(self.base)
        if base is None:
            return None
        now = base.last if self.base == "named" else base.first
        if self.day is not None:
            return self._with_day(now)
        back = (now.isoweekday() - self.weekday) % 7
        ahead = (self.weekday - now.isoweekday()) % 7
        if self.base == "named":
            on = (
                now + timedelta(ahead or (0 if self.direction == 0 else 7))
                if (self.direction or 0) >= 0
                else now - timedelta(back or 7)
            )
            return calendars.day(on), f"counted from {base.iso}, named before"
        if self.direction is None:
            if ground.future:
                return calendars.day(
                    now + timedelta(ahead)
                ), f"the clause looks ahead: the next such day from {now}"
            return calendars.day(now - timedelta(back)), f"past reading: the last such day up to {now}"
        if self.direction < 0:
            return calendars.day(
                now - timedelta((back or 7) + 7 * (-1 - self.direction))
            ), f"the last such day before {now}"
        if self.direction > 0:
            return calendars.day(
                now + timedelta((ahead or 7) + 7 * (self.direction - 1))
            ), f"the next such day after {now}"
        monday = now - timedelta(now.isoweekday() - 1)
        return calendars.day(monday + timedelta(self.weekday - 1)), f"in the week of {now}"

    def _with_day(self, now: date) -> Placed | None:
        found: list[date] = []
        for n in range(-12, 13):
            month = calendars.month(now.year, now.month + n).first
            try:
                on = month.replace(day=self.day or 1)
            except ValueError:
                continue
            if on.isoweekday() == self.weekday:
                found.append(on)
        if not found:
            return None
        return calendars.day(
            _nearest(found, now, False)
        ), f"the month in which the weekday fits, nearest to {now}"


class DayOfMonth(Struct, frozen=True):
    """ "The 14th": a day whose month is not named. It is that of the date named before, or the last one."""

    day: int

    def place(self, ground: Ground) -> Placed | None:
        if ground.named is not None and ground.named.grain in ("day", "month"):
            base = ground.named.first
            if self.day >= base.day or ground.named.grain == "month":
                try:
                    return calendars.day(
                        base.replace(day=self.day)
                    ), f"in the month of {ground.named.iso}, named before"
                except ValueError:
                    return None
        if ground.published is None:
            return None
        now = ground.published
        options: list[date] = []
        for n in range(-2, 3):
            first = calendars.month(now.year, now.month + n).first
            if self.day <= calendars.month_end(first.year, first.month).day:
                options.append(first.replace(day=self.day))
        past = [d for d in options if d <= now]
        coming = [d for d in options if d >= now]
        if ground.future:
            return calendars.day(coming[0]), f"the clause looks ahead: the next such day from {now}"
        return calendars.day(past[-1]), f"past reading: the last such day up to {now}"


class Month(Struct, frozen=True):
    """A month, the year perhaps open."""

    month: int
    year: int | None = None
    direction: int | None = None
    base: Base = "published"
    calendar: Literal["gregorian", "hijri", "jalali"] = "gregorian"

    def period(self, year: int) -> Period | None:
        """The days of this month in `year` of its own calendar."""
        try:
            if self.calendar == "gregorian":
                return calendars.month(year, self.month)
            convert = calendars.from_hijri if self.calendar == "hijri" else calendars.from_jalali
            first = convert(year, self.month, 1)
            after = convert(year + self.month // 12, self.month % 12 + 1, 1)
            last = after - timedelta(1)
            return Period(first, last, "month", f"{first}/{last}")
        except (ValueError, OverflowError):
            return None

    def place(self, ground: Ground) -> Placed | None:
        if self.year is not None:
            period = self.period(self.year)
            return (period, "as written") if period else None
        if self.base == "named" and ground.named is not None:
            base = ground.named.first
            period = self.period(base.year)
            return (period, f"in the year of {ground.named.iso}, named before") if period else None
        if self.calendar != "gregorian":
            return self._other(ground)
        if ground.story is not None and self.direction is None:
            base = ground.story.first
            year = base.year + (self.month < base.month)
            if ground.published is None or date(year, self.month, 1) <= ground.published:
                return calendars.month(
                    year, self.month
                ), f"goes on from {ground.story.iso}, named just before"
        if ground.published is None:
            return None
        now = ground.published
        if self.direction is not None and self.direction < 0:
            year = now.year - (self.month >= now.month)
            return calendars.month(year, self.month), f"the last such month before {now}"
        if self.direction is not None and self.direction > 0:
            year = now.year + (self.month <= now.month)
            return calendars.month(year, self.month), f"the next such month after {now}"
        if self.direction == 0:
            return calendars.month(now.year, self.month), f"in the year of {now}"
        if (
            self.month in ground.months
            and date(ground.months[self.month], self.month, 1) <= now
            and not ground.future
        ):
            return calendars.month(
                ground.months[self.month], self.month
            ), "the month that the text dated before"
        if ground.future:
            year = now.year + (self.month < now.month)
            return calendars.month(
                year, self.month
            ), f"the clause looks ahead: the next such month from {now}"
        year = now.year - (self.month > now.month)
        if ground.near and 0 < self.month - now.month <= 3:
            return calendars.month(now.year, self.month), f"coming reading: within three months of {now}"
        return calendars.month(year, self.month), f"past reading: the last such month up to {now}"

    def _other(self, ground: Ground) -> Placed | None:
        if ground.published is None:
            return None
        now = ground.published
        year = Day(1, 1, calendar=self.calendar).year_of(now)
        options = [p for n in (-1, 0, 1) if (p := self.period(year + n))]
        past = [p for p in options if p.first <= now]
        if (self.direction is not None and self.direction > 0) or ground.future:
            past = [p for p in options if p.last >= now][:1]
        elif self.direction is not None and self.direction < 0:
            past = [p for p in past if p.last < now]
        return (past[-1], f"the nearest such month to {now}") if past else None


class Season(Struct, frozen=True):
    """A northern season, the year perhaps open."""

    name: str
    year: int | None = None
    direction: int | None = None
    base: Base = "published"

    def place(self, ground: Ground) -> Placed | None:
        if self.year is not None:
            return calendars.season(self.year, self.name), "as written, northern season"
        base = ground.base(self.base)
        if base is None:
            return None
        now = base.first
        options = [calendars.season(now.year + n, self.name) for n in (-2, -1, 0, 1)]
        if self.base == "named":
            return calendars.season(now.year, self.name), f"in the year of {base.iso}, named before"
        if self.direction is None:
            past = [p for p in options if p.first <= now]
            return past[-1], f"past reading: the last such season up to {now}"
        if self.direction < 0:
            past = [p for p in options if p.last < now]
            return past[-1], f"the last such season before {now}"
        if self.direction > 0:
            return next(p for p in options if p.first > now), f"the next such season after {now}"
        around = [p for p in options if p.first <= now <= p.last]
        if around:
            return around[0], f"the season in which {now} lies"
        return calendars.season(now.year, self.name), f"in the year of {now}"


class Shift(Struct, frozen=True):
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
        else:
            base = ground.base(self.base)
        if base is None:
            return None
        try:
            found = shifted(base, self.unit, self.count, self.exact)
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


def shifted(base: Period, unit: str, count: int, exact: bool = False) -> Period | None:
    """The `unit` that lies `count` units from `base`. None where the base is coarser than the unit."""
    now = base.first if count <= 0 else base.last
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
        if count == 0 and now.isoweekday() < 3:
            count = 0
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


class Within(Struct, frozen=True):
    """A month, day or weekday inside a period named beside it: "July of that year", "Friday of last week"."""

    part: "Symbol"
    of: "Symbol"

    def place(self, ground: Ground) -> Placed | None:
        placed = self.of.place(ground)
        if placed is None:
            return None
        period, note = placed
        part = self.part
        if (isinstance(part, Day | Month) and period.grain == "year") or (
            isinstance(part, Season) and period.grain == "year"
        ):
            inner = replace(part, year=period.first.year).place(ground)
        elif isinstance(part, Weekday) and period.grain in ("week", "range"):
            on = period.first - timedelta(period.first.isoweekday() - 1) + timedelta(part.weekday - 1)
            inner = calendars.day(on), ""
        else:
            return None
        return (inner[0], note) if inner else None


class Nth(Struct, frozen=True):
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


class Range(Struct, frozen=True):
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
            ground.future
            and isinstance(first, Month)
            and isinstance(last, Month)
            and first.year is None
            and last.year is None
        ):
            end = last.place(ground)
            begin = end and replace(first, year=end[0].first.year - (first.month > last.month)).place(ground)
            return (span(begin[0], end[0]), end[1]) if begin and end else None
        a = first.place(ground)
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


class Cut(Struct, frozen=True):
    """Part of a period: start, mid, end, later, earlier. The value is the period itself; the mod says
    which."""

    of: "Symbol"
    edge: Edge

    def place(self, ground: Ground) -> Placed | None:
        return self.of.place(replace(ground, near=True))


Symbol = Fixed | Day | DayOfMonth | Weekday | Month | Season | Shift | Within | Nth | Range | Cut
