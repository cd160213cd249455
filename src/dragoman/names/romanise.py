"""A readable Latin form of a name that is known in another script only.

An editor's plain romanisation, for showing, never for matching: matching keeps every reading of a letter
(see `letters`), while a reader wants one. Where Arabic or Hebrew leave the vowels out, known names are
spelt as English papers spell them and an "a" is guessed in the others.
"""

import re
from functools import cache, lru_cache

from dragoman.names.given import usual_spelling
from dragoman.names.letters import pinyin, script_of_letter, to_script_form
from dragoman.names.tables import table
from dragoman.text.fold import norm

_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u0900-\u0963\u200c'])*|.",
    re.S,
)
_SIGNS = str.maketrans({"׳": "'", "’": "'", "ʼ": "'", "״": "", "·": " ", "・": " ", "،": ",", "\u0640": ""})
_SERVANT = re.compile(r"\bعبد ?ال(?!له)(?=\w)")  # "servant of the ...": Abdul Rahman
_CLUSTER = re.compile(r"[nrlm](?:[tdkgs]|sh|kh)$")
_LONGEST = 4


def _items(text: str) -> dict[str, str]:
    """Spelling to Latin letters, from "spelling letters,spelling letters"."""
    pairs = (item.partition(" ") for item in text.replace("\n", "").split(","))
    return {spelling: latin for spelling, _, latin in pairs if spelling}


@cache
def _letters(script: str, lang: str | None) -> dict[str, str]:
    entry = table("romanise").get(script, {})
    own = entry.get(lang, {}) if lang else {}
    return {**_items(entry.get("letters", "")), **_items(own.get("letters", ""))}


@cache
def _words(script: str) -> dict[str, str]:
    return {norm(word): latin for word, latin in _items(table("romanise")["words"].get(script, "")).items()}


@lru_cache(maxsize=50_000)
def romanise(name: str, lang: str | None = None) -> str:
    """`name` in Latin letters, in title case; what is Latin already is kept as it is.

    lang: ISO 639-1; tells Ukrainian from Russian, Persian from Arabic. None reads a script its commonest way.
    Japanese in Chinese characters has no one reading and is kept ("ja").

    >>> romanise("Эди Рама"), romanise("Володимир Зеленський", "uk"), romanise("习近平")
    ('Edi Rama', 'Volodymyr Zelenskyi', 'Xi Jinping')
    """
    name = _SERVANT.sub("عبد ", name.translate(_SIGNS).replace("عبد الله", "عبدالله"))
    parts = _WORD.findall(name)
    whole = sum(len(part) > 1 or part.isalpha() for part in parts) == 1
    out = []
    for part in parts:
        script = script_of_letter(part[0])
        if script in ("", "Latn") or (script == "Hani" and lang == "ja"):
            out.append(part)
        elif script == "Hani":
            out.append(_chinese(part, whole) if whole else usual_spelling(part) or _chinese(part, whole))
        else:
            out.append(_word(part, script, lang))
    return " ".join("".join(out).split())


def _word(word: str, script: str, lang: str | None) -> str:
    abjad = bool(table("romanise").get(script, {}).get("abjad"))
    folded = norm(word)
    known = _words(script).get(folded) or (usual_spelling(folded) if abjad else None)
    if known:
        return known
    if script == "Arab" and folded.startswith("ال") and len(folded) > 4:
        rest = folded[2:]
        return "al-" + (
            _words(script).get(rest) or usual_spelling(rest) or _spelt(rest, script, lang, abjad).capitalize()
        )
    return _spelt(folded, script, lang, abjad).capitalize()


def _spelt(word: str, script: str, lang: str | None, abjad: bool) -> str:
    letters, pieces, at = _letters(script, lang), [], 0
    marked = f"^{to_script_form(word, script)}$"
    while at < len(marked):
        for end in range(min(len(marked), at + _LONGEST), at, -1):
            if marked[at:end] in letters:
                pieces.append(letters[marked[at:end]])
                at = end
                break
        else:
            at += 1
        if script == "Deva" and at < len(marked) and _carries_a(marked[at - 1], marked[at]):
            pieces.append("a")
    return _with_vowels([piece for piece in pieces if piece]) if abjad else "".join(pieces)


def _carries_a(letter: str, after: str) -> bool:
    """Whether a Devanagari consonant is said with the vowel that nobody writes: before another letter."""
    return "क" <= letter <= "ह" and ("क" <= after <= "ह" or after in "ंँः")


def _with_vowels(pieces: list[str]) -> str:
    """Letters of a script without short vowels, an "a" guessed where a syllable starts and has no vowel.

    >>> [_with_vowels(list(letters)) for letters in ("ahmdi", "glnt", "asd")]
    ['ahmadi', 'galant', 'asad']
    """
    if len(pieces) > 2 and _CLUSTER.fullmatch("".join(pieces[-2:])):
        pieces = [*pieces[:-2], "".join(pieces[-2:])]
    if len(pieces) == 3 and pieces[0] == "a":
        pieces = (
            [pieces[0], pieces[1], "a", pieces[2]]
            if pieces[1][-1] not in "aeiou" and pieces[2][0] not in "aeiou"
            else pieces
        )
    out, closes = "", False  # closes: whether a consonant here may end the syllable before it
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        out += piece
        if piece[-1] in "aeiou":
            closes = True
        elif closes and len(after) < 2:
            closes = False
        elif after and after[0] not in "aeiou":
            out += "a"
            closes = True
    return out


def _chinese(word: str, whole: bool) -> str:
    """Pinyin. A whole name of two or three characters is surname and given name; else it is one word."""
    syllables = [(pinyin(char) or char).replace("v", "u") for char in word]
    if whole and 2 <= len(word) <= 3:
        return f"{syllables[0].capitalize()} {''.join(syllables[1:]).capitalize()}"
    return "".join(syllables).capitalize()
