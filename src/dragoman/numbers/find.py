"""Finding numbers: the number, the interval the words round it allow, its unit, and what it counts."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from dragoman.model import Date, Number, Reason
from dragoman.numbers.flat import Flat, flatten
from dragoman.numbers.lexicon import NumberPack, can_follow, combine, number_pack
from dragoman.numbers.literal import literal_pattern, stands_alone, value_of
from dragoman.numbers.plain import Pieces, row
from dragoman.numbers.tokens import EDGE, Reading, Token, cut, trie_pattern
from dragoman.numbers.units import CURRENCIES, GLUED_SCALES, MEASURES, SIGNS

_INDENT = 20  # characters
_LEFT, _RIGHT = 32, 70
_NUMBER_CLASSES = frozenset({"cardinal", "scale", "article", "vague"})
_LIST_MARK = re.compile(r"[.)]\s")
_AMOUNT = {"more_than": "low", "at_least": "low", "fewer_than": "high", "up_to": "high", "nearly": "high"}


class _Read(Struct, gc=False):
    """A number read: the indices of its first token and of the one after its last, and what it says."""

    first: int
    after: int
    value: int | float | None
    low: int | float | None = None
    high: int | float | None = None
    digits: bool = False
    unit: str | None = None
    rule: str = "words"


def find_numbers(text: str, language: str, dates: Sequence[Date] = ()) -> tuple[Number, ...]:
    """The numbers of `text` that count or measure something, from left to right, none overlapping a date.

    language: ISO 639-1; for a language without number words only digits with a sign of a unit are found.
    dates:    what was read as a date, to be left out.
    `value` is None where the words give an interval alone ("dozens", "between 20 and 30"). `of` are the
    words as
    they stand, without article. Years, ordinals, versions, phone and page numbers give nothing.
    """
    pack = number_pack(language)
    if pack is None:
        return ()
    flat = flatten(text)
    shown = _without(flat, dates)
    found: list[Number] = []
    done = 0
    for start, end in _places(shown, language):
        if start < done:
            continue
        left = max(done, start - _LEFT)
        tokens = _tokens(shown, left, min(len(shown), end + _RIGHT), pack)
        at = next((i for i, token in enumerate(tokens) if token.end > start), None)
        if at is None:
            continue
        read = _number_at(shown, tokens, at, pack)
        if read is None:
            if tokens[at].text.isdecimal():  # words may still be said of the next number ("több mint 30")
                done = max(done, min(end, tokens[at].end))
            continue
        number, used = _number(shown, text, flat.span, tokens, read, pack)
        done = max(used, end)
        if number is not None:
            found.append(number)
    return tuple(found)


def _without(flat: Flat, dates: Sequence[Date]) -> str:
    """The flat text with a bar and spaces where the dates stand: nothing is read there, or across."""
    text = flat.text
    if not dates:
        return text
    pieces: list[str] = []
    done = 0
    for d in sorted(dates, key=lambda d: d.start):
        start, end = d.start, d.end
        if flat.origin is not None:
            start, end = bisect_left(flat.origin, start), bisect_left(flat.origin, end)
        if done <= start < end:
            pieces += (text[done:start], "|", " " * (end - start - 1))
            done = end
    return "".join((*pieces, text[done:]))


def _places(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word or figure that may be a number."""
    first, other = _anchors(language)
    match = first.match(text)
    if match is not None:
        yield match.span()
    shift = int(other is not first)  # the pattern begins with the sign before the word
    for match in other.finditer(text):
        start, end = match.span()
        yield start + shift, end


@lru_cache(maxsize=64)
def _anchors(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The expressions for a number at the beginning of a text, and elsewhere."""
    pack = number_pack(language)
    assert pack is not None
    words = {
        first
        for first, entries in pack.words.by_first.items()
        for _, readings in entries
        if any(cls in ("cardinal", "scale", "vague") and value not in (0, 1) for cls, value in readings)
    }
    unspaced = bool(pack.data["format"].get("unspaced"))
    trie = trie_pattern(words)
    if unspaced:
        pattern = re.compile(rf"\d+|{trie}")
        return pattern, pattern
    front = r"(?:[وفبلك]{1,2}|)(?:ال|لل|)" if pack.words.prefixes is not None else ""
    back = "" if pack.words.joined else r"\b"
    word = rf"{front}(?:\d+|{trie}{back})"
    return re.compile(word), re.compile(EDGE + word)


_EDGES = frozenset({"", " ", "\n"})


@lru_cache(maxsize=64)
def _known(language: str) -> Pieces:
    pack = number_pack(language)
    assert pack is not None
    return Pieces(pack.words, pack.elided)


def _tokens(text: str, start: int, end: int, pack: NumberPack) -> list[Token]:
    if start > 0 and text[start - 1].isalnum():  # begin at a word
        space = text.find(" ", start, end)
        start = space if space >= 0 else start
    edges = (text[start - 1 : start] in _EDGES, text[end : end + 1] in _EDGES)
    if not pack.data["format"].get("unspaced") and edges[0]:
        last = end if edges[1] else text.rfind(" ", start, end)
        plain = row(text[start:last], start, _known(pack.language)) if last > start else None
        if plain is not None:
            return plain
    raw = cut(text, start, end, pack.elided)
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        readings, size = pack.words.read(raw, at)
        if size > 1:
            token = Token(token.start, raw[at + size - 1].end, text[token.start : raw[at + size - 1].end])
        token.readings = readings
        tokens.append(token)
        at += size
    return tokens


def _has(token: Token, cls: str) -> bool:
    return any(reading[0] == cls for reading in token.readings)


def _get(token: Token, cls: str) -> object:
    return next((value for name, value in token.readings if name == cls), None)


def _number_at(text: str, tokens: list[Token], at: int, pack: NumberPack) -> _Read | None:
    token = tokens[at]
    if token.text.isdecimal():
        return _digits(text, tokens, at, pack)
    if _has(token, "vague"):
        low, high = next(value for name, value in token.readings if name == "vague")
        return _Read(at, at + 1, None, low, high, rule="vague")
    if _has(token, "cardinal") or _has(token, "scale"):
        first = at - 1 if at and _has(tokens[at - 1], "article") and _has(token, "scale") else at
        return _words(tokens, first, at, pack)
    return None


def _words(tokens: list[Token], first: int, at: int, pack: NumberPack) -> _Read | None:
    parts: list[Reading] = [("cardinal", 1)] if first < at else []
    if not parts and not _has(tokens[at], "cardinal") and not pack.data["format"].get("bare_scale"):
        return None
    i = at
    while i < len(tokens):
        token = tokens[i]
        step = 0
        joined = bool(pack.joined_and) and token.text.startswith(pack.joined_and or "\0")
        if _has(token, "and") and i + 1 < len(tokens) and parts:
            step, joined = 1, True
        elif token.text == "-" and parts and i + 1 < len(tokens) and token.start == tokens[i - 1].end:
            step = 1
        word = tokens[i + step]
        reading = next((r for r in word.readings if r[0] in ("cardinal", "scale")), None)
        if reading is None or (parts and not _goes_on(parts, reading, joined)):
            break
        parts.append(reading)
        i += step + 1
    if not parts or i == at:
        return None
    if first > 0 and (_has(tokens[first - 1], "label") or _has(tokens[first - 1], "ordinal")):
        return None  # "number seven"; "the seventh and sixtieth" is an ordinal to its end
    value = combine(parts)[1]
    if value <= 1 and not any(cls == "scale" for cls, _ in parts):
        return None
    return _Read(first, i, value)


def _goes_on(parts: list[Reading], reading: Reading, joined: bool) -> bool:
    if reading[0] == "scale":
        scales = [value for cls, value in parts if cls == "scale"]
        return not scales or reading[1] > scales[-1] or parts[-1][0] == "cardinal"
    return can_follow([parts[-1]], reading, joined)


def _digits(text: str, tokens: list[Token], at: int, pack: NumberPack) -> _Read | None:
    token = tokens[at]
    literal = literal_pattern(pack.decimal, pack.groups).match(text, token.start)
    if literal is None:
        return None
    signed = at > 0 and tokens[at - 1].end == token.start and tokens[at - 1].text in SIGNS
    joined = at > 0 and tokens[at - 1].text == pack.joined_and and tokens[at - 1].end == token.start  # "و300"
    front = f" {text[token.start : literal.end() + 2]}" if joined else ""
    if joined and not stands_alone(front, 1, 1 + literal.end() - token.start):
        return None
    if not signed and not joined and not stands_alone(text, token.start, literal.end()):
        return None
    if not signed and _named(text, tokens, at):
        return None
    value = value_of(literal)
    after = at
    while after < len(tokens) and tokens[after].start < literal.end():
        after += 1
    read = _Read(at, after, value, digits=True, rule="digits")
    glued = after < len(tokens) and tokens[after].start == literal.end()
    if glued and tokens[after].text not in SIGNS and tokens[after].text not in MEASURES:
        suffix = tokens[after].text
        if suffix in pack.ordinal_suffixes:
            return None
        if suffix in GLUED_SCALES and (signed or suffix != "m"):
            read.value, read.after = _times(value, GLUED_SCALES[suffix]), after + 1
        elif suffix == "-" and after + 1 < len(tokens) and tokens[after + 1].start == tokens[after].end:
            if not _has(tokens[after + 1], "unit") and not _has(tokens[after + 1], "currency"):
                return None  # "18-fold"
        elif suffix.isalnum() and not tokens[after].readings and not pack.data["format"].get("unspaced"):
            return None
    while (
        read.after < len(tokens)
        and _has(tokens[read.after], "scale")
        and tokens[read.after].text[:1].isalpha()
    ):
        assert read.value is not None
        read.value = _times(read.value, int(str(_get(tokens[read.after], "scale"))))
        read.after += 1
    return read


def _times(value: int | float, scale: int) -> int | float:
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product


def _named(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the number is a name's: "page 12", "no. 7", a list mark, a footnote."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "." and at > 1 and tokens[at - 2].end == before.start:
        before = tokens[at - 2] if _has(tokens[at - 2], "label") else before
    if before is not None and (_has(before, "label") or before.text in ("#", "[", "№")):
        return True
    if _LIST_MARK.match(text, token.end) is None:
        return False
    lead = text[max(0, token.start - _INDENT) : token.start]
    return not lead.rpartition("\n")[2].strip() and ("\n" in lead or token.start <= _INDENT)


def _number(
    text: str,
    original: str,
    span: Callable[[int, int], tuple[int, int]],
    tokens: list[Token],
    read: _Read,
    pack: NumberPack,
) -> tuple[Number | None, int]:
    """The Number of `read` with what stands round it, and where the flat text is read up to."""
    first, after = read.first, read.after
    value, low, high, rule = read.value, read.low, read.high, read.rule
    opened = first > 0 and _has(tokens[first - 1], "range_from")
    other = _second(text, tokens, after, pack, opened)
    if other is not None and value is not None and other.value is not None:
        start_value = _scaled_alike(value, other.value, tokens, read, other)
        if start_value < other.value:
            low, high, value, after, rule = start_value, other.value, None, other.after, "range"
            if opened:
                first -= 1
    unit = None
    if first > 0 and tokens[first - 1].text in CURRENCIES and tokens[first - 1].text not in ("try",):
        unit, first = CURRENCIES[tokens[first - 1].text], first - 1
        if first > 0 and tokens[first - 1].text == "us":
            first -= 1
    if first > 0 and unit is None and _has(tokens[first - 1], "unit_before"):
        unit, first = str(_get(tokens[first - 1], "unit_before")), first - 1  # Turkish "yüzde 4"
    mod, first, after = _mod(tokens, first, after)
    if unit is None:
        unit, after = _unit(tokens, after)
    if mod is None:
        mod, first, after = _mod(tokens, first, after)
    noun = None
    if unit is None or unit in ("barrel",):
        noun = _noun(text, tokens, after, pack)
    if mod is None and noun is not None:
        mod = _mod_behind(tokens, noun[1])
    if mod in _AMOUNT and value is not None:
        low, high = (value, None) if _AMOUNT[mod] == "low" else (None, value)
    start, end = tokens[first].start, tokens[after - 1].end
    if _is_fraction(tokens, after):
        return None, end
    if _is_year(read, mod, unit, noun, tokens) or (
        unit is None and noun is None and mod is None and not read.digits and not _tells_many(read, tokens)
    ):
        return None, end
    if unit is None and noun is None and mod is None and _listed(tokens, first, after):
        return None, end
    a, b = span(start, end)
    of = None
    if noun is not None:
        c, d = span(*noun)
        of = original[c:d]
    because = (Reason(f"number:{pack.language}.{rule}", a, b, f"mod {mod}" if mod else None),)
    return Number(
        start=a,
        end=b,
        text=original[a:b],
        value=value,
        low=low,
        high=high,
        mod=mod,
        unit=unit,
        of=of,
        because=because,
    ), end


def _tells_many(read: _Read, tokens: list[Token]) -> bool:
    """Whether a count without a number stands for those counted: "dozens were wounded"."""
    return read.rule == "vague" and not _has(tokens[read.first], "bound")


def _listed(tokens: list[Token], first: int, after: int) -> bool:
    """Whether a bare number stands among signs: a score, a list, a footnote."""
    if after < len(tokens) and tokens[after].text in ("-", "–", ":", ")"):
        return True
    return first > 0 and tokens[first - 1].text in ("(", "[", ":", "/", "-", "–", "#", "*")


def _second(text: str, tokens: list[Token], at: int, pack: NumberPack, opened: bool) -> _Read | None:
    """The second number of a range whose first ends before token `at`."""
    if at + 1 >= len(tokens):
        return None
    link = tokens[at]
    if not _has(link, "range_to") or (_has(link, "and") and not opened):
        joined = pack.joined_and is not None and opened and link.text.startswith(pack.joined_and)
        if not joined:
            return None
        return _number_at(text, tokens, at + (link.text == pack.joined_and), pack)
    nxt = at + 1
    if tokens[nxt].text in SIGNS and nxt + 1 < len(tokens):
        nxt += 1
    if tokens[nxt].text.isdecimal():
        literal = literal_pattern(pack.decimal, pack.groups).match(text, tokens[nxt].start)
        return (
            _digits(text, tokens, nxt, pack)
            if literal and link.text not in ("-", "–")
            else _after_dash(text, tokens, nxt, pack)
        )
    return _number_at(text, tokens, nxt, pack)


def _after_dash(text: str, tokens: list[Token], at: int, pack: NumberPack) -> _Read | None:
    spaced = tokens[at - 1].end < tokens[at].start
    return _digits(text, tokens, at, pack) if spaced else None


def _scaled_alike(
    value: int | float, other: int | float, tokens: list[Token], read: _Read, second: _Read
) -> int | float:
    """The first number of a range, in the scale that only the second names ("2 to 3 million")."""
    if any(_has(t, "scale") for t in tokens[read.first : read.after]):
        return value
    scales = [int(str(_get(t, "scale"))) for t in tokens[second.first : second.after] if _has(t, "scale")]
    return _times(value, scales[-1]) if scales and value < 1000 <= other else value


def _mod(tokens: list[Token], first: int, after: int) -> tuple[str | None, int, int]:
    if first > 0 and _has(tokens[first - 1], "mod"):
        return str(_get(tokens[first - 1], "mod")), first - 1, after
    if after < len(tokens) and _has(tokens[after], "mod_after"):
        return str(_get(tokens[after], "mod_after")), first, after + 1
    return None, first, after


def _mod_behind(tokens: list[Token], at: int) -> str | None:
    """The modifier that stands behind the noun: "22 personnes au moins"."""
    behind = next((token for token in tokens if token.start >= at), None)
    return str(_get(behind, "mod_after")) if behind is not None and _has(behind, "mod_after") else None


def _is_fraction(tokens: list[Token], at: int) -> bool:
    """Whether the word behind a number makes parts of it: "two-thirds"."""
    if at + 1 < len(tokens) and tokens[at].text == "-":
        at += 1
    return at < len(tokens) and _has(tokens[at], "fraction")


def _unit(tokens: list[Token], at: int) -> tuple[str | None, int]:
    hyphen = at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].end == tokens[at + 1].start
    i = at + 1 if hyphen else at
    if i >= len(tokens):
        return None, at
    token = tokens[i]
    if _has(token, "of") and i + 1 < len(tokens) and _has(tokens[i + 1], "currency"):
        return str(_get(tokens[i + 1], "currency")), i + 2  # "millions de dollars"
    if hyphen and not _has(token, "unit"):
        return None, at
    if token.text in MEASURES:
        return MEASURES[token.text], i + 1
    if token.text in CURRENCIES and token.text != "try":
        return CURRENCIES[token.text], i + 1
    for cls in ("currency", "unit"):
        if _has(token, cls):
            return str(_get(token, cls)), i + 1
    return None, at


def _noun(text: str, tokens: list[Token], at: int, pack: NumberPack) -> tuple[int, int] | None:
    """The span of the counted noun's words that begin at token `at`, None where no noun follows."""
    noun = pack.data.get("noun", {})
    endings = tuple(noun.get("endings", ()))
    heads = noun.get("heads", ())
    more = tuple(noun.get("more", ()))
    start = at
    if start < len(tokens) and _has(tokens[start], "of"):
        start += 1
        while start < len(tokens) and _has(tokens[start], "skip"):
            start += 1
    unspaced = bool(pack.data["format"].get("unspaced"))
    while unspaced and start < len(tokens) and _has(tokens[start], "skip"):
        start += 1  # the word that counts: 名, 架
    words = 0
    last = -1
    i = start
    while i < len(tokens) and words < noun.get("max_words", 4):
        token = tokens[i]
        if token.text == "-" and words and token.start == tokens[i - 1].end and i + 1 < len(tokens):
            if tokens[i + 1].start != token.end:
                break
            last, i = i + 1, i + 2  # "pan-democratic"
            continue
        if (
            not token.text[0].isalpha()
            or text.find("\n", tokens[i - 1].end if i else token.start, token.start) >= 0
        ):
            break
        if _has(token, "stop") or (
            token.readings
            and not _has(token, "skip")
            and any(r[0] in ("cardinal", "mod", "vague") for r in token.readings)
        ):
            break
        if words and more and not token.text.endswith(more) and not token.text.startswith("ال"):
            break
        if words and pack.joined_and and token.text.startswith(pack.joined_and):
            break
        last = i
        words += 1
        i += 1
        if (token.text in heads and (words == 1 or not unspaced)) or (
            endings and token.text.endswith(endings) and len(token.text) > 3
        ):
            break
    if last < 0:
        return None
    if i + 1 < len(tokens) and _has(tokens[i], "of") and pack.language != "ar":
        tail = i + 1
        while tail < len(tokens) and _has(tokens[tail], "skip"):
            tail += 1
        count = 0
        while (
            tail < len(tokens)
            and count < 3
            and tokens[tail].text[0].isalpha()
            and not _has(tokens[tail], "stop")
        ):
            last = tail
            count += 1
            if not _may_go_on(text, tokens, tail):
                break
            tail += 1
    return tokens[start].start, tokens[last].end


def _may_go_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` looks like an adjective, so that its noun follows ("of the European
    Union")."""
    return (
        at + 1 < len(tokens)
        and text[tokens[at].end : tokens[at + 1].start] == " "
        and tokens[at].text.endswith(("e", "y", "n"))
    )


def _is_year(
    read: _Read, mod: str | None, unit: str | None, noun: tuple[int, int] | None, tokens: list[Token]
) -> bool:
    """Whether digits are rather a year: four of them, ungrouped, with nothing that they count."""
    token = tokens[read.first]
    plain = read.digits and read.after == read.first + 1 and len(token.text) == 4
    return (
        plain
        and isinstance(read.value, int)
        and 1900 <= read.value <= 2100
        and unit is None
        and (mod is None or noun is None)
    )
