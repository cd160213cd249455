"""Passes: the shapes that put points together: parts of a whole, parts of a day, ranges, open ends.

The passes run one after the other, each until nothing of it fits any more; so what binds closest comes first.
"""

from dragoman.times.joins import (
    cut,
    cut_after,
    cut_unit,
    day_of_named,
    days_of_period,
    first_units,
    from_point,
    merge,
    night,
    night_range,
    night_to,
    nth,
    of_month,
    open_,
    part_of_day,
    range_,
    same_year,
    starting,
    week_of,
    weekday_after,
    within,
    within_back,
    within_year_back,
)
from dragoman.times.shapes import Shape, shape

PASSES: list[list[Shape]] = [
    [
        *shape("span_years", "p_range year_word", night_range),
        *shape("day_of_weekday", "p_days day_word | p_month_day p_weekday | p_day p_weekday", weekday_after),
        *shape(
            "merged",
            "p_weekday comma? corresponding? p_month_day | p_days comma? (lparen p_days rparen | p_days)",
            merge,
        ),
    ],
    [
        *shape("night_to", "the? part night_to the? p_days", night_to),
        *shape("night_range", "the? part any_of? p_range", night_range),
        *shape("night", "the? part any_of? the? p_days prep the? p_days", night),
        *shape(
            "part_of_day",
            "(the? part any_of? prep? the?)+ p_days (part | prep the? part)? | (edge part? prep?)* p_days "
            "comma? (part | prep the? part)",
            part_of_day,
        ),
    ],
    [
        *shape(
            "within_year",
            "(p_month_day | p_month | p_season) comma? any_of? prep? p_year_of | (p_month | p_month_day | "
            "p_season) any_of? p_year",
            within,
        ),
        *shape(
            "within_year_back",
            "p_year_of comma? prep? (p_month | p_month_day | p_season)",
            within_year_back,
        ),
        *shape("day_of_period", "p_period comma? p_day_only", day_of_named),
        *shape("within_week", "p_weekday comma? any_of? (from | prep)? p_week", within),
        *shape("within_week_back", "p_week comma? prep? p_weekday", within_back),
        *shape(
            "nth",
            "the? (ordered | direction) (unit | p_weekday) (any_of | prep)? the? p_point | p_weekday "
            "ordered any_of p_point",
            nth,
        ),
        *shape(
            "nth_last",
            "(p_weekday | p_week | p_day | p_period) (any_of | prep) the? (p_months | p_years | p_period)",
            nth,
        ),
        *shape("same_year", "p_year_of p_year", same_year),
        *shape("week_of", "the? week_word any_of? the? p_days", week_of),
        *shape("first_units", "the? (ordered | direction) count unit (any_of | prep) p_point", first_units),
        *shape("nth_unit", "the? unit (ordered | any_direction) (any_of | prep) p_point", nth),
        *shape(
            "nth_of_this",
            "the? (ordered p_weekday | p_weekday | ordered unit) (any_of | prep) the? month_word",
            of_month,
        ),
    ],
    [
        *shape("cut", "(edge dash? prep?) any_of? the? (p_point | p_range)", cut),
        *shape("cut_after", "(p_point) edge_after", cut_after),
        *shape("cut_unit", "edge any_of? prep? the? unit", cut_unit),
        *shape(
            "days_of_period",
            "any_from? plain_day (any_to plain_day)? (any_of | prep)? p_period | between plain_day and "
            "plain_day (any_of | prep)? p_period",
            days_of_period,
        ),
    ],
    [
        *shape("after_point", "(count | few)? unit any_after p_point", from_point(1)),
        *shape("from_point", "count unit from p_point", from_point(1)),
        *shape("before_point", "(count | few)? unit any_before p_point", from_point(-1)),
    ],
    [
        *shape(
            "range",
            "any_from? p_point any_to the? p_point | between p_point and p_point | p_point and p_point",
            range_,
        ),
    ],
    [
        *shape("starting", "starting the? (p_point | p_range)", starting),
        *shape("since", "since the? (p_point | p_range | p_any)", open_("since")),
        *shape("before", "(any_before | any_until) the? (p_point | p_range)", open_("before")),
        *shape("after", "any_after the? (p_point | p_range)", open_("after")),
        *shape("about", "about (p_point | p_range)", open_("about")),
    ],
]
