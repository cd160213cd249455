"""A dossier on one screen: what `dragoman read` prints when no form was asked for."""

from collections.abc import Iterator

from dragoman.cli.talk import documents, safe
from dragoman.model import Dossier, LedgerLine, Party, Story, TimelineEvent

_SHOWN = 12  # lines of a kind for one story


def summary(dossier: Dossier) -> str:
    """The stories with their timeline, who blames whom, agreements and disputes, as plain text."""
    if not dossier.stories and not dossier.readings:
        return "Nothing was read.\n"
    if not dossier.stories:
        return "No story: nothing was found that somebody did, said or blamed.\n"
    lines: list[str] = []
    for story in dossier.stories:
        lines += [*_story(story), ""]
    lines.append("Whole, with every proof: add -o dossier.html (or .json, .md).")
    return safe("\n".join(lines)) + "\n"


def event_line(event: TimelineEvent) -> str:
    """ "2022-09-07  Albania severs relations with Iran [SANCTION]  2 sources"."""
    status = "" if event.status == "occurred" else f" ({event.status})"
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return (
        f"{event.date or 'no date':<21}  {event.title}{status} [{kind}]  {sources(event.independent_sources)}"
    )


def ledger_line(line: LedgerLine) -> str:
    """ "Albania accuses Iran (stated)  2 sources"."""
    certainty = f" ({line.certainty}{f', “{line.certainty_text}”' if line.certainty_text else ''})"
    if line.stance == "denies":
        whom, certainty = "", ""
    else:
        whom = f" {name(line.accused)}"
    return f"{name(line.by)} {line.stance}{whom}{certainty}  {sources(line.independent_sources)}"


def sources(count: int) -> str:
    """ "1 independent source", "3 independent sources"."""
    return "1 independent source" if count == 1 else f"{count} independent sources"


def name(party: Party | None) -> str:
    """A party's label, or "somebody" where nobody is named."""
    return party.label if party else "somebody"


def _story(story: Story) -> Iterator[str]:
    yield story.title
    about = [documents(len(story.documents)), ", ".join(story.languages), story.period]
    yield "  " + " · ".join(part for part in about if part)
    yield from _some(
        "Timeline",
        [event_line(e) for e in story.timeline if not e.background] or map(event_line, story.timeline),
    )
    yield from _some("Who blames whom", map(ledger_line, story.attributions))
    yield from _some(
        "Accounts agree", (f"{a.about}  {sources(a.independent_sources)}" for a in story.agreements)
    )
    yield from _some(
        "Accounts differ",
        (
            f"{d.about}: {' / '.join(f'{side.value} ({side.who})' for side in d.sides)}"
            for d in story.disputes
        ),
    )


def _some(head: str, lines: object) -> Iterator[str]:
    listed = list(lines)  # type: ignore[call-overload]
    if not listed:
        return
    yield f"  {head}"
    for line in listed[:_SHOWN]:
        yield f"    {line}"
    if len(listed) > _SHOWN:
        yield f"    … and {len(listed) - _SHOWN} more"
