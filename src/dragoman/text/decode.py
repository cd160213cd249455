"""Bytes to characters: which encoding a text came in, and what had to be mended.

The order is what pages on the web call for: a byte order mark, UTF-16 by its zero bytes, UTF-8 where
the bytes allow it (a page that says "windows-1252" over valid UTF-8 is wrong far more often than
right), the declared encoding, UTF-8 with a few broken bytes, Western European by its letters, and
charset-normalizer among the encodings that are met in practice.

`clean` then gives every text one form: NFC, "\\n" line ends, no control characters.
"""

import codecs
import re
import unicodedata
from typing import NamedTuple

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a page says and what browsers do with it (WHATWG Encoding Standard, labels): Latin 1, ASCII and
# Latin 5 are read as the Windows code pages that contain them.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
}
_NAMES = {
    **{f"cp{n}": f"windows-{n}" for n in range(1250, 1259)},
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "big5": "big5",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "iso8859_2": "iso-8859-2",
    "iso8859_6": "iso-8859-6",
    "iso8859_7": "iso-8859-7",
}
_SEVEN_BIT = re.compile(r"iso-?2022|hz", re.IGNORECASE)  # pure ASCII bytes, so "valid UTF-8" says nothing
_GUESSABLE = (
    *(f"cp{n}" for n in range(1250, 1258)),
    *("iso8859_2", "iso8859_6", "iso8859_7", "koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)

# The letters and signs above ASCII of Western European languages in windows-1252. Left out on purpose:
# š ž ð þ ý ¹ ³, which are the same bytes as letters of Czech, Croatian, Polish or Turkish.
_SIGNS = "€£§°·´¨‘’“”„‚–—…•«»‹›©®™½¼\u00a0\u00ad"
_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒ" + _SIGNS)
_TURKISH = frozenset("ÇĞİÖŞÜçğıöşüÂâÎîÛû" + _SIGNS)
# Signs that are letters elsewhere (ª º ş, ¿ ż), where no letter would stand.
_IBERIAN = re.compile(r"(?<=[\d.])[ªº]|(?<![^\W\d_])[¿¡]")

# UTF-8 read as windows-1252 or Latin 1: a lead byte's character and a follower's.
_MOJIBAKE = re.compile(
    "(?:[\u00c3-\u00c5\u00d0-\u00df][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|[\u00e0-\u00ef](?:[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2})"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRANGE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)  # any of the three
_PILE = re.compile(r"[^\w\s\x00-\x7f]{65,}")
_MAX_MARKS = 30  # the stream-safe limit of UAX #15; normalising a longer pile takes quadratic time


class Decoded(NamedTuple):
    """text: clean (see `clean`). encoding: the name of the encoding. notices: what had to be mended."""

    text: str
    encoding: str
    notices: tuple[str, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, whatever it is; never raises.

    declared: the encoding an HTTP header, a page or an XML declaration names, known or not.

    >>> decode("Curaçao".encode("cp1252"), declared="ISO-8859-1")
    Decoded(text='Curaçao', encoding='windows-1252', notices=())
    """
    text, encoding, notices = _characters(data, _codec(declared))
    broken = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    if broken > 0:
        where = "character" if broken == 1 else "characters"
        notices = (
            *notices,
            f"{broken} {where} could not be decoded as {encoding} and stand as {REPLACEMENT}",
        )
    text, mended = clean(text)
    garbled = mojibake(text)
    if garbled:
        notices = (*notices, garbled)
    return Decoded(text, encoding, (*notices, *mended))


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` in NFC with "\\n" line ends and no control characters; and notices on what was replaced.

    >>> clean("a\\r\\nb\\x00c")
    ('a\\nb c', ('1 control character replaced by a space',))
    """
    notices: list[str] = []
    text = text.lstrip("\ufeff")
    if _STRANGE.search(text):
        text = _mend(text, notices)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _PILE.sub(_unpile, text))
    return text, tuple(notices)


def _mend(text: str, notices: list[str]) -> str:
    text = _LINE_ENDS.sub("\n", text)
    text, count = _CONTROL.subn(" ", text)
    if count:
        notices.append(
            "1 control character replaced by a space"
            if count == 1
            else f"{count} control characters replaced by spaces"
        )
    text, count = _SURROGATE.subn(REPLACEMENT, text)
    if count:
        notices.append(f"{count} half characters (lone surrogates) replaced by {REPLACEMENT}")
    return text


def normalise(text: str) -> str:
    """`text` as `clean` gives it, without the notices.

    >>> normalise("a\\r\\nb")
    'a\\nb'
    """
    return clean(text)[0]


def mojibake(text: str) -> str | None:
    """A notice where `text` looks like UTF-8 that was read as windows-1252 before it came here, or None.

    Three such pairs, and more than a twentieth of all characters above ASCII, tell it from a text that
    happens to hold one ("SÃO PAULO" holds none: "O" is no follower).
    """
    if text.isascii():
        return None
    found = _MOJIBAKE.findall(text)
    if len(found) < 3 or len(found) * 2 * 20 < sum(1 for c in text if c > "\x7f"):
        return None
    return (
        f"{len(found)} places look mis-decoded ({found[0]!r}): the text was probably UTF-8 read as "
        "windows-1252 before it was stored; fetch it again where the words matter"
    )


def _characters(data: bytes, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ("encoding found by its zero bytes",)
    if declared and _SEVEN_BIT.match(declared) and data.isascii():
        return data.decode(declared, "replace"), declared, ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    if declared and declared != "utf-8":
        text = _strictly(data, declared)
        if text is not None:
            return text, _NAMES.get(declared, declared), ()
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count(REPLACEMENT)
    whole = sum(1 for c in lenient if c > "\x7f") - broken
    if broken * 20 <= whole or (declared == "utf-8" and broken <= whole):
        return lenient, "utf-8", ()
    encoding = _guess(data) or declared or "cp1252"
    name = _NAMES.get(encoding, encoding)
    return _decoded(data, encoding), name, (f"encoding not declared: {name} guessed from the letters",)


def _codec(label: str | None) -> str | None:
    """The codec a label stands for; None for an unknown one or one that is no text encoding."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in {"idna", "punycode", "undefined", "mbcs"}:
        return None
    if "escape" in info.name:
        return None
    return _MEANT.get(info.name, info.name)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of its spaces and line ends stand all on one side."""
    head = data[:4096]
    if len(data) % 2 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd) or max(even, odd) * 50 < len(head):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = _strictly(head[: len(head) // 4 * 4], encoding)
    return (
        encoding
        if text is not None and sum(c.isalnum() or c.isspace() for c in text) * 2 > len(text)
        else None
    )


def _guess(data: bytes) -> str | None:
    """The likeliest encoding of undeclared legacy bytes, or None.

    Turkish and Western European come first, by their letters: charset-normalizer takes their short
    texts for Central European ones (measured on news text: Portuguese 41 of 75 wrong, Finnish 32 of 57).
    """
    sample = data[:200_000]
    if _looks_latin(sample, "cp1254", _TURKISH) and re.search(rb"[\xdd\xde\xf0\xfd\xfe]", sample):
        return "cp1254"
    if _looks_latin(sample, "cp1252", _WESTERN):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_GUESSABLE)).best()
    return None if best is None else _MEANT.get(best.encoding, best.encoding)


def _looks_latin(data: bytes, encoding: str, alphabet: frozenset[str]) -> bool:
    """Single letters above ASCII among many ASCII ones, each of them in `alphabet`."""
    text = _IBERIAN.sub("", data.decode(encoding, "replace"))
    letters = sum(c.isalpha() for c in text)
    high = [c for c in text if c > "\x7f"]
    return (
        all(c in alphabet for c in high)
        and sum(c.isalpha() for c in high) * 3 <= letters
        and not re.search(r"[À-ÿ]{4}", text)
    )


def _strictly(data: bytes, encoding: str) -> str | None:
    """`data` in `encoding`, or None where it is not; the five bytes windows-125x leaves open are let by."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError, LookupError, ValueError):
        pass
    if not encoding.startswith("cp125"):
        return None
    text = data.decode(encoding, "replace")
    return text if text.count(REPLACEMENT) * 200 <= sum(1 for c in text if c > "\x7f") else None


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except (UnicodeError, LookupError, ValueError):
        return data.decode("cp1252", "replace")


def _unpile(match: re.Match[str]) -> str:
    """A run without letters or spaces, with at most `_MAX_MARKS` combining marks on one character."""
    kept: list[str] = []
    pile = 0
    for c in match.group():
        pile = pile + 1 if unicodedata.combining(c) else 0
        if pile <= _MAX_MARKS:
            kept.append(c)
    return "".join(kept)
