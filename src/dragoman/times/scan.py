"""The scan: where in a text dates may be, and the words there, each with its class.

One expression finds the anchors (month and weekday names, units, years, numeric dates). Only the words round
an anchor are cut into tokens; a run is the stretch of tokens round it that all have a class.
"""

from collections.abc import Generator, Iterator

from msgspec import Struct

from dragoman.numbers.tokens import TOKEN, Token, is_word
from dragoman.times.classes import class_names
from dragoman.times.lexicon import TimePack
from dragoman.times.lines import ends_line
from dragoman.times.words import read_tokens

_LEFT = 60
_RIGHT = 100
_FAR = 30
_KEPT_WORDS = 200_000
_SIGNS = ',.;:!?()"“”«»„،؟'  # that stand at the ends of words


class Window(Struct, gc=False):
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


def windows(text: str, pack: TimePack, known: "tuple[Belonging, Belonging]") -> Generator[Window, int, None]:
    """Where dates may be in flat `text`. Send back how far a window was used: the next begins there.

    known: which words go on before a date, and behind it.
    """
    done = 0
    for at, after in _anchors(text, pack):
        if at < done:
            continue
        if pack.unspaced:
            left, right = max(done, at - _LEFT // 2), min(len(text), after + _RIGHT // 2)
            window = Window(at, after, left, right, left, right, False)
        else:
            left, inner_left, before = _left(text, done, at, known[0])
            right, inner_right, behind = _right(text, after, known[1])
            needs = pack.weak.get(text[at:after])
            if needs is not None and not _suffices(before | behind, needs):
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
    if window.right - after > _FAR and text[at].isdecimal():
        # Figures that are no date make a date of nothing behind them: read as far as those first.
        space = text.find(" ", after, window.right)
        tokens = read_tokens(text, window.left, space, pack) if space >= 0 else []
        if tokens and not around(tokens, at, after):
            return [], _after_token(tokens, at, after)
    tokens = read_tokens(text, window.left, window.right, pack)
    run = around(tokens, at, after)
    return run, max(run[-1].end, after) if run else _after_token(tokens, at, after)


def _after_token(tokens: list[Token], at: int, after: int) -> int:
    """Where the token ends that an anchor lies in: the rest of it is no date either."""
    return max(after, max((t.end for t in tokens if t.start <= at < t.end), default=0))


def _left(text: str, done: int, at: int, known: "Belonging") -> tuple[int, int, int]:
    """Where the words left of `at` begin, not beyond `done`: with the one word more, and without it; and what
    they are (see `Belonging`)."""
    stop = max(done, at - _LEFT)
    before = text[stop:at]
    if "\n" in before:
        newline = before.rfind("\n")
        while newline >= 0:
            if ends_line(text, stop + newline):
                before = before[newline + 1 :]
                break
            newline = before.rfind("\n", 0, newline)
        before = before.replace("\n", " ")
    words = before.split(" ")
    own = words.pop()
    left = inner = at - len(own)
    kinds = known[own] if own else 0
    while words:
        word = words.pop()
        left -= len(word) + 1
        if not word:
            continue
        kind = known[word]
        if not kind:
            return left, inner, kinds
        inner = left
        kinds |= kind
    return inner, inner, kinds


def _right(text: str, after: int, known: "Belonging") -> tuple[int, int, int]:
    """The same to the right of an anchor that ends at `after`."""
    behind = text[after : after + _RIGHT]
    kinds = ANY if len(behind) == _RIGHT else 0
    if "\n" in behind:
        newline = behind.find("\n")
        while newline >= 0:
            if ends_line(text, after + newline):
                behind = behind[:newline]
                kinds = 0
                break
            newline = behind.find("\n", newline + 1)
        behind = behind.replace("\n", " ")
    words = behind.split(" ")
    own = words[0]
    inner = right = after + len(own)
    found = known[own] if own else 0
    for word in words[1:]:
        right += len(word) + 1
        if not word:
            continue
        kind = known[word]
        if not kind:
            return right, inner, found
        inner = right
        found |= kind
    return inner, inner, found | kinds


# What a word beside an anchor is: a link ("the", ","), a count, "in", or any other word of dates.
LINK, COUNT, WITHIN, ANY = 1, 2, 4, 8
_LINKS = class_names("any_link") - {"within"}
_COUNTS = frozenset({"day_digits", "two_digits", "many_digits", "cardinal", "article", "scale"})


def _suffices(kinds: int, needs: int) -> bool:
    """Whether the words beside an anchor that is no date by itself may make it one.

    needs: LINK where any word may ("in the summer"), else a word that points, or "in" and a count ("in two
    weeks").
    """
    if needs == LINK:
        return kinds > 0
    return kinds >= ANY or (kinds & (COUNT | WITHIN)) == COUNT | WITHIN


class Belonging(dict[str, int]):
    """What a word between two spaces is to a date beside it: 0 for no part of it. Worked out once a word.

    before: whether it stands before the date; else behind it.
    """

    def __init__(self, pack: TimePack, *, before: bool) -> None:
        super().__init__()
        self._pack = pack
        self._before = before

    def __missing__(self, chunk: str) -> int:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = self[chunk] = _kind(chunk, self._pack, self._before)
        return found


def _kind(chunk: str, pack: TimePack, before: bool) -> int:
    """What `chunk` is by the word in it that is nearest to the date; signs alone are links."""
    word = chunk.strip(_SIGNS)
    if is_word(word) and not _known(word, pack):
        return 0
    words: list[str] = TOKEN.findall(chunk)
    solid = [word for word in words if word[0].isalnum()]
    if not solid:
        return LINK if words else 0
    if before and solid[0].isdecimal() and chunk.strip("'(")[len(solid[0]) :] in pack.decade_suffixes:
        return ANY  # "90-х", "70er"
    nearest = solid[-1] if before else solid[0]
    if not nearest[0].isalpha():
        return COUNT if before and len(solid) == 1 and len(nearest) < 4 else ANY
    if not _known(nearest, pack):
        return 0
    classes = {cls for cls, _ in pack.lexicon.known(nearest)}
    if len(solid) > 1 or not classes or nearest in pack.longer:
        return ANY
    if classes <= _LINKS:
        return LINK
    if classes <= {"within"} | _LINKS:
        return WITHIN
    return COUNT if classes <= _COUNTS else ANY


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
