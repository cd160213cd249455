"""Compare two names, and say why.

Scores are comparable over all scripts: from about .80 up, 99 of 100 full names that hard to tell apart
are the same; a single word never tells people apart (two Mohammeds), however well it matches.
"""

import re
from collections.abc import Sequence

import msgspec

from dragoman.model import Reason
from dragoman.names.distance import Sounds
from dragoman.names.matching import Match, match
from dragoman.names.tails import inflecting_languages
from dragoman.names.tokens import parse

_INFLECTING = inflecting_languages()
_COMMA = re.compile(r"[,،،、]")


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Words that met: of the first name, of the second ("" for none), how alike they are (0..1)."""

    one: str
    other: str
    likeness: float


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """How two names compare.

    score:     0..1, `similarity` of the two.
    pairs:     the words that met, each with how alike they sound; `other` is "" for a word that met none.
    unmatched: words of the longer name that were left over (middle names, patronymics).
    because:   the steps, in plain English.
    """

    score: float
    pairs: tuple[Pair, ...]
    unmatched: tuple[str, ...]
    because: tuple[Reason, ...]


def similarity(
    a: str, b: str, lang_a: str | None = None, lang_b: str | None = None, kind: str | None = None
) -> float:
    """How surely `a` and `b` spell one name, 0..1; the same whichever way round they are given.

    lang_a, lang_b: ISO 639-1, where known; tells whether case endings may differ.
    kind: "person", "org", "place" or None. Words left over part two people more surely than two places, and
    a place may have the land it lies in behind a comma.
    """
    if a == b:
        return 1.0
    return _match(a, b, lang_a, lang_b, kind).score


def compare(
    a: str, b: str, lang_a: str | None = None, lang_b: str | None = None, kind: str | None = None
) -> Comparison:
    """`similarity`, with the words that met and the reasons."""
    found = _match(a, b, lang_a, lang_b, kind)
    pairs = [(other, one, like) if found.swapped else (one, other, like) for one, other, like in found.met]
    return Comparison(
        score=1.0 if a == b else found.score,
        pairs=tuple(
            Pair(one.word if one else "", other.word if other else "", like) for one, other, like in pairs
        ),
        unmatched=tuple(word.word for word in found.left_over),
        because=tuple(_reasons(a, b, pairs, found)),
    )


def _match(a: str, b: str, lang_a: str | None, lang_b: str | None, kind: str | None) -> Match:
    if kind == "place":
        a, b = _without_land(a, b)
    inflected = lang_a in _INFLECTING or lang_b in _INFLECTING
    return match(parse(a), parse(b), inflected, kind in ("place", "org"))


def _without_land(a: str, b: str) -> tuple[str, str]:
    """Two places, without what one has behind a comma and the other has not ("Salisbury, Maryland")."""
    head_a, head_b = _COMMA.split(a)[0], _COMMA.split(b)[0]
    return (a, b) if (head_a == a) == (head_b == b) else (head_a, head_b)


def _how(one: Sounds, other: Sounds) -> str:
    """What decided on a pair of words: their meaning, a known given name, or their sounds."""
    if one.concepts and other.concepts:
        return "concept"
    known = one.given | one.short_for, other.given | other.short_for
    return "given" if known[0] & known[1] else "sounds"


def _reasons(
    a: str, b: str, pairs: Sequence[tuple[Sounds | None, Sounds | None, float]], found: Match
) -> list[Reason]:
    reasons = []
    for one, other, like in pairs:
        if one and other:
            note = f"“{one.word}” ~ “{other.word}”: {like:.2f}"
            reasons.append(Reason(rule=f"name:{_how(one, other)}", note=note))
        elif word := one or other:
            reasons.append(Reason(rule="name:alone", note=f"“{word.word}” meets no word"))
    if found.left_over:
        left_over = ", ".join(word.word for word in found.left_over)
        reasons.append(Reason(rule="name:left_over", note=left_over))
    reasons.extend(Reason(rule="name:note", note=note) for note in found.notes)
    for name in (a, b):
        aside = parse(name).aside
        if aside:
            reasons.append(Reason(rule="name:aside", note=f"title or particle: {', '.join(aside)}"))
    return reasons
