"""Settling: what is put right once the whole document has been read."""

from collections.abc import Mapping

from msgspec.structs import replace

from dragoman.languages import concepts
from dragoman.model import Party
from dragoman.reading.cast import Who
from dragoman.reading.recording.findings import Findings
from dragoman.reading.recording.repeats import Told


def drop_repeated(findings: Findings, before: int) -> None:
    """Leave out what headings say (everything after the first `before` statements) where the report
    says it: the same act by the same speaker or by somebody of the same state."""

    def owner(party: Party | None) -> str | None:
        who = findings.material.cast.find(party.id) if party else None
        return (who.country or who.id) if who else None

    statements = findings.statements
    known = {(owner(s.speaker), s.act) for s in statements[:before]}
    statements[before:] = [
        s for s in statements[before:] if s.quoted or (owner(s.speaker), s.act) not in known
    ]


def drop_idle_denials(findings: Findings) -> None:
    """A denial answers a charge or an act. In a report that tells of neither, what is denied is a
    timetable, a transfer, a merger: nobody's guilt."""
    if not findings.charged:
        findings.attributions = [a for a in findings.attributions if a.stance != "denies"]


def settle_attacks(findings: Findings) -> None:
    """ "The attack" of a report that tells of cyberattacks alone is one, also before it says so."""
    if set(findings.attacks) != {"cyberattack"}:
        return
    sense = concepts()["cyberattack"]
    told = Told()
    merged: dict[str, str] = {}
    for event in findings.events:
        if event.concept == "attack":
            event = replace(event, concept="cyberattack", type=sense.type, mode=sense.mode)
            if (known := told.again(event)) is not None:
                merged[event.id] = known
                continue
        told.add(event)
    findings.told = told
    _point_to(findings, merged)


def _point_to(findings: Findings, merged: Mapping[str, str]) -> None:
    """Let what is about an event (old id) be about the one it was merged with (new id)."""
    for at, statement in enumerate(findings.statements):
        if not merged.keys().isdisjoint(statement.about):
            about = tuple(dict.fromkeys(merged.get(i, i) for i in statement.about))
            findings.statements[at] = replace(statement, about=about)
    for at, attribution in enumerate(findings.attributions):
        if attribution.of is not None and attribution.of in merged:
            findings.attributions[at] = replace(attribution, of=merged[attribution.of])
    for at, effect in enumerate(findings.effects):
        if effect.of is not None and effect.of in merged:
            findings.effects[at] = replace(effect, of=merged[effect.of])


def unify(findings: Findings, owners: Mapping[str, Who]) -> None:
    """Put named parties in the place of unnamed ones that turned out to be them (by the unnamed id)."""
    if not owners:
        return
    name = {unnamed: who.party() for unnamed, who in owners.items()}

    def swap(party: Party | None) -> Party | None:
        return name.get(party.id, party) if party is not None else None

    findings.events[:] = [
        replace(e, actor=swap(e.actor), recipient=swap(e.recipient), reported_by=swap(e.reported_by))
        for e in findings.events
    ]
    findings.statements = [replace(s, speaker=swap(s.speaker)) for s in findings.statements]
    findings.attributions = [
        replace(a, by=swap(a.by), accused=swap(a.accused)) for a in findings.attributions
    ]


def parties(findings: Findings) -> frozenset[str]:
    """The ids of everybody who acts, undergoes, speaks, blames or is blamed."""
    named = [p for e in findings.events for p in (e.actor, e.recipient, e.reported_by)]
    named += [s.speaker for s in findings.statements]
    named += [p for a in findings.attributions for p in (a.by, a.accused)]
    return frozenset(p.id for p in named if p is not None)
