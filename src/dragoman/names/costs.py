"""What it costs to hear one unit as another, and to leave one out.

From `data/costs.toml`. Costs between units are worked out when two first meet, and kept.
"""

from functools import cache

from dragoman.names.letters import ABJAD, PLAIN, SYLLABIC, UNITS, VOWELS, WEAK, Unit
from dragoman.names.tables import table

_SOUNDS = "aeiouhwypbfvmntdTDszSZcCJkgxGqlr"  # every sound a reading may name


@cache
def _hear() -> dict[str, float]:
    """Two sounds to cost, both ways round."""
    costs: dict[str, float] = {}
    for pair, cost in table("costs")["hear"].items():
        one, other = pair.split()
        costs[one + other] = costs[other + one] = cost
    for one in VOWELS:
        for other in VOWELS:
            costs.setdefault(one + other, 0.0 if one == other else 0.3)
    return costs


@cache
def _penalties() -> tuple[float, ...]:
    return tuple(table("costs")["readings"])


class _Row(dict[int, float]):
    """What one unit costs against every other, filled as they meet."""

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.is_vowel = unit.is_vowel
        hear, ranks = _hear(), _penalties()
        ranked = tuple(zip(ranks, unit.sounds, strict=False))
        self.as_sound = {
            sound: min(rank + (0.0 if own == sound else hear.get(own + sound, 1.0)) for rank, own in ranked)
            for sound in _SOUNDS
        }

    def __missing__(self, other: int) -> float:
        unit, best = UNITS[other], 1.0
        for rank, sound in zip(_penalties(), unit.sounds, strict=False):
            cost = rank + self.as_sound[sound]
            if cost < best:
                best = cost
        if self.is_vowel != unit.is_vowel:
            best = min(1.0, best + 0.1)
        self[other] = best
        return best


class _Rows(dict[int, _Row]):
    def __missing__(self, unit: int) -> _Row:
        row = self[unit] = _Row(UNITS[unit])
        return row


ROWS = _Rows()


class _Drops(dict[int, float]):
    """What it costs that a unit meets nothing in a word whose script writes vowels the way `other` says."""

    def __init__(self, other: int) -> None:
        super().__init__()
        self.other = other

    def __missing__(self, unit: int) -> float:
        cost = self[unit] = float(table("costs")["drop"][_drop_kind(UNITS[unit], self.other)])
        return cost


DROPS = (_Drops(PLAIN), _Drops(ABJAD), _Drops(SYLLABIC))


def _drop_kind(unit: Unit, other: int) -> str:
    sound = unit.sounds[0]
    if unit.optional:
        return "optional"
    if sound in VOWELS:
        if unit.writes == SYLLABIC and other != SYLLABIC:
            return "filler"
        if other == ABJAD and unit.writes != ABJAD:
            return "short" if sound in "ae" else "long"
        return "vowel"
    if sound in WEAK:
        return "weak"
    return "coda" if other == SYLLABIC != unit.writes and sound in "rl" else "consonant"
