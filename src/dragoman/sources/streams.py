"""Streams whose first bytes have been looked at, and that cannot go back."""

import io
from typing import IO

from dragoman.sources.sniff import HEAD


def head_of(stream: IO[bytes]) -> bytes:
    """The first bytes; a pipe may give them bit by bit."""
    parts = b""
    while len(parts) < HEAD:
        part = stream.read(HEAD - len(parts))
        if not part:
            break
        parts += part
    return parts


class _Raw(io.RawIOBase):
    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        if self._head:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)


class Rest(io.BufferedReader):
    """What was looked at already, then the rest of a stream."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        super().__init__(_Raw(head, stream), 1 << 16)
