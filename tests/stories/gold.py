"""Readings made from annotated articles, so that the stories are measured apart from the reader."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.knowledge import store
from dragoman.model import (
    Attribution,
    Date,
    Entity,
    Event,
    Mention,
    Party,
    Reading,
    Span,
    Statement,
)
from dragoman.text.decode import clean
from dragoman.text.fold import bare

_SENSES = (
    ("sever_relations", r"\b(cut|sever|break)s? .*(relations|ties)|severs ties"),
    ("close_mission", r"embassy.*clos|clos.*(embass|consul)"),
    ("leave_deadline", r"(hours|days) to leave"),
    ("recall_envoy", r"recall"),
    ("summon", r"summon"),
    ("expel", r"expel|deport"),
    ("cancel_meeting", r"cancel"),
    ("poison", r"poison"),
    ("cyberattack", r"cyber|hack|malware"),
    ("airstrike", r"drone|missile"),
    ("convict", r"sentenc|convict"),
    ("arrest", r"arrest|detain"),
    ("force_landing", r"forc.*(land|down)|divert"),
    ("impose_sanctions", r"sanctions"),
    ("deny", r"\bden(y|ies)|reject"),
    ("condemn", r"condemn"),
    ("accuse", r"blam|accus|hold.*respons|attribut"),
    ("demand", r"demand"),
)
"""The annotation gives no senses; the usual words of its English summaries stand for them."""


def gold_readings(folder: Path) -> list[Reading]:
    """A reading for every annotated article under `folder`."""
    return [_reading(json.loads(path.read_text())) for path in sorted(folder.glob("*/*.gold.json"))]


@cache
def _ids() -> dict[str, str]:
    known = store()
    names = {bare(a.text): a.entity for a in known.aliases("en") if a.form == "name"}
    return names | {bare(k.label): i for i, k in known.entities.items()}


def _party(label: str | None) -> Party | None:
    if label is None:
        return None
    found = _ids().get(bare(label))
    known = store().get(found) if found else None
    return Party(known.id, known.label) if known else Party("met:" + bare(label).replace(" ", "-"), label)


def _reading(row: dict[str, Any]) -> Reading:
    text, _ = clean(row["text"])

    def span(words: str) -> Span:
        at = max(text.find(words), 0)
        return Span(at, at + len(words), words)

    events = tuple(
        Event(
            id=f"{row['id']}-e{n}",
            type=e["type"],
            mode=None,
            concept=next((c for c, words in _SENSES if re.search(words, e.get("what", ""), re.I)), None),
            actor=_party(e.get("actor")),
            recipient=_party(e.get("recipient")),
            date=e.get("date"),
            status=e["status"],
            evidence=span(e["evidence"]),
            trigger=span(e["evidence"]),
        )
        for n, e in enumerate(row["events"])
    )
    return Reading(
        id=row["id"],
        text=text,
        language=row["language"],
        published=row.get("published"),
        outlet=row.get("outlet"),
        title=row.get("title"),
        kind=row["kind"],
        entities=_entities(row, span),
        dates=tuple(
            Date(start=span(d["text"]).start, end=span(d["text"]).end, text=d["text"], value=d["value"])
            for d in row["dates"]
        ),
        events=events,
        statements=tuple(
            Statement(
                id=f"{row['id']}-s{n}",
                speaker=_party(s["speaker"]),
                act=s["act"],
                quoted=s["quoted"],
                evidence=span(s["evidence"]),
            )
            for n, s in enumerate(row["statements"])
        ),
        attributions=tuple(
            Attribution(
                id=f"{row['id']}-a{n}",
                by=_party(a["by"]),
                accused=_party(a["accused"]),
                stance=a["stance"],
                certainty=a.get("certainty", "stated"),
                of=_deed(events, span(a["evidence"]), _party(a["accused"])),
                evidence=span(a["evidence"]),
            )
            for n, a in enumerate(row["attributions"])
        ),
    )


def _entities(row: dict[str, Any], span: Any) -> tuple[Entity, ...]:
    rows: dict[str, tuple[Party, str, list[Mention]]] = {}
    for e in row["entities"]:
        party, at = _party(e["canonical"]), span(e["text"])
        assert party is not None
        rows.setdefault(party.id, (party, e["type"], []))[2].append(Mention(at.start, at.end, at.text))
    for e in row["events"]:
        for party in (_party(e.get("actor")), _party(e.get("recipient"))):
            if party is not None:
                rows.setdefault(party.id, (party, "org", []))
    out = []
    for id, (party, type, mentions) in rows.items():
        known = store().get(id)
        out.append(
            Entity(
                id=id,
                label=party.label,
                type=known.type if known else type,
                country=known.country if known else None,
                sector=known.sector if known else None,
                mentions=tuple(mentions),
            )
        )
    return tuple(out)


def _deed(events: tuple[Event, ...], at: Span, accused: Party | None) -> str | None:
    """The hostile act an attribution is about: in its own words, else by the accused, else the first."""
    deeds = [e for e in events if e.type in ("COERCE", "ASSAULT") and e.concept not in ("arrest", "convict")]
    inside = [e for e in deeds if e.evidence.start < at.end and at.start < e.evidence.end]
    by = [e for e in deeds if accused and e.actor and e.actor.id == accused.id]
    return next((e.id for e in (*inside, *by, *deeds)), None)
