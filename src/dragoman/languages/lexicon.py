"""A pack compiled for reading: every form of every word, found by its first token.

The lexicon is a trie over tokens; matching is one dictionary look-up a token, and one more for every
token a phrase goes on. Many words share their senses ("a verb we know, in the past"), so the trie
gives numbers, and what a number means is worked out when a text first asks for it.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from dragoman.languages.concepts import combining, concepts
from dragoman.languages.trie import Trie, find, grow, tokens_in
from dragoman.text.tokens import Cutter, phrase_forms

GOVERNS = "governs"
"""The tag of a verb with the preposition it wants ("meet + with"); it says nothing of the form."""
FINITE = frozenset({"pres", "past", "fut", "imp", "pass"})
"""The tags of forms that make a clause."""


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
    tags:       the tags of all of them but "governs".    verb_tags: of the verbs alone.
    kinds:      the kinds of the concepts of its nouns, verbs and adjectives.
    noun_kinds: of its nouns alone.
    finite:     whether it may be a finite verb by its form.
    auxiliary:  its tags as an auxiliary.
    predicates: the verbs and fixed words, in their order.    whole, apart: those of them without and with a
    particle.    particles: the first tokens of their particles.
    combines:   whether what a predicate among them means may depend on the nouns beside it.
    heads:      (concept, sense) of its nouns and adjectives, each concept once.
    roles:      what it says of a phrase as a preposition.
    owner:      the owner it names as a pronoun ("his", "its" …), None for pronouns of another kind.
    settled:    the kind of word it is wherever it stands, None for one that its place decides.
    """

    nouns: tuple[Sense, ...]
    verbs: tuple[Sense, ...]
    adjectives: tuple[Sense, ...]
    classes: frozenset[str]
    tags: frozenset[str]
    verb_tags: frozenset[str]
    kinds: frozenset[str]
    noun_kinds: frozenset[str]
    finite: bool
    auxiliary: frozenset[str]
    predicates: tuple[Sense, ...]
    whole: tuple[Sense, ...]
    apart: tuple[Sense, ...]
    particles: frozenset[str]
    combines: bool
    heads: tuple[tuple[str, Sense], ...]
    roles: frozenset[str]
    owner: str | None
    settled: str | None

    def __new__(cls, senses: Iterable[Sense] = ()) -> "Senses":
        made = super().__new__(cls, tuple(dict.fromkeys(senses)))
        made.nouns = tuple(s for s in made if s.pos == "noun")
        made.verbs = tuple(s for s in made if s.pos == "verb")
        made.adjectives = tuple(s for s in made if s.pos == "adj")
        made.classes = _set(s.concept for s in made if s.pos == "word")
        made.tags = _set(tag for s in made for tag in s.tags if tag != GOVERNS)
        made.verb_tags = _set(tag for s in made.verbs for tag in s.tags if tag != GOVERNS)
        made.kinds = _set(concepts()[s.concept].kind for s in made if s.pos != "word")
        made.noun_kinds = _set(concepts()[s.concept].kind for s in made.nouns)
        made.finite = bool(made.verbs) and (not made.tags or not made.tags.isdisjoint(FINITE))
        made.auxiliary = made.tags_of("aux")
        made.predicates = tuple(s for s in made if s.pos in ("verb", "adj"))
        made.whole = tuple(s for s in made.predicates if not s.particle)
        made.apart = tuple(s for s in made.predicates if s.particle)
        made.particles = _set(s.particle[0] for s in made.apart)
        made.combines = any(s.concept in combining() for s in made.predicates)
        heads: dict[str, Sense] = {}
        for sense in (*made.nouns, *made.adjectives):
            heads.setdefault(sense.concept, sense)
        made.heads = tuple(heads.items())
        made.roles = _set(made.tags_of("prep"))
        made.owner = _owner(made)
        made.settled = _settled(made)
        return made

    def tags_of(self, name: str) -> frozenset[str]:
        """The tags of the senses of one concept or class ("prep": the roles)."""
        return frozenset().union(*(s.tags for s in self if s.concept == name))


_OWNERS = ("his", "hers", "its", "their", "our")


def _owner(senses: Senses) -> str | None:
    for sense in senses:
        if sense.concept == "pron":
            for name in _OWNERS:
                if name in sense.tags:
                    return name
    return None


_DECIDED_BY_PLACE = frozenset({"poss", "that", "relative", "conditional", "purpose"})
_SETTLED = {"certainty": "cert", "negation": "neg", "and": "and", "or": "or", "but": "but"}
_SMALL = {"honorific": "noun", "question": "sub", "other": "adverb"}


def _settled(senses: Senses) -> str | None:
    """The kind of most words, which is the same wherever they stand.

    It must be what `dragoman.reading.wordclass` comes to in any place; it spares the reader the asking.
    """
    classes, content = senses.classes, bool(senses.nouns or senses.verbs or senses.adjectives)
    if not classes:
        return "noun" if senses.nouns and not senses.verbs and not senses.adjectives else None
    if "quote" in classes:
        return "quote"
    if classes & _DECIDED_BY_PLACE:
        return None
    for name, kind in _SETTLED.items():
        if name in classes and (name == "certainty" or not senses.verbs):
            return kind
    if "aux" in classes:
        return "aux" if not senses.nouns and senses.owner is None and "prep" not in classes else None
    if senses.adjectives:
        return None
    if "subordinate" in classes:
        return "sub" if "prep" not in classes else None
    if "prep" in classes:
        return "prep" if "determiner" not in classes else None
    if content:
        return None
    if "determiner" in classes:
        return "det" if "pron" not in classes else None
    if "pron" in classes:
        return None if senses.owner is not None or "latter" in senses.tags_of("pron") else "pron"
    return next((kind for name, kind in _SMALL.items() if name in classes), "word")


_SETS: dict[frozenset[str], frozenset[str]] = {}


def _set(names: Iterable[str]) -> frozenset[str]:
    """One set object for all equal sets: a few hundred differ, among tens of thousands."""
    made = frozenset(names)
    return _SETS.setdefault(made, made)


NO_SENSES = Senses()


class LexiconData(msgspec.Struct, array_like=True, frozen=True):
    """A lexicon as it is kept on disk.

    words:  phrases → a number.    senses: by number, the senses as MessagePack of their own.
    size:   how many phrases there are.
    """

    words: Trie
    senses: tuple[msgspec.Raw, ...]
    size: int


class _SensesByNumber(dict[int, Senses]):
    """number → senses, unpacked when first asked for."""

    def __init__(self, packed: tuple[msgspec.Raw, ...]) -> None:
        super().__init__()
        self._packed = packed
        self._unpack = msgspec.msgpack.Decoder(tuple[Sense, ...]).decode

    def __missing__(self, number: int) -> Senses:
        found = self._unpack(self._packed[number])
        made = self[number] = Senses(s._replace(tags=_set(s.tags)) for s in found)
        return made


class Lexicon:
    """Phrases as a trie over tokens.

    entries: first token → a number, or a branch where phrases go on.    size: number of phrases.
    senses:  number → what a phrase may mean.
    """

    __slots__ = ("entries", "senses", "size")

    def __init__(self, data: LexiconData) -> None:
        self.entries, self.size = data.words, data.size
        self.senses: dict[int, Senses] = _SensesByNumber(data.senses)

    @classmethod
    def build(cls, words: Iterable[tuple[str, Sense]], cutter: Cutter) -> "Lexicon":
        return cls(lexicon_data(words, cutter))

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every token of every phrase."""
        return frozenset(tokens_in(self.entries))

    def find(self, *tokens: str) -> Senses:
        """What the phrase of just these tokens may mean; NO_SENSES for one that is not listed."""
        number = find(self.entries, tokens)
        return NO_SENSES if number is None else self.senses[number]


def lexicon_data(words: Iterable[tuple[str, Sense]], cutter: Cutter) -> LexiconData:
    """`words` (a phrase and one sense of it) compiled, cut as texts will be."""
    table: dict[tuple[str, ...], dict[Sense, None]] = {}
    for phrase, sense in words:
        tokens = tuple(form for form, _ in phrase_forms(phrase, cutter))
        if tokens:
            table.setdefault(tokens, {}).setdefault(sense)
    numbers: dict[tuple[Sense, ...], int] = {}
    phrases = {tokens: numbers.setdefault(tuple(senses), len(numbers)) for tokens, senses in table.items()}
    packed = tuple(msgspec.Raw(msgspec.msgpack.encode(senses)) for senses in numbers)
    return LexiconData(grow(phrases), packed, len(phrases))
