"""Which format a name or a file's suffix asks for."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from dragoman.errors import DragomanError
from dragoman.exports.contract import write_json, write_jsonl
from dragoman.model import Dossier


class Format(msgspec.Struct, frozen=True):
    """One way to write a dossier.

    name:     as given to `--format`.
    suffixes: file endings that ask for it, lower case, with the dot (".json", ".stix.json").
    write:    the dossier as pieces of bytes.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Dossier], Iterable[bytes]]


class UnknownFormat(DragomanError):
    """A format name or a file suffix nobody writes.

    asked: the name or the path as given, or None.    known: the names there are.
    """

    def __init__(self, asked: str | None, formats: Mapping[str, Format]) -> None:
        self.asked, self.known = asked, tuple(formats)
        listed = ", ".join(f"{f.name} ({' '.join(f.suffixes)})" for f in formats.values())
        problem = "no format was named" if asked is None else f"{asked!r} names no format known here"
        super().__init__(
            f"{problem}. Known formats: {listed}. Choose one with --format or by the suffix of -o."
        )


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("json", (".json",), lambda dossier: (write_json(dossier),)),
        Format("jsonl", (".jsonl", ".ndjson"), lambda dossier: write_jsonl(dossier.readings)),
    )
}


def format_for(path: str | None, given: str | None = None, formats: Mapping[str, Format] = FORMATS) -> Format:
    """The format that `given` names, else the one whose longest suffix `path` ends in.

    formats: what may be chosen; a floor above adds its pages to FORMATS.
    Raises UnknownFormat.

    >>> format_for("out/albania.JSON").name, format_for("-", "jsonl").name
    ('json', 'jsonl')
    """
    if given is not None:
        form = formats.get(given.lower().lstrip("."))
        if form is None:
            raise UnknownFormat(given, formats)
        return form
    name = (path or "").lower()
    ends = [(len(end), form) for form in formats.values() for end in form.suffixes if name.endswith(end)]
    if not ends:
        raise UnknownFormat(path, formats)
    return max(ends, key=lambda pair: pair[0])[1]
