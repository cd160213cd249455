"""One passage: its frames recorded in the order in which findings build on one another.

Counts and statements look at the acts, attributions at the acts and at who accused whom before.
"""

from dragoman.reading.recording.attacks import specify
from dragoman.reading.recording.blame import record_attribution
from dragoman.reading.recording.counts import record_counts
from dragoman.reading.recording.effects import record_effect
from dragoman.reading.recording.events import record_event
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.recording.labels import record_labels
from dragoman.reading.recording.statements import record_according, record_advice, record_statement

_CHARGES = frozenset({"accusation", "involvement"})


def _charges(passage: Passage) -> bool:
    """Whether a passage tells of an act of violence or of a charge."""
    senses = [frame.sense for frame in passage.read.frames]
    if any(s.hostile or s.kind == "culprit" or s.attribution == "accuses" for s in senses):
        return True
    # "denied any involvement", "rejected the allegations": fixed words that name what they answer.
    if any(f.sense.attribution == "denies" and f.unit.last - f.unit.first > 2 for f in passage.read.frames):
        return True
    nouns = (c for clause in passage.read.clauses for unit in clause.units for c, _, _ in unit.nouns)
    return not _CHARGES.isdisjoint(nouns)


def record(findings: Findings, passage: Passage) -> None:
    """Add to `findings` everything `passage` tells."""
    frames = passage.read.frames
    for frame in frames:
        specify(findings, frame)
        record_event(findings, frame, passage)
    findings.charged = findings.charged or _charges(passage)
    record_counts(findings, passage)
    for frame in frames:
        record_statement(findings, frame, passage)
    record_according(findings, passage)
    for frame in frames:
        record_attribution(findings, frame, passage)
        record_effect(findings, frame, passage)
    record_labels(findings, passage)
    if findings.author is not None and not passage.quoted:
        record_advice(findings, findings.author, passage)
