"""What is known of somebody, and the forms of a name."""

from typing import Literal, NamedTuple

import msgspec

FormKind = Literal["name", "adj", "people", "capital", "seat", "city", "surname"]


class Office(NamedTuple):
    """A post held: `office` of the state or body `of`, between two ISO days ("" open)."""

    office: str
    of: str
    since: str
    until: str


class Known(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One known entity.

    type:    country person org place group threat_actor malware.
    acts_for: the country whose acts its acts are ("IRN" for Iran's ministries), or None.
    """

    id: str
    label: str
    type: str
    country: str | None = None
    sector: str | None = None
    acts_for: str | None = None
    wikidata: str | None = None
    offices: tuple[Office, ...] = ()
    publishes: bool = False
    agency: bool = False
    sponsor: str | None = None
    adjective: str | None = None
    capital: str | None = None
    iso2: str | None = None
    labels: dict[str, str] = {}


class Alias(NamedTuple):
    """A form of a name: which entity, which kind of form, whether the form alone leaves it open, and
    how it must be written ("upper": wholly in capitals, "initial": with a capital, "": any)."""

    text: str
    entity: str
    form: FormKind
    ambiguous: bool
    case: str
