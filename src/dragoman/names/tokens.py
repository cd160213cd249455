"""A name as tokens: folded, split, with titles and particles put aside and numerals read."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from dragoman.names.concepts import parted
from dragoman.names.distance import Sounds, sounds
from dragoman.names.tables import table
from dragoman.text.fold import norm

_QUOTES = str.maketrans(
    {"׳": "'", "״": "", '"': "", "′": "'", "΄": "'", "ʹ": "'", "´": "'", "ʾ": "", "ʿ": "", "‛": "'", "’": "'"}
)
_QUOTE = re.compile(f"[{''.join(map(chr, _QUOTES))}]")
# Letters and the signs written on them (vowel signs of Hebrew and Devanagari are no letters to `re`).
_LETTER = r"[\w\u0300-\u036F\u0591-\u05C7\u0900-\u0963]"
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*'?")
_PLAIN = re.compile(rf"{_LETTER}+")
# A letter's name and a full stop stand for a middle name where a script has no capitals: جان اف. کندی
_SPELT_INITIAL = re.compile(r"(?<=[\w.,]\s)[\u05D0-\u05EA\u0620-\u06FF']{1,4}\.(?=\s*\w)")
_HAN = re.compile(r"[\u4E00-\u9FFF]")
_HEBREW = re.compile(r"[\u05D0-\u05EA]")
_ELISION = re.compile(r"\b[dl]'(?=\w)")
_ROMAN = re.compile(r"(?<=\w[\s,])\s*([IVX]+)(?![\w.'-])")
_GREEK = re.compile(r"(?<=\w[\s,])\s*([Α-Ωα-ωϛΆά]{1,3})'(?!\w)")
_REIGN = re.compile(r"(?<=.)([一二三四五六七八九十]{1,3})世$")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_GREEK_DIGITS = {"α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "ϛ": 6, "ζ": 7, "η": 8, "θ": 9, "ι": 10, "κ": 20}
_CHINESE_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


# A name is no text: what is longer is cut, so that no input can make a comparison slow.
_LONGEST_NAME, _MOST_WORDS = 400, 24


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name made ready.

    folded: the whole name, to see two spelt alike.    tokens: what is compared.
    aside:  titles, particles and legal forms left out of the comparison.
    middle: initials of middle names, left out too.    numeral: "the second" as 2, or None.
    """

    folded: str
    tokens: tuple[Sounds, ...]
    aside: tuple[str, ...]
    middle: str
    numeral: int | None


class _Lists(NamedTuple):
    """Words put aside, and numerals with their values."""

    anywhere: frozenset[str]
    inside: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    legal: frozenset[str]
    numerals: dict[str, int]


@cache
def _lists() -> _Lists:
    data = table("words")
    particles, titles = data["particles"], data["titles"]
    texts = (
        particles["anywhere"],
        particles["inside"],
        titles["before"],
        titles["after"],
        data["legal"]["forms"],
    )
    folded = [frozenset(norm(word) for word in text.split()) for text in texts]
    numerals = {norm(word): int(value) for value, text in data["numerals"].items() for word in text.split()}
    anywhere, inside, before, after, legal = folded
    return _Lists(anywhere, inside, before, after, legal, numerals)


_TEEN = "عشر"  # makes "third" thirteenth


@cache
def _aside_words() -> frozenset[str]:
    """Every word that may be put aside somewhere."""
    return frozenset().union(*_lists()[:5])


@cache
def _no_plain_words() -> frozenset[str]:
    """Every word that may be more than a word of a name."""
    return _aside_words().union(_lists().numerals, [_TEEN])


def _is_aside(word: str, place: int, last: int, leading: bool) -> bool:
    """Whether a word that may be a particle, title or legal form is one at its place in the name."""
    lists = _lists()
    if word in lists.legal or (place and word in lists.after):
        return True
    return place < last and (
        word in lists.anywhere or (place > 0 and word in lists.inside) or (leading and word in lists.before)
    )


def _roman(digits: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in digits]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _chinese(digits: str) -> int:
    before, ten, after = digits.rpartition("十")
    tens = (_CHINESE_DIGITS[before[-1]] if before else 1) * 10 if ten else 0
    return tens + (_CHINESE_DIGITS[after[-1]] if after else 0)


def _numeral(name: str) -> tuple[str, int | None]:
    """`name` without the number of a pope or king written in letters, and the number."""
    if "世" in name and (reign := _REIGN.search(name)):
        return name[: reign.start()], _chinese(reign[1])
    if ("I" in name or "V" in name or "X" in name) and not name.isupper() and (roman := _ROMAN.search(name)):
        return name[: roman.start(1)] + name[roman.end(1) :], _roman(roman[1])
    if "'" in name and (greek := _GREEK.search(name)):
        letters = norm(greek[1]).replace("στ", "ϛ")
        if all(letter in _GREEK_DIGITS for letter in letters):
            return name[: greek.start()] + name[greek.end() :], sum(_GREEK_DIGITS[c] for c in letters)
    return name, None


def words(name: str) -> list[str]:
    """The words of `name`, folded, in order.

    >>> words("Jean-Luc d'Estaing"), words("עבדאללה ג'בר"), words("Пахин, Лейре")
    (['jean', 'luc', 'estaing'], ['עבדאללה', "ג'בר"], ['пахин', 'лейре'])
    """
    folded = norm(name)
    if "_" in folded:
        folded = folded.replace("_", " ")
    if "'" not in folded:
        return _PLAIN.findall(folded)
    found = []
    for word in _WORD.findall(_ELISION.sub("", folded)):
        if "'" in word and not _HEBREW.search(word):
            word = word.replace("'", "")
        if word:
            found.append(word)
    return found


@lru_cache(maxsize=200_000)
def parse(name: str) -> Name:
    """`name` as a `Name`. A name of nothing but titles and particles keeps them as its tokens."""
    name = name[:_LONGEST_NAME]
    if _QUOTE.search(name):
        name = name.translate(_QUOTES)
    rest, numeral = _numeral(name)
    if "." in rest and not rest.isascii():
        rest = _SPELT_INITIAL.sub(" ", rest)
    found = (words(rest) or words(name))[:_MOST_WORDS]
    if not name.isascii() and _HAN.search(rest):
        found = _chinese_words(found)
    elif len(found) == 1 and len(found[0]) == 3 and found[0][0] in table("words")["surnames"]["Hang"]:
        found = [found[0][0], found[0][1:]]
    if _no_plain_words().isdisjoint(found) and 1 not in map(len, found):
        folded = " ".join(found) if numeral is None else f"{' '.join(found)} {numeral}"
        return Name(folded, tuple(map(sounds, found)), (), "", numeral)
    return _with_words_aside(found, numeral)


def _with_words_aside(found: list[str], numeral: int | None) -> Name:
    """A `Name` of the words `found`, some of which may be numerals, titles, particles or initials."""
    kept: list[str] = []
    aside: list[str] = []
    middle = ""
    maybe_aside, numerals = _aside_words(), _lists().numerals
    last = len(found) - 1
    for place, word in enumerate(found):
        if word in numerals and place and numeral is None:
            numeral = numerals[word]
        elif word == _TEEN and numeral is not None and numeral < 10:
            numeral += 10
        elif word in maybe_aside and _is_aside(word, place, last, not kept):
            aside.append(word)
        elif len(word) == 1 and 0 < place < last and kept and not "\u3000" < word < "\uffff":
            middle += word
        else:
            kept.append(word)
    if not kept or (len(kept) == 1 and middle):
        kept, aside, middle = found, [], ""
    folded = " ".join(found) if numeral is None else f"{' '.join(found)} {numeral}"
    return Name(folded, tuple(map(sounds, kept)), tuple(aside), middle, numeral)


def _chinese_words(found: list[str]) -> list[str]:
    """Words that run together in Chinese: surname and given name, or translated words."""
    if len(found) == 1 and len(found[0]) < 4:
        word = found[0]
        return (
            [word[0], word[1:]] if len(word) > 1 and word[0] in table("words")["surnames"]["Hani"] else found
        )
    found = [_without_title(word) for word in found]
    return [part for word in found for part in (parted(word) if len(word) > 3 else (word,))]


def _without_title(word: str) -> str:
    """A Chinese word without the title written onto it: 教宗 is "Pope"."""
    for title in table("words")["titles"]["joined"].split():
        if len(word) > len(title) + 1:
            word = word.removeprefix(title)
    return word
