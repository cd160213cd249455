"""People: who of one report is who of another.

Known entities carry the same id in every language. A name that was only met in the text joins one of
another report when the cross-script matcher finds them the same; single words never join across
scripts by themselves.
"""

from collections.abc import Sequence

from dragoman.model import Actor, Entity, Party, Reading, Reason
from dragoman.names import similarity

_SAME = 0.84
"""Similarity from which two met names of a story are one. names.md: precision .95 at .84."""


class People:
    """The entities of a story under one identity each."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._owner: dict[str, str] = {}
        self._because: dict[str, Reason] = {}
        self._entities: dict[str, list[tuple[Reading, Entity]]] = {}
        met: dict[str, tuple[Entity, str | None]] = {}
        for reading in readings:
            for entity in reading.entities:
                self._entities.setdefault(entity.id, []).append((reading, entity))
                if entity.id.startswith("met:"):
                    met.setdefault(entity.id, (entity, reading.language))
        known = {i: rows[0][1] for i, rows in self._entities.items() if not i.startswith(("met:", "role:"))}
        seen: list[tuple[Entity, str | None]] = []
        for entity, language in met.values():
            self._join(entity, language, known, seen)
            seen.append((entity, language))

    def _join(
        self, entity: Entity, language: str | None, known: dict[str, Entity], seen: list[tuple[Entity, str | None]]
    ) -> None:
        name = _surface(entity)
        if len(name.split()) < 2:
            return
        kind = "person" if entity.type == "person" else "org"
        best, score = None, _SAME
        for other in known.values():
            if other.type != entity.type:
                continue
            value = similarity(name, other.label, language, "en", kind)
            if value >= score:
                best, score = other.id, value
        for other, other_language in seen:
            if other.type != entity.type or len(_surface(other).split()) < 2:
                continue
            value = similarity(name, _surface(other), language, other_language, kind)
            if value > score:
                best, score = other.id, value
        if best is not None:
            self._owner[entity.id] = self.id_of(best)
            self._because[entity.id] = Reason("names:similarity", note=f"{name} = {best.partition(':')[2]} at {score:.2f}")

    def id_of(self, entity_id: str) -> str:
        """The identity of an entity in this story."""
        seen = set()
        while entity_id in self._owner and entity_id not in seen:
            seen.add(entity_id)
            entity_id = self._owner[entity_id]
        return entity_id

    def party(self, party: Party | None) -> Party | None:
        """A party under its identity, with the label the whole story shows."""
        if party is None:
            return None
        owner = self.id_of(party.id)
        return Party(owner, self.label(owner, party.label))

    def label(self, entity_id: str, fallback: str) -> str:
        rows = self._entities.get(entity_id)
        if not rows:
            return fallback
        return max((e.label for _, e in rows), key=lambda text: (text.isascii(), len(text)))

    def country(self, party: Party | None) -> str | None:
        """The state a party belongs to, as far as any report of the story tells."""
        if party is None:
            return None
        if party.id.startswith("country:"):
            return party.id.partition(":")[2]
        rows = self._entities.get(party.id)
        return next((e.country for _, e in rows if e.country), None) if rows else None

    def actors(self) -> tuple[Actor, ...]:
        """Everybody of the story, the most named first."""
        merged: dict[str, list[tuple[Reading, Entity]]] = {}
        for entity_id, rows in self._entities.items():
            merged.setdefault(self.id_of(entity_id), []).extend(rows)
        out = []
        for owner, rows in merged.items():
            names: dict[str, dict[str, None]] = {}
            for reading, entity in rows:
                forms = names.setdefault(reading.language or "und", {})
                for mention in entity.mentions:
                    forms.setdefault(" ".join(mention.text.split()))
            joined = tuple(self._because[e.id] for _, e in rows if e.id in self._because)
            out.append(
                Actor(
                    id=owner,
                    label=self.label(owner, rows[0][1].label),
                    type=rows[0][1].type,
                    country=next((e.country for _, e in rows if e.country), None),
                    sector=next((e.sector for _, e in rows if e.sector), None),
                    names={code: tuple(forms) for code, forms in sorted(names.items())},
                    mentions=sum(len(e.mentions) for _, e in rows),
                    documents=tuple(dict.fromkeys(r.id for r, _ in rows)),
                    because=tuple(dict.fromkeys((*rows[0][1].because, *joined))),
                )
            )
        return tuple(sorted(out, key=lambda a: (-len(a.documents), -a.mentions, a.id)))


def _surface(entity: Entity) -> str:
    return max((m.text for m in entity.mentions), key=len, default=entity.label)
