"""Where a result goes and in which form: a file that appears whole or not at all, or stdout."""

import contextlib
import glob
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Self

import click

from dragoman.cli.talk import BROKEN_PIPE, silence
from dragoman.model import Dossier, Reading

FOR_PEOPLE = {"html": (".html", ".htm"), "md": (".md", ".markdown")}


def format_name(path: str | None, given: str | None) -> str | None:
    """The format asked for by name or by the suffix of `path`; None for the summary on stdout.

    Raises click.UsageError for a name or a suffix that no format has.
    """
    from dragoman.exports import FORMATS

    known = {**FOR_PEOPLE, **{name: form.suffixes for name, form in FORMATS.items()}}
    aliases = {"htm": "html", "markdown": "md", "ndjson": "jsonl"}
    if given is not None:
        name = given.lower().lstrip(".")
        name = aliases.get(name, name)
        if name not in known:
            raise click.UsageError(f"--format {given}: no such format. Known are {_listed(known)}.")
        return name
    if path is None or path == "-":
        return None
    ends = [
        (len(end), name) for name, suffixes in known.items() for end in suffixes if path.lower().endswith(end)
    ]
    if not ends:
        raise click.UsageError(
            f"-o {path}: its suffix names no format. Known are {_listed(known)}. "
            "Change the suffix, or name a format with --format."
        )
    return max(ends)[1]


def _listed(known: dict[str, tuple[str, ...]]) -> str:
    return ", ".join(f"{name} ({' '.join(suffixes)})" for name, suffixes in known.items())


def written(dossier: Dossier, form: str, *, readings: bool = False, mark: bool = False) -> Iterator[bytes]:
    """The dossier in `form`, in pieces.

    readings: with the texts, where the form leaves the choice.
    mark:     Markdown opens with a comment that shows nowhere, by which a later search for reports in
              the same folder knows the file; the other forms are known by their own marks.
    """
    from dragoman.exports import FORMATS, write_json

    if form == "html":
        from dragoman.dossier import render_html

        yield render_html(dossier, generated=_now()).encode("utf-8", "replace")
    elif form == "md":
        from dragoman.dossier import render_markdown

        if mark:
            yield f"<!-- dragoman {dossier.version} -->\n\n".encode()
        yield render_markdown(dossier).encode("utf-8", "replace")
    elif form == "json":
        yield write_json(dossier, readings=readings)
    else:
        yield from FORMATS[form].write(dossier)


def lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """Readings as JSON lines, each written as soon as it is there."""
    from dragoman.exports import write_jsonl

    return iter(write_jsonl(readings))


def check_target(path: str | None, sources: Iterable[str]) -> None:
    """Refuses an output file that cannot be written or that is one of the reports to read.

    Raises click.UsageError, before anything is read.
    """
    if path is None or path == "-":
        return
    target = Path(path)
    if target.is_dir():
        raise click.UsageError(
            f"-o {path}: that is a folder. Name a file in it: -o {target / 'dossier.html'}"
        )
    parent = target.parent
    if not parent.is_dir():
        raise click.UsageError(f"-o {path}: there is no folder {parent}. Make it first: mkdir -p {parent}")
    if not target.exists():
        if not os.access(parent, os.W_OK):
            raise click.UsageError(f"-o {path}: nothing may be written in {parent}. Choose another folder.")
        return
    for source in sources:
        if _holds(source, target):
            raise click.UsageError(
                f"-o {path}: that file is one of the reports to read, and would be lost. Choose another name."
            )


def _holds(source: str, target: Path) -> bool:
    """Whether the existing file `target` would be read as (a part of) `source`."""
    from dragoman.sources import is_report

    with contextlib.suppress(OSError, ValueError):
        if os.path.isdir(source):
            inside = Path(source).resolve() in target.resolve().parents
            return inside and target.stat().st_size > 0 and is_report(str(target))
        if os.path.exists(source):
            return os.path.samefile(source, target)
        if glob.has_magic(source):
            return any(
                os.path.samefile(path, target) and is_report(path)
                for path in glob.iglob(source, recursive=True)
            )
    return False


class Target:
    """A file under its own name only when it is whole, or stdout. Use as a context manager; an
    exception inside leaves what was there before."""

    def __init__(self, path: str | None) -> None:
        # A link keeps pointing where it points; what it points to is replaced.
        self._path = None if path is None or path == "-" else Path(os.path.realpath(path))
        self._file: IO[bytes] | None = None
        self._direct = (
            self._path is not None and self._path.exists() and not stat.S_ISREG(self._path.stat().st_mode)
        )

    def __enter__(self) -> Self:
        if self._path is None:
            self._file = sys.stdout.buffer
        elif self._direct:  # /dev/null, a pipe
            self._file = open(self._path, "wb")
        else:
            # The name is a hidden one, so that a folder being read does not show the half-written file.
            self._file = tempfile.NamedTemporaryFile(
                dir=self._path.parent, prefix=f".{self._path.name[:100]}.", suffix=".part", delete=False
            )
        return self

    def write(self, data: bytes) -> None:
        assert self._file is not None
        with _readers_may_leave():
            self._file.write(data)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert self._file is not None
        if self._path is None:
            with _readers_may_leave():
                self._file.flush()
            return
        if self._direct:
            self._file.close()
            return
        part = self._file.name
        try:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())
            self._file.close()
            if kind is None:
                os.chmod(part, _mode(self._path))
                os.replace(part, self._path)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(part)


@contextlib.contextmanager
def _readers_may_leave() -> Iterator[None]:
    """`dragoman read … | head` ends without a word once head has seen enough."""
    try:
        yield
    except BrokenPipeError:
        silence()
        raise click.exceptions.Exit(BROKEN_PIPE) from None


def _mode(path: Path) -> int:
    """The permissions of the file replaced, or those any new file gets."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _now() -> str:
    """The time for the page's foot; SOURCE_DATE_EPOCH makes it repeatable (reproducible-builds.org)."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = time.gmtime(int(stated) if stated.isdecimal() else None)
    return time.strftime("%Y-%m-%d %H:%M UTC", moment)
