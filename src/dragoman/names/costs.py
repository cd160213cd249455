"""What it costs to hear one unit as another, and to leave one out, in hundredths of a consonant.

From `data/costs.toml`. A row of costs, one for each other unit, is worked out when it is first asked for.
"""

from functools import cache

from dragoman.names.letters import ABJAD, SYLLABIC
from dragoman.names.tables import table
from dragoman.names.units import MOST, OPTIONAL, SOUNDS, UNITS, VOWELS, WEAK, Unit

WHOLE = 100
"""A consonant heard as any other."""
FAR = 255
_NEAR = 5  # units this near are taken as met where two words begin or end alike
_OTHER_KIND = 10  # more, for a vowel heard as a consonant


@cache
def _hear() -> dict[str, dict[str, int]]:
    """What it costs to hear one sound as another, both ways round."""
    costs = {one: dict.fromkeys(SOUNDS, WHOLE) for one in SOUNDS}
    for one in VOWELS:
        costs[one].update(dict.fromkeys(VOWELS, 30))
    for pair, cost in table("costs")["hear"].items():
        one, other = pair.split()
        costs[one][other] = costs[other][one] = round(100 * cost)
    for one in SOUNDS:
        costs[one][one] = 0
    return costs


@cache
def _ranks() -> tuple[int, ...]:
    """What the first, second, third ... reading of a unit costs."""
    return tuple(round(100 * cost) for cost in table("costs")["readings"])


@cache
def _readings() -> tuple[tuple[int, int, str, bool], ...]:
    """Every reading of every unit: unit, what the reading costs, sound, whether it is a vowel's."""
    return tuple(
        (number, rank, sound, unit.is_vowel)
        for number, unit in enumerate(UNITS)
        for rank, sound in zip(_ranks(), unit.sounds, strict=False)
    )


class _Costs(dict[int, bytes]):
    """By unit: what it costs to hear it as each other unit. The cheapest readings of both count."""

    def __missing__(self, number: int) -> bytes:
        unit, hear = UNITS[number], _hear()
        readings = list(zip(_ranks(), map(hear.__getitem__, unit.sounds), strict=False))
        as_sound = {sound: min([rank + heard[sound] for rank, heard in readings]) for sound in SOUNDS}
        for_consonant, for_vowel = (_OTHER_KIND, 0) if unit.is_vowel else (0, _OTHER_KIND)
        found = bytearray([WHOLE]) * len(UNITS)
        for other, rank, sound, is_vowel in _readings():
            cost = rank + as_sound[sound] + (for_vowel if is_vowel else for_consonant)
            if cost < found[other]:
                found[other] = cost
        row = self[number] = bytes(found)
        return row


class _Near(dict[int, bytes]):
    """By unit: its cost against each other unit that is near, `FAR` against all others.

    No unit that may be left out is near any: it is as likely to be the one that is not there.
    """

    def __missing__(self, number: int) -> bytes:
        optional = OPTIONAL[number]
        row = self[number] = bytes(
            [
                FAR if cost > _NEAR or optional or other else cost
                for cost, other in zip(COSTS[number], OPTIONAL)  # noqa: B905
            ]
        )
        return row


class Savings(dict[int, bytes]):
    """By unit: what it saves to let it meet each other unit, against leaving both of them out.

    own, other:     how the scripts of two words write vowels (`letters.WRITES`).
    drops, inserts: what leaving out each unit of the first word, and of the second, costs.
    A row has `MOST` entries, so that it is a table for `bytes.translate`.
    """

    def __init__(self, own: int, other: int) -> None:
        super().__init__()
        self.drops, self.inserts = _drops(own, other), _drops(other, own)

    def __missing__(self, unit: int) -> bytes:
        dropped = self.drops[unit]
        saved = [
            saving if (saving := dropped + inserted - cost) > 0 else 0
            for cost, inserted in zip(COSTS[unit], self.inserts)  # noqa: B905
        ]
        row = self[unit] = bytes(saved).ljust(MOST, b"\0")
        return row


COSTS, NEARBY = _Costs(), _Near()


@cache
def savings(own: int, other: int) -> Savings:
    """What the units of two words save, by how their scripts write vowels."""
    return Savings(own, other)


def forget() -> None:
    """Have everything worked out anew, after a change of the table."""
    COSTS.clear()
    NEARBY.clear()
    for kept in (savings, _hear, _ranks, _readings):
        kept.cache_clear()


def _drops(own: int, other: int) -> bytes:
    """What it costs to leave out each unit of a word: a table for `bytes.translate`."""
    costs = {kind: round(100 * cost) for kind, cost in table("costs")["drop"].items()}
    return bytes(costs[_drop_kind(unit, own, other)] for unit in UNITS).ljust(MOST, b"\0")


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
