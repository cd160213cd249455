"""Wholes: points that lie in a whole named beside them: a month of a year, the n-th weekday of a month."""

from msgspec.structs import replace

from dragoman.times import calendars
from dragoman.times.classes import class_names
from dragoman.times.counted import count
from dragoman.times.fields import Day, DayOfMonth, Month, Season, Weekday
from dragoman.times.shapes import Found, Point
from dragoman.times.symbols import Fixed, Nth, Range, Shift, Symbol, Within


def nth(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_point")
    n = found.get("ordered")
    if n is None:
        n = found.get("any_direction")
    if of is None or of.symbol is None:
        return None
    weekday = found.get("weekday")
    if weekday is None:
        inner = found.all("p_weekday")
        shifts = [p for p in found.all("p_point") if isinstance(p.symbol, Shift)]
        if n is None and not inner and shifts and shifts[0] is of:
            return nth_shift(found.all("p_point"))
        if inner and isinstance(inner[0].symbol, Weekday):
            if inner[0].symbol.direction is not None:
                n = inner[0].symbol.direction
            weekday = inner[0].symbol.weekday
            of = next((p for p in found.all("p_point") if p is not inner[0]), None)
            if of is None or of.symbol is None:
                return None
    if n is None:
        return None
    if weekday is not None:
        return "p_day", Nth(n, "weekday", of.symbol, weekday)
    unit = found.get("unit")
    if unit is None:
        return None
    if unit[0] in ("year", "decade", "century") and of.cls in class_names("p_months") | class_names("p_days"):
        return None  # no month has years
    cls = {"day": "p_day", "week": "p_week"}.get(unit[0], "p_period")
    return cls, Nth(n, unit[0], of.symbol)


def nth_shift(points: list[Point]) -> tuple[str, Symbol] | None:
    """ "The last week of 2015": read as "last week" at first, but a whole follows of which it is the last."""
    inner, whole = points[0], points[-1]
    shift = inner.symbol
    if (
        whole is inner
        or not isinstance(shift, Shift)
        or whole.symbol is None
        or shift.base != "published"
        or shift.count != -1
        or shift.unit == "year"
        or (shift.unit == "month" and whole.cls in class_names("p_months"))
    ):
        return None
    return inner.cls, Nth(-1, shift.unit, whole.symbol)


def week_of(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_days")
    return ("p_week", Shift("week", 0, "named", of.symbol)) if of.symbol is not None else None


def week_of_day(found: Found) -> tuple[str, Symbol]:
    """ "The week of the 18th"."""
    return "p_week", Shift("week", 0, "named", DayOfMonth(found.get("day_ordinal")))


def weekdays_of_week(found: Found) -> tuple[str, Symbol] | None:
    """ "Next week between Wednesday and Friday"."""
    week = found.get("p_week").symbol
    first, last = (point.symbol for point in found.all("p_weekday"))
    if week is None or not (isinstance(first, Weekday) and isinstance(last, Weekday)):
        return None
    return "p_range", Range(Within(first, week), Within(last, week))


def first_units(found: Found) -> tuple[str, Symbol] | None:
    """ "The last four months of 2021": from the n-th to the last unit of a whole."""
    of = found.get("p_point")
    n = found.get("ordered") if found.has("ordered") else found.get("any_direction")
    unit, number = found.get("unit"), count(found)
    if of.symbol is None or number is None or n not in (1, -1):
        return None
    ends = (1, number) if n == 1 and found.has("ordered") else (-number, -1)
    return "p_range", Range(Nth(ends[0], unit[0], of.symbol), Nth(ends[1], unit[0], of.symbol))


def of_month(found: Found) -> tuple[str, Symbol] | None:
    """ "The first Monday of the month": the month of publication."""
    n = found.get("ordered")
    if n is None:
        n = found.get("any_direction")
    unit = found.all("unit")
    of = Shift(unit[-1][0], 0)
    inner = found.get("p_weekday")
    if inner is not None and isinstance(inner.symbol, Weekday):
        if inner.symbol.direction is not None:
            n = inner.symbol.direction
        return ("p_day", Nth(n, "weekday", of, inner.symbol.weekday)) if n is not None else None
    return None if n is None else ("p_period", Nth(n, unit[0][0], of))


def nth_back(found: Found) -> tuple[str, Symbol] | None:
    """The whole before its part: Turkish "2015'in ilk haftası", Chinese "十月的第一个星期一"."""
    whole = next(item.value for item in found.items if isinstance(item.value, Point))
    n = found.get("ordered")
    if whole.symbol is None or (whole.cls == "p_period" and not isinstance(whole.symbol, Shift)):
        return None
    unit = next(iter(found.all("unit")[::-1]), None) if found.items[-1].cls != "p_weekday" else None
    if unit is not None:
        return {"day": "p_day", "week": "p_week"}.get(unit[0], "p_period"), Nth(n, unit[0], whole.symbol)
    inner = found.get("p_weekday").symbol
    if not isinstance(inner, Weekday) or inner.direction is not None or inner.day is not None:
        return None
    return "p_day", Nth(n, "weekday", whole.symbol, inner.weekday)


def half_of(found: Found) -> tuple[str, Symbol] | None:
    """ "明年下半年", "week 27 of last year": a part of the year beside it, not of that of publication."""
    half, year = found.get("p_period").symbol, found.get("p_years").symbol
    if not (isinstance(half, Nth) and half.of == Shift("year", 0)) or year is None:
        return None
    return "p_period", replace(half, of=year)


def decade_of(found: Found) -> tuple[str, Symbol, str | None] | None:
    """ "The nineties of the last century", "the fifties of the 20th century": the decade in that century."""
    points = [item.value for item in found.items if isinstance(item.value, Point)]
    inner, whole = points if points[0].rule == "decade" else points[::-1]
    if inner.rule != "decade" or not isinstance(inner.symbol, Fixed) or inner.symbol.period is None:
        return None
    century = whole.symbol
    if isinstance(century, Shift):
        known = century.unit == "century" and century.count == -1
        return (inner.cls, inner.symbol, inner.mod) if known else None
    if not isinstance(century, Fixed) or century.period is None or century.period.grain != "century":
        return None
    first = century.period.first.year - 1 + inner.symbol.period.first.year % 100
    return inner.cls, Fixed(calendars.years(first, first + 9, "decade")), inner.mod


def units_back(found: Found) -> tuple[str, Symbol] | None:
    """ "2021年的最後4个月": so many units at the beginning or end of the year named before them."""
    whole = found.get("p_years").symbol
    n, unit, number = found.get("ordered"), found.get("unit"), count(found)
    if whole is None or number is None or n not in (1, -1):
        return None
    ends = (1, number) if n == 1 else (-number, -1)
    return "p_range", Range(Nth(ends[0], unit[0], whole), Nth(ends[1], unit[0], whole))


def day_back(found: Found) -> tuple[str, Symbol] | None:
    """The month before its day: Turkish "gelecek ayın 20'si"."""
    symbol = found.get("p_period").symbol
    day = found.get("day_ordinal")
    if not (isinstance(symbol, Shift) and symbol.unit == "month" and 1 <= day <= 31):
        return None
    return "p_day", Nth(day, "day", symbol)


def stretch_of(found: Found) -> tuple[str, Symbol] | None:
    """ "The last four months of 2021": read as up to now at first, but a whole follows."""
    stretch, whole = found.get("p_range"), found.get("p_years")
    inner = stretch.symbol
    if whole.symbol is None or not stretch.rule.endswith("stretch") or not isinstance(inner, Range):
        return None
    first = inner.first
    if not isinstance(first, Shift) or first.count >= 0:
        return None
    return "p_range", Range(Nth(first.count, first.unit, whole.symbol), Nth(-1, first.unit, whole.symbol))


def days_of_period(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_point")
    days = found.all("plain_day")
    symbol = of.symbol
    if not (isinstance(symbol, Shift) and symbol.unit == "month" and 1 <= days[0] <= 31):
        return None
    if len(days) == 1:
        return "p_day", Nth(days[0], "day", symbol)
    return (
        ("p_range", Range(Nth(days[0], "day", symbol), Nth(days[1], "day", symbol)))
        if days[0] < days[1] <= 31
        else None
    )


def period_days(found: Found) -> tuple[str, Symbol] | None:
    """ "Next month from the 4th to the 23rd"."""
    symbol = found.get("p_period").symbol
    first, last = found.all("plain_day")
    if not (isinstance(symbol, Shift) and symbol.unit == "month" and 1 <= first < last <= 31):
        return None
    return "p_range", Range(Nth(first, "day", symbol), Nth(last, "day", symbol))


def day_of_named(found: Found) -> tuple[str, Symbol, str | None] | None:
    whole, day = found.get("p_period"), found.get("p_day_only")
    if not (
        isinstance(whole.symbol, Shift)
        and whole.symbol.unit == "month"
        and isinstance(day.symbol, DayOfMonth)
    ):
        return None
    return "p_day", Nth(day.symbol.day, "day", whole.symbol), None


def within(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    inner, outer = parts[0], parts[1]
    if inner.symbol is None or outer.symbol is None:
        return None
    cls = (
        "p_month_year"
        if inner.cls == "p_month"
        else "p_day"
        if inner.cls in class_names("p_days")
        else "p_period"
    )
    return cls, Within(inner.symbol, outer.symbol), inner.mod or outer.mod


def range_within(found: Found) -> tuple[str, Symbol] | None:
    """ "February and March of last year": both ends lie in the year."""
    inner, year = found.get("p_range").symbol, found.get("p_years").symbol
    if year is None or not isinstance(inner, Range):
        return None
    ends = inner.first, inner.last
    if any(not isinstance(end, Month | Day) or end.year is not None or end.direction for end in ends):
        return None
    return "p_range", Range(Within(ends[0], year), Within(ends[1], year))


def season_within(found: Found) -> tuple[str, Symbol] | None:
    """ "Sommer vergangenen Jahres"."""
    year = found.get("p_years").symbol
    return ("p_period", Within(Season(found.get("season")), year)) if year is not None else None


def within_year_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return (
        "p_month_year" if parts[1].cls == "p_month" else "p_day",
        Within(parts[1].symbol, parts[0].symbol),
        parts[1].mod,
    )


def within_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return "p_day", Within(parts[1].symbol, parts[0].symbol), None
