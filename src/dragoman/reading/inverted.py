"""Inverted sayings: "The plan failed, said X"."""

from dragoman.reading.clauses import Clause
from dragoman.reading.units import Unit

_ADDRESSED = frozenset({"to", "in", "at"})
"""Roles of what may stand between such a verb and its speaker: "a déclaré à la presse X"."""
_SAYING = frozenset({"say", "announce", "reveal", "assess", "believe", "warn", "confirm", "claim"})


_BESIDE = frozenset({"gap", "comma", "word", "date", "cert"})
_TAIL = _BESIDE | {"verb", "aux", "np", "pron"}
"""Kinds of unit in a clause that is nothing but a verb of saying and its speaker."""


def turn_round(clauses: list[Clause], order: str) -> None:
    """ "The plan failed, said X", "The plan failed, X said": what stands before is the content of a
    clause that is nothing but a verb of saying and its speaker."""
    for number, clause in enumerate(clauses):
        if number == 0 or (clause.marker is not None and clause.kind not in ("that", "main")):
            continue
        if clause.kinds.count("verb") != 1 or not _TAIL.issuperset(clause.kinds):
            continue
        verb = _tail(clause, order)
        if verb is None or any(c.governor is verb for c in clauses):
            continue
        content = [c for c in clauses[:number] if c.parent is None and c.governor is None]
        if not content or _joined(content[-1], clauses[number - 1], verb):
            continue
        clause.carried_from, clause.parent, clause.governor, clause.marker = None, None, None, None
        clause.kind = content[0].kind
        for other in content:
            other.governor = verb


def _tail(clause: Clause, order: str) -> Unit | None:
    """The verb of a clause of one verb, if that says something and only its speaker is beside it."""
    verb = clause.units[clause.kinds.index("verb")]
    if "speech" not in verb.senses.kinds:
        return None
    core = [u for u in clause.units if u.kind not in _BESIDE]
    if order == "svo" and core and core[0].kind == "aux":
        core = core[1:]  # "a déclaré X"
    if len(core) < 2 or any(u.kind not in ("verb", "np", "pron") for u in core):
        return None
    if not any(s.concept in _SAYING and not s.particle for s in verb.senses.verbs):
        return None
    at = core.index(verb)
    before = [u for u in core[:at] if not u.roles and u.parent is None]
    after = [u for u in core[at + 1 :] if not u.roles and u.parent is None]
    if core[0] is verb and order != "vso":
        plain = (
            not (core[1].roles - _ADDRESSED)
            and len(after) - sum(1 for u in after[1:] if _apposed(clause, u)) == 1
        )
        return verb if plain else None
    return (
        verb if len(before) - sum(1 for u in before[1:] if _apposed(clause, u)) == 1 and not after else None
    )


def _joined(content: Clause, previous: Clause, verb: Unit) -> bool:
    """Whether the saying follows "and", so that it goes on with the sentence and does not frame it."""
    return (bool(previous.units) and previous.units[-1].kind == "and") or (
        bool(content.units) and content.units[-1].last == verb.first
    )


def _apposed(clause: Clause, unit: Unit) -> bool:
    """Whether a phrase stands right behind a comma: it explains the one before."""
    at = clause.units.index(unit)
    return at > 0 and clause.units[at - 1].kind == "comma"
