"""The summary: the few lines an editor reads first, generated from the coded values."""

from collections.abc import Iterable, Sequence

from dragoman.dossier.days import earliest
from dragoman.model import Dispute, Reading, Story, TimelineEvent

HAPPENED, BLAMED, DISPUTED = 4, 3, 3  # lines at most

# Acts before words: what was said about the deed is told by the ledger.
_WORDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "AGREE"})
_WEIGHT = {"ASSAULT": 5, "COERCE": 4, "SANCTION": 4, "MOBILIZE": 3, "RETREAT": 3, "PROTEST": 2}
_DISPUTES = ("denial", "attribution", "polarity", "value", "place", "date", "order", "label")


def main_events(story: Story) -> tuple[TimelineEvent, ...]:
    """The acts that carry the story, in the order of time: those most witnesses report, deeds
    before plans, nobody's background. Words are left out as long as there are acts."""
    now = [event for event in story.timeline if not event.background]
    acts = [event for event in now if event.type not in _WORDS] or now or list(story.timeline)
    named = [event for event in acts if event.actor or event.recipient] or acts

    def rank(event: TimelineEvent) -> tuple[int, int, int]:
        done = event.status in ("occurred", "alleged")
        return (-event.independent_sources, -_WEIGHT.get(event.type, 1) - 2 * done, -len(event.support))

    return in_time(sorted(named, key=rank)[:HAPPENED])


def main_disputes(story: Story) -> tuple[Dispute, ...]:
    """The disputes worth a line in the summary: a denial that the blame already tells is not one."""
    told = {line.accused.id for line in story.attributions if line.stance == "denies" and line.accused}
    ordered = sorted(story.disputes, key=lambda d: _DISPUTES.index(d.kind))
    rest = [dispute for dispute in ordered if not (dispute.kind == "denial" and told)]
    return tuple(rest[:DISPUTED])


def in_time(events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """By where their dates begin; undated ones last; otherwise as they came."""
    return tuple(sorted(events, key=lambda event: earliest(event.date)))


def independent(documents: Sequence[str], witnesses: Sequence[Sequence[str]]) -> int:
    """How many of `documents` stand on their own feet: each group of copies is one.

    >>> independent(["a", "b", "c"], [["a", "b"]])
    2
    """
    group = {document: index for index, ids in enumerate(witnesses) for document in ids}
    return len({group.get(document, document) for document in documents})


def languages_of(story: Story, readings: Iterable[Reading]) -> list[tuple[str | None, int]]:
    """Languages with their number of reports, most reports first."""
    counts: dict[str | None, int] = {}
    inside = set(story.documents)
    for reading in readings:
        if reading.id in inside:
            counts[reading.language] = counts.get(reading.language, 0) + 1
    if not counts:
        return [(code, 0) for code in story.languages]
    return sorted(counts.items(), key=lambda item: (-item[1], item[0] or "~"))
