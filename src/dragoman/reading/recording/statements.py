"""Statements: what somebody is reported to have said, and the words that were said."""

from dragoman.model import Reason, Span, Statement
from dragoman.model.reading import Act
from dragoman.reading.cast import Who
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED
from dragoman.reading.recording.acts import act_named, act_of_naming, act_of_saying, is_own_voice
from dragoman.reading.recording.findings import MOST, Findings, Material, Passage
from dragoman.reading.recording.neighbours import has_hostile_label
from dragoman.reading.recording.spans import bounds, clause_span, frame_span, trimmed
from dragoman.reading.units import Unit


def record_statement(findings: Findings, frame: Frame, passage: Passage) -> None:
    """Add what the speakers of `frame` say, where it is an act of speech that took place."""
    act = frame.sense.act
    if (
        act is None
        or not frame.actor
        or not _is_said(frame, passage)
        or _said_by_the_quotation(frame, passage)
        or _said_by_the_speaker(frame)
    ):
        return
    span = _content(findings.material, frame, passage)
    if span is None:
        return
    if frame.concept == "call_name" and not has_hostile_label(frame):
        act = act_of_naming(frame)
    if act == "claim":
        act = act_of_saying(findings.material, passage, frame.actor, span, said_by=frame)
    _say(findings, frame, act_named(act), span)


def record_according(findings: Findings, passage: Passage) -> None:
    """ "According to X, …": X's claim is the clause it stands in."""
    if not passage.read.according:
        return
    material = findings.material
    for clause in passage.read.clauses:
        for unit in clause.units:
            if unit.kind != "np" or "according" not in unit.roles:
                continue
            layers = passage.read.layers.get(id(clause), ())
            layer = next((la for la in layers if la.unit is unit), None)
            if layer is None or not layer.speaker:
                continue
            span = _beside(material, clause, unit, passage)
            if span is None:
                continue
            act = act_of_saying(material, passage, layer.speaker, span)
            cue = material.words_of(unit)
            for who in layer.speaker[:MOST]:
                findings.add_statement(
                    Statement(
                        id=f"s{len(findings.statements) + 1}",
                        speaker=who.party(),
                        act=act,
                        quoted=_has_quote(span),
                        evidence=span,
                        cue=cue,
                        speaker_text=cue,
                        because=(Reason("speech:according", cue.start, cue.end),),
                    )
                )
            material.cast.last_speaker = layer.speaker[0]


def record_advice(findings: Findings, author: Who, passage: Passage) -> None:
    """ "The deal must stop": what the author of an opinion piece demands."""
    for frame in passage.read.frames:
        if frame.nominal or frame.own != "advice" or frame.layers or frame.clause.kind != "main":
            continue
        span = clause_span(findings.material, frame.clause, passage)
        if findings.speakers_of(span):
            continue
        cue = findings.material.words_of(frame.unit)
        findings.add_statement(
            Statement(
                id=f"s{len(findings.statements) + 1}",
                speaker=author.party(),
                act="demand",
                quoted=False,
                evidence=span,
                cue=cue,
                because=(Reason("speech:author's advice", cue.start, cue.end),),
            )
        )


def _is_said(frame: Frame, passage: Passage) -> bool:
    """Whether the word of an act of speech tells that it took place, not that it may or did not."""
    speech = frame.sense.kind == "speech"
    if frame.own in ("possible", "advice") and not speech:
        return False
    if frame.own == "negated" and speech:
        return False
    if frame.nominal and (not speech or not any(c.governor is frame.unit for c in passage.read.clauses)):
        return False
    return frame.concept != "agree" and not any(layer.status in DROPPED for layer in frame.layers)


def _said_by_the_quotation(frame: Frame, passage: Passage) -> bool:
    """Whether the speaker of a quotation speaks of what it itself says: the quotation is the statement."""
    if not (passage.quoted and passage.speaker):
        return False
    mine = {w.actor() for w in passage.speaker} & {w.actor() for w in frame.actor}
    return bool(mine) or is_own_voice(frame, passage.speaker)


def _said_by_the_speaker(frame: Frame) -> bool:
    """Whether an act of speech is that of whoever reports it, in one breath: "said his country condemns"."""
    said = next((la for la in reversed(frame.layers) if la.says and la.speaker), None)
    if said is None or said.concept not in ("say", "announce", "confirm", "reveal"):
        return False
    return {w.actor() for w in said.speaker} == {w.actor() for w in frame.actor}


def _say(findings: Findings, frame: Frame, act: Act, span: Span) -> None:
    material = findings.material
    cue = material.words_of(frame.unit)
    named = material.words_of(frame.actor_unit) if frame.actor_unit else None
    inside = findings.told.within(span.start, span.end)
    about = tuple(e.id for e in inside if e.trigger.start != cue.start)
    for who in frame.actor[:MOST]:
        if who.party() in findings.speakers_of(span):
            continue
        findings.add_statement(
            Statement(
                id=f"s{len(findings.statements) + 1}",
                speaker=who.party(),
                act=act,
                quoted=_has_quote(span),
                evidence=span,
                cue=cue,
                speaker_text=named,
                about=about,
                because=(Reason(f"speech:{frame.concept}", cue.start, cue.end),),
            )
        )
    material.cast.last_speaker = frame.actor[0]


def _has_quote(span: Span) -> bool:
    return any(mark in span.text for mark in '"“„«”»')


def _content(material: Material, frame: Frame, passage: Passage) -> Span | None:
    """What was said: the clause that hangs on the verb, or for an accusation and the like the
    clause itself. None where nothing was said here, or a quotation says it and is recorded itself."""
    sense = frame.sense
    plain = sense.act in ("claim", "announce") and sense.type is None
    clauses = [c for c in passage.read.clauses if c.governor is frame.unit]
    if clauses:
        if _only_quoted(clauses):
            return None
        spans = [clause_span(material, c, passage) for c in clauses]
        if not plain:
            spans.append(clause_span(material, frame.clause, passage))
        return material.chars(min(s.start for s in spans), max(s.end for s in spans))
    if plain and (frame.concept != "announce" or any(u.kind == "quote" for u in frame.clause.units)):
        return None
    if frame.nominal:
        return frame_span(material, frame, passage) if frame.unit.of or frame.recipient else None
    if frame.concept == "announce" and frame.roles.first("object") is None:
        return None
    return clause_span(material, frame.clause, passage)


def _only_quoted(clauses: list[Clause]) -> bool:
    """Whether what was said is a quotation and nothing besides."""
    units = [u for c in clauses for u in c.units]
    return any(u.kind == "quote" for u in units) and all(
        u.kind in ("gap", "comma", "pron", "quote") for u in units
    )


def _beside(material: Material, clause: Clause, according: Unit, passage: Passage) -> Span | None:
    """The words of a clause before or after its "according to X". None where they are a quotation, which
    is recorded itself."""
    first, last = bounds(clause, without=according)
    filler = ("gap", "comma", "and", "word", "date")
    others = [u for u in clause.units if u is not according and u.kind not in filler]
    if last - first < 2 or all(u.kind == "quote" or u.parent is according for u in others):
        return None
    body, cue = clause_span(material, clause, passage), material.words_of(according)
    leads = cue.start <= body.start
    start = cue.end if leads else body.start
    end = body.end if leads or cue.end < body.end else cue.start
    span = material.chars(*trimmed(material.text, start, end))
    return span if span.end > span.start else None
