"""A pack compiled for reading: every form of every word, found by its first token.

The lexicon is a trie over tokens; matching is one dictionary look-up a token, and one more for every
token a phrase goes on.
"""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.languages.concepts import concepts
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


class Senses(tuple[Sense, ...]):
    """All readings of a word, with what is asked of them again and again worked out once.

    nouns, verbs, adjectives: the senses of that part of speech.
    classes:    the function-word classes among them ("that", "prep" …).
    tags:       the tags of all of them.    verb_tags: of the verbs alone.
    kinds:      the kinds of the concepts of its nouns, verbs and adjectives.
    noun_kinds: of its nouns alone.
    """

    nouns: tuple[Sense, ...]
    verbs: tuple[Sense, ...]
    adjectives: tuple[Sense, ...]
    classes: frozenset[str]
    tags: frozenset[str]
    verb_tags: frozenset[str]
    kinds: frozenset[str]
    noun_kinds: frozenset[str]

    def __new__(cls, senses: Iterable[Sense] = ()) -> "Senses":
        made = super().__new__(cls, tuple(dict.fromkeys(senses)))
        made.nouns = tuple(s for s in made if s.pos == "noun")
        made.verbs = tuple(s for s in made if s.pos == "verb")
        made.adjectives = tuple(s for s in made if s.pos == "adj")
        made.classes = frozenset(s.concept for s in made if s.pos == "word")
        made.tags = frozenset().union(*(s.tags for s in made))
        made.verb_tags = frozenset().union(*(s.tags for s in made.verbs))
        table = concepts()
        made.kinds = frozenset(table[s.concept].kind for s in made if s.pos != "word")
        made.noun_kinds = frozenset(table[s.concept].kind for s in made.nouns)
        return made

    def tags_of(self, name: str) -> frozenset[str]:
        """The tags of the senses of one concept or class ("prep": the roles)."""
        return frozenset().union(*(s.tags for s in self if s.concept == name))


NO_SENSES = Senses()


class Node:
    """A place in the trie: what may follow, and the word that ends here."""

    __slots__ = ("following", "senses")

    def __init__(self) -> None:
        self.following: dict[str, Node] = {}
        self.senses: Senses = NO_SENSES


class Lexicon:
    """Phrases as a trie over tokens."""

    __slots__ = ("entries", "size", "vocabulary")

    def __init__(self, entries: dict[str, Node], vocabulary: frozenset[str], size: int) -> None:
        self.entries, self.vocabulary, self.size = entries, vocabulary, size

    @classmethod
    def build(cls, words: Iterable[tuple[str, Sense]], cutter: Cutter) -> "Lexicon":
        table: dict[tuple[str, ...], dict[Sense, None]] = {}
        for phrase, sense in words:
            forms = tuple(form for form, _ in phrase_forms(phrase, cutter))
            if forms:
                table.setdefault(forms, {}).setdefault(sense)
        root = Node()
        vocabulary: set[str] = set()
        for forms, senses in table.items():
            node = root
            for form in forms:
                node = node.following.setdefault(form, Node())
            node.senses = Senses(senses)
            vocabulary.update(forms)
        return cls(root.following, frozenset(vocabulary), len(table))
