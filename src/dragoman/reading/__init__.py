"""Reading: one document in, one Reading out. The grammar lives here and names no language."""

from dragoman.reading.document import read_document
from dragoman.reading.examples import Fault, check
from dragoman.reading.language import known_languages

__all__ = ["Fault", "check", "known_languages", "read_document"]
