"""Letters to sounds: a word in any script as a row of units, each with all the sounds it may stand for.

Nothing is decided here: ج stays "J, g or Z" until a second name is seen. What it costs that one unit meets
another is in `costs`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.names.tables import table
from dragoman.names.units import numbers
from dragoman.text.fold import bare

# How a script writes vowels decides what may be left out when its words meet another script's.
PLAIN, ABJAD, SYLLABIC = 0, 1, 2
WRITES = {"Arab": ABJAD, "Hebr": ABJAD, "Hani": SYLLABIC, "Kana": SYLLABIC, "Hang": SYLLABIC}
_SCRIPTS = ("Latn", "Cyrl", "Grek", "Hebr", "Arab", "Geor", "Armn", "Deva", "Kana", "Hang")
_RESPELT = ("Grek", "Kana", "Hang")  # before they are looked up
_GREEK_MARKS = re.compile(r"[\u0300-\u0307\u0309-\u036F]")
_MOST_CHARACTERS = 30_000  # that are kept
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@cache
def _readings() -> dict[str, dict[str, dict[str, bytes]]]:
    """By script and list: spellings and their units. All scripts at once, so that all units are known
    before the first word is read, and by the same numbers whatever is read first."""
    out: dict[str, dict[str, dict[str, bytes]]] = {}
    for script in (*_SCRIPTS, "Hani-sounds"):
        where = f"names/data/letters/{script}.toml"
        out[script] = {
            part: {spelling: numbers(reading, where) for spelling, reading in readings.items()}
            for part, readings in table(f"letters/{script}").items()
            if isinstance(readings, dict)
        }
    return out


class _Letters:
    """One script that is read by spellings, longest first."""

    def __init__(self, script: str) -> None:
        self.spellings = dict(_readings()[script]["letters"])
        self.single = frozenset(spelling for spelling in self.spellings if len(spelling) == 1)
        if not table(f"letters/{script}").get("abjad"):
            for letter in self.single:  # where vowels are written, a double letter is one sound
                self.spellings.setdefault(letter * 2, self.spellings[letter])
        self.find = re.compile(_longest(self.spellings)).findall

    def read(self, word: str) -> bytes:
        """The units of `word`; a letter without an entry is read bare, or left out."""
        if not (word.isascii() or self.single.issuperset(word)):
            word = "".join([c if c in self.single else bare(c) for c in word])
        return b"".join(map(self.spellings.__getitem__, self.find(f"^{word}$")))


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


class _Characters(dict[str, bytes]):
    """Chinese characters: a settled foreign sound, else initial and final of the syllable."""

    def __init__(self) -> None:
        sounds = _readings()["Hani-sounds"]
        super().__init__(sounds["characters"])
        self.initials, self.finals = sounds["initials"], sounds["finals"]

    def __missing__(self, char: str) -> bytes:
        if script_of_letter(char) == "Kana":
            found = _letters("Kana").spellings.get(char.translate(_HIRAGANA), b"")
        else:
            syllable = _syllables().get(char, "")
            initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in self.initials), "")
            found = self.initials.get(initial, b"") + self.finals.get(syllable[len(initial) :], b"")
        if len(self) < _MOST_CHARACTERS:
            self[char] = found
        return found

    def read(self, word: str) -> bytes:
        """The units of a run of characters."""
        return b"".join(map(self.__getitem__, word))


@cache
def _characters() -> _Characters:
    return _Characters()


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


def read(word: str) -> tuple[str, bytes]:
    """The script of a folded `word` and its units in order; a word no table reads has none."""
    script = script_of_letter(word[0]) or next((s for s in map(script_of_letter, word) if s), "")
    if script == "Hani":
        return script, _characters().read(word)
    if script in _RESPELT:
        word = to_script_form(word, script)
    return script, _letters(script).read(word) if script else b""


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
