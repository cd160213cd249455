"""Case endings: Путиным is Путин, Merkelové is Merkel, Μητσοτάκη is Μητσοτάκης.

Only the end of a word may differ so, only by an ending the language has, and only a stem that sounds alike
counts; the pair is trusted a little less than two like forms.
"""

from functools import cache, lru_cache

from dragoman.names.distance import Sounds, likeness, sounds
from dragoman.names.tables import table

_TRUST = 0.95
_ENDINGS_OF = ("Cyrl", "Grek", "Latn")


@cache
def _endings(script: str) -> tuple[frozenset[str], int]:
    """The endings of one script, and how long the longest is."""
    if script not in _ENDINGS_OF:
        return frozenset(), 0
    endings = table("endings")[script]["endings"].split()
    return frozenset(endings), max(map(len, endings))


@cache
def inflecting_languages() -> frozenset[str]:
    """Languages in Latin letters whose names take endings."""
    return frozenset(table("endings")["Latn"]["languages"].split())


def _stems(word: str, script: str) -> list[str]:
    """`word` without each ending it may have, longest ending first."""
    endings, longest = _endings(script)
    most = min(longest, len(word) - table("endings")["least"])
    return [word[:-n] for n in range(most, 0, -1) if word[-n:] in endings]


@lru_cache(maxsize=50_000)
def likeness_of_stems(one: Sounds, other: Sounds) -> float:
    """The best likeness of two words once case endings are off one or both, trusted a little less."""
    some = [one, *map(sounds, _stems(one.word, one.script))]
    others = [other, *map(sounds, _stems(other.word, other.script))]
    best = max([likeness(a, b) for a in some for b in others if a is not one or b is not other], default=0.0)
    return best * _TRUST
