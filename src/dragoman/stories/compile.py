"""Compiling: readings in, a dossier of stories out."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from hashlib import sha256

import msgspec

from dragoman.model import Dossier, Reading, Reason, Story, TimelineEvent, Unread
from dragoman.stories.agreements import agreements
from dragoman.stories.cluster import clusters, ordered
from dragoman.stories.days import bounds
from dragoman.stories.disputes import disputes
from dragoman.stories.keys import keys, tells
from dragoman.stories.ledger import ledger, statements
from dragoman.stories.people import People
from dragoman.stories.timeline import merge_events, timeline
from dragoman.stories.witnesses import witness_groups

_BACKGROUND = 60
"""Days before the first report from which an act is background."""
_REASONS = 5
"""Shared keys that a story names as its reasons."""


def compile_stories(readings: Iterable[Reading], unread: Iterable[Unread] = (), version: str = "") -> Dossier:
    """The dossier of `readings`. The same readings give the same dossier, in whatever order they come.

    A document read twice counts once; of two readings under one id the same is kept in every run.
    """
    unique: dict[str, Reading] = {}
    for reading in readings:
        held = unique.setdefault(reading.id, reading)
        if held is not reading and held != reading:
            unique[reading.id] = min(held, reading, key=msgspec.json.encode)
    rows = ordered(unique.values())
    stories = [_story(group) for group in clusters(rows)]
    stories.sort(key=lambda s: (-len(s.documents), s.period or "9999", s.id))
    return Dossier(stories=tuple(stories), readings=tuple(rows), unread=tuple(unread), version=version)


def _story(readings: Sequence[Reading]) -> Story:
    name = "st" + sha256("\n".join(sorted(r.id for r in readings)).encode()).hexdigest()[:8]
    witnesses = witness_groups(readings)
    people = People(readings)
    groups = merge_events(readings, people)
    start = _start(readings)
    events, placed = timeline(groups, readings, people, witnesses, name, start)
    lines = ledger(readings, people, placed, witnesses, name)
    return Story(
        id=name,
        title=_title(readings, events),
        documents=tuple(r.id for r in readings),
        languages=tuple(sorted({r.language for r in readings if r.language})),
        period=_period(events),
        witnesses=witnesses,
        timeline=events,
        attributions=lines,
        statements=statements(readings, people, name),
        agreements=agreements(readings, events, people, witnesses, name),
        disputes=disputes(readings, events, placed, lines, people, name),
        actors=people.actors(),
        because=_because(readings),
    )


def _because(readings: Sequence[Reading]) -> tuple[Reason, ...]:
    """Why these reports are one story: what most of them share, by how much it weighs."""
    if len(readings) < 2:
        return ()
    weights: dict[str, list[float]] = {}
    for reading in readings:
        for key, weight in keys(reading).items():
            if tells(key):
                weights.setdefault(key, []).append(weight)
    shared = sorted((-sum(w), key) for key, w in weights.items() if len(w) > 1)
    return tuple(
        Reason("story:shared", note=f"{key} in {len(weights[key])} reports") for _, key in shared[:_REASONS]
    )


def _start(readings: Sequence[Reading]) -> str | None:
    days = sorted(r.published for r in readings if r.published)
    span = bounds(days[0]) if days else None
    return (span[0] - timedelta(days=_BACKGROUND)).isoformat() if span else None


def _period(events: Sequence[TimelineEvent]) -> str | None:
    spans = [s for e in events if e.date and not e.background and (s := bounds(e.date)) is not None]
    if not spans:
        return None
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    return f"{first.isoformat()}/{last.isoformat()}"


def _title(readings: Sequence[Reading], events: Sequence[TimelineEvent]) -> str:
    """The headline of a story: an English report's own, else the act most reports tell."""
    best = max(
        (e for e in events if not e.background),
        key=lambda e: (e.independent_sources, len(e.support)),
        default=None,
    )
    english = next((r.title for r in readings if r.language == "en" and r.title), None)
    if english:
        return english
    return best.title if best else (readings[0].title or "A report")
