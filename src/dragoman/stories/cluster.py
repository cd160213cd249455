"""Clusters: which reports tell of one chain of events.

Reports that share enough of what they are about (see `keys`), in the same weeks, are one story. Two
groups of reports become one when their reports are alike on average, the most alike first: linking by
the nearest pair alone would chain whole years of quarrels between the same states together.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from dragoman.model import Reading
from dragoman.stories.days import bounds
from dragoman.stories.keys import is_deed, keys, tells

_JOIN = 0.14
"""Average likeness from which two groups are one story. Set on reports of eight incidents in ten
languages and on translated business news; between .12 and .16 nothing changes on the former."""
_ENOUGH = 2.5
"""Weight of shared keys, places of states and numbers not counted, below which two reports have nothing
in common: a place and a day are not yet a story."""
_WITHOUT_DEED = 6.0
"""What likeness needs beside it where no act or accusation is shared: it is scaled by n / (n + this)."""
_WEEKS, _LATE = 45, 120
"""Days between two reports of one round of events, and between a report and a late one that looks back."""
_FADE = 150.0
_LOOKS_BACK = 0.9
_LONG_AFTER = 0.6
_NEWS = 60
"""Days round the earlier report within which a day both tell of is the story's own, not its background."""


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """How much two reports are about the same, 0..1; 0 where they share too little to say."""
    shared = a.keys() & b.keys()
    common = math.fsum(min(a[k], b[k]) for k in shared if tells(k))
    if common < _ENOUGH:
        return 0.0
    cosine = math.fsum(a[k] * b[k] for k in shared) / math.sqrt(_square(a) * _square(b))
    return cosine if any(is_deed(k) for k in shared) else cosine * common / (common + _WITHOUT_DEED)


def _square(bag: dict[str, float]) -> float:
    return math.fsum(weight * weight for weight in bag.values())


def closeness(a: Reading, b: Reading) -> float:
    """How near in time two reports are, 0..1. Months apart they are one story only where both tell of
    one day that was news when the earlier appeared; undated reports are taken for near."""
    first, second = _published(a), _published(b)
    if first is None or second is None:
        return 1.0
    gap = abs((first - second).days)
    if gap <= _WEEKS:
        return 1 - gap / _FADE
    earlier = min(first, second)
    if any(abs((day - earlier).days) <= _NEWS for day in _days(a) & _days(b)):
        return _LOOKS_BACK
    return _LONG_AFTER if gap <= _LATE else 0.0


def _published(reading: Reading) -> date | None:
    span = bounds(reading.published) if reading.published else None
    return span[0] if span else None


def _days(reading: Reading) -> set[date]:
    values = {d.value for d in reading.dates} | {e.date for e in reading.events}
    spans = [bounds(value) for value in values if value and len(value) == 10]
    return {span[0] for span in spans if span}


def clusters(readings: Sequence[Reading]) -> list[list[Reading]]:
    """The reports in stories, each in the order given."""
    features = [keys(r) for r in readings]
    links: dict[int, dict[int, float]] = {n: {} for n in range(len(readings))}
    for one, other in _candidates(features):
        value = likeness(features[one], features[other])
        if value and (value := value * closeness(readings[one], readings[other])):
            links[one][other] = links[other][one] = value
    groups = _join(links)
    return [[readings[n] for n in sorted(group)] for group in sorted(groups, key=min)]


def _candidates(features: Sequence[dict[str, float]]) -> list[tuple[int, int]]:
    """Pairs that share a key that tells."""
    holders: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for number, bag in enumerate(features):
        for key in bag:
            if tells(key):
                before = holders.setdefault(key, [])
                pairs.update((other, number) for other in before)
                before.append(number)
    return sorted(pairs)


def _join(links: dict[int, dict[int, float]]) -> list[list[int]]:
    """Agglomerate by average likeness. links: the sum of likenesses between two groups, where there is any.

    The heap may hold a pair of groups that has grown since; such an entry is known by its sizes and skipped.
    """
    members = {n: [n] for n in links}
    heap = [_entry(members, a, b, total) for a, row in links.items() for b, total in row.items() if a < b]
    heapify(heap)
    while heap:
        worth, a, b, size_a, size_b = heappop(heap)
        if -worth < _JOIN:
            break
        if a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b):
            continue
        members[a] += members.pop(b)
        for other, total in links.pop(b).items():
            del links[other][b]
            if other != a:
                links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
        for other, total in links[a].items():
            heappush(heap, _entry(members, min(a, other), max(a, other), total))
    return list(members.values())


def _entry(members: dict[int, list[int]], a: int, b: int, total: float) -> tuple[float, int, int, int, int]:
    size_a, size_b = len(members[a]), len(members[b])
    return (-total / (size_a * size_b), a, b, size_a, size_b)


def ordered(readings: Iterable[Reading]) -> list[Reading]:
    """Reports in the order of their days, undated ones last; ties by id, so that the order they were
    read in changes nothing."""
    return sorted(readings, key=lambda r: (r.published or "9999", r.id))
