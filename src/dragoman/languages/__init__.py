"""Languages: one folder of TOML a language, and the loader that checks it."""

from dragoman.languages.concepts import (
    NOUN_KINDS,
    Concept,
    combinations,
    combining,
    concepts,
    hostile,
    of_kinds,
    sources,
    weightiest,
)
from dragoman.languages.coverage import coverage
from dragoman.languages.lexicon import FINITE, NO_SENSES, Lexicon, Sense, Senses
from dragoman.languages.loader import Pack, codes, load

__all__ = [
    "FINITE",
    "NOUN_KINDS",
    "NO_SENSES",
    "Concept",
    "Lexicon",
    "Pack",
    "Sense",
    "Senses",
    "codes",
    "combinations",
    "combining",
    "concepts",
    "coverage",
    "hostile",
    "load",
    "of_kinds",
    "sources",
    "weightiest",
]
