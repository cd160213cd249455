"""What the files of a pack may hold. Loading is checking: an unknown key is an error."""

from typing import TypeVar

import msgspec


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A table of a pack file."""


S = TypeVar("S", bound=Strict)


class Example(Strict, frozen=True):
    text: str
    gives: tuple[str, ...]
    why: str | None = None


class Entry(Strict, frozen=True):
    concept: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()
    known_gaps: tuple[Example, ...] = ()


class EntryFile(Strict, frozen=True):
    entry: tuple[Entry, ...] = ()
    honorifics: tuple[str, ...] | dict[str, tuple[str, ...]] = ()


class Order(Strict, frozen=True):
    """verb: svo, second, vso, sov. adjective: where a country adjective stands. genitive: where an
    unmarked owner stands. subject: "dropped" where a finite verb needs none."""

    verb: str = "svo"
    adjective: str = "before"
    genitive: str = "none"
    subject: str = "named"


class ClitikFile(Strict, frozen=True):
    before: tuple[str, ...] = ()
    article: str = ""
    after: tuple[str, ...] = ()
    after_changes: tuple[tuple[str, str], ...] = ()
    after_ends: tuple[str, ...] = ()


class Quotes(Strict, frozen=True):
    pairs: tuple[tuple[str, str], ...] = (("“", "”"), ('"', '"'))


class SentenceHabits(Strict, frozen=True):
    abbreviations: tuple[str, ...] = ()
    ordinal_dot: bool = False


class PackFile(Strict, frozen=True):
    language: str
    name: str
    family: str | None = None
    status: str = "full"
    missing: str | None = None
    order: Order = Order()
    words: dict[str, tuple[str, ...]] = {}
    auxiliary: dict[str, tuple[str, ...]] = {}
    preposition: dict[str, tuple[str, ...]] = {}
    pronoun: dict[str, tuple[str, ...]] = {}
    possessive: dict[str, tuple[str, ...]] = {}
    clitics: ClitikFile = ClitikFile()
    quotes: Quotes = Quotes()
    sentence: SentenceHabits = SentenceHabits()


class Trap(Strict, frozen=True):
    text: str
    why: str


class CertaintyFile(Strict, frozen=True):
    certain: tuple[str, ...] = ()
    almost_certain: tuple[str, ...] = ()
    very_likely: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    unlikely: tuple[str, ...] = ()
    reportive: tuple[str, ...] = ()
    confidence_high: tuple[str, ...] = ()
    confidence_moderate: tuple[str, ...] = ()
    confidence_low: tuple[str, ...] = ()
    trap: tuple[Trap, ...] = ()


class Line(Strict, frozen=True):
    pattern: str
    why: str = ""
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class PageFile(Strict, frozen=True):
    noise: tuple[Line, ...] = ()
    author_line: tuple[Line | str, ...] = ()
    opinion: tuple[Line | str, ...] = ()
    statement: tuple[Line | str, ...] = ()
    loaded: tuple[str, ...] = ()
    agency_credit: tuple[str, ...] = ()


CERTAINTY_LEVELS = ("certain", "almost_certain", "very_likely", "likely", "possible", "unlikely")
WORD_CLASSES = frozenset(
    {
        "determiner",
        "and",
        "or",
        "but",
        "that",
        "relative",
        "relative_adverb",
        "relative_object",
        "subordinate",
        "simultaneous",
        "conditional",
        "purpose",
        "negation",
    }
    | {"question", "reportive_after", "other"}
)
AUXILIARIES = frozenset(
    {"be", "copula", "passive", "perfect", "future", "modal", "able", "conditional", "do"}
)
PREPOSITIONS = frozenset(
    {
        "by",
        "of",
        "on",
        "against",
        "with",
        "to",
        "from",
        "in",
        "for",
        "about",
        "between",
        "at",
        "into",
        "behind",
    }
    | {"according", "because", "during", "after", "before", "despite", "without", "other", "as", "linked"}
    | {"object"}
)
