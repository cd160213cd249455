"""The store of who is who: entities, and every alias they are known by in a language."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from dragoman.errors import PackError
from dragoman.text.fold import bare

FormKind = Literal["name", "adj", "people", "capital", "seat", "city", "surname"]
WHO_FILES = ("organisations", "agencies", "groups", "threat_actors", "companies", "media", "places", "persons")
_TYPES = {"company": "org", "media": "org"}


class Office(NamedTuple):
    """A post held: `office` of the state or body `of`, between two ISO days ("" open)."""

    office: str
    of: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Known:
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
    labels: dict[str, str] = field(default_factory=dict)


class Alias(NamedTuple):
    """A form of a name: which entity, which kind of form, whether the form alone leaves it open, and
    how it must be written ("upper": wholly in capitals, "initial": with a capital, "": any)."""

    text: str
    entity: str
    form: FormKind
    ambiguous: bool
    case: str


class Store:
    """Everything known, by id, and the aliases by language."""

    def __init__(self, entities: dict[str, Known], aliases: dict[str, list[tuple[str, str, FormKind, bool]]]) -> None:
        self.entities = entities
        self._aliases = aliases

    def get(self, entity_id: str) -> Known | None:
        return self.entities.get(entity_id)

    def country(self, iso3: str | None) -> Known | None:
        return self.entities.get(f"country:{iso3}") if iso3 else None

    def aliases(self, language: str | None) -> Iterator[Alias]:
        """Every alias to read a text of `language` with: its own, and those in English, since every
        press prints some names in their international form. Of country words only its own."""
        wanted = [language] if language and language in self._aliases else []
        for code in dict.fromkeys([*wanted, "en"]):
            for text, entity, form, ambiguous in self._aliases.get(code, ()):
                if code != language and wanted and entity.startswith("country:"):
                    continue
                yield Alias(text, entity, form, ambiguous, _case(text))

    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._aliases))

    def holder(self, office: str, of: str, day: str | None) -> Known | None:
        """Who held `office` of the state `of` on the ISO day, where just one is known to have."""
        if day is None:
            return None
        found = [
            known
            for known in self._office_index().get((office, of), ())
            for post in known.offices
            if post.office == office and post.of == of and (post.since or "0") <= day and (not post.until or day <= post.until + "~")
        ]
        return found[0] if len({k.id for k in found}) == 1 else None

    def _office_index(self) -> dict[tuple[str, str], list[Known]]:
        if not hasattr(self, "_offices"):
            index: dict[tuple[str, str], list[Known]] = {}
            for known in self.entities.values():
                for post in known.offices:
                    index.setdefault((post.office, post.of), []).append(known)
            self._offices = index
        return self._offices


def _case(text: str) -> str:
    letters = [c for c in text if c.isalpha()]
    if not letters or not letters[0].isupper():
        return ""
    if len(letters) <= 6 and all(c.isupper() for c in letters):
        return "upper"
    return "initial"


@cache
def store() -> Store:
    """The store that ships with the package. Raises PackError where a data file is broken."""
    data = files("dragoman.knowledge").joinpath("data")
    entities: dict[str, Known] = {}
    aliases: dict[str, list[tuple[str, str, FormKind, bool]]] = {}
    _countries(data, entities, aliases)
    for name in WHO_FILES:
        file = data.joinpath(f"{name}.toml")
        if file.is_file():
            raw = _toml(file, f"{name}.toml")
            for row in [*raw.get("entity", ()), *raw.get("person", ())]:
                _who(row, entities, aliases)
    return Store(entities, aliases)


def _toml(file: Any, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"knowledge/data/{name}", None, str(error)) from error


def _countries(
    data: Any, entities: dict[str, Known], aliases: dict[str, list[tuple[str, str, FormKind, bool]]]
) -> None:
    base = data.joinpath("countries.toml")
    table = _toml(base, "countries.toml") if base.is_file() else {}
    kinds: tuple[tuple[str, FormKind], ...] = (
        ("names", "name"),
        ("adjectives", "adj"),
        ("people", "people"),
        ("capital", "capital"),
        ("seats", "seat"),
        ("cities", "city"),
    )
    labels: dict[str, dict[str, str]] = {}
    cities = _cities(data)
    for folder in data.iterdir():
        file = folder.joinpath("countries.toml")
        if not folder.is_dir() or not file.is_file():
            continue
        rows = aliases.setdefault(folder.name, [])
        for iso3, words in _toml(file, f"{folder.name}/countries.toml").items():
            open_forms = set(words.get("ambiguous", ()))
            if words.get("names"):
                labels.setdefault(iso3, {})[folder.name] = words["names"][0]
            for key, form in kinds:
                for text in words.get(key, ()):
                    target = f"country:{iso3}"
                    if form == "city":
                        label = cities.get((iso3, bare(text)), text)
                        target = f"place:{bare(label).replace(' ', '-')}@{iso3}"
                        entities.setdefault(target, Known(target, label, "place", country=iso3))
                    rows.append((text, target, form, text in open_forms))
    for iso3, row in table.items():
        entities[f"country:{iso3}"] = Known(
            id=f"country:{iso3}",
            label=row["label"],
            type="country",
            country=iso3,
            sector="GOV",
            acts_for=iso3,
            wikidata=row.get("wikidata"),
            adjective=row.get("body_adjective") or row.get("adjective") or row["label"],
            capital=row.get("capital"),
            labels=labels.get(iso3, {}),
        )
    regions = data.joinpath("regions.toml")
    if regions.is_file():
        for key, row in _toml(regions, "regions.toml").get("region", {}).items():
            entity = f"region:{key}"
            kind = "group" if row.get("kind") == "group" else "place"
            entities[entity] = Known(entity, row["label"], kind, country=row.get("country"))
            for table, form in (("names", "name"), ("adjectives", "adj")):
                for code, forms in row.get(table, {}).items():
                    aliases.setdefault(code, []).extend((text, entity, form, False) for text in forms)


def _cities(data: Any) -> dict[tuple[str, str], str]:
    """(state, form of a city's name) → its English label."""
    file = data.joinpath("cities.toml")
    if not file.is_file():
        return {}
    return {
        (iso3, bare(form)): label
        for iso3, cities in _toml(file, "cities.toml").items()
        for label, forms in cities.items()
        for form in (label, *forms)
    }


def _who(
    row: dict[str, Any], entities: dict[str, Known], aliases: dict[str, list[tuple[str, str, FormKind, bool]]]
) -> None:
    entity = row["id"]
    person = entity.startswith("person:")
    names = {code: forms for code, forms in row.items() if len(code) == 2 and isinstance(forms, list)}
    kind = row.get("type") or entity.partition(":")[0]
    entities[entity] = Known(
        id=entity,
        label=row["label"],
        type=_TYPES.get(kind, kind),
        country=row.get("country"),
        sector=row.get("sector"),
        acts_for=row.get("country") if row.get("acts_for_state") else None,
        wikidata=row.get("wikidata"),
        offices=tuple(
            Office(post["office"], post.get("of") or post.get("body", ""), str(post.get("from", "")), str(post.get("to", "")))
            for post in row.get("offices", ())
        ),
        publishes=bool(row.get("publishes_attributions")),
        agency=bool(row.get("agency")),
        sponsor=row.get("sponsor"),
        labels={code: forms[0] for code, forms in names.items() if forms},
    )
    open_forms = set(row.get("aliases_ambiguous", ()))
    for code, forms in names.items():
        aliases.setdefault(code, []).extend((text, entity, "name", text in open_forms) for text in forms)
    if person and (surname := row.get("surname")):
        aliases.setdefault("en", []).append((surname, entity, "surname", True))
