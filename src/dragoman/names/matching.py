"""Two names side by side: which token meets which, and what it all comes to.

score = .35 mean + .65 worst of the aligned tokens, for the hardest wrong pairs share a given name. Tokens
left over cost little (patronymics, middle names), initials stand for words, and neighbours may join
(عبدالله, "Abd Allah").
"""

from functools import cache
from itertools import product

import msgspec

from dragoman.names.concepts import kinds_of_place
from dragoman.names.costs import COSTS
from dragoman.names.distance import Sounds, edits, likeness, sounds
from dragoman.names.tails import likeness_of_stems
from dragoman.names.tokens import Name

# Set by hand and tried on name pairs in many scripts.
MEAN, WORST = 0.35, 0.65
EXTRA = 0.04  # each word left over on the longer side
ALONE = 0.15  # one word against several: a surname, or only a given name
ALONE_THING = 0.05  # the same of places and organisations
ONLY_GIVEN = 0.15  # given names met, a surname met none
INITIAL = 0.85  # a letter for a word that starts with its sound
OTHER_INITIAL = 0.85  # factors from here on
OTHER_NUMERAL, NO_NUMERAL, NUMERAL_FOR_WORD = 0.6, 0.95, 0.7

STRONG = 0.92  # from here on a pair of words is settled
WEAK_PAIR = 0.75  # below this a pair of words is tried joined with a neighbour
JOIN = 0.05  # a join that explains two words at once goes before a pair as good
_SHORTER, _LONGER = 0.75, 1.35  # sizes of the words written as one, to the word they may be
_ENDED = 0.55  # words less alike than this are not two forms of one
_INFLECTING = ("Cyrl", "Grek")  # scripts whose languages mostly have case endings

_Tokens = tuple[Sounds, ...]
_Run = tuple[int, ...]
_Met = tuple[Sounds, Sounds | None, float]


class Match(msgspec.Struct, frozen=True, gc=False):
    """score: 0..1. met: word of the shorter name, word of the longer (None for none), how alike they are.
    swapped: whether the shorter name is the second of those given (of two equally long ones, the later in
    the alphabet is). left_over: words of the longer name that met none. notes: what else counted."""

    score: float
    met: list[_Met]
    swapped: bool
    left_over: list[Sounds]
    notes: tuple[str, ...]


def match(one: Name, other: Name, inflected: bool = False, thing: bool = False) -> Match:
    """Compare two names. The same whichever way round they are given.

    inflected: whether one of them is in a language in Latin letters that has case endings.
    thing: whether they are known to name no person.
    """
    if one.folded == other.folded:
        return Match(1.0 if one.folded else 0.0, [(word, word, 1.0) for word in one.tokens], False, [], ())
    a, b = one.tokens, other.tokens
    swapped = len(a) > len(b) or (len(a) == len(b) and one.folded > other.folded)
    if swapped:
        a, b = b, a
    if not a:
        return Match(0.0, [], swapped, list(b), ())
    met, left_over = _align(a, b, inflected or a[0].script in _INFLECTING or b[0].script in _INFLECTING)
    total = weights = 0.0
    worst = 1.0
    for word, _, like in met:
        weight = len(word.word)
        total += like * weight
        weights += weight
        if like < worst:
            worst = like
    score = MEAN * total / weights + WORST * worst
    notes: tuple[str, ...] = ()
    if left_over:
        penalty, notes = _left_over(met, left_over, thing)
        score -= penalty
    if one.middle and other.middle and one.middle[0] != other.middle[0] and a[0].script == b[0].script:
        score *= OTHER_INITIAL
        notes += (f"initial {one.middle} against {other.middle}",)
    if one.numeral != other.numeral:
        if one.numeral is None or other.numeral is None:
            score *= NUMERAL_FOR_WORD if left_over else NO_NUMERAL
        else:
            score *= OTHER_NUMERAL
        notes += (f"numeral {one.numeral} against {other.numeral}",)
    return Match(score if score > 0 else 0.0, met, swapped, left_over, notes)


def _left_over(met: list[_Met], left_over: list[Sounds], thing: bool) -> tuple[float, tuple[str, ...]]:
    """What the words that met nothing take off the score, and the note that says why, if it is much."""
    penalty = EXTRA * len(left_over)
    if len(met) == 1:
        if all(word.concepts & kinds_of_place() for word in left_over):
            return penalty, ()
        return penalty + (ALONE_THING if thing else ALONE), ("one word against several",)
    if all(one.given and other and other.given for one, other, _ in met) and not all(
        word.given for word in left_over
    ):
        return penalty + ONLY_GIVEN, ("only given names met",)
    return penalty, ()


def _initial(one: Sounds, other: Sounds) -> float:
    """Likeness of an initial and a word: it meets every word that starts with its sound."""
    return INITIAL if one.units and other.units and COSTS[one.units[0]][other.units[0]] < 15 else 0.0


@cache
def _order(one: int, other: int) -> tuple[tuple[int, int], ...]:
    """The places of two names of so many words: words that stand in the same place first."""
    return tuple(sorted(product(range(one), range(other)), key=lambda place: abs(place[0] - place[1])))


def _align(a: _Tokens, b: _Tokens, inflected: bool) -> tuple[list[_Met], list[Sounds]]:
    """The words that met, each with how alike they are, and the words of `b` left over; `a` is not longer.

    A strong pair settles both its words at once, so that few pairs of words need be looked at. inflected:
    whether either may carry case endings.
    """
    if len(b) == 1:
        one, other = a[0], b[0]
        value = likeness(one, other) if one.initial == other.initial else _initial(one, other)
        if inflected and _ENDED < value < STRONG:
            value = max(value, likeness_of_stems(one, other))
        return [(one, other, value)], []
    met: list[_Met] = []
    weak = []
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    for i, j in _order(len(a), len(b)):
        if i in free_a and j in free_b:
            one, other = a[i], b[j]
            value = likeness(one, other) if one.initial == other.initial else _initial(one, other)
            if inflected and _ENDED < value < STRONG and not (one.given and other.given):
                value = max(value, likeness_of_stems(one, other))
            if value < STRONG:
                weak.append((-value, i, j))
                continue
            met.append((one, other, value))
            free_a.remove(i)
            free_b.remove(j)
            if not free_a:
                return met, [b[j] for j in sorted(free_b)]
    weak.sort()
    if len(free_a) + len(free_b) > 2 and _may_join([a[i].size for i in free_a], [b[j].size for j in free_b]):
        _join_some(a, b, free_a, free_b, met, -weak[0][0])
    for value, i, j in weak:
        if i in free_a and j in free_b:
            met.append((a[i], b[j], -value))
            free_a.remove(i)
            free_b.remove(j)
    met.extend([(a[i], None, 0.0) for i in free_a])
    return met, [b[j] for j in sorted(free_b)]


def _may_join(some: list[int], others: list[int]) -> bool:
    """Whether any two words on one side are together as long as a word on the other, by their sizes."""
    return (len(some) > 1 and _SHORTER * sum(sorted(some)[:2]) < max(others)) or (
        len(others) > 1 and _SHORTER * sum(sorted(others)[:2]) < max(some)
    )


def _join_some(
    a: _Tokens, b: _Tokens, free_a: set[int], free_b: set[int], met: list[_Met], best_single: float
) -> None:
    """Move into `met` what goes together once neighbours are joined, best first."""
    found: list[tuple[float, _Run, _Run]] = []
    for run, j in _runs(a, free_a, b, free_b):
        found.append((likeness(_joined(a, run), b[j]), run, (j,)))
    for run, i in _runs(b, free_b, a, free_a):
        found.append((likeness(a[i], _joined(b, run)), (i,), run))
    for value, run_a, run_b in sorted(found, reverse=True):
        if (
            value >= WEAK_PAIR
            and free_a.issuperset(run_a)
            and free_b.issuperset(run_b)
            and value + JOIN > best_single
        ):
            met.append((_joined(a, run_a), _joined(b, run_b), value))
            free_a.difference_update(run_a)
            free_b.difference_update(run_b)


def _runs(parts: _Tokens, free: set[int], wholes: _Tokens, free_wholes: set[int]) -> list[tuple[_Run, int]]:
    """Runs of two or three neighbours among `parts` that one of `wholes` may be, by size and consonants."""
    out = []
    for first in free:
        last, size = first, parts[first].size
        while last + 1 in free and last - first < 2:
            last += 1
            size += parts[last].size
            for place in free_wholes:
                whole = wholes[place]
                if _SHORTER * size < whole.size < _LONGER * size and _may_be(
                    parts[first : last + 1], whole, size
                ):
                    out.append((tuple(range(first, last + 1)), place))
    return out


def _may_be(parts: _Tokens, whole: Sounds, size: int) -> bool:
    """Whether some words written as one may be `whole`, by their consonants."""
    needs = has = 0
    skeleton = b""
    for part in parts:
        needs |= part.needs
        has |= part.has
        skeleton += part.skeleton
    missing = (whole.needs & ~has | needs & ~whole.has).bit_count()
    return missing < 2 and edits(skeleton, whole.skeleton) < 0.003 * size


def _joined(tokens: _Tokens, run: _Run) -> Sounds:
    return tokens[run[0]] if len(run) == 1 else sounds("".join([tokens[i].word for i in run]))
