"""Looking a name up: who may be meant by it, in whatever script it is written, and why."""

from collections.abc import Iterable
from functools import cache

import msgspec

from dragoman.knowledge import Known, Store, store
from dragoman.names.compare import Comparison, compare, similarity
from dragoman.names.index import Index, keys
from dragoman.text.fold import bare

_MOST = 400  # candidates of the user's own store that are compared
_LEAST = 0.6  # below this nobody would call two names alike


class Hit(msgspec.Struct, frozen=True):
    """Somebody a name may mean.    alias: the form that matched.    how: how the two compare."""

    known: Known
    alias: str
    how: Comparison


class Lookup:
    """Every name of a store, ready to be looked up."""

    def __init__(self, known: Store) -> None:
        self.store = known
        self._forms: dict[str, set[tuple[str, str]]] = {}
        self._index: Index[tuple[str, str]] = Index()
        for language in known.languages():
            for alias in known.packaged(language):
                row = (alias.entity, alias.text)
                rows = self._forms.setdefault(bare(alias.text), set())
                if row not in rows:
                    rows.add(row)
                    self._index.add(alias.text, row)

    def find(self, name: str, most: int = 10, kind: str | None = None) -> list[Hit]:
        """Up to `most` entities `name` may mean, the likeliest first.

        kind: "person", "org" or "place" where that is known.
        """
        rows: set[tuple[str, str]] = set(self._forms.get(bare(name), ())) | self._index.candidates(name)
        own = self.store.own
        if own is not None:
            rows.update(own.named(name))
            rows.update(own.sharing(keys(name), _MOST))
        best: dict[str, tuple[float, str]] = {}
        for entity, text in rows:
            score = similarity(name, text, kind=kind)
            if score >= _LEAST and score > best.get(entity, (0.0, ""))[0]:
                best[entity] = (score, text)
        return self._hits(name, sorted(best.items(), key=lambda row: (-row[1][0], row[0]))[:most], kind)

    def _hits(self, name: str, rows: Iterable[tuple[str, tuple[float, str]]], kind: str | None) -> list[Hit]:
        found = ((self.store.get(entity), text) for entity, (_, text) in rows)
        return [
            Hit(known, text, compare(name, text, kind=kind)) for known, text in found if known is not None
        ]


@cache
def lookup() -> Lookup:
    """The look-up of the store that is read with."""
    return Lookup(store())
