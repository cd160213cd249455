"""Voice: how a verb stands in its clause - passive or not, finite or not, negated, meant or told."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.languages import FINITE
from dragoman.reading.clauses import Clause, infinitive_auxiliary
from dragoman.reading.units import Unit


@dataclass(frozen=True, slots=True)
class Voice:
    """How a verb stands: passive or not, finite or not, and what its auxiliaries say.

    plain: whether it tells of its act as done: not negated, to come, advised, possible or conditional.
    done: whether it may have been done ("podría haber atacado"), not that it can be.
    """

    passive: bool = False
    finite: bool = True
    negated: bool = False
    future: bool = False
    modal: bool = False
    able: bool = False
    conditional: bool = False
    hearsay: bool = False
    done: bool = False
    form: str = ""
    plain: bool = True


def voice_of(verb: Unit, at: int, clause: Clause, order: str) -> Voice:
    """The voice of the verb in clause.units[at]."""
    units, kinds = clause.units, clause.kinds
    tags = verb.senses.tags
    negated = unfinished = False
    aux: tuple[frozenset[str], ...] = ()
    if "aux" in kinds or "neg" in kinds:
        aux, negated, unfinished = _helpers(units, kinds, at, order)
    undergone = not aux and "part" in tags and _by_follows(units, at) and not _bare_follows(units, at)
    found = _voice(tags, aux, negated, undergone, not verb.senses.verbs)
    return replace(found, finite=False) if unfinished else found


def _helpers(
    units: list[Unit], kinds: list[str], at: int, order: str
) -> tuple[tuple[frozenset[str], ...], bool, bool]:
    """The tags of the auxiliaries of the verb in units[at], whether it is negated, and whether all of them
    are infinitives ("avoir attaqué")."""
    negated = False
    aux: list[frozenset[str]] = []
    unfinished = True  # all its auxiliaries are infinitives ("avoir attaqué")
    for number in range(at - 1, -1, -1):
        kind = kinds[number]
        if kind == "aux":
            aux.append(units[number].senses.auxiliary)
            unfinished = unfinished and infinitive_auxiliary(units[number])
        elif kind == "neg":
            negated = True
        elif kind == "verb" and (order == "svo" or order == "vso" or not _is_unfinished(units[number])):
            break
    if order == "svo":
        return (
            tuple(aux),
            negated or (at + 1 < len(kinds) and kinds[at + 1] == "neg"),
            bool(aux) and unfinished,
        )
    for number in range(at + 1, len(kinds)):
        kind = kinds[number]
        if kind == "aux":
            aux.append(units[number].senses.auxiliary)
            unfinished = False
        elif kind == "neg":
            negated = True
        elif kind != "verb" or "inf" not in units[number].senses.tags:
            break
    if order == "second" and not negated:
        # "verklaarde niet": the negation of a main clause stands behind its verb.
        negated = "neg" in kinds[at + 1 :]
    return tuple(aux), negated, bool(aux) and unfinished


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
    future = "future" in kinds or "fut" in tags
    modal, able = "modal" in kinds, "able" in kinds
    conditional = "conditional" in kinds and not told
    return Voice(
        passive=passive,
        finite=bool(aux) or not tags or finite,
        negated=negated,
        future=future,
        modal=modal,
        able=able,
        conditional=conditional,
        hearsay="conditional" in kinds and told,
        done="done" in tags and "able" in kinds,
        form=form,
        plain=not (negated or future or modal or able or conditional),
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
