"""Parties of an act: which of those its words name are set out as its actor and recipient, and who they
are where its own words leave that to the sentence or to the report so far."""

from collections.abc import Sequence

from dragoman.reading.cast import Who
from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import MOST, Findings, Passage
from dragoman.reading.recording.neighbours import blamed_beside


def complete(frame: Frame, passage: Passage) -> None:
    """Give a condemnation or an agreement that names nobody the recipient its sentence names."""
    sense = frame.sense
    if sense.attribution == "condemns" and not frame.recipient:
        frame.recipient = blamed_beside(frame, passage) or _actor_beside(frame, passage)
    if sense.type in ("AGREE", "THREATEN") and not frame.recipient:
        frame.recipient = _promised(frame, passage)


def actors_of(frame: Frame) -> Sequence[Who | None]:
    """Who does it; [None] for nobody. A place does nothing, and somebody known by a post alone only
    accuses."""
    accuses = frame.sense.type == "ACCUSE"
    named = [w for w in frame.actor if w.type != "place" and (accuses or not w.id.startswith("role:"))]
    return named[:MOST] or [None]


def recipients_of(findings: Findings, frame: Frame, passage: Passage) -> Sequence[Who | None]:
    """Whom it is done to; [None] for nobody. A place of a state stands for it where it is struck."""
    sense = frame.sense
    if sense.attribution == "denies" and not frame.recipient:
        return [_answered(findings, frame, passage)]
    strikes = sense.hostile or sense.type in ("SANCTION", "MOBILIZE")
    struck = [w for w in frame.recipient if w.type != "place" or (w.country and strikes)]
    return struck[:MOST] or [None]


def _actor_beside(frame: Frame, passage: Passage) -> tuple[Who, ...]:
    """Who does the act that a noun beside the word of `frame` names."""
    for other in passage.frames[frame.clause]:
        if other.nominal and other.actor and not set(other.actor) & set(frame.actor):
            return other.actor
    return ()


def _promised(frame: Frame, passage: Passage) -> tuple[Who, ...]:
    """To whom what is agreed or promised is to be done."""
    for other in passage.read.frames:
        inside = other.layers and other.layers[-1].unit is frame.unit
        if other is not frame and inside and other.recipient:
            return other.recipient
    return ()


def _answered(findings: Findings, frame: Frame, passage: Passage) -> Who | None:
    """Whom a denial answers: whoever the charge is said to come from, else the only one who has
    accused the denier so far."""
    return _charging(frame, passage) or _only_accuser(findings, frame)


def _charging(frame: Frame, passage: Passage) -> Who | None:
    """Whom the charge comes from: the actor of its noun, its owner, or "made by X" in a relative clause."""
    for other in passage.frames[frame.clause]:
        charge = other.nominal and other.sense.attribution == "accuses"
        if other is not frame and charge and other.actor and not set(other.actor) & set(frame.actor):
            return other.actor[0]
    for role in ("object", "of", "from", "by"):
        for unit in frame.roles.units.get(role, ()):
            for who in unit.everybody():
                if who not in frame.actor and unit.nouns:
                    return who
    objects = frame.roles.units.get("object", ())
    for clause in passage.read.clauses:
        if clause.kind != "rel" or clause.antecedent not in objects:
            continue
        for unit in clause.units:
            if unit.kind == "np" and unit.roles & {"by", "from"}:
                for who in unit.everybody():
                    if who not in frame.actor:
                        return who
    return None


def _only_accuser(findings: Findings, frame: Frame) -> Who | None:
    cast = findings.material.cast
    deniers = {w.country or w.id for w in frame.actor}
    accusers: dict[str, Who] = {}
    for found in findings.attributions:
        accused = cast.find(found.accused.id) if found.accused else None
        by = cast.find(found.by.id) if found.by else None
        if found.stance == "accuses" and accused and by and (accused.country or accused.id) in deniers:
            accusers.setdefault(by.country or by.id, by)
    return next(iter(accusers.values())) if len(accusers) == 1 else None
