"""Word classes of the date grammar, and the notation its shapes are written in.

Every class is one letter, so the words round a date become a short string and a shape is a regular expression
over that string. Shapes are written with the names: "weekday? comma? day of? month year".
"""

import re
from functools import cache

_WORD = re.compile(r"[a-z_]+")

# Tokens: what a word, number or sign is.
_TOKENS = _WORD.findall("""
    day_digits two_digits year_digits jalali_year many_digits day_ordinal roman cardinal ordinal scale few
    article month hijri jalali weekday weekdays season relative_day part edge holiday
    day_word week_word month_word year_word quarter_word half_word decade_word century_word weekend clock_word
    direction direction_after anaphor demonstrative that_unit named_day named_month named_year
    relative_week relative_weekend relative_month relative_year self tens decade_mark decade_article
    the of of_from from to to_until and between at within since since_after to_after between_after or
    before before_ago after after_in until
    ago later earlier hence about corresponding era_ce era_bce era_hijri era_jalali
    night_to night_join starting day_mark month_mark year_mark minguo edge_after comma dash slash lparen
    hundreds
    rparen dot apostrophe quarter_mark half_mark century_mark week_from week_hence half_year blocker
""")
# Points: what a shape has put together; the name says what is still open.
_POINTS = _WORD.findall("""
    p_day p_month_day p_weekday p_day_only p_month p_month_year p_year p_year_of p_week p_period p_range
    p_season p_any
""")

LETTER = {name: chr(0x100 + i) for i, name in enumerate(_TOKENS + _POINTS)}
NAME = {letter: name for name, letter in LETTER.items()}

_MACROS = {
    "day_number": "day_digits day_ordinal ordinal cardinal",
    "plain_day": "day_digits day_ordinal ordinal",
    "ordered": "day_ordinal ordinal",
    "era_count": "many_digits two_digits day_digits cardinal",
    "year": "year_digits jalali_year",
    "count": "day_digits two_digits many_digits year_digits cardinal article",
    "unit": "day_word week_word month_word year_word quarter_word decade_word century_word weekend half_word",
    "any_month": "month hijri jalali",
    "any_of": "of of_from",
    "any_from": "from of_from",
    "any_to": "to to_until until dash",
    "any_until": "until to_until",
    "prep": "at within night_to",
    "any_before": "before before_ago",
    "any_after": "after after_in",
    "any_direction": "direction direction_after",
    "any_anaphor": "anaphor demonstrative",
    "era": "era_ce era_bce era_hijri era_jalali",
    "any_number": "day_digits day_ordinal year_digits two_digits ordinal",
    "any_link": (
        "of of_from at within the from to to_until and or comma dot dash slash apostrophe lparen rparen "
        "corresponding"
    ),
    "leads_month": "at within of of_from since before before_ago after after_in until from edge",
    "leads_year": "lparen",
    "leads_numeric": (
        "at within weekday since before before_ago after after_in until from of_from day_word to to_until "
        "between part"
    ),
    "p_days": "p_day p_month_day p_weekday p_day_only",
    "p_months": "p_month p_month_year",
    "p_years": "p_year p_year_of",
    "p_point": "p_day p_month_day p_weekday p_day_only p_month p_month_year p_year p_year_of p_week "
    "p_period p_season",
}

_PIECE = re.compile(r"[a-z_]+|[?*+|()]")


def _letters(name: str) -> str:
    return "".join([LETTER[part] for part in _MACROS.get(name, name).split()])


@cache
def letters_of(name: str) -> frozenset[str]:
    """The class letters that `name` (a class or a macro) stands for."""
    return frozenset(_letters(name))


@cache
def compile_shape(pattern: str) -> re.Pattern[str]:
    """The regular expression over class letters for a pattern written with class names.

    Raises KeyError for a name that is no class.
    """
    return re.compile(_WORD.sub(lambda match: f"[{_letters(match.group())}]", pattern).replace(" ", ""))


def first_letters(pattern: str) -> frozenset[str]:
    """The class letters that what `pattern` fits can begin with.

    >>> first_letters("the? weekday") == {LETTER["the"], LETTER["weekday"]}
    True
    """
    return frozenset(_first(_PIECE.findall(pattern), 0)[0])


def _first(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """The first letters of the alternatives from `at` to their closing bracket; whether they may be
    empty; its place."""
    letters: set[str] = set()
    empty = False
    open_so_far = True  # nothing so far in this alternative must be there
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        if piece == "|":
            empty = empty or open_so_far
            open_so_far = True
            at += 1
            continue
        if piece == "(":
            inner, nullable, at = _first(pieces, at + 1)
        else:
            inner, nullable = set(_letters(piece)), False
        at += 1
        if at < len(pieces) and pieces[at] in "?*+":
            nullable = nullable or pieces[at] != "+"
            at += 1
        if open_so_far:
            letters |= inner
            open_so_far = nullable
    return letters, empty or open_so_far, at


@cache
def class_names(name: str) -> frozenset[str]:
    """The classes that `name` (a class or a macro) stands for."""
    return frozenset(_MACROS.get(name, name).split())


# Words that end no date.
NO_END = frozenset(
    {
        "comma",
        "slash",
        "dash",
        "apostrophe",
        "lparen",
        "the",
        "of",
        "of_from",
        "and",
        "or",
        "at",
        "within",
        "from",
        "to",
        "to_until",
        "article",
        "between",
    }
)
