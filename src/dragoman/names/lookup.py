"""Looking a name up: who may be meant by it, in whatever script it is written, and why."""

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.knowledge import Known, Store, store
from dragoman.knowledge.store import digest
from dragoman.languages import cache as disk
from dragoman.names.compare import Comparison, compare, similarity
from dragoman.names.index import keys
from dragoman.text.fold import bare

_MOST = 400  # candidates of the user's own store that are compared
_LEAST = 0.8  # from about here on two hard names are one more often than not
_CODE = ("concepts", "given", "index", "letters", "lookup", "tokens")


class Hit(msgspec.Struct, frozen=True):
    """Somebody a name may mean.    alias: the form that matched.    how: how the two compare."""

    known: Known
    alias: str
    how: Comparison


class _Forms(msgspec.Struct, array_like=True, frozen=True):
    """Every alias of the package, and by its folded form and by its keys the numbers of the aliases."""

    rows: tuple[tuple[str, str], ...]
    folded: dict[str, tuple[int, ...]]
    keys: dict[str, tuple[int, ...]]


class Lookup:
    """Every name of a store, ready to be looked up.    key: names the state of the store."""

    def __init__(self, known: Store, key: str) -> None:
        self.store = known
        self._forms = disk.compiled("lookup", key, _Forms, lambda: _forms(known))

    def find(self, name: str, most: int = 10, kind: str | None = None) -> list[Hit]:
        """Up to `most` entities `name` may mean, the likeliest first.

        kind: "person", "org" or "place" where that is known.
        """
        wanted, forms = keys(name), self._forms
        numbers = {n for key in wanted for n in forms.keys.get(key, ())}
        numbers.update(forms.folded.get(bare(name), ()))
        rows = {forms.rows[n] for n in numbers}
        if (own := self.store.own) is not None:
            rows.update(own.named(name))
            rows.update(own.sharing(wanted, _MOST))
        best: dict[str, tuple[float, str]] = {}
        for entity, text in sorted(rows):
            score = similarity(name, text, kind=kind)
            if score >= _LEAST and score > best.get(entity, (0.0, ""))[0]:
                best[entity] = (score, text)
        ranked = sorted(best.items(), key=lambda row: (-row[1][0], row[0]))[:most]
        found = ((self.store.get(entity), text) for entity, (_, text) in ranked)
        return [Hit(who, text, compare(name, text, kind=kind)) for who, text in found if who is not None]


def _forms(known: Store) -> _Forms:
    numbers: dict[tuple[str, str], int] = {}
    folded: dict[str, set[int]] = {}
    by_key: dict[str, set[int]] = {}
    for language in known.languages():
        for alias in known.packaged(language):
            number = numbers.setdefault((alias.entity, alias.text), len(numbers))
            folded.setdefault(bare(alias.text), set()).add(number)
    for (_, text), number in numbers.items():
        for key in keys(text):
            by_key.setdefault(key, set()).add(number)
    return _Forms(tuple(numbers), _sealed(folded), _sealed(by_key))


def _sealed(table: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(sorted(found)) for word, found in table.items()}


@cache
def lookup() -> Lookup:
    """The look-up of the store that is read with."""
    home = files("dragoman.names")
    code = [home.joinpath(f"{name}.py") for name in _CODE]
    return Lookup(store(), disk.digest(code, digest()))
