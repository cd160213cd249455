"""Passes: the shapes that put points together: parts of a whole, parts of a day, ranges, open ends.

The passes run one after the other, each until nothing of it fits any more; so what binds closest comes first.
"""

from typing import Any

from dragoman.times.classes import class_names
from dragoman.times.fields import Day, Weekday
from dragoman.times.points import count, period
from dragoman.times.shapes import Build, Found, Point, Shape, shape
from dragoman.times.symbols import Cut, Nth, Range, Shift, Symbol, Within


def _same_year(found: Found) -> tuple[str, Symbol | None, str | None]:
    """ "Last year, 2013": the year as written."""
    year = found.get("p_year")
    return "p_year", year.symbol, year.mod


def _within(found: Found) -> tuple[str, Symbol, str | None] | None:
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


def _within_year_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return (
        "p_month_year" if parts[1].cls == "p_month" else "p_day",
        Within(parts[1].symbol, parts[0].symbol),
        parts[1].mod,
    )


def _within_back(found: Found) -> tuple[str, Symbol, str | None] | None:
    parts = [item.value for item in found.items if isinstance(item.value, Point)]
    if parts[0].symbol is None or parts[1].symbol is None:
        return None
    return "p_day", Within(parts[1].symbol, parts[0].symbol), None


def _nth(found: Found) -> tuple[str, Symbol] | None:
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
            return _nth_shift(found.all("p_point"))
        if inner and isinstance(inner[0].symbol, Weekday):
            if inner[0].symbol.direction is not None:
                n = inner[0].symbol.direction
            weekday = inner[0].symbol.weekday
            of = next(p for p in found.all("p_point") if p is not inner[0])
    if n is None:
        return None
    if weekday is not None:
        return "p_day", Nth(n, "weekday", of.symbol, weekday)
    unit = found.get("unit")
    if unit is None:
        return None
    cls = {"day": "p_day", "week": "p_week"}.get(unit[0], "p_period")
    return cls, Nth(n, unit[0], of.symbol)


def _nth_shift(points: list[Point]) -> tuple[str, Symbol] | None:
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


def _week_of(found: Found) -> tuple[str, Symbol] | None:
    of = found.get("p_days")
    return ("p_week", Shift("week", 0, "named", of.symbol)) if of.symbol is not None else None


def _first_units(found: Found) -> tuple[str, Symbol] | None:
    """ "The last four months of 2021": from the n-th to the last unit of a whole."""
    of = found.get("p_point")
    n = found.get("ordered") if found.has("ordered") else found.get("any_direction")
    unit, number = found.get("unit"), count(found)
    if of.symbol is None or number is None or n not in (1, -1):
        return None
    ends = (1, number) if n == 1 and found.has("ordered") else (-number, -1)
    return "p_range", Range(Nth(ends[0], unit[0], of.symbol), Nth(ends[1], unit[0], of.symbol))


def _of_month(found: Found) -> tuple[str, Symbol] | None:
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


def _cut(found: Found) -> tuple[str, Symbol | None, str | None] | None:
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


def _cut_unit(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    unit = found.get("unit")
    if unit[0] not in ("month", "year", "week", "day", "quarter", "decade", "century"):
        return None
    cls, symbol = period(unit[0], 0, "published")
    edge = found.get("edge")
    if unit[0] == "day":
        return (cls, symbol, None) if edge in ("earlier", "later") else None
    mod = edge if edge in ("start", "mid", "end") else None
    return cls, Cut(symbol, edge) if mod else symbol, mod


def _part_of_day(found: Found) -> tuple[str, Symbol | None, str | None]:
    point = found.get("p_days")
    return point.cls, point.symbol, point.mod


def _merge(found: Found) -> tuple[str, Symbol | None, str | None] | None:
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


def _range(found: Found) -> tuple[str, Symbol, str | None] | None:
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


def _night(found: Found) -> tuple[str, Symbol, str | None] | None:
    points = found.all("p_days")
    if points[0].symbol is None or points[1].symbol is None:
        return None
    return "p_range", Range(points[0].symbol, points[1].symbol), None


def _night_to(found: Found) -> tuple[str, Symbol, str | None] | None:
    """ "The night to Sunday": Saturday and Sunday."""
    day = found.get("p_days")
    if day.symbol is None:
        return None
    return "p_range", Range(Shift("day", -1, "named", day.symbol), day.symbol), None


def _night_range(found: Found) -> tuple[str, Symbol | None, str | None] | None:
    stretch = found.get("p_range")
    return "p_range", stretch.symbol, stretch.mod


def _days_of_period(found: Found) -> tuple[str, Symbol] | None:
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


def _from_point(sign: int) -> Build:
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


def _open(mod: str) -> Build:
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


PASSES: list[list[Shape]] = [
    [
        *shape(
            "merged",
            "p_weekday comma? corresponding? p_month_day | p_days comma? (lparen p_days rparen | p_days)",
            _merge,
        ),
    ],
    [
        *shape("night_to", "the? part night_to the? p_days", _night_to),
        *shape("night_range", "the? part any_of? p_range", _night_range),
        *shape("night", "the? part any_of? the? p_days prep the? p_days", _night),
        *shape(
            "part_of_day",
            "(the? part any_of? prep? the?)+ p_days (part | prep the? part)? | (edge part? prep?)* p_days "
            "comma? (part | prep the? part)",
            _part_of_day,
        ),
    ],
    [
        *shape(
            "within_year",
            "(p_month_day | p_month | p_season) comma? any_of? prep? p_year_of | (p_month | p_month_day | "
            "p_season) any_of? p_year",
            _within,
        ),
        *shape(
            "within_year_back",
            "p_year_of comma? prep? (p_month | p_month_day | p_season)",
            _within_year_back,
        ),
        *shape("within_week", "p_weekday comma? any_of? (from | prep)? p_week", _within),
        *shape("within_week_back", "p_week comma? prep? p_weekday", _within_back),
        *shape(
            "nth",
            "the? (ordered | direction) (unit | p_weekday) (any_of | prep)? the? p_point | p_weekday "
            "ordered any_of p_point",
            _nth,
        ),
        *shape(
            "nth_last",
            "(p_weekday | p_week | p_day | p_period) (any_of | prep) the? (p_months | p_years | p_period)",
            _nth,
        ),
        *shape("same_year", "p_year_of p_year", _same_year),
        *shape("week_of", "the? week_word any_of? the? p_days", _week_of),
        *shape("first_units", "the? (ordered | direction) count unit (any_of | prep) p_point", _first_units),
        *shape("nth_unit", "the? unit (ordered | any_direction) (any_of | prep) p_point", _nth),
        *shape(
            "nth_of_this",
            "the? (ordered p_weekday | p_weekday | ordered unit) (any_of | prep) the? month_word",
            _of_month,
        ),
    ],
    [
        *shape("cut", "(edge dash? prep?) any_of? the? (p_point | p_range)", _cut),
        *shape("cut_unit", "edge any_of? prep? the? unit", _cut_unit),
        *shape(
            "days_of_period",
            "any_from? plain_day (any_to plain_day)? (any_of | prep)? p_period | between plain_day and "
            "plain_day (any_of | prep)? p_period",
            _days_of_period,
        ),
    ],
    [
        *shape("after_point", "(count | few)? unit any_after p_point", _from_point(1)),
        *shape("from_point", "count unit from p_point", _from_point(1)),
        *shape("before_point", "(count | few)? unit any_before p_point", _from_point(-1)),
    ],
    [
        *shape(
            "range",
            "any_from? p_point any_to the? p_point | between p_point and p_point | p_point and p_point",
            _range,
        ),
    ],
    [
        *shape("since", "since the? (p_point | p_range | p_any)", _open("since")),
        *shape("before", "(any_before | any_until) the? (p_point | p_range)", _open("before")),
        *shape("after", "any_after the? (p_point | p_range)", _open("after")),
        *shape("about", "about (p_point | p_range)", _open("about")),
    ],
]
