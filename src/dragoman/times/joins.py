"""Joins: what points say together: a month of a year, part of a day, from one to another, since, until."""

from typing import Any

from msgspec.structs import replace

from dragoman.times.classes import class_names
from dragoman.times.counted import count, period
from dragoman.times.fields import Day, DayOfMonth, Weekday
from dragoman.times.shapes import Build, Found, Point
from dragoman.times.symbols import Ahead, Cut, Fixed, Nth, Range, Shift, Symbol, Within


def same_year(found: Found) -> tuple[str, Symbol | None, str | None]:
    """ "Last year, 2013": the year as written."""
    year = found.get("p_year")
    return "p_year", year.symbol, year.mod


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


def range_year(found: Found) -> tuple[str, Symbol] | None:
    """ "From 5/1 to 5/7, 2020": a range of days without year, and its year."""
    inner, year = found.get("p_range").symbol, found.get("p_year").symbol
    if not isinstance(inner, Range) or not (isinstance(year, Fixed) and year.period):
        return None
    first, last = inner.first, inner.last
    if not (isinstance(first, Day) and isinstance(last, Day)) or first.year or last.year:
        return None
    return "p_range", Range(first, replace(last, year=year.period.first.year))


def directed_day(found: Found) -> tuple[str, Symbol] | None:
    """ "Next 5/12"."""
    symbol = found.get("p_month_day").symbol
    if not isinstance(symbol, Day) or symbol.direction is not None:
        return None
    return "p_month_day", replace(symbol, direction=found.get("direction"))


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


def cut(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    edge = found.get("edge")
    of = found.get("p_point") or found.get("p_range")
    if of is None:
        unit = found.get("unit")
        base: Any = "published"
        of = Point("p_period", Shift(unit[0], 0, base), "unit")
    if of.symbol is None:
        return None
    days = of.cls in class_names("p_days")
    mod = {"start": "start", "mid": "mid", "end": "end"}.get(edge)
    symbol = of.symbol if days or mod is None else Cut(of.symbol, edge)
    return of.cls, symbol, of.mod if days else mod or of.mod


def cut_unit(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    unit = found.get("unit")
    if unit[0] not in ("month", "year", "week", "day", "quarter", "decade", "century"):
        return None
    cls, symbol = period(unit[0], 0, "published")
    edge = found.get("edge")
    if unit[0] == "day":
        return (cls, symbol, None) if edge in ("earlier", "later") else None
    mod = edge if edge in ("start", "mid", "end") else None
    return cls, Cut(symbol, edge) if mod else symbol, mod


def part_of_day(found: Found) -> tuple[str, Symbol | None, str | None]:
    point = found.get("p_days")
    return point.cls, point.symbol, point.mod


def merge(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    """Two names of one day side by side: "today, Wednesday", "yesterday (Monday)", "Saturday 15 Muharram"."""
    points = list(found.all("p_days"))
    first, second = points[0], points[1]
    if isinstance(first.symbol, Weekday) and isinstance(second.symbol, Day):
        if second.symbol.weekday is None and first.symbol.day is None and first.symbol.base == "published":
            day = second.symbol
            merged = Day(day.month, day.day, day.year, first.symbol.weekday, day.direction, day.calendar)
            return second.cls, merged, None
        return None
    relative = [
        p
        for p in points
        if isinstance(p.symbol, Shift) and p.symbol.of is None and p.symbol.base == "published"
    ]
    if len(relative) == 1 and isinstance((second if relative[0] is first else first).symbol, Weekday | Day):
        return "p_day", relative[0].symbol, None
    return None


def weekday_after(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    """The weekday, or the word "day", after the date: Turkish "4 Ekim Perşembe günü"."""
    points = found.all("p_days")
    symbol = points[0].symbol
    if len(points) > 1:
        other = points[1].symbol
        if not isinstance(symbol, Day) or not isinstance(other, Weekday) or symbol.weekday is not None:
            return None
        if other.direction is not None or other.day is not None:
            return None
        symbol = replace(symbol, weekday=other.weekday)
    return points[0].cls, symbol, points[0].mod


def range_(found: Found) -> tuple[str, Symbol, str | None] | None:
    points = [item.value for item in found.items if isinstance(item.value, Point)]
    first, last = points[0], points[1]
    if first.symbol is None or last.symbol is None or last.mod in ("since", "before", "after"):
        return None
    days, coarse = class_names("p_days"), class_names("p_months")
    if found.has("and") and not found.has("between") and not (first.cls == last.cls and first.cls in coarse):
        return None
    opened = found.has("any_from") or found.has("between")
    if opened and first.cls in days and last.cls in coarse:
        return "p_range", Range(first.symbol, last.symbol), None
    if (first.cls in days and last.cls not in days) or (last.cls in days and first.cls not in days):
        return None
    return "p_range", Range(first.symbol, last.symbol), first.mod if first.mod == last.mod else None


def night(found: Found) -> tuple[str, Symbol, str | None] | None:
    points = found.all("p_days")
    if points[0].symbol is None or points[1].symbol is None:
        return None
    return "p_range", Range(points[0].symbol, points[1].symbol), None


def day_of_named(found: Found) -> tuple[str, Symbol, str | None] | None:
    whole, day = found.get("p_period"), found.get("p_day_only")
    if not (
        isinstance(whole.symbol, Shift)
        and whole.symbol.unit == "month"
        and isinstance(day.symbol, DayOfMonth)
    ):
        return None
    return "p_day", Nth(day.symbol.day, "day", whole.symbol), None


def cut_after(found: Found) -> tuple[str, Symbol, str | None] | None:
    of = found.get("p_point")
    if of.symbol is None or of.cls in class_names("p_days"):
        return None
    return of.cls, Cut(of.symbol, found.get("edge_after")), found.get("edge_after")


def starting(found: Found) -> tuple[str, Symbol | None, str | None]:
    point = next(item.value for item in found.items if isinstance(item.value, Point))
    symbol: Symbol | None = point.symbol
    if isinstance(symbol, Weekday) and symbol.direction is None:
        symbol = Ahead(symbol)
    return "p_any", symbol, "since"


def night_to(found: Found) -> tuple[str, Symbol, str | None] | None:
    """ "The night to Sunday": Saturday and Sunday."""
    day = found.get("p_days")
    if day.symbol is None:
        return None
    return "p_range", Range(Shift("day", -1, "named", day.symbol), day.symbol), None


def night_range(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    stretch = found.get("p_range")
    return "p_range", stretch.symbol, stretch.mod


def day_to(found: Found) -> tuple[str, Symbol] | None:
    """ "Du 13 au dimanche 15 juillet", "14. - 15.10.2018": the first day takes its month from the second."""
    last = next((item.value.symbol for item in found.items if isinstance(item.value, Point)), None)
    first = found.all("day_number")[0]
    opened = found.has("any_from") or found.has("between")
    if not isinstance(last, Day) or not 1 <= first < last.day:
        return None
    if found.has("dash") and last.year is None:
        return None
    if (
        not opened
        and not found.has("dot")
        and not (found.has("dash") and len(found.items) == 3)
        and not found.has("day_ordinal")
    ):
        return None
    if found.has("and") and not found.has("between"):
        return None
    return "p_range", Range(replace(last, day=first, weekday=None), last)


def period_days(found: Found) -> tuple[str, Symbol] | None:
    """ "Next month from the 4th to the 23rd"."""
    symbol = found.get("p_period").symbol
    first, last = found.all("plain_day")
    if not (isinstance(symbol, Shift) and symbol.unit == "month" and 1 <= first < last <= 31):
        return None
    return "p_range", Range(Nth(first, "day", symbol), Nth(last, "day", symbol))


def nth_back(found: Found) -> tuple[str, Symbol] | None:
    """The whole before its part: Turkish "2015'in ilk haftası", Chinese "十月的第一个星期一"."""
    whole = next(item.value for item in found.items if isinstance(item.value, Point))
    n = found.get("ordered")
    if whole.symbol is None or (whole.cls == "p_period" and not isinstance(whole.symbol, Shift)):
        return None
    unit = found.get("unit")
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


def hence_weeks(found: Found) -> tuple[str, Symbol] | None:
    """ "Lundi en huit": the coming Monday and a week."""
    day = found.get("p_weekday").symbol
    if not isinstance(day, Weekday) or day.direction is not None:
        return None
    return "p_day", Shift("week", found.get("week_hence"), "named", Ahead(day), True)


def case_range(found: Found) -> tuple[str, Symbol] | None:
    """From and to as endings: Turkish "Mayıs'tan Eylül'e kadar"."""
    points = [item.value for item in found.items if isinstance(item.value, Point)]
    first, last = points[0].symbol, points[1].symbol
    return None if first is None or last is None else ("p_range", Range(first, last))


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


def from_point(sign: int) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None] | None:
        unit = found.get("unit")
        of = next(item.value for item in found.items if isinstance(item.value, Point))
        number = count(found)
        if number is None or of.symbol is None:
            return "p_any", None
        return "p_period" if of.cls not in class_names("p_days") else "p_day", Shift(
            unit[0], sign * number, "named", of.symbol, True
        )

    return build


def open_(mod: str) -> Build:
    def build(found: Found) -> tuple[str, Symbol | None, str | None] | None:
        point = next(item.value for item in found.items if isinstance(item.value, Point))
        symbol = point.symbol
        if found.has("the") and point.rule == "year":
            return None  # "before the 2014 protests"
        if mod == "before" and isinstance(symbol, Cut) and symbol.edge == "end":
            return (
                "p_day",
                Nth(-1, "day", symbol.of),
                mod,
            )  # "by the end of September": its last day is the limit
        return "p_any", symbol, mod

    return build
