"""Letters to sounds: a word in any script as a row of units, each with all the sounds it may stand for.

Nothing is decided here: ج stays "J, g or Z" until a second name is seen. A unit is one spelling in one
script (``Latn:sch``), known by a small integer; what it costs to meet another unit is in `costs`.
"""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.errors import PackError
from dragoman.names.tables import table
from dragoman.text.fold import bare

VOWELS = frozenset("aeiou")
WEAK = frozenset("hyw")
# Syllabic scripts are read through tables of their own.
_FILES = ("Latn", "Cyrl", "Grek", "Hebr", "Arab", "Geor", "Armn", "Deva", "Kana", "Hang")
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


class Unit(NamedTuple):
    """One spelling of one script. sounds: usual reading first. optional: often not said or not written."""

    name: str
    script: str
    sounds: tuple[str, ...]
    optional: bool

    @property
    def is_vowel(self) -> bool:
        return self.sounds[0] in VOWELS


UNITS: list[Unit] = []
_IDS: dict[str, int] = {}


def _unit(script: str, spelling: str, place: int, reading: str) -> int:
    name = f"{script}:{spelling}" + (f"/{place}" if place else "")
    if name not in _IDS:
        sounds = tuple(reading.replace("?", "").split("|"))
        if not all(len(sound) == 1 for sound in sounds):
            raise PackError(f"names/data/letters/{script}.toml", name, f"{reading!r} is no reading")
        _IDS[name] = len(UNITS)
        UNITS.append(Unit(name, script, sounds, "?" in reading))
    return _IDS[name]


class _Letters:
    """One script: spelling to unit ids, and the longest spelling that starts with a given letter."""

    def __init__(self, script: str, letters: dict[str, str], abjad: bool) -> None:
        self.doubles = not abjad  # a double letter is one sound where vowels are written between two
        self.units = {
            spelling: tuple(_unit(script, spelling, place, reading) for place, reading in enumerate(readings.split()))
            for spelling, readings in letters.items()
        }
        self.longest: dict[str, int] = {}
        for spelling in self.units:
            self.longest[spelling[0]] = max(len(spelling), self.longest.get(spelling[0], 0))

    def read(self, word: str) -> list[int]:
        """The units of `word`, longest spelling first; a letter without an entry is read bare, or left out."""
        marked, units, longest, out, at = f"^{word}$", self.units, self.longest, [], 0
        while at < len(marked):
            for end in range(at + longest.get(marked[at], 0), at, -1):
                found = units.get(marked[at:end])
                if found is not None:
                    if not (self.doubles and end - at == 1 and at and marked[at - 1] == marked[at]):
                        out.extend(found)
                    at = end
                    break
            else:
                plain = bare(marked[at])
                if plain != marked[at] and plain[:1] in units:
                    for letter in plain:
                        out.extend(units.get(letter, ()))
                at += 1
        return out


@cache
def _letters(script: str) -> _Letters | None:
    if script not in _FILES:
        return None
    data = table(f"letters/{script}")
    return _Letters(script, data["letters"], data.get("abjad", False))


@cache
def _syllables() -> dict[str, str]:
    """Character to pinyin syllable."""
    return {char: syllable for syllable, chars in table("letters/Hani")["syllables"].items() for char in chars}


@lru_cache(maxsize=20_000)
def _character(char: str) -> tuple[int, ...]:
    """The units of one Chinese character: its settled foreign sound, else initial and final of its syllable."""
    sounds = table("letters/Hani-sounds")
    if char in sounds["characters"]:
        reading = sounds["characters"][char]
        return tuple(_unit("Hani", char, place, part) for place, part in enumerate(reading.split()))
    syllable = _syllables().get(char, "")
    initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in sounds["initials"]), "")
    final = syllable[len(initial) :]
    out = [_unit("Hani", f"{initial}-", 0, sounds["initials"][initial])] if initial else []
    for place, part in enumerate(sounds["finals"].get(final, "").split()):
        out.append(_unit("Hani", f"-{final}", place, part))
    return tuple(out)


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


@lru_cache(maxsize=200_000)
def read(word: str) -> tuple[str, tuple[int, ...]]:
    """The script of a folded `word` and its unit ids; a word no table reads gives no units."""
    script = next((found for found in map(script_of_letter, word) if found), "")
    if script == "Hani":
        units: list[int] = []
        for char in word:
            units.extend(_character(char))
        return script, tuple(units)
    letters = _letters(script)
    return script, tuple(letters.read(to_script_form(word, script))) if letters else ()


def to_script_form(word: str, script: str) -> str:
    """`word` as the tables of `script` spell it: no Greek accents, Korean taken apart, katakana for hiragana."""
    if script == "Grek":
        return _without_accents(word)
    if script == "Hang":
        return unicodedata.normalize("NFD", word)
    return word.translate(_HIRAGANA) if script == "Kana" else word


def pinyin(char: str) -> str:
    """The pinyin syllable of a Chinese character, "" for one that is not in the table."""
    return _syllables().get(char, "")


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    kept = "".join(c for c in parts if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)
