"""A trie over tokens, in the shape it has on disk: phrases that begin alike share their beginning."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec


class Branch(msgspec.Struct, array_like=True, gc=False):
    """A place where phrases go on. `ends` is the number of what ends here, None where nothing does."""

    ends: int | None
    following: "dict[str, int | Branch]"


Trie = dict[str, int | Branch]
"""First token → a Branch, or the number of what ends there where nothing goes on: most places."""


def grow(phrases: Mapping[tuple[str, ...], int]) -> Trie:
    """The trie of `phrases`, each a run of one token or more, with a number."""
    root: Trie = {}
    for tokens, number in phrases.items():
        place = root
        for token in tokens[:-1]:
            found = place.get(token)
            if not isinstance(found, Branch):
                found = place[token] = Branch(found, {})
            place = found.following
        found = place.get(tokens[-1])
        if isinstance(found, Branch):
            found.ends = number
        else:
            place[tokens[-1]] = number
    return root


def find(trie: Trie, tokens: Sequence[str]) -> int | None:
    """The number of the phrase of just these tokens; None for one that is not there."""
    place: int | Branch | None = Branch(None, trie)
    for token in tokens:
        place = place.following.get(token) if isinstance(place, Branch) else None
    return place.ends if isinstance(place, Branch) else place


def tokens_in(trie: Trie) -> Iterator[str]:
    """Every token of every phrase, some more than once."""
    yield from trie
    for place in trie.values():
        if isinstance(place, Branch):
            yield from tokens_in(place.following)
