"""What was compiled once is kept on disk: checking and compiling a pack takes seconds, loading it again
a hundredth of one.

A file holds plain values (MessagePack: no code, so that a forged file can give wrong words at most),
opens with a digest of itself, and has in its name a digest of everything it was made from: the data
files, the code that compiles them, the versions of this package, of Python and of its Unicode tables.
So a change in any of them leads to another file. What cannot be read, belongs to somebody else or does
not hold what is asked for counts as absent; where nothing can be written, nothing is kept.

Folder: `DRAGOMAN_CACHE` where it is set (empty: keep nothing), else the cache folder of the platform.
"""

import contextlib
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import blake2b
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.version import __version__

T = TypeVar("T")

VARIABLE = "DRAGOMAN_CACHE"
_SUFFIX = ".compiled"
_SEAL = 16  # bytes of the digest at the head of a file
_KEPT = 4  # files of one name: two checkouts and two interpreters should not drive each other out


def folder(platform: str = sys.platform) -> Path | None:
    """Where compiled data is kept, or None for nowhere."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    if platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
        return Path(base, "dragoman", "cache") if base else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if platform == "darwin":
        return home / "Library" / "Caches" / "dragoman"
    # XDG Base Directory Specification: a relative path in the variable is to be ignored.
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else home / ".cache") / "dragoman"


def digest(sources: Iterable[Traversable], *others: str) -> str:
    """A name for the contents of `sources` and `others`; a source that is missing counts as missing."""
    versions = (__version__, msgspec.__version__, sys.version, unicodedata.unidata_version)
    made = blake2b("\0".join((*versions, *others)).encode(), digest_size=16)
    for source in sources:
        data = source.read_bytes() if source.is_file() else None
        made.update(f"\0{source.name} {'-' if data is None else len(data)}\0".encode())
        made.update(data or b"")
    return made.hexdigest()


def compiled(name: str, key: str, kind: type[T], make: Callable[[], T]) -> T:
    """What `make` gives, from disk where it was made before.

    name: of the file.    key: `digest` of all that it is made from.    kind: what it is, a type
    msgspec can read back. The value has been through MessagePack in either case, so that a first run
    and a later one work with the same. What `make` raises is passed on, and nothing is kept then.
    """
    home = folder()
    if home is not None:
        found = _read(home / f"{name}-{key}{_SUFFIX}", kind)
        if found is not None:
            return found
    data = msgspec.msgpack.encode(make())
    if home is not None:
        _write(home, name, key, data)
    return msgspec.msgpack.decode(data, type=kind)


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        with path.open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            seal, data = file.read(_SEAL), file.read()
        if blake2b(data, digest_size=_SEAL).digest() != seal:
            return None
        return msgspec.msgpack.decode(data, type=kind)
    except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None


def _write(home: Path, name: str, key: str, data: bytes) -> None:
    """Whole or not at all: another process may be reading or writing the same file."""
    draft = home / f".{name}-{key}-{os.getpid()}"
    with contextlib.suppress(OSError):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with draft.open("xb") as file:
                file.write(blake2b(data, digest_size=_SEAL).digest() + data)
            draft.replace(home / f"{name}-{key}{_SUFFIX}")
        finally:
            draft.unlink(missing_ok=True)
        kept = sorted(home.glob(f"{name}-*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
