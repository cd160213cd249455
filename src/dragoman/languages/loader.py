"""Loading a pack: TOML in, a checked and compiled Pack out."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from dragoman.errors import PackError, UnknownLanguage
from dragoman.languages import cache as disk
from dragoman.languages import schema
from dragoman.languages.concepts import concepts
from dragoman.languages.lexicon import Lexicon, LexiconData, lexicon_data
from dragoman.languages.paradigms import Paradigm
from dragoman.languages.tables import read_raw, read_table
from dragoman.languages.words import entry_words, function_words
from dragoman.text.tokens import Clitics, Cutter

ENTRY_FILES = ("speech.toml", "acts.toml", "people.toml")
_FILES = ("pack.toml", "certainty.toml", "page.toml", "paradigms.toml", *ENTRY_FILES)
_CODE = ("concepts", "lexicon", "loader", "paradigms", "schema", "tables", "trie", "words")
_Entries = tuple[tuple[str, schema.Entry], ...]


class PackData(msgspec.Struct, array_like=True, frozen=True):
    """A pack as it is kept on disk. `entries` is MessagePack of its own: reading a text needs none."""

    habits: schema.PackFile
    entries: msgspec.Raw
    certainty: schema.CertaintyFile
    page: schema.PageFile
    lexicon: LexiconData
    honorifics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """One language, ready for reading. prepositions: all words that may stand in front of a phrase."""

    code: str
    habits: schema.PackFile
    certainty: schema.CertaintyFile
    page: schema.PageFile
    lexicon: Lexicon
    clitics: Clitics
    honorifics: tuple[str, ...]
    abbreviations: frozenset[str]
    prepositions: frozenset[str]
    _entries: msgspec.Raw

    @property
    def entries(self) -> tuple[tuple[str, schema.Entry], ...]:
        """(file, entry) of all entries as they were written, for checking and for the coverage page."""
        return msgspec.msgpack.decode(self._entries, type=_Entries)


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a pack, by ISO 639-1 code."""
    root = files("dragoman.languages")
    return tuple(sorted(f.name for f in root.iterdir() if f.is_dir() and f.joinpath("pack.toml").is_file()))


@cache
def load(code: str) -> Pack:
    """The pack of `code`. Raises UnknownLanguage where there is none, PackError where it is broken."""
    if code not in codes():
        raise UnknownLanguage(code, codes())
    return open_pack(files("dragoman.languages").joinpath(code))


def open_pack(folder: Traversable) -> Pack:
    """The pack in `folder`, whose name is the code of its language; compiled where it has changed.

    Raises PackError.
    """
    data = disk.compiled(f"pack-{folder.name}", digest(folder), PackData, lambda: _compile(folder))
    return Pack(
        code=folder.name,
        habits=data.habits,
        certainty=data.certainty,
        page=data.page,
        lexicon=Lexicon(data.lexicon),
        clitics=_clitics(data.habits),
        honorifics=data.honorifics,
        abbreviations=frozenset(a.lower().rstrip(".") for a in data.habits.sentence.abbreviations),
        prepositions=frozenset(w for words in data.habits.preposition.values() for w in words),
        _entries=data.entries,
    )


def digest(folder: Traversable) -> str:
    """A digest of all that the pack in `folder` is compiled from."""
    languages, text = files("dragoman.languages"), files("dragoman.text")
    return disk.digest(
        (
            *(folder.joinpath(name) for name in _FILES),
            languages.joinpath("concepts.toml"),
            *(languages.joinpath(f"{name}.py") for name in _CODE),
            *(text.joinpath(f"{name}.py") for name in ("fold", "tokens")),
        ),
        folder.name,
    )


def _compile(folder: Traversable) -> PackData:
    habits = _read(folder, "pack.toml", schema.PackFile)
    certainty = _read(folder, "certainty.toml", schema.CertaintyFile, optional=True)
    page = _read(folder, "page.toml", schema.PageFile, optional=True)
    entries: list[tuple[str, schema.Entry]] = []
    honorifics: list[str] = []
    for name in ENTRY_FILES:
        found = _read(folder, name, schema.EntryFile, optional=True)
        entries.extend((name, entry) for entry in found.entry)
        named = found.honorifics
        honorifics.extend(w for ws in named.values() for w in ws) if isinstance(
            named, dict
        ) else honorifics.extend(named)
    _check_names(folder.name, habits, entries)
    words = [
        *function_words(habits, certainty, honorifics),
        *entry_words(folder.name, habits, entries, _paradigms(folder)),
    ]
    return PackData(
        habits=habits,
        entries=msgspec.Raw(msgspec.msgpack.encode(entries)),
        certainty=certainty,
        page=page,
        lexicon=lexicon_data(words, Cutter(_clitics(habits))),
        honorifics=tuple(honorifics),
    )


def _clitics(habits: schema.PackFile) -> Clitics:
    return Clitics(
        before=habits.clitics.before,
        article=habits.clitics.article,
        after=tuple(sorted(habits.clitics.after, key=len, reverse=True)),
        changes=habits.clitics.after_changes,
        ends=habits.clitics.after_ends,
    )


def _read(folder: Traversable, name: str, kind: type[schema.S], optional: bool = False) -> schema.S:
    file = folder.joinpath(name)
    if optional and not file.is_file():
        return kind()
    return read_table(file, f"languages/{folder.name}/{name}", kind)


def _paradigms(folder: Traversable) -> dict[str, Paradigm]:
    file, place = folder.joinpath("paradigms.toml"), f"languages/{folder.name}/paradigms.toml"
    if not file.is_file():
        return {}
    found: dict[str, Paradigm] = {}
    for name, table in read_raw(file, place).items():
        try:
            found[name] = Paradigm.of(table)
        except KeyError as error:
            raise PackError(
                place, f"[{name}]", f"lacks {error}", "The other packs show what a paradigm holds."
            ) from error
        except (TypeError, ValueError, AttributeError, re.error) as error:
            raise PackError(
                place, f"[{name}]", str(error), "The other packs show what a paradigm holds."
            ) from error
    return found


def _check_names(code: str, habits: schema.PackFile, entries: list[tuple[str, schema.Entry]]) -> None:
    for table, allowed, given in (
        ("words", schema.WORD_CLASSES, habits.words),
        ("auxiliary", schema.AUXILIARIES, habits.auxiliary),
        ("preposition", schema.PREPOSITIONS, habits.preposition),
    ):
        for key in given:
            if key not in allowed:
                known = f"Known: {', '.join(sorted(allowed))}."
                raise PackError(f"languages/{code}/pack.toml", f"[{table}]", f"{key!r} is not known", known)
    for name, entry in entries:
        if entry.concept not in concepts():
            remedy = "concepts.toml lists them; mend the name, or add it there."
            raise PackError(f"languages/{code}/{name}", f"concept {entry.concept!r}", "is no concept", remedy)
