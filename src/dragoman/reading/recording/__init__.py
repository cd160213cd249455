"""Recording: from the frames of a document to its events, statements, attributions, effects and labels.

findings (what is looked up, what is found)
  → spans, dates, neighbours (evidence, days, what stands beside a frame)
  → attacks, parties, repeats → events;  acts → statements, quotations;  blame;  effects, labels, counts
  → passages (a sentence, in order) → settle (the whole document)
"""

from dragoman.reading.recording.findings import Findings, Material, Passage
from dragoman.reading.recording.passages import record
from dragoman.reading.recording.quotations import (
    part_of_claim,
    record_quotation,
    speech_of,
    subject_outside,
)
from dragoman.reading.recording.settle import drop_idle_denials, drop_repeated, parties, settle_attacks, unify

__all__ = [
    "Findings",
    "Material",
    "Passage",
    "drop_idle_denials",
    "drop_repeated",
    "part_of_claim",
    "parties",
    "record",
    "record_quotation",
    "settle_attacks",
    "speech_of",
    "subject_outside",
    "unify",
]
