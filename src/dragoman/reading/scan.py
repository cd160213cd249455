"""Scanning: which words of the text the pack and the knowledge know, longest first.

One pass over the tokens; every token costs two dictionary look-ups. The result is a list of items
in text order that covers every token: a name, a word of the pack (with all its senses), or a plain
word the reader knows nothing about.
"""

from functools import cache
from typing import NamedTuple

from dragoman.knowledge import Alias, store
from dragoman.languages import Pack, Sense, codes, load
from dragoman.text.tokens import Clitics, Cutter, Tokens, phrase_forms

NameEntry = tuple[tuple[str, ...], tuple[Alias, ...]]


class Item(NamedTuple):
    """Tokens first..last-1 as one piece.

    senses: what the pack says of it, () for an unknown word.
    names:  which entities it may name, () for none.
    """

    first: int
    last: int
    senses: tuple[Sense, ...]
    names: tuple[Alias, ...]


class Scanner:
    """A language ready to scan: its pack's words, and the names read with it."""

    def __init__(self, pack: Pack | None, language: str | None) -> None:
        self.pack = pack
        clitics = pack.clitics if pack else Clitics()
        plain = Cutter(clitics)
        self.names: dict[str, tuple[NameEntry, ...]] = {}
        vocabulary: set[str] = set(pack.lexicon.vocabulary) if pack else set()
        table: dict[tuple[str, ...], list[Alias]] = {}
        for alias in store().aliases(language):
            forms = tuple(name for _, name in phrase_forms(alias.text, plain))
            if forms:
                known = table.setdefault(forms, [])
                if not any(k.entity == alias.entity and k.form == alias.form for k in known):
                    known.append(alias)
        by_first: dict[str, list[NameEntry]] = {}
        for forms, aliases in table.items():
            by_first.setdefault(forms[0], []).append((forms[1:], tuple(aliases)))
            vocabulary.update(forms)
        self.names = {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in by_first.items()}
        self.cutter = Cutter(clitics, vocabulary.__contains__)

    def scan(self, text: str, tokens: Tokens, first: int, last: int) -> list[Item]:
        """The items of tokens first..last-1 of `text`."""
        items: list[Item] = []
        norms, bares = tokens.norm, tokens.bare
        words = self.pack.lexicon.entries if self.pack else {}
        names = self.names
        at = first
        while at < last:
            length, senses = 0, ()
            for rest, found in words.get(norms[at], ()):
                size = len(rest)
                if size == 0 or (at + size < last and tuple(norms[at + 1 : at + 1 + size]) == rest):
                    length, senses = size + 1, found
                    break
            named, aliases = 0, ()
            for rest, known in names.get(bares[at], ()):
                size = len(rest)
                if size + 1 < length:
                    break
                if size == 0 or (at + size < last and tuple(bares[at + 1 : at + 1 + size]) == rest):
                    fit = _written(text, tokens, at, at + size + 1, known)
                    if fit:
                        named, aliases = size + 1, fit
                        break
            if named > length:
                items.append(Item(at, at + named, (), aliases))
                at += named
            elif length:
                items.append(Item(at, at + length, senses, aliases if named == length else ()))
                at += length
            else:
                items.append(Item(at, at + 1, (), ()))
                at += 1
        return items


def _written(text: str, tokens: Tokens, first: int, last: int, aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """The aliases that may be written as the text has it."""
    surface = text[tokens.start[first] : tokens.end[last - 1]]
    head = surface[0]
    if not (head.isupper() or head.islower()):
        return aliases
    out = []
    for alias in aliases:
        if alias.case == "upper":
            if surface.replace(".", "").replace(" ", "").isupper():
                out.append(alias)
        elif alias.case == "initial":
            if head.isupper():
                out.append(alias)
        else:
            out.append(alias)
    return tuple(out)


@cache
def scanner(language: str | None) -> Scanner:
    """The scanner of a language; of one without a pack, names alone are scanned."""
    pack = load(language) if language in codes() else None
    return Scanner(pack, language)
