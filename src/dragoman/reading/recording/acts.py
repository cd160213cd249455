"""Kinds of statement: what somebody does by saying something."""

from dragoman.languages import concepts
from dragoman.model import Party, Span
from dragoman.model.reading import Act
from dragoman.reading.cast import Who
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED, status_of
from dragoman.reading.recording.findings import Material, Passage
from dragoman.reading.recording.neighbours import disowned

_ACTS: dict[str, Act] = {
    "accuse": "accuse",
    "deny": "deny",
    "condemn": "condemn",
    "support": "support",
    "demand": "demand",
    "threaten": "threaten",
    "announce": "announce",
    "claim": "claim",
}


def act_named(name: str) -> Act:
    """The act a pack calls `name`; a plain claim where it is none of the known ones."""
    return _ACTS.get(name, "claim")


def act_of_saying(
    material: Material, passage: Passage, speakers: tuple[Who, ...], span: Span, said_by: Frame | None = None
) -> Act:
    """The act of a plain saying, by what is said in `span`: blaming somebody is an accusation, telling
    of one's own decision an announcement.

    said_by: the frame of the saying itself, which is no part of what is said.
    """
    own: set[Party] = set()
    best: Act = "claim"
    start = material.tokens.start
    for frame in passage.read.frames:
        sense = frame.sense
        kind = sense.kind
        if sense.act is None and kind != "event" and kind != "culprit" and not sense.hostile:
            continue
        if frame is said_by or not span.start <= start[frame.unit.first] < span.end:
            continue
        own = own or {w.actor() for w in speakers} | {w.party() for w in speakers}
        dropped = status_of(frame.layers, frame.own) in DROPPED
        theirs = {w.actor() for w in frame.actor}
        mine = bool(theirs & own)
        voice = not theirs or mine or (passage.quoted and is_own_voice(frame, speakers))
        if sense.act and sense.act not in ("claim", "announce") and voice and not dropped:
            return act_named(sense.act)
        if mine and disowned(frame):
            return "deny"
        if (sense.hostile or kind == "culprit") and theirs and not mine and not dropped:
            if not disowned(frame):
                return "accuse"
            continue
        if kind == "event" and sense.type and mine and frame.own in ("occurred", "planned"):
            best = "announce"
    return best


def act_of_naming(frame: Frame) -> Act:
    """What calling something names does, by what it is: charges are denied ("called the accusations
    false"), acts of violence condemned ("called the attack cowardly")."""
    units = [u for role in ("object", "rest") for u in frame.roles.units.get(role, ())]
    named = [concepts()[c] for unit in units for c, _, _ in unit.nouns]
    if any(sense.attribution == "accuses" for sense in named):
        return "deny"
    return "condemn" if any(sense.hostile for sense in named) else "claim"


def is_own_voice(frame: Frame, speakers: tuple[Who, ...]) -> bool:
    """Whether an act of speech inside a quotation is the speaker's own: a spokesman whose state is
    not known here speaks of it by name ("The United States condemns …")."""
    if len(frame.layers) > 1 or any(w.state or w.country for w in speakers):
        return False
    return all(w.type in ("country", "org") for w in frame.actor)
