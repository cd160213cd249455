"""`dragoman explain`: why a line of a dossier says what it says."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from dragoman.cli.summary import event_line, ledger_line, name, sources
from dragoman.cli.talk import safe
from dragoman.errors import SourceError
from dragoman.model import (
    Actor,
    Agreement,
    Attribution,
    Dispute,
    Dossier,
    Event,
    LedgerLine,
    Reading,
    Reason,
    Span,
    Statement,
    StatementLine,
    Support,
    TimelineEvent,
)

Line = (
    TimelineEvent | LedgerLine | StatementLine | Agreement | Dispute | Actor | Event | Attribution | Statement
)

_AROUND = 60  # code points shown on either side of a proof


@click.command("explain")
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@click.argument("id", required=False, metavar="[ID]")
def explain_command(file: str, id: str | None) -> None:
    """Show the proof of a line and why it was read so.

    FILE is a dossier (.json) or readings (.jsonl) written by `dragoman read`. Without ID its lines are
    listed, each behind its id; with ID that line is shown with the original sentences, the rules and
    words that decided, and the values compared. Where several documents or stories have a line of that
    id, all are shown; DOCUMENT/ID names one. A dossier written with --readings shows more: the
    sentence around each proof.
    """
    dossier = _opened(file)
    texts = {reading.id: reading for reading in dossier.readings}
    found = [(owner, line) for owner, line in _lines(dossier) if id in {None, line.id, f"{owner}/{line.id}"}]
    if id is None:
        for owner, group in _grouped(found):
            click.echo(safe(owner))
            for line in group:
                click.echo(safe(f"  {line.id:<12}  {_title(line)}"))
        if not found:
            click.echo("No lines.")
        return
    if not found:
        raise click.UsageError(f"no line {id!r} in {file}. `dragoman explain {file}` lists the ids.")
    for owner, line in found:
        click.echo(safe("\n".join([_title(line), f"  in {owner}", *_detail(line, owner, texts)])))
    sys.exit(0)


def _opened(file: str) -> Dossier:
    import msgspec

    from dragoman.exports import UnreadableDossier, read_json

    try:
        with open(file, "rb") as opened:
            data = opened.read()
    except OSError as error:
        raise SourceError(file, f"it cannot be read ({error.strerror}).", "Check the path.") from None
    try:
        return read_json(data)
    except UnreadableDossier as refused:
        try:
            readings = tuple(
                msgspec.json.decode(line, type=Reading) for line in data.splitlines() if line.strip()
            )
        except (msgspec.DecodeError, UnicodeDecodeError):
            readings = ()
        if not readings:
            raise SourceError(file, f"{refused}") from None
        return Dossier(stories=(), readings=readings)


def _lines(dossier: Dossier) -> Iterator[tuple[str, Line]]:
    """Every line with an id, behind the title of its story; the lines of readings where no story is."""
    for story in dossier.stories:
        blocks: tuple[Iterable[Line], ...] = (
            story.timeline,
            story.attributions,
            story.statements,
            story.agreements,
            story.disputes,
            story.actors,
        )
        yield from ((story.title, line) for block in blocks for line in block)
    for reading in () if dossier.stories else dossier.readings:
        found: tuple[Line, ...] = (*reading.events, *reading.attributions, *reading.statements)
        yield from ((reading.id, line) for line in found)


def _grouped(found: Iterable[tuple[str, Line]]) -> Iterator[tuple[str, list[Line]]]:
    groups: dict[str, list[Line]] = {}
    for owner, line in found:
        groups.setdefault(owner, []).append(line)
    yield from groups.items()


def _title(line: Line) -> str:
    """One line of words for a line of whatever kind."""
    if isinstance(line, TimelineEvent):
        return event_line(line)
    if isinstance(line, LedgerLine):
        return ledger_line(line)
    if isinstance(line, StatementLine):
        return (
            f"{name(line.speaker)}: {line.act}{' (quoted)' if line.quoted else ''}, {line.date or 'no date'}"
        )
    if isinstance(line, Agreement):
        return f"agreed: {line.about}  {sources(line.independent_sources)}"
    if isinstance(line, Dispute):
        return f"differ ({line.kind}): {line.about}"
    if isinstance(line, Actor):
        country = f", {line.country}" if line.country else ""
        return f"{line.label} ({line.type}{country}), named {line.mentions} times"
    if isinstance(line, Event):
        parties = f"{name(line.actor)} → {name(line.recipient)}"
        return f"{line.date or 'no date'}  {line.type}: {parties} ({line.status})"
    if isinstance(line, Attribution):
        return f"{name(line.by)} {line.stance} {name(line.accused)} ({line.certainty})"
    return f"{name(line.speaker)}: {line.act}{' (quoted)' if line.quoted else ''}"


def _detail(line: Line, owner: str, texts: dict[str, Reading]) -> Iterator[str]:
    if isinstance(line, Dispute):
        for side in line.sides:
            yield f"  {side.who} says {side.value}:"
            yield from _proofs(side.evidence, texts)
    elif isinstance(line, Event | Attribution | Statement):
        yield from _proofs((Support(document=owner, evidence=line.evidence),), texts)
    elif isinstance(line, Actor):
        for language, forms in sorted(line.names.items()):
            yield f"  named in {language}: {', '.join(forms)}"
        yield f"  documents: {', '.join(line.documents)}"
    else:
        yield from _proofs(line.support, texts)
    text = texts[owner].text if owner in texts else None
    reasons = tuple(_reason(reason, text) for reason in _because(line))
    if reasons:
        yield "  because"
        yield from reasons
    values = dict(_values(line))
    if values:
        yield "  values"
        yield from (f"    {key}: {value}" for key, value in values.items())


def _because(line: Line) -> tuple[Reason, ...]:
    return getattr(line, "because", ())


def _reason(reason: Reason, text: str | None) -> str:
    words = ""
    if reason.start is not None and reason.end is not None:
        words = (
            f" on “{text[reason.start : reason.end]}”"
            if text is not None
            else f" at {reason.start}–{reason.end}"
        )
    return f"    {reason.rule}{words}{f': {reason.note}' if reason.note else ''}"


def _proofs(support: Iterable[Support], texts: dict[str, Reading]) -> Iterator[str]:
    for each in support:
        by = f", {each.said_by.label}" if each.said_by else ""
        language = f" ({each.language})" if each.language else ""
        reading = texts.get(each.document)
        yield f"  {_report(reading) if reading else each.document}{language}{by}:"
        yield f"    {_in_place(each.evidence, reading.text) if reading else each.evidence.text}"


def _report(reading: Reading) -> str:
    parts = (reading.outlet, reading.published, reading.title, reading.url or reading.source)
    return f"{reading.id}: {', '.join(part for part in parts if part)}"


def _in_place(span: Span, text: str) -> str:
    """The proof between ⟦ ⟧, with some words before and after it, on one line."""
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    head = "…" if len(before) < span.start else ""
    tail = "…" if span.end + len(after) < len(text) else ""
    if len(before) == _AROUND and " " in before:  # no half words, where a language parts words
        before = before.partition(" ")[2]
    if len(after) == _AROUND and " " in after:
        after = after.rpartition(" ")[0]
    return " ".join(f"{head}{before}⟦{span.text}⟧{after}{tail}".split())


def _values(line: Line) -> Iterator[tuple[str, Any]]:
    """The plain values of a line that its title does not show."""
    for field in (
        "concept",
        "mode",
        "place",
        "basis",
        "scale",
        "interval",
        "reportive",
        "of",
        "certainty_text",
        "value",
    ):
        value = getattr(line, field, None)
        if value not in (None, False, ()):
            yield (
                field.replace("_", " "),
                f"{value[0]:g} to {value[1]:g} per cent" if field == "interval" else value,
            )
    for field in ("reported_by",):
        party = getattr(line, field, None)
        if party is not None:
            yield field.replace("_", " "), party.label
