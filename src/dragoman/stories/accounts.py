"""What came of it and what it is called: effects of opposite sign, acts told and negated, labels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.model import Dispute, Party, Reading, Support, TimelineEvent
from dragoman.stories.days import compatible
from dragoman.stories.people import People
from dragoman.stories.sides import dispute, side, voices
from dragoman.stories.timeline import Placed, family_of
from dragoman.stories.titles import title

_DEEDS = ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT", "COOPERATE", "CONCEDE")
"""Acts that either were done or were not. That somebody did not accuse is no contradiction: he may have
done so the day after."""


def effects(
    readings: Sequence[Reading], events: Sequence[TimelineEvent], placed: Placed, people: People
) -> list[Dispute]:
    """An attack that had its effect for one and none for another, for each kind of attack of the story. An
    effect of no certain attack is of the one the others speak of most."""
    known = {e.id: e for e in events}
    told: dict[str, _Told] = {}
    loose = _Told()
    for reading in readings:
        for effect in reading.effects:
            who = people.party(effect.said_by)
            support = Support(
                document=reading.id, evidence=effect.evidence, language=reading.language, said_by=who
            )
            act = known.get(placed.get((reading.id, effect.of or ""), ""))
            home = told.setdefault(family_of(act.concept, act.type), _Told()) if act else loose
            home.signs[effect.polarity].append(support)
            if act:
                home.acts.append(act)
    largest = max(told.values(), key=lambda t: len(t.acts), default=loose)
    if largest is not loose:
        for sign, rows in loose.signs.items():
            largest.signs[sign].extend(rows)
    return [d for t in (told.values() or [loose]) if (d := _effect(t)) is not None]


@dataclass(slots=True)
class _Told:
    """The effects told of one kind of attack."""

    acts: list[TimelineEvent] = field(default_factory=list)
    signs: dict[str, list[Support]] = field(default_factory=lambda: {"+": [], "-": []})


def _effect(told: _Told) -> Dispute | None:
    had, none = told.signs["+"], told.signs["-"]
    voice_had, voice_none = ({(s.document, s.said_by) for s in rows} for rows in (had, none))
    # One voice that says both (paralysed, then restored) tells a course of things.
    if not had or not none or (voice_had == voice_none and len(voice_had) == 1):
        return None
    act = max(told.acts, key=lambda e: (e.independent_sources, e.id), default=None)
    about = title(act.type, act.concept, None, act.recipient) if act else "attack"
    sides = (side("had its effect", voices(had), had), side("failed or did little", voices(none), none))
    return dispute(f"effect of the {about}", "polarity", sides, "effects of opposite sign")


def happened(events: Sequence[TimelineEvent]) -> list[Dispute]:
    """An act that one says was done and another says was not."""
    out = []
    for denied in events:
        if denied.status not in ("negated", "denied") or denied.type not in _DEEDS:
            continue
        told = [e for e in events if _contradicts(e, denied)]
        if not told:
            continue
        support = [s for e in told for s in e.support]
        out.append(
            dispute(
                told[0].title,
                "polarity",
                (
                    side("it happened", voices(support), support),
                    side("it did not", voices(denied.support), denied.support),
                ),
                "the same act told and negated",
            )
        )
    return out


def _contradicts(told: TimelineEvent, denied: TimelineEvent) -> bool:
    if told.status not in ("occurred", "alleged") or family_of(told.concept, told.type) != family_of(
        denied.concept, denied.type
    ):
        return False
    if (
        not compatible(told.date, denied.date)
        or told.actor != denied.actor
        or told.recipient != denied.recipient
    ):
        return False
    if told.actor is None and told.recipient is None:
        return False
    voice = {(s.document, s.said_by) for s in denied.support}
    return all((s.document, s.said_by) not in voice for s in told.support)


def labels(readings: Sequence[Reading], people: People) -> list[Dispute]:
    """Somebody whom one calls terrorists and another an opposition."""
    rows: dict[str, tuple[Party, dict[str, list[Support]]]] = {}
    for reading in readings:
        for label in reading.labels:
            entity = people.party(label.entity)
            if entity is None:
                continue
            who = people.party(label.said_by)
            support = Support(
                document=reading.id, evidence=label.evidence, language=reading.language, said_by=who
            )
            rows.setdefault(entity.id, (entity, {}))[1].setdefault(label.kind, []).append(support)
    names = {"opposition": "opposition", "hostile": "terrorists or criminals"}
    return [
        dispute(
            f"what {entity.label} is",
            "label",
            (side(names[kind], voices(kinds[kind]), kinds[kind]) for kind in sorted(kinds, reverse=True)),
            "labels that exclude each other",
        )
        for _, (entity, kinds) in sorted(rows.items())
        if len(kinds) > 1
    ]
