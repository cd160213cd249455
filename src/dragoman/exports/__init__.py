"""Exports: a dossier in the forms other programs load.

Each format is one module that lists in its docstring what the format loses. This floor knows the
forms that machines read; the pages for people are the floor `dragoman.dossier`.
"""

from dragoman.exports.contract import UnreadableDossier, read_json, write_json, write_jsonl
from dragoman.exports.formats import FORMATS, Format, UnknownFormat, format_for

__all__ = [
    "FORMATS",
    "Format",
    "UnknownFormat",
    "UnreadableDossier",
    "format_for",
    "read_json",
    "write_json",
    "write_jsonl",
]
