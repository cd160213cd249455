"""The scan: where in a text dates may be, and the words there, each with its class.

One expression finds the anchors (month and weekday names, units, years, numeric dates). Only the words round
an anchor are cut into tokens; a run is the stretch of tokens round it that all have a class.
"""

from collections.abc import Generator, Iterator

from msgspec import Struct

from dragoman.numbers.tokens import TOKEN, Token
from dragoman.times.lexicon import TimePack
from dragoman.times.words import line_ends, read_tokens

_LEFT = 60
_RIGHT = 100
_KEPT_WORDS = 200_000


class Window(Struct):
    """A place where a date may be, in flat text.

    at, after:   the anchor.
    left, right: the words to read: those that may have a class, and one more on either side (it may forbid:
                 "page 1998").
    inner_left, inner_right: without those two.
    told:        whether nothing beyond left and right has a say, so that what is found may be kept.
    """

    at: int
    after: int
    left: int
    right: int
    inner_left: int
    inner_right: int
    told: bool


def windows(text: str, pack: TimePack, belonging: "Belonging") -> Generator[Window, int, None]:
    """Where dates may be in flat `text`. Send back how far a window was used: the next begins there."""
    done = 0
    for at, after in _anchors(text, pack):
        if at < done:
            continue
        if pack.unspaced:
            left, right = max(done, at - _LEFT // 2), min(len(text), after + _RIGHT // 2)
            window = Window(at, after, left, right, left, right, False)
        else:
            left, inner_left, before = _left(text, done, at, belonging)
            right, inner_right, behind = _right(text, after, belonging)
            if not before and not behind and text[at:after] in pack.weak:
                continue
            told = (left < inner_left or left == 0 or text[left - 1] == "\n") and (
                right > inner_right or right == len(text) or text[right] == "\n"
            )
            window = Window(at, after, left, right, inner_left, inner_right, told)
        done = (yield window) or after


def _anchors(text: str, pack: TimePack) -> Iterator[tuple[int, int]]:
    """Start and end of every anchor. Where words are spaced the pattern begins with the sign before one."""
    if pack.unspaced:
        for match in pack.anchors.finditer(text):
            yield match.span()
        return
    first = pack.first_anchor.match(text)
    if first is not None:
        yield first.span()
    for match in pack.anchors.finditer(text):
        start, end = match.span()
        yield start + 1, end


def run_in(text: str, window: Window, pack: TimePack) -> tuple[list[Token], int]:
    """The run of classed tokens round the anchor of a window, and how far the text is used by it."""
    at, after = window.at, window.after
    tokens = read_tokens(text, window.left, window.right, pack)
    run = around(tokens, at, after)
    if run:
        return run, max(run[-1].end, after)
    # the rest of the token the anchor lies in is no date either
    return [], max(after, max((t.end for t in tokens if t.start <= at < t.end), default=0))


def _left(text: str, done: int, at: int, belonging: "Belonging") -> tuple[int, int, bool]:
    """Where the words left of `at` begin, not beyond `done`: with the one word more, and without it; and
    whether the word before the anchor's may have a class."""
    stop = max(done, at - _LEFT)
    before = text[stop:at]
    if "\n" in before:
        newline = before.rfind("\n")
        while newline >= 0:
            if _ends_line(text, stop + newline):
                before = before[newline + 1 :]
                break
            newline = before.rfind("\n", 0, newline)
        before = before.replace("\n", " ")
    words = before.split(" ")
    left = inner = at - len(words.pop())
    company = left < at
    while words:
        word = words.pop()
        left -= len(word) + 1
        if not word:
            continue
        if not belonging[word]:
            return left, inner, company
        inner = left
        company = True
    return inner, inner, company


def _right(text: str, after: int, belonging: "Belonging") -> tuple[int, int, bool]:
    """The same to the right of an anchor that ends at `after`."""
    behind = text[after : after + _RIGHT]
    cut = len(behind) == _RIGHT
    if "\n" in behind:
        newline = behind.find("\n")
        while newline >= 0:
            if _ends_line(text, after + newline):
                behind = behind[:newline]
                cut = False
                break
            newline = behind.find("\n", newline + 1)
        behind = behind.replace("\n", " ")
    words = behind.split(" ")
    inner = right = after + len(words[0])
    company = False
    for word in words[1:]:
        right += len(word) + 1
        if not word:
            continue
        if not belonging[word]:
            return right, inner, company
        inner = right
        company = True
    return inner, inner, company or cut


def _ends_line(text: str, newline: int) -> bool:
    """Whether the line that ends at `newline` ends its sentence."""
    before, after = newline, newline
    while before > 0 and text[before - 1] in " \n":
        before -= 1
    while after < len(text) and text[after] in " \n":
        after += 1
    return line_ends(text, before, after)


class Belonging(dict[str, bool]):
    """Whether what stands between two spaces holds a word of the lexicon, a number or a sign."""

    def __init__(self, pack: TimePack) -> None:
        super().__init__()
        self._pack = pack

    def __missing__(self, chunk: str) -> bool:
        if len(self) > _KEPT_WORDS:
            self.clear()
        if chunk in self._pack.vocabulary or not chunk.isalpha():
            words: list[str] = TOKEN.findall(chunk)
            found = any(not word.isalpha() or _known(word, self._pack) for word in words)
        else:
            found = _known(chunk, self._pack)
        self[chunk] = found
        return found


def _known(word: str, pack: TimePack) -> bool:
    if word in pack.vocabulary:
        return True
    if "'" in word:
        return word.split("'", 1)[0] in pack.vocabulary
    lexicon = pack.lexicon
    if lexicon.prefixes is not None and any(short in pack.vocabulary for short in lexicon.prefixes(word)):
        return True
    return lexicon.joined is not None and bool(lexicon.joined(word))


def around(tokens: list[Token], start: int, end: int) -> list[Token]:
    """The stretch of tokens with readings round `start` to `end`, with the unread token on either side left
    out."""
    middle = next((i for i, token in enumerate(tokens) if token.end > start), None)
    if middle is None:
        return []
    if not tokens[middle].readings:
        # a joined word may begin before the anchor's own word
        middle = next(
            (i for i in range(middle, len(tokens)) if tokens[i].start < end and tokens[i].readings), -1
        )
        if middle < 0:
            return []
    first = last = middle
    while first > 0 and tokens[first - 1].readings:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].readings:
        last += 1
    return tokens[first : last + 1]
