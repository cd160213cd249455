"""A readable Latin form of a name that is known in another script only.

An editor's plain romanisation, for showing, never for matching: matching keeps every reading of a letter
(see `letters`), while a reader wants one. Given names met often are spelt as English papers spell them.
"""

import re
from functools import cache, lru_cache

from dragoman.names.given import usual_spelling
from dragoman.names.letters import pinyin, script_of_letter, to_script_form
from dragoman.names.tables import table
from dragoman.text.fold import norm

_WORD = re.compile(r"[^\W\d_]+(?:['’׳`ʼ][^\W\d_]*)*|.", re.DOTALL)
_VOWELS = "aeiouy"
_MARKS = str.maketrans({"׳": "'", "’": "'", "ʼ": "'", "·": " ", "・": " ", "،": ",", "״": ""})
_FOREIGN_VOWEL = 4  # a longer Chinese name, or one with a middle dot, spells a foreign one


@cache
def _table(script: str, lang: str | None) -> tuple[dict[str, str], bool]:
    """Spelling to Latin letters, and whether the script leaves vowels out."""
    entry = table("romanise").get(script, {})
    letters: dict[str, str] = {}
    for part in (entry, entry.get(lang, {}) if lang else {}):
        for item in part.get("letters", "").replace("\n", "").split(","):
            spelling, _, latin = item.partition(" ")
            letters[spelling] = latin
    return letters, bool(entry.get("abjad"))


@lru_cache(maxsize=50_000)
def romanise(name: str, lang: str | None = None) -> str:
    """`name` in Latin letters, in title case; what is Latin already is kept as it is.

    lang: ISO 639-1; tells Ukrainian from Russian, Persian from Arabic. None reads the script's first table.

    >>> romanise("Эди Рама"), romanise("Володимир Зеленський", "uk"), romanise("习近平")
    ('Edi Rama', 'Volodymyr Zelenskyi', 'Xi Jinping')
    """
    out = []
    for part in _WORD.findall(name.translate(_MARKS)):
        script = script_of_letter(part[0])
        out.append(part if script in ("", "Latn") else _word(part, script, lang))
    return " ".join("".join(out).split())


def _word(word: str, script: str, lang: str | None) -> str:
    if script == "Hani":
        return _chinese(word)
    folded = norm(word)
    known = usual_spelling(folded, lang)
    if known:
        return known
    letters, abjad = _table(script, lang)
    marked, pieces, at = f"^{to_script_form(folded, script)}$", [], 0
    while at < len(marked):
        for end in range(min(len(marked), at + 5), at, -1):
            if marked[at:end] in letters:
                pieces.append(letters[marked[at:end]])
                at = end
                break
        else:
            at += 1
    latin = _with_vowels(pieces) if abjad else "".join(pieces)
    return "-".join(part if part == "al" and place == 0 and "-" in latin else part.capitalize()
                    for place, part in enumerate(latin.split("-")))


def _with_vowels(pieces: list[str]) -> str:
    """Letters of a script without short vowels, an "a" guessed where two consonants would meet."""
    out, sounded = "", True
    for place, piece in enumerate(pieces):
        if not piece:
            continue
        consonant = piece[0] not in _VOWELS
        if consonant and not sounded and out and place < len(pieces) and len(out.split("-")[-1]) <= 2:
            out += "a"
        out += piece
        sounded = piece[-1] in _VOWELS or piece.endswith("-")
    return out


def _chinese(word: str) -> str:
    """Pinyin: a name of two to four characters is surname and given name, a longer one one word."""
    syllables = [pinyin(char) or char for char in word]
    if 2 <= len(word) <= 3:
        return f"{syllables[0].capitalize()} {''.join(syllables[1:]).capitalize()}".replace("v", "u")
    return "".join(syllables).capitalize().replace("v", "u")
