"""Which names are worth comparing: keys that two spellings of one name share, and an index over them."""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from dragoman.names.letters import UNITS, Unit
from dragoman.names.tokens import parse

Id = TypeVar("Id", bound=Hashable)
_CLASS = {}
for _name, _sounds in (("P", "pbfv"), ("T", "tdTD"), ("S", "szSZCJc"), ("K", "kgxGq"), ("M", "m"), ("N", "n"), ("L", "l"), ("R", "r")):
    for _sound in _sounds:
        _CLASS[_sound] = _name


def keys(name: str, lang: str | None = None) -> frozenset[str]:
    """Blocking keys of `name`."""
    out: set[str] = set()
    for token in parse(name).tokens:
        forms = {""}
        for unit in token.units:
            classes = {_CLASS.get(sound, "") for sound in UNITS[unit].sounds}
            if UNITS[unit].optional:
                classes.add("")
            forms = {form + one for form in forms for one in classes}
            if len(forms) > 16:
                break
        out |= {form[:4] for form in forms if form}
    return frozenset(out)


class Index(Generic[Id]):
    """Names by key."""

    def __init__(self) -> None:
        self._ids: dict[str, set[Id]] = {}

    def add(self, name: str, id: Id) -> None:
        for key in keys(name):
            self._ids.setdefault(key, set()).add(id)

    def candidates(self, name: str) -> set[Id]:
        found: set[Id] = set()
        for key in keys(name):
            found |= self._ids.get(key, set())
        return found
