"""Given names that are known: one name's spellings in many scripts, and its short forms.

Two known given names that are not the same (Pablo, Paolo) are a no, however alike they sound; the same
one in two scripts (George, جورج) is a yes, however unlike.
"""

from functools import cache
from importlib import resources

from dragoman.names.tables import table
from dragoman.text.fold import bare, norm

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


@cache
def _first_names() -> frozenset[str]:
    file = resources.files("dragoman.names") / "data" / "firstnames.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(bare(name) for line in lines if not line.startswith("#") for name in line.split())


def is_given_name(word: str) -> bool:
    """Whether the folded `word` (see `dragoman.text.fold.bare`), in Latin letters, is a usual given name."""
    return word in _first_names()


@cache
def _surnames() -> dict[str, int]:
    """Usual surnames in Latin letters, folded, and their rank."""
    file = resources.files("dragoman.names") / "data" / "surnames.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    names = [name.lower() for line in lines if not line.startswith("#") for name in line.split()]
    return {name: rank for rank, name in enumerate(names)}


def is_surname(word: str) -> bool:
    """Whether the folded `word`, in Latin letters, is a usual surname."""
    return word in _surnames()


def ranked_names() -> dict[str, int]:
    """The surnames and given names known, folded, and how usual each is (0 first)."""
    ranks = dict(_surnames())
    for name in _first_names():
        ranks.setdefault(name, len(ranks))
    return ranks
