"""The number words of a language, read from its `number.toml`.

Classes of the readings made here:
    cardinal (value)   ordinal (value)   scale (value)   article (1)   and (None)
    vague ((low, high)), bound (None: such a one only with what it counts)   fraction (None)
    mod (name)   mod_after (name)   range_from, range_to (None)   unit_before (code)
    unit (code)   currency (code)   stop, of, skip, label (None)
"""

import tomllib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman.numbers.arabic import shorter_forms
from dragoman.numbers.flat import flatten
from dragoman.numbers.tokens import Lexicon, Reading

_LANGUAGES = Path(__file__).parents[1] / "languages"


def read_pack(language: str, name: str) -> dict[str, Any] | None:
    """`languages/<language>/<name>` as a dict, None where that language has no such file."""
    if not language.isalnum():
        return None
    path = _LANGUAGES / language / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def flat(surface: str) -> str:
    """A surface of a pack in flat form."""
    return flatten(surface).text


class NumberPack(Struct, frozen=True):
    """A language's numbers. lexicon: the number words alone (times shares them); words: all classes;
    splitter: how words written together are read, None where they are not."""

    language: str
    decimal: str
    groups: tuple[str, ...]
    ordinal_suffixes: frozenset[str]
    joined_and: str | None
    elided: frozenset[str]
    lexicon: Lexicon
    words: Lexicon
    splitter: "Splitter | None"
    data: dict[str, Any]


class Splitter:
    """Reads words that are several number words written together.

    "drieduizend" is drie + duizend; "vijfentwintig" is vijf + en + twintig. The last part may be an ordinal.
    """

    def __init__(self, parts: dict[str, Reading], joints: tuple[str, ...]) -> None:
        self.parts = parts
        self.joints = joints
        self.longest = max(map(len, parts), default=0)
        self.heads = frozenset(part[:2] for part in parts)

    def __call__(self, word: str) -> tuple[Reading, ...]:
        """The reading of `word` as one number, () where it is none."""
        if len(word) < 6 or word[:2] not in self.heads:
            return ()
        found = self._split(word, True)
        if not found or len(found) < 2:
            return ()
        return (combine(found),)

    def _split(self, word: str, first: bool) -> list[Reading] | None:
        if not word:
            return []
        for size in range(min(self.longest, len(word)), 1, -1):
            part = self.parts.get(word[:size])
            if part is None:
                continue
            rest = word[size:]
            tails = [rest] + [rest[len(j) :] for j in self.joints if rest.startswith(j)]
            for tail in tails:
                found = self._split(tail, False)
                if found is not None:
                    return [part, *found]
        return None


def combine(parts: list[Reading]) -> Reading:
    """One reading of several number words in a row: units and tens add, scales multiply.

    >>> combine([("cardinal", 3), ("scale", 1000), ("cardinal", 5), ("cardinal", 20)])
    ('cardinal', 3025)
    """
    stack: list[int] = []
    for cls, value in parts:
        if cls == "scale":  # it multiplies what was said since the last scale as large
            smaller = 0
            while stack and stack[-1] < value:
                smaller += stack.pop()
            value *= smaller or 1
        stack.append(value)
    return ("ordinal" if any(cls == "ordinal" for cls, _ in parts) else "cardinal"), sum(stack)


def can_follow(before: list[Reading], part: Reading, joined: bool) -> bool:
    """Whether `part` goes on with the number that `before` begins ("twenty" "five", not "two" "five").

    joined: whether a word for "and" stands between, which languages that say "five and twenty" need.
    """
    cls, value = part
    last_cls, last = before[-1]
    if last_cls == "ordinal" and not (joined and last < 10 and value in range(20, 100, 10)):
        return False
    if cls == "scale":
        return last_cls != "scale" or value > last
    if last_cls == "scale":
        return bool(value < last)
    if joined and 0 < last % 100 < 10 and value in range(20, 100, 10):
        return True
    if 10 <= last < 100 and last % 10 == 0:
        return bool(0 < value < 10)
    if last >= 100:  # "nineteen hundred" leaves room for less than a hundred
        text = str(last)
        return bool(0 < value < 10 ** (len(text) - len(text.rstrip("0"))))
    return False


def _apart(surface: str, elided: Collection[str]) -> str | None:
    """The surface as running text is cut, where a word in it is elided: "jusqu'à"."""
    head, sign, _ = surface.partition("'")
    return surface.replace("'", " ' ", 1) if sign and head.split(" ")[-1] in elided else None


@lru_cache(maxsize=64)
def number_pack(language: str) -> NumberPack | None:
    """The pack of `language`, None where there is none."""
    data = read_pack(language, "number.toml")
    if data is None:
        return None
    form = data["format"]
    lexicon = Lexicon()
    words = Lexicon()
    parts: dict[str, Reading] = {}
    for cls in ("cardinal", "ordinal", "scale", "article"):
        for value, surfaces in data.get(cls, {}).items():
            for stem in surfaces:
                for ending in form.get("ordinal_endings", ("",)) if cls == "ordinal" else ("",):
                    for target in (lexicon, words):
                        target.add(flat(stem + ending), (cls, int(value)))
                    if cls != "article":
                        parts.setdefault(flat(stem + ending), (cls, int(value)))
    joints = data.get("and", {})
    for surface in joints.get("words", ()):
        words.add(flat(surface), ("and", None))
        lexicon.add(flat(surface), ("and", None))
    for entry in data.get("vague", ()):
        for surface in entry["words"]:
            words.add(flat(surface), ("vague", (entry["low"], entry.get("high"))))
            if entry.get("bound"):
                words.add(flat(surface), ("bound", None))
    for cls in ("mod", "mod_after", "unit", "unit_before", "currency"):
        for name, surfaces in data.get(cls, {}).items():
            for surface in surfaces:
                words.add(flat(surface), (cls, name))
                if apart := _apart(flat(surface), form.get("elided", ())):
                    words.add(apart, (cls, name))
    for cls, surfaces in (
        ("range_from", data.get("range", {}).get("from", ())),
        ("range_to", data.get("range", {}).get("to", ())),
        *((name, data.get("noun", {}).get(name, ())) for name in ("stop", "of", "skip")),
        ("label", data.get("label", {}).get("before", ())),
        ("fraction", data.get("fraction", {}).get("words", ())),
    ):
        for surface in surfaces:
            words.add(flat(surface), (cls, None))
    splitter = (
        Splitter(parts, tuple(flat(j) for j in joints.get("joint", ()))) if form.get("joined") else None
    )
    for target in (lexicon, words):
        target.joined = splitter
        target.prefixes = shorter_forms if form.get("prefixes") == "arabic" else None
    return NumberPack(
        language,
        form["decimal"],
        tuple(form["group"]),
        frozenset(form.get("ordinal_suffixes", ())),
        joints.get("joined"),
        frozenset(form.get("elided", ())),
        lexicon,
        words,
        splitter,
        data,
    )
