"""A pack compiled for reading: every form of every word, found by its first token.

The lexicon is a dictionary from the first token of a phrase to what may follow; matching is one
dictionary look-up a token, and a comparison only where a phrase begins.
"""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.text.tokens import Cutter, phrase_forms


class Sense(NamedTuple):
    """One reading of a word.

    pos:      "verb", "noun", "adj" (a fixed word or adjective), or "word" (a function word).
    concept:  a concept name, or for a function word its class ("that", "negation", "prep").
    tags:     forms ("past", "part"), or the roles of a preposition.
    particle: a separable particle that must stand later in the clause, as tokens.
    """

    pos: str
    concept: str
    tags: frozenset[str]
    particle: tuple[str, ...] = ()


Entry = tuple[tuple[str, ...], tuple[Sense, ...]]


class Lexicon:
    """Phrases by their first token, longest first."""

    __slots__ = ("entries", "vocabulary")

    def __init__(self, entries: dict[str, tuple[Entry, ...]], vocabulary: frozenset[str]) -> None:
        self.entries, self.vocabulary = entries, vocabulary

    @classmethod
    def build(cls, words: Iterable[tuple[str, Sense]], cutter: Cutter) -> "Lexicon":
        table: dict[tuple[str, ...], list[Sense]] = {}
        for phrase, sense in words:
            forms = tuple(form for form, _ in phrase_forms(phrase, cutter))
            if not forms:
                continue
            senses = table.setdefault(forms, [])
            if sense not in senses:
                senses.append(sense)
        by_first: dict[str, list[Entry]] = {}
        vocabulary: set[str] = set()
        for forms, senses in table.items():
            by_first.setdefault(forms[0], []).append((forms[1:], tuple(senses)))
            vocabulary.update(forms)
        return cls(
            {first: tuple(sorted(rest, key=lambda e: -len(e[0]))) for first, rest in by_first.items()},
            frozenset(vocabulary),
        )
