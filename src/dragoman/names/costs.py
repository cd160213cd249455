"""What it costs to hear one unit as another, and to leave one out.

From `data/costs.toml` (by hand) and `data/learned.toml` (weighed on name pairs). Costs between units are
worked out when first met and kept: two letters meet in a handful of pairs out of half a million.
"""

from functools import cache
from typing import Any

from dragoman.names.letters import UNITS, VOWELS, WEAK, Unit
from dragoman.names.tables import table

# Which script the other name is in decides what is cheap to drop.
PLAIN, ABJAD, SYLLABIC = 0, 1, 2
CONTEXT = {"Arab": ABJAD, "Hebr": ABJAD, "Hani": SYLLABIC, "Kana": SYLLABIC, "Hang": SYLLABIC}


@cache
def _hear() -> dict[tuple[str, str], float]:
    """Sound pair to cost, both ways round."""
    costs: dict[tuple[str, str], float] = {}
    for pair, cost in table("costs")["hear"].items():
        one, other = pair.split()
        costs[one, other] = costs[other, one] = cost
    return costs


def _between(one: Unit, other: Unit) -> float:
    """The cheapest pair of readings."""
    hear, penalty = _hear(), table("costs")["readings"]
    best = 1.0
    for rank, sound in enumerate(one.sounds):
        for other_rank, other_sound in enumerate(other.sounds):
            if sound == other_sound:
                heard = 0.0
            elif (sound, other_sound) in hear:
                heard = hear[sound, other_sound]
            else:
                heard = 0.3 if sound in VOWELS and other_sound in VOWELS else 1.0
            best = min(best, heard + penalty[min(rank, 4)] + penalty[min(other_rank, 4)])
    if one.is_vowel != other.is_vowel:
        best = min(1.0, best + 0.1)
    return float(best)


class _Row(dict[int, float]):
    """What one unit costs against every other, filled as they meet."""

    def __init__(self, unit: int) -> None:
        super().__init__()
        self.unit = unit

    def __missing__(self, other: int) -> float:
        cost = self[other] = _between(UNITS[self.unit], UNITS[other])
        return cost


class _Rows(dict[int, _Row]):
    def __missing__(self, unit: int) -> _Row:
        row = self[unit] = _Row(unit)
        return row


ROWS = _Rows()


def weight(unit: Unit) -> float:
    """How much a unit counts when a word is measured."""
    weights: dict[str, float] = table("costs")["weight"]
    if unit.optional:
        return weights["optional"]
    if unit.sounds[0] in VOWELS:
        return weights["vowel"]
    return weights["weak" if unit.sounds[0] in WEAK else "consonant"]


@cache
def drop(unit: int, context: int) -> float:
    """What it costs that `unit` meets nothing in a name of the other script."""
    one, costs = UNITS[unit], table("costs")["drop"]
    sound = one.sounds[0]
    if one.optional:
        return float(costs["optional"])
    if sound in VOWELS:
        if one.script in ("Hani", "Kana", "Hang") and context != SYLLABIC:
            return float(costs["filler"])
        if context == ABJAD and CONTEXT.get(one.script) != ABJAD:
            return float(costs["short" if sound in "ae" else "long"])
        return float(costs["vowel"])
    if sound in WEAK:
        return float(costs["weak"])
    if context == SYLLABIC and sound in "rl" and CONTEXT.get(one.script) != SYLLABIC:
        return float(costs["coda"])
    return float(costs["consonant"])


def settings() -> dict[str, Any]:
    """The whole hand-set table."""
    return table("costs")
