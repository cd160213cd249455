"""A reading: what one document says, every value with the span that proves it."""

from typing import Literal

import msgspec

from dragoman.model.document import Kind

Status = Literal["occurred", "planned", "threatened", "alleged", "denied", "negated"]
Act = Literal["accuse", "deny", "condemn", "support", "demand", "threaten", "announce", "claim"]
Stance = Literal["accuses", "denies", "doubts", "acknowledges", "claims"]
Certainty = Literal["certain", "almost_certain", "likely", "possible", "unlikely", "stated"]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A verbatim slice: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Reason(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One step of the explanation of a result.

    rule:  the rule, list or table that decided ("frame:sever_relations", "date:en.month_day").
    start, end: the words it looked at, where it looked at words.
    note:  the values compared, or the reading chosen, in plain English.
    """

    rule: str
    start: int | None = None
    end: int | None = None
    note: str | None = None


class Party(msgspec.Struct, frozen=True, gc=False):
    """Somebody who acts, speaks or is blamed: the entity's id and English label."""

    id: str
    label: str


class Noise(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text that is not the report: page furniture, author's biography, code."""

    start: int
    end: int
    why: str


class Mention(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    text: str


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something named in the document, with every place where it is named.

    id:      known ones "country:ALB", "org:nato", "person:edi-rama"; met ones "met:<folded name>".
    label:   English where known, else the longest form met (romanised where the script is not Latin).
    labels:  language code to label, as far as known.
    type:    country person org place group threat_actor malware role
    country: ISO 3166 alpha-3 of the state it belongs to or acts for, or None.
    sector:  PLOVER sector code, or None.
    """

    id: str
    label: str
    labels: dict[str, str] = {}
    type: str
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Mention, ...] = ()
    because: tuple[Reason, ...] = ()


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression. value: TIMEX3/ISO, no finer than the text ("2022-07", "A/B"), or None
    where it cannot be put on a calendar. type: DATE, or SET/DURATION are not kept. mod: "since",
    "before", "start", "mid", "end", "about" or None."""

    start: int
    end: int
    text: str
    value: str | None
    type: str = "DATE"
    mod: str | None = None
    because: tuple[Reason, ...] = ()


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts. value: the number; low/high: the interval the words allow
    ("more than 3,000": low 3000, high None); unit: "EUR", "km", "hour", … or None; of: the counted
    noun's words, or None; concept: the sense of that noun ("diplomats"); act: the sense of the act it
    is counted in ("expel"), both from the language packs."""

    start: int
    end: int
    text: str
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    mod: str | None = None
    unit: str | None = None
    of: str | None = None
    concept: str | None = None
    act: str | None = None
    because: tuple[Reason, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One PLOVER event. type, mode: PLOVER 2.0. concept: the sense that was read
    ("sever_relations"), finer than the type. actor, recipient: None where nobody is named.
    date: ISO value or None. reported_by: whose words these are, None for the narrator."""

    id: str
    type: str
    mode: str | None
    concept: str | None = None
    actor: Party | None
    recipient: Party | None
    date: str | None = None
    place: str | None = None
    status: Status = "occurred"
    reported_by: Party | None = None
    evidence: Span
    trigger: Span
    because: tuple[Reason, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Something somebody said. evidence: the words said (quoted: between quotation marks).
    cue: the word that says that it was said. speaker_text: the words that name the speaker."""

    id: str
    speaker: Party | None
    act: Act
    quoted: bool
    evidence: Span
    cue: Span | None = None
    speaker_text: Span | None = None
    about: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says who is (or is not) behind a hostile act.

    accused of a denial is the denier itself. interval: (low, high) in per cent, or None for a flat
    statement. scale: where the interval comes from. basis: "technical report", "intelligence",
    "court", "indictment", "sanctions", "own claim", "media", "statement" or None.
    reportive: True where the outlet keeps its distance ("reportedly", "zou … hebben").
    """

    id: str
    by: Party | None
    accused: Party | None
    stance: Stance
    certainty: Certainty = "stated"
    certainty_text: str | None = None
    interval: tuple[float, float] | None = None
    scale: str | None = None
    reportive: bool = False
    basis: str | None = None
    of: str | None = None
    date: str | None = None
    evidence: Span
    because: tuple[Reason, ...] = ()


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What is said to have become of an act. polarity: "+" it had its effect (services paralysed),
    "-" it had none (the attack failed, no data were lost). said_by: None for the narrator."""

    id: str
    polarity: Literal["+", "-"]
    of: str | None = None
    said_by: Party | None = None
    evidence: Span
    because: tuple[Reason, ...] = ()


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is called. kind: "hostile" ("terrorist group"), "opposition" ("dissidents").
    said_by: None for the narrator."""

    id: str
    entity: Party
    kind: Literal["hostile", "opposition"]
    said_by: Party | None = None
    evidence: Span
    because: tuple[Reason, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document's result."""

    id: str
    source: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    language_because: str | None = None
    script: str | None = None
    title: str | None = None
    published: str | None = None
    published_because: str | None = None
    kind: Kind = "unknown"
    kind_because: str | None = None
    text: str
    notices: tuple[str, ...] = ()
    noise: tuple[Noise, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[Date, ...] = ()
    numbers: tuple[Number, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    effects: tuple[Effect, ...] = ()
    labels: tuple[Label, ...] = ()
