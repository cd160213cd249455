"""The timeline: events of all reports, merged by what they are and not by how they are worded."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.model import Event, Party, Reading, Reason, Support, TimelineEvent
from dragoman.model.reading import Status
from dragoman.stories.days import bounds, compatible, fineness
from dragoman.stories.people import People
from dragoman.stories.witnesses import independent

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"accuse", "blame", "attribute"}),
    frozenset({"deny", "reject_claim", "reject", "refuse"}),
    frozenset({"condemn", "criticise"}),
    frozenset({"attack", "airstrike", "bomb", "sabotage", "shoot", "kill"}),
    frozenset({"cyberattack", "spy"}),
    frozenset({"expel", "leave_deadline"}),
    frozenset({"take_in", "agree", "offer", "promise", "aid"}),
    frozenset({"arrest", "convict"}),
    frozenset({"seize", "force_landing"}),
    frozenset({"threaten", "vow_response"}),
)
"""Senses that reports use of one act: what one calls an attack another calls a bombing."""
_DONE = ("occurred", "alleged", "planned", "threatened", "denied", "negated")


def family(event: Event) -> str:
    """The name of the group of senses an event belongs to."""
    concept = event.concept or event.type
    for number, members in enumerate(FAMILIES):
        if concept in members:
            return f"{number}:{min(members)}"
    return concept


@dataclass(slots=True)
class Group:
    """Events of one or more reports taken for one."""

    rows: list[tuple[Reading, Event]] = field(default_factory=list)
    actor: Party | None = None
    recipient: Party | None = None
    date: str | None = None

    def takes(self, event: Event, actor: Party | None, recipient: Party | None) -> bool:
        first = self.rows[0][1]
        if family(first) != family(event) or (first.status == "negated") != (event.status == "negated"):
            return False
        if not compatible(self.date, event.date):
            return False
        if self.actor and actor and self.actor.id != actor.id:
            return False
        if self.recipient and recipient and self.recipient.id != recipient.id:
            return False
        # Something must be the same: one shared party, and not one party here and the other there.
        same_actor = self.actor is not None and actor is not None
        same_recipient = self.recipient is not None and recipient is not None
        return same_actor or same_recipient

    def add(self, reading: Reading, event: Event, actor: Party | None, recipient: Party | None) -> None:
        self.rows.append((reading, event))
        self.actor = self.actor or actor
        self.recipient = self.recipient or recipient
        if event.date and fineness(event.date) < fineness(self.date):
            self.date = event.date


def merge_events(readings: Sequence[Reading], people: People) -> list[Group]:
    """The events of a story in groups. Events that name most are placed first, so that a vague
    telling joins a full one and not the other way round."""
    rows = [(r, e) for r in readings for e in r.events]
    order = {r.id: n for n, r in enumerate(readings)}
    rows.sort(
        key=lambda row: (
            -((row[1].actor is not None) + (row[1].recipient is not None)),
            fineness(row[1].date),
            order[row[0].id],
            row[1].evidence.start,
        )
    )
    groups: list[Group] = []
    for reading, event in rows:
        actor, recipient = people.party(event.actor), people.party(event.recipient)
        fitting = [g for g in groups if g.takes(event, actor, recipient)]
        full = [g for g in fitting if (g.actor == actor and g.recipient == recipient)]
        chosen = full or (fitting if len(fitting) == 1 or not fitting else [max(fitting, key=lambda g: len(g.rows))])
        group = chosen[0] if chosen else Group()
        if not chosen:
            groups.append(group)
        group.add(reading, event, actor, recipient)
    return groups


def timeline(
    groups: Sequence[Group], witnesses: Sequence[Sequence[str]], story: str, start: str | None
) -> tuple[tuple[TimelineEvent, ...], dict[int, str]]:
    """The merged events in order of time, and id() of each group → the id of its event.

    start: ISO day before which an event is background.
    """
    rows = [(_line(group, witnesses, start), group) for group in groups]
    rows.sort(key=lambda row: _place(row[0]))
    ids = {id(group): f"{story}-e{n}" for n, (_, group) in enumerate(rows, 1)}
    return tuple(msgspec.structs.replace(line, id=ids[id(group)]) for line, group in rows), ids


def _place(line: TimelineEvent) -> tuple[tuple[int, int], str, str, str]:
    return (_key(line.date), line.type, line.actor.label if line.actor else "", line.recipient.label if line.recipient else "")


def _key(value: str | None) -> tuple[int, int]:
    span = bounds(value) if value else None
    if span is None:
        return (10**7, 0)
    return (span[0].toordinal(), fineness(value))


def _line(group: Group, witnesses: Sequence[Sequence[str]], start: str | None) -> TimelineEvent:
    first = group.rows[0][1]
    concept = Counter(e.concept for _, e in group.rows if e.concept).most_common(1)
    statuses = Counter(e.status for _, e in group.rows)
    status = _status(statuses)
    documents = list(dict.fromkeys(r.id for r, _ in group.rows))
    span = bounds(group.date) if group.date else None
    opening = bounds(start) if start else None
    background = bool(span and opening and span[1] < opening[0])
    name = concept[0][0] if concept else first.type
    event = next((e for _, e in group.rows if e.concept == name), first)
    values = [e.date for _, e in group.rows if e.date]
    because = [Reason("merge:events", note=f"{len(group.rows)} tellings in {len(documents)} reports: same act ({family(first)}), parties and days agree")]
    if len(set(values)) > 1:
        because.append(Reason("merge:date", note=f"finest of {', '.join(sorted(set(values)))}"))
    return TimelineEvent(
        id="",
        date=group.date,
        type=event.type,
        mode=event.mode,
        concept=name,
        title=_title(event, group),
        actor=group.actor,
        recipient=group.recipient,
        place=next((e.place for _, e in group.rows if e.place), None),
        status=status,
        support=tuple(
            Support(document=r.id, evidence=e.evidence, language=r.language, said_by=e.reported_by) for r, e in group.rows
        ),
        independent_sources=independent(documents, witnesses),
        background=background,
        because=tuple(because) + first.because,
    )


def _status(statuses: "Counter[Status]") -> Status:
    """One status for all tellings: what is only alleged by one and told as fact by another stays alleged
    (the fact is whose words the others did not name)."""
    if "alleged" in statuses and "occurred" in statuses:
        return "alleged"
    best = statuses.most_common()
    top = [s for s, n in best if n == best[0][1]]
    return min(top, key=_DONE.index)


def _title(event: Event, group: Group) -> str:
    words = (event.concept or event.type).replace("_", " ").lower()
    actor = group.actor.label if group.actor else "somebody"
    return f"{actor}: {words}" + (f" → {group.recipient.label}" if group.recipient else "")
