"""Concepts: the senses words are given, and what each codes to. Read from `concepts.toml`."""

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


def _checked(file: Traversable) -> dict[str, Concept]:
    found = read_table(
        file,
        "languages/concepts.toml",
        dict[str, Concept],
        "The head of the file says what a concept may hold.",
    )
    for name, concept in found.items():
        for half in [*(h for pair in concept.combine for h in pair), concept.alone, concept.thing, concept.becomes]:
            if half is not None and half not in found:
                raise PackError(
                    "languages/concepts.toml", name, f"names no concept {half!r}", "Add it, or mend the name."
                )
    return found


@cache
def combinations() -> dict[tuple[str, str], str]:
    """(part, thing) → the concept they make together."""
    return {pair: name for name, concept in concepts().items() for pair in concept.combine}
