"""Why a source is not read, as a value: one line, and no control character out of a file's name."""

import errno
import os

from dragoman.errors import SourceError
from dragoman.model import Unread


def unread(error: SourceError) -> Unread:
    """A refusal as a value: why and what to do next, on one line."""
    return Unread(source=error.source, why=f"{error.why} {error.remedy}" if error.remedy else error.why)


def printable(name: str) -> str:
    """A file's name for the record: names in another encoding and control characters made harmless."""
    try:
        text = os.fsencode(name).decode("utf-8", "replace")
    except UnicodeEncodeError:  # half characters: no file has such a name
        text = name.encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "�" for c in text)


def system_error(shown: str, error: OSError | ValueError) -> SourceError:
    """What the operating system said, in words, and what to do next."""
    number = getattr(error, "errno", None)
    if number == errno.ENOENT:
        if os.path.islink(shown):
            return SourceError(shown, "a symbolic link that points to nothing.", "Repair or remove the link.")
        return SourceError(shown, "there is no such file or folder.", "Check the path.")
    if number == errno.ELOOP:
        return SourceError(shown, "a symbolic link that leads back to itself.", "Repair or remove the link.")
    if number in {errno.EACCES, errno.EPERM}:
        return SourceError(
            shown, "it may not be read (permission denied).", "Check who owns it: ls -l shows it."
        )
    if number == errno.ENAMETOOLONG:
        return SourceError(
            shown[:100] + "…",
            "the name is too long for a file.",
            "To read a text itself, pipe it in and name -.",
        )
    return SourceError(
        shown, f"it cannot be read ({getattr(error, 'strerror', None) or error}).", "Check the path."
    )
