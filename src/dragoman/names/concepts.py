"""Words that are translated, not spelt: party is partia is حزب, and Germany is Deutschland is آلمان.

Names of organisations and places are half made of them. Each has a concept; two words of one concept meet,
two words of different ones do not, however they sound.
"""

import re
import unicodedata
from functools import cache

from dragoman.names.tables import table
from dragoman.text.fold import norm

_STEM_LEAST = 3
_NONE: frozenset[str] = frozenset()
_MARKS = re.compile(r"[\u0300-\u036F]")
# One character at the end of a Chinese name that says what kind of thing it names.
_KINDS = "党黨省市县縣郡州区區村岛島河江湖海山洲国國"
# Articles and prepositions written onto the word, where the script does that.
_ARABIC_ONTO = re.compile(r"^(?:و?ب?ال|لل|ول|و)(?=..)")
_HEBREW_ONTO = re.compile(r"^[הובל](?=...)")
_ONTO = "وبلاהובל"


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], frozenset[str]]:
    """Whole words and stems, folded, each to its concepts; and the first letters of all stems, which alone
    tell most words from them."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for part in ("words", "countries"):
        for concept, text in table("generic")[part].items():
            for word in text.split():
                into = stems if word.endswith("*") else whole
                into.setdefault(_key(word.rstrip("*")), set()).add(concept)
    starts = frozenset(stem[:_STEM_LEAST] for stem in stems)
    return {w: frozenset(c) for w, c in whole.items()}, {w: frozenset(c) for w, c in stems.items()}, starts


def _key(word: str) -> str:
    """A word of the table as `concepts` will look for it."""
    word = norm(word)
    return word if "\u0590" < word[0] < "\u0700" or word[0] > "\u2e80" else without_marks(word)


@cache
def kinds_of_place() -> frozenset[str]:
    """Concepts whose word may be left out of a place's name."""
    return frozenset(table("generic")["kinds"].split())


def concepts(word: str) -> frozenset[str]:
    """The concepts a folded `word` may stand for; none for most words."""
    if word.isascii():
        return _look_up(word)
    first = word[0]
    if not "\u0590" < first < "\u0700":
        return _look_up(word if first > "\u2e80" else without_marks(word))
    found = _look_up(word)
    if found or first not in _ONTO:
        return found
    return _look_up((_ARABIC_ONTO if first > "\u05ff" else _HEBREW_ONTO).sub("", word))


def without_marks(word: str) -> str:
    """`word` without accents and the like, whatever its script (quicker than `text.fold.bare`)."""
    apart = unicodedata.normalize("NFD", word)
    return word if apart == word and word.isalpha() else _MARKS.sub("", apart)


def _look_up(word: str) -> frozenset[str]:
    whole, stems, starts = _tables()
    found = whole.get(word)
    if found is not None:
        return found
    if word[:_STEM_LEAST] in starts:
        for end in range(len(word), _STEM_LEAST - 1, -1):
            if word[:end] in stems:
                return stems[word[:end]]
    return _NONE


@cache
def _chinese() -> re.Pattern[str]:
    """Concept words in a run of Chinese characters: of two or more anywhere, single ones at the end."""
    found = [word for word in _tables()[0] if "\u4e00" <= word[0] <= "\u9fff"]
    long = sorted((word for word in found if len(word) > 1), key=len, reverse=True)
    return re.compile(f"({'|'.join(long)}|(?<=..)[{_KINDS}]$)")


def parted(word: str) -> list[str]:
    """A run of Chinese characters at its concept words: 挪威共产党 is 挪威, 共产, 党."""
    return [part for part in _chinese().split(word) if part]
