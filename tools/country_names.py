# ruff: noqa: E501
"""Build knowledge/data/<language>/countries.toml from CLDR and tools/countries/<language>.txt.

CLDR (through Babel, at build time only) gives the name of every state and of its capital; the table
by hand gives adjectives, people and further names, one state a line:

    ISO3: adjectives | people | further names

All in their dictionary form; tools/decline.py adds the case forms.
usage: python tools/country_names.py LANGUAGE …
"""

import re
import sys
import textwrap
import tomllib
import unicodedata
from pathlib import Path

from babel import Locale
from decline import adjective_forms, name_forms

from dragoman.text.fold import bare

DATA = Path(__file__).parents[1] / "src/dragoman/knowledge/data"
HERE = Path(__file__).parent / "countries"
# A state's name that is also a common word, a person or a place elsewhere, as it is written with a capital.
_AMBIGUOUS = {
    "it": {"Georgia"}, "pl": {"Georgia"}, "pt": {"Geórgia"},
    "cs": {"Turci"}, "hu": {"Georgia"}, "hr": {"Rusa", "Srba", "Turaka", "Grci"}, "ro": {"Mali"},
    "he": {"פרו", "מלי", "צרפתי", "ספרדי", "הודי", "מצרי", "סורי", "יווני", "יפני", "צ'אד", "עומאן", "סמואה"},
    "vi": {"Pháp", "Nga", "Đức", "Mỹ", "Úc", "Séc"}, "id": {"AS"}, "sq": {"Mali", "Mali i Zi"}, "sr": {"Руса", "Срба"},
    "hi": {"अमीरात", "चीनी"}, "ur": {"شام", "اردن", "چاڈ"}, "fi": {"Mali"}, "sv": {"Mali"}, "da": {"Mali"}, "nb": {"Mali"},
}  # fmt: skip


def main() -> None:
    states = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    for lang in sys.argv[1:]:
        build(lang, states)


def zone_of(locale: Locale, city: str) -> str | None:
    """The name of the capital `city` (English) in the language, where it gives a time zone its name."""
    wanted = fold(city)
    english = Locale("en").time_zones
    for zone, row in locale.time_zones.items():
        last = fold(english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " "))
        if last == wanted and row.get("city"):
            return row["city"]
    return None


def names_of(locale: Locale, iso3: str, row: dict[str, str]) -> list[str]:
    """The name of a state in CLDR, without what it says in brackets."""
    cldr = locale.territories.get(row.get("iso2", ""))
    if iso3 in ("HKG", "MAC"):
        cldr = zone_of(locale, row["label"]) or row["label"]
    if not cldr:
        return []
    cldr = re.split("[(（]", cldr.replace("ʼ", "'"))[0].strip()
    parts = re.split(" [-–] ", cldr)
    if len(parts) == 2 and iso3 in ("COD", "COG"):
        return parts[:1]
    return [cldr] if cldr else []


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if c.isalnum())


_LATIN = ("it", "pl", "pt", "cs", "sv", "da", "nb", "fi", "hu", "ro", "hr", "sq", "vi", "id")
"""Languages that write a capital CLDR does not name as English does."""


def cut(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def build(lang: str, states: dict[str, dict[str, str]]) -> None:
    locale = Locale.parse(lang)
    table: dict[str, list[list[str]]] = {}
    for line in (HERE / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip():
            iso3, _, rest = line.partition(":")
            cells = [cut(cell) for cell in rest.split("|")]
            table[iso3] = cells + [[]] * (3 - len(cells))
    found: dict[str, dict[str, list[str]]] = {}
    given: dict[str, set[str]] = {}
    for iso3, row in states.items():
        adjectives, people, further = table.get(iso3, [[], [], []])
        names = [*names_of(locale, iso3, row), *further]
        city = None
        if (capital := row.get("capital")) and row.get("status") != "past":
            city = zone_of(locale, capital) or (capital if lang in _LATIN else None)
        forms = {
            "names": [f for name in names for f in name_forms(lang, name)],
            "adjectives": [f for a in adjectives for f in adjective_forms(lang, a)],
            "people": people,
            "capital": name_forms(lang, city.replace("ʼ", "'")) if city else [],
        }
        forms["capital"] = [f for f in forms["capital"] if f not in forms["names"]]
        given[iso3] = {bare(f) for f in (*names, *adjectives, *people, city or "")}
        if names:
            found[iso3] = {key: list(dict.fromkeys(part)) for key, part in forms.items() if part}
    owners: dict[str, set[str]] = {}
    for iso3, parts in found.items():
        for form in (form for part in parts.values() for form in part):
            owners.setdefault(bare(form), set()).add(iso3)
    regions = {
        bare(form)
        for region in tomllib.loads((DATA / "regions.toml").read_text(encoding="utf-8"))["region"].values()
        for form in region["names"].get(lang, ())
    }
    out = []
    for iso3, parts in found.items():
        open_forms = []
        for key, part in list(parts.items()):
            # A case form of one state's name that is the very name of another (Niger, Nigeria) is the other's.
            parts[key] = part = [
                form
                for form in part
                if bare(form) in given[iso3]
                or not any(bare(form) in given[other] for other in owners[bare(form)])
            ]
            for form in part:
                mine = [
                    o
                    for o in owners[bare(form)]
                    if o == iso3 or bare(form) in given[o] or bare(form) not in given[iso3]
                ]
                if len(mine) > 1 or form in _AMBIGUOUS.get(lang, ()) or bare(form) in regions:
                    open_forms.append(form)
        out.append(f"\n[{iso3}]")
        for key, values in (*parts.items(), ("ambiguous", list(dict.fromkeys(open_forms)))):
            if values:
                out.append(row_of(key, values))
    head = (
        f"# {lang}/countries.toml: what news in this language calls states, their people and capitals. States and capitals as in\n"
        "# CLDR 47 (Unicode License v3) through Babel 2.18, adjectives, people and other names by hand, case forms by rule\n"
        "# (tools/country_names.py). Key: ISO 3166-1 alpha-3 (see ../countries.toml). `ambiguous` repeats the forms that are\n"
        "# also another state, a person, a place elsewhere or a common word.\n"
    )
    (DATA / lang).mkdir(exist_ok=True)
    (DATA / lang / "countries.toml").write_text(head + "\n".join(out) + "\n", encoding="utf-8")
    print(lang, sum(line.startswith("\n[") for line in out))


def row_of(key: str, values: list[str]) -> str:
    quoted = ['"' + v.replace('"', '\\"') + '"' for v in values]
    line = f"{key} = [{', '.join(quoted)}]"
    if len(line) <= 120:
        return line
    body = textwrap.fill(
        ",\0".join(q.replace(" ", "\1") for q in quoted).replace("\0", " ") + ",",
        116, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return f"{key} = [\n{body.replace(chr(1), ' ')}\n]"


if __name__ == "__main__":
    main()
