"""The timeline: events of all reports, merged by what they are and not by how they are worded."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from dragoman.model import Event, Party, Reading, Reason, Support, TimelineEvent
from dragoman.model.reading import Status
from dragoman.stories.days import apart, bounds, compatible, fineness
from dragoman.stories.people import People
from dragoman.stories.titles import title
from dragoman.stories.witnesses import independent

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"accuse", "blame", "attribute"}),
    frozenset({"deny", "reject_claim", "reject", "refuse"}),
    frozenset({"condemn", "criticise"}),
    frozenset({"attack", "airstrike", "bomb", "sabotage", "shoot", "kill", "assassinate", "poison"}),
    frozenset({"cyberattack", "spy"}),
    frozenset({"expel", "leave_deadline", "deport"}),
    frozenset({"take_in", "agree", "offer", "promise", "aid"}),
    frozenset({"arrest", "convict"}),
    frozenset({"seize", "force_landing"}),
    frozenset({"threaten", "vow_response"}),
)
"""Senses that reports use of one act: what one calls an attack another calls a bombing."""
_GENERAL = frozenset({"attack", "accuse", "deny", "kill", "threaten", "agree"})
"""Senses that say less than others of their family: "poisoning" says more than "attack"."""
_NEWS = 120
"""Days before its report within which an undated act is looked for."""
_DONE = ("occurred", "alleged", "planned", "threatened", "denied", "negated")


def family_of(concept: str | None, type: str) -> str:
    """The name of the group of senses that a sense belongs to; a sense of no group is its own."""
    name = concept or type
    for members in FAMILIES:
        if name in members:
            return min(members)
    return name


def family(event: Event) -> str:
    """The group of senses of an event."""
    return family_of(event.concept, event.type)


Placed = dict[tuple[str, str], str]
"""(document, event of its reading) → event of the timeline."""


@dataclass(slots=True)
class Group:
    """Events of one or more reports taken for one."""

    rows: list[tuple[Reading, Event]] = field(default_factory=list)
    actor: Party | None = None
    recipient: Party | None = None
    date: str | None = None

    def takes(self, event: Event, actor: Party | None, recipient: Party | None) -> bool:
        """Whether `event` may be the act of this group: no party and no day contradicts, and at least
        one party is the same."""
        first = self.rows[0][1]
        if (first.status == "negated") != (event.status == "negated") or not compatible(
            self.date, event.date
        ):
            return False
        if self.actor and actor and self.actor.id != actor.id:
            return False
        if self.recipient and recipient and self.recipient.id != recipient.id:
            return False
        return (self.actor is not None and actor is not None) or (
            self.recipient is not None and recipient is not None
        )

    def add(self, reading: Reading, event: Event, actor: Party | None, recipient: Party | None) -> None:
        self.rows.append((reading, event))
        self.actor = self.actor or actor
        self.recipient = self.recipient or recipient
        if event.date and fineness(event.date) < fineness(self.date):
            self.date = event.date


def merge_events(readings: Sequence[Reading], people: People) -> list[Group]:
    """The events of a story in groups. Events that name most are placed first, the most finely dated
    before the others, so that a vague telling joins a full one and not the other way round."""
    order = {r.id: n for n, r in enumerate(readings)}
    rows = [(r, e, people.party(e.actor), people.party(e.recipient)) for r in readings for e in r.events]
    rows.sort(
        key=lambda row: (
            -((row[2] is not None) + (row[3] is not None)),
            fineness(row[1].date),
            order[row[0].id],
            row[1].evidence.start,
            row[1].id,
        )
    )
    groups: list[Group] = []
    kinds: dict[str, list[Group]] = {}
    for reading, event, actor, recipient in rows:
        of_kind = kinds.setdefault(family(event), [])
        fitting = [
            g for g in of_kind if g.takes(event, actor, recipient) and not _long_ago(g, reading, event)
        ]
        group = max(fitting, key=lambda g: _fit(g, reading, event, actor, recipient), default=None)
        if group is None:
            group = Group()
            groups.append(group)
            of_kind.append(group)
        group.add(reading, event, actor, recipient)
    return groups


def _long_ago(group: Group, reading: Reading, event: Event) -> bool:
    """Whether an undated telling would be dated by another to long before its own report: what a report
    gives no day for is news, if it does not say otherwise itself."""
    if (event.date is None) == (group.date is None):
        return False
    if any(r.id == reading.id and e.concept == event.concept for r, e in group.rows):
        return False
    undated = [reading] if event.date is None else [r for r, _ in group.rows]
    date = event.date or group.date or ""
    return any(r.published and apart(date, r.published) > _NEWS for r in undated)


def _fit(
    group: Group, reading: Reading, event: Event, actor: Party | None, recipient: Party | None
) -> tuple[int, int, int, int]:
    """How well an event fits a group that takes it: the same parties; a day both name; for an undated
    telling the act nearest before its report; then the act told most."""
    same = (group.actor == actor) + (group.recipient == recipient)
    dated = int(bool(group.date and event.date))
    away = 0
    if event.date is None and group.date and reading.published:
        away = -apart(group.date, reading.published)
    return same, dated, away, len(group.rows)


def timeline(
    groups: Sequence[Group],
    readings: Sequence[Reading],
    people: People,
    witnesses: Sequence[Sequence[str]],
    story: str,
    start: str | None,
) -> tuple[tuple[TimelineEvent, ...], Placed]:
    """The merged events in order of time, and where each event of each report went.

    start: ISO day before which an event is background.
    """
    order = {r.id: n for n, r in enumerate(readings)}
    rows = [(_line(group, order, people, witnesses, start), group) for group in groups]
    rows.sort(key=lambda row: _place(row[0]))
    events, placed = [], {}
    for number, (line, group) in enumerate(rows, 1):
        event = msgspec.structs.replace(line, id=f"{story}-e{number}")
        events.append(event)
        placed.update({(reading.id, told.id): event.id for reading, told in group.rows})
    return tuple(events), placed


def _place(line: TimelineEvent) -> tuple[tuple[int, int], str, str, str, str, int]:
    """By day, then by what it is, so that nothing of the order of reading is left."""
    actor, recipient = (party.id if party else "" for party in (line.actor, line.recipient))
    first = line.support[0]
    return (_key(line.date), line.type, actor, recipient, first.document, first.evidence.start)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def _key(value: str | None) -> tuple[int, int]:
    span = bounds(value) if value else None
    if span is None:
        return (10**7, 0)
    return (span[0].toordinal(), fineness(value))


def _line(
    group: Group, order: dict[str, int], people: People, witnesses: Sequence[Sequence[str]], start: str | None
) -> TimelineEvent:
    first = group.rows[0][1]
    concepts = Counter(e.concept for _, e in group.rows if e.concept)
    concept = min(concepts, key=lambda c: (c in _GENERAL, -concepts[c], c), default=None)
    statuses = Counter(e.status for _, e in group.rows)
    status = _status(statuses)
    documents = list(dict.fromkeys(r.id for r, _ in group.rows))
    span = bounds(group.date) if group.date else None
    opening = bounds(start) if start else None
    background = bool(span and opening and span[1] < opening[0])
    event = next((e for _, e in group.rows if e.concept == concept), first)
    values = [e.date for _, e in group.rows if e.date]
    told = f"{len(group.rows)} tellings in {len(documents)} reports"
    because = [Reason("merge:events", note=f"{told}: {family(first)}, parties and days agree")]
    if len(set(values)) > 1:
        because.append(Reason("merge:date", note=f"finest of {', '.join(sorted(set(values)))}"))
    return TimelineEvent(
        id="",
        date=group.date,
        type=event.type,
        mode=event.mode,
        concept=concept,
        title=title(event.type, concept, group.actor, group.recipient),
        actor=group.actor,
        recipient=group.recipient,
        place=_most(e.place for _, e in group.rows),
        status=status,
        support=tuple(
            Support(
                document=r.id, evidence=e.evidence, language=r.language, said_by=people.party(e.reported_by)
            )
            for r, e in sorted(
                group.rows, key=lambda row: (order[row[0].id], row[1].evidence.start, row[1].id)
            )
        ),
        independent_sources=independent(documents, witnesses),
        background=background,
        because=tuple(because) + first.because,
    )


def _status(statuses: "Counter[Status]") -> Status:
    """One status for all tellings: what is only alleged by one and told as fact by another stays alleged
    (the fact is whose words the others did not name); what was planned and was done is done."""
    if "occurred" in statuses:
        return "alleged" if "alleged" in statuses else "occurred"
    top = max(statuses.values())
    return min((s for s, n in statuses.items() if n == top), key=_DONE.index)
