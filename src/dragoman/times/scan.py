"""The scan: where in a text dates may be, and the words there, each with its class.

One expression finds the anchors (month and weekday names, units, years, numeric dates). Only the words
round an
anchor are cut into tokens; a run is the stretch of tokens round it that all have a class.
"""

from collections.abc import Generator

from dragoman.numbers.tokens import TOKEN, Token
from dragoman.times.lexicon import TimePack
from dragoman.times.words import line_ends, read_tokens

_LEFT = 60
_RIGHT = 100


def windows(text: str, pack: TimePack) -> Generator[tuple[int, int, int, int], int, None]:
    """Where dates may be in flat `text`: (start of an anchor, its end, left and right end of the words
    to read).

    Send back how far the window was used: the next one begins there.
    """
    done = 0
    for anchor in pack.anchors.finditer(text):
        at, after = anchor.span()
        if at < done:
            continue
        if pack.unspaced:
            left, right = max(done, at - _LEFT // 2), min(len(text), after + _RIGHT // 2)
        else:
            left, before = _left(text, done, at, pack)
            right, behind = _right(text, after, pack)
            if not before and not behind and text[at:after] in pack.weak:
                continue
        done = (yield at, after, left, right) or after


def run_in(text: str, window: tuple[int, int, int, int], pack: TimePack) -> tuple[list[Token], int]:
    """The run of classed tokens round the anchor of a window, and how far the text is used by it."""
    at, after, left, right = window
    tokens = read_tokens(text, left, right, pack)
    run = around(tokens, at, after)
    if run:
        return run, max(run[-1].end, after)
    # the rest of the token the anchor lies in is no date either
    return [], max(after, max((t.end for t in tokens if t.start <= at < t.end), default=0))


def _left(text: str, done: int, at: int, pack: TimePack) -> tuple[int, bool]:
    """Where the run of words that may have a class begins, left of `at` but not beyond `done`, with one
    word more
    (it may forbid: "page 1998"); and whether the word before the anchor's may have a class."""
    stop = max(done, at - _LEFT)
    left = at
    while left > stop and text[left - 1] not in " \n":  # the word of the anchor itself
        left -= 1
    company = left < at
    while left > stop:
        end = left
        while end > stop and text[end - 1] in " \n":
            end -= 1
        if left - end > 0 and line_ends(text, end, left):
            break
        start = max(text.rfind(" ", stop, end), text.rfind("\n", stop, end)) + 1 or stop
        if start >= end:
            break
        left = start
        if not _may_belong(text[start:end], pack):
            break
        company = True
    return left, company


def _right(text: str, after: int, pack: TimePack) -> tuple[int, bool]:
    """Where the run of words that may have a class ends, with one word more; and whether the word behind the
    anchor's may have a class."""
    stop = min(len(text), after + _RIGHT)
    right = after
    company = False
    while True:
        begin = right
        while begin < stop and text[begin] in " \n":
            begin += 1
        if line_ends(text, right, begin):
            return right, company
        ends = [p for p in (text.find(" ", begin, stop), text.find("\n", begin, stop)) if p >= 0]
        right = min(ends, default=stop)
        if right >= stop:
            return right, True
        if begin > after and not _may_belong(text[begin:right], pack):
            return right, company
        company = company or begin > after


def _may_belong(chunk: str, pack: TimePack) -> bool:
    """Whether what stands between two spaces holds a word of the lexicon, a number or a sign."""
    if chunk in pack.vocabulary or not chunk.isalpha():
        words = TOKEN.findall(chunk)
        return any(not word.isalpha() or _known(word, pack) for word in words)
    return _known(chunk, pack)


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
    """The stretch of tokens with readings round `start` to `end`, with the unread token on either side
    left out."""
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
