"""Attacks: which kind of attack "the attack" is."""

from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import Findings

_KINDS = frozenset({"cyberattack", "airstrike", "bomb", "poison", "shoot", "assassinate", "sabotage"})


def specify(findings: Findings, frame: Frame) -> None:
    """ "The attack" is the kind of attack the report is about, once it has said which.

    Sets the concept of `frame`, and takes malware out of its actors: a program is a means.
    """
    attacks = findings.attacks
    if frame.concept == "attack" and _by_hackers(frame):
        frame.become("cyberattack")
    if not frame.nominal or frame.concept != "attack":
        if frame.sense.hostile and frame.concept in _KINDS:
            attacks[frame.concept] += 1
        return
    named = (*frame.unit.who, *((frame.unit.poss,) if frame.unit.poss else ()))
    if any(w.type == "malware" for w in named):
        frame.become("cyberattack")
    elif attacks and (not frame.recipient or (len(attacks) == 1 and "cyberattack" in attacks)):
        frame.become(max(attacks, key=lambda c: attacks[c]))
    if frame.actor and frame.actor[0].type == "malware":
        frame.actor = ()


def _by_hackers(frame: Frame) -> bool:
    return any(w.id.startswith("hackers:") for w in frame.actor) or any(
        u.has("hackers") or u.has("state_hackers")
        for role in ("subject", "by")
        for u in frame.roles.units.get(role, ())
    )
