"""The cast of one document: everybody named in it, under one identity each.

Known names come from the knowledge store; new ones are met in the text and keep the longest form as
their identity. Within a document a surname stands for the full name met before it, and "the
minister", "the ministry", "he" for the last one that fits. Nobody is invented: what does not
resolve stays None.
"""

import re
from functools import cache

import msgspec

from dragoman.knowledge import Alias, Store, store
from dragoman.languages import concepts
from dragoman.model import Entity, Mention, Reason
from dragoman.names import has_cases, nominatives, romanise, usual
from dragoman.reading.units import Unit
from dragoman.reading.who import GOVERNING, Who, known_who
from dragoman.text.fold import bare
from dragoman.text.tokens import Tokens

_FACELESS = frozenset({"citizens", "allies", "members", "hackers", "state_hackers", "perpetrators"})
"""People who are no source while nobody says which: "members attribute the attack to X"."""

_RANK = {"name": 0, "capital": 1, "seat": 1, "people": 2, "adj": 3, "city": 4, "surname": 5}
"""Forms of a name, the one that tells most first."""


@cache
def _english_names() -> dict[str, str]:
    """English names of known bodies → their ids: a body put together from its parts ("Iranian" +
    "Ministry of Intelligence") may be one that is known."""
    return {
        bare(a.text): a.entity
        for a in store().aliases("en")
        if a.form == "name" and not a.entity.startswith("country:")
    }


class Met(msgspec.Struct, eq=False):
    """Somebody met, where, and why it is held to be them. surname: whether that of the label is noted."""

    who: Who
    mentions: dict[tuple[int, int], str] = msgspec.field(default_factory=dict)
    because: tuple[Reason, ...] = ()
    surname: bool = False


class Cast:
    """Everybody met so far in a document read from front to back.

    text: the document; day: its ISO date or None (decides who held an office).
    """

    def __init__(self, text: str, day: str | None, language: str | None) -> None:
        self.text, self.day, self.language = text, day, language
        self.store: Store = store()
        self._met: dict[str, Met] = {}
        self._known: dict[str, Who] = {}
        self._surnames: dict[str, Who] = {}
        self._bodies: dict[str, dict[str, Who]] = {}
        self.last_person: Who | None = None
        self.last_company: Who | None = None
        self.last_actor: Who | None = None
        self.last_subject: Who | None = None
        self.last_speaker: Who | None = None
        self.last_two: tuple[Who, ...] = ()
        self.speaking: Who | None = None
        self.teller: Who | None = None
        self.tokens = Tokens()
        self.head_last = True

    def word(self, token: int) -> str:
        """The token as it is compared."""
        return self.tokens.norm[token] if token < len(self.tokens) else ""

    # ── naming ──

    def mention(self, who: Who, start: int, end: int, reason: Reason | None = None) -> Who:
        """`who` is named at text[start:end]."""
        met = self._met.get(who.id)
        if met is None:
            met = self._met[who.id] = Met(who, because=(reason,) if reason else ())
        if start and end > start and self.text[start] == "ل" == self.text[start - 1]:
            start -= 1  # "to the" written as one doubled letter belongs to the word
        met.mentions[start, end] = self.text[start:end]
        if who.sector in ("BUS", "MNC") and not who.unnamed:
            self.last_company = who
        if who.type == "person":
            self.last_person = who
            words = bare(self.text[start:end]).split()
            if words:
                self._surnames.setdefault(words[-1], who)
                if not met.surname:
                    met.surname = True
                    if full := bare(who.label).split():
                        self._surnames.setdefault(full[-1], who)
        return who

    def met(self, who: Who) -> bool:
        """Whether `who` has been named before."""
        return who.id in self._met

    def choose(self, aliases: tuple[Alias, ...]) -> tuple[Who, Alias] | None:
        """The one entity the aliases name here, or None where they leave it open.

        An ambiguous alias counts once its owner has been named unambiguously in this document.
        """
        if len(aliases) == 1 and not aliases[0].ambiguous:
            alias = aliases[0]
        else:
            pool = [a for a in aliases if a.ambiguous and a.entity in self._met] or [
                a for a in aliases if not a.ambiguous
            ]
            if not pool:
                for alias in aliases:
                    if alias.form == "surname" and (who := self._surnames.get(bare(alias.text))):
                        return who, alias
                return None
            alias = min(pool, key=lambda a: (a.entity not in self._met, _RANK[a.form]))
        known = self.known(alias.entity)
        return (known, alias) if known else None

    def known(self, entity: str) -> Who | None:
        """Somebody of the knowledge store, as somebody in this document."""
        who = self._known.get(entity)
        if who is None and (found := self.store.get(entity)) is not None:
            who = self._known[entity] = known_who(found, self.day)
        return who

    def has(self, entity: str) -> bool:
        """Whether the entity has been named so far, in its own right or by a body of its state."""
        return entity in self._met or any(f"country:{m.who.country}" == entity for m in self._met.values())

    def find(self, entity: str) -> Who | None:
        """Somebody by id: met here, or known."""
        if (met := self._met.get(entity)) is not None:
            return met.who
        return self.known(entity)

    def by_surname(self, word: str) -> Who | None:
        return self._surnames.get(bare(word))

    def only_group(self, country: str | None) -> Who | None:
        """The opposition or armed group of a state, where the report has named just one."""
        found = {
            m.who
            for m in self._met.values()
            if m.who.type == "group" and m.who.country == country and m.who.sector in ("REB", "OPP")
        }
        return next(iter(found)) if country and len(found) == 1 else None

    def stand_ins(self) -> dict[str, Who]:
        """Unnamed companies that the report names later or before: "a US security firm said … Mandiant":
        the id of the unnamed one → the only named company of that country."""
        named = [
            m.who
            for m in self._met.values()
            if m.who.type == "org" and m.who.sector in ("BUS", "MNC") and not m.who.unnamed
        ]
        out = {}
        for met in self._met.values():
            who = met.who
            if who.id.startswith("company:") and who.unnamed:
                owners = [n for n in named if n.country == who.country]
                if len(owners) == 1:
                    out[who.id] = owners[0]
        return out

    def meet(self, surface: str, start: int, end: int, kind: str, country: str | None, reason: Reason) -> Who:
        """A name not known before: its own entity, or the one whose surname it is."""
        if has_cases(self.language):
            surface = " ".join(nominatives(surface.split(), self.language or "")[0])
        words = bare(surface).split()
        if kind == "person" and len(words) == 1 and (who := self._surnames.get(words[0])):
            return self.mention(who, start, end)
        key = f"met:{' '.join(words)}"
        if (old := self._met.get(key)) is not None:
            return self.mention(old.who, start, end, reason)
        label = surface if surface.isascii() or _latin(surface) else self._in_latin(surface)
        return self.mention(Who(key, re.sub(r"\s+", " ", label), kind, country), start, end, reason)

    def _in_latin(self, surface: str) -> str:
        """A name of another script as English papers would spell it."""
        label = romanise(surface, self.language) or surface
        words, latin = surface.split(), label.split()
        if len(words) != len(latin):
            return label
        return " ".join(usual(word, spelt) for word, spelt in zip(words, latin, strict=True))

    def no_person(self, who: Who) -> Who:
        """A newly met name that turns out to be that of a group."""
        made = Who(who.id, who.label, "group", who.country, who.sector)
        if (met := self._met.get(who.id)) is not None:
            met.who = made
        return made

    def body(self, concept: str, country: str | None, owner: Who | None = None) -> Who | None:
        """The body or post `concept` of a state (or of another owner): "foreign ministry" of Iran."""
        sense = concepts()[concept]
        known = self.store.country(country)
        if known is None or known.country is None:
            return None
        if (
            sense.kind == "office"
            and sense.office
            and (person := self.store.holder(sense.office, known.country, self.day))
        ):
            return self.known(person.id)
        sector = sense.sector or ("GOV" if sense.kind == "office" and not sense.private else None)
        pattern = sense.label or ("{adjective} " + concept.replace("_", " "))
        label = pattern.format(country=known.label, adjective=known.adjective or known.label)
        if sense.kind == "organ" and (named := _english_names().get(bare(label))) is not None:
            body = self.store.get(named)
            if body is not None and body.country == known.country:
                who = known_who(body, self.day)
                self.remember(concept, who)
                return who
        state = known.id if sector in GOVERNING and not sense.private else None
        kind = {"organ": "org", "office": "role", "people": "group"}.get(sense.kind, "org")
        unnamed = sense.kind in ("people", "office") or sense.private
        who = Who(f"{concept}:{known.country}", label, kind, known.country, sector, state, unnamed)
        self.remember(concept, who)
        return who

    def unnamed(self, unit: Unit) -> Who | None:
        """Somebody who speaks but is not named ("a passenger", "two officials"): a role of this
        document, labelled in English by the post, or in the words of an English text."""
        for concept, sense, _ in unit.nouns:
            kind = concepts()[concept].kind
            if kind in ("office", "people") and sense.pos == "noun" and concept not in _FACELESS:
                label = concept.replace("_", " ")
                if self.language == "en" and unit.items:
                    start = self.tokens.start[unit.items[0].first]
                    label = " ".join(self.text[start : self.tokens.end[unit.items[-1].last - 1]].split())
                return Who(f"role:{bare(label)}", label, "role", None, None, None, True)
        return None

    def remembered(self, concept: str, word: str = "") -> Who | None:
        """ "The regime", "the minister" alone: who was named so before, where it was always the same one.

        word: the noun as written, which tells "the regime" from "the government".
        """
        for key in (f"{concept} {bare(word)}", concept) if word else (concept,):
            found = self._bodies.get(key, {})
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return None
        return None

    def remember(self, concept: str, who: Who, word: str = "") -> None:
        self._bodies.setdefault(concept, {})[who.id] = who
        if word:
            self._bodies.setdefault(f"{concept} {bare(word)}", {})[who.id] = who

    def own_body(self, concept: str) -> Who | None:
        """ "The government" in what somebody is reported to say: the speaker's own."""
        sense = concepts()[concept]
        if (
            self.teller is None
            or not self.teller.state
            or sense.kind != "organ"
            or sense.sector not in ("GOV", "LEG")
        ):
            return None
        state = self.store.get(self.teller.state)
        return self.body(concept, state.country) if state is not None and state.type == "country" else None

    def capital(self, state: Who) -> Who | None:
        """The capital of a state as a place, where its name stood for the state."""
        known = self.store.get(state.id)
        if known is None or known.capital is None:
            return None
        return Who(
            f"place:{bare(known.capital).replace(' ', '-')}@{known.country}",
            known.capital,
            "place",
            known.country,
        )

    def store_state(self, who: Who) -> Who | None:
        """The state `who` acts for, as somebody of its own."""
        known = self.store.get(who.state) if who.state else None
        return known_who(known) if known else None

    def our_side(self) -> Who | None:
        """Who "we" are in somebody's own words: the state or body the speaker acts for, else himself."""
        return (self.store_state(self.speaking) or self.speaking) if self.speaking is not None else None

    # ── result ──

    def entities(self, used: frozenset[str]) -> tuple[Entity, ...]:
        """Everybody named, and of the unnamed ("an Iranian diplomat") those whose id is in `used`."""
        out = []
        for met in self._met.values():
            if met.who.unnamed and met.who.id not in used:
                continue
            if not any(end > start for start, end in met.mentions):
                continue
            known = self.store.get(met.who.id)
            labels = dict(known.labels) if known else {}
            if known:
                labels.setdefault("en", known.label)
            out.append(
                Entity(
                    id=met.who.id,
                    label=met.who.label,
                    labels=labels,
                    type=met.who.type,
                    country=met.who.country,
                    sector=met.who.sector,
                    mentions=tuple(Mention(a, b, t) for (a, b), t in sorted(met.mentions.items())),
                    because=met.because,
                )
            )
        return tuple(out)


def _latin(text: str) -> bool:
    return all(not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in text)


__all__ = ["Cast", "Met", "Who", "known_who"]
