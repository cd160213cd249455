"""What it costs to hear one unit as another, and to leave one out.

From `data/costs.toml`. Costs between units are worked out when two first meet, and kept.
"""

from functools import cache

from dragoman.names.letters import ABJAD, SYLLABIC, UNITS, VOWELS, WEAK, Unit
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

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number, unit = number, UNITS[number]
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
        self[other] = ROWS[other][self.number] = best
        return best


class _Rows(dict[int, _Row]):
    def __missing__(self, unit: int) -> _Row:
        row = self[unit] = _Row(unit)
        return row


ROWS = _Rows()


class _Drops(dict[int, float]):
    """What it costs that a unit of a word meets nothing in another.

    own, other: how the scripts of the two words write vowels (`letters.WRITES`).
    """

    def __init__(self, own: int, other: int) -> None:
        super().__init__()
        self.own, self.other = own, other

    def __missing__(self, unit: int) -> float:
        cost = self[unit] = float(table("costs")["drop"][_drop_kind(UNITS[unit], self.own, self.other)])
        return cost


DROPS = tuple(tuple(_Drops(own, other) for other in range(3)) for own in range(3))


def _drop_kind(unit: Unit, own: int, other: int) -> str:
    sound = unit.sounds[0]
    if unit.optional:
        return "free" if unit.free else "optional"
    if sound in VOWELS:
        if own == SYLLABIC and other != SYLLABIC:
            return "filler"
        if other == ABJAD and own != ABJAD:
            return "short" if sound in "ae" else "long"
        return "vowel"
    if sound in WEAK:
        return "weak"
    return "coda" if other == SYLLABIC != own and sound in "rl" else "consonant"
