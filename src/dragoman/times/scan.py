"""The scan: where in a text dates may be, and the words there, each with its class.

One expression finds the anchors (month and weekday names, units, years, numeric dates). Only the words
round an
anchor are cut into tokens; a run is the stretch of tokens round it that all have a class.
"""

import re
from collections.abc import Generator

from dragoman.numbers.lexicon import can_follow, combine
from dragoman.numbers.tokens import TOKEN, Reading, Token
from dragoman.times import numeric
from dragoman.times.lexicon import TimePack

_LEFT = 60
_RIGHT = 100
_LETTER_BEFORE = re.compile(r"[^\W\d_]$")
_CURRENCY = frozenset("$€£¥₺₽₴%‰#№@+=*^<>°_\\")
_GLUED = frozenset("$€£¥₺₽₴%‰°_@=*^")


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
        if left - end > 0 and _line_ends(text, end, left):
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
        if _line_ends(text, right, begin):
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


def read_tokens(text: str, start: int, end: int, pack: TimePack) -> list[Token]:
    """The tokens of `text[start:end]` with their readings; a line end that ends a sentence is a token
    unread."""
    raw = [Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text, start, end)]
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if tokens and _line_ends(text, tokens[-1].end, token.start):
            tokens.append(Token(token.start, token.start, "\n"))
        if token.text.isdecimal():
            at = _read_number(text, raw, at, tokens, pack)
            continue
        readings, size = pack.lexicon.read(raw, at)
        if size > 1:
            token = Token(
                token.start, raw[at + size - 1].end, text[token.start : raw[at + size - 1].end], readings
            )
        else:
            token.readings = readings
            if readings and "'" in token.text and len(token.text) > 1 and not pack.lexicon.known(token.text):
                token.end = token.start + token.text.index("'")
                if pack.suffixes:
                    token.end = token.start + len(token.text)
        if readings and readings[0][0] == "cardinal" and 1100 <= readings[0][1] <= 2199:
            token.readings = (("year_digits", readings[0][1]),)
        if readings and readings[0][0] in ("cardinal", "scale", "ordinal"):
            _join_number(tokens, token, text)
        else:
            tokens.append(token)
        at += size
    return tokens


def _line_ends(text: str, before: int, after: int) -> bool:
    if text.find("\n", before, after) < 0:
        return False
    # A line of running text wrapped by hand goes on; a short line or an empty one ends.
    gap = text[before:after]
    return gap.count("\n") > 1 or before - (text.rfind("\n", 0, before) + 1) < 60


def _join_number(tokens: list[Token], token: Token, text: str) -> None:
    """Append a number word, or make one number of it and the number word before ("twenty" "-" "third")."""
    reading = token.readings[0]
    back = 1
    if tokens and tokens[-1].text in ("-", "and", "y", "und", "e", "en", "و") and len(tokens) > 1:
        back = 2
    if (
        len(tokens) >= back
        and tokens[-back].readings
        and tokens[-back].readings[0][0] in ("cardinal", "scale", "ordinal", "year_digits")
    ):
        before = tokens[-back]
        joined = (back == 2 and tokens[-1].text != "-") or text[token.start] == "و"
        hyphen = back == 2 and tokens[-1].text == "-"
        follows = can_follow([before.readings[0]], reading, joined)
        century = (
            back == 1
            and reading[0] == "cardinal"
            and before.readings[0][1] in (17, 18, 19, 20)
            and 10 <= reading[1] <= 99
        )
        if (
            (hyphen or back == 1 or joined) and before.text[-1:].isalpha() and (follows or century)
        ):  # "nineteen eighty"
            merged: Reading = combine([before.readings[0], reading])
            if not follows:
                merged = ("cardinal", before.readings[0][1] * 100 + reading[1])
            if merged[0] == "cardinal" and 1100 <= merged[1] <= 2199:
                merged = ("year_digits", merged[1])
            del tokens[-back:]
            tokens.append(Token(before.start, token.end, text[before.start : token.end], (merged,)))
            return
    tokens.append(token)


def _read_number(text: str, raw: list[Token], at: int, tokens: list[Token], pack: TimePack) -> int:
    """Append what the digits at token `at` are; returns the index of the next raw token."""
    token = raw[at]
    compound = numeric.COMPOUND.match(text, token.start)
    before = text[token.start - 1] if token.start else " "
    glued = before in _CURRENCY or (
        before.isalnum() and not (tokens and tokens[-1].end == token.start and tokens[-1].readings)
    )
    if (
        before == "-"
        and token.start > 1
        and text[token.start - 2].isalpha()
        and not (
            (len(tokens) > 1 and tokens[-2].readings)
            or (tokens and tokens[-1].end == token.start and tokens[-1].readings and tokens[-1].text != "-")
        )
    ):
        glued = True
    if before in ".,:" and token.start > 1 and text[token.start - 2].isdecimal():
        glued = True
    blocked = bool(tokens) and _blocks(tokens, pack)
    if compound:
        end = compound.end()
        following = at
        while following < len(raw) and raw[following].start < end:
            following += 1
        after = text[end : end + 1]
        bad = (
            glued
            or blocked
            or (after in _GLUED and after != "")
            or (after.isalnum() and not numeric.time_after(text, end))
        )
        body = compound.group()
        if not bad:
            lone = (
                bool(tokens)
                and bool(tokens[-1].readings)
                and tokens[-1].readings[0][0]
                in (
                    "at",
                    "within",
                    "weekday",
                    "since",
                    "before",
                    "after",
                    "until",
                    "from",
                    "of_from",
                    "day_word",
                    "to",
                    "to_until",
                    "between",
                )
            )
            lone = lone or (not tokens and not text[end:].strip(" .") and not text[: token.start].strip())
            point = numeric.read(body, pack.numeric, lone) or numeric.years(body)
            if point is not None:
                end += numeric.time_after(text, end)
                while following < len(raw) and raw[following].start < end:
                    following += 1
                tokens.append(Token(token.start, end, text[token.start : end], ((point.cls, point),)))
                return following
            if re.fullmatch(r"\d{1,2}[-–]\d{1,2}", body):  # "13-15 July": three tokens
                for piece in raw[at:following]:
                    reading = (
                        (_digit_class(piece.text), int(piece.text))
                        if piece.text.isdecimal()
                        else ("dash", None)
                    )
                    tokens.append(Token(piece.start, piece.end, piece.text, (reading,)))
                return following
        tokens.append(Token(token.start, compound.end(), body))
        return following
    end = token.end
    nxt = text[end : end + 1]
    value = numeric.value_of(token.text)
    cls = _digit_class(token.text)
    size = 1
    if glued or blocked or (nxt in _GLUED and nxt) or text[end : end + 2] == " %":
        cls = ""
    elif nxt in ".,:" and text[end + 1 : end + 2].isdecimal():  # a decimal, a grouped number, a clock time
        number = re.compile(r"\d+(?:[.,:]\d+)*").match(text, end + 1)
        stop = number.end() if number else end
        while at + size < len(raw) and raw[at + size].start < stop:
            size += 1
        if not (nxt == "," and re.fullmatch(r"\d{4}", text[end + 1 : stop]) and len(token.text) <= 2):
            tokens.append(Token(token.start, stop, text[token.start : stop]))
            return at + size
        size = 1
    elif nxt and (nxt.isalpha() or nxt == "'") and at + 1 < len(raw) and raw[at + 1].start == end:
        suffix = raw[at + 1].text
        tail = suffix.lstrip("'")
        if nxt == "'" and raw[at + 1].text == "'" and at + 2 < len(raw) and raw[at + 2].start == end + 1:
            tail = raw[at + 2].text
        if tail in pack.ordinal_suffixes and cls == "day_digits":
            cls, size, end = "day_ordinal", 2, raw[at + 1].end
        elif (
            tail in _DECADE_SUFFIXES.get(pack.language, ())
            and value % 10 == 0
            and (cls == "year_digits" or 20 <= value <= 90)
        ):
            size = 3 if raw[at + 1].text == "'" else 2
            cls, end = "tens", raw[at + size - 1].end
        elif pack.suffixes and nxt == "'" and at + 2 < len(raw):
            size, end = 3, raw[at + 2].end
        elif nxt == "'":
            pass
        elif not pack.unspaced and not pack.lexicon.read(raw, at + 1)[0]:
            cls = ""
    if cls == "year_digits" and _counts(text, raw, at + size, pack):
        cls = "many_digits"
    elif cls == "day_digits" and _counts(text, raw, at + size, pack):
        cls = "two_digits" if value > 31 else "many_digits"
    tokens.append(Token(token.start, end, text[token.start : end], ((cls, value),) if cls else ()))
    return at + size


_DECADE_SUFFIXES: dict[str, tuple[str, ...]] = {"en": ("s",), "de": ("er", "ern"), "nl": ()}


def _digit_class(digits: str) -> str:
    value = int(digits) if len(digits) < 9 else 10**9
    if len(digits) <= 2:
        return "day_digits" if 1 <= value <= 31 else "two_digits"
    return "year_digits" if len(digits) == 4 and 1000 <= value <= 2199 else "many_digits"


def _blocks(tokens: list[Token], pack: TimePack) -> bool:
    """Whether the words before make the number that follows a name ("page 12", "no. 15")."""
    last = tokens[-1]
    if last.text in pack.blocks:
        return True
    return (
        last.text == "."
        and len(tokens) > 1
        and (tokens[-2].text in pack.blocks or tokens[-2].text + "." in pack.blocks)
    )


def _counts(text: str, raw: list[Token], at: int, pack: TimePack) -> bool:
    """Whether the word after a number is one that numbers count."""
    return at < len(raw) and raw[at].text in pack.counted
