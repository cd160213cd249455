"""The reports in a folder: every file below it that may be one, in the order of their names."""

import os
import re
from collections.abc import Iterator
from typing import IO

from dragoman.errors import SourceError
from dragoman.sources.records import is_own_output

# What lies beside reports and is none. Everything else is opened and judged by its content, so that a
# PDF is reported as unread and not passed over in silence.
_OTHER = frozenset(
    re.findall(
        r"\w+",
        """
        css js mjs ts py pyc sh bat c h cpp rs go java rb php sql toml yaml yml ini cfg conf lock log
        csv tsv bib tex png jpg jpeg gif webp svg ico bmp tif tiff avif heic mp3 mp4 m4a wav ogg webm mov
        woff woff2 ttf otf eot exe dll so dylib bin dat db sqlite sqlite3 parquet feather pickle pkl npy
        avi mkv map tmp bak swp
        """,
    )
)
_FIXED = frozenset(
    {"thumbs.db", "desktop.ini", "readme", "readme.md", "readme.txt", "license", "licence", "makefile"}
)
_DEEP = 64  # folders in folders
# What the page and the Markdown of a dossier carry in their first lines.
_HTML_MARK = b'name="generator" content="dragoman'
_MARKDOWN_MARK = b"<!-- dragoman"
_JSON_SIZE = 20_000_000


def reports(folder: str) -> Iterator[str | SourceError]:
    """Paths of the files below `folder`, sorted; a folder that may not be entered is a SourceError.

    Passed over: hidden files, pictures, code and tables by their suffix, READMEs, and folders that were
    visited before (a link that leads back).
    """
    yield from _walk(folder, 0, set())


def own_output(file: IO[bytes], name: str) -> bool:
    """Whether an open file is a dossier or a reading written by this package, or JSON without documents.

    The file is left at its start.
    """
    suffix = name.lower().rpartition(".")[2]
    if suffix in {"html", "htm"}:
        head = file.read(16384)
        file.seek(0)
        return _HTML_MARK in head
    if suffix in {"md", "markdown"}:
        head = file.read(400)
        file.seek(0)
        return _MARKDOWN_MARK in head
    if suffix not in {"json", "jsonl", "ndjson"}:
        return False
    head = file.read(_JSON_SIZE) if suffix == "json" else file.readline(_JSON_SIZE)
    file.seek(0)
    return is_own_output(head)


def is_report(path: str) -> bool:
    """Whether a search of its folder would take the file at `path` for a report. Raises OSError."""
    if _passed_over(os.path.basename(path)):
        return False
    with open(path, "rb") as file:
        return not own_output(file, path)


def _passed_over(name: str) -> bool:
    name = name.lower()
    if name.startswith((".", "~")) or name.endswith("~") or name in _FIXED or name == "__macosx":
        return True
    return "." in name and name.rpartition(".")[2] in _OTHER


def _walk(folder: str, depth: int, visited: set[tuple[int, int]]) -> Iterator[str | SourceError]:
    try:
        found = os.stat(folder)
        if (found.st_dev, found.st_ino) in visited or depth > _DEEP:
            return
        visited.add((found.st_dev, found.st_ino))
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(
            folder, f"the folder cannot be read ({error.strerror}).", "Check who owns it: ls -ld shows it."
        )
        return
    for entry in listed:
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if is_folder and not entry.name.startswith(".") and entry.name != "__MACOSX":
            yield from _walk(entry.path, depth + 1, visited)
        elif not is_folder and not _passed_over(entry.name):
            yield entry.path
