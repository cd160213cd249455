"""Struck: whom an act hit, where another verb or the accuser says so."""

from dragoman.languages import concepts
from dragoman.reading.cast import Cast
from dragoman.reading.frames import Frame
from dragoman.reading.units import Unit
from dragoman.reading.who import Who


def transfer(frames: list[Frame], cast: Cast) -> None:
    """ "The attack that hit X", "which paralysed the services in X": whom the act struck."""
    acts = [f for f in frames if f.nominal and f.sense.hostile]
    if not acts:
        return
    for frame in frames:
        if frame.nominal or not (frame.sense.kind == "effect" or frame.sense.hostile):
            continue
        subject = frame.roles.first("object" if frame.roles.voice.passive else "subject")
        if (
            frame.clause.kind == "rel"
            and frame.clause.antecedent is not None
            and subject is not frame.clause.antecedent
        ):
            subject = frame.clause.antecedent if not frame.actor else subject
        act = next((f for f in acts if f.unit is subject), None)
        if act is None:
            continue
        struck = frame.recipient or _struck(frame, act)
        if not struck and not act.recipient:
            own_state(cast, act, frame.roles.units.get("object", []))
        if struck and not act.recipient:
            act.recipient = tuple(w for w in struck if w not in act.actor)
            act.because.append("struck by the act")
        if frame.sense.hostile:
            frame.own = "possible"  # told by the noun


def _struck(frame: Frame, act: Frame) -> tuple[Who, ...]:
    for role in ("object", "rest", "of", "in"):
        for unit in frame.roles.units.get(role, ()):
            if unit is not act.unit and (found := unit.everybody()):
                return found
    return ()


def own_state(cast: Cast, frame: Frame, struck: list[Unit]) -> None:
    """ "accused X of an attack on government institutions": the accuser's own, where none are named."""
    if not any(
        not u.who
        and any(concepts()[c].sector == "GOV" and concepts()[c].kind == "organ" for c, _, _ in u.nouns)
        for u in struck
    ):
        return
    for layer in reversed(frame.layers):
        for speaker in layer.speaker:
            state = speaker.actor().id
            own = (
                cast.find(state)
                if layer.says and state.startswith("country:") and speaker not in frame.actor
                else None
            )
            if own is not None and own not in frame.actor:
                frame.recipient = (own,)
                frame.because.append("the accuser's own state")
                return
