"""A pack compiled for reading: every form of every word, found by its first token.

The lexicon is a trie over tokens; matching is one dictionary look-up a token, and one more for every
token a phrase goes on. Many words share their senses ("a verb we know, in the past"), so the trie
gives numbers, and what a number means is worked out when a text first asks for it.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.languages.concepts import concepts, partners, weightiest
from dragoman.languages.trie import Trie, find, grow, tokens_in
from dragoman.text.tokens import Cutter, phrase_forms

GOVERNS = "governs"
"""The tag of a verb with the preposition it wants ("meet + with"); it says nothing of the form."""
FINITE = frozenset({"pres", "past", "fut", "imp", "pass"})
"""The tags of forms that make a clause."""


class Sense(msgspec.Struct, array_like=True, frozen=True, gc=False):
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


class Senses(msgspec.Struct, frozen=True, gc=False):
    """All readings of a word, with what is asked of them again and again worked out once.

    known:      whether there are any; the same as the truth of the whole, and asked faster.
    nouns, verbs, adjectives: the senses of that part of speech.
    classes:    the function-word classes among them ("that", "prep" …).
    tags:       the tags of all of them but "governs".    verb_tags: of the verbs alone.
    kinds:      the kinds of the concepts of its nouns, verbs and adjectives.
    noun_kinds: of its nouns alone.
    finite:     whether it may be a finite verb by its form.
    auxiliary:  its tags as an auxiliary.
    predicates: the verbs and fixed words, in their order.    whole, apart: those of them without and with a
    particle.    particles: the first tokens of their particles.
    partners:   the concepts of nouns that what a predicate among them means may depend on.
    meaning:    what `whole` comes to with no noun beside it.
    heads:      (concept, sense) of its nouns and adjectives, each concept once.
    alone:      the same as the nouns of a phrase that has this word alone: (concept, sense, 0).
    roles:      what it says of a phrase as a preposition.
    pronoun:    its tags as a pronoun.
    owner:      the owner it names as a pronoun ("his", "its" …), None for pronouns of another kind.
    plain_verb: whether it has readings as a verb alone.
    settled:    the kind of word it is wherever it stands, None for one that its place decides.
    """

    all: tuple[Sense, ...] = ()
    known: bool = False
    nouns: tuple[Sense, ...] = ()
    verbs: tuple[Sense, ...] = ()
    adjectives: tuple[Sense, ...] = ()
    classes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    verb_tags: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    noun_kinds: frozenset[str] = frozenset()
    finite: bool = False
    auxiliary: frozenset[str] = frozenset()
    predicates: tuple[Sense, ...] = ()
    whole: tuple[Sense, ...] = ()
    apart: tuple[Sense, ...] = ()
    particles: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    meaning: str | None = None
    heads: tuple[tuple[str, Sense], ...] = ()
    alone: tuple[tuple[str, Sense, int], ...] = ()
    roles: frozenset[str] = frozenset()
    pronoun: frozenset[str] = frozenset()
    owner: str | None = None
    plain_verb: bool = False
    settled: str | None = None

    @classmethod
    def of(cls, senses: Iterable[Sense]) -> "Senses":
        """These senses, each once."""
        every = tuple(dict.fromkeys(senses))
        nouns, verbs, adjectives = (
            tuple(s for s in every if s.pos == pos) for pos in ("noun", "verb", "adj")
        )
        tags = _set(tag for s in every for tag in s.tags if tag != GOVERNS)
        predicates = tuple(s for s in every if s.pos in ("verb", "adj"))
        apart = tuple(s for s in predicates if s.particle)
        whole = tuple(s for s in predicates if not s.particle)
        heads: dict[str, Sense] = {}
        for sense in (*nouns, *adjectives):
            heads.setdefault(sense.concept, sense)
        made = cls(
            every,
            bool(every),
            nouns,
            verbs,
            adjectives,
            classes=_set(s.concept for s in every if s.pos == "word"),
            tags=tags,
            verb_tags=_set(tag for s in verbs for tag in s.tags if tag != GOVERNS),
            kinds=_set(concepts()[s.concept].kind for s in every if s.pos != "word"),
            noun_kinds=_set(concepts()[s.concept].kind for s in nouns),
            finite=bool(verbs) and (not tags or not tags.isdisjoint(FINITE)),
            auxiliary=_tags_of(every, "aux"),
            predicates=predicates,
            whole=whole,
            apart=apart,
            particles=_set(s.particle[0] for s in apart),
            partners=_set(name for s in predicates for name in partners(s.concept)),
            meaning=weightiest(s.concept for s in whole),
            heads=tuple(heads.items()),
            alone=tuple((concept, sense, 0) for concept, sense in heads.items()),
            roles=_set(_tags_of(every, "prep")),
            pronoun=_set(_tags_of(every, "pron")),
            owner=_owner(every),
            plain_verb=bool(verbs) and len(verbs) == len(every),
        )
        return msgspec.structs.replace(made, settled=_settled(made))

    def __iter__(self) -> Iterator[Sense]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def tags_of(self, name: str) -> frozenset[str]:
        """The tags of the senses of one concept or class ("prep": the roles)."""
        return _tags_of(self.all, name)


def _tags_of(senses: tuple[Sense, ...], name: str) -> frozenset[str]:
    return frozenset().union(*(s.tags for s in senses if s.concept == name))


_OWNERS = ("his", "hers", "its", "their", "our")


def _owner(senses: tuple[Sense, ...]) -> str | None:
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


NO_SENSES = Senses.of(())


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
        made = self[number] = Senses.of(Sense(s.pos, s.concept, _set(s.tags), s.particle) for s in found)
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
