"""Case endings: Путиным is Путин, Merkelové is Merkel, Μητσοτάκη is Μητσοτάκης.

Only the end of a word may differ so, only by an ending the language has, and only a stem that sounds alike
counts; the pair is trusted a little less than two like forms.
"""

from functools import cache

from dragoman.names.distance import Sounds, likeness, sounds
from dragoman.names.tables import table

_TRUST = 0.95
_ENDINGS_OF = ("Cyrl", "Grek", "Latn")


@cache
def _endings(script: str) -> tuple[str, ...]:
    """The endings of one script, longest first."""
    return tuple(sorted(set(table("endings")[script]["endings"].split()), key=len, reverse=True))


@cache
def inflecting_languages() -> frozenset[str]:
    """Languages in Latin letters whose names take endings."""
    return frozenset(table("endings")["Latn"]["languages"].split())


@cache
def _stems(word: str, script: str) -> tuple[str, ...]:
    """`word` without each ending it may have, longest ending first."""
    least = table("endings")["least"]
    endings = _endings(script) if script in _ENDINGS_OF else ()
    return tuple(
        [word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= least]
    )


def likeness_of_stems(one: Sounds, other: Sounds) -> float:
    """The best likeness of two words once case endings are off one or both, trusted a little less."""
    best = 0.0
    for a in (one.word, *_stems(one.word, one.script)):
        for b in (other.word, *_stems(other.word, other.script)):
            if (a, b) != (one.word, other.word):
                best = max(best, likeness(sounds(a), sounds(b)))
    return best * _TRUST
