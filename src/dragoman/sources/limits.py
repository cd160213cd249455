"""How much is read of one source before it is refused, and the words of the refusal."""

import msgspec

from dragoman.errors import SourceError

MB = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one source may hold. A news report has some 3 kB; what is far larger is something else.

    file_bytes:     of one file, page, JSON line or archive member.
    text_chars:     code points of one document's text.
    archive_bytes:  of everything in one archive, unpacked.
    archive_files:  members of one archive.
    archive_ratio:  unpacked to packed size of one member of more than 1 MB; text packs 3 to 20 times.
    seconds:        for one address, redirects included.
    redirects:      followed for one address.
    """

    file_bytes: int = 20 * MB
    text_chars: int = 2 * MB
    archive_bytes: int = 1_000 * MB
    archive_files: int = 100_000
    archive_ratio: int = 200
    page_bytes: int = 10 * MB
    seconds: float = 20.0
    redirects: int = 5

    @classmethod
    def of_megabytes(cls, megabytes: float) -> "Limits":
        """Limits for files of `megabytes`: a document's text may have a tenth of it in characters."""
        size = int(megabytes * MB)
        return cls(
            file_bytes=size,
            text_chars=max(size // 10, 1),
            page_bytes=max(size, cls().page_bytes),
            archive_bytes=50 * size,
        )


def megabytes(size: int) -> str:
    """`size` for a reader: "0.3 MB", "20 MB".

    >>> megabytes(20_000_000), megabytes(314_159)
    ('20 MB', '0.3 MB')
    """
    return f"{size / MB:.0f} MB" if size >= 10 * MB or size % MB == 0 else f"{size / MB:.1f} MB"


def too_large(source: str, size: int | None, limit: int) -> SourceError:
    """The refusal of a file. size: None where only "more than the limit" is known."""
    found = f"it has {megabytes(size)}, more" if size is not None else "it has more"
    raised = f"--max-mb {size // MB + 1}" if size is not None else "--max-mb"
    return SourceError(
        source,
        f"{found} than the {megabytes(limit)} that are read of one file.",
        f"Split it into reports, or raise the limit with {raised}.",
    )


def too_long(source: str, length: int, limit: int) -> SourceError:
    """The refusal of a document's text."""
    return SourceError(
        source,
        f"its text has {length / MB:.1f} million characters, more than the {limit / MB:g} million "
        "that are read of one document.",
        f"Split it into reports, or raise the limit with --max-mb {length * 10 // MB + 1}.",
    )
