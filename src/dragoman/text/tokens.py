"""Tokens: where each word stands and the form it is compared in.

A token is a run of letters and digits, or one other sign. Nothing is thrown away but space, so every
phrase of a pack can be cut by the same knife as the text. In scripts that write no spaces (Han, kana,
Thai) every character is a token: phrases are then matched character by character and no segmenter
is needed.

Languages that write small words onto their neighbours (Arabic "and-to-the-government") declare
their clitics; such a word is cut into several tokens, each with its own place in the text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, chain

from dragoman.text.fold import bare, norm

_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Combining marks and joiners belong to the word they stand in.
_LETTER = r"[\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d\u00ad]"
_TOKEN = rf"\d+(?:[.,٬٫]\d+)+|[{_UNSPACED}]|(?:(?![{_UNSPACED}]){_LETTER})+|[^\w\s]"
TOKEN = re.compile(_TOKEN)
# A text as chunks that leave nothing out: each token with the space before it, and the space at the end.
_CHUNK = re.compile(rf"\s*(?:{_TOKEN})|\s+")
# The same, three times as fast, for a text without a character of those scripts.
_SPACED_CHUNK = re.compile(rf"\s*(?:\d+(?:[.,٬٫]\d+)+|{_LETTER}+|[^\w\s])|\s+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")

Piece = tuple[int, int, str, str]
"""(start, end) inside the word, the form packs are matched on, the form names are matched on."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text as columns of one length. `start`/`end` count code points of the text;
    `norm` and `bare` are the forms of `dragoman.text.fold`; `glued` says that the token is written
    onto the one before it."""

    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    norm: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Clitics:
    """What a language writes onto its words.

    before:  small words written in front of a word, longest combination tried first.
    article: a definite article written in front, or "".
    after:   small words written behind.   changes: how the end of the word looks without them.
    ends:    what a word must end in to have them ("expulsar-los"), () for anything.
    """

    before: tuple[str, ...] = ()
    article: str = ""
    after: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.before or self.article or self.after)


_MEMO = 100_000  # words remembered, some 25 MB; a news text of 3 kB has 300


class Cutter:
    """Cuts words into pieces; remembers every word a text was cut into.

    known: whether a form is a word of the language (of its pack or of the names it is read with).
    An unknown word is never cut: a new name may well begin like a preposition.
    """

    def __init__(self, clitics: Clitics = Clitics(), known: Callable[[str], bool] = lambda _: False) -> None:
        self._clitics, self._known = clitics, known
        self.of_chunk = _Chunks(self.pieces)

    def form(self, word: str) -> str:
        """The form of `word` when it stands alone: `norm`, without the article."""
        return self._strip_article(word)

    def _strip_article(self, word: str) -> str:
        article = self._clitics.article
        if article and word.startswith(article) and len(word) - len(article) >= 3:
            return norm(word[len(article) :])
        return norm(word)

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """The pieces of `word`, left to right, covering it whole."""
        whole = norm(word)
        if not self._clitics:
            return ((0, len(word), whole, bare(word)),)
        if self._known(whole) or self._known(bare(whole)):
            return ((0, len(word), whole, bare(whole)),)
        stem = self._find(word)
        if stem is not None:
            return ((0, len(word), stem, bare(stem)),)
        for cut in self._cuts(word):
            return cut
        stem = self._strip_article(word)
        return ((0, len(word), stem, bare(stem)),)

    def _find(self, word: str) -> str | None:
        """The known form of `word`, article off if need be."""
        for form in (norm(word), self._strip_article(word)):
            if self._known(form):
                return form
        return None

    def _cuts(self, word: str) -> list[tuple[Piece, ...]]:
        """Every way to cut `word` so that a known word is left, the best first: fewest pieces."""
        out: list[tuple[Piece, ...]] = []
        for front in self._fronts(word):
            cut = sum(map(len, front))
            rest = word[cut:]
            if len(rest) < 2:
                continue
            heads: list[Piece] = []
            at = 0
            for clitic in front:
                heads.append((at, at + len(clitic), norm(clitic), norm(clitic)))
                at += len(clitic)
            # Arabic writes "to" + "the" as a doubled lam without the alef of the article.
            stems = [rest]
            article = self._clitics.article
            if article and front and front[-1] == article[-1:] and rest.startswith(article[-1:]):
                stems.insert(0, rest[1:])
            for stem_text in stems:
                offset = len(word) - len(stem_text)
                stem = self._find(stem_text)
                if stem is not None and front:
                    out.append((*heads, (at, len(word), stem, stem)))
                for tail in self._clitics.after:
                    if not stem_text.endswith(tail) or len(stem_text) - len(tail) < 2:
                        continue
                    body = stem_text[: -len(tail)]
                    if self._clitics.ends and not body.endswith(self._clitics.ends):
                        continue
                    found = self._find(body)
                    if found is None:
                        for written, alone in self._clitics.changes:
                            if body.endswith(written):
                                found = self._find(body[: -len(written)] + alone)
                                if found is not None:
                                    break
                    if found is not None:
                        stop = offset + len(body)
                        out.append(
                            (*heads, (at, stop, found, found), (stop, len(word), norm(tail), norm(tail)))
                        )
        out.sort(key=len)
        return out

    def _fronts(self, word: str) -> list[tuple[str, ...]]:
        """The runs of up to two clitics that `word` may begin with, the empty one first."""
        out: list[tuple[str, ...]] = [()]
        for first in self._clitics.before:
            if word.startswith(first):
                out.append((first,))
                rest = word[len(first) :]
                out.extend(
                    (first, second)
                    for second in self._clitics.before
                    if second != first and rest.startswith(second)
                )
        return out


class _Chunks(dict[str, tuple[Piece, ...]]):
    """A word with the space before it → its pieces, counted from the beginning of that space; remembered.
    () for space alone."""

    def __init__(self, cut: Callable[[str], tuple[Piece, ...]]) -> None:
        super().__init__()
        self._cut = cut

    def __missing__(self, chunk: str) -> tuple[Piece, ...]:
        if len(self) >= _MEMO:
            self.clear()
        word = chunk.lstrip()
        space = len(chunk) - len(word)
        pieces = self._cut(word) if word else ()
        made = self[chunk] = tuple((a + space, b + space, form, name) for a, b, form, name in pieces)
        return made


def tokenise(text: str, cutter: Cutter, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`; offsets count from the beginning of `text`."""
    stop = len(text) if end is None else end
    spaced = text.isascii() or _HAS_UNSPACED.search(text, start, stop) is None
    chunks = (_SPACED_CHUNK if spaced else _CHUNK).findall(text, start, stop)
    # Nothing is left out between chunks, so their lengths tell where each begins.
    begins = list(accumulate(map(len, chunks), initial=start))
    words = [cutter.of_chunk[chunk] for chunk in chunks]
    pieces = list(chain.from_iterable(words))
    if len(pieces) == len(words) and all(words):
        return Tokens(
            [at + piece[0] for at, piece in zip(begins, pieces, strict=False)],
            begins[1:],
            [piece[2] for piece in pieces],
            [piece[3] for piece in pieces],
            [False] * len(pieces),
        )
    tokens = Tokens()
    starts, ends, norms, bares, glued = tokens.start, tokens.end, tokens.norm, tokens.bare, tokens.glued
    for begin, parts in zip(begins, words, strict=False):
        onto = False
        for a, b, form, name in parts:
            starts.append(begin + a)
            ends.append(begin + b)
            norms.append(form)
            bares.append(name)
            glued.append(onto)
            onto = True
    return tokens


def phrase_forms(phrase: str, cutter: Cutter) -> tuple[tuple[str, str], ...]:
    """`phrase` of a pack as (norm, bare) pairs, one a token, cut by the same knife but never into clitics."""
    out = []
    for match in TOKEN.finditer(phrase):
        form = cutter.form(match.group())
        out.append((form, bare(form)))
    return tuple(out)
