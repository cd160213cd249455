"""Evidence: which words of the text prove a clause or an act."""

from dragoman.model import Span
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import Material, Passage
from dragoman.reading.units import Unit

_PARTING = frozenset({"comma", "and", "but", "gap", "semi"})
_EDGES = " ,،;:\n\t"


def bounds(clause: Clause, without: Unit | None = None) -> tuple[int, int]:
    """The first token of a clause and the one after its last, commas and conjunctions left out."""
    if without is None and clause.bounds is not None:
        return clause.bounds
    units = [u for u in clause.units if u.kind not in _PARTING and u is not without] or clause.units
    first, last = units[0].first, units[-1].last
    for unit in units:
        if unit.first < first:
            first = unit.first
        if unit.last > last:
            last = unit.last
    if without is None:
        clause.bounds = first, last
    return first, last


def clause_span(material: Material, clause: Clause, passage: Passage, whole: bool = True) -> Span:
    """The words of a clause, with what hangs on it when `whole`."""
    whole = whole and clause in passage.hanging
    known = passage.spans.get((clause, whole))
    if known is not None:
        return known
    first, last = bounds(clause)
    if whole:
        stack, seen = [clause], {clause}
        while stack:
            for child in passage.hanging.get(stack.pop(), ()):
                if child in seen or child.kind == "main":
                    continue
                if child.kind == "rel" and _after_comma(material, child):
                    continue  # ", which cost the firm millions": the narrator's own words
                seen.add(child)
                stack.append(child)
                a, b = bounds(child)
                first, last = min(first, child.marker.first if child.marker else a), max(last, b)
    span = passage.spans[clause, whole] = material.span(first, last)
    return span


def frame_span(material: Material, frame: Frame, passage: Passage) -> Span:
    """The words that prove an act: its clause, or for a noun the phrases that name its parties."""
    if not frame.nominal:
        whole = frame.sense.kind == "speech" or bool(frame.sense.content)
        return clause_span(material, frame.clause, passage, whole)
    first, last = frame.unit.first, frame.unit.last
    for units in (*frame.roles.units.values(), (frame.unit.of,) if frame.unit.of is not None else ()):
        for unit in units:
            if unit.first < first:
                first = unit.first
            if unit.last > last:
                last = unit.last
    return material.span(first, last)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """start, end without the commas, colons and space at either edge."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _after_comma(material: Material, clause: Clause) -> bool:
    """Whether a relative clause stands behind a comma and only adds something."""
    marker = clause.marker
    if marker is None:
        return False
    before = material.text[: material.tokens.start[marker.first]].rstrip()
    return before[-1:] in (",", "،", "，")
