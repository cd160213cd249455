"""The store of who is who: entities, and every alias they are known by in a language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from dragoman.knowledge.gather import WHO_FILES, gather
from dragoman.knowledge.own import Own, open_own
from dragoman.knowledge.values import Alias, Known
from dragoman.languages import cache as disk

_CODE = ("gather", "store", "values")


class Store:
    """Everything known, by id, and the aliases by language.

    languages: those with aliases.    aliases: gives the aliases of one of them. They are many and
    asked for once a language, when a scanner is compiled, so they are not held here.
    own: the user's own store, asked where these do not know an id.
    """

    def __init__(
        self,
        entities: Mapping[str, Known],
        languages: Sequence[str],
        aliases: Callable[[str], Sequence[Alias]],
        own: Own | None = None,
    ) -> None:
        self.entities, self.own = entities, own
        self._languages, self._aliases = tuple(sorted(languages)), aliases

    def get(self, entity_id: str) -> Known | None:
        known = self.entities.get(entity_id)
        return self.own.get(entity_id) if known is None and self.own is not None else known

    def country(self, iso3: str | None) -> Known | None:
        return self.entities.get(f"country:{iso3}") if iso3 else None

    def aliases(self, language: str | None) -> Iterator[Alias]:
        """Every alias to read a text of `language` with: its own, and those in English, since every
        press prints some names in their international form. Of country words only its own."""
        wanted = [language] if language and language in self._languages else []
        for code in dict.fromkeys([*wanted, "en"]):
            if code not in self._languages:
                continue
            for alias in self._aliases(code):
                if code != language and wanted and alias.entity.startswith("country:"):
                    continue
                yield alias
        if self.own is not None:
            yield from self.own.aliases(dict.fromkeys([*([language] if language else []), "en", ""]))

    def languages(self) -> tuple[str, ...]:
        return self._languages

    def packaged(self, language: str) -> Sequence[Alias]:
        """The aliases that ship with the package in one of its languages."""
        return self._aliases(language)

    def holder(self, office: str, of: str, day: str | None) -> Known | None:
        """Who held `office` of the state `of` on the ISO day, where just one is known to have."""
        if day is None:
            return None
        found = [
            known
            for known in self._holders.get((office, of), ())
            for post in known.offices
            if post.office == office
            and post.of == of
            and (post.since or "0") <= day
            and (not post.until or day <= post.until + "~")
        ]
        return found[0] if len({k.id for k in found}) == 1 else None

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[Known]]:
        index: dict[tuple[str, str], list[Known]] = {}
        for known in self.entities.values():
            for post in known.offices:
                index.setdefault((post.office, post.of), []).append(known)
        return index


class _Entities(msgspec.Struct, array_like=True, frozen=True):
    """The part of the store that every reading needs, as it is kept on disk."""

    entities: dict[str, Known]
    languages: tuple[str, ...]


@cache
def store() -> Store:
    """The store that ships with the package, and the user's own. Raises PackError where a data file is
    broken, OwnStoreError where the user's store cannot be opened."""
    home = files("dragoman.knowledge").joinpath("data")
    return open_store(home, _digest(home), open_own())


@cache
def digest() -> str:
    """A digest of all that the store holds."""
    own = store().own
    return _digest(files("dragoman.knowledge").joinpath("data")) + (own.stamp() if own is not None else "")


def open_store(data: Traversable, key: str | None = None, own: Own | None = None) -> Store:
    """The store of the folder `data`, compiled where it has changed, with the user's own beside it.
    Raises PackError."""
    key = key or _digest(data)

    @cache
    def both() -> tuple[_Entities, _Packed]:  # one gathering makes both files
        entities, rows = gather(data)
        packed = {code: msgspec.Raw(msgspec.msgpack.encode(row)) for code, row in rows.items()}
        disk.compiled("aliases", key, _Packed, lambda: packed)
        return _Entities(entities, tuple(rows)), packed

    def aliases(language: str) -> tuple[Alias, ...]:
        packed = disk.compiled("aliases", key, _Packed, lambda: both()[1])
        return msgspec.msgpack.decode(packed[language], type=tuple[Alias, ...])

    found = disk.compiled("entities", key, _Entities, lambda: both()[0])
    return Store(found.entities, found.languages, aliases, own)


_Packed = dict[str, msgspec.Raw]  # language → its aliases, MessagePack of their own


def _digest(data: Traversable) -> str:
    home, text = files("dragoman.knowledge"), files("dragoman.text")
    folders = sorted((f for f in data.iterdir() if f.is_dir()), key=lambda f: f.name)
    return disk.digest(
        (
            *(data.joinpath(f"{name}.toml") for name in ("countries", "cities", "regions", *WHO_FILES)),
            *(folder.joinpath("countries.toml") for folder in folders),
            *(home.joinpath(f"{name}.py") for name in _CODE),
            text.joinpath("fold.py"),
        ),
        *(folder.name for folder in folders),
    )
