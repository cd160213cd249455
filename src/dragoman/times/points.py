"""Points: the table of the shapes that put words together into a date; what they say is built elsewhere."""

from dragoman.times.counted import (
    after_next,
    compound,
    in_direction,
    named_day,
    named_part,
    named_unit,
    period,
    relative,
    shift,
    stretch,
    week_number,
)
from dragoman.times.days import (
    bare_day,
    day_,
    day_month_short,
    day_of_month,
    day_range,
    feast,
    month_,
    month_half,
    month_range,
    no_day,
    numbered_month,
    spaced_month,
    weekday_,
    weekdays,
)
from dragoman.times.fields import Weekend
from dragoman.times.marked import (
    day_of_week,
    half_year,
    marked_day,
    marked_day_only,
    marked_month,
    marked_short,
    marked_within,
    marked_year_only,
)
from dragoman.times.shapes import Shape, shape
from dragoman.times.years import century, decade, quarter, season_, year_, year_span, year_span_era

POINTS: list[Shape] = [
    *shape(
        "marked_day",
        "((year_digits | minguo era_count) year_mark)? (day_digits | cardinal) month_mark (day_digits | "
        "cardinal) day_mark",
        marked_day,
    ),
    *shape(
        "marked_month",
        "((year_digits | minguo era_count) year_mark)? (day_digits | cardinal) month_mark",
        marked_month,
    ),
    *shape("marked_year", "(year_digits | minguo era_count) year_mark", marked_year_only),
    *shape("marked_day_only", "(day_digits | cardinal) day_mark", marked_day_only),
    *shape("day_of_week", "relative_week (cardinal | day_mark | day_word)", day_of_week),
    *shape(
        "week_relative",
        "relative_week",
        lambda found: period("week", found.get("relative_week"), "published"),
    ),
    *shape(
        "weekend_relative",
        "relative_weekend",
        lambda found: period("weekend", found.get("relative_weekend"), "published"),
    ),
    *shape(
        "month_relative",
        "relative_month",
        lambda found: period("month", found.get("relative_month"), "published"),
    ),
    *shape(
        "year_relative",
        "relative_year",
        lambda found: period("year", found.get("relative_year"), "published"),
    ),
    *shape("month_of_named", "named_month", lambda found: period("month", found.get("named_month"), "named")),
    *shape("year_of_named", "named_year", lambda found: period("year", found.get("named_year"), "named")),
    *shape(
        "day_month_year",
        "(the? day_word? weekday comma? prep? | direction)? corresponding? (the? day_word)? the? "
        "day_number (dot | dash | slash)? any_of? the? MONTH dot? "
        "(direction_after | YEAR | (dash | slash) (year | two_digits) | "
        "(comma | any_of)? (many_digits | two_digits | day_digits) (year_word dot?)? era | "
        "comma? apostrophe? two_digits)?",
        day_,
    ),
    *shape(
        "month_day_year",
        "(day_word? weekday comma?)? direction? MONTH dot? (comma | slash | dash)? the? (plain_day "
        "(comma? any_of? (year | apostrophe? two_digits) | dash year)? | cardinal (comma? any_of? year)?)",
        day_,
    ),
    *shape("day_of_month", "prep the? (day_ordinal | ordinal)", day_of_month),
    *shape("month_slash_year", "day_digits slash year | year slash day_digits", numbered_month),
    *shape(
        "year_month_day",
        "year (slash | dash | comma)? MONTH (dot | slash | dash)? (day_digits | day_ordinal)",
        day_,
    ),
    *shape(
        "days_of_month",
        "any_from? the? plain_day dot? (any_to | and | slash | night_to) the? plain_day dot? any_of? MONTH "
        "(dot? YEAR)?",
        day_range,
    ),
    *shape(
        "year_month_days",
        "year MONTH dot? plain_day any_to plain_day",
        day_range,
    ),
    *shape(
        "days_between",
        "between the? plain_day dot? (and | dash) the? plain_day dot? any_of? MONTH (dot? YEAR)?",
        day_range,
    ),
    *shape(
        "month_days",
        "any_from? MONTH dot? the? plain_day (any_to | and) the? plain_day (comma? year)?",
        day_range,
    ),
    *shape("month_days_between", "MONTH between plain_day and plain_day", day_range),
    *shape("month_year", "MONTH dot? (YEAR | (dash | slash) year | apostrophe two_digits)", month_),
    *shape("year_month", "year year_word? (slash | dash | comma)? MONTH month_word?", month_),
    *shape(
        "month_half", "(the? ordered half_word | half_word ordered) any_of? the? MONTH (YEAR)?", month_half
    ),
    *shape("month_directed", "the? direction MONTH", month_),
    *shape("month_directed_after", "MONTH direction_after", month_),
    *shape("month_named", "any_anaphor MONTH", month_),
    *shape("month", "MONTH", month_),
    *shape("months_span", "any_from? any_month dot? (any_to | and) any_month YEAR?", month_range),
    *shape("months_between", "between any_month and any_month YEAR?", month_range),
    *shape(
        "weekday_day",
        "the? day_word? weekday comma? the? (plain_day | cardinal) | weekday lparen day_digits rparen",
        weekday_,
    ),
    *shape("weekday", "the? day_word? weekday dot? day_word?", weekday_),
    *shape(
        "weekday_directed",
        "the? direction day_word? weekday | the? day_word? weekday direction_after",
        weekday_,
    ),
    *shape("weekday_named", "anaphor day_word? weekday | the? day_word? weekday anaphor", weekday_),
    *shape("relative_day", "day_word? relative_day", relative),
    *shape("unit_directed", "the? direction unit | the? unit direction_after", in_direction),
    *shape("unit_named", "the? any_anaphor unit | the? unit (any_anaphor | self)", named_unit),
    *shape("unit_that", "that_unit", lambda found: period(found.get("that_unit"), 0, "named")),
    *shape("named_day", "(count | few)? named_day", named_day),
    *shape("part_named", "any_anaphor part | part (any_anaphor | self) | direction part", named_part),
    *shape(
        "units_ago",
        "about? (count | few | count few)? unit ago | ago about? (count | few)? unit",
        shift(-1, "published"),
    ),
    *shape("before_units", "before_ago about? (count | few)? unit", shift(-1, "published")),
    *shape(
        "units_hence",
        "within (count | few) unit | (count | few) unit hence | the? unit hence",
        shift(1, "published"),
    ),
    *shape("units_later", "(count | few)? unit (later | any_after) | the unit any_after", shift(1, "named")),
    *shape("after_units", "after_in (count | few)? unit", shift(1, "named")),
    *shape(
        "units_earlier",
        "(count | few)? unit earlier | (count | few) unit any_before | the unit any_before",
        shift(-1, "named"),
    ),
    *shape(
        "stretch",
        "the? direction (count | few) unit | the? (cardinal | day_digits) direction unit | "
        "the? (count | few)? unit direction_after | the? unit count "
        "direction_after",
        stretch,
    ),
    *shape("year", "(the? year_word any_of?)? year year_word? era?", year_),
    *shape(
        "year_small",
        "era about? (year_digits | many_digits | two_digits) year_mark? | "
        "year_word (many_digits | two_digits) era? | (many_digits | two_digits | day_digits | year) "
        "(year_word dot?)? era",
        year_,
    ),
    *shape(
        "year_span_era",
        "era? year_word? era_count dash era_count (year_word dot?)? era | "
        "(era year_word? | year_word) era_count dash era_count (year_word dot?)?",
        year_span_era,
    ),
    *shape("year_span", "(the? year_word)? year (dash | slash) (year | two_digits | day_digits)", year_span),
    *shape(
        "years_from_to",
        "(any_from | since) the? year_word? year any_to the? year_word? year | between "
        "the? year_word? year and year",
        year_span,
    ),
    *shape(
        "decade",
        "the? (year_word | decade_word)? any_of? tens year_word? | the? (decade_word | decade_mark) any_of? "
        "apostrophe? (two_digits | cardinal | year_digits) | (day_digits | two_digits) dot decade_mark | "
        "decade_article (day_digits | two_digits | year_digits) | "
        "(year_digits | two_digits | day_digits | cardinal) decade_word | "
        "day_digits century_word (day_digits | two_digits | cardinal) decade_word",
        decade,
    ),
    *shape(
        "century",
        "era? the? (ordered | roman | day_digits dot?) century_word era? | "
        "era cardinal century_word | roman century_mark era? | "
        "the? hundreds era? | "
        "the? century_word the? (ordered | roman | day_digits | cardinal) era?",
        century,
    ),
    *shape(
        "quarter",
        "the? ordered (quarter_word | half_word) (any_of? year_word? year year_word?)? | (quarter_word | "
        "half_word) ordered (any_of? year_word? year year_word?)? | quarter_mark day_digits (any_of? dash? "
        "slash? year_word? year)? | year dash? (quarter_mark | quarter_word) day_digits | "
        "(year year_mark any_of?)? (ordered | day_digits) quarter_word",
        quarter,
    ),
    *shape(
        "week_number",
        "the? week_word (day_digits | two_digits) (any_of? year_word? year)?",
        week_number,
    ),
    *shape(
        "after_next",
        "the? (unit | weekday) any_after the? direction | the? (unit | weekday) any_before the? direction",
        after_next,
    ),
    *shape("half_year", "(year year_mark)? half_year", half_year),
    *shape(
        "marked_short",
        "(day_digits | two_digits) year_mark (day_digits | cardinal) month_mark (day_digits | cardinal) "
        "day_mark",
        marked_short,
    ),
    *shape("marked_within", "(day_digits | cardinal) day_mark hence", marked_within),
    *shape("compound_ago", "count unit ((comma | and)? count unit)+ ago", compound(-1)),
    *shape("compound_hence", "within count unit ((comma | and)? count unit)+", compound(1)),
    *shape("compound_from_now", "count unit ((comma | and)? count unit)+ hence", compound(1)),
    *shape(
        "feast",
        "(direction | any_anaphor)? the? holiday (comma? any_of? the? year_word? year | direction_after)?",
        feast,
    ),
    *shape("half_mark", "half_mark day_digits any_of? dash? year | year dash? half_mark day_digits", quarter),
    *shape(
        "no_day",
        "two_digits any_of? MONTH (any_of? year_word? year)? | year year_mark two_digits month_mark",
        no_day,
    ),
    *shape("month_year_short", "MONTH any_of? two_digits", month_),
    *shape("day_month_short", "the? plain_day any_of? the? MONTH day_digits", day_month_short),
    *shape("spaced_month", "day_digits dash year | year dash day_digits", spaced_month),
    *shape("weekdays_hence", "count weekdays (hence | later) | count weekday later", weekdays(1)),
    *shape("weekdays_ago", "count weekdays ago | count weekday ago", weekdays(-1)),
    *shape(
        "weekday_the_day", "the? weekday comma? the day_word cardinal | the? weekday the cardinal", weekday_
    ),
    *shape(
        "bare_day",
        "the? direction? day_word (day_digits | cardinal) | (the | at) (day_digits dot? | day_ordinal)",
        bare_day,
    ),
    *shape(
        "season_year",
        "the? season (any_of | prep)? year_word? year year_word? | year year_word? season",
        season_,
    ),
    *shape(
        "season_directed",
        "the? direction season | the? season direction_after | any_anaphor season | season any_anaphor",
        season_,
    ),
    *shape("season", "prep the season", season_),
    *shape("weekend", "prep the? weekend", lambda found: ("p_period", Weekend())),
]
