"""Reading: one document in, one Reading out. The grammar lives here and names no language."""

from dragoman.reading.document import read_document

__all__ = ["read_document"]
