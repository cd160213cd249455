"""Folding: one comparable form for the many ways of writing a word.

Two depths. `norm` undoes what never carries meaning in any language read here (case, compatibility
forms, Arabic vowel signs and letter variants, Persian joiners) and is what packs are matched on.
`bare` also drops Latin, Greek and Cyrillic diacritics and is what names are matched on: "Erdoğan"
and "Erdogan" are one name, while "a" and "à" are two French words.

Both work on a single word or phrase. Offsets are kept by the tokens, which remember where each
word stood (see `tokens`), so a folded form may be shorter than the original.
"""

import re
import unicodedata
from functools import lru_cache

# Letters of the Arabic script that writers exchange freely. Alef with any hamza is alef; final ya
# and alef maqsura are one; Persian kaf and yeh are written with Arabic ones on many keyboards.
_ARABIC = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ہ": "ه",
        "ۀ": "ه",
        "ۂ": "ه",
        "ھ": "ه",
        "ۃ": "ة",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",  # tatweel
        **{chr(c): "" for c in range(0x064B, 0x0660)},  # vowel signs, shadda, sukun, hamza above/below
        "\u0670": "",
        **{c: str(unicodedata.digit(c)) for c in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"},
    }
)
_INVISIBLE = str.maketrans(
    dict.fromkeys(
        [
            0x00AD,
            0x200B,
            0x200C,
            0x200D,
            0x200E,
            0x200F,
            0x2060,
            0xFEFF,
            0x061C,
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
        ]
    )
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"})
# A search for what a table would change is much quicker than `str.translate`, and most words have nothing.
_ANY_ARABIC = re.compile(f"[{''.join(map(chr, _ARABIC))}]")
_ANY_RARE = re.compile(
    f"[{''.join(map(chr, [*_INVISIBLE, *_APOSTROPHES]))}İ\u0307"
    "\u0149\u1fef\uff40]"  # compatibility forms that have an apostrophe in them
)
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)


@lru_cache(maxsize=65_536)
def norm(word: str) -> str:
    """`word` for matching against a pack: lower case, compatibility forms undone, Arabic letters
    unified, invisible characters gone. Not idempotent by luck: `norm(norm(x)) == norm(x)`."""
    if word.isascii():
        return word.lower()
    if _ANY_RARE.search(word):
        word = unicodedata.normalize("NFKC", word.translate(_INVISIBLE)).translate(_APOSTROPHES)
        word = word.replace("İ", "i").lower()
    else:
        word = unicodedata.normalize("NFKC", word).lower()
    if _ANY_ARABIC.search(word):
        word = word.translate(_ARABIC)
    return unicodedata.normalize("NFC", word)


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """`word` for matching names: `norm`, and no diacritics."""
    word = norm(word)
    if word.isascii():
        return word
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", word.translate(_UNDECOMPOSED))
