"""Which names are worth comparing: keys that two spellings of one name share, and an index over them.

A key is made of coarse consonant classes, and every reading of an ambiguous letter gives its own: جورج
is S-R-S, K-R-K, S-R-K and K-R-S, so that it meets George and Georg alike. Vowels, h, w and y are left
out. A long word is a key by itself; a short one (Ali, Rama) only together with another word of the name,
and a known given name or translated word is one more reading ("Bob" is also Robert, партия is party).
"""

from collections.abc import Hashable
from functools import lru_cache
from itertools import combinations
from typing import Generic, TypeVar

from dragoman.names.tokens import parse
from dragoman.names.units import UNITS

Id = TypeVar("Id", bound=Hashable)

_MEMBERS = {"P": "pbfv", "T": "tdTD", "S": "szSZCJc", "K": "kgxGq", "M": "m", "N": "n", "L": "l", "R": "r"}
_CLASSES = {sound: name for name, sounds in _MEMBERS.items() for sound in sounds}
_LONG = 3  # classes that make a word a key by itself
_KEPT = 4  # classes of a word that count
_PAIRED = 2  # classes of each word in a key of two
_FORMS = 24  # readings of one word that are kept


@lru_cache(maxsize=200_000)
def _forms(units: bytes) -> frozenset[str]:
    """Every row of consonant classes a word may be read as, without repeats."""
    forms = {""}
    for number in units:
        unit = UNITS[number]
        classes = {_CLASSES.get(sound, "") for sound in unit.sounds}
        if unit.optional:
            classes.add("")
        forms = {form if form.endswith(one) else form + one for form in forms for one in classes}
        if len(forms) > _FORMS:
            break
    return frozenset({form[:_KEPT] for form in forms})


def keys(name: str, lang: str | None = None) -> frozenset[str]:
    """The blocking keys of `name`; two spellings of one name share at least one.

    lang: ISO 639-1, where known; not needed by any script so far.
    """
    tokens = parse(name).tokens
    words = [_forms(token.units) for token in tokens]
    meanings = [token.given | token.short_for | token.concepts for token in tokens]
    if len(words) == 1:
        return words[0] | meanings[0]
    out = {form for forms in words for form in forms if len(form) >= _LONG}
    short = [{form[:_PAIRED] for form in forms} | known for forms, known in zip(words, meanings, strict=True)]
    for one, other in combinations(short, 2):
        for a in one:
            for b in other:
                out.add(f"{a}+{b}" if a <= b else f"{b}+{a}")
    return frozenset(out)


class Index(Generic[Id]):
    """Names by key: what a name may be a spelling of, out of a great many."""

    def __init__(self) -> None:
        self._ids: dict[str, list[Id]] = {}

    def add(self, name: str, id: Id) -> None:
        """File `id` under the keys of `name`; an id may be added under several names."""
        for key in keys(name):
            self._ids.setdefault(key, []).append(id)

    def candidates(self, name: str) -> set[Id]:
        """The ids that share a key with `name`, in no order."""
        return set().union(*[self._ids[key] for key in keys(name) if key in self._ids])
