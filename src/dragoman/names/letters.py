"""Letters to sounds: a word in any script as a row of units, each with all the sounds it may stand for.

Nothing is decided here: ج stays "J, g or Z" until a second name is seen. Units with the same readings are
one unit, known by a small integer; what it costs that one meets another is in `costs`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.errors import PackError
from dragoman.names.tables import table
from dragoman.text.fold import bare

VOWELS = frozenset("aeiou")
WEAK = frozenset("hyw")
# How a script writes vowels decides what may be left out when its words meet another script's.
PLAIN, ABJAD, SYLLABIC = 0, 1, 2
WRITES = {"Arab": ABJAD, "Hebr": ABJAD, "Hani": SYLLABIC, "Kana": SYLLABIC, "Hang": SYLLABIC}
_BY_SPELLING = ("Latn", "Cyrl", "Grek", "Hebr", "Arab", "Geor", "Armn", "Deva", "Kana", "Hang")
_GREEK_MARKS = re.compile(r"[\u0300-\u0307\u0309-\u036F]")
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


class Unit(NamedTuple):
    """What one letter, or one part of it, may sound like. sounds: usual one first; optional: often not
    said or not written; free: written onto the word but no part of it (ال)."""

    sounds: tuple[str, ...]
    optional: bool
    free: bool

    @property
    def is_vowel(self) -> bool:
        return self.sounds[0] in VOWELS

    @property
    def is_firm(self) -> bool:
        """A consonant in every reading, and always said."""
        return not self.optional and not any(sound in VOWELS or sound in WEAK for sound in self.sounds)


UNITS: list[Unit] = []
OPTIONAL: set[int] = set()
_IDS: dict[Unit, int] = {}
# Coarse consonant classes. `_CLASS` merges what any two scripts may confuse and gives every firm consonant
# one letter; `_BITS` lets a sound be in several.
_CLASS = {
    sound: name
    for name, sounds in (
        ("P", "pbfv"),
        ("T", "tdTD"),
        ("K", "kgxGqszSZCJc"),
        ("M", "m"),
        ("N", "n"),
        ("L", "lr"),
    )
    for sound in sounds
}
_BITS = {
    sound: sum(1 << place for place, sounds in enumerate(_SETS) if sound in sounds)
    for _SETS in [("pbfvw", "tdTDcszC", "szSZCJcTDxy", "kgxGqhJCc", "m", "n", "lrwG")]
    for sound in set("".join(_SETS))
}


class Spelling(NamedTuple):
    """What a letter or group of letters adds to a word.

    size: in consonants.    needs, has: bits of consonant classes it must, and may, find in the other word.
    skeleton: its consonants by coarse class.    loose: how many of its consonants may also be none.
    """

    units: tuple[int, ...]
    size: float
    needs: int
    has: int
    skeleton: str
    loose: int


def _spelling(script: str, reading: str) -> Spelling:
    ids, size, needs, has, skeleton, loose = [], 0.0, 0, 0, "", 0
    weights = table("costs")["weight"]
    for part in reading.split():
        sounds = tuple(part.rstrip("!").replace("?", "").split("|"))
        if not all(len(sound) == 1 for sound in sounds):
            raise PackError(f"names/data/letters/{script}.toml", None, f"{reading!r} is no reading")
        unit = Unit(sounds, "?" in part or "!" in part, "!" in part)
        if unit not in _IDS:
            _IDS[unit] = len(UNITS)
            UNITS.append(unit)
            if unit.optional:
                OPTIONAL.add(_IDS[unit])
        ids.append(_IDS[unit])
        size += 0.0 if unit.free else weights["optional" if unit.optional else _kind(unit)]
        bits = [_BITS.get(sound, 0) for sound in sounds]
        for some in bits:
            has |= some
        if not unit.optional and sounds[0] in _CLASS and "h" not in sounds:
            skeleton += _CLASS[sounds[0]]
        loose += sounds[0] in _CLASS and not unit.is_firm
        if unit.is_firm and len(set(bits)) == 1 and bits[0].bit_count() == 1:
            needs |= bits[0]
    return Spelling(tuple(ids), size, needs, has, skeleton, loose)


def _kind(unit: Unit) -> str:
    return "vowel" if unit.is_vowel else "weak" if unit.sounds[0] in WEAK else "consonant"


class _Letters:
    """One script that is read by spellings, longest first."""

    def __init__(self, script: str) -> None:
        data = table(f"letters/{script}")
        self.spellings = {
            spelling: _spelling(script, reading) for spelling, reading in data["letters"].items()
        }
        self.single = {spelling for spelling in self.spellings if len(spelling) == 1}
        if not data.get("abjad"):  # where vowels are written, a double letter is one sound
            for letter in self.single:
                self.spellings.setdefault(letter * 2, self.spellings[letter])
        self.find = re.compile(_longest(self.spellings)).findall

    def read(self, word: str) -> list[Spelling]:
        """The spellings of `word`; a letter without an entry is read bare, or left out."""
        if not word.isascii():
            word = "".join([c if c in self.single else bare(c) for c in word])
        spellings = self.spellings
        return [spellings[found] for found in self.find(f"^{word}$")]


def _longest(spellings: Iterable[str]) -> str:
    """A pattern for the longest of `spellings`, as a tree of letters so that it is quick."""
    tree: dict[str, tuple[list[str], bool]] = {}
    for spelling in spellings:
        rest, whole = tree.get(spelling[0], ([], False))
        if len(spelling) == 1:
            whole = True
        else:
            rest.append(spelling[1:])
        tree[spelling[0]] = rest, whole
    branches = []
    for letter, (rest, whole) in tree.items():
        branches.append(
            re.escape(letter) + (f"(?:{_longest(rest)})" if rest else "") + ("?" if rest and whole else "")
        )
    return "|".join(branches)


@cache
def _letters(script: str) -> _Letters:
    return _Letters(script)


@cache
def _syllables() -> dict[str, str]:
    """Character to pinyin syllable."""
    return {
        char: syllable for syllable, chars in table("letters/Hani")["syllables"].items() for char in chars
    }


@lru_cache(maxsize=20_000)
def _character(char: str) -> Spelling:
    """One Chinese character: its settled foreign sound, else initial and final of its syllable."""
    if script_of_letter(char) == "Kana":
        kana = _letters("Kana").spellings.get(char.translate(_HIRAGANA))
        return kana or _spelling("Kana", "")
    sounds = table("letters/Hani-sounds")
    if char in sounds["characters"]:
        return _spelling("Hani", sounds["characters"][char])
    syllable = _syllables().get(char, "")
    initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in sounds["initials"]), "")
    final = syllable[len(initial) :]
    return _spelling("Hani", f"{sounds['initials'].get(initial, '')} {sounds['finals'].get(final, '')}")


_RANGES = (
    ("Cyrl", ((0x0400, 0x052F),)),
    ("Arab", ((0x0620, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF))),
    ("Grek", ((0x0370, 0x03FF), (0x1F00, 0x1FFF))),
    ("Hebr", ((0x0590, 0x05FF),)),
    ("Hani", ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x3005, 0x3007))),
    ("Kana", ((0x3041, 0x30FF),)),
    ("Hang", ((0xAC00, 0xD7AF), (0x1100, 0x11FF))),
    ("Geor", ((0x10A0, 0x10FF),)),
    ("Armn", ((0x0530, 0x058F),)),
    ("Deva", ((0x0900, 0x097F),)),
    ("Latn", ((0x0250, 0x02AF),)),
)


@lru_cache(maxsize=20_000)
def script_of_letter(letter: str) -> str:
    """The ISO 15924 code of one letter's script, "" for none that is read here.

    >>> [script_of_letter(c) for c in "aяαאب中ア한"]
    ['Latn', 'Cyrl', 'Grek', 'Hebr', 'Arab', 'Hani', 'Kana', 'Hang']
    """
    code = ord(letter)
    if code < 0x0250 or 0x1E00 <= code < 0x1F00:
        return "Latn" if letter.isalpha() else ""
    for script, ranges in _RANGES:
        if any(low <= code <= high for low, high in ranges):
            return script
    return ""


def read(word: str) -> tuple[str, list[Spelling]]:
    """The script of a folded `word` and its spellings in order; a word no table reads has none."""
    script = script_of_letter(word[0]) or next((s for s in map(script_of_letter, word) if s), "")
    if script == "Hani":
        return script, [_character(char) for char in word]
    return script, _letters(script).read(to_script_form(word, script)) if script in _BY_SPELLING else []


def to_script_form(word: str, script: str) -> str:
    """`word` as the tables of `script` spell it: no Greek accents, Korean taken apart, katakana."""
    if script == "Grek":
        return unicodedata.normalize("NFC", _GREEK_MARKS.sub("", unicodedata.normalize("NFD", word)))
    if script == "Hang":
        return unicodedata.normalize("NFD", word)
    return word.translate(_HIRAGANA) if script == "Kana" else word


def pinyin(char: str) -> str:
    """The pinyin syllable of a Chinese character, "" for one that is not in the table."""
    return _syllables().get(char, "")
