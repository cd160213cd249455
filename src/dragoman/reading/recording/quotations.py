"""Quotations: who speaks the words between marks, and when they are a statement of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.model import Reason, Span, Statement
from dragoman.model.reading import Act
from dragoman.reading.cast import Who
from dragoman.reading.recording.acts import act_named, act_of_saying
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.sentence import Read
from dragoman.reading.units import Unit


class Speech(NamedTuple):
    """Who speaks a quotation. cue: the word that says so. rule: how that was found; certain: whether
    the sentence says that somebody speaks, so that the marks are not those of a title or a name."""

    speakers: tuple[Who, ...] = ()
    cue: Unit | None = None
    act: Act = "claim"
    rule: str = ""
    certain: bool = False


def speech_of(number: int, units: list[Unit], read: Read, last_speaker: Who | None) -> Speech:
    """Who speaks quotation `number` of a sentence; `last_speaker` is whoever spoke last before it."""
    unit = next((u for u in units if u.kind == "quote" and u.quote == number), None)
    if unit is None:
        return Speech()
    home = next((c for c in read.clauses if unit in c.units), None)
    if home is not None and home.governor is not None:
        ruling = next((f for f in read.frames if f.unit is home.governor), None)
        if ruling is not None and ruling.actor:
            act = act_named(ruling.sense.act or "claim")
            return Speech(ruling.actor, ruling.unit, act, "quote:content", True)
    sayers = [f for f in read.frames if f.sense.act and f.sense.kind == "speech" and not f.nominal]
    sayers.sort(key=lambda f: (f.clause is not home, abs(f.unit.first - unit.first)))
    for frame in sayers:
        if frame.actor:
            act = act_named(frame.sense.act or "claim")
            return Speech(frame.actor, frame.unit, act, "quote:verb of saying", True)
    for clause in read.clauses:
        for layer in read.layers.get(id(clause), ()):
            if layer.speaker and layer.unit is not None and layer.unit in clause.units:
                return Speech(layer.speaker, layer.unit, "claim", "quote:according to", True)
    if last_speaker is not None and (sayers or not any(u.kind == "verb" for u in units)):
        # Alone in its sentence, or after a verb of saying that names nobody: who spoke last goes on.
        return Speech((last_speaker,), sayers[0].unit if sayers else None, "claim", "quote:speaker goes on")
    return Speech()


def part_of_claim(number: int, read: Read) -> bool:
    """Whether a quotation is a piece of a claim that is recorded whole: in the clause of an accusation
    or denial itself, or beside other words in the clause of what was said."""
    for clause in read.clauses:
        if not any(u.kind == "quote" and u.quote == number for u in clause.units):
            continue
        for frame in read.frames:
            claims = frame.sense.act and frame.sense.type is not None and not frame.nominal
            if frame.clause is clause and claims and frame.actor:
                return True
        governed = any(f.unit is clause.governor and f.actor for f in read.frames)
        return governed and clause.has_verb()
    return False


def subject_outside(number: int, read: Read) -> bool:
    """Whether the subject of a quoted verb stands before the marks as a pronoun: 'said that it "rejects"'."""
    for clause in read.clauses:
        for at, unit in enumerate(clause.units):
            if unit.kind == "quote" and unit.quote == number:
                return [u.kind for u in clause.units[:at] if u.kind != "gap"] == ["pron"]
    return False


def record_quotation(findings: Findings, speech: Speech, span: Span, passages: Sequence[Passage]) -> None:
    """Add the quotation `span` as a statement of its speaker, whoever that is; `passages` are the
    sentences in it."""
    if not speech.speakers or not (speech.certain or _has_verb(passages)):
        return
    material = findings.material
    act = speech.act
    for passage in passages if act == "claim" else ():
        act = act_of_saying(material, passage, speech.speakers, span)
        if act != "claim":
            break
    cue = material.words_of(speech.cue) if speech.cue is not None else None
    who = speech.speakers[0]
    findings.add_statement(
        Statement(
            id=f"s{len(findings.statements) + 1}",
            speaker=who.party(),
            act=act,
            quoted=True,
            evidence=span,
            cue=cue,
            because=(Reason(speech.rule, cue.start if cue else None, cue.end if cue else None),),
        )
    )
    material.cast.last_speaker = who


def _has_verb(passages: Sequence[Passage]) -> bool:
    """Whether the words between marks say something; a title or a name does not."""
    return any(u.kind in ("verb", "aux") for p in passages for c in p.read.clauses for u in c.units)
