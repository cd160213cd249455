"""Who is who: one id each, closed lists of codes, and no name that two owners claim for sure."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from dragoman.knowledge.store import WHO_FILES, store
from dragoman.text.fold import bare

DATA = files("dragoman.knowledge") / "data"
PRESENT = tuple(name for name in WHO_FILES if (DATA / f"{name}.toml").is_file())
TYPES = {"agency", "company", "group", "malware", "media", "org", "person", "place", "threat_actor"}
SECTORS = frozenset(
    re.findall(
        r"\w+",
        """AGR BUS COP CRM CVL EDU ELI GOV IGO IMG JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL
        SOC SPY UAF UNK""",
    )
)
OFFICES = frozenset(
    re.findall(
        r"\w+",
        """president king emir supreme_leader crown_prince prime_minister foreign_minister defence_minister
        interior_minister justice_minister energy_minister intelligence_minister spokesperson_government
        spokesperson_foreign spokesperson_president secretary_general high_representative commission_president
        council_president national_security_adviser speaker director commander mayor ambassador""",
    )
)
# Two holders of one post on one day are a mistake in these (elsewhere deputies and twins are usual).
SINGLE = {
    "president",
    "king",
    "emir",
    "supreme_leader",
    "prime_minister",
    "secretary_general",
    "high_representative",
}
PERSON_KEYS = {
    "id",
    "label",
    "country",
    "sector",
    "acts_for_state",
    "surname",
    "aliases_ambiguous",
    "offices",
    "wikidata",
}
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
LANGUAGE = re.compile(r"[a-z]{2}")


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    table = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return (*table.get("entity", ()), *table.get("person", ()))


@cache
def countries() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8")))


def everybody() -> Iterator[dict[str, Any]]:
    for name in PRESENT:
        yield from rows(name)


def aliases(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, forms in row.items():
        if LANGUAGE.fullmatch(key) and isinstance(forms, list):
            for text in forms:
                yield key, text


def folded(text: str) -> str:
    """As names are compared, but short words in capitals stay apart from words ("US", "us")."""
    return text if text.isupper() and len(text) <= 6 else bare(text)


def test_the_files_are_there() -> None:
    assert {"organisations", "groups", "persons"} <= set(PRESENT)


def test_ids_are_unique_over_all_files() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for name in PRESENT:
        for row in rows(name):
            owners[row["id"]].append(name)
    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", PRESENT)
def test_codes_are_from_the_closed_lists(name: str) -> None:
    wrong = []
    for row in rows(name):
        kind = row.get("type") or row["id"].partition(":")[0]
        if kind not in TYPES:
            wrong.append((row["id"], "type", kind))
        if "sector" in row and row["sector"] not in SECTORS:
            wrong.append((row["id"], "sector", row["sector"]))
        for key in ("country", "sponsor"):
            if (
                key in row
                and str(row[key]).removeprefix("country:") not in countries()
                and ":" not in str(row[key])
            ):
                wrong.append((row["id"], key, row[key]))
        wrong.extend(
            (row["id"], "office", post) for post in row.get("offices", ()) if post["office"] not in OFFICES
        )
    assert wrong == []


@pytest.mark.parametrize("name", PRESENT)
def test_names_are_clean(name: str) -> None:
    wrong = []
    for row in rows(name):
        for language, text in [("label", row["label"]), *aliases(row)]:
            if text != unicodedata.normalize("NFC", text) or text != " ".join(text.split()) or not bare(text):
                wrong.append((row["id"], language, text))
        for language in {language for language, _ in aliases(row)}:
            if len(set(row[language])) != len(row[language]):
                wrong.append((row["id"], language, "listed twice"))
    assert wrong == []


def test_what_is_ambiguous_of_a_person_is_an_alias() -> None:
    wrong: list[tuple[str, str]] = []
    for row in rows("persons"):
        listed = {text for _, text in aliases(row)}
        wrong.extend((row["id"], text) for text in row.get("aliases_ambiguous", ()) if text not in listed)
    assert wrong == []


def test_a_name_of_two_owners_is_ambiguous_for_both() -> None:
    """Two persons may share a full name; whoever else shares a name must say that it leaves them open."""
    owners: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for row in everybody():
        open_forms = set(row.get("aliases_ambiguous", ()))
        for language, text in aliases(row):
            key = (language, folded(text))
            owners[key][row["id"]] = owners[key].get(row["id"], True) and text in open_forms
    wrong = {}
    for key, found in owners.items():
        persons = all(entity.startswith("person:") for entity in found)
        if len(found) > 1 and not all(found.values()) and not (persons and " " in key[1]):
            wrong[key] = found
    assert wrong == {}


def test_persons_carry_only_known_keys() -> None:
    wrong = [
        (row["id"], key)
        for row in rows("persons")
        for key in row
        if key not in PERSON_KEYS and not LANGUAGE.fullmatch(key)
    ]
    assert wrong == []


def test_office_days_are_ordered() -> None:
    wrong = []
    for row in everybody():
        posts = row.get("offices", ())
        for post in posts:
            since, until = str(post.get("from", "")), str(post.get("to", ""))
            if any(day and not DAY.fullmatch(day) for day in (since, until)) or (
                since and until and until < since
            ):
                wrong.append((row["id"], post))
        starts = [str(post.get("from", "")) for post in posts]
        if starts != sorted(starts):
            wrong.append((row["id"], "not in order"))
    assert wrong == []


def test_offices_are_of_known_states_and_bodies() -> None:
    ids = {row["id"] for row in everybody()}
    wrong = []
    for row in everybody():
        for post in row.get("offices", ()):
            if ("of" in post) == ("body" in post):
                wrong.append((row["id"], "one of `of` and `body`", post))
            elif post.get("of", "ALB") not in countries() or ("body" in post and post["body"] not in ids):
                wrong.append((row["id"], "unknown", post))
    assert wrong == []


def test_one_post_has_one_holder() -> None:
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in everybody():
        for post in row.get("offices", ()):
            if post["office"] in SINGLE:
                of = post.get("of") or post["body"]
                terms[post["office"], of].append(
                    (str(post.get("from", "")), str(post.get("to", "9999")), row["id"])
                )
    wrong = []
    for key, held in terms.items():
        held.sort()
        for (_, until, one), (since, _, other) in pairwise(held):
            if since and since < until[: len(since)]:
                wrong.append((key, one, until, other, since))
    assert wrong == []


@pytest.mark.parametrize(
    ("office", "of", "day", "who"),
    [
        ("prime_minister", "ALB", "2022-09-07", "person:edi-rama"),
        ("foreign_minister", "USA", "2019-09-15", "person:mike-pompeo"),
        ("foreign_minister", "DEU", "2021-12-20", "person:annalena-baerbock"),
        ("secretary_general", "org:nato", "2018-03-14", "person:jens-stoltenberg"),
        ("president", "UKR", "2014-02-20", "person:viktor-yanukovych"),
        ("supreme_leader", "IRN", "2011-10-11", "person:ali-khamenei"),
        ("prime_minister", "MYS", "2017-02-20", "person:najib-razak"),
    ],
)
def test_the_holder_of_a_post_on_a_day(office: str, of: str, day: str, who: str) -> None:
    found = store().holder(office, of, day)
    assert found is not None
    assert found.id == who


def test_before_a_term_nobody_is_invented() -> None:
    assert store().holder("prime_minister", "ALB", "1935-01-01") is None
