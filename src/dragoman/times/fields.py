"""Fields: days, weekdays, months and seasons, of which the words give some fields and leave others open."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from dragoman.times import calendars
from dragoman.times.calendars import Period
from dragoman.times.ground import NEAR, OPEN, Base, Ground, Placed, directed, nearest


class Day(Struct, frozen=True, gc=False):
    """A day of a month, the year perhaps open; a weekday beside it helps to find the year.

    In the calendars "easter" and "orthodox" the month is 0, and the day counts from Easter Sunday.
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    direction: int | None = None
    calendar: Literal["gregorian", "hijri", "jalali", "easter", "orthodox"] = "gregorian"
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
            if self.calendar == "easter":
                return calendars.easter(year) + timedelta(self.day)
            if self.calendar == "orthodox":
                return calendars.orthodox_easter(year) + timedelta(self.day)
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
        now = ground.published
        if ground.story is not None:
            story = ground.story.first
            near = [self.in_year(self.year_of(story) + n) for n in (0, 1)]
            after = [d for d in near if d and d >= story and (now is None or d <= now)]
            if after:
                return calendars.day(after[0]), f"goes on from {ground.story.iso}, named just before"
        if now is None:
            return None
        options = [d for n in (-1, 0, 1) if (d := self.in_year(self.year_of(now) + n)) is not None]
        if not options:  # 29 February
            past = [d for n in range(-8, 0) if (d := self.in_year(self.year_of(now) + n)) is not None]
            return (calendars.day(past[-1]), f"the last such day before {now}") if past else None
        return self._chosen(options, now, ground)

    def _chosen(self, options: list[date], now: date, ground: Ground) -> Placed | None:
        """The day meant among those of last, this and next year."""
        if self.weekday is not None:
            fitting = [d for d in options if d.isoweekday() == self.weekday]
            if fitting:
                found = nearest(fitting, now, ground.future)
                return calendars.day(found), f"the year in which the weekday fits, nearest to {now}"
        if self.direction is not None:
            return directed(options, now, self.direction)
        options = [d for d in options if abs((d - now).days) < 370] or options
        if ground.planned:
            return calendars.day(
                nearest(options, now, True)
            ), f"planned before: the nearest such day to {now}"
        if not ground.future:
            year = ground.months.get(self.month) if self.calendar == "gregorian" else None
            known = self.in_year(year) if year is not None else None
            if known is not None and known <= now:
                return calendars.day(known), f"in the month that the text dated {year} before"
            same = [d for d in options if d.year == now.year and d <= now]
            if same:
                return calendars.day(same[0]), f"past reading: this year's, up to {now}"
            if not ground.near:  # months ahead and no word of it: the past reading
                options = [d for d in options if (d - now).days <= OPEN] or options
        if ground.future:  # a day of next year is written with its year, unless it is near
            soon = [d for d in options if d >= now and (d.year == now.year or (d - now).days <= NEAR)]
            options = soon[:1] or options
        found = nearest(options, now, ground.future)
        reading = "past" if found <= now else "coming"
        why = "; the clause looks ahead" if ground.future and found > now else ""
        return calendars.day(found), f"{reading} reading: the nearest such day to {now}{why}"


class Weekday(Struct, frozen=True, gc=False):
    """A day of the week (1 is Monday), perhaps with "last", "this", "next" (direction), "that" (named)."""

    weekday: int
    direction: int | None = None
    base: Base = "published"
    day: int | None = None  # "Tuesday 19th": the day of a month that is not named

    def place(self, ground: Ground) -> Placed | None:
        base = ground.base(self.base, "week")
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
            week = ground.close
            if week is not None and week.grain == "week" and week.last < now and not ground.future:
                on = week.first + timedelta(self.weekday - 1)
                return calendars.day(on), f"in the week of {week.iso}, named just before"
            if ground.future:
                return calendars.day(
                    now + timedelta(ahead)
                ), f"the clause looks ahead: the next such day from {now}"
            if ground.planned and ahead < back:
                return calendars.day(now + timedelta(ahead)), f"planned before: the nearest such day to {now}"
            return calendars.day(now - timedelta(back)), f"past reading: the last such day up to {now}"
        if self.direction < 0:
            return calendars.day(
                now - timedelta((back or 7) + 7 * (-1 - self.direction))
            ), f"the last such day before {now}"
        if self.direction > 0:
            return calendars.day(
                now + timedelta((ahead or 7) + 7 * (self.direction - 1))
            ), f"the next such day after {now}"
        away = self.weekday - now.isoweekday()
        if abs(away) > 4:  # "this Monday", on a Sunday: tomorrow
            away += 7 if away < 0 else -7
        return calendars.day(now + timedelta(away)), f"in the week of {now}"

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
            nearest(found, now, False)
        ), f"the month in which the weekday fits, nearest to {now}"


_FRESH = 4  # days: a day alone so close before publication is that of the news


class DayOfMonth(Struct, frozen=True, gc=False):
    """ "The 14th": a day whose month is not named. It is that of the date named just before, or the last
    one."""

    day: int
    direction: int | None = None  # "el pasado día 12"

    def place(self, ground: Ground) -> Placed | None:
        now = ground.published
        if self.direction is not None:
            return directed(self._near(now), now, self.direction) if now is not None else None
        named = ground.named if now is None else ground.close
        if now is not None and self.day <= now.day < self.day + _FRESH and not ground.future:
            return calendars.day(now.replace(day=self.day)), f"past reading: the last such day up to {now}"
        on = self._in_month_of(named) if named is not None else None
        if named is not None and on is not None and (now is None or on <= now):
            return calendars.day(on), f"in the month of {named.iso}, named just before"
        if now is None:
            return None
        days = self._near(now)
        if ground.future:
            coming = [d for d in days if d >= now]
            return calendars.day(coming[0]), f"the clause looks ahead: the next such day from {now}"
        if ground.planned:
            return calendars.day(nearest(days, now, True)), f"planned before: the nearest such day to {now}"
        past = [d for d in days if d <= now]
        return calendars.day(past[-1]), f"past reading: the last such day up to {now}"

    def _near(self, now: date) -> list[date]:
        """This day in the two months before and after that of `now`."""
        months = [calendars.month(now.year, now.month + n) for n in range(-2, 3)]
        return [m.first.replace(day=self.day) for m in months if self.day <= m.last.day]

    def _in_month_of(self, named: Period) -> date | None:
        """This day in the month of a day before it, or of a whole month; None where it is not in it."""
        if named.grain not in ("day", "month") or (named.grain == "day" and self.day < named.first.day):
            return None
        last = calendars.month_end(named.first.year, named.first.month).day
        return named.first.replace(day=self.day) if self.day <= last else None


class Month(Struct, frozen=True, gc=False):
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
        if ground.planned:
            ahead = (self.month - now.month) % 12
            month = calendars.month(now.year, now.month + (ahead if ahead < 6 else ahead - 12))
            return month, f"planned before: the nearest such month to {now}"
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


class Weekend(Struct, frozen=True, gc=False):
    """ "At the weekend", with no word that says which: the last one begun, or where the clause looks ahead
    the next."""

    def place(self, ground: Ground) -> Placed | None:
        now = ground.published
        if now is None:
            return None
        if ground.future:
            return calendars.weekend(now), f"the clause looks ahead: the weekend of the week of {now}"
        return calendars.weekend(now - timedelta(5)), f"past reading: the last weekend up to {now}"


class Season(Struct, frozen=True, gc=False):
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
