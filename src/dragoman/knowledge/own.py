"""The user's own store: entities from lists of his choice, beside those that ship with the package.

One SQLite file, so that a million names cost a reader nothing until one is asked for. Filing is idempotent:
a row is known by the id its list gives it, and filing it again replaces it. A long list that was stopped
goes on where it was, for how far it was read is kept in the same transaction as what was read.

File: `DRAGOMAN_KNOWLEDGE` where it is set (empty: none), else `knowledge.db` in the data folder of the
platform.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from dragoman.errors import DragomanError
from dragoman.knowledge.entry import Entry
from dragoman.knowledge.gather import case_of
from dragoman.knowledge.values import Alias, Known
from dragoman.text.fold import bare

VARIABLE = "DRAGOMAN_KNOWLEDGE"
_VERSION = 1
_SCHEMA = """
CREATE TABLE entity (id TEXT PRIMARY KEY, known BLOB NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (
  folded TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, entity TEXT NOT NULL,
  source TEXT NOT NULL, ambiguous INTEGER NOT NULL, PRIMARY KEY (folded, language, text, entity, source)
) WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity);
CREATE INDEX alias_language ON alias (language);
CREATE TABLE key (key TEXT NOT NULL, entity TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (key, entity, text)) WITHOUT ROWID;
CREATE INDEX key_entity ON key (entity);
CREATE TABLE reading (
  source TEXT PRIMARY KEY, stamp TEXT NOT NULL, line INTEGER NOT NULL, done INTEGER NOT NULL
);
"""


class OwnStoreError(DragomanError):
    """The user's own store cannot be opened or written.    path: of its file."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}. Name another file with {VARIABLE}, or move this one away.")


def own_path(platform: str = sys.platform) -> Path | None:
    """Where the user's own store lies, whether it is there yet or not; None for nowhere."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    if platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return Path(base, "dragoman", "knowledge.db") if base else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "darwin":
        return home / "Library" / "Application Support" / "dragoman" / "knowledge.db"
    # XDG Base Directory Specification: a relative path in the variable is to be ignored.
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if os.path.isabs(base) else home / ".local" / "share") / "dragoman" / "knowledge.db"


class Own:
    """The user's own store, open. Raises OwnStoreError where the file is none of ours or cannot be used."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        try:
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
            mode = "rwc" if write else "ro"
            self._db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
            )
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and write:
                self._db.executescript(
                    f"PRAGMA journal_mode=WAL; BEGIN; {_SCHEMA} PRAGMA user_version={_VERSION}; COMMIT;"
                )
            elif version != _VERSION:
                raise OwnStoreError(path, f"is no store of names of version {_VERSION}")
        except (sqlite3.Error, OSError) as error:
            raise OwnStoreError(path, str(error)) from error
        self._known: dict[str, Known | None] = {}

    def close(self) -> None:
        self._db.close()

    # ── reading ──

    def get(self, entity_id: str) -> Known | None:
        """The entity of this id, or None."""
        if entity_id not in self._known:
            row = self._db.execute("SELECT known FROM entity WHERE id = ?", (entity_id,)).fetchone()
            self._known[entity_id] = msgspec.msgpack.decode(row[0], type=Known) if row else None
        return self._known[entity_id]

    def aliases(self, languages: Iterable[str]) -> Iterator[Alias]:
        """Every alias of these languages ("" is that of lists that name none)."""
        for language in languages:
            with closing(
                self._db.execute(
                    "SELECT text, entity, min(ambiguous) FROM alias WHERE language = ?"
                    " GROUP BY folded, text, entity",
                    (language,),
                )
            ) as rows:
                for text, entity, ambiguous in rows:
                    yield Alias(text, entity, "name", bool(ambiguous), case_of(text))

    def named(self, name: str) -> list[tuple[str, str]]:
        """(entity, text) of the aliases that are `name` but for case and diacritics."""
        return self._db.execute(
            "SELECT DISTINCT entity, text FROM alias WHERE folded = ? ORDER BY entity, text", (bare(name),)
        ).fetchall()

    def sharing(self, keys: Iterable[str], most: int) -> list[tuple[str, str]]:
        """(entity, text) of up to `most` aliases that share one of `keys`, those that share most first."""
        wanted = list(keys)[:900]  # SQLite takes 999 parameters in its older builds
        marks = ",".join("?" * len(wanted))
        return self._db.execute(
            f"SELECT entity, text FROM key WHERE key IN ({marks}) GROUP BY entity, text"
            " ORDER BY count(*) DESC, entity, text LIMIT ?",
            (*wanted, most),
        ).fetchall()

    def counts(self) -> tuple[int, int]:
        """How many entities and aliases there are."""
        entities = self._db.execute("SELECT count(*) FROM entity").fetchone()[0]
        return entities, self._db.execute("SELECT count(*) FROM alias").fetchone()[0]

    def stamp(self) -> str:
        """Changes whenever the store does."""
        rows = self._db.execute("SELECT source, stamp, line, done FROM reading ORDER BY source").fetchall()
        return repr((rows, self.counts()))

    # ── filing ──

    def reached(self, source: str, stamp: str) -> tuple[int, bool]:
        """The line up to which `source` (in its state `stamp`) was read, and whether to its end."""
        row = self._db.execute(
            "SELECT line, done FROM reading WHERE source = ? AND stamp = ?", (source, stamp)
        ).fetchone()
        return (row[0], bool(row[1])) if row else (0, False)

    def file(
        self,
        entries: Iterable[Entry],
        source: str,
        stamp: str,
        line: int,
        done: bool,
        keys: Callable[[str], Iterable[str]],
        same: Callable[[Entry], str | None],
    ) -> None:
        """File a batch and how far `source` is read, both or neither.

        keys: the blocking keys of a name.    same: the id by which the package knows an entry, or None.
        """
        db = self._db
        try:
            db.execute("BEGIN IMMEDIATE")
            for entry in entries:
                self._replace(entry, source, keys, same(entry))
            db.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)", (source, stamp, line, done))
            db.execute("COMMIT")
        except sqlite3.Error as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise OwnStoreError(self.path, str(error)) from error
        self._known.clear()

    def _replace(
        self, entry: Entry, source: str, keys: Callable[[str], Iterable[str]], same: str | None
    ) -> None:
        db, entity = self._db, same or entry.id
        db.execute("DELETE FROM alias WHERE entity = ? AND source = ?", (entity, source))
        known = Known(
            id=entity,
            label=entry.label,
            type=entry.type,
            country=entry.country,
            sector=entry.sector,
            wikidata=entry.wikidata,
            sponsor=entry.sponsor,
            labels={code: forms[0] for code, forms in entry.names.items() if code and forms},
        )
        db.execute(
            "INSERT OR REPLACE INTO entity VALUES (?, ?, ?)", (entity, msgspec.msgpack.encode(known), source)
        )
        weak = {bare(form) for form in entry.weak}
        names = {"": (entry.label,), **entry.names} if not entry.names else entry.names
        for language, forms in names.items():
            for text in forms:
                folded = bare(text)
                if not folded.strip():
                    continue
                open_form = folded in weak or (" " not in text and entry.type in ("person", "org"))
                row = (folded, language, text, entity, source, open_form)
                db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?, ?, ?, ?, ?)", row)
                db.executemany(
                    "INSERT OR IGNORE INTO key VALUES (?, ?, ?)", [(k, entity, text) for k in keys(text)]
                )
        db.execute(
            "DELETE FROM key WHERE entity = ?1 AND text NOT IN (SELECT text FROM alias WHERE entity = ?1)",
            (entity,),
        )


def open_own() -> Own | None:
    """The user's own store for reading, or None where there is none."""
    path = own_path()
    return Own(path) if path is not None and path.is_file() else None
