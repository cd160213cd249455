"""Dictionary forms: a name that is met in a case, as it is listed ("Donaldem Trumpem", «Трампом»).

Endings alone leave much open ("Obama" is no genitive); what settles it is a known given name or surname
behind the ending, and one given name settles the case of the words beside it.
"""

from functools import cache

from dragoman.names.given import is_given_name, is_surname, usual_spelling
from dragoman.text.fold import bare, norm

_Rules = tuple[tuple[str, str, bool], ...]
"""Ending, what stands for it in the dictionary form, and whether that may be done to a word nobody knows."""

_CZECH: _Rules = (
    ("ovými", "", False), ("ových", "", False), ("ovou", "", False), ("ová", "", False), ("ové", "", False),
    ("ovi", "", True), ("ova", "", False), ("ovo", "", False), ("ovu", "", False), ("ovy", "", False),
    ("ově", "", False), ("ův", "", False), ("iem", "", False), ("iu", "io", True), ("ku", "k", True),
    ("em", "", True), ("ím", "í", False), ("ym", "y", True), ("im", "i", True), ("yho", "y", True),
    ("eho", "e", True), ("iho", "i", True), ("ou", "a", True), ("ií", "ie", False), ("u", "", True),
    ("u", "a", False), ("u", "o", False), ("a", "", False), ("a", "o", False), ("e", "", False),
    ("y", "a", False), ("ě", "", False), ("ě", "a", False),
)  # fmt: skip
_POLISH: _Rules = (
    ("owi", "", True), ("owie", "", False), ("iem", "", True), ("em", "", True), ("ego", "y", False),
    ("ego", "e", True), ("iego", "i", False), ("ym", "y", True), ("im", "i", True), ("ą", "a", True),
    ("ę", "a", True), ("ii", "ia", True), ("iu", "io", False), ("u", "", True), ("u", "o", False),
    ("a", "", False), ("ie", "", False), ("ze", "", False), ("y", "a", False), ("ie", "a", False),
    ("i", "", False),
)  # fmt: skip
_CROATIAN: _Rules = (
    ("om", "", True), ("em", "", True), ("om", "a", False), ("u", "", False), ("u", "a", False),
    ("a", "", False), ("e", "a", False), ("i", "a", False), ("ju", "", False), ("ja", "", False),
    ("jem", "", True),
)  # fmt: skip
_RUSSIAN: _Rules = (
    ("ому", "ый", False), ("ого", "ий", False), ("ом", "", True), ("ем", "", True), ("ым", "", True),
    ("иным", "ин", True), ("ой", "а", False), ("ою", "а", False), ("у", "", False), ("ю", "й", False),
    ("ю", "я", False), ("ю", "ь", False), ("у", "а", False), ("а", "", False), ("я", "й", False),
    ("я", "ь", False), ("е", "", False), ("е", "а", False), ("ы", "а", False), ("и", "а", False),
    ("и", "я", False), ("ем", "й", False), ("ией", "ия", True), ("ии", "ия", True), ("ию", "ия", True),
)  # fmt: skip
_UKRAINIAN: _Rules = (
    ("ові", "", True), ("еві", "", False), ("ом", "", True), ("ем", "", True), ("им", "", True),
    ("ою", "а", True), ("єю", "я", True), ("у", "", False), ("у", "а", False), ("а", "", False),
    ("я", "й", False), ("я", "ь", False), ("і", "", False), ("і", "а", False), ("и", "а", False),
    ("ії", "ія", True), ("ію", "ія", True),
)  # fmt: skip
_RULES: dict[str, _Rules] = {
    "cs": _CZECH, "sk": _CZECH, "pl": _POLISH, "hr": _CROATIAN, "sl": _CROATIAN, "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}  # fmt: skip
_LEAST = 3
"""Letters of the stem that must be left."""


def has_cases(language: str | None) -> bool:
    """Whether new names of the language are brought into their dictionary form."""
    return language in _RULES


def _known(word: str) -> bool:
    folded = bare(word)
    return is_given_name(folded) or is_surname(folded) or usual_spelling(norm(word)) is not None


@cache
def _candidates(word: str, language: str) -> tuple[tuple[str, bool], ...]:
    """What `word` may be in its dictionary form, and whether the ending alone is enough to say so."""
    out = []
    for ending, stands_for, sure in _RULES[language]:
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(stem) >= _LEAST
            and (stands_for or stem[-1] not in "aeiouyaeéíáýаеиоуыэюяіїє")
        ):
            out.append((stem + stands_for, sure))
    return tuple(out)


def nominatives(words: list[str], language: str) -> list[list[str]]:
    """Dictionary forms that `words` may be of, the likeliest first; itself the last."""
    if language not in _RULES:
        return [words]
    guess: list[str] = []
    inflected = False
    for word in words:
        candidates = _candidates(word, language)
        known = [form for form, _ in candidates if _known(form)]
        if _known(word) and not (inflected and known):
            guess.append(word)
        elif known:
            guess.append(known[0])
            inflected = True
        else:
            # Beside a given name in a case the surname is in the same.
            taken = [form for form, sure in candidates if sure or inflected]
            guess.append(taken[0] if taken else word)
    out = [guess]
    if len(words) == 1:
        out += [[form] for form, _ in _candidates(words[0], language) if [form] != guess]
    if words not in out:
        out.append(words)
    return out
