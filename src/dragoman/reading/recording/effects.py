"""Effects: what is said to have become of an act."""

from dragoman.model import Effect, Reason
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED, status_of
from dragoman.reading.recording.findings import Findings, Passage
from dragoman.reading.recording.neighbours import reporter
from dragoman.reading.recording.spans import frame_span


def record_effect(findings: Findings, frame: Frame, passage: Passage) -> None:
    """ "The attack failed", "paralysed the services": the effect, of the nearest act of its sentence."""
    polarity = frame.sense.polarity
    if frame.sense.kind != "effect" or polarity is None:
        return
    status = status_of(frame.layers, frame.own)
    if status in DROPPED or status in ("planned", "threatened"):
        return
    worked = (polarity == "+") != (frame.own == "negated")
    material = findings.material
    trigger = material.words_of(frame.unit)
    told = findings.told.within(passage.start, passage.end)
    acts = [e for e in told if e.type in ("COERCE", "ASSAULT")]
    act = min(acts, key=lambda e: abs(e.trigger.start - trigger.start)) if acts else None
    said_by = reporter(frame.layers)
    findings.effects.append(
        Effect(
            id=f"f{len(findings.effects) + 1}",
            polarity="+" if worked else "-",
            of=act.id if act else None,
            said_by=said_by[0].party() if said_by else None,
            evidence=frame_span(material, frame, passage),
            because=(Reason(f"effect:{frame.concept}", trigger.start, trigger.end),),
        )
    )
