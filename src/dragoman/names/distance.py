"""How far two words are apart as they sound: a weighted edit distance over their units."""

from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from dragoman.names.costs import CONTEXT, PLAIN, ROWS, drop, weight
from dragoman.names.letters import UNITS, read

# Coarse consonant classes. A firm consonant of one class must find a partner in that class or cost a
# good part of a consonant: counting classes tells most pairs of words apart before any distance is worked out.
_CLASSES = ("pbfvw", "tdTDcszC", "szSZCJcTDxy", "kgxGqhJCc", "m", "n", "lrwG")
_COUNTED = 4  # occurrences of a class that are counted
_FAR = 0.6  # words further apart than this share of their size are not alike at all
_MISSING = 0.7  # what a consonant without a partner in its class costs at least


class _Facts(NamedTuple):
    """What a unit brings to the words it is in. drops: by context; need: its one class if it is a firm
    consonant, else -1; may: every class one of its readings is in."""

    size: float
    drops: tuple[float, float, float]
    need: int
    may: tuple[int, ...]


@cache
def _facts(unit: int) -> _Facts:
    sounds = UNITS[unit].sounds
    classes = tuple(place for place, members in enumerate(_CLASSES) if any(sound in members for sound in sounds))
    firm = not UNITS[unit].optional and not any(sound in "aeiouhwy" for sound in sounds) and len(classes) == 1
    drops = (drop(unit, 0), drop(unit, 1), drop(unit, 2))
    return _Facts(weight(UNITS[unit]), drops, classes[0] if firm else -1, classes)


class Sounds:
    """A word ready for comparison.

    size: its weight in consonants. drops, sums: what dropping each unit, and all units so far, costs, by the
    other word's context. needs, has: classes of its firm consonants and of all its units, as unary counts.
    """

    __slots__ = ("context", "drops", "has", "needs", "script", "size", "sums", "units", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.script, self.units = read(word)
        self.context = CONTEXT.get(self.script, PLAIN)
        facts = [_facts(unit) for unit in self.units]
        self.size = sum([fact.size for fact in facts])
        self.drops = tuple(zip(*[fact.drops for fact in facts], strict=True)) or ((), (), ())
        self.sums = tuple([list(accumulate(drops, initial=0.0)) for drops in self.drops])
        needs, has = [0] * len(_CLASSES), [0] * len(_CLASSES)
        for fact in facts:
            if fact.need >= 0:
                needs[fact.need] += 1
            for place in fact.may:
                has[place] += 1
        self.needs, self.has = _unary(needs), _unary(has)


def _unary(counts: list[int]) -> int:
    """Counts side by side in one integer, each as that many set bits, so that `needs & ~has` is what is missing."""
    packed = 0
    for count in counts:
        packed = packed << _COUNTED | ((1 << min(count, _COUNTED)) - 1)
    return packed


@lru_cache(maxsize=200_000)
def sounds(word: str) -> Sounds:
    """`word` (folded) as `Sounds`, kept."""
    return Sounds(word)


def distance(one: Sounds, other: Sounds, limit: float = 1e9) -> float:
    """The cheapest way to turn `one` into `other`; something above `limit` once it is sure to be above it."""
    inserts, above, units = other.drops[one.context], other.sums[one.context], other.units
    for unit, dropped in zip(one.units, one.drops[other.context], strict=True):
        row = ROWS[unit]
        left = above[0] + dropped
        line = [left]
        for second, insert, corner, up in zip(units, inserts, above, above[1:]):  # noqa: B905
            left += insert
            cost = corner + row[second]
            if cost < left:
                left = cost
            up += dropped
            if up < left:
                left = up
            line.append(left)
        if min(line) > limit:
            return limit + 1
        above = line
    return above[-1]


def at_least(one: Sounds, other: Sounds) -> float:
    """A quick lower estimate of `distance`, from the consonants that find no partner."""
    missing = (one.needs & ~other.has).bit_count()
    lacking = (other.needs & ~one.has).bit_count()
    return _MISSING * (missing if missing > lacking else lacking)


@lru_cache(maxsize=500_000)
def likeness(one: Sounds, other: Sounds) -> float:
    """How alike two words sound, 0..1: 1 less their distance over their mean weight."""
    if one.word == other.word:
        return 1.0
    size = (one.size + other.size) / 2
    limit = size * _FAR
    if not one.units or not other.units or at_least(one, other) > limit:
        return 0.0
    if len(other.units) < len(one.units):
        one, other = other, one
    apart = distance(one, other, limit)
    return 1.0 - apart / size if apart < limit else 0.0
