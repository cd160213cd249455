"""Page: what of a text is the report, and what kind of report it is.

Noise (share buttons, cookie lines, code, an author's biography) is left out of the reading and kept
in the record with the reason. Which lines are noise is the pack's to say; what no language owns
(encoded strings, bare addresses) stands here.
"""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.languages import codes, load
from dragoman.languages.schema import Line
from dragoman.model import Noise
from dragoman.model.document import Kind
from dragoman.reading.signs import Sign, Signs, fold
from dragoman.text.sentences import paragraph_spans

# A run of 24 or more letters and digits of one alphabet that no word is: base64, hashes, keys.
_ENCODED = re.compile(
    r"(?<![\w/])(?=[A-Za-z0-9+/]*\d)(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{20,200}={0,2}(?![\w/])"
)
_LONG = 20  # letters; no shorter word is one
_ADDRESS = re.compile(r"\s*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)\s*$")
_DIGIT = re.compile(r"\d")
_SYMBOLS = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class Page:
    """paragraphs: (start, end) of the lines that are the report. author: from a closing line."""

    paragraphs: tuple[tuple[int, int], ...]
    noise: tuple[Noise, ...]
    author: str | None = None


@cache
def _patterns(code: str | None, table: str) -> tuple[Sign, ...]:
    if code is None or code not in codes():
        return ()
    out = []
    for row in getattr(load(code).page, table):
        pattern, why = (row.pattern, row.why) if isinstance(row, Line) else (row, "")
        out.append(Sign(pattern, why or table.replace("_", " ")))
    return tuple(out)


@cache
def _noises(code: str | None) -> Signs:
    return Signs(_patterns(code, "noise"))


def read_page(text: str, language: str | None, script: str | None) -> Page:
    """Split `text` into its report and its noise."""
    kept: list[tuple[int, int]] = []
    noise: list[Noise] = []
    author = None
    closed = False
    lines = list(paragraph_spans(text))
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        why = _noise(line, language, script) or ("after the end of the report" if closed else None)
        if why is None and number >= len(lines) - 4 and number:
            for sign in _patterns(language, "author_line"):
                match = sign.search(line)
                if match:
                    why = sign.why if sign.why != "author line" else "author's biography"
                    author = author or (match.groupdict().get("name") or _name_before(line, match.start()))
                    closed = True
                    break
        if why is None:
            kept.append((start, end))
        else:
            noise.append(Noise(start, end, why))
    return Page(tuple(kept), tuple(noise), author)


def _name_before(line: str, end: int) -> str | None:
    """The name a biography opens with: its capitalised words before the verb."""
    found = re.match(r"\s*((?:[^\W\d_][\w'’.-]*\s+){1,4})", line)
    if found is None:
        return None
    words = []
    for word in found.group(1).split():
        if not word[0].isupper():
            break
        words.append(word)
    return " ".join(words) if len(words) >= 2 else None


def _noise(line: str, language: str | None, script: str | None) -> str | None:
    if _SYMBOLS.match(line):
        return "no words"
    if _ADDRESS.match(line):
        return "address"
    if _DIGIT.search(line) and len(max(line.split(), key=len)) >= _LONG:
        encoded = _ENCODED.search(line)
        if encoded and len(encoded.group()) * 3 > len(line):
            return "encoded string"
    sign = _noises(language).of(line)
    return sign.why if sign is not None else None


def kind_of_text(text: str, language: str | None, title: str | None, author_line: bool) -> tuple[Kind, str]:
    """Whether a text is news, an opinion piece or a statement of its own publisher, and why."""
    head, tail = text[:600], text[-900:]
    folded = fold(head), fold(tail)
    for sign in _patterns(language, "opinion"):
        found = sign.search(tail, folded[1]) or sign.search(head, folded[0])
        if found:
            return "opinion", f"“{found.group().strip()[:60]}”"
    for sign in _patterns(language, "statement"):
        found = sign.search(head, folded[0])
        if found:
            return "statement", f"“{found.group().strip()[:60]}”"
    if author_line:
        return "opinion", "closes with its author's biography"
    return "news", "no sign of opinion or of an own statement"
