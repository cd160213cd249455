"""Disputes: where accounts part, with every side's words. No verdict: the accounts are laid out.

    who did it       denial, attribution (`blame`)
    what came of it  polarity: it had its effect or none, it happened or did not; label (`accounts`)
    how much, when   value, date (`figures`)

What is merely told in more or less detail is no dispute: a finer and a coarser date, 47 and "46 others".
"""

from collections.abc import Sequence

import msgspec

from dragoman.model import Dispute, LedgerLine, Reading, TimelineEvent
from dragoman.stories.accounts import effects, happened, labels
from dragoman.stories.blame import denials, doubts, rivals
from dragoman.stories.figures import dates, values
from dragoman.stories.people import People
from dragoman.stories.timeline import Placed


def disputes(
    readings: Sequence[Reading],
    events: Sequence[TimelineEvent],
    placed: Placed,
    lines: Sequence[LedgerLine],
    people: People,
    story: str,
) -> tuple[Dispute, ...]:
    """Every dispute of a story, denials first."""
    found = [
        *denials(lines, events, people),
        *rivals(lines, events, people),
        *doubts(lines, events),
        *effects(readings, events, placed, people),
        *happened(events),
        *dates(events),
        *values(readings, people),
        *labels(readings, people),
    ]
    return tuple(msgspec.structs.replace(d, id=f"{story}-d{n}") for n, d in enumerate(found, 1))
