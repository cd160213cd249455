"""People: who of one report is who of another.

Known entities carry the same id in every language. A name that was only met in a text joins one of
another report when the cross-script matcher finds them the same. A single word joins a full name only
where it is written just so, in the same script, and one person of the story alone bears it: two
Mohammeds are two men however well they match.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.model import Actor, Entity, Party, Reading, Reason
from dragoman.names import Index, similarity
from dragoman.text.fold import bare

_SAME = 0.80
"""Likeness from which two people of a story are one: there, 99 of 100 full names that are hard to tell
apart are the same, and in one story more (see `dragoman.names`)."""
_SAME_THING = 0.92
"""The same for bodies and things, whose names are made of common words."""
_STATE = frozenset({"GOV", "MIL", "SPY", "JUD", "LEG", "COP"})
"""Sectors of the bodies of a state."""
_FORMS = 4
"""Spellings of one name that are compared, the commonest."""
_FOUNDERS = ("met:", "role:")


class _Name(NamedTuple):
    id: str
    type: str
    forms: tuple[tuple[str, str | None], ...]
    mentions: int


class People:
    """The entities of a story under one identity each."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._owner: dict[str, str] = {}
        self._because: dict[str, Reason] = {}
        self._entities: dict[str, list[tuple[Reading, Entity]]] = {}
        for reading in readings:
            for entity in reading.entities:
                self._entities.setdefault(entity.id, []).append((reading, entity))
        names = [
            self._name(i, rows)
            for i, rows in self._entities.items()
            if not i.startswith("role:") and rows[0][1].type != "role"
        ]
        # Known ones first, then the most mentioned: those give the identity, the others join.
        names.sort(key=lambda n: (n.id.startswith(_FOUNDERS), -n.mentions, n.id))
        self._merge(names)
        self._labels = {i: self._label(i) for i in self._entities}

    def _name(self, entity_id: str, rows: Sequence[tuple[Reading, Entity]]) -> _Name:
        forms: Counter[str] = Counter()
        languages: dict[str, set[str]] = {}
        for reading, entity in rows:
            here = {(" ".join(_longest(entity).split()), reading.language)}
            if not entity_id.startswith("met:"):
                here.add((entity.label, "en"))
            for form, language in here:
                forms[form] += 1
                languages.setdefault(form, set()).add(language or "")
        kept = sorted(forms, key=lambda form: (-forms[form], form))[:_FORMS]
        mentions = sum(len(entity.mentions) for _, entity in rows)
        named = tuple((form, min(languages[form]) or None) for form in kept)
        return _Name(entity_id, rows[0][1].type, named, mentions)

    def _merge(self, names: Sequence[_Name]) -> None:
        index: Index[str] = Index()
        by_id: dict[str, _Name] = {}
        for name in names:
            if name.id.startswith("met:") and name.type in ("person", "org", "group", "place"):
                self._join(name, index, by_id)
            by_id[name.id] = name
            for form, _ in name.forms:
                if len(form.split()) > 1:
                    index.add(form, name.id)
        for name in names:
            if (
                name.id.startswith("met:")
                and name.type == "person"
                and all(len(form.split()) == 1 for form, _ in name.forms)
            ):
                self._surname(name, names)

    def _join(self, name: _Name, index: "Index[str]", by_id: dict[str, _Name]) -> None:
        limit = _SAME if name.type == "person" else _SAME_THING
        kind = name.type if name.type in ("person", "place") else "org"
        best: tuple[float, str, str] | None = None
        for form, language in name.forms:
            if len(form.split()) < 2:
                continue
            for other_id in sorted(index.candidates(form)):
                other = by_id[other_id]
                if other.type != name.type:
                    continue
                for other_form, other_language in other.forms:
                    if len(other_form.split()) < 2:
                        continue
                    value = similarity(form, other_form, language, other_language, kind)
                    if value >= limit and (best is None or value > best[0]):
                        best = (value, other_id, other_form)
        if best is not None:
            value, other_id, other_form = best
            self._owner[name.id] = self.id_of(other_id)
            self._because[name.id] = Reason(
                "names:similarity", note=f"{name.forms[0][0]} = {other_form} at {value:.2f}"
            )

    def _surname(self, name: _Name, names: Sequence[_Name]) -> None:
        words = {bare(form) for form, _ in name.forms}
        bearers = {
            self.id_of(other.id)
            for other in names
            if other.type == "person"
            and any(words & {bare(w) for w in form.split()[1:]} for form, _ in other.forms)
        }
        if len(bearers) == 1 and (owner := bearers.pop()) != name.id:
            self._owner[name.id] = owner
            self._because[name.id] = Reason(
                "names:surname", note=f"{name.forms[0][0]}: one person of the story bears this name"
            )

    def id_of(self, entity_id: str) -> str:
        """The identity of an entity in this story."""
        while entity_id in self._owner:
            entity_id = self._owner[entity_id]
        return entity_id

    def party(self, party: Party | None) -> Party | None:
        """A party under its identity, with the label the whole story shows."""
        if party is None:
            return None
        owner = self.id_of(party.id)
        return Party(owner, self._labels.get(owner, party.label))

    def _label(self, entity_id: str) -> str:
        """The label most reports give; of equals one in Latin letters, then the longest."""
        counts = Counter(e.label for _, e in self._entities[entity_id])
        return max(counts, key=lambda label: (label.isascii(), counts[label], len(label), label))

    def label_of(self, entity_id: str) -> str | None:
        """The label the whole story shows for an entity, or None for one no report names."""
        return self._labels.get(self.id_of(entity_id))

    def acts_for(self, party: Party) -> str | None:
        """The state whose acts the party's acts are: a state itself, its bodies and services."""
        if party.id.startswith("country:"):
            return party.id.partition(":")[2]
        rows = self._entities.get(party.id, ())
        return next((e.country for _, e in rows if e.country and e.sector in _STATE), None)

    def country(self, party: Party | None) -> str | None:
        """The state a party belongs to, as far as any report of the story tells."""
        if party is None:
            return None
        if party.id.startswith("country:"):
            return party.id.partition(":")[2]
        rows = self._entities.get(party.id)
        return next((e.country for _, e in rows if e.country), None) if rows else None

    def actors(self) -> tuple[Actor, ...]:
        """Everybody of the story, those in most reports first."""
        merged: dict[str, list[tuple[Reading, Entity]]] = {}
        for entity_id, rows in self._entities.items():
            merged.setdefault(self.id_of(entity_id), []).extend(rows)
        out = []
        for owner, told in merged.items():
            rows = sorted(told, key=lambda row: (row[0].published or "9999", row[0].id))
            names: dict[str, set[str]] = {}
            for reading, entity in rows:
                names.setdefault(reading.language or "und", set()).update(
                    " ".join(m.text.split()) for m in entity.mentions
                )
            first = next((e for _, e in rows if e.id == owner), rows[0][1])
            joined = tuple(self._because[e.id] for _, e in rows if e.id in self._because)
            out.append(
                Actor(
                    id=owner,
                    label=self._labels[owner],
                    type=first.type,
                    country=next((e.country for _, e in rows if e.country), None),
                    sector=next((e.sector for _, e in rows if e.sector), None),
                    names={code: tuple(sorted(forms)) for code, forms in sorted(names.items())},
                    mentions=sum(len(e.mentions) for _, e in rows),
                    documents=tuple(dict.fromkeys(r.id for r, _ in rows)),
                    because=tuple(dict.fromkeys((*first.because, *joined))),
                )
            )
        return tuple(sorted(out, key=lambda a: (-len(a.documents), -a.mentions, a.id)))


def _longest(entity: Entity) -> str:
    return max((m.text for m in entity.mentions), key=lambda text: (len(text), text), default=entity.label)
