"""A dossier: stories, each with its merged timeline, its ledger of blame, and where accounts part."""

from typing import Literal

import msgspec

from dragoman.model.reading import Act, Certainty, Party, Reading, Reason, Span, Stance, Status

DisputeKind = Literal["polarity", "value", "date", "place", "denial", "attribution", "label", "order"]


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """One document's proof for a line. said_by: whose words they are, None for the narrator."""

    document: str
    evidence: Span
    language: str | None = None
    said_by: Party | None = None


class TimelineEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as all its reports together give it. independent_sources: how many witnesses that
    stand on their own feet report it."""

    id: str
    date: str | None
    type: str
    mode: str | None
    concept: str | None = None
    title: str
    actor: Party | None
    recipient: Party | None
    place: str | None = None
    status: Status
    support: tuple[Support, ...]
    independent_sources: int
    background: bool = False
    because: tuple[Reason, ...] = ()


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who blames whom (or denies, doubts, acknowledges, claims), over all reports."""

    id: str
    by: Party | None
    accused: Party | None
    stance: Stance
    certainty: Certainty
    certainty_text: str | None = None
    interval: tuple[float, float] | None = None
    scale: str | None = None
    reportive: bool = False
    basis: str | None = None
    of: str | None = None
    date: str | None = None
    support: tuple[Support, ...]
    independent_sources: int
    because: tuple[Reason, ...] = ()


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    speaker: Party | None
    act: Act
    quoted: bool
    date: str | None = None
    support: tuple[Support, ...]


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """What independent reports say alike. about: one line in English."""

    id: str
    about: str
    value: str | None = None
    documents: tuple[str, ...]
    languages: tuple[str, ...] = ()
    independent_sources: int
    support: tuple[Support, ...] = ()
    because: tuple[Reason, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a dispute. who: the speakers, or "narrator"."""

    value: str
    who: str
    documents: tuple[str, ...]
    evidence: tuple[Support, ...] = ()


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    about: str
    kind: DisputeKind
    sides: tuple[Side, ...]
    because: tuple[Reason, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of the story. names: language to the forms met there."""

    id: str
    label: str
    type: str
    country: str | None = None
    sector: str | None = None
    names: dict[str, tuple[str, ...]] = {}
    mentions: int = 0
    documents: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one chain of events. period: ISO "A/B" of its events, or None. witnesses: groups of
    document ids that stand on one feet (copies, wire reprints)."""

    id: str
    title: str
    documents: tuple[str, ...]
    languages: tuple[str, ...]
    period: str | None = None
    witnesses: tuple[tuple[str, ...], ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    attributions: tuple[LedgerLine, ...] = ()
    statements: tuple[StatementLine, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    actors: tuple[Actor, ...] = ()
    because: tuple[Reason, ...] = ()


class Unread(msgspec.Struct, frozen=True, gc=False):
    source: str
    why: str


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read in one run. readings: always kept here; an export may leave them out."""

    stories: tuple[Story, ...]
    readings: tuple[Reading, ...] = ()
    unread: tuple[Unread, ...] = ()
    version: str = ""
