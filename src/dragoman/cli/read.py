"""`dragoman read`: reports in, a dossier out."""

import contextlib
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator

import click

from dragoman.cli.output import Target, check_target, format_name, lines, written
from dragoman.cli.progress import Progress
from dragoman.cli.talk import ALL_READ, SOME_UNREAD, STOPPED, report, say
from dragoman.model import Reading, Unread


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    from dragoman.sources.build import iso_day

    if value is None:
        return None
    day = iso_day(value)
    if day is None or len(value) != 10:
        raise click.BadParameter(f"{value!r} is no day. Write it as year-month-day: 2022-09-20.")
    return day


def _code(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[a-z]{2,3}", value):
        raise click.BadParameter(f"{value!r} is no language code. Use two letters (ISO 639-1): nl, ar, en.")
    return value


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", metavar="FILE", help="Where to write; the suffix chooses the format.")
@click.option(
    "-f", "--format", "form", metavar="FORMAT", help="html, md, json, jsonl (readings) or another export."
)
@click.option(
    "--published", metavar="DATE", callback=_day, help="Day of publication of reports that do not say."
)
@click.option(
    "-l",
    "--language",
    metavar="CODE",
    callback=_code,
    help="Language of reports that do not say (nl, ar, …).",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0, 256),
    default=1,
    show_default=True,
    help="Processes; 0: one per core.",
)
@click.option("--readings", is_flag=True, help="Keep the readings with their texts in a JSON dossier.")
@click.option(
    "--max-mb", type=click.FloatRange(0.001, 100_000), metavar="MB", help="Largest file read. [default: 20]"
)
@click.option(
    "-q", "--quiet", is_flag=True, help="Say nothing on stderr unless something could not be read in full."
)
def read_command(
    sources: tuple[str, ...],
    output: str | None,
    form: str | None,
    published: str | None,
    language: str | None,
    jobs: int,
    readings: bool,
    max_mb: float | None,
    quiet: bool,
) -> None:
    """Read reports and lay out what they say.

    SOURCE is a file (text, Markdown, HTML, JSON lines, an RSS or Atom feed, a zip or tar of these), a
    folder, a pattern in quotes ("news/**/*.html"), an http(s) address, or - for stdin. In a folder,
    hidden files, pictures, code, tables and dossiers written before are passed over.

    Without -o and --format a summary goes to stdout; with --format alone, the dossier does.

    Exit status: 0 all read, 1 some sources could not be read, or not in full: no pack for their
    language, no day of publication (the dossier holds the rest and lists them), 2 wrong usage, 130
    stopped by Ctrl-C (what was read until then is written).
    """
    name = format_name(output, form)
    check_target(output, sources)
    if readings and name not in {"json", "html", "jsonl"}:
        raise click.UsageError("--readings goes with a JSON dossier: add --format json, or -o FILE.json.")
    run = Run(sources, published=published, language=language, jobs=jobs, max_mb=max_mb, quiet=quiet)
    sys.exit(run.write(output, name, readings=readings))


class Run:
    """One reading of some sources, and what came of it."""

    def __init__(
        self,
        sources: tuple[str, ...],
        *,
        published: str | None = None,
        language: str | None = None,
        jobs: int = 1,
        max_mb: float | None = None,
        quiet: bool = False,
    ) -> None:
        self._sources, self._published, self._language = sources, published, language
        self._jobs, self._max_mb, self._quiet = jobs or os.cpu_count() or 1, max_mb, quiet
        self.read = 0
        self.unread: list[Unread] = []
        self.repeated: list[Unread] = []
        self.partly: list[Unread] = []
        self.stopped = False
        self._waiting = False  # for the next document

    def write(self, output: str | None, form: str | None, *, readings: bool = False) -> int:
        """Reads everything and writes it; the exit status."""
        with Target(output) as target:
            if form == "jsonl":
                for line in lines(self.readings()):
                    target.write(line)
            else:
                from dragoman.api import compile_dossier

                dossier = compile_dossier(list(self.readings()), tuple(self.unread))
                if form is None:
                    from dragoman.cli.summary import summary

                    target.write(summary(dossier).encode("utf-8", "replace"))
                else:
                    for part in written(dossier, form, readings=readings, mark=output not in {None, "-"}):
                        target.write(part)
        report(self.read, self.unread, self.repeated, self.partly, quiet=self._quiet, stopped=self.stopped)
        if output not in {None, "-"} and not self._quiet:
            say(f"Written to {output}.")
        if self.stopped:
            return STOPPED
        return SOME_UNREAD if self.unread or self.partly else ALL_READ

    def readings(self) -> Iterator[Reading]:
        """The readings one by one; Ctrl-C ends them early and is remembered."""
        from dragoman.api import read as read_sources
        from dragoman.sources import Limits, count

        limits = {} if self._max_mb is None else {"limits": Limits.of_megabytes(self._max_mb)}
        total = None if self._quiet else count(list(self._sources))
        with Progress(total, quiet=self._quiet) as progress:

            def missed(unread: Unread) -> None:
                self._miss(unread)
                progress.missed(unread.source)

            found = iter(
                read_sources(
                    list(self._sources),
                    language=self._language,
                    published=self._published,
                    jobs=self._jobs,
                    on_unread=missed,
                    **limits,
                )
            )
            with self._interruptible():
                while (reading := self._next(found)) is not None:
                    self.read += 1
                    name = reading.source or reading.id
                    self.partly += [Unread(source=name, why=notice) for notice in reading.notices]
                    progress.read(reading.source)
                    yield reading

    def _next(self, found: Iterator[Reading]) -> Reading | None:
        if self.stopped:
            return None
        self._waiting = True
        try:
            return next(found, None)
        except KeyboardInterrupt:
            self.stopped = True
            return None
        finally:
            self._waiting = False

    @contextlib.contextmanager
    def _interruptible(self) -> Iterator[None]:
        """The first Ctrl-C ends the reading, not the writing of what was read; the second ends all."""

        def interrupt(_signal: int, _frame: object) -> None:
            again, self.stopped = self.stopped, True
            if again or self._waiting:
                raise KeyboardInterrupt

        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _miss(self, unread: Unread) -> None:
        from dragoman.sources import Repeated

        (self.repeated if isinstance(unread, Repeated) else self.unread).append(unread)
