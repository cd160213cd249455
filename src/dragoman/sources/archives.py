"""Archives (.zip, .tar, .tar.gz) and packed files (.gz), read member by member in memory.

Nothing is unpacked to disk, so a member's name is only a label: one that climbs out of the folder does
no harm. Size, number and ratio are limited against bombs; links and devices are passed over.
"""

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from dragoman.errors import SourceError
from dragoman.sources.limits import MB, Limits, megabytes, too_large
from dragoman.sources.sniff import HEAD


def members(
    form: str, stream: IO[bytes], source: str, limits: Limits
) -> Iterator[tuple[str, bytes] | SourceError]:
    """The files of an archive as (name, bytes), in its own order.

    Raises SourceError where the archive as a whole is broken or too large.
    """
    try:
        if form == "zip":
            yield from _zip(stream, source, limits)
        elif form == "tar":
            yield from _tar(stream, source, limits)
        else:
            yield from _gzip(stream, source, limits)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise SourceError(
            source,
            f"the archive is broken ({str(error) or type(error).__name__}).",
            "Unpack it and read the folder.",
        ) from None


def _zip(stream: IO[bytes], source: str, limits: Limits) -> Iterator[tuple[str, bytes] | SourceError]:
    total = 0
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        _check_count(len(infos), source, limits)
        for info in infos:
            if info.is_dir():
                continue
            name = label(source, info.filename)
            if info.flag_bits & 1:
                yield SourceError(name, "it is locked with a password.", "Unpack it and read the folder.")
                continue
            if info.file_size > limits.file_bytes:
                yield too_large(name, info.file_size, limits.file_bytes)
                continue
            if info.file_size > MB and info.file_size > limits.archive_ratio * max(info.compress_size, 1):
                yield SourceError(
                    name, f"it unpacks to more than {limits.archive_ratio} times its size, and is refused."
                )
                continue
            try:
                with archive.open(info) as file:
                    data = file.read(limits.file_bytes + 1)
            except (
                zipfile.BadZipFile,
                zlib.error,
                EOFError,
                NotImplementedError,
                RuntimeError,
                OSError,
            ) as error:
                yield SourceError(name, f"it cannot be unpacked ({error}).", "Unpack it and read the folder.")
                continue
            total = _check_total(total + len(data), source, limits)
            yield info.filename, data


def _tar(stream: IO[bytes], source: str, limits: Limits) -> Iterator[tuple[str, bytes] | SourceError]:
    with tarfile.open(fileobj=cast(IO[bytes], _Counted(stream, source, limits)), mode="r|") as archive:
        for number, info in enumerate(archive, start=1):
            _check_count(number, source, limits)
            if not info.isfile():
                continue
            if info.size > limits.file_bytes:
                yield too_large(label(source, info.name), info.size, limits.file_bytes)
                continue
            file = archive.extractfile(info)
            yield info.name, file.read(limits.file_bytes + 1) if file else b""


def _gzip(stream: IO[bytes], source: str, limits: Limits) -> Iterator[tuple[str, bytes] | SourceError]:
    """A packed tar, or one packed file, named without its ".gz"."""
    with gzip.GzipFile(fileobj=stream) as unpacked:
        buffered = io.BufferedReader(cast(io.RawIOBase, unpacked), HEAD)
        if buffered.peek(HEAD)[257:262] == b"ustar":
            yield from _tar(cast(IO[bytes], buffered), source, limits)
            return
        data = buffered.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            raise too_large(source, None, limits.file_bytes)
        name = source.rpartition("/")[2]
        yield (name[:-3] if name.lower().endswith(".gz") else name), data


def label(source: str, member: str) -> str:
    """A member's name in the record: printable, and after "!".

    >>> label("reports.zip", "../../etc/passwd")
    'reports.zip!../../etc/passwd'
    """
    shown = "".join(c if c.isprintable() else "�" for c in member)
    return f"{source}!{shown[:500]}"


class _Counted(io.RawIOBase):
    """A stream that refuses to give more than an archive may unpack to."""

    def __init__(self, stream: IO[bytes], source: str, limits: Limits) -> None:
        self._stream, self._source, self._limits, self._total = stream, source, limits, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._total = _check_total(self._total + len(data), self._source, self._limits)
        return data


def _check_total(total: int, source: str, limits: Limits) -> int:
    if total > limits.archive_bytes:
        raise SourceError(
            source,
            f"it unpacks to more than {megabytes(limits.archive_bytes)}; the rest of it is not read.",
            "Unpack it and read the folder, or raise the limit with --max-mb.",
        )
    return total


def _check_count(count: int, source: str, limits: Limits) -> None:
    if count > limits.archive_files:
        raise SourceError(
            source,
            f"it holds more than {limits.archive_files:,} files; the rest of it is not read.",
            "Split it.",
        )
