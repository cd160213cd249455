"""Joins: what points say together: part of a day, from one to another, since, until."""

from typing import Any

from msgspec.structs import replace

from dragoman.times.classes import class_names
from dragoman.times.counted import count, period
from dragoman.times.fields import Day, DayOfMonth, Weekday
from dragoman.times.shapes import Build, Found, Point
from dragoman.times.symbols import Ahead, Cut, Fixed, Nth, Range, Shift, Symbol


def same_year(found: Found) -> tuple[str, Symbol | None, str | None]:
    """ "Last year, 2013": the year as written."""
    year = found.get("p_year")
    return "p_year", year.symbol, year.mod


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
    edge = found.get("edge") or found.get("edge_after")
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
    named = isinstance(first.symbol, Shift) and first.symbol.unit == "day" and first.symbol.base == "named"
    if named and isinstance(second.symbol, Day) and first.symbol.of is None:  # "the next day, 8 June"
        return second.cls, second.symbol, None
    relative = [
        p
        for p in points
        if isinstance(p.symbol, Shift) and p.symbol.of is None and p.symbol.base == "published"
    ]
    other = second.symbol if relative and relative[0] is first else first.symbol
    if len(relative) == 1 and isinstance(other, Day) and other.calendar == "gregorian":
        return ("p_month_day" if other.year is None else "p_day"), other, None  # the date says it best
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
    between = found.has("between") or found.has("between_after")
    if found.has("and") and not between and not (first.cls == last.cls and first.cls in coarse):
        # "10月14日和15日": of two days side by side the second has no month
        if not (isinstance(first.symbol, Day) and isinstance(last.symbol, DayOfMonth)):
            return None
        if last.symbol.day != first.symbol.day + 1:
            return None
    opened = found.has("any_from") or between
    if isinstance(first.symbol, Weekday) and first.symbol.day and isinstance(last.symbol, Day):
        if first.symbol.day < last.symbol.day:  # "from Monday 1 to Friday 5 July"
            return (
                "p_range",
                Range(replace(last.symbol, day=first.symbol.day, weekday=None), last.symbol),
                None,
            )
        return None
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


def night_pair(found: Found) -> tuple[str, Symbol, str | None] | None:
    """ "ليل الاثنين الثلاثاء": the night between two days side by side."""
    first, last = (point.symbol for point in found.all("p_weekday"))
    if not (isinstance(first, Weekday) and isinstance(last, Weekday)) or first.direction or last.day:
        return None
    return ("p_range", Range(first, last), None) if last.weekday == first.weekday % 7 + 1 else None


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
    if found.has("dash") and last.year is None and not found.has("dot"):
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


def hence_weeks(found: Found) -> tuple[str, Symbol] | None:
    """ "Lundi en huit": the coming Monday and a week."""
    day = found.get("p_weekday").symbol
    if not isinstance(day, Weekday) or day.direction is not None:
        return None
    return "p_day", Shift("week", found.get("week_hence"), "named", Ahead(day), True)


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
