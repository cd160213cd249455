"""The page before it is a page: each line with its words, its evidence and its anchor.

HTML and Markdown show the same views, so that both say the same. Outside text is still as it came;
each way of writing makes it safe.
"""

import re
from collections.abc import Iterable

import msgspec

from dragoman.dossier import lines
from dragoman.dossier.blame import cases, sentence
from dragoman.dossier.days import day
from dragoman.dossier.evidence import Library, Quote
from dragoman.dossier.phrases import load
from dragoman.dossier.summary import in_time, independent, languages_of, main_disputes, main_events
from dragoman.model import (
    Actor,
    Agreement,
    Dispute,
    Dossier,
    LedgerLine,
    Party,
    Reading,
    Side,
    StatementLine,
    Story,
    Support,
    TimelineEvent,
)
from dragoman.text.scripts import is_right_to_left


class EventView(msgspec.Struct, frozen=True):
    anchor: str
    event: TimelineEvent
    line: str
    quotes: tuple[Quote, ...]
    languages: tuple[str, ...]


class LedgerView(msgspec.Struct, frozen=True):
    """words: the certainty in the speaker's own words, as (text, language, right to left).
    deed: what the blame is for, or None."""

    anchor: str
    line: LedgerLine
    sentence: str
    words: tuple[str, str | None, bool] | None
    deed: str | None
    quotes: tuple[Quote, ...]
    languages: tuple[str, ...]


class CaseView(msgspec.Struct, frozen=True):
    """deed: what all lines blame for, where it is one thing (then no line repeats it)."""

    anchor: str
    accused: str
    sentence: str
    deed: str | None
    charges: tuple[LedgerView, ...]
    answers: tuple[LedgerView, ...]


class SideView(msgspec.Struct, frozen=True):
    side: Side
    value: str
    who: str
    quotes: tuple[Quote, ...]


class DisputeView(msgspec.Struct, frozen=True):
    anchor: str
    dispute: Dispute
    line: str
    sides: tuple[SideView, ...]


class AgreementView(msgspec.Struct, frozen=True):
    anchor: str
    agreement: Agreement
    quotes: tuple[Quote, ...]


class StatementView(msgspec.Struct, frozen=True):
    anchor: str
    statement: StatementLine
    quotes: tuple[Quote, ...]


class SpeakerView(msgspec.Struct, frozen=True):
    speaker: str | None
    statements: tuple[StatementView, ...]


class SourceView(msgspec.Struct, frozen=True):
    """number: of the report on the page. witness: the letter of its group of copies, or None;
    beside: the numbers of the other reports of that group."""

    number: int
    reading: Reading
    witness: str | None = None
    beside: tuple[int, ...] = ()


class StoryView(msgspec.Struct, frozen=True, kw_only=True):
    anchor: str
    story: Story
    independent: int
    languages: tuple[tuple[str | None, int], ...]
    happened: tuple[EventView, ...]
    disputed: tuple[DisputeView, ...]
    timeline: tuple[EventView, ...]
    cases: tuple[CaseView, ...]
    agreements: tuple[AgreementView, ...]
    disputes: tuple[DisputeView, ...]
    speakers: tuple[SpeakerView, ...]
    actors: tuple[Actor, ...]
    sources: tuple[SourceView, ...]


def story_view(story: Story, number: int, library: Library) -> StoryView:
    anchor = f"s{number}"
    timeline = tuple(
        _event(f"{anchor}-e{n}", event, library) for n, event in enumerate(in_time(story.timeline), 1)
    )
    disputes = tuple(_dispute(f"{anchor}-d{n}", x, library) for n, x in enumerate(story.disputes, 1))
    chosen, told = main_events(story), main_disputes(story)
    return StoryView(
        anchor=anchor,
        story=story,
        independent=independent(story.documents, story.witnesses),
        languages=tuple(languages_of(story, library.readings)),
        happened=tuple(view for view in timeline if view.event in chosen),
        disputed=tuple(view for dispute in told for view in disputes if view.dispute is dispute),
        timeline=timeline,
        cases=_cases(anchor, story, library),
        agreements=tuple(
            AgreementView(f"{anchor}-a{n}", x, library.quotes(x.support))
            for n, x in enumerate(story.agreements, 1)
        ),
        disputes=disputes,
        speakers=_speakers(anchor, story, library),
        actors=tuple(sorted(story.actors, key=lambda actor: -actor.mentions)),
        sources=sources(story.documents, story.witnesses, library),
    )


def sources(
    documents: Iterable[str], witnesses: tuple[tuple[str, ...], ...], library: Library
) -> tuple[SourceView, ...]:
    """The reports in the order of their dates, undated ones last."""
    groups = [group for group in witnesses if len(group) > 1]
    made = []
    for document in documents:
        number = library.numbers.get(document)
        if number is None:
            continue
        letter: str | None = None
        beside: tuple[int, ...] = ()
        for index, group in enumerate(groups):
            if document in group:
                letter = chr(ord("A") + index) if index < 26 else str(index + 1)
                numbers = (library.numbers.get(other) for other in group if other != document)
                beside = tuple(n for n in numbers if n is not None)
        made.append(SourceView(number, library.reading(number), letter, beside))
    return tuple(sorted(made, key=lambda view: (view.reading.published or "~", view.number)))


def report_name(reading: Reading) -> str:
    """What a report is called in a list: its title, else where it came from."""
    return (reading.title or "").strip() or _file_name(reading) or reading.url or reading.id


def origin(reading: Reading) -> str:
    """Who a passage is credited to: the outlet, else the file. Without its folders: a dossier is passed on,
    and where its maker keeps the reports is nobody's business."""
    return reading.outlet or _file_name(reading) or reading.id


def _file_name(reading: Reading) -> str | None:
    source = reading.source or ""
    return source if "://" in source else re.split(r"[/\\]", source)[-1] or None


def strays(dossier: Dossier, library: Library) -> tuple[SourceView, ...]:
    """The reports that are in no story."""
    inside = {document for story in dossier.stories for document in story.documents}
    return sources((r.id for r in dossier.readings if r.id not in inside), (), library)


def _event(anchor: str, event: TimelineEvent, library: Library) -> EventView:
    line = lines.event_line(
        event.type, event.mode, event.concept, event.actor, event.recipient, event.status, event.title
    )
    return EventView(anchor, event, line, library.quotes(event.support), _languages(event.support, library))


def _cases(anchor: str, story: Story, library: Library) -> tuple[CaseView, ...]:
    deeds = {event.id: event for event in story.timeline}
    made = []
    for number, case in enumerate(cases(story), 1):
        every = (*case.charges, *case.answers)
        things = {line.of for line in every if line.of in deeds}
        one = things.pop() if len(things) == 1 else None
        views = [
            LedgerView(
                f"{anchor}-l{number}-{n}",
                line,
                lines.ledger_line(line),
                _words(line, library),
                _deed(deeds[line.of]) if one is None and line.of in deeds else None,
                library.quotes(line.support),
                _languages(line.support, library),
            )
            for n, line in enumerate(every, 1)
        ]
        accused = lines.capital(_party(case.accused))
        made.append(
            CaseView(
                f"{anchor}-l{number}",
                accused,
                sentence(case),
                _deed(deeds[one]) if one is not None else None,
                tuple(views[: len(case.charges)]),
                tuple(views[len(case.charges) :]),
            )
        )
    return tuple(made)


def _deed(event: TimelineEvent) -> str:
    """The event as a thing one can be blamed for: its act with nobody as the actor."""
    line = lines.deed(event.type, event.mode, event.concept, event.recipient, event.title)
    return f"{line}, {day(event.date)}" if event.date else line


def _words(line: LedgerLine, library: Library) -> tuple[str, str | None, bool] | None:
    if line.certainty_text is None:
        return None
    text = line.certainty_text
    for quote in library.quotes(line.support):
        if text.casefold() in f"{quote.before}{quote.hit}{quote.after}".casefold():
            return text, quote.language, quote.right_to_left
    return text, None, is_right_to_left(text)


def _dispute(anchor: str, dispute: Dispute, library: Library) -> DisputeView:
    sides = tuple(
        SideView(
            side,
            lines.side_value(side.value),
            lines.who_says(side.who, len(side.documents)),
            library.quotes(side.evidence),
        )
        for side in dispute.sides
    )
    return DisputeView(anchor, dispute, lines.dispute_line(dispute), sides)


def _speakers(anchor: str, story: Story, library: Library) -> tuple[SpeakerView, ...]:
    """Statements by speaker: who says most comes first, the unnamed last."""
    groups: dict[str, list[StatementView]] = {}
    names: dict[str, str | None] = {}
    for number, statement in enumerate(story.statements, 1):
        key = statement.speaker.id if statement.speaker else ""
        names.setdefault(key, _party(statement.speaker) if statement.speaker else None)
        view = StatementView(f"{anchor}-q{number}", statement, library.quotes(statement.support))
        groups.setdefault(key, []).append(view)
    ordered = sorted(groups.items(), key=lambda item: (item[0] == "", -len(item[1])))
    return tuple(SpeakerView(names[key], tuple(views)) for key, views in ordered)


def _party(party: Party | None) -> str:
    return lines.name(party) if party else load().words.ledger["nobody_accused"]


def _languages(support: Iterable[Support], library: Library) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in support:
        number = library.numbers.get(one.document)
        code = one.language or (library.reading(number).language if number else None)
        if code:
            found[lines.language_name(code)] = None
    return tuple(found)
