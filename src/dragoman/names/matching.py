"""Two names side by side: which token meets which, and what it all comes to.

score = .35 mean + .65 worst of the aligned tokens, for the hardest wrong pairs share a given name. Tokens
left over cost little (patronymics, middle names), initials stand for words, and neighbours may join
(عبدالله, "Abd Allah").
"""

from functools import cache
from itertools import product

import msgspec

from dragoman.names.concepts import kinds_of_place
from dragoman.names.costs import costs
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
_OTHER_SKELETON = 0.3  # edits between their consonants, as a share of the size, that say they are not
_MOST_JOINED = 3
_ENDED = 0.55  # words less alike than this are not two forms of one
_INFLECTING = ("Cyrl", "Grek")  # scripts whose languages mostly have case endings

_Tokens = tuple[Sounds, ...]
_Free = list[Sounds | None]  # None where a word has met its other
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
    return INITIAL if one.units and other.units and costs(one.units[0])[other.units[0]] < 15 else 0.0


@cache
def _order(one: int, other: int) -> tuple[tuple[int, int], ...]:
    """The places of two names of so many words: words that stand in the same place first."""
    return tuple(sorted(product(range(one), range(other)), key=lambda place: abs(place[0] - place[1])))


def _align(a: _Tokens, b: _Tokens, inflected: bool) -> tuple[list[_Met], list[Sounds]]:
    """The words that met, each with how alike they are, and the words of `b` left over; `a` is not longer.

    A strong pair settles both its words at once, so that few pairs of words need be looked at. inflected:
    whether either may carry case endings.
    """
    met: list[_Met] = []
    weak: list[tuple[float, int, int]] = []
    free_a: _Free = [*a]
    free_b: _Free = [*b]
    for i, j in _order(len(a), len(b)):
        one, other = free_a[i], free_b[j]
        if one is None or other is None:
            continue
        value = likeness(one, other) if one.initial == other.initial else _initial(one, other)
        if inflected and _ENDED < value < STRONG and (len(b) == 1 or not (one.given and other.given)):
            value = max(value, likeness_of_stems(one, other))
        if value < STRONG:
            weak.append((-value, i, j))
        else:
            met.append((one, other, value))
            free_a[i] = free_b[j] = None
    if len(met) < len(a):
        weak.sort()
        if len(a) + len(b) - 2 * len(met) > 2 and _may_join(free_a, free_b):
            _join_some(free_a, free_b, met, -weak[0][0])
        for value, i, j in weak:
            one, other = free_a[i], free_b[j]
            if one is not None and other is not None:
                met.append((one, other, -value))
                free_a[i] = free_b[j] = None
        met.extend([(word, None, 0.0) for word in free_a if word])
    return met, [word for word in free_b if word]


def _may_join(a: _Free, b: _Free) -> bool:
    """Whether any two words of one name are together no longer than one of the other."""
    some = sorted([word.size for word in a if word])
    others = sorted([word.size for word in b if word])
    return (len(some) > 1 and _SHORTER * (some[0] + some[1]) < others[-1]) or (
        len(others) > 1 and _SHORTER * (others[0] + others[1]) < some[-1]
    )


def _join_some(a: _Free, b: _Free, met: list[_Met], best_single: float) -> None:
    """Move into `met` what goes together once neighbours are joined, best first."""
    found: list[tuple[float, range, range, Sounds, Sounds]] = []
    for run, joined, place in _runs(a, b):
        if (whole := b[place]) and (value := likeness(joined, whole)) >= WEAK_PAIR:
            found.append((value, run, range(place, place + 1), joined, whole))
    for run, joined, place in _runs(b, a):
        if (whole := a[place]) and (value := likeness(whole, joined)) >= WEAK_PAIR:
            found.append((value, range(place, place + 1), run, whole, joined))
    found.sort(key=lambda join: join[0], reverse=True)
    for value, run_a, run_b, one, other in found:
        if value + JOIN > best_single and all(a[i] for i in run_a) and all(b[j] for j in run_b):
            met.append((one, other, value))
            for i in run_a:
                a[i] = None
            for j in run_b:
                b[j] = None


def _runs(parts: _Free, wholes: _Free) -> list[tuple[range, Sounds, int]]:
    """Two or three neighbours among `parts` that one of `wholes` may be, by size and consonants: where they
    stand, what they are joined, and the place of the whole."""
    out = []
    for first in range(len(parts) - 1):
        word, skeleton, size, needs, has = "", b"", 0, 0, 0
        for last, part in enumerate(parts[first : first + _MOST_JOINED], first + 1):
            if part is None:
                break
            word += part.word
            skeleton += part.skeleton
            size += part.size
            needs |= part.needs
            has |= part.has
            if last - first > 1:
                for place, whole in enumerate(wholes):
                    if (
                        whole is not None
                        and _SHORTER * size < whole.size < _LONGER * size
                        and (whole.needs & ~has | needs & ~whole.has).bit_count() < 2
                        and 100 * edits(skeleton, whole.skeleton) < _OTHER_SKELETON * size
                    ):
                        out.append((range(first, last), sounds(word), place))
    return out
