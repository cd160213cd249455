"""Units: what one letter may sound like, each known by a small number, so that a word is a row of bytes.

Whatever is known of units (how much they weigh, which consonants they are) is a table of 256 entries, and
asking it of a whole word is one `bytes.translate`.
"""

from typing import NamedTuple

from dragoman.errors import PackError
from dragoman.names.tables import table

VOWELS = frozenset("aeiou")
WEAK = frozenset("hyw")
SOUNDS = "aeiouhwypbfvmntdTDszSZcCJkgxGqlr"
"""Every sound a reading may name."""
MOST = 256

# Coarse consonant classes. `_CLASS` merges what any two scripts may confuse and gives every firm consonant
# one letter; `_BITS` lets a sound be in several.
_CLASSES = {"P": "pbfv", "T": "tdTD", "K": "kgxGqszSZCJc", "M": "m", "N": "n", "L": "lr"}
_CLASS = {sound: ord(name) for name, members in _CLASSES.items() for sound in members}
_SETS = ("pbfvw", "tdTDcszC", "szSZCJcTDxy", "kgxGqhJCc", "m", "n", "lrwG")
_BITS = {
    sound: sum(1 << place for place, members in enumerate(_SETS) if sound in members) for sound in SOUNDS
}


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
_NUMBERS: dict[Unit, int] = {}

WEIGHT = bytearray(MOST)
"""How much a unit adds to the size of a word, in hundredths of a consonant."""
CLASS = bytearray(MOST)
"""Coarse class of a consonant that is always said; units without are listed in `NO_CLASS`."""
NO_CLASS = bytearray()
OPTIONAL = bytearray(MOST)
NOT_LOOSE = bytearray()
"""All units but consonants that may also be no consonant or not be there."""
NEEDS, HAS = bytearray(MOST), bytearray(MOST)
"""Bits of consonant classes of which a unit must, and may, find one in another word."""


def numbers(reading: str, where: str) -> bytes:
    """The units of one reading ("k|s y?"), by number; new ones are given one.

    where: the file that has the reading, for errors.
    """
    out = bytearray()
    for part in reading.split():
        sounds = tuple(part.rstrip("!").replace("?", "").split("|"))
        if not all(len(sound) == 1 and sound in SOUNDS for sound in sounds):
            raise PackError(where, None, f"{reading!r} is no reading")
        unit = Unit(sounds, "?" in part or "!" in part, "!" in part)
        if unit not in _NUMBERS:
            if len(UNITS) == MOST:
                raise PackError(
                    where, None, f"{part!r} is one way too many to read a letter", "Use one that is there."
                )
            _NUMBERS[unit] = len(UNITS)
            _enter(unit, len(UNITS))
            UNITS.append(unit)
        out.append(_NUMBERS[unit])
    return bytes(out)


def _enter(unit: Unit, number: int) -> None:
    """Write down in all tables what is known of a new unit."""
    weights, first = table("costs")["weight"], unit.sounds[0]
    kind = "vowel" if unit.is_vowel else "weak" if first in WEAK else "consonant"
    WEIGHT[number] = 0 if unit.free else round(100 * weights["optional" if unit.optional else kind])
    if not unit.optional and first in _CLASS and "h" not in unit.sounds:
        CLASS[number] = _CLASS[first]
    else:
        NO_CLASS.append(number)
    if first not in _CLASS or unit.is_firm:
        NOT_LOOSE.append(number)
    OPTIONAL[number] = unit.optional
    bits = {_BITS[sound] for sound in unit.sounds}
    for some in bits:
        HAS[number] |= some
    if unit.is_firm and len(bits) == 1 and HAS[number].bit_count() == 1:
        NEEDS[number] = HAS[number]
