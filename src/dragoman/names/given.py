"""Given names that are known: one name's spellings in many scripts, and its short forms.

Two known given names of different people's kind (Pablo, Paolo) are a firm no; the same one in two
scripts is a firm yes, however far apart it sounds (George, جورج; Yevhen, Евгений).
"""

from functools import cache

from dragoman.names.tables import table
from dragoman.text.fold import bare, norm


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Folded spelling to the names it may be."""
    out: dict[str, set[str]] = {}
    for label, spellings in table("given")["names"].items():
        for spelling in [label, *spellings.split()]:
            out.setdefault(bare(spelling), set()).add(label)
    return {spelling: frozenset(labels) for spelling, labels in out.items()}


@cache
def _short() -> dict[str, frozenset[str]]:
    """Folded short form to the names it is short for."""
    out: dict[str, set[str]] = {}
    for label, spellings in table("given")["short"].items():
        for spelling in spellings.split():
            out.setdefault(bare(spelling), set()).add(label)
    return {spelling: frozenset(labels) for spelling, labels in out.items()}


def given(word: str) -> frozenset[str]:
    """The given names that `word` spells; none for a word that is not known."""
    return _groups().get(word, frozenset())


def long_forms(word: str) -> frozenset[str]:
    """The given names that `word` is short for ("Bob": Robert)."""
    return _short().get(word, frozenset())


@cache
def _usual() -> dict[str, str]:
    return {norm(spelling): label for label, text in table("given")["names"].items() for spelling in text.split()}


def usual_spelling(word: str, lang: str | None = None) -> str | None:
    """How English papers spell the given name `word` (in another script), None where it is not known.

    lang: a Ukrainian Oleksandr is not a Russian Alexander.
    """
    spelling = table("given").get("usual", {}).get(lang or "", {}).get(word)
    return str(spelling) if spelling else _usual().get(word)
