"""Around a number: the word that bounds it, its unit, and the noun it counts."""

from dragoman.numbers.facts import (
    ADJECTIVE,
    CURRENCY,
    FRACTION,
    HEAD,
    HYPHEN,
    JOINED,
    LETTERS,
    MEASURE,
    MOD,
    MOD_AFTER,
    MONEY,
    MORE,
    NO_NOUN,
    OF,
    SKIP,
    STOP,
    UNIT,
    get,
)
from dragoman.numbers.lexicon import NumberPack
from dragoman.numbers.rows import Row
from dragoman.numbers.tokens import Token
from dragoman.numbers.units import CURRENCIES, MEASURES


def mod_of(row: Row, first: int, after: int) -> tuple[str | None, int, int]:
    """What bounds the number of tokens `first` to `after`, with the tokens it then has."""
    tokens = row.tokens
    if first > row.floor and tokens[first - 1].facts & MOD:
        return str(get(tokens[first - 1].readings, "mod")), first - 1, after
    if after < len(tokens) and tokens[after].facts & MOD_AFTER:
        return str(get(tokens[after].readings, "mod_after")), first, after + 1
    return None, first, after


def mod_behind(row: Row, at: int) -> str | None:
    """What bounds the number from behind its noun, which ends at `at` in the text: "22 personnes au
    moins"."""
    behind = next((token for token in row.tokens if token.start >= at), None)
    if behind is None or not behind.facts & MOD_AFTER:
        return None
    return str(get(behind.readings, "mod_after"))


def is_fraction(tokens: list[Token], at: int) -> bool:
    """Whether the word behind a number makes parts of it: "two-thirds"."""
    if at + 1 < len(tokens) and tokens[at].facts & HYPHEN:
        at += 1
    return at < len(tokens) and tokens[at].facts & FRACTION != 0


def unit_of(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The unit at token `at`, and the token after it."""
    if at >= len(tokens):
        return None, at
    i = at
    if tokens[at].facts & OF and at + 1 < len(tokens) and tokens[at + 1].facts & CURRENCY:
        return str(get(tokens[at + 1].readings, "currency")), at + 2  # "millions de dollars"
    if tokens[at].facts & HYPHEN and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start:
        i += 1
        if not tokens[i].facts & UNIT:
            return None, at
    token = tokens[i]
    if token.facts & MEASURE:
        return MEASURES[token.text], i + 1
    if token.facts & MONEY:
        return CURRENCIES[token.text], i + 1
    if token.facts & CURRENCY:
        return str(get(token.readings, "currency")), i + 1
    if token.facts & UNIT:
        return str(get(token.readings, "unit")), i + 1
    return None, at


def noun_of(row: Row, at: int, pack: NumberPack) -> tuple[int, int] | None:
    """The span of the counted noun's words that begin at token `at`, None where no noun follows."""
    text, tokens = row.text, row.tokens
    size = len(tokens)
    start = at
    if start < size and tokens[start].facts & OF:
        start = _skipped(tokens, start + 1)
    unspaced = bool(pack.data["format"].get("unspaced"))
    if unspaced:
        start = _skipped(tokens, start)  # the word that counts: 名, 架
    most = pack.data.get("noun", {}).get("max_words", 4)
    words = 0
    last = -1
    i = start
    while i < size and words < most:
        token = tokens[i]
        facts = token.facts
        if facts & HYPHEN and words and token.start == tokens[i - 1].end and i + 1 < size:
            if tokens[i + 1].start != token.end:
                break
            last, i = i + 1, i + 2  # "pan-democratic"
            continue
        if not facts & LETTERS or facts & NO_NOUN or (words and (facts & JOINED or not facts & MORE)):
            break
        if text.find("\n", tokens[i - 1].end if i else token.start, token.start) >= 0:
            break
        last = i
        words += 1
        i += 1
        if facts & HEAD and (words == 1 or not unspaced):
            break
    if last < 0:
        return None
    if i + 1 < size and tokens[i].facts & OF and pack.language != "ar":
        behind = _skipped(tokens, i + 1)
        for tail in range(behind, min(behind + 3, size)):
            if tokens[tail].facts & (LETTERS | STOP) != LETTERS:
                break
            last = tail
            if not _may_go_on(text, tokens, tail):
                break
    return tokens[start].start, tokens[last].end


def _skipped(tokens: list[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].facts & SKIP:
        at += 1
    return at


def _may_go_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` looks like an adjective, so that its noun follows ("of the European
    Union")."""
    return (
        tokens[at].facts & ADJECTIVE != 0
        and at + 1 < len(tokens)
        and text[tokens[at].end : tokens[at + 1].start] == " "
    )
