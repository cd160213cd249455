"""Labels: what a group is called, and by whom."""

from dragoman.model import Label, Party, Reason
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.recording.neighbours import has_hostile_label, reporter
from dragoman.reading.recording.spans import clause_span
from dragoman.reading.units import Unit

_LABELS = frozenset({"hostile_label", "opposition_label"})


def record_labels(findings: Findings, passage: Passage) -> None:
    """ "the MEK, a terrorist group", "Iranian dissidents", "which Tehran calls terrorists"."""
    if passage.read.nouns.isdisjoint(_LABELS):
        return
    material = findings.material
    for clause in passage.read.clauses:
        frames = passage.frames.get(clause, ())
        if any(f.concept == "call_name" and not f.actor for f in frames):
            continue  # "whoever calls them terrorists"
        callers = [f for f in frames if f.actor and _calls(f)]
        speakers = callers[0].actor if callers else reporter(passage.read.layers.get(id(clause), ()))
        said_by = speakers[0].party() if speakers else None
        for number, unit in enumerate(clause.units):
            hostile = unit.has("hostile_label")
            if not (hostile or unit.has("opposition_label")):
                continue
            entity = _labelled(clause, number, callers)
            if entity is None or (said_by is not None and said_by.id == entity.id):
                continue
            span = material.words_of(unit)
            findings.labels.append(
                Label(
                    id=f"l{len(findings.labels) + 1}",
                    entity=entity,
                    kind="hostile" if hostile else "opposition",
                    said_by=said_by,
                    evidence=clause_span(material, clause, passage, whole=False),
                    because=(Reason("label", span.start, span.end, span.text),),
                )
            )


def _calls(frame: Frame) -> bool:
    """Whether an act gives a name, or an assessment that is one."""
    judges = frame.concept in ("assess", "believe", "designate")
    return frame.concept == "call_name" or (judges and has_hostile_label(frame))


def _labelled(clause: Clause, number: int, callers: list[Frame]) -> Party | None:
    """Whom a label is put on: a group in the same phrase or next to it, or whom the clause explains."""
    for unit in _near(clause, number, callers):
        for who in unit.parties():
            group = who.type in ("group", "org", "threat_actor")
            if group and who.sector not in ("GOV", "JRN", "IGO"):
                return who.party()
    return None


def _near(clause: Clause, number: int, callers: list[Frame]) -> list[Unit]:
    """The phrases that may name who wears the label in `clause.units[number]`, the likeliest first."""
    unit = clause.units[number]
    near = [unit, *(u for u in (unit.parent, unit.of) if u is not None)]
    for caller in callers:
        near.extend(caller.roles.units.get("object", ()))
    if clause.kind == "rel" and clause.antecedent is not None and callers:
        near.append(clause.antecedent)
    for beside in (number - 1, number - 2, number + 1, number + 2):
        if 0 <= beside < len(clause.units) and clause.units[beside].kind == "np":
            between = clause.units[min(beside, number) + 1 : max(beside, number)]
            if all(u.kind in ("comma", "gap") for u in between):
                near.append(clause.units[beside])
    return near
