"""Facts: what a word is to a number beside it, as one whole number of which every bit answers a question.

They are worked out once a word; round a number they are asked for a dozen times.
"""

from dragoman.numbers.lexicon import NumberPack
from dragoman.numbers.tokens import Reading
from dragoman.numbers.units import CURRENCIES, MEASURES, SIGNS

# Classes of the lexicon.
_CLASSES = (
    "cardinal", "scale", "article", "vague", "ordinal", "and", "mod", "mod_after", "range_from", "range_to",
    "unit", "currency", "stop", "of", "skip", "label", "bound", "fraction", "unit_before",
)  # fmt: skip
_BIT = {name: 1 << i for i, name in enumerate(_CLASSES)}
CARDINAL, SCALE, ARTICLE, VAGUE, ORDINAL, AND, MOD, MOD_AFTER = (_BIT[name] for name in _CLASSES[:8])
RANGE_FROM, RANGE_TO, UNIT, CURRENCY, STOP, OF, SKIP, LABEL = (_BIT[name] for name in _CLASSES[8:16])
BOUND, FRACTION, UNIT_BEFORE = (_BIT[name] for name in _CLASSES[16:])

DIGITS, LETTERS, HYPHEN, SIGN, MONEY, MEASURE, SCORE, PAIR = (1 << i for i in range(19, 27))
"""Digits; a word that begins with a letter; "-"; a sign of a currency; a currency in any language; a measure
in any language; a sign after which, or before which, a bare number counts nothing (two bits)."""
JOINED, HEAD, MORE, ADJECTIVE, NO_NOUN, WAW = (1 << i for i in range(27, 33))
"""A word with "and" written on to it; one that ends the counted noun; one that can go on with it; one that
looks like an adjective behind "of"; one that no noun has in it; "and" itself, where
it is written on to the next word."""

_SCORE_AFTER = frozenset("-–:)")
_SCORE_BEFORE = frozenset("([:/-–#*")


_SIGNS = dict.fromkeys((*_SCORE_AFTER, *_SCORE_BEFORE, *SIGNS, *CURRENCIES, *MEASURES, "-"), 0)
for _sign in _SIGNS:
    for _bit, _holds in (
        (HYPHEN, _sign == "-"),
        (SIGN, _sign in SIGNS),
        (MONEY, _sign in CURRENCIES and _sign != "try"),
        (MEASURE, _sign in MEASURES),
        (SCORE, _sign in _SCORE_AFTER),
        (PAIR, _sign in _SCORE_BEFORE),
    ):
        _SIGNS[_sign] |= _bit if _holds else 0
_ADJECTIVE_ENDS = frozenset("eyn")


class Facts:
    """Works out the facts of the words of a language."""

    def __init__(self, pack: NumberPack) -> None:
        noun = pack.data.get("noun", {})
        self._joined = pack.joined_and or ""
        self._heads = frozenset(noun.get("heads", ()))
        self._endings = tuple(noun.get("endings", ()))
        self._more = tuple(noun.get("more", ()))

    def of(self, text: str, readings: tuple[Reading, ...]) -> int:
        """The facts of a word with its readings."""
        facts = _SIGNS.get(text, 0)
        if text.isdecimal():
            return facts | DIGITS
        for cls, _ in readings:
            facts |= _BIT[cls]
        if text[0].isalpha():
            facts |= LETTERS
            if text[-1] in _ADJECTIVE_ENDS:
                facts |= ADJECTIVE
        if facts & STOP or (facts & (CARDINAL | MOD | VAGUE) and not facts & SKIP):
            facts |= NO_NOUN
        if self._joined and text.startswith(self._joined):
            facts |= JOINED | (WAW if text == self._joined else 0)
        if text in self._heads or (self._endings and len(text) > 3 and text.endswith(self._endings)):
            facts |= HEAD
        if not self._more or text.endswith(self._more) or text.startswith("ال"):
            facts |= MORE
        return facts


def get(readings: tuple[Reading, ...], cls: str) -> object:
    """The value of the first reading of a class."""
    return next((value for name, value in readings if name == cls), None)
