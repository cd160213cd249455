"""The trie gives back the numbers it was grown from, and nothing else."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.trie import Trie, find, grow, tokens_in

PHRASES = st.dictionaries(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(tuple), st.integers(0, 99)
)
TOKENS = st.lists(st.sampled_from("abcde"), max_size=5)


@given(PHRASES, TOKENS)
def test_a_phrase_is_found_whole_or_not_at_all(
    phrases: dict[tuple[str, ...], int], tokens: list[str]
) -> None:
    trie = grow(phrases)
    assert all(find(trie, phrase) == number for phrase, number in phrases.items())
    assert find(trie, tokens) == phrases.get(tuple(tokens))


@given(PHRASES)
def test_it_holds_the_tokens_of_its_phrases(phrases: dict[tuple[str, ...], int]) -> None:
    assert set(tokens_in(grow(phrases))) == {token for phrase in phrases for token in phrase}


@given(PHRASES)
def test_it_comes_back_from_disk_as_it_was(phrases: dict[tuple[str, ...], int]) -> None:
    trie = grow(phrases)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(trie), type=Trie) == trie
