"""Passes: the shapes that put points together: parts of a whole, parts of a day, ranges, open ends.

The passes run one after the other, each until nothing of it fits any more; so what binds closest comes first.
"""

from dragoman.times.joins import (
    cut,
    cut_after,
    cut_unit,
    day_to,
    directed_day,
    from_point,
    hence_weeks,
    merge,
    night,
    night_pair,
    night_range,
    night_to,
    open_,
    part_of_day,
    range_,
    range_year,
    same_year,
    starting,
    weekday_after,
)
from dragoman.times.shapes import Shape, shape
from dragoman.times.wholes import (
    day_back,
    day_of_named,
    days_of_period,
    decade_of,
    first_units,
    half_of,
    nth,
    nth_back,
    of_month,
    period_days,
    range_within,
    season_within,
    stretch_of,
    units_back,
    week_of,
    week_of_day,
    weekdays_of_week,
    within,
    within_back,
    within_year_back,
)

PASSES: list[list[Shape]] = [
    [
        *shape("span_years", "p_range year_word", night_range),
        *shape(
            "day_of_weekday",
            "p_days day_word | p_month_day comma? p_weekday | p_day p_weekday | "
            "(p_month_day | p_day) lparen p_weekday rparen",
            weekday_after,
        ),
        *shape(
            "merged",
            "p_weekday comma? corresponding? p_month_day | p_days comma? (lparen p_days rparen | p_days) | "
            "p_days comma (prep | corresponding) p_days",
            merge,
        ),
        *shape("hence_weeks", "p_weekday week_hence", hence_weeks),
    ],
    [
        *shape("night_to", "the? part night_to the? p_days", night_to),
        *shape("night_range", "the? part any_of? p_range", night_range),
        *shape("night_pair", "the? part any_of? the? p_weekday dash? p_weekday", night_pair),
        *shape("night_join", "p_days p_days night_join part", night),
        *shape("night", "the? part (any_of | from)? the? p_days prep the? p_days", night),
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
            "p_season) any_of? prep? p_year",
            within,
        ),
        *shape(
            "within_year_back",
            "p_year_of comma? any_of? prep? (p_month | p_month_day | p_season)",
            within_year_back,
        ),
        *shape(
            "range_within",
            "p_range comma? any_of? prep? p_year_of | p_year_of comma? any_of? prep? p_range",
            range_within,
        ),
        *shape("season_within", "the? season any_of? prep? (p_year_of | p_year)", season_within),
        *shape("day_of_period", "p_period comma? any_of? p_day_only", day_of_named),
        *shape("within_week", "p_weekday comma? any_of? (from | prep)? p_week", within),
        *shape("within_week_back", "p_week (comma | dash | any_of)? prep? p_weekday", within_back),
        *shape(
            "nth",
            "the? (ordered | direction) (unit | p_weekday) (any_of | prep)? the? p_point | p_weekday "
            "ordered any_of p_point | (p_month | p_month_year | p_year | p_year_of) any_of? ordered "
            "(unit | p_weekday)",
            nth,
        ),
        *shape(
            "nth_last",
            "(p_weekday | p_week | p_day | p_period) (any_of | prep) the? (p_months | p_years | p_period)",
            nth,
        ),
        *shape("same_year", "p_year_of p_year", same_year),
        *shape("week_of_day", "the? week_word any_of the? day_ordinal", week_of_day),
        *shape(
            "weekdays_of_week",
            "p_week comma? (between | any_from) p_weekday (and | any_to)? p_weekday",
            weekdays_of_week,
        ),
        *shape(
            "week_of", "the? week_word (any_of | week_from)? the? p_days | p_month_day week_word", week_of
        ),
        *shape(
            "nth_back",
            "(p_months | p_years | p_period) month_word? any_of? the? ordered (unit | p_weekday)",
            nth_back,
        ),
        *shape("decade_of", "p_period any_of? the? p_period", decade_of),
        *shape("half_of", "p_years p_period | p_period any_of? p_years", half_of),
        *shape("units_back", "p_years any_of? ordered count unit", units_back),
        *shape("stretch_of", "p_range any_of p_years", stretch_of),
        *shape(
            "day_to",
            "(any_from | between)? the? day_number dot? (any_to | and | slash | night_to) the? "
            "(p_day | p_month_day)",
            day_to,
        ),
        *shape(
            "period_days",
            "p_period (any_from | between) the? plain_day dot? (any_to | and) the? plain_day dot?",
            period_days,
        ),
        *shape("first_units", "the? (ordered | direction) count unit (any_of | prep) p_point", first_units),
        *shape(
            "nth_unit",
            "the? unit (ordered | any_direction) (any_of | prep) p_point | the? unit ordered p_point",
            nth,
        ),
        *shape(
            "nth_of_this",
            "the? (ordered p_weekday | p_weekday | ordered unit) ((any_of | prep) the? | the) month_word",
            of_month,
        ),
    ],
    [
        *shape("cut", "(edge dash? prep?) any_of? the? (p_point | p_range)", cut),
        *shape("cut_after", "(p_point) edge_after", cut_after),
        *shape("cut_unit", "edge any_of? prep? the? unit | the? unit any_of? edge_after", cut_unit),
        *shape("day_back", "p_period day_ordinal", day_back),
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
            "any_from? p_point dot? any_to the? p_point | p_point comma? p_point to_after | "
            "between p_point and p_point | p_point and p_point between_after | p_point and p_point",
            range_,
        ),
    ],
    [
        *shape("night_range", "the? part any_of? p_range", night_range),
        *shape("range_year", "p_range comma p_year", range_year),
        *shape("directed_day", "direction p_month_day", directed_day),
        *shape("starting", "starting the? (p_point | p_range)", starting),
        *shape(
            "since",
            "since? (p_point | p_range | p_any) since_after | since the? (p_point | p_range | p_any)",
            open_("since"),
        ),
        *shape(
            "before",
            "(any_before | any_until) the? (p_point | p_range) | (p_point | p_range) to_after",
            open_("before"),
        ),
        *shape("after", "any_after the? (p_point | p_range)", open_("after")),
        *shape("about", "about (p_point | p_range)", open_("about")),
    ],
]
