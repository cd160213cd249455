"""Voice: how a verb stands in its clause - passive or not, finite or not, negated, meant or told."""

from dataclasses import dataclass

from dragoman.languages import FINITE
from dragoman.reading.clauses import Clause
from dragoman.reading.units import Unit


@dataclass(slots=True)
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


def voice_of(verb: Unit, clause: Clause, order: str) -> Voice:
    """The voice of `verb` in its clause."""
    units = clause.units
    at = units.index(verb)
    tags = verb.tags()
    voice = Voice()
    aux: list[Unit] = []
    for unit in reversed(units[:at]):
        if unit.kind == "verb":
            if order in ("second", "sov") and unit.tags() & {"part", "inf"} and not unit.tags() & FINITE:
                continue
            break
        if unit.kind == "aux":
            aux.append(unit)
        if unit.kind == "neg":
            voice.negated = True
    if order in ("second", "sov", "vso"):
        for unit in units[at + 1 :]:
            if unit.kind == "aux" or (unit.kind == "verb" and "inf" in unit.tags()):
                if unit.kind == "aux":
                    aux.append(unit)
            elif unit.kind == "neg":
                voice.negated = True
            else:
                break
        if order == "second":
            # "verklaarde niet": the negation of a main clause stands behind its verb.
            voice.negated = voice.negated or any(u.kind == "neg" for u in units[at + 1 :] if u.kind != "verb")
    elif at + 1 < len(units) and units[at + 1].kind == "neg":
        voice.negated = True
    kinds = frozenset().union(*(_aux_tags(u) for u in aux))
    participle = "part" in tags
    has_perfect = any({"perfect"} <= _aux_tags(u) and "passive" not in _aux_tags(u) for u in aux)
    has_passive = any("passive" in _aux_tags(u) for u in aux)
    if (
        (participle and has_passive and (not has_perfect or order == "svo"))
        or (participle and not aux and not tags & FINITE)
        or (participle and has_passive and has_perfect)
    ):
        voice.passive = True
    if participle and not aux and tags & FINITE and _by_follows(units, at) and not _bare_follows(units, at):
        voice.passive = True
    if "pass" in tags and len(tags) == 1:
        voice.passive = True
    voice.future = "future" in kinds or "fut" in tags
    voice.modal = "modal" in kinds
    voice.able = "able" in kinds
    # "zou … hebben gedaan" reports hearsay; "zou doen" alone is what would be.
    told = (participle and has_perfect) or any(
        {"perfect", "be"} & _aux_tags(u) and "conditional" not in _aux_tags(u) for u in aux
    )
    voice.hearsay = "conditional" in kinds and told
    voice.conditional = "conditional" in kinds and not told
    voice.finite = bool(aux) or not tags or bool(tags & FINITE)
    voice.form = "part" if participle and (aux or not tags & FINITE) else ("inf" if tags == {"inf"} else "")
    return voice


def _aux_tags(unit: Unit) -> frozenset[str]:
    return unit.senses.tags_of("aux")


def _by_follows(units: list[Unit], at: int) -> bool:
    return any(u.kind == "np" and "by" in u.roles for u in units[at + 1 : at + 4])


def _bare_follows(units: list[Unit], at: int) -> bool:
    for unit in units[at + 1 :]:
        if unit.kind in ("np", "pron"):
            return not unit.roles
        if unit.kind in ("verb", "aux", "comma"):
            return False
    return False
