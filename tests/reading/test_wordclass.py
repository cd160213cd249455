"""Most words are of one kind wherever they stand; that kind is worked out once, and must be the one that
asking about the place comes to."""

from itertools import product

import pytest

from dragoman.languages import NO_SENSES, Pack, Senses, codes, load
from dragoman.languages.trie import Branch
from dragoman.reading.cast import Cast
from dragoman.reading.lookahead import Lookahead
from dragoman.reading.place import Place
from dragoman.reading.scan import Item
from dragoman.reading.units import Unit
from dragoman.reading.wordclass import WordClass
from dragoman.reading.words import Words
from dragoman.text.tokens import Cutter, tokenise

TEXT = "before word behind"


def all_senses(pack: Pack) -> list[Senses]:
    ends = (place.ends if isinstance(place, Branch) else place for place in pack.lexicon.entries.values())
    return [pack.lexicon.senses[number] for number in sorted({n for n in ends if n is not None})]


def places(pack: Pack, senses: list[Senses]) -> list[Place]:
    """The middle of a sentence: in a phrase, behind a preposition, an auxiliary, a verb or nothing; with a
    noun, a verb, a small or an unknown word behind."""
    noun = next(s for s in senses if s.nouns and s.settled == "noun")
    verb = next(s for s in senses if s.verbs and not s.nouns and not s.classes)
    past = next(s for s in senses if s.verb_tags and "inf" not in s.verb_tags)
    small = [next(s for s in senses if s.settled == kind) for kind in ("prep", "aux", "and")]
    phrases = [None, Unit("np", 0, 1, items=(Item(0, 1, noun, ()),)), Unit("np", 0, 1, determined=True)]
    before = [[], [Unit("verb", 0, 1, verb)], [Unit("aux", 0, 1)], [Unit("that", 0, 1)]]
    return [
        Place(
            [Item(0, 1, NO_SENSES, ()), Item(1, 2, NO_SENSES, ()), Item(2, 3, behind, ())],
            out=list(out),
            at=2,
            phrase=phrase,
            roles=roles,
        )
        for phrase, out, roles, behind in product(
            phrases, before, (frozenset(), frozenset({"in"})), (noun, verb, past, *small, NO_SENSES)
        )
    ]


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_settled_word_is_of_its_kind_in_every_place(code: str) -> None:
    pack = load(code)
    words = Words(TEXT, tokenise(TEXT, Cutter()), pack)
    cast = Cast(TEXT, None, code)
    reader = WordClass(words, cast, Lookahead(words, {}))
    senses = all_senses(pack)
    found = places(pack, senses)
    settled = [s for s in senses if s.settled is not None]
    assert {s.settled for s in settled} >= {"noun", "prep", "aux", "and"}
    wrong = {
        (s.settled, kind)
        for s in settled
        for place in found
        if (kind := reader.in_place(Item(1, 2, s, ()), place)) != s.settled
    }
    assert not wrong


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_plain_verb_is_told_by_a_shorter_way_with_the_same_end(code: str) -> None:
    pack = load(code)
    words = Words(TEXT, tokenise(TEXT, Cutter()), pack)
    reader = WordClass(words, Cast(TEXT, None, code), Lookahead(words, {}))
    senses = all_senses(pack)
    verbs = [Item(1, 2, s, ()) for s in senses if s.plain_verb]
    found = places(pack, senses)
    assert {reader.kind(verb, place) for verb in verbs for place in found} >= {"verb"}
    assert not [v for v in verbs for place in found if reader.kind(v, place) != reader.in_place(v, place)]
