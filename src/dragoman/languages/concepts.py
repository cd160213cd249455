"""Concepts: the senses words are given, and what each codes to. Read from `concepts.toml`."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from dragoman.errors import PackError
from dragoman.languages import cache as disk
from dragoman.languages.tables import read_table

ConceptKind = Literal[
    "speech",
    "modal",
    "light",
    "event",
    "part",
    "thing",
    "organ",
    "office",
    "people",
    "culprit",
    "effect",
    "verb",
]

NOUN_KINDS: frozenset[ConceptKind] = frozenset({"thing", "organ", "office", "people"})
"""Kinds of what a noun names that is no act."""


class Concept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One sense. The comment at the head of `concepts.toml` says what each field means."""

    kind: ConceptKind
    gloss: str = ""
    type: str | None = None
    type_alt: str | None = None
    mode: str | None = None
    act: str | None = None
    actor: tuple[str, ...] = ("subject", "by", "poss", "adj")
    recipient: tuple[str, ...] = ("object", "against", "on", "to", "with")
    of: str | None = None
    content: tuple[str, ...] = ()
    control: str | None = None
    status: str | None = None
    event_status: str | None = None
    combine: tuple[tuple[str, str], ...] = ()
    hostile: bool = False
    factive: bool = False
    distance: bool = False
    attribution: str | None = None
    basis: str | None = None
    certainty: str | None = None
    alone: str | None = None
    becomes: str | None = None
    mutual: bool = False
    inverse: bool = False
    passive: bool = False
    people: bool = False
    source: bool = False
    private: bool = False
    organ: bool = False
    polarity: str | None = None
    sector: str | None = None
    label: str | None = None
    thing: str | None = None
    office: str | None = None


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by its name. Raises PackError where the file does not fit."""
    home = files("dragoman.languages")
    file = home.joinpath("concepts.toml")
    key = disk.digest((file, home.joinpath("concepts.py")))
    return disk.compiled("concepts", key, dict[str, Concept], lambda: _checked(file))


@cache
def combining() -> frozenset[str]:
    """The concepts whose sense may depend on the nouns beside them."""
    return frozenset(part for part, _ in combinations()) | {"get"}


@cache
def partners(part: str) -> frozenset[str]:
    """The concepts of nouns that what `part` means may depend on."""
    table = combinations()
    found = {
        name
        for name, concept in concepts().items()
        if (part, name) in table or (concept.thing is not None and (part, concept.thing) in table)
    }
    if part == "get":
        found.update(concepts().keys() - of_kinds(*NOUN_KINDS))
    return frozenset(found)


@cache
def hostile() -> frozenset[str]:
    """The concepts of acts that harm somebody."""
    return frozenset(name for name, concept in concepts().items() if concept.hostile)


@cache
def sources() -> frozenset[str]:
    """The concepts of nouns that speak for somebody ("report", "evidence")."""
    return frozenset(name for name, concept in concepts().items() if concept.source)


@cache
def of_kinds(*kinds: ConceptKind) -> frozenset[str]:
    """The concepts of these kinds."""
    return frozenset(name for name, concept in concepts().items() if concept.kind in kinds)


_RANK = {"event": 0, "speech": 0, "culprit": 1, "modal": 2, "light": 3, "effect": 4, "part": 5, "verb": 6}
"""Kinds of acts, the weightiest first."""


@cache
def standing_alone() -> dict[str, tuple[int, str]]:
    """Concept → (rank, sense) where it needs no noun beside it; the lowest rank is the weightiest."""
    found: dict[str, tuple[int, str]] = {}
    for name, concept in concepts().items():
        sense = concept.alone if concept.kind == "part" else name
        if sense is not None and (kind := concepts()[sense].kind) in _RANK:
            found[name] = _RANK[kind], sense
    return found


def weightiest(names: Iterable[str]) -> str | None:
    """What a word of these senses means with no noun beside it: the first of the weightiest of them."""
    best: tuple[int, str] | None = None
    alone = standing_alone()
    for name in names:
        found = alone.get(name)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best is not None else None


def _checked(file: Traversable) -> dict[str, Concept]:
    found = read_table(
        file,
        "languages/concepts.toml",
        dict[str, Concept],
        "The head of the file says what a concept may hold.",
    )
    for name, concept in found.items():
        for half in [
            *(h for pair in concept.combine for h in pair),
            concept.alone,
            concept.thing,
            concept.becomes,
        ]:
            if half is not None and half not in found:
                raise PackError(
                    "languages/concepts.toml", name, f"names no concept {half!r}", "Add it, or mend the name."
                )
    return found


@cache
def combinations() -> dict[tuple[str, str], str]:
    """(part, thing) → the concept they make together."""
    return {pair: name for name, concept in concepts().items() for pair in concept.combine}
