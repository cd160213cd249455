"""How far two words are apart as they sound: a weighted edit distance over their units."""

from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from dragoman.names.concepts import concepts
from dragoman.names.costs import DROPS, ROWS
from dragoman.names.given import given, short_for
from dragoman.names.letters import OPTIONAL, PLAIN, SYLLABIC, WRITES, read
from dragoman.text.fold import bare

edits = Levenshtein.distance
_LONGEST = 60  # letters of a word that are read
_FAR = 0.45  # words further apart than this share of their size are not alike at all
_SAME_GIVEN, _OTHER_GIVEN, _SHORT_GIVEN = 0.96, 0.8, 0.82
_SAME_CONCEPT, _OTHER_CONCEPT = 0.95, 0.6
_ALIKE = 0.05  # units this near at either end of both words are taken as met
# A quick look at the consonants tells most words apart: how many edits, as a share of the size, two
# skeletons may differ by when none, one, two or three consonant classes find no partner. Set so that
# no measure on name pairs loses more than a thousandth.
_FAR_SKELETON = (0.55, 0.4, 0.33, 0.25)


class Sounds:
    """A word ready for comparison.

    size: its weight in consonants.    needs, has: bits of consonant classes it must, and may, find.
    skeleton: its consonants by coarse class.    loose: how many consonants may also be none.
    plain: the word without Latin diacritics.    initial: whether it is one letter that may stand for a word.
    given, short_for: the given names it spells, and is short for.
    concepts: what it means, for a word that is translated.
    """

    __slots__ = (
        "_drops",
        "concepts",
        "given",
        "has",
        "initial",
        "loose",
        "needs",
        "plain",
        "script",
        "short_for",
        "size",
        "skeleton",
        "units",
        "word",
        "writes",
    )

    def __init__(self, word: str) -> None:
        self.word = word
        self.script, spellings = read(word[:_LONGEST])
        self.writes = WRITES.get(self.script, PLAIN)
        self.plain = bare(word) if self.script == "Latn" and not word.isascii() else word
        self.concepts = concepts(word)
        self.given, self.short_for = given(self.plain), short_for(self.plain)
        self.initial = len(word) == 1 and self.writes != SYLLABIC
        units: list[int] = []
        size, needs, has, skeleton, loose = 0.0, 0, 0, "", 0
        for ids, weight, must, may, firm, soft in spellings:
            units += ids
            size += weight
            needs |= must
            has |= may
            skeleton += firm
            loose += soft
        self.loose = loose
        self.units, self.size, self.needs, self.has, self.skeleton = tuple(units), size, needs, has, skeleton
        self._drops: list[tuple[float, ...] | None] = [None, None, None]

    def drops(self, other: int) -> tuple[float, ...]:
        """What dropping each unit costs against a word whose script writes vowels as `other` says."""
        found = self._drops[other]
        if found is None:
            costs = DROPS[self.writes][other]
            found = self._drops[other] = tuple([costs[unit] for unit in self.units])
        return found


@lru_cache(maxsize=200_000)
def sounds(word: str) -> Sounds:
    """`word` (folded) as `Sounds`, kept."""
    return Sounds(word)


def distance(one: Sounds, other: Sounds, limit: float = 1e9) -> float:
    """The cheapest way to turn `one` into `other`; something above `limit` once it is sure to be above it."""
    a, b, rows = one.units, other.units, ROWS
    drops = one._drops[other.writes] or one.drops(other.writes)
    inserts = other._drops[one.writes] or other.drops(one.writes)
    start, end_a, end_b, same = 0, len(a), len(b), 0.0
    for first, second in zip(a, b):  # noqa: B905
        cost = rows[first][second]
        if cost > _ALIKE or first in OPTIONAL or second in OPTIONAL:
            break
        same += cost
        start += 1
    while end_a > start and end_b > start and (cost := rows[a[end_a - 1]][b[end_b - 1]]) <= _ALIKE:
        if a[end_a - 1] in OPTIONAL or b[end_b - 1] in OPTIONAL:
            break
        same += cost
        end_a -= 1
        end_b -= 1
    if start or end_b < len(b):
        b, inserts = b[start:end_b], inserts[start:end_b]
    limit -= same
    above = list(accumulate(inserts, initial=0.0))
    for place in range(start, end_a):
        row, dropped = rows[a[place]], drops[place]
        left = above[0] + dropped
        line = [left]
        for second, insert, corner, up in zip(b, inserts, above, above[1:]):  # noqa: B905
            left += insert
            cost = corner + row[second]
            if cost < left:
                left = cost
            up += dropped
            if up < left:
                left = up
            line.append(left)
        if min(line) > limit:
            return limit + same + 1
        above = line
    return above[-1] + same


@lru_cache(maxsize=500_000)
def likeness(one: Sounds, other: Sounds) -> float:
    """How alike two words are, 0..1: as they sound, unless both are known given names."""
    if one.plain == other.plain:
        return 1.0
    if one.concepts and other.concepts:
        if not one.concepts.isdisjoint(other.concepts):
            return _SAME_CONCEPT
        return _OTHER_CONCEPT * sound_alike(one, other)
    if one.given or other.given:
        if one.given and other.given:
            if not one.given.isdisjoint(other.given):
                return max(_SAME_GIVEN, sound_alike(one, other))
            if not one.short_for and not other.short_for:
                return _OTHER_GIVEN * sound_alike(one, other)
        if not one.short_for.isdisjoint(other.given | other.short_for) or not other.short_for.isdisjoint(
            one.given
        ):
            return max(_SHORT_GIVEN, sound_alike(one, other))
    return sound_alike(one, other)


def sound_alike(one: Sounds, other: Sounds) -> float:
    """1 less the distance of two words over their mean weight; 0 for words that are far apart."""
    size = (one.size + other.size) / 2
    missing = (one.needs & ~other.has | other.needs & ~one.has).bit_count()
    if missing > 3 or (
        edits(one.skeleton, other.skeleton) - (one.loose + other.loose) / 2 > _FAR_SKELETON[missing] * size
    ):
        return 0.0
    if not one.units or not other.units:
        return 0.0
    if len(other.units) < len(one.units):
        one, other = other, one
    limit = size * _FAR
    apart = distance(one, other, limit)
    return 1.0 - apart / size if apart < limit else 0.0
