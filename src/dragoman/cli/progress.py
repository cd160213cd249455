"""How far the reading is: a bar on a terminal, a line now and then elsewhere."""

import shutil
import sys
import time
from typing import Self, TextIO

from dragoman.cli.talk import safe

_REDRAWN = 0.1  # seconds between two drawings of the bar
_SPOKEN = 5.0  # seconds between two plain lines
_BAR = 24  # cells


class Progress:
    """Counts documents on stderr. total: how many to expect, or None where nobody knows."""

    def __init__(self, total: int | None, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._total, self._quiet = total, quiet
        self._terminal = self._stream.isatty()
        self._read = self._unread = 0
        self._started = self._spoken = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def read(self, source: str | None = None) -> None:
        """One more document was read."""
        self._read += 1
        self._tell(source)

    def missed(self, source: str | None = None) -> None:
        """One more source was not read, or was read before."""
        self._unread += 1
        self._tell(source)

    def _tell(self, source: str | None) -> None:
        now = time.monotonic()
        if self._quiet or now - self._spoken < (_REDRAWN if self._terminal else _SPOKEN):
            return
        self._spoken = now
        done = self._read + self._unread
        # Sources may hold more documents than were counted beforehand; a bar never shrinks or overflows.
        total = max(self._total, done) if self._total else None
        counted = f"{done:,} of {total:,}" if total else f"{done:,}"
        missed = f", {self._unread:,} not read" if self._unread else ""
        speed = f", {done / max(now - self._started, 0.001):,.0f} a second"
        if not self._terminal:
            self._stream.write(f"dragoman: {counted} documents{missed}{speed}\n")
        else:
            filled = _BAR * done // total if total else 0
            bar = f"[{'#' * filled}{'-' * (_BAR - filled)}] " if total else ""
            line = f"{bar}{counted}{missed}{speed}  {safe(source or '')}"
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\x1b[K{line[:width]}")
            self._drawn = True
        self._stream.flush()
