"""An entity as a list of names somebody else keeps gives it, before it is filed in the user's own store."""

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of a list.

    id:       of its own, stable from one edition of the list to the next ("wikidata:Q42", "misp:…").
    type:     person org place group threat_actor.
    country:  ISO 3166-1 alpha-3, or None.
    names:    language (ISO 639-1, "" where the list does not say) → forms, the usual one first.
    weak:     forms that others may bear too: they count once their owner is named otherwise.
    wikidata: item number ("Q42"), by which it is known to be somebody the package knows already.
    """

    id: str
    label: str
    type: str
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    sponsor: str | None = None
    names: dict[str, tuple[str, ...]] = {}
    weak: tuple[str, ...] = ()


class BadLine(msgspec.Struct, frozen=True):
    """A line or row that holds no entity: which, and why it was left out."""

    line: int
    why: str
