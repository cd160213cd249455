"""Voice: how a verb stands in its clause - passive or not, finite or not, negated, meant or told."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.languages import FINITE
from dragoman.reading.clauses import Clause, infinitive_auxiliary
from dragoman.reading.units import Unit



@dataclass(frozen=True, slots=True)
class Voice:
    """How a verb stands: passive or not, finite or not, and what its auxiliaries say."""

    passive: bool = False
    finite: bool = True
    negated: bool = False
    future: bool = False
    modal: bool = False
    able: bool = False
    conditional: bool = False
    hearsay: bool = False
    form: str = ""


def voice_of(verb: Unit, at: int, clause: Clause, order: str) -> Voice:
    """The voice of the verb in clause.units[at]."""
    units = clause.units
    tags = verb.senses.tags
    negated = False
    aux: list[frozenset[str]] = []
    unfinished = True  # all its auxiliaries are infinitives ("avoir attaqué")
    for number in range(at - 1, -1, -1):
        unit = units[number]
        if unit.kind == "aux":
            aux.append(unit.senses.auxiliary)
            unfinished = unfinished and infinitive_auxiliary(unit)
        elif unit.kind == "neg":
            negated = True
        elif unit.kind == "verb":
            if order == "svo" or order == "vso" or not _is_unfinished(unit):
                break
    if order == "svo":
        negated = negated or (at + 1 < len(units) and units[at + 1].kind == "neg")
    else:
        for unit in units[at + 1 :]:
            if unit.kind == "aux":
                aux.append(unit.senses.auxiliary)
                unfinished = False
            elif unit.kind == "neg":
                negated = True
            elif unit.kind != "verb" or "inf" not in unit.senses.tags:
                break
        if order == "second" and not negated:
            # "verklaarde niet": the negation of a main clause stands behind its verb.
            negated = "neg" in [u.kind for u in units[at + 1 :]]
    undergone = not aux and "part" in tags and _by_follows(units, at) and not _bare_follows(units, at)
    found = _voice(tags, tuple(aux), negated, undergone, not verb.senses.verbs)
    return replace(found, finite=False) if aux and unfinished else found


@lru_cache(maxsize=4096)
def _voice(
    tags: frozenset[str], aux: tuple[frozenset[str], ...], negated: bool, undergone: bool, fixed: bool
) -> Voice:
    """The voice of a verb form among auxiliaries.

    tags: of the verb.    aux: the tags of each auxiliary.    undergone: whether "by X" and no object follows.
    fixed: whether it is fixed words with a form of "be" before them.
    """
    kinds = frozenset().union(*aux)
    participle, finite = "part" in tags, not tags.isdisjoint(FINITE)
    has_perfect = any("perfect" in a and "passive" not in a for a in aux)
    passive = (
        (participle and "passive" in kinds)
        or (participle and not aux and (undergone or not finite))
        or tags == {"pass"}
    )
    # "zou … hebben gedaan" reports hearsay; "zou doen" alone is what would be.
    told = (participle and has_perfect) or any({"perfect", "be"} & a and "conditional" not in a for a in aux)
    # "serait derrière l'attaque": what is said to be so.
    told = told or (fixed and any({"be", "conditional"} <= a for a in aux))
    form = "part" if participle and (aux or not finite) else "inf" if tags == {"inf"} else ""
    return Voice(
        passive=passive,
        finite=bool(aux) or not tags or finite,
        negated=negated,
        future="future" in kinds or "fut" in tags,
        modal="modal" in kinds,
        able="able" in kinds,
        conditional="conditional" in kinds and not told,
        hearsay="conditional" in kinds and told,
        form=form,
    )


def _is_unfinished(verb: Unit) -> bool:
    """Whether a verb is a participle or infinitive by its form alone."""
    tags = verb.senses.tags
    return ("part" in tags or "inf" in tags) and tags.isdisjoint(FINITE)


def _by_follows(units: list[Unit], at: int) -> bool:
    return any(u.kind == "np" and "by" in u.roles for u in units[at + 1 : at + 4])


def _bare_follows(units: list[Unit], at: int) -> bool:
    for unit in units[at + 1 :]:
        if unit.kind in ("np", "pron"):
            return not unit.roles
        if unit.kind in ("verb", "aux", "comma"):
            return False
    return False
