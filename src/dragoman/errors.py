"""What can go wrong, one type per thing to mend.

Every message says where it happened, what was found and what to do next. The facts stay on the
exception as fields, so that a caller need not parse the message.
"""


class DragomanError(Exception):
    """The base of every error this package raises on purpose."""


class PackError(DragomanError):
    """A language pack or a knowledge file does not hold what it should.

    file:  the file, as a path below the package ("languages/nl/time.toml").
    where: the rule, key or example in it, or None for the whole file.
    """

    def __init__(self, file: str, where: str | None, problem: str, remedy: str | None = None) -> None:
        self.file, self.where, self.problem, self.remedy = file, where, problem, remedy
        place = file if where is None else f"{file}, {where}"
        super().__init__(f"{place}: {problem}" + (f"\n  {remedy}" if remedy else ""))


class SourceError(DragomanError):
    """A source cannot be read: not there, empty, binary, broken, too large or refused.

    source: what the caller named.    why: one line.    remedy: what to do next, or None.
    """

    def __init__(self, source: str, why: str, remedy: str | None = None) -> None:
        self.source, self.why, self.remedy = source, why, remedy
        super().__init__(f"{source}: {why}" + (f" {remedy}" if remedy else ""))


class UnknownLanguage(DragomanError):
    """A language code that is no ISO 639-1 code known here.

    code: as given.    known: the codes that have a pack.
    """

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        self.code, self.known = code, known
        super().__init__(f"language {code!r} is not known here. Packs exist for: {', '.join(known)}.")
