"""One passage: its frames recorded in the order in which findings build on one another.

Counts and statements look at the acts, attributions at the acts and at who accused whom before.
"""

from dragoman.reading.frames import Frame
from dragoman.reading.recording.attacks import specify
from dragoman.reading.recording.blame import record_attribution
from dragoman.reading.recording.counts import record_counts
from dragoman.reading.recording.effects import record_effect
from dragoman.reading.recording.events import record_event
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.recording.labels import record_labels
from dragoman.reading.recording.statements import record_according, record_advice, record_statement

_CHARGES = frozenset({"accusation", "involvement"})


def _charges(passage: Passage, telling: list[Frame]) -> bool:
    """Whether a passage, whose words of acts are `telling`, tells of an act of violence or of a charge."""
    for frame in telling:
        sense = frame.sense
        if sense.hostile or sense.kind == "culprit" or sense.attribution == "accuses":
            return True
        # "denied any involvement", "rejected the allegations": fixed words that name what they answer.
        if sense.attribution == "denies" and frame.unit.last - frame.unit.first > 2:
            return True
    return not passage.read.nouns.isdisjoint(_CHARGES)


def record(findings: Findings, passage: Passage) -> None:
    """Add to `findings` everything `passage` tells."""
    # Most verbs ("go", "make") only stand in the sentence and tell nothing that is recorded.
    telling = [frame for frame in passage.read.frames if frame.sense.kind != "verb"]
    for frame in telling:
        if frame.sense.hostile:
            specify(findings, frame)
        if frame.sense.type is not None:
            record_event(findings, frame, passage)
    findings.charged = findings.charged or _charges(passage, telling)
    record_counts(findings, passage)
    for frame in telling:
        if frame.sense.act is not None and frame.actor:
            record_statement(findings, frame, passage)
    record_according(findings, passage)
    for frame in telling:
        record_attribution(findings, frame, passage)
        if frame.sense.kind == "effect":
            record_effect(findings, frame, passage)
    record_labels(findings, passage)
    if findings.author is not None and not passage.quoted:
        record_advice(findings, findings.author, passage)
