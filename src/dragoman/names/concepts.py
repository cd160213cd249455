"""Words that are translated, not spelt: party is partia is حزب, and Germany is Deutschland is آلمان.

Names of organisations and places are half made of them. Each has a concept; two words of one concept meet,
two words of different ones do not, however they sound.
"""

import re
from functools import cache, lru_cache

from dragoman.names.tables import table
from dragoman.text.fold import bare

_STEM_LEAST = 3
# One character at the end of a Chinese name that says what kind of thing it names.
_KINDS = "党黨省市县縣郡州区區村岛島河江湖海山洲国國"
# Articles and prepositions written onto the word, where the script does that.
_ARABIC_ONTO = re.compile(r"^(?:و?ب?ال|لل|ول|و)(?=..)")
_HEBREW_ONTO = re.compile(r"^[הובל](?=...)")


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words and stems, folded, each to its concepts."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for part in ("words", "countries"):
        for concept, text in table("generic")[part].items():
            for word in text.split():
                into = stems if word.endswith("*") else whole
                into.setdefault(bare(word.rstrip("*")), set()).add(concept)
    return {w: frozenset(c) for w, c in whole.items()}, {w: frozenset(c) for w, c in stems.items()}


@cache
def kinds_of_place() -> frozenset[str]:
    """Concepts whose word may be left out of a place's name."""
    return frozenset(table("generic")["kinds"].split())


@lru_cache(maxsize=100_000)
def concepts(word: str) -> frozenset[str]:
    """The concepts a folded `word` may stand for; none for most words."""
    if not word.isascii():
        word = bare(word)
    found = _look_up(word)
    if not found and word and "\u0590" < word[0] < "\u0700":
        short = (_ARABIC_ONTO if word[0] > "\u05ff" else _HEBREW_ONTO).sub("", word)
        if short != word:
            found = _look_up(short)
    return found


def _look_up(word: str) -> frozenset[str]:
    whole, stems = _tables()
    if word in whole:
        return whole[word]
    for end in range(len(word), _STEM_LEAST - 1, -1):
        if word[:end] in stems:
            return stems[word[:end]]
    return frozenset()


@cache
def _chinese() -> re.Pattern[str]:
    """Concept words in a run of Chinese characters: of two or more anywhere, single ones at the end."""
    found = [word for word in _tables()[0] if "\u4e00" <= word[0] <= "\u9fff"]
    long = sorted((word for word in found if len(word) > 1), key=len, reverse=True)
    return re.compile(f"({'|'.join(long)}|(?<=..)[{_KINDS}]$)")


def parted(word: str) -> list[str]:
    """A run of Chinese characters at its concept words: 挪威共产党 is 挪威, 共产, 党."""
    return [part for part in _chinese().split(word) if part]
