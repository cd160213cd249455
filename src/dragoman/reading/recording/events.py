"""Events: a frame becomes an event where something was done, is to be done or is said to have been done
by or to somebody who is named."""

from dragoman.languages import concepts
from dragoman.model import Date, Event, Party, Reason, Span
from dragoman.model.reading import Status
from dragoman.reading.cast import Who
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED, status_of
from dragoman.reading.recording.dates import date_of_act
from dragoman.reading.recording.findings import Findings, Material, Passage
from dragoman.reading.recording.neighbours import cites, has_hostile_label, has_hostile_object, reporter
from dragoman.reading.recording.parties import actors_of, complete, recipients_of
from dragoman.reading.recording.spans import frame_span

_HEDGES = frozenset({"reportive", "almost_certain", "very_likely", "likely", "possible", "unlikely"})
_STATUSES: dict[str, Status] = {
    "occurred": "occurred",
    "planned": "planned",
    "threatened": "threatened",
    "alleged": "alleged",
    "denied": "denied",
    "negated": "negated",
}


def record_event(findings: Findings, frame: Frame, passage: Passage) -> None:
    """Add the event of `frame`, one for each actor and recipient, unless it was told before."""
    sense = frame.sense
    if sense.type is None or sense.kind not in ("event", "speech", "modal"):
        return
    own = sense.event_status if sense.event_status and frame.own == "occurred" else frame.own
    status = status_of(frame.layers, own)
    if frame.own in DROPPED or status in DROPPED or not _is_an_act(frame):
        return
    complete(frame, passage)
    if not _is_told_as_done(frame):
        return
    said_by = reporter(frame.layers)
    actors, recipients = actors_of(frame), recipients_of(findings, frame, passage)
    if actors == [None] and (recipients == [None] or sense.kind == "speech" or sense.act):
        return
    if frame.concept == "call_name" and not has_hostile_label(frame):
        return
    if sense.type in ("AID", "SUPPORT") and has_hostile_object(frame):
        return  # who sponsors an attack aids nobody: the act is told by its noun
    if frame.concept == "offer" and not _is_commitment(frame, passage):
        return
    material = findings.material
    evidence, trigger = frame_span(material, frame, passage), material.words_of(frame.unit)
    date = date_of_act(material, frame, passage)
    because = _because(material, frame, trigger, date)
    told = _STATUSES.get(_hedged(frame, status, said_by), "occurred")
    several = len(actors) > 1 or len(recipients) > 1
    for actor in actors:
        for recipient in recipients:
            by, to = _party_by(actor), _party_to(recipient)
            if by is not None and by == to:
                if several:
                    continue
                to = None
            event = Event(
                id=f"e{len(findings.events) + 1}",
                type=sense.type,
                mode=sense.mode,
                concept=frame.concept,
                actor=by,
                recipient=to,
                date=date.value if date else None,
                status=told,
                reported_by=said_by[0].party() if said_by else None,
                evidence=evidence,
                trigger=trigger,
                because=because,
            )
            known = findings.told.again(event)
            if known is None:
                findings.told.add(event)
                known = event.id
            findings.events_of.setdefault(frame, []).append(known)


def _party_by(who: Who | None) -> Party | None:
    return who.actor() if who else None


def _party_to(who: Who | None) -> Party | None:
    return who.undergoer() if who else None


def _is_an_act(frame: Frame) -> bool:
    """Whether the sense has the parties without which it would be no act at all."""
    sense = frame.sense
    if sense.people and not (frame.actor if sense.inverse else frame.recipient):
        return False  # one expels somebody; "threw out the rules" expels nobody
    if sense.mutual and sense.type == "CONSULT" and not (frame.actor and frame.recipient):
        return False
    if sense.type == "AID" and "weapons" in frame.things and not frame.recipient:
        return False  # drones are sent to somebody, or at him
    if sense.attribution == "accuses" and (not frame.recipient or cites(frame)):
        return False
    if sense.act and any(layer.status == "purpose" for layer in frame.layers):
        return False
    # A promised act is the promise (PLOVER: every future cooperation or aid is AGREE).
    return not (frame.layers and frame.layers[-1].concept in ("agree", "promise", "offer"))


def _is_commitment(frame: Frame, passage: Passage) -> bool:
    """Whether an offer binds somebody: made to somebody or to do something. Who offers papers for sale, or
    money for a killing, commits to nothing."""
    content = [f for f in passage.read.frames if f.clause.governor is frame.unit]
    if any(f.sense.hostile for f in content):
        return False
    inside = any(c.governor is frame.unit for c in passage.read.clauses)
    return bool(frame.recipient) or inside


def _is_told_as_done(frame: Frame) -> bool:
    """Whether the word tells of the act, and does not only name it."""
    sense = frame.sense
    if sense.kind == "modal" and frame.nominal:
        return False
    if not sense.hostile and any(layer.status == "denied" for layer in frame.layers):
        return False  # what a denial denies is an act only where somebody would answer for it
    named_only = frame.nominal and (sense.kind == "speech" or bool(sense.act))
    return not named_only or bool(frame.actor and frame.recipient)


def _hedged(frame: Frame, status: str, said_by: tuple[Who, ...]) -> str:
    """The status of an act as it is told: alleged where a hedge stands beside it; and done after all
    where it is told by whoever did it, or does no harm."""
    hostile = frame.sense.hostile
    if status == "occurred" and (frame.hearsay or frame.roles.voice.done):
        status = "alleged"
    if status == "occurred" and hostile:
        units = frame.clause.units
        if any(u.kind == "cert" and u.senses.tags_of("certainty") & _HEDGES for u in units):
            status = "alleged"
    if status == "alleged" and not frame.hearsay:
        of_oneself = {w.actor() for w in said_by} & {w.actor() for w in frame.actor}
        if hostile and any(la.says and concepts()[la.concept].attribution == "claims" for la in frame.layers):
            return status  # who claims an attack need not have made it
        if of_oneself or not hostile:
            return "occurred"
    return status


def _because(material: Material, frame: Frame, trigger: Span, date: Date | None) -> tuple[Reason, ...]:
    roles = ", ".join(frame.because)
    rule, note = f"frame:{frame.concept}", f"parties by {roles}" if roles else None
    out = [Reason(rule, trigger.start, trigger.end, note)]
    for layer in frame.layers:
        if layer.unit is not None:
            span = material.words_of(layer.unit)
            who = " and ".join(w.label for w in layer.speaker)
            note = f"{who or 'somebody'}: {layer.status}"
            out.append(Reason(f"layer:{layer.concept}", span.start, span.end, note))
    if date is not None:
        out.append(Reason("date", date.start, date.end, date.value))
    return tuple(out)
