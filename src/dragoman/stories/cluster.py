"""Clusters: which reports tell of one chain of events.

Each report becomes a set of weighted keys in no language: who acts on whom and how, who is named,
what is counted, on which days. Reports that share enough of them, in the same weeks, are one story.
A place alone never joins two: countries are named in every report and weigh little.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.model import Reading
from dragoman.stories.days import bounds
from dragoman.stories.people import _surface

_JOIN = 0.30
"""Similarity from which a report joins a story."""
_WEEKS = 60
"""Days between two reports of one story. A later round between the same parties is another story."""


def keys(reading: Reading) -> dict[str, float]:
    """The keys of a report with their weights.

    Acts weigh most, then persons, groups and companies, then bodies of states, then numbers; a
    country counts a little.
    """
    out: dict[str, float] = {}
    for event in reading.events:
        actor = event.actor.id if event.actor else "-"
        recipient = event.recipient.id if event.recipient else "-"
        if actor != "-" or recipient != "-":
            out[f"act {event.type} {actor} {recipient}"] = 3.0
            if actor != "-" and recipient != "-":
                out["pair " + " ".join(sorted((actor, recipient)))] = 3.0
    for found in reading.attributions:
        if found.by and found.accused:
            out[f"blame {found.by.id} {found.accused.id}"] = 2.0
    for entity in reading.entities:
        weight = {"country": 0.7, "place": 0.7, "role": 0.0}.get(entity.type, 2.0)
        if entity.sector == "JRN":
            weight = 0.0
        if weight:
            out[entity.id] = weight * (1 + math.log(len(entity.mentions) or 1)) / 2
        if entity.id.startswith("met:"):
            out["name " + "".join(sorted(_consonants(_surface(entity))))] = 1.0
    for number in reading.numbers:
        if number.value is not None and number.value >= 10:
            out[f"number {number.value:g} {number.unit or ''}"] = 0.7
    return out


def _consonants(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalpha() and c not in "aeiouy")


def similarity(a: dict[str, float], b: dict[str, float], rarity: dict[str, float]) -> float:
    """Weighted cosine of two key sets, 0..1."""
    shared = sum(a[k] * b[k] * rarity.get(k, 1.0) ** 2 for k in a.keys() & b.keys())
    if not shared:
        return 0.0
    na = math.sqrt(sum((w * rarity.get(k, 1.0)) ** 2 for k, w in a.items()))
    nb = math.sqrt(sum((w * rarity.get(k, 1.0)) ** 2 for k, w in b.items()))
    return shared / (na * nb)


def clusters(readings: Sequence[Reading]) -> list[list[Reading]]:
    """The reports in stories, in the order given."""
    features = [keys(r) for r in readings]
    counts = Counter(k for f in features for k in f)
    total = len(readings)
    rarity = {k: math.log(1 + total / n) for k, n in counts.items()} if total > 2 else {}
    parent = list(range(total))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for i in range(total):
        for j in range(i):
            if not _near(readings[i], readings[j]):
                continue
            if similarity(features[i], features[j], rarity) >= _JOIN and _bound(features[i], features[j]):
                parent[root(i)] = root(j)
    groups: dict[int, list[Reading]] = {}
    for n, reading in enumerate(readings):
        groups.setdefault(root(n), []).append(reading)
    return list(groups.values())


def _bound(a: dict[str, float], b: dict[str, float]) -> bool:
    """Whether two reports share more than places: an act, a pair of parties or two names."""
    shared = a.keys() & b.keys()
    if any(k.startswith(("act ", "pair ", "blame ")) for k in shared):
        return True
    return sum(1 for k in shared if k.split(":")[0] in ("person", "group", "org", "actor", "met", "company")) >= 2


def _near(a: Reading, b: Reading) -> bool:
    """Whether two reports are of the same weeks, as far as both are dated."""
    if not a.published or not b.published:
        return True
    first, second = bounds(a.published), bounds(b.published)
    if first is None or second is None:
        return True
    return abs((first[0] - second[0]).days) <= _WEEKS


def ordered(readings: Iterable[Reading]) -> list[Reading]:
    """Reports in the order of their days, undated ones last; ties by id, so that the order they were
    read in changes nothing."""
    return sorted(readings, key=lambda r: (r.published or "9999", r.id))
