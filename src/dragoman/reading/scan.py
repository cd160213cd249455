"""Scanning: which words of the text the pack and the knowledge know, longest first.

One pass over the tokens; every token costs two dictionary look-ups. The result is a list of items
in text order that covers every token: a name, a word of the pack (with all its senses), or a plain
word the reader knows nothing about.
"""

from functools import cache
from typing import NamedTuple

from dragoman.knowledge import Alias, store
from dragoman.languages import NO_SENSES, Pack, Senses, codes, load
from dragoman.text.tokens import Clitics, Cutter, Tokens, phrase_forms

class Item(NamedTuple):
    """Tokens first..last-1 as one piece.

    senses: what the pack says of it, empty for an unknown word.
    names:  which entities it may name, () for none.
    """

    first: int
    last: int
    senses: Senses
    names: tuple[Alias, ...]


class NameNode:
    """A place in the trie of names."""

    __slots__ = ("aliases", "following")

    def __init__(self) -> None:
        self.following: dict[str, NameNode] = {}
        self.aliases: list[Alias] = []


class Scanner:
    """A language ready to scan: its pack's words, and the names read with it."""

    def __init__(self, pack: Pack | None, language: str | None) -> None:
        self.pack = pack
        clitics = pack.clitics if pack else Clitics()
        plain = Cutter(clitics)
        vocabulary: set[str] = set(pack.lexicon.vocabulary) if pack else set()
        root = NameNode()
        for alias in store().aliases(language):
            node = root
            for _, name in phrase_forms(alias.text, plain):
                node = node.following.setdefault(name, NameNode())
                vocabulary.add(name)
            if node is not root and not any(k.entity == alias.entity and k.form == alias.form for k in node.aliases):
                node.aliases.append(alias)
        self.names = root.following
        self.words = pack.lexicon.entries if pack else {}
        self.cutter = Cutter(clitics, vocabulary.__contains__)

    def find_name(self, forms: list[str]) -> tuple[Alias, ...]:
        """The aliases that are just the tokens `forms` (bare)."""
        node = self.names.get(forms[0]) if forms else None
        for form in forms[1:]:
            node = node.following.get(form) if node is not None else None
        return tuple(node.aliases) if node is not None else ()

    def scan(self, text: str, tokens: Tokens, first: int, last: int) -> list[Item]:
        """The items of tokens first..last-1 of `text`."""
        items: list[Item] = []
        norms, bares = tokens.norm, tokens.bare
        words, names = self.words, self.names
        at = first
        while at < last:
            end, senses = at, NO_SENSES
            node = words.get(norms[at])
            here = at + 1
            while node is not None:
                if node.senses:
                    end, senses = here, node.senses
                if here >= last or not node.following:
                    break
                node = node.following.get(norms[here])
                here += 1
            named, aliases = at, ()
            name = names.get(bares[at])
            here = at + 1
            while name is not None:
                if name.aliases and here >= end:
                    fit = _written(text, tokens, at, here, name.aliases)
                    if fit:
                        named, aliases = here, fit
                if here >= last or not name.following:
                    break
                name = name.following.get(bares[here])
                here += 1
            if named > end:
                items.append(Item(at, named, NO_SENSES, aliases))
                at = named
            elif end > at:
                items.append(Item(at, end, senses, aliases if named == end else ()))
                at = end
            else:
                items.append(Item(at, at + 1, NO_SENSES, ()))
                at += 1
        return items


def _written(text: str, tokens: Tokens, first: int, last: int, aliases: list[Alias]) -> tuple[Alias, ...]:
    """The aliases that may be written as the text has it."""
    head = text[tokens.start[first]]
    if not (head.isupper() or head.islower()):
        return tuple(aliases)
    capital = head.isupper()
    out = []
    for alias in aliases:
        if alias.case == "upper":
            surface = text[tokens.start[first] : tokens.end[last - 1]]
            if surface.replace(".", "").replace(" ", "").isupper():
                out.append(alias)
        elif alias.case != "initial" or capital:
            out.append(alias)
    return tuple(out)


@cache
def scanner(language: str | None) -> Scanner:
    """The scanner of a language; of one without a pack, names alone are scanned."""
    pack = load(language) if language in codes() else None
    return Scanner(pack, language)
