"""Spelling: how English papers write a name that Cyrillic or Arabic gives by its sound.

«Линкольн» romanised is "Linkoln"; the usual names that sound alike are told by their consonants, and of
those the likest wins. A name that is like none of them stays as it was romanised.
"""

import re
from functools import cache

from dragoman.names.compare import similarity
from dragoman.names.given import ranked_names
from dragoman.text.fold import bare

_SURE = 0.94
_MOST = 12
"""Names that are compared with one word, the most usual first."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ght", "t"), ("^wr", "r"), ("^kn", "n"), ("^u(?=[ieao])", "v"), ("tch", "C"), ("sch", "S"),
        ("sh", "S"), ("ch", "C"), ("ph", "f"),
        ("kh", "h"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c(?=[eiy])", "s"), ("c", "k"),
        ("w(?![aeiouy])", ""),
        ("w", "v"), ("dzh", "j"), ("g(?=[ei])", "g"), ("z", "s"), ("(?<!^)h", ""), ("^[aeiouy]+", "A"),
        ("[eiouya']", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def sound_key(word: str) -> str:
    """The consonants of a word in Latin letters as they sound."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@cache
def _by_sound() -> dict[str, list[str]]:
    ranks = ranked_names()
    table: dict[str, list[str]] = {}
    for name in sorted(ranks, key=ranks.__getitem__):
        same = table.setdefault(sound_key(name), [])
        if len(same) < _MOST:
            same.append(name)
    return table


@cache
def usual(word: str, romanised: str) -> str:
    """How English papers spell `word`, which romanised is `romanised`; that itself where no usual name is
    like it."""
    folded = bare(romanised)
    if len(folded) < 4 or folded in ranked_names():
        return romanised
    found = [(similarity(word, name), name) for name in _by_sound().get(sound_key(folded), ())]
    best = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1].capitalize() if best[0] >= _SURE else romanised
