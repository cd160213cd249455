"""Words to the user, on stderr: never a control character out of somebody's file on the terminal."""

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from dragoman.model import Unread

ALL_READ, SOME_UNREAD, WRONG_USAGE, STOPPED, BROKEN_PIPE = 0, 1, 2, 130, 141

_LISTED = 50  # unread sources listed; the dossier lists all


def say(text: str) -> None:
    """A line on stderr."""
    click.echo(safe(text), err=True)


def complain(text: str) -> None:
    """An error on stderr."""
    say(f"dragoman: {text}")


def safe(text: str) -> str:
    """`text` without characters that would move a terminal's cursor or colour it."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


def silence() -> None:
    """Nobody reads stdout any more: let the flush at the end go nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def documents(count: int) -> str:
    """ "1 document", "12 documents"."""
    return "1 document" if count == 1 else f"{count:,} documents"


def report(
    read: int,
    unread: Sequence[Unread],
    repeated: Sequence[Unread],
    partly: Sequence[Unread] = (),
    *,
    quiet: bool,
    stopped: bool = False,
) -> None:
    """The last lines of a run: how many were read, and which not, or only in part, and why."""
    if quiet and not unread and not partly:
        return
    again = f", {len(repeated)} more a second time" if repeated else ""
    head = f"{documents(read)} read{again}"
    if stopped:
        head = f"stopped: {head}"
    say(f"{head}, {len(unread)} not:" if unread else f"{head}.")
    _list(unread)
    if partly:
        say("Read with a reserve:")
        _list(partly)


def _list(rows: Sequence[Unread]) -> None:
    for each in rows[:_LISTED]:
        say(f"  {each.source}: {each.why}")
    if len(rows) > _LISTED:
        say(f"  … and {len(rows) - _LISTED} more; the dossier lists them all.")
