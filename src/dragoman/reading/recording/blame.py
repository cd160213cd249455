"""Attributions: who blames whom, how surely and on what ground; who denies, doubts, admits or claims.

A statement of blame is found at the word that blames ("accused") and at the act somebody is said to
have done ("X said that Y attacked Z"). The second is an accusation too, and becomes an event.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.languages import concepts
from dragoman.model import Attribution, Event, Reason
from dragoman.model.reading import Stance
from dragoman.reading.cast import Who
from dragoman.reading.certainty import Sureness, sureness
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED, Layer
from dragoman.reading.recording.dates import date_near, date_of_act
from dragoman.reading.recording.findings import MOST, Findings, Material, Passage
from dragoman.reading.recording.neighbours import (
    blamed_beside,
    cites,
    disowned,
    has_hostile_content,
    reporter,
)
from dragoman.reading.recording.spans import frame_span

_UNREAL = frozenset({"conditional", "requested", "advice", "question"})
"""Statuses of layers in which nobody is blamed yet."""


def record_attribution(findings: Findings, frame: Frame, passage: Passage) -> None:
    """Add whom `frame` blames, and whom those blame who tell of it as somebody's act."""
    sense = frame.sense
    somebodys = bool(frame.actor) and (sense.hostile or sense.kind == "culprit")
    if sense.attribution is None and not somebodys:
        return
    if frame.own in DROPPED or any(layer.status in _UNREAL for layer in frame.layers):
        return
    if frame.own != "negated" and not any(layer.status == "negated" for layer in frame.layers):
        _by_the_word(findings, frame, passage)  # "stopped short of accusing" accuses nobody
    if somebodys and disowned(frame):
        told_by = {w.actor() for w in reporter(frame.layers)}
        for who in frame.actor:
            if who.actor() in told_by:
                _add(findings, frame, passage, who, who, "denies", Sureness())
    if somebodys and frame.own in ("occurred", "planned"):
        _by_the_act(findings, frame, passage)


def _by_the_word(findings: Findings, frame: Frame, passage: Passage) -> None:
    """The stance that the word itself takes: accusing, denying, doubting, admitting, claiming."""
    match frame.sense.attribution:
        case "doubts":
            doubting = frame.actor or reporter(frame.layers)  # "said there was no evidence that"
            for other in passage.read.frames:
                blames = other.sense.hostile or other.sense.kind == "culprit"
                inside = any(layer.unit is frame.unit for layer in other.layers)
                if blames and (inside or other.clause.governor is frame.unit):
                    _blame(findings, frame, passage, doubting, other.actor, "doubts")
        case "accuses" if not cites(frame):
            _blame(findings, frame, passage, frame.actor, frame.recipient, "accuses")
        case "denies":
            # Fixed words may hold the one who denies as a pronoun: "no relation of-it to the attack".
            alone = frame.roles.first("subject") is None
            for who in frame.actor or (reporter(frame.layers) if alone else ()):
                _add(findings, frame, passage, who, who, "denies", Sureness())
        case "claims":
            for who in frame.actor:
                _add(findings, frame, passage, who, who, "claims", Sureness())
        case "acknowledges":
            blamed = blamed_beside(frame, passage)
            _blame(findings, frame, passage, frame.actor, blamed, "acknowledges")
        case "condemns":
            blamed = blamed_beside(frame, passage)
            if not blamed and frame.recipient and has_hostile_content(frame, passage):
                blamed = frame.recipient
            _blame(findings, frame, passage, frame.actor, blamed, "accuses")


def _by_the_act(findings: Findings, frame: Frame, passage: Passage) -> None:
    """Who tells of a hostile act as somebody's blames them for it."""
    if any(layer.status in ("denied", "negated") or _doubts(layer) for layer in frame.layers):
        return
    culprit = frame.sense.kind == "culprit" and not frame.nominal
    if culprit and not _is_for_an_act(findings, frame, passage):
        return
    # Who offers money for an act does not tell of it.
    speakers = reporter(tuple(layer for layer in frame.layers if layer.concept != "offer"))
    if speakers:
        _blame(findings, frame, passage, speakers, frame.actor, "accuses")
        _accusation(findings, frame, passage, speakers)
    elif findings.author is not None and not frame.nominal:
        _blame(findings, frame, passage, (findings.author,), frame.actor, "accuses")


def _own(by: Who, accused: Who) -> bool:
    """Whether somebody speaks of his own army or agency: "Israel said its army had bombed"."""
    own = by.type == "country" or by.state is not None
    return own and accused.type == "org" and accused.country is not None and accused.country == by.country


def _doubts(layer: Layer) -> bool:
    return concepts()[layer.concept].attribution == "doubts" if layer.concept in concepts() else False


def _is_for_an_act(findings: Findings, frame: Frame, passage: Passage) -> bool:
    """Whether somebody "responsible" is so for an act: one named here, pointed at, or told of before.
    The agency that is responsible for border control is to blame for nothing."""
    units = frame.roles.units
    bare = frame.unit.last - frame.unit.first < 3
    named = any(u.kind == "np" for role in ("object", "for", "of") for u in units.get(role, ()))
    if not bare and not named:
        return True  # fixed words that hold their act: "achter de aanval zat"
    for role in ("object", "for", "of", "rest", "subject"):
        for unit in units.get(role, ()):
            if unit.kind == "pron" and role != "subject":
                return True
            if any(concepts()[c].hostile or concepts()[c].kind == "effect" for c, _, _ in unit.nouns):
                return True
            bare = bare and role in ("rest", "subject")
    if any(f.sense.hostile for f in passage.frames[frame.clause]):
        return True
    return bare and findings.told.violence


def _accusation(findings: Findings, frame: Frame, passage: Passage, speakers: tuple[Who, ...]) -> None:
    """Saying who is behind an act accuses: the accusation is an event beside the act."""
    telling = [la for la in reversed(frame.layers) if la.says or la.quoted]
    if not telling or (concepts()[telling[0].concept].type is not None and not telling[0].quoted):
        return  # "accused", "condemned": coded where the word stands
    layer = next((la for la in telling if la.speaker), telling[0])
    material = findings.material
    trigger = material.words_of(layer.unit or frame.unit)
    date = date_near(material, trigger.start, passage)
    whole = material.chars(passage.start, passage.end)
    evidence = frame_span(material, frame, passage) if passage.quoted else whole
    together = {w.actor() for w in speakers}
    accused = [w for w in frame.actor if w.type != "place"][:MOST]
    for source in speakers[:MOST]:
        for target in accused:
            if target.actor() in together or _own(source, target):
                continue
            note = f"{source.label} says {target.label} is behind it"
            event = Event(
                id=f"e{len(findings.events) + 1}",
                type="ACCUSE",
                mode="allege",
                concept="accuse",
                actor=source.actor(),
                recipient=target.blamed(),
                date=date.value if date else None,
                evidence=evidence,
                trigger=trigger,
                because=(Reason("speech about an act", trigger.start, trigger.end, note),),
            )
            if findings.told.again(event) is None:
                findings.told.add(event)


def _blame(
    findings: Findings,
    frame: Frame,
    passage: Passage,
    by: tuple[Who, ...],
    accused: tuple[Who, ...],
    stance: Stance,
) -> None:
    """Everybody in `by` takes `stance` to everybody in `accused`; nobody blames himself or his own."""
    if not by or not accused:
        return
    sure = _sureness(findings.material, frame, passage)
    if stance == "accuses" and sure.level == "unlikely":
        stance = "doubts"  # "it is unlikely that X was behind it"
    together = {w.actor() for w in by}
    for source in by[:MOST]:
        for target in accused[:MOST]:
            if target.type in ("place", "malware") or _own(source, target):
                continue
            if target.actor() not in together:
                _add(findings, frame, passage, source, target, stance, sure)


def _add(
    findings: Findings,
    frame: Frame,
    passage: Passage,
    by: Who,
    accused: Who,
    stance: Stance,
    sure: Sureness,
) -> None:
    """Add one attribution, unless the same was said as surely before or in this very sentence."""
    material = findings.material
    evidence = frame_span(material, frame, passage)
    # The state stands for its government and its officers.
    source = by.actor()
    target = accused.blamed() if accused != by else source
    same = findings.blamed.setdefault((source, target, stance), [])
    for number in same:
        old = findings.attributions[number]
        here = passage.holds(old.evidence.start)
        if here and old.certainty == "stated" and sure.level != "stated":
            findings.attributions[number] = replace(
                old,
                certainty=sure.level,
                certainty_text=sure.text,
                interval=sure.interval,
                scale=sure.scale,
                reportive=sure.reportive,
                evidence=evidence,  # the words that say how surely
            )
        if here or old.certainty == sure.level or stance == "denies":
            return
    trigger = material.words_of(frame.unit)
    date = date_of_act(material, frame, passage)
    note = f"{by.label} {stance} {accused.label}"
    same.append(len(findings.attributions))
    findings.attributions.append(
        Attribution(
            id=f"a{len(findings.attributions) + 1}",
            by=source,
            accused=target,
            stance=stance,
            certainty=sure.level,
            certainty_text=sure.text,
            interval=sure.interval,
            scale=sure.scale,
            reportive=sure.reportive,
            basis=_basis(frame, by),
            of=next(_acts_of(findings, frame, passage, accused), None),
            date=date.value if date else None,
            evidence=evidence,
            because=(Reason(f"attribution:{frame.concept}", trigger.start, trigger.end, note),),
        )
    )


def _acts_of(findings: Findings, frame: Frame, passage: Passage, accused: Who) -> Iterator[str]:
    """The events somebody is blamed for: that of the frame itself, else theirs in the sentence."""
    if frame.sense.hostile:
        yield from findings.events_of.get(frame, ())
    for other in passage.read.frames:
        if other.sense.hostile and accused in other.actor:
            yield from findings.events_of.get(other, ())


def _sureness(material: Material, frame: Frame, passage: Passage) -> Sureness:
    """The certainty words of the claim: in its clause, and in those between it and the speaker."""
    clauses: list[Clause] = [frame.clause]
    parent = frame.clause.parent
    while parent is not None and frame.clause.kind != "rel" and parent not in clauses:
        clauses.append(parent)
        parent = parent.parent
    if frame.sense.kind == "speech":
        clauses += [c for c in passage.read.clauses if c.governor is frame.unit]
    certain = [u for clause in clauses for u in clause.units if u.kind == "cert"]
    found = [(u.senses.tags_of("certainty"), material.words_of(u).text) for u in certain]
    sure = sureness(found, frame.hearsay)
    if frame.roles.voice.done and sure.level == "stated":
        return sure._replace(level="possible", text=material.words_of(frame.unit).text)
    return _held(material, frame, sure) if sure.level == "stated" and sure.text is None else sure


def _held(material: Material, frame: Frame, sure: Sureness) -> Sureness:
    """How surely a claim is put by the verb that holds it alone: who believes or suspects does not know."""
    says = next((la for la in reversed(frame.layers) if la.says), None)
    for concept, unit in ((frame.concept, frame.unit), (says.concept, says.unit) if says else ("", None)):
        level = concepts()[concept].certainty if unit is not None else None
        if level == "likely" and unit is not None:
            return sure._replace(level="likely", text=material.words_of(unit).text)
    return sure


def _basis(frame: Frame, by: Who) -> str | None:
    """What a charge rests on: what its word says, what its speaker brings, what its speaker is."""
    basis: str | None = frame.sense.basis
    if basis:
        return basis
    unit = frame.actor_unit
    for layer in reversed(frame.layers):
        if layer.unit is not None and layer.says:
            unit = unit or layer.unit
    business = by.sector in ("BUS", "MNC")
    if unit is not None and unit.has("report"):
        return "technical report" if business or by.sector == "SPY" else "report"
    if (unit is not None and unit.has("intelligence")) or by.sector == "SPY":
        return "intelligence"
    if by.sector == "JUD":
        return "court"
    if by.sector == "JRN":
        return "media"
    return "technical report" if business else "statement"
