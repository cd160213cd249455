"""Quotations: where somebody's own words stand between marks.

Marks open and never close, close too early, nest, or run over paragraphs; nothing here counts on
their being even. An opening mark stands after a space or a bracket and before a letter; a mark that
can be both is read by its neighbours. An apostrophe inside a word is no mark.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple


class Quote(NamedTuple):
    """start, end: the words between the marks. outer_start, outer_end: with the marks.
    closed: False where the mark never closes and the line end did."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


_MAX = 4000
"""Characters after which an open quotation is given up: a lost mark must not swallow a report."""
_UNSPACED = re.compile("[\u3040-\u9fff]")


def find_quotes(
    text: str, pairs: Sequence[tuple[str, str]], start: int = 0, end: int | None = None
) -> list[Quote]:
    """The outermost quotations of `text[start:end]`, in order.

    pairs: (opening, closing) marks of the language; one mark may open in one pair and close in
    another, and may be both ('"').

    >>> [q[:2] for q in find_quotes('He said: "Go." Then left.', [('"', '"')])]
    [(10, 13)]
    """
    stop = len(text) if end is None else end
    marks = _marks(tuple(pairs))
    out: list[Quote] = []
    at = start
    searched: dict[str, int] = {}
    while (found := marks.opening.search(text, at, stop)) is not None:
        at, mark = found.start(), found.group()
        if not _opens(text, at, mark, start):
            at += 1
            continue
        inner = at + len(mark)
        # Where a mark that closes what it opens does not close, it does not close what opens behind it.
        close = _closing(text, inner, stop, mark, marks, max(inner, searched.get(mark, 0)))
        if isinstance(close, int):
            if mark in marks.closers[mark]:
                searched[mark] = close
            line = text.find("\n", inner, min(stop, inner + _MAX))
            line = line if line >= 0 else min(stop, inner + _MAX)
            if mark in ("'", "‘", ",,", "`") or not text[inner:line].strip():
                at += 1
                continue
            out.append(Quote(inner, line, at, line, False))
            at = line
            continue
        where, length = close
        if where > inner:
            out.append(Quote(inner, where, at, where + length, True))
        at = where + length
    return out


class _Marks(NamedTuple):
    """The marks of a language: what opens; and by what opened, what closes and what is met on the way."""

    opening: re.Pattern[str]
    closers: dict[str, frozenset[str]]
    wanted: dict[str, re.Pattern[str]]


@cache
def _marks(pairs: tuple[tuple[str, str], ...]) -> _Marks:
    closers = {opening: frozenset(b for a, b in pairs if a == opening) for opening, _ in pairs}
    wanted = {mark: _any_of({*ends, mark, "\n"}) for mark, ends in closers.items()}
    return _Marks(_any_of(closers), closers, wanted)


def _any_of(marks: Collection[str]) -> re.Pattern[str]:
    """Any of some marks, the longer ones first."""
    return re.compile("|".join(re.escape(m) for m in sorted(marks, key=len, reverse=True)))


def _opens(text: str, at: int, mark: str, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if after.isspace():
        # French sets a space inside its marks.
        return mark in "«‹" and (before.isspace() or before in "([–—")
    if before.isalnum():
        # A mark glued to the word before it opens only where it can be nothing else.
        return (mark in "“„«「『‹" and after.isalnum()) or ord(before) > 0x2E80
    return True


def _closing(text: str, inner: int, stop: int, mark: str, marks: _Marks, at: int) -> tuple[int, int] | int:
    """Where the quotation that began before `inner` closes, and how long its mark is. Looked for from `at`
    on; where it does not close, up to where that is sure."""
    depth = 0
    limit = min(stop, inner + _MAX)
    closers, wanted = marks.closers[mark], marks.wanted[mark]
    while (found := wanted.search(text, at, limit)) is not None:
        at, char = found.start(), found.group()
        if char == "\n":
            rest = text[at:limit].lstrip()
            # A quotation over several paragraphs opens each of them anew.
            if rest.startswith(mark):
                at += len(text[at:limit]) - len(rest) + len(mark)
                continue
            return at
        hit = char if char in closers else None
        if hit is not None:
            before = text[at - 1]
            after = text[at + len(hit)] if at + len(hit) < len(text) else " "
            apostrophe = hit in "'’" and before.isalnum() and after.isalnum()
            opens_again = hit == mark and before.isspace() and not after.isspace()
            if not apostrophe and not opens_again:
                if depth == 0:
                    return at, len(hit)
                depth -= 1
        elif char == mark and text[at - 1] in " \n(":
            depth += 1
        at += len(char)
    return max(at, limit - 1)


def words_in(text: str) -> int:
    """How many words a quotation has; in scripts without spaces two characters count as one."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(text.split()) if not unspaced else max(1, unspaced // 2)
