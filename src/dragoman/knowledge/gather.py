"""Gathering the store from its data files: entities by id, and rows of aliases by language."""

from importlib.resources.abc import Traversable
from typing import Any

from dragoman.errors import PackError
from dragoman.knowledge.values import Alias, FormKind, Known, Office
from dragoman.languages.tables import read_raw
from dragoman.text.fold import bare

WHO_FILES = (
    "organisations",
    "agencies",
    "groups",
    "threat_actors",
    "companies",
    "media",
    "places",
    "geography",
    "towns",
    "persons",
)
_TYPES = {"company": "org", "media": "org"}
_COUNTRY_FORMS: tuple[tuple[str, FormKind], ...] = (
    ("names", "name"),
    ("adjectives", "adj"),
    ("people", "people"),
    ("capital", "capital"),
    ("seats", "seat"),
    ("cities", "city"),
)
_REGION_FORMS = _COUNTRY_FORMS[:2]

Rows = dict[str, list[Alias]]
"""Language → its aliases, in the order of the files."""


def gather(data: Traversable) -> tuple[dict[str, Known], Rows]:
    """The entities and aliases of the folder `data`. Raises PackError where a file is broken."""
    entities: dict[str, Known] = {}
    aliases: Rows = {}
    _countries(data, entities, aliases)
    for name in WHO_FILES:
        file = data.joinpath(f"{name}.toml")
        if file.is_file():
            raw = _toml(file, f"{name}.toml")
            for kind in ("entity", "person"):
                for number, row in enumerate(raw.get(kind, ()), 1):
                    try:
                        _who(row, entities, aliases)
                    except (KeyError, TypeError, AttributeError) as error:
                        problem = f"lacks {error}" if isinstance(error, KeyError) else str(error)
                        where = f"{kind} {number} ({row.get('id') or row.get('label') or 'without id'})"
                        remedy = "Every row has an id and a label; its neighbours show the rest."
                        raise PackError(f"knowledge/data/{name}.toml", where, problem, remedy) from error
    return entities, aliases


def case_of(text: str) -> str:
    """How an alias must be written in a text: wholly in capitals, with a capital, or in any way."""
    letters = [c for c in text if c.isalpha()]
    if not letters or not letters[0].isupper():
        return ""
    if len(letters) <= 6 and all(c.isupper() for c in letters):
        return "upper"
    return "initial"


def _alias(text: str, entity: str, form: FormKind, ambiguous: bool) -> Alias:
    return Alias(text, entity, form, ambiguous, case_of(text))


def _toml(file: Traversable, name: str) -> dict[str, Any]:
    return read_raw(file, f"knowledge/data/{name}")


def _countries(data: Traversable, entities: dict[str, Known], aliases: Rows) -> None:
    base = data.joinpath("countries.toml")
    table = _toml(base, "countries.toml") if base.is_file() else {}
    labels: dict[str, dict[str, str]] = {}
    cities = _cities(data)
    # English first: its form of a city's name is the label where cities.toml is silent.
    for folder in sorted(data.iterdir(), key=lambda folder: (folder.name != "en", folder.name)):
        file = folder.joinpath("countries.toml")
        if not folder.is_dir() or not file.is_file():
            continue
        rows = aliases.setdefault(folder.name, [])
        for iso3, words in _toml(file, f"{folder.name}/countries.toml").items():
            open_forms = set(words.get("ambiguous", ()))
            if words.get("names"):
                labels.setdefault(iso3, {})[folder.name] = words["names"][0]
            for key, form in _COUNTRY_FORMS:
                for text in words.get(key, ()):
                    target = f"country:{iso3}"
                    if form == "city":
                        label = cities.get((iso3, bare(text)), text)
                        target = f"place:{bare(label).replace(' ', '-')}@{iso3}"
                        entities.setdefault(target, Known(target, label, "place", country=iso3))
                    rows.append(_alias(text, target, form, text in open_forms))
    for iso3, row in table.items():
        if "label" not in row:
            raise PackError(
                "knowledge/data/countries.toml",
                f"[{iso3}]",
                "lacks a label",
                "Every state has one, in English.",
            )
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
            iso2=row.get("iso2"),
            labels=labels.get(iso3, {}),
        )
    regions = data.joinpath("regions.toml")
    if regions.is_file():
        for key, row in _toml(regions, "regions.toml").get("region", {}).items():
            if "label" not in row:
                raise PackError(
                    "knowledge/data/regions.toml",
                    f"[region.{key}]",
                    "lacks a label",
                    "Every region has one, in English.",
                )
            entity = f"region:{key}"
            kind = "group" if row.get("kind") == "group" else "place"
            entities[entity] = Known(entity, row["label"], kind, country=row.get("country"))
            for field, form in _REGION_FORMS:
                for code, forms in row.get(field, {}).items():
                    aliases.setdefault(code, []).extend(_alias(text, entity, form, False) for text in forms)


def _cities(data: Traversable) -> dict[tuple[str, str], str]:
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


def _who(row: dict[str, Any], entities: dict[str, Known], aliases: Rows) -> None:
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
            Office(
                post["office"],
                post.get("of") or post.get("body", ""),
                str(post.get("from", "")),
                str(post.get("to", "")),
            )
            for post in row.get("offices", ())
        ),
        publishes=bool(row.get("publishes_attributions")),
        agency=bool(row.get("agency")),
        sponsor=row.get("sponsor"),
        labels={code: forms[0] for code, forms in names.items() if forms},
    )
    open_forms = set(row.get("aliases_ambiguous", ()))
    for code, forms in names.items():
        aliases.setdefault(code, []).extend(
            _alias(text, entity, "name", text in open_forms) for text in forms
        )
    if person and (surname := row.get("surname")):
        aliases.setdefault("en", []).append(_alias(surname, entity, "surname", True))
