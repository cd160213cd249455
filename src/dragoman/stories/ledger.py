"""The ledger: who blames whom, how surely and on what basis, over all reports of a story."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.model import Attribution, LedgerLine, Reading, Reason, Statement, StatementLine, Support
from dragoman.stories.people import People
from dragoman.stories.timeline import Placed
from dragoman.stories.witnesses import independent
from dragoman.text.fold import norm

_SPACE = re.compile(r"[\W_]+")
_SAME_WORDS = 20
"""Characters from which the same words of the same speaker are one statement."""
_CAUTION = ("unlikely", "possible", "likely", "almost_certain", "certain", "stated")
_BASES = (
    "technical report",
    "intelligence",
    "indictment",
    "court",
    "report",
    "sanctions",
    "own claim",
    "media",
    "statement",
)


def ledger(
    readings: Sequence[Reading],
    people: People,
    placed: Placed,
    witnesses: Sequence[Sequence[str]],
    story: str,
) -> tuple[LedgerLine, ...]:
    """One line per (by, accused, stance): accusations first, those of most witnesses first."""
    rows: dict[tuple[str | None, str | None, str], list[tuple[Reading, Attribution]]] = {}
    for reading in readings:
        for found in reading.attributions:
            by, accused = people.party(found.by), people.party(found.accused)
            key = (by.id if by else None, accused.id if accused else None, found.stance)
            rows.setdefault(key, []).append((reading, found))
    out = [_line(tellings, people, placed, witnesses) for tellings in rows.values()]
    rank = {"accuses": 0, "acknowledges": 1, "claims": 2, "doubts": 3, "denies": 4}
    out.sort(
        key=lambda line: (rank[line.stance], -line.independent_sources, line.date or "9999", *_ids(line))
    )
    return tuple(msgspec.structs.replace(line, id=f"{story}-a{n}") for n, line in enumerate(out, 1))


def _ids(line: LedgerLine) -> tuple[str, str]:
    return (line.by.id if line.by else "", line.accused.id if line.accused else "")


def _line(
    tellings: list[tuple[Reading, Attribution]],
    people: People,
    placed: Placed,
    witnesses: Sequence[Sequence[str]],
) -> LedgerLine:
    first = tellings[0][1]
    shown = _shown(tellings)
    documents = list(dict.fromkeys(r.id for r, _ in tellings))
    bases = {a.basis for _, a in tellings if a.basis}
    of = Counter(placed[r.id, a.of] for r, a in tellings if a.of and (r.id, a.of) in placed).most_common(1)
    dates = sorted({a.date for _, a in tellings if a.date}, key=lambda d: (-len(d), d))
    because = [
        Reason(
            "merge:ledger",
            note=f"{len(tellings)} tellings in {len(documents)} reports: same accuser, accused, stance",
        )
    ]
    levels = {a.certainty for _, a in tellings}
    if len(levels) > 1:
        because.append(
            Reason(
                "merge:certainty", note=f"the speaker's most cautious words of {', '.join(sorted(levels))}"
            )
        )
    return LedgerLine(
        id="",
        by=people.party(first.by),
        accused=people.party(first.accused),
        stance=first.stance,
        certainty=shown.certainty,
        certainty_text=shown.certainty_text,
        interval=shown.interval,
        scale=shown.scale,
        reportive=all(a.reportive for _, a in tellings),
        basis=next((b for b in _BASES if b in bases), None),
        of=of[0][0] if of else None,
        date=dates[0] if dates else None,
        support=tuple(Support(document=r.id, evidence=a.evidence, language=r.language) for r, a in tellings),
        independent_sources=independent(documents, witnesses),
        because=tuple(because) + first.because,
    )


def _shown(tellings: list[tuple[Reading, Attribution]]) -> Attribution:
    """The telling whose certainty stands for all: the most cautious that the reports agree on most;
    a report that leaves the hedge out does not make the accuser surer."""
    hedged = [a for _, a in tellings if a.certainty != "stated"]
    pool = hedged or [a for _, a in tellings]
    counts = Counter(a.certainty for a in pool)
    return min(pool, key=lambda a: (-counts[a.certainty], _CAUTION.index(a.certainty)))


def statements(readings: Sequence[Reading], people: People, story: str) -> tuple[StatementLine, ...]:
    """Every statement of the story, report by report in text order. The same words of the same speaker,
    printed by several, are one line."""
    rows: dict[object, list[tuple[Reading, Statement]]] = {}
    for reading in readings:
        for said in reading.statements:
            speaker = people.party(said.speaker)
            words = _SPACE.sub(" ", norm(said.evidence.text)).strip()
            long = said.quoted and len(words) >= _SAME_WORDS
            rows.setdefault((speaker, words) if long else (reading.id, said.id, len(rows)), []).append(
                (reading, said)
            )
    return tuple(
        StatementLine(
            id=f"{story}-s{number}",
            speaker=people.party(tellings[0][1].speaker),
            act=tellings[0][1].act,
            quoted=tellings[0][1].quoted,
            support=tuple(
                Support(
                    document=r.id, evidence=s.evidence, language=r.language, said_by=people.party(s.speaker)
                )
                for r, s in tellings
            ),
        )
        for number, tellings in enumerate(rows.values(), 1)
    )


__all__ = ["ledger", "statements"]
