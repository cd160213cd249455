"""Languages: one folder of TOML a language, and the loader that checks it."""

from dragoman.languages.concepts import Concept, combinations, concepts
from dragoman.languages.coverage import coverage
from dragoman.languages.lexicon import Lexicon, Sense
from dragoman.languages.loader import Pack, codes, load

__all__ = ["Concept", "Lexicon", "Pack", "Sense", "codes", "combinations", "concepts", "coverage", "load"]
