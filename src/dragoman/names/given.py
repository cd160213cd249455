"""Given names that are known: one name's spellings in many scripts, and its short forms.

Two known given names that are not the same (Pablo, Paolo) are a no, however alike they sound; the same
one in two scripts (George, جورج) is a yes, however unlike.
"""

from functools import cache

from dragoman.names.tables import table
from dragoman.text.fold import norm

_NONE: frozenset[str] = frozenset()
_UNKNOWN = _NONE, _NONE


def _by_spelling(part: str) -> dict[str, frozenset[str]]:
    """Folded spelling to the names it may be (or be short for)."""
    out: dict[str, set[str]] = {}
    for label, spellings in table("given")[part].items():
        for spelling in [*spellings.split(), *([label] if part == "names" else [])]:
            out.setdefault(norm(spelling), set()).add(label)
    return {spelling: frozenset(labels) for spelling, labels in out.items()}


@cache
def _table() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    names, short = _by_spelling("names"), _by_spelling("short")
    return {word: (names.get(word, _NONE), short.get(word, _NONE)) for word in names.keys() | short.keys()}


def given(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The given names that the folded `word` spells, and those it is short for ("bob": Robert)."""
    return _table().get(word, _UNKNOWN)


def usual_spelling(word: str) -> str | None:
    """How English papers spell the given name `word`, None where it is not known."""
    return _usual().get(word)


@cache
def _usual() -> dict[str, str]:
    out: dict[str, str] = {}
    for label, spellings in table("given")["names"].items():
        for spelling in spellings.split():
            out.setdefault(norm(spelling), label)
    return out
