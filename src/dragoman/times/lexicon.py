"""The date words of a language, read from its `time.toml`, `cldr.toml` and `number.toml`."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from dragoman.numbers.arabic import shorter_forms
from dragoman.numbers.lexicon import NumberPack, flat, number_pack, read_pack
from dragoman.numbers.tokens import EDGE, Lexicon, trie_pattern
from dragoman.numbers.units import MEASURES
from dragoman.text.fold import bare
from dragoman.times.anchors import ANCHORS, NUMERIC_ANCHOR, anchor_pattern, need, word_of
from dragoman.times.classes import NO_END
from dragoman.times.tense import Tense, build_tense

_UNIT_CLASS = {
    "day": "day_word",
    "week": "week_word",
    "month": "month_word",
    "year": "year_word",
    "quarter": "quarter_word",
    "half": "half_word",
    "decade": "decade_word",
    "century": "century_word",
    "weekend": "weekend",
    "clock": "clock_word",
}
# Tables whose keys are numbers, and the class their words are of.
_NUMBERED = {
    "month": "month",
    "weekday": "weekday",
    "weekdays": "weekdays",
    "hijri": "hijri",
    "jalali": "jalali",
    "relative_day": "relative_day",
    "direction": "direction",
    "direction_after": "direction_after",
    "anaphor": "anaphor",
    "demonstrative": "demonstrative",
    "self": "self",
    "tens": "tens",
    "ordinal": "ordinal",
    "named_day": "named_day",
    "named_month": "named_month",
    "named_year": "named_year",
    "relative_week": "relative_week",
    "relative_weekend": "relative_weekend",
    "relative_month": "relative_month",
    "relative_year": "relative_year",
    "week_hence": "week_hence",
    "half_year": "half_year",
    "era_year": "minguo",
    "hundreds": "hundreds",
}
_NAMED = ("season", "part", "edge", "edge_after", "holiday")
_SIGNS = {
    ",": "comma",
    "،": "comma",
    "、": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "~": "dash",
    "/": "slash",
    "(": "lparen",
    ")": "rparen",
    "（": "lparen",
    "）": "rparen",
    ".": "dot",
    "'": "apostrophe",
}


_MEASURED = frozenset(word for word in MEASURES if word.isalpha() and len(word) > 1)
# Centuries in Roman numerals.
_ROMAN = re.findall(r"\w+", "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi")


class Trap(Struct, frozen=True):
    """A word that is mostly no date. It stands alone as one only if its conditions hold.

    capital: it needs one.  after: it needs one of these words before it.
    before:  one of these words behind it makes it a date at once.
    alone:   whether it may stand without a number. strict: even with a number it needs its capital.
    never_after, never_before: it may have none of these before, behind it.
    """

    id: str
    capital: bool
    after: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    before: frozenset[str]
    alone: bool
    strict: bool


class TimePack(Struct, frozen=True):
    """A language's date words, ready to search with.

    anchors: finds, in flat text, every place worth a look, with the sign before it; first_anchor: one at the
             very beginning.
    weak:    anchors that are no date by themselves, and what they need beside them (see `anchors.need`).
    names:   how a capital tells a name: "lower" where months and weekdays have none, "months" where a month
             before another capital is a given name, "".
    titles:  words before a person's name.
    longer:  words that are part of longer surfaces.  vocabulary: every word of the lexicon.
    tense:   the words that say where an open date lies.
    telling: words beside a date that have a say in whether it is one.
    ends:    words that end no date.
    weekday_figures: words after which "6a" is a weekday, counted from Sunday; behind "-feira" it always is.
    short:   names up to this length need a number.
    dotted:  what a dot makes an ordinal of: "days", "years" (and days), or "".
    """

    language: str
    lexicon: Lexicon
    anchors: re.Pattern[str]
    first_anchor: re.Pattern[str]
    numeric: str
    short: int
    traps: dict[str, Trap]
    blocks: frozenset[str]
    counted: frozenset[str]
    tense: Tense
    ordinal_suffixes: frozenset[str]
    decade_suffixes: frozenset[str]
    hundreds: bool
    spaced_dots: bool
    number_suffixes: frozenset[str]
    names: str
    titles: frozenset[str]
    bare_days: frozenset[str]
    bare_years: int
    strict: frozenset[str]
    day_endings: tuple[str, ...]
    weekday_figures: frozenset[str]
    decimal: str
    suffixes: bool
    solar_years: bool
    dotted: str
    elided: frozenset[str]
    unspaced: bool
    vocabulary: frozenset[str]
    weak: dict[str, int]
    longer: frozenset[str]
    telling: frozenset[str]
    ends: frozenset[str]
    data: dict[str, Any]


@lru_cache(maxsize=64)
def time_pack(language: str) -> TimePack | None:
    """The pack of `language`, None where there is none."""
    data = read_pack(language, "time.toml")
    if data is None:
        return None
    return build_pack(language, data, read_pack(language, "cldr.toml") or {}, number_pack(language))


GENERIC = "*"


@lru_cache(maxsize=1)
def generic_pack() -> TimePack:
    """The pack of no language: numeric and ISO dates, years in ranges."""
    return build_pack(GENERIC, {"differs": {"numeric": "ymd"}}, {}, None)


def build_pack(
    language: str, data: dict[str, Any], names: dict[str, Any], numbers: NumberPack | None
) -> TimePack:
    """A pack from its parsed files."""
    differs = data.get("differs", {})
    lexicon = Lexicon()
    anchors: set[str] = set()

    dropped = frozenset(map(flat, data.get("drop", {}).get("words", ())))

    def add(surface: str, cls: str, value: Any) -> None:
        word = flat(surface)
        if word in dropped and cls in ("month", "weekday"):
            return
        lexicon.add(word, (cls, value))
        if elided and "'" in word:  # "d'après" is cut in running text
            apart = " ".join(
                [w if w.partition("'")[0] not in elided else w.replace("'", " ' ", 1) for w in word.split()]
            )
            lexicon.add(apart, (cls, value))
        if bare_too and (plain := bare(word)) != word and len(plain) > 3:
            unaccented.append((plain, cls, value))
        if cls in ANCHORS and (cls != "part" or len(word) > 1):
            anchors.add(word)

    elided = frozenset(differs.get("elided", ()))
    bare_too = differs.get("accents") == "optional"
    unaccented: list[tuple[str, str, Any]] = []

    for source in (names, data):
        for table, cls in _NUMBERED.items():
            for value, surfaces in source.get(table, {}).items():
                for surface in surfaces:
                    add(surface.rstrip("."), cls, int(value))
        for unit, surfaces in source.get("unit", {}).items():
            for surface in surfaces:
                add(surface, _UNIT_CLASS[unit], (unit, 1))
        for table, number in (("plural", 0), ("dual", 2)):
            for unit, surfaces in source.get(table, {}).items():
                for surface in surfaces:
                    add(surface, _UNIT_CLASS[unit], (unit, number))
        for unit, surfaces in source.get("that_unit", {}).items():
            for surface in surfaces:
                add(surface, "that_unit", unit)
        for table in _NAMED:
            for value, surfaces in source.get(table, {}).items():
                for surface in surfaces:
                    add(surface, table, value)
        for cls, surfaces in source.get("link", {}).items():
            for surface in surfaces:
                add(surface, cls, None)
        for surface in source.get("few", {}).get("words", ()):
            add(surface, "few", None)
    if differs.get("month_numbers") and numbers is not None:
        for word in (flat(w) for w in data["unit"]["month"][:1]):
            for number in range(1, 13):
                lexicon.add(f"{word} {number}", ("month", number))
            for number, surfaces in numbers.data["cardinal"].items():
                for surface in surfaces if 3 <= int(number) <= 12 else ():
                    lexicon.add(f"{word} {flat(surface)}", ("month", int(number)))
            for number, surfaces in numbers.data["ordinal"].items():  # "the eighth month"
                for surface in surfaces if 1 <= int(number) <= 12 else ():
                    lexicon.add(f"ال{word} ال{flat(surface).removeprefix('ال')}", ("month", int(number)))
    if "joined_part" in differs:  # "maandagavond": a weekday and a part of day in one word
        for weekday, surfaces in {**names.get("weekday", {}), **data.get("weekday", {})}.items():
            for surface in (*surfaces, *names.get("weekday", {}).get(weekday, ())):
                for part in differs["joined_part"] if len(surface) > 4 else ():
                    add(surface + part, "weekday", int(weekday))
    blocks = data.get("block", {})
    for surface in (*blocks.get("phrases", ()), *(word for word in blocks.get("before", ()) if " " in word)):
        lexicon.add(flat(surface), ("blocker", None))
    if "quarter_mark" in data.get("link", {}):
        lexicon.add("h", ("half_mark", None))
    for number, roman in enumerate(_ROMAN, 1) if "roman" in differs else ():
        for ending in differs["roman"]:
            lexicon.add(roman + ending, ("roman", number))
    for sign, cls in _SIGNS.items():
        lexicon.add(sign, (cls, None))
    if numbers is not None:
        for first, entries in numbers.lexicon.by_first.items():
            for rest, readings in entries:
                surface = " ".join((first, *rest))
                for reading in readings:
                    if reading[0] != "and":
                        lexicon.add(surface, reading)
                    plain = bare(surface) if bare_too and reading[0] == "ordinal" else surface
                    if plain != surface:
                        unaccented.append((plain, *reading))
        lexicon.joined = numbers.lexicon.joined
        lexicon.numbers_first()
    prefixes = differs.get("prefixes") == "arabic"
    lexicon.prefixes = shorter_forms if prefixes else None
    for word, cls, value in unaccented:
        if not any(known == cls for known, _ in lexicon.known(word)):
            add(word, cls, value)
    traps = {
        flat(word): Trap(
            entry["id"],
            entry.get("capital", False),
            frozenset(map(flat, entry.get("after", ()))),
            frozenset(map(flat, entry.get("never_after", ()))),
            frozenset(map(flat, entry.get("never_before", ()))),
            frozenset(map(flat, entry.get("before", ()))),
            entry.get("alone", True),
            entry.get("strict", False),
        )
        for entry in data.get("trap", ())
        for word in entry["words"]
    }
    unspaced = differs.get("unspaced", False)
    sought = {anchor if unspaced else word_of(anchor) for anchor in anchors}
    if unspaced:
        anchor = f"{trie_pattern(sought)}|(?<!\\d)(?:{NUMERIC_ANCHOR})"
    else:
        anchor = anchor_pattern(
            sought,
            joined=prefixes,
            suffixed=differs.get("suffixes", False),
            quarters="quarter_mark" in data.get("link", {}),
            ordinals=numbers.ordinal_suffixes if numbers else frozenset(),
            bare_days=map(flat, differs.get("bare_day", ())),
            spaced_dots=differs.get("spaced_dots", False),
            decades=differs["decade_suffixes"] if differs.get("bare_decades") else (),
            articles=[flat(w) for w in data.get("link", {}).get("decade_article", ())],
            centuries=[flat(w) for w in data.get("link", {}).get("century_mark", ())],
            eras=[flat(w) for cls in ("era_bce", "era_ce") for w in data.get("link", {}).get(cls, ())],
        )
    return TimePack(
        language=language,
        lexicon=lexicon,
        anchors=re.compile(anchor if unspaced else EDGE + anchor),
        first_anchor=re.compile(anchor),
        numeric="solar" if differs.get("solar_years") else differs.get("numeric", "dmy"),
        short=differs.get("short", 0),
        traps=traps,
        blocks=frozenset(map(flat, data.get("block", {}).get("before", ()))),
        counted=frozenset(map(flat, data.get("block", {}).get("after", ()))) | _MEASURED,
        tense=build_tense(data, unspaced=unspaced),
        ordinal_suffixes=numbers.ordinal_suffixes if numbers else frozenset(),
        decade_suffixes=frozenset(differs.get("decade_suffixes", ())),
        hundreds=differs.get("hundreds", False),
        spaced_dots=differs.get("spaced_dots", False),
        number_suffixes=frozenset(differs.get("number_suffixes", ())),
        day_endings=tuple(map(flat, differs.get("day_endings", ()))),
        weekday_figures=frozenset(map(flat, differs.get("weekday_figures", ()))),
        decimal=numbers.decimal if numbers is not None else ".",
        bare_years=differs.get("bare_years", 1900),
        strict=frozenset(word for word, trap in traps.items() if trap.strict),
        names=differs.get("names", ""),
        titles=frozenset(map(flat, data.get("block", {}).get("titles", ()))),
        bare_days=frozenset(map(flat, differs.get("bare_day", ()))),
        suffixes=differs.get("suffixes", False),
        elided=elided,
        solar_years=differs.get("solar_years", False),
        dotted=differs.get("dotted", ""),
        unspaced=unspaced,
        telling=frozenset(
            map(flat, (*data.get("block", {}).get("before", ()), *data.get("block", {}).get("titles", ())))
        )
        | frozenset(map(flat, data.get("block", {}).get("after", ())))
        | frozenset(
            word
            for trap in traps.values()
            for words in (trap.after, trap.never_after, trap.never_before, trap.before)
            for word in words
        ),
        ends=frozenset(
            word
            for word, entries in lexicon.by_first.items()
            if all(cls in NO_END for _, readings in entries for cls, _ in readings)
        ),
        vocabulary=frozenset(
            word
            for first, entries in lexicon.by_first.items()
            for rest, _ in entries
            for word in (first, *rest)
        ),
        weak={word: wanted for word in sought if (wanted := need(lexicon.known(word)))},
        longer=frozenset(
            word
            for first, entries in lexicon.by_first.items()
            for rest, _ in entries
            for word in ((first, *rest) if rest else ())
            if word[0].isalnum()
        ),
        data=data,
    )
