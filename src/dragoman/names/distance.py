"""How far two words are apart as they sound: a weighted edit distance over their units."""

from functools import lru_cache

import msgspec
from rapidfuzz.distance import Levenshtein

from dragoman.names.concepts import concepts
from dragoman.names.costs import FAR, NEARBY
from dragoman.names.costs import savings as savings_of
from dragoman.names.given import given, short_for
from dragoman.names.letters import PLAIN, SYLLABIC, WRITES, read
from dragoman.names.units import CLASS, HAS, NEEDS, NO_CLASS, NOT_LOOSE, WEIGHT
from dragoman.text.fold import bare

edits = Levenshtein.distance
_LONGEST = 60  # letters of a word that are read
_FAR = 0.45  # words further apart than this share of their size are not alike at all
_SAME_GIVEN, _OTHER_GIVEN, _SHORT_GIVEN = 0.96, 0.8, 0.82
_SAME_CONCEPT, _OTHER_CONCEPT = 0.95, 0.6
# A quick look at the consonants tells most words apart: how many edits, as a share of the size, two
# skeletons may differ by when none, one, two or three consonant classes find no partner. Set so that
# no measure on name pairs loses more than a thousandth.
_FAR_SKELETON = (0.0055, 0.004, 0.0033, 0.0025, *[-1e9] * 14)


class Sounds(msgspec.Struct, eq=False, gc=False):
    """A word ready for comparison.

    plain: the word without Latin diacritics.    writes: how its script writes vowels (`letters.WRITES`).
    units: what its letters may sound like, by number.    size: its weight, in hundredths of a consonant.
    needs, has: bits of consonant classes it must, and may, find in another word.
    skeleton: its consonants by coarse class.    loose: how many consonants may also be none.
    given, short_for: the given names it spells, and is short for.
    concepts: what it means, for a word that is translated.
    known: whether it is any of these.
    initial: whether it is one letter that may stand for a word.
    """

    word: str
    plain: str
    script: str
    writes: int
    units: bytes
    size: int
    needs: int
    has: int
    skeleton: bytes
    loose: int
    given: frozenset[str]
    short_for: frozenset[str]
    concepts: frozenset[str]
    known: bool
    initial: bool


@lru_cache(maxsize=200_000)
def sounds(word: str) -> Sounds:
    """`word` (folded) as `Sounds`, kept."""
    script, units = read(word[:_LONGEST])
    writes = WRITES.get(script, PLAIN)
    plain = bare(word) if script == "Latn" and not word.isascii() else word
    names, short, meanings = given(plain), short_for(plain), concepts(word)
    needs = has = 0
    for unit in units:
        needs |= NEEDS[unit]
        has |= HAS[unit]
    return Sounds(
        word,
        plain,
        script,
        writes,
        units,
        sum(units.translate(WEIGHT)),
        needs,
        has,
        units.translate(CLASS, NO_CLASS),
        len(units.translate(None, NOT_LOOSE)),
        names,
        short,
        meanings,
        bool(names or short or meanings),
        len(word) == 1 and writes != SYLLABIC,
    )


def distance(one: Sounds, other: Sounds) -> int:
    """The cheapest way to turn `one` into `other`, in hundredths of a consonant.

    What leaving out all units of both costs, less the most that can be saved by letting some meet.
    """
    savings = savings_of(one.writes, other.writes)
    a, b, near, same, met = one.units, other.units, NEARBY, 0, 0
    for first, second in zip(a, b):  # noqa: B905
        cost = near[first][second]
        if cost == FAR:
            break
        same += cost
        met += 1
    a, b, met = a[met:], b[met:], 0
    for first, second in zip(a[::-1], b[::-1]):  # noqa: B905
        cost = near[first][second]
        if cost == FAR:
            break
        same += cost
        met += 1
    if met:
        a, b = a[:-met], b[:-met]
    saved = 0
    best = [0] * len(b)  # savings of the units of `a` so far and each row of units `b` begins with
    for unit in a:
        corner = saved = place = 0
        for saving in b.translate(savings[unit]):
            saving += corner
            corner = best[place]
            if corner > saved:
                saved = corner
            if saving > saved:
                saved = saving
            best[place] = saved
            place += 1  # noqa: SIM113  counting by hand is measurably faster here
    return same + sum(a.translate(savings.drops)) + sum(b.translate(savings.inserts)) - saved


def likeness(one: Sounds, other: Sounds) -> float:
    """How alike two words are, 0..1: as they sound, unless both are known given names or translated words."""
    if one.plain == other.plain:
        return 1.0
    missing = (one.needs & ~other.has | other.needs & ~one.has).bit_count()
    apart = 2 * edits(one.skeleton, other.skeleton) - one.loose - other.loose
    far = apart > _FAR_SKELETON[missing] * (one.size + other.size)
    alike = 0.0 if far else _sound_alike(one, other)
    return _as_known(one, other, alike) if one.known and other.known else alike


def _as_known(one: Sounds, other: Sounds, alike: float) -> float:
    """Likeness of two words that are given names or translated words and sound so far `alike`."""
    if one.concepts and other.concepts:
        return _OTHER_CONCEPT * alike if one.concepts.isdisjoint(other.concepts) else _SAME_CONCEPT
    if one.given and other.given:
        if not one.given.isdisjoint(other.given):
            return max(_SAME_GIVEN, alike)
        if not one.short_for and not other.short_for:
            return _OTHER_GIVEN * alike
    if (one.given and not one.given.isdisjoint(other.short_for)) or (
        other.given and not one.short_for.isdisjoint(other.given | other.short_for)
    ):
        return max(_SHORT_GIVEN, alike)
    return alike


@lru_cache(maxsize=500_000)
def _sound_alike(one: Sounds, other: Sounds) -> float:
    """1 less the distance of two words over their mean weight; 0 for words that are far apart."""
    size = (one.size + other.size) / 2
    if not one.size or not other.size:
        return 0.0
    apart = distance(one, other) if len(one.units) <= len(other.units) else distance(other, one)
    return 1.0 - apart / size if apart < _FAR * size else 0.0
