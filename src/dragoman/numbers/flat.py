"""Flat text: lower case and one form for exchangeable letters, with offsets that stay true.

`dragoman.text.norm` folds a word and may shorten it. Dates and numbers are looked for in running text,
so here the same letters are exchanged one for one, and what `norm` drops (vowel signs, joiners, soft
hyphens) is dropped with a list of where every remaining character stood.
"""

import re
from functools import lru_cache

from msgspec import Struct

from dragoman.text.fold import norm

_LETTERS = {
    chr(c): norm(chr(c))
    for c in (*range(0x0600, 0x0700), *range(0xFF10, 0xFF1A))
    if norm(chr(c)) != chr(c) and len(norm(chr(c))) == 1
}
_DEVANAGARI_DIGITS = {chr(0x0966 + n): str(n) for n in range(10)}
_SIGNS = {
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2007": " ",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "‑": "-",
    "‐": "-",
}
_SIGNS |= {
    "，": ",",
    "／": "/",
    "（": "(",
    "）": ")",
    "：": ":",
    "．": ".",
    "—": "–",
    "−": "-",
    "～": "~",
    "٫": ".",
    "ş": "ș",  # Romanian written with the cedillas of Turkish
    "ţ": "ț",
}
_CHANGED = _SIGNS | _LETTERS | _DEVANAGARI_DIGITS
# What is dropped and belongs to the letter before: vowel signs and the stroke that lengthens a word.
_ATTACHED = re.compile("[\u0640\u064b-\u065f\u0670]")
_GONE = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069\u0640\u064b-\u065f\u0670]"
)
# Looking for one character is a hundred times as fast as any expression, so each is looked for by itself.
_GONE_CHARACTERS = [chr(c) for c in range(0x10000) if _GONE.match(chr(c))]


class Flat(Struct, frozen=True, gc=False):
    """text: the flat text. origin: where each of its characters stood, None where nothing was dropped.
    original: the text as it came."""

    text: str
    origin: tuple[int, ...] | None
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as it came for a span of the flat text; end exclusive, not empty."""
        if self.origin is None:
            return start, end
        last = self.origin[end - 1] + 1
        while last < len(self.original) and _ATTACHED.match(self.original, last):
            last += 1
        return self.origin[start], last

    def shown(self) -> str:
        """The text as it came without what was dropped: as long as `text`, capitals kept."""
        return self.original if self.origin is None else _GONE.sub("", self.original)


@lru_cache(maxsize=1)  # dates and numbers are looked for in the same text, one after the other
def flatten(text: str) -> Flat:
    """`text` in flat form. Every character of it stands for exactly one of `text`."""
    if text.isascii():
        return Flat(text.lower(), None, text)
    origin, original = None, text
    if any(char in text for char in _GONE_CHARACTERS):
        kept: list[int] = []
        done = 0
        for gone in _GONE.finditer(text):
            kept += range(done, gone.start())
            done = gone.end()
        kept += range(done, len(text))
        origin = tuple(kept)
        text = _GONE.sub("", text)
    flat = text.replace("İ", "i").lower()
    if len(flat) != len(text):  # no letter but İ grows today; another Unicode version may know one
        flat = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in _CHANGED.items():
        if old in flat:
            flat = flat.replace(old, new)
    return Flat(flat, origin, original)
