"""Documents through a function, over several processes, in their order.

What crosses over to a process is the raw piece, so that taking an article out of a page, the dearest
step, is done there too. Only a few pieces per process are on their way at any time. An exception costs
its document alone. A process that dies (a crash in native code, no memory) costs the one piece that
kills a fresh process as well; the others that were on their way are read again.
"""

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import resource_tracker
from typing import Generic, TypeVar

from dragoman.model import Document, Unread
from dragoman.sources.build import text_id
from dragoman.sources.limits import Limits
from dragoman.sources.load import Seen, Source, all_pieces
from dragoman.sources.parse import documents
from dragoman.sources.pieces import Piece

T = TypeVar("T")

_AHEAD = 4  # pieces on their way per process

# One document's result with what tells whether it was read before: (id, digest, source, result).
_Marked = tuple[str, str, str, T]


def each(
    function: Callable[[Document], T],
    source: Source | Iterable[Source],
    *,
    jobs: int = 1,
    limits: Limits | None = None,
) -> Iterator[T | Unread]:
    """`function` of every document of `source`, in order, and an `Unread` for each that is not read.

    function: a module's own function (or a `functools.partial` of one) where `jobs` > 1; it is
              sent to the other processes by name.
    jobs:     processes; 1 stays in this one. The processes are started afresh ("spawn"), so a script
              that calls this has its own calls under `if __name__ == "__main__":`.
    """
    limits = limits or Limits()
    seen = Seen()
    found = all_pieces(source, limits)
    if jobs <= 1:
        for piece in found:
            if isinstance(piece, Unread):
                yield piece
                continue
            for document in documents(piece, limits=limits):
                if isinstance(document, Unread):
                    yield document
                    continue
                repeated = seen.check(document.id, text_id(document.text), document.source or "")
                yield _apply(function, document) if repeated is None else repeated
        return
    for outcome in _Spread(function, jobs, limits).run(found):
        if isinstance(outcome, Unread):
            yield outcome
        else:
            id, digest, name, result = outcome
            repeated = seen.check(id, digest, name)
            yield result if repeated is None else repeated


def _apply(function: Callable[[Document], T], document: Document) -> T | Unread:
    try:
        return function(document)
    except Exception as error:
        return Unread(
            source=document.source or document.id,
            why=f"the reader failed on it ({type(error).__name__}: {str(error)[:200]}). "
            "That is a fault of the reader: please report it with the text.",
        )


def _work(function: Callable[[Document], T], limits: Limits, piece: Piece) -> list[_Marked[T] | Unread]:
    """In the other process: everything one piece gives."""
    results: list[_Marked[T] | Unread] = []
    for document in documents(piece, limits=limits):
        if isinstance(document, Unread):
            results.append(document)
            continue
        result = _apply(function, document)
        if isinstance(result, Unread):
            results.append(result)
        else:
            results.append((document.id, text_id(document.text), document.source or "", result))
    return results


def _is_done(waiting: object) -> bool:
    return isinstance(waiting, Unread) or (isinstance(waiting, tuple) and waiting[1].done())


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Starts processes that never see Ctrl-C, which a terminal sends to all of them; only this one
    decides what it means. A blocked signal stays blocked in a new process, and waits in this one."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which would undo the blocking later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Spread(Generic[T]):
    """A pool that is replaced when one of its processes dies."""

    def __init__(self, function: Callable[[Document], T], jobs: int, limits: Limits) -> None:
        self._function, self._jobs, self._limits = function, jobs, limits
        self._pool = self._new(jobs)

    def run(self, found: Iterable[Piece | Unread]) -> Iterator[_Marked[T] | Unread]:
        ahead: deque[Unread | tuple[Piece, Future[list[_Marked[T] | Unread]]]] = deque()
        try:
            for piece in found:
                ahead.append(piece if isinstance(piece, Unread) else (piece, self._submit(piece)))
                while ahead and (len(ahead) >= self._jobs * _AHEAD or _is_done(ahead[0])):
                    yield from self._take(ahead)
            while ahead:
                yield from self._take(ahead)
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _take(
        self, ahead: "deque[Unread | tuple[Piece, Future[list[_Marked[T] | Unread]]]]"
    ) -> Iterable[_Marked[T] | Unread]:
        first = ahead.popleft()
        if isinstance(first, Unread):
            return [first]
        piece, future = first
        try:
            return future.result()
        except BrokenProcessPool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        except Exception as error:  # the result, or the function, cannot be sent between processes
            return [Unread(source=piece.source, why=f"its reading could not be handed over ({error}).")]
        # Which of the pieces on their way it was, the pool does not tell: this one is tried alone.
        alone = self._alone(piece)
        self._pool = self._new(self._jobs)
        for place, waiting in enumerate(ahead):
            if not isinstance(waiting, Unread):
                ahead[place] = (waiting[0], self._submit(waiting[0]))
        return alone

    def _alone(self, piece: Piece) -> list[_Marked[T] | Unread]:
        with self._new(1) as pool:
            try:
                with _undisturbed():
                    future = pool.submit(_work, self._function, self._limits, piece)
                return future.result()
            except BrokenProcessPool:
                why = "the process that read it died (a crash, or no memory left). Split it, or leave it out."
                return [Unread(source=piece.source, why=why)]

    def _submit(self, piece: Piece) -> "Future[list[_Marked[T] | Unread]]":
        try:
            with _undisturbed():
                return self._pool.submit(_work, self._function, self._limits, piece)
        except BrokenProcessPool as error:
            failed: Future[list[_Marked[T] | Unread]] = Future()
            failed.set_exception(error)
            return failed

    @staticmethod
    def _new(jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(max_workers=jobs, mp_context=multiprocessing.get_context("spawn"))
