"""Tense: whether the clause of a date looks ahead, or tells what had been planned."""

import re
from typing import Any, Literal

from msgspec import Struct

from dragoman.numbers.lexicon import flat
from dragoman.numbers.tokens import trie_pattern

_REACH = 120  # characters on either side of a date
_ENDS = ".!?؟。\n"
_PAUSES = ",;:،–"
_PAUSE = re.compile(f"[{_PAUSES}]")
_GAP = " … "
_LETTER = r"[^\W\d_]"
_TOUCHING = 4  # characters between an auxiliary and its verb: "will be announced"


class Tense(Struct, frozen=True):
    """The words of a language that say where an open date lies. Where words are spaced every pattern but
    `endings` begins with the sign before a word.

    ahead:   a word that looks ahead.
    endings: a verb that looks ahead by its ending ("volverá"), in the clause of the date itself.
    never:   words that only end like one.
    planned: words that tell what had been planned ("was due to", "zou … plaatsvinden").
    said:    verbs that tell what was said: a date beside one is that of the saying.
    that:    words that begin what was said.
    """

    ahead: re.Pattern[str] | None = None
    endings: re.Pattern[str] | None = None
    never: frozenset[str] = frozenset()
    planned: re.Pattern[str] | None = None
    said: re.Pattern[str] | None = None
    that: re.Pattern[str] | None = None


def build_tense(data: dict[str, Any], *, unspaced: bool) -> Tense:
    """The tense of a parsed `time.toml`."""
    future, said = data.get("future", {}), data.get("said", {})
    begin, end = ("", "") if unspaced else (r"[\W\d_]", rf"(?!{_LETTER})")

    def pattern(table: dict[str, Any], key: str = "words") -> re.Pattern[str] | None:
        words = {flat(word) for word in table.get(key, ())}
        if not words:
            return None
        whole = trie_pattern({word for word in words if _GAP not in word})
        parts = [
            re.escape(word).replace(re.escape(_GAP), f"{end}.*{begin}")
            for word in sorted(words)
            if _GAP in word
        ]
        return re.compile(f"{begin}(?:{'|'.join([*([whole] if whole else []), *parts])}){end}")

    endings = trie_pattern({flat(word) for word in future.get("endings", ())})
    return Tense(
        ahead=pattern(future),
        endings=re.compile(rf"({_LETTER}{{2,}}{endings}){end}") if endings else None,
        never=frozenset(flat(word) for word in future.get("never", ())),
        planned=pattern(data.get("planned", {})),
        said=pattern(said),
        that=pattern(said, "that"),
    )


def tense_of(text: str, shown: str, start: int, end: int, tense: Tense) -> Literal["", "ahead", "planned"]:
    """What the sentence of a date (up to 120 characters on either side) tells of where it lies.

    shown: the text with its capitals; a name inside a clause is no verb. "Was due to" tells what had been
    planned, though "due to" looks ahead.
    """
    if tense.ahead is None:
        return ""
    left, right = _part(text, start, end, max(0, start - _REACH), min(len(text), end + _REACH), _ENDS)
    sentence = _Sentence(
        (text[left - 1] if left else " ") + text[left:right], start - left + 1, end - left + 1, tense
    )
    if tense.planned is not None and sentence.has(tense.planned):
        return "planned"
    if sentence.has(tense.ahead):
        return "ahead"
    if tense.endings is not None:
        left, right = _part(text, start, end, left, right, _PAUSES)
        for match in tense.endings.finditer(text, left, right):
            opens = not text[left : match.start()].strip(" «\"'“¿¡")
            if match[1] not in tense.never and (opens or shown[match.start()].islower()):
                clause = _Sentence(" " + text[left:right], start - left + 1, end - left + 1, tense)
                if clause.reaches(match.start() - left, match.end() - left + 1):
                    return "ahead"
    return ""


class _Sentence(Struct):
    """The sentence of a date, with the sign before it. start, end: the date in it."""

    text: str
    start: int
    end: int
    tense: Tense

    def has(self, marks: re.Pattern[str]) -> bool:
        """Whether one of `marks` is said of the date."""
        return any(self.reaches(*match.span()) for match in marks.finditer(self.text))

    def reaches(self, begin: int, end: int) -> bool:
        """Whether a mark is said of the date: no verb of saying stands between them ("it will close, he said
        on Monday"), nor does the mark belong to what was said then ("said on Monday that it will close")."""
        said, that = self.tense.said, self.tense.that
        if said is None:
            return True
        if begin < self.start:
            verb = said.search(self.text, end, self.start)
            return verb is None or verb.start() - end < _TOUCHING
        if said.search(self.text, self.end, begin + 1) or (
            that and that.search(self.text, self.end, begin + 1)
        ):
            return False
        verbs = list(said.finditer(self.text, 0, self.start))
        if not verbs:
            return True
        between = self.text[verbs[-1].end() : self.start]
        return _PAUSE.search(between) is not None or (that is not None and that.search(between) is not None)


def _part(text: str, start: int, end: int, left: int, right: int, signs: str) -> tuple[int, int]:
    """The part of `text[left:right]` between `signs` in which a date stands."""
    for sign in signs:
        left = max(left, text.rfind(sign, left, start) + 1)
        at = text.find(sign, end, right)
        right = at if at >= 0 else right
    return left, right
