"""What came of it and what it is called: effects of opposite sign, acts told and negated, labels."""

from collections.abc import Sequence

from dragoman.model import Dispute, Party, Reading, Support, TimelineEvent
from dragoman.stories.days import compatible
from dragoman.stories.people import People
from dragoman.stories.sides import NARRATOR, dispute, side, voices
from dragoman.stories.timeline import family_of

_DEEDS = ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT", "COOPERATE", "CONCEDE")
"""Acts that either were done or were not. That somebody did not accuse is no contradiction: he may have
done so the day after."""


def effects(readings: Sequence[Reading], people: People) -> list[Dispute]:
    """An attack that had its effect for one and none for another."""
    told: dict[str, list[Support]] = {"+": [], "-": []}
    for reading in readings:
        for effect in reading.effects:
            who = people.party(effect.said_by)
            told[effect.polarity].append(
                Support(document=reading.id, evidence=effect.evidence, language=reading.language, said_by=who)
            )
    # One voice that says both (paralysed, then restored) tells a course of things.
    voices_of = [{(s.document, s.said_by.id if s.said_by else NARRATOR) for s in told[sign]} for sign in "+-"]
    if not all(voices_of) or (voices_of[0] == voices_of[1] and len(voices_of[0]) == 1):
        return []
    return [
        dispute(
            "effect of the attack",
            "polarity",
            (
                side("had its effect", voices(told["+"]), told["+"]),
                side("failed or did little", voices(told["-"]), told["-"]),
            ),
            "effects of opposite sign",
        )
    ]


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
