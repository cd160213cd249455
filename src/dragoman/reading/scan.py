"""Scanning: which words of the text the pack and the knowledge know, longest first.

One pass over the tokens; a token met before costs one dictionary look-up. The result is a list of items
in text order that covers every token: a name, a word of the pack (with all its senses), or a plain
word the reader knows nothing about.
"""

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.knowledge import Alias, Store, store
from dragoman.knowledge.store import digest as knowledge_digest
from dragoman.languages import NO_SENSES, Pack, Senses, codes, load
from dragoman.languages import cache as disk
from dragoman.languages.trie import Branch, Trie, find, grow, tokens_in
from dragoman.text.fold import bare, norm
from dragoman.text.tokens import Clitics, Cutter, Tokens, phrase_forms


class Item(msgspec.Struct, frozen=True, gc=False):
    """Tokens first..last-1 as one piece.

    senses: what the pack says of it, empty for an unknown word.
    names:  which entities it may name, () for none.
    """

    first: int
    last: int
    senses: Senses
    names: tuple[Alias, ...]


QUOTE_SIGNS = frozenset("\"'“”„‘’«»‹›")

_NO_NAMES: tuple[Alias, ...] = ()

_Start = tuple[Senses, Branch | None, int | Branch | None]
"""What begins with a token: the word it is by itself, phrases of the pack, names."""
_MEMO = 100_000  # tokens whose starts are remembered; a news text of 3 kB has 300


class NameData(msgspec.Struct, array_like=True, frozen=True):
    """The names a language is read with, as they are kept on disk: a trie of their tokens that gives
    numbers, and by number the aliases, as MessagePack of their own."""

    names: Trie
    aliases: tuple[msgspec.Raw, ...]


class _AliasesByNumber(dict[int, tuple[Alias, ...]]):
    """number → aliases, unpacked when a text first asks for them."""

    def __init__(self, packed: tuple[msgspec.Raw, ...]) -> None:
        super().__init__()
        self._packed = packed
        self._unpack = msgspec.msgpack.Decoder(tuple[Alias, ...]).decode

    def __missing__(self, number: int) -> tuple[Alias, ...]:
        made = self[number] = self._unpack(self._packed[number])
        return made


_Spellings = tuple[tuple[Alias, ...], tuple[Alias, ...]] | None
"""Of some aliases those that may be written with a capital, and those without; None where capitals
further on in the name matter too ("WHO")."""


class _SpellingsByNumber(dict[int, _Spellings]):
    """number → how its aliases may be written, worked out when a text first asks for it."""

    def __init__(self, aliases: _AliasesByNumber) -> None:
        super().__init__()
        self._aliases = aliases

    def __missing__(self, number: int) -> _Spellings:
        aliases = self._aliases[number]
        made: _Spellings = None
        if not any(alias.case == "upper" for alias in aliases):
            small = tuple(alias for alias in aliases if alias.case != "initial")
            made = aliases, aliases if len(small) == len(aliases) else small
        self[number] = made
        return made


class Scanner:
    """A language ready to scan: its pack's words, and the names read with it."""

    def __init__(self, pack: Pack | None, data: NameData) -> None:
        self.pack = pack
        self.words: Trie = pack.lexicon.entries if pack else {}
        self.names = data.names
        self._senses: dict[int, Senses] = pack.lexicon.senses if pack else {}
        self._starts: dict[str, _Start] = {}
        self._aliases = _AliasesByNumber(data.aliases)
        self._spellings = _SpellingsByNumber(self._aliases)
        clitics = pack.clitics if pack else Clitics()
        # Only a language with clitics ever asks whether it knows a word.
        # Of names those that may begin one: "to-the-Nations" inside "the organisation of …" is no word.
        known = frozenset((*tokens_in(self.words), *self.names)) if clitics else frozenset()
        self.cutter = Cutter(clitics, known.__contains__)
        said = pack.habits.words.get("that", ()) if pack else ()
        self._that = frozenset(norm(word) for word in said)
        self._parted = pack is not None and pack.habits.order.adjective == "after"

    def find_name(self, forms: list[str]) -> tuple[Alias, ...]:
        """The aliases that are just the tokens `forms` (bare)."""
        number = find(self.names, forms)
        return _NO_NAMES if number is None else self._aliases[number]

    def _start(self, norm: str, bare: str) -> _Start:
        """What begins with a token (`bare` follows from `norm` in one language), remembered."""
        number = self.words.get(norm)
        branch = number if isinstance(number, Branch) else None
        ends = number.ends if isinstance(number, Branch) else number
        if len(self._starts) >= _MEMO:
            self._starts.clear()
        senses = NO_SENSES if ends is None else self._senses[ends]
        start = self._starts[norm] = senses, branch, self.names.get(bare)
        return start

    def begins_name(self, forms: list[str]) -> bool:
        """Whether names of more tokens begin with the tokens `forms` (bare)."""
        following = self.names
        for form in forms:
            place = following.get(form)
            if not isinstance(place, Branch):
                return False
            following = place.following
        return True

    def scan(self, text: str, tokens: Tokens, first: int, last: int) -> list[Item]:
        """The items of tokens first..last-1 of `text`."""
        items: list[Item] = []
        norms, bares, starts = tokens.norm, tokens.bare, self._starts
        at = first
        while at < last:
            senses, branch, name = starts.get(norms[at]) or self._start(norms[at], bares[at])
            here = end = at + 1
            if (
                branch is not None
                and here < last
                and (norms[here] in branch.following or norms[here] in QUOTE_SIGNS)
            ):
                end, number = _longest(branch, norms, here, last)
                senses = NO_SENSES if number is None else self._senses[number]
                if end - at > 1 and norms[end - 1] in self._that and senses.verbs:
                    end -= 1  # "concluded that": the word that opens a clause is no part of the verb
            fit = _NO_NAMES
            if name is not None and (
                not isinstance(name, Branch)
                or name.ends is not None
                or (here < last and bares[here] in name.following)
                or (here + 1 < last and tokens.glued[here + 1])
            ):
                least = end if senses.known else at
                named, fit = self._name(text, tokens, at, least, last)
                if senses.known and named > here and self._name(text, tokens, here, named + 1, last)[1]:
                    # "The National" in "the National Cyber Security Centre": of two names that overlap,
                    # the longer one, where the first begins with a word of the language.
                    named, fit = at, _NO_NAMES
                if named > least:
                    end, senses = named, NO_SENSES
                elif named < end:
                    fit = _NO_NAMES
            if self._parted and fit and not senses.known and items and fit[0].form == "adj":
                whole, end = self._round_adjective(items[-1], norms, at, end, last)
                items[-1] = whole
            items.append(Item(at, end, senses, fit))
            at = end
        return items

    def _round_adjective(
        self, before: Item, norms: list[str], at: int, end: int, last: int
    ) -> tuple[Item, int]:
        """A word of several tokens with an adjective inside: "ministre | russe | des Affaires étrangères".

        before: the item in front of the adjective norms[at:end]. Returns it with the sense of the whole
        word, and the end of that, up to which the adjective then goes; both as they are for no such word.
        """
        following = self.words
        place: int | Branch | None = None
        if before.last != at or not before.senses.nouns:
            return before, end
        for token in norms[before.first : at]:
            place = following.get(token)
            if not isinstance(place, Branch):
                return before, end
            following = place.following
        if not isinstance(place, Branch) or end >= last or norms[end] not in following:
            return before, end
        stop, number = _longest(place, norms, end, last)
        if stop == end or number is None or not self._senses[number].nouns:
            return before, end
        return Item(before.first, before.last, self._senses[number], before.names), stop

    def _name(
        self, text: str, tokens: Tokens, at: int, least: int, last: int
    ) -> tuple[int, tuple[Alias, ...]]:
        """The longest name that begins at token `at` and ends at `least` or behind: its end, its aliases."""
        bares, spellings = tokens.bare, self._spellings
        end, fit = at, _NO_NAMES
        here = at + 1
        small = text[tokens.start[at]].islower()
        name = self.names.get(bares[at])
        while name is not None:
            branch, number = (name, name.ends) if isinstance(name, Branch) else (None, name)
            if number is not None and here >= least:
                spelling = spellings[number]
                if spelling is None:
                    written = _written(text, tokens, at, here, self._aliases[number])
                else:
                    written = spelling[small]
                if written:
                    end, fit = here, written
            if branch is None or here >= last:
                break
            name = branch.following.get(bares[here])
            here += 1
            if name is None and here < last and tokens.glued[here]:
                # What is cut in a text ("to" + "the Nations") stays whole inside a name.
                name = branch.following.get(bare(text[tokens.start[here - 1] : tokens.end[here]]))
                here += 1
        return end, fit


def _longest(branch: Branch, norms: list[str], here: int, last: int) -> tuple[int, int | None]:
    """The longest phrase that goes on from `branch` at token `here`: its end, and its number or None."""
    end, number = here, branch.ends
    while here < last:
        place = branch.following.get(norms[here])
        if place is None and norms[here] in QUOTE_SIGNS and here + 1 < last:
            here += 1  # marks round one word of a phrase: te "elimineren"
            place = branch.following.get(norms[here])
        if place is None:
            break
        here += 1
        if not isinstance(place, Branch):
            return here, place
        branch = place
        if place.ends is not None:
            end, number = here, place.ends
    return end, number


def _written(
    text: str, tokens: Tokens, first: int, last: int, aliases: tuple[Alias, ...]
) -> tuple[Alias, ...]:
    """The aliases that may be written as the text has it."""
    head = text[tokens.start[first]]
    capital = head.isupper()
    if not capital and not head.islower():
        return aliases
    out = []
    for alias in aliases:
        if alias.case == "upper":
            surface = text[tokens.start[first] : tokens.end[last - 1]]
            if surface.replace(".", "").replace(" ", "").isupper():
                out.append(alias)
        elif alias.case != "initial" or capital:
            out.append(alias)
    return aliases if len(out) == len(aliases) else tuple(out)


def scanner(language: str | None) -> Scanner:
    """The scanner of a language; of one without a pack, names alone are scanned."""
    return _scanner(language if language in codes() or language in store().languages() else None)


@cache
def _scanner(language: str | None) -> Scanner:
    pack = load(language) if language in codes() else None
    clitics = pack.clitics if pack else Clitics()
    text = files("dragoman.text")
    code = (
        files("dragoman.reading").joinpath("scan.py"),
        *(text.joinpath(f"{name}.py") for name in ("fold", "tokens")),
    )
    key = disk.digest(code, knowledge_digest(), repr(clitics))
    data = disk.compiled(
        f"names-{language or 'any'}", key, NameData, lambda: _name_data(store(), language, clitics)
    )
    return Scanner(pack, data)


def _name_data(known: Store, language: str | None, clitics: Clitics) -> NameData:
    """The aliases `language` is read with, cut as its texts will be."""
    cutter = Cutter(clitics)
    table: dict[tuple[str, ...], list[Alias]] = {}
    for alias in known.aliases(language):
        tokens = tuple(name for _, name in phrase_forms(alias.text, cutter))
        same = table.setdefault(tokens, [])
        if not tokens:
            continue
        old = next((n for n, a in enumerate(same) if a.entity == alias.entity and a.form == alias.form), None)
        if old is None:
            same.append(alias)
        elif same[old].case and not alias.case:
            same[old] = alias  # "Houthis", "houthis": written in any way
    numbers: dict[tuple[Alias, ...], int] = {}
    phrases = {tokens: numbers.setdefault(tuple(same), len(numbers)) for tokens, same in table.items()}
    packed = tuple(msgspec.Raw(msgspec.msgpack.encode(same)) for same in numbers)
    return NameData(grow(phrases), packed)
