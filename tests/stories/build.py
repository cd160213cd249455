"""Small readings made by hand, for the floors above the reader.

    report("a", acts=[act("sever_relations", ALBANIA, IRAN, on="2022-09-07")])

Every span is a real slice of the text that is made up on the way, so that the readings keep the contract.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.languages.concepts import concepts
from dragoman.model import (
    Attribution,
    Date,
    Dossier,
    Effect,
    Entity,
    Event,
    Label,
    Mention,
    Noise,
    Number,
    Party,
    Reading,
    Span,
    Statement,
    Story,
)
from dragoman.stories import compile_stories

SHARED = Path(__file__).parents[3] / "shared"
"""Annotated cases, where they are there; tests that need them are skipped where they are not."""

ALBANIA, IRAN = Party("country:ALB", "Albania"), Party("country:IRN", "Iran")
USA, RUSSIA = Party("country:USA", "United States"), Party("country:RUS", "Russia")
SAUDI, JAPAN = Party("country:SAU", "Saudi Arabia"), Party("country:JPN", "Japan")
RAMA = Party("person:edi-rama", "Edi Rama")
HOUTHIS, MEK = Party("group:houthis", "Houthis"), Party("group:mek", "People's Mojahedin")
ARAMCO = Party("company:saudi-aramco", "Saudi Aramco")
MICROSOFT = Party("company:microsoft", "Microsoft")
GRU = Party("agency:gru", "GRU")

_TYPES = {"company": "org", "agency": "org", "met": "person"}
_SECTORS = {"agency": "SPY", "country": None}
_COUNTRIES = {
    "agency:gru": "RUS",
    "company:saudi-aramco": "SAU",
    "company:microsoft": "USA",
    "person:edi-rama": "ALB",
}

Part = Callable[["_Page"], None]


class _Page:
    """A text that grows, and what is found in it."""

    def __init__(self, id: str, text: str, wire: str) -> None:
        self.id, self.text, self.wire = id, text, wire
        self.found: dict[str, list[Any]] = {}
        self.entities: dict[str, Entity] = {}

    def write(self, sentence: str) -> Span:
        """Write a sentence, and after it words that only reports from one `wire` share."""
        self.text += (" " if self.text and not self.text.endswith("\n") else "") + sentence
        span = Span(len(self.text) - len(sentence), len(self.text), sentence)
        self.text += " " + sha256(f"{self.wire} {len(self.text)}".encode()).hexdigest()
        return span

    def add(self, kind: str, value: Any) -> None:
        self.found.setdefault(kind, []).append(value)

    def next_id(self, letter: str) -> str:
        return f"{self.id}-{letter}{sum(map(len, self.found.values())) + 1}"

    def name(
        self, party: Party | None, at: Span | None = None, form: str | None = None, type: str | None = None
    ) -> None:
        if party is None:
            return
        where = at or self.write(form or party.label)
        kind = party.id.partition(":")[0]
        old = self.entities.get(party.id)
        country = party.id.partition(":")[2] if kind == "country" else _COUNTRIES.get(party.id)
        self.entities[party.id] = Entity(
            id=party.id,
            label=party.label,
            type=type or _TYPES.get(kind, kind),
            country=country,
            sector=_SECTORS.get(kind),
            mentions=(*(old.mentions if old else ()), Mention(where.start, where.end, where.text)),
        )


def report(
    id: str,
    *parts: Part,
    text: str = "",
    language: str = "en",
    published: str | None = "2022-09-08",
    outlet: str | None = None,
    title: str | None = None,
    noise: Sequence[Noise] = (),
    wire: str | None = None,
) -> Reading:
    """A reading of the document `id` with these parts in this order, after the words of `text`. Reports are
    worded each in its own way, but for those with the same `wire`."""
    page = _Page(id, text, wire or id)
    for part in parts:
        part(page)
    return Reading(
        id=id,
        text=page.text or id,
        language=language,
        published=published,
        outlet=outlet,
        title=title,
        kind="news",
        noise=tuple(noise),
        entities=tuple(page.entities.values()),
        **{kind: tuple(values) for kind, values in page.found.items()},
    )


def act(
    concept: str,
    actor: Party | None = None,
    recipient: Party | None = None,
    on: str | None = None,
    status: Any = "occurred",
    by: Party | None = None,
    id: str | None = None,
    words: str | None = None,
) -> Part:
    """An event, of the type its concept codes to. by: whose words it is told in."""

    def write(page: _Page) -> None:
        page.name(actor)
        page.name(recipient)
        page.name(by)
        span = page.write(words or f"{concept} {actor.label if actor else 'somebody'} {on or ''}.")
        sense = concepts()[concept]
        page.add(
            "events",
            Event(
                id=id or page.next_id("e"),
                type=sense.type or "ACCUSE",
                mode=sense.mode,
                concept=concept,
                actor=actor,
                recipient=recipient,
                date=on,
                status=status,
                reported_by=by,
                evidence=span,
                trigger=span,
            ),
        )

    return write


def blame(
    by: Party | None,
    accused: Party | None,
    stance: Any = "accuses",
    certainty: Any = "stated",
    of: str | None = None,
    basis: str | None = None,
    date: str | None = None,
) -> Part:
    """An attribution. of: the id of the act in the same report."""

    def write(page: _Page) -> None:
        page.name(by)
        page.name(accused)
        span = page.write(
            f"{by.label if by else 'Somebody'} {stance} {accused.label if accused else 'nobody'}."
        )
        page.add(
            "attributions",
            Attribution(
                id=page.next_id("a"),
                by=by,
                accused=accused,
                stance=stance,
                certainty=certainty,
                of=of,
                basis=basis,
                date=date,
                evidence=span,
            ),
        )

    return write


def said(speaker: Party | None, words: str, quoted: bool = True, act: Any = "claim") -> Part:
    def write(page: _Page) -> None:
        page.name(speaker)
        page.add(
            "statements",
            Statement(
                id=page.next_id("s"), speaker=speaker, act=act, quoted=quoted, evidence=page.write(words)
            ),
        )

    return write


def number(
    text: str,
    value: float | None,
    unit: str | None = None,
    of: str | None = None,
    concept: str | None = None,
    act: str | None = None,
    low: float | None = None,
    high: float | None = None,
    mod: str | None = None,
    near: Iterable[Party] = (),
) -> Part:
    """A number in a sentence of its own that names the parties `near`."""

    def write(page: _Page) -> None:
        page.text += "\n" if page.text else ""
        for party in near:
            page.name(party)
        span = page.write(text)
        page.write("there.\n")
        page.add(
            "numbers",
            Number(
                start=span.start, end=span.end, text=text, value=value, unit=unit, of=of,
                concept=concept, act=act, low=low, high=high, mod=mod,
            ),
        )  # fmt: skip

    return write


def day(text: str, value: str) -> Part:
    def write(page: _Page) -> None:
        span = page.write(text)
        page.add("dates", Date(start=span.start, end=span.end, text=text, value=value))

    return write


def named(party: Party, form: str | None = None, type: str | None = None) -> Part:
    """A mention, as `form` where it is written otherwise than its label."""
    return lambda page: page.name(party, form=form, type=type)


def met(form: str, type: str = "person") -> Part:
    """A name that nobody knows, as the reader would give it."""
    return named(met_party(form), type=type)


def met_party(form: str) -> Party:
    return Party("met:" + form.casefold(), form)


def effect(polarity: Any, by: Party | None = None, of: str | None = None) -> Part:
    def write(page: _Page) -> None:
        page.name(by)
        page.add(
            "effects",
            Effect(
                id=page.next_id("f"),
                polarity=polarity,
                said_by=by,
                of=of,
                evidence=page.write(f"effect {polarity}."),
            ),
        )

    return write


def label(entity: Party, kind: Any, by: Party | None = None) -> Part:
    def write(page: _Page) -> None:
        page.name(entity)
        page.name(by)
        page.add(
            "labels",
            Label(
                id=page.next_id("l"),
                entity=entity,
                kind=kind,
                said_by=by,
                evidence=page.write(f"{kind} words."),
            ),
        )

    return write


COMMON: tuple[Part, ...] = (
    act("cyberattack", IRAN, ALBANIA, on="2022-07-15", id="attack", status="alleged"),
    blame(ALBANIA, IRAN, of="attack"),
    named(RAMA),
)
"""Enough for any two reports that hold it to be of one story."""


def one_story(*readings: Reading) -> Story:
    """The only story of these readings; fails where they make another number of them."""
    made = compile_stories(readings)
    assert len(made.stories) == 1, [s.documents for s in made.stories]
    return made.stories[0]


def groups(made: Dossier) -> set[frozenset[str]]:
    """The stories of a dossier as sets of documents."""
    return {frozenset(story.documents) for story in made.stories}
