"""Counts: what the numbers of a sentence count, and the act those counted are party to."""

from dragoman.languages import of_kinds
from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.units import Unit


def record_counts(findings: Findings, passage: Passage) -> None:
    """Note for each word of a phrase of people ("24 diplomats") the sense of its noun, and the act the
    phrase is a party of."""
    people = of_kinds("people", "office")
    if passage.read.nouns.isdisjoint(people):
        return
    starts = findings.material.tokens.start
    for clause in passage.read.clauses:
        acts: list[Frame] | None = None
        for unit in clause.units:
            if unit.kind != "np" or not (unit.nouns or unit.of is not None):
                continue
            counted = _first(unit, people) or (_first(unit.of, people) if unit.of is not None else None)
            if counted is None:
                continue
            if acts is None:
                acts = [f for f in passage.frames.get(clause, ()) if f.sense.kind == "event"]
            act = next((f.concept for f in acts if any(unit in us for us in f.roles.units.values())), None)
            for token in range(unit.first, unit.last):
                findings.counted.setdefault(starts[token], (counted, act))


def _first(unit: Unit, senses: frozenset[str]) -> str | None:
    """The sense of the first noun in a phrase that has one of `senses`."""
    for concept, _, _ in unit.nouns:
        if concept in senses:
            return concept
    return None
