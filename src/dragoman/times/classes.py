"""Word classes of the date grammar, and the notation its shapes are written in.

Every class is one letter, so the words round a date become a short string and a shape is a regular expression
over that string. Shapes are written with the names: "weekday? comma? day of? month year".
"""

import re

# Tokens: what a word, number or sign is.
_TOKENS = """
    day_digits two_digits year_digits many_digits day_ordinal
    cardinal ordinal scale few article
    month hijri jalali weekday weekend holiday
    day_word week_word month_word year_word quarter_word half_word decade_word century_word clock_word
    direction direction_after anaphor demonstrative that_unit self relative_day part edge season tens
    the of of_from from to to_until and between at within since before after until
    ago later earlier hence about corresponding era_ce era_bce era_hijri era_jalali
    comma dash slash lparen rparen dot apostrophe plus quarter_mark stop
""".split()
# Points: what a shape has put together; the name says what is still open.
_POINTS = """
    p_day p_month_day p_weekday p_month p_month_year p_year p_year_of p_week p_period p_range p_season p_any
""".split()

LETTER = {name: chr(0x100 + i) for i, name in enumerate(_TOKENS + _POINTS)}
NAME = {letter: name for name, letter in LETTER.items()}

_MACROS = {
    "day_number": "day_digits day_ordinal ordinal cardinal",
    "plain_day": "day_digits day_ordinal ordinal",
    "ordered": "day_ordinal ordinal",
    "year": "year_digits",
    "count": "day_digits two_digits many_digits year_digits cardinal article",
    "unit": "day_word week_word month_word year_word quarter_word decade_word century_word weekend half_word",
    "calendar_unit": "week_word month_word year_word quarter_word decade_word century_word weekend half_word",
    "any_month": "month hijri jalali",
    "any_of": "of of_from",
    "any_from": "from of_from",
    "any_to": "to to_until until dash",
    "word_to": "to to_until",
    "any_until": "until to_until",
    "prep": "at within",
    "any_direction": "direction direction_after",
    "any_anaphor": "anaphor demonstrative",
    "era": "era_ce era_bce era_hijri era_jalali",
    "p_days": "p_day p_month_day p_weekday",
    "p_months": "p_month p_month_year",
    "p_years": "p_year p_year_of",
    "p_point": "p_day p_month_day p_weekday p_month p_month_year p_year p_year_of p_week p_period p_season",
    "p_openable": "p_month_day p_month p_season",
}

_WORD = re.compile(r"[a-z_]+")


def _letters(name: str) -> str:
    return "[" + "".join(LETTER[part] for part in _MACROS.get(name, name).split()) + "]"


def compile_shape(pattern: str) -> re.Pattern[str]:
    """The regular expression over class letters for a pattern written with class names.

    Raises KeyError for a name that is no class.
    """
    return re.compile(_WORD.sub(lambda match: _letters(match.group()), pattern).replace(" ", ""))


def class_names(name: str) -> frozenset[str]:
    """The classes that `name` (a class or a macro) stands for."""
    return frozenset(_MACROS.get(name, name).split())
