"""What a frame holds and what stands beside it: the small questions several recorders ask."""

from dragoman.languages import concepts
from dragoman.reading.cast import Who
from dragoman.reading.frames import Frame
from dragoman.reading.layers import Layer, status_of
from dragoman.reading.recording.findings import Passage


def reporter(layers: tuple[Layer, ...]) -> tuple[Who, ...]:
    """Whose words the innermost layer of saying makes these; () where they are the narrator's."""
    for layer in reversed(layers):
        if layer.speaker and (layer.says or layer.quoted):
            return layer.speaker
    return ()


def disowned(frame: Frame) -> bool:
    """Whether a deed is told as not done: "did not attack", "was not involved in the attack"; a promise
    not to do it ("will not attack") tells of nothing done."""
    if not (frame.sense.hostile or frame.sense.kind == "culprit") or frame.roles.voice.future:
        return False
    if any(la.status in ("planned", "purpose", "threatened") for la in frame.layers):
        return False
    return frame.own != "planned" and status_of(frame.layers, frame.own) == "negated"


def cites(frame: Frame) -> bool:
    """Whether something is traced to somebody that he did not do but say: "attributed the report to two
    officials", where no act is traced."""
    return (
        frame.concept == "attribute"
        and not frame.nominal
        and frame.roles.first("object") is None
        and frame.roles.first("of") is None
        and frame.unit.last - frame.unit.first == 1
    )


def has_hostile_label(frame: Frame) -> bool:
    """ "calls them terrorists", "qualifie X de terroristes" """
    return any(
        u.has("hostile_label") or (u.of is not None and u.of.has("hostile_label"))
        for found in frame.roles.units.values()
        for u in found
    )


def has_hostile_object(frame: Frame) -> bool:
    """ "supported the attack" """
    return any(concepts()[c].hostile for u in frame.roles.units.get("object", ()) for c, _, _ in u.nouns)


def has_hostile_content(frame: Frame, passage: Passage) -> bool:
    """Whether what is said in the clause of `frame`, or hangs on its word, tells of a hostile act."""
    return any(
        f.sense.hostile and ((f.clause is frame.clause and f is not frame) or f.clause.governor is frame.unit)
        for f in passage.read.frames
    )


def blamed_beside(frame: Frame, passage: Passage) -> tuple[Who, ...]:
    """Who the act that is condemned or acknowledged is said to be by."""
    for other in passage.frames[frame.clause]:
        if other is frame or not other.nominal:
            continue
        accuses = other.sense.attribution == "accuses"
        blamed = other.actor if other.sense.hostile else other.recipient if accuses else ()
        if blamed and not set(blamed) & set(frame.actor):
            return blamed
    return ()
