# ruff: noqa: E501
"""Build knowledge/data/geography.toml from tools/geography.txt, and towns.toml from CLDR.

geography.txt: parts of the world, rivers, mountains, seas and lands of history, one a line, in the
languages of its first line; of a region that regions.toml has, the languages it lacks are added there.
towns.toml: the cities that give a time zone its name in CLDR (through Babel), but for capitals.

usage: python tools/geography.py
"""

import re
import tomllib
from pathlib import Path

from babel import Locale
from babel.core import get_global
from country_names import bare, row_of
from decline import name_forms

DATA = Path(__file__).parents[1] / "src/dragoman/knowledge/data"
LANGUAGES = ["cs", "de", "es", "fr", "it", "pl", "pt", "ru", "sv", "tr", "zh", "ar"]
_TOWN_LANGUAGES = (
    "cs de es fr it pl pt ru sv tr zh ar uk el he sq da nb fi hu ro bg sr hr ja ko hi ur vi fa nl"
)
_NO_TOWNS = {
    "Center", "Easter", "Troll", "Davis", "Jersey", "Regina", "Samara", "Eastern", "Vincennes", "Knox", "Petersburg",
    "Marengo", "Winamac", "Nome", "Adak", "Swift Current", "Rainy River", "Thunder Bay", "Creston", "Bougainville",
    "Casey", "Mawson", "Palmer", "Rothera", "Syowa", "Vostok", "McMurdo", "Kentucky", "Indiana", "Stanley", "Wake",
    "Midway", "Christmas", "Cocos", "Norfolk", "Guadalcanal", "Pacific", "Atlantic", "Nelson", "Currie", "Lindeman",
    "Galapagos", "Mayotte", "Réunion", "Reunion", "Martinique", "Guadeloupe", "Montserrat", "Guernsey", "Isle of Man",
    "Faroe", "Canary", "Madeira", "Azores", "Bermuda", "South Georgia", "Maldives", "Mauritius", "Comoro", "Chagos",
    "Kerguelen", "Mahe", "Mahé", "Norfolk Island", "Easter Island", "Barbados", "Jamaica", "Grenada", "Dominica",
    "Antigua", "Aruba", "Curacao", "Curaçao", "Anguilla", "St. Kitts", "St. Lucia", "St. Vincent", "St. Thomas",
    "Puerto Rico", "Cayman", "El Salvador", "Guatemala", "Panama", "Costa Rica", "Martinica", "Singapore", "Monaco",
    "Luxembourg", "San Marino", "Vatican", "Gibraltar", "Andorra", "Djibouti", "Kuwait", "Macao", "Macau", "Hong Kong",
    "Fiji", "Nauru", "Niue", "Palau", "Ponape", "Truk", "Tarawa", "Efate", "Fakaofo", "Gambier", "Marquesas", "Tahiti",
    "Wallis", "Kosrae", "Kwajalein", "Majuro", "Saipan", "Guam", "Enderbury", "Kanton", "Kiritimati", "Unknown City",
    "Honolulu", "Johnston", "Chatham", "Auckland Islands", "Cape Verde", "St. Helena", "Bahia", "Bahía", "Ho Chi Minh City",
    "Vevay", "Oral", "Resolute", "Dawson", "Eucla", "La Rioja", "San Luis", "Kirov", "Salta", "Thule", "Chita", "Mérida", "Hovd", "Fortaleza", "Tell City", "Beulah", "New Salem", "Blanc-Sablon", "Phoenix", "Mariehamn", "Busingen", "Büsingen", "Menominee",
}  # fmt: skip


def main() -> None:
    regions = tomllib.loads((DATA / "regions.toml").read_text(encoding="utf-8"))["region"]
    text = (DATA / "regions.toml").read_text(encoding="utf-8")
    taken = {
        bare(form) for region in regions.values() for forms in region["names"].values() for form in forms
    }
    others, labels = known()
    out = [
        "# Rivers, mountains, seas, parts of states and lands of history, besides what stands in regions.toml. By hand; case forms\n"
        "# by rule (tools/geography.py)."
    ]
    for line in (Path(__file__).parent / "geography.txt").read_text(encoding="utf-8").splitlines()[1:]:
        key, label, country, *cells = line.split("|")
        if bare(label) in labels:
            continue
        names = {
            lang: list(dict.fromkeys(f for name in cell.split("/") for f in name_forms(lang, name)))
            for lang, cell in zip(LANGUAGES, cells, strict=True)
            if cell != "-"
        }
        if key in regions:
            text = extended(text, key, {k: v for k, v in names.items() if k not in regions[key]["names"]})
            continue
        open_forms = []
        for lang, forms in list(names.items()):
            names[lang] = forms = [f for f in forms if others.get((lang, bare(f)), True)]
            open_forms += [f for f in forms if (lang, bare(f)) in others]
        if ("en", bare(label)) in others:
            open_forms.append(label)
        names = {lang: forms for lang, forms in names.items() if forms}
        row = [
            "\n[[entity]]",
            f'id = "place:{key.replace("_", "-")}"',
            'type = "place"',
            f'label = "{label}"',
        ]
        if country != "-":
            row.append(f'country = "{country}"')
        if open_forms:
            row.append(row_of("aliases_ambiguous", list(dict.fromkeys(open_forms))))
        row.append(row_of("en", [label]))
        row += [row_of(lang, forms) for lang, forms in names.items()]
        out.append("\n".join(row))
    (DATA / "regions.toml").write_text(text, encoding="utf-8")
    (DATA / "geography.toml").write_text("\n".join(out) + "\n", encoding="utf-8")
    towns(taken | {bare(line.split("|")[1]) for line in text.splitlines() if line.count("|") > 5})


def known() -> tuple[dict[tuple[str, str], bool], set[str]]:
    """(language, form) of the names in the other files → whether it is marked ambiguous; labels of places."""
    forms: dict[tuple[str, str], bool] = {}
    for name in (
        "organisations",
        "agencies",
        "groups",
        "threat_actors",
        "companies",
        "media",
        "places",
        "persons",
    ):
        data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
        for row in (*data.get("entity", ()), *data.get("person", ())):
            weak = set(row.get("aliases_ambiguous", ()))
            for lang, part in row.items():
                if len(lang) == 2 and isinstance(part, list):
                    forms.update({(lang, bare(f)): f in weak for f in part})
    places = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))["entity"]
    return forms, {bare(row["label"]) for row in places}


def extended(text: str, key: str, names: dict[str, list[str]]) -> str:
    """regions.toml with more languages in one region."""
    head = f"[region.{key}.names]\n"
    added = "".join(row_of(lang, forms) + "\n" for lang, forms in names.items())
    return text.replace(head, head + added) if added else text


def towns(taken: set[str]) -> None:
    """Write towns.toml."""
    states = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    iso3 = {row["iso2"]: key for key, row in states.items() if "iso2" in row and row.get("status") != "past"}
    english = tomllib.loads((DATA / "en" / "countries.toml").read_text(encoding="utf-8"))
    named = {bare(f) for row in english.values() for part in row.values() for f in part}
    places = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))["entity"]
    named |= {bare(row["label"]) for row in places} | taken
    locales = {lang: Locale.parse(lang).time_zones for lang in _TOWN_LANGUAGES.split()}
    english_zones = Locale("en").time_zones
    out = [
        "# Cities as in CLDR 47 (Unicode License v3) through Babel 2.18; case forms by rule (tools/geography.py)."
    ]
    done = set()
    for zone, state in sorted(get_global("zone_territories").items()):
        label = english_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        key = f"{bare(label).replace(' ', '-')}@{iso3.get(state, '')}"
        if state not in iso3 or label in _NO_TOWNS or bare(label) in named or re.search(r"[,\d]", label):
            continue
        if key in done or zone.startswith(("Etc/", "SystemV/", "US/", "Antarctica/")) or "/" not in zone:
            continue
        done.add(key)
        row = [
            "\n[[entity]]",
            f'id = "place:{key}"',
            'type = "place"',
            f'label = "{label}"',
            f'country = "{iso3[state]}"',
            row_of("en", [label]),
        ]
        for lang, zones in locales.items():
            here = zones.get(zone, {}).get("city")
            if here and not re.search(r"[,(\[]", here):
                here = here.replace("ʼ", "'")
                forms = [here] if lang == "ko" else name_forms(lang, here)
            else:
                forms = name_forms(lang, label)
            if forms != [label]:
                row.append(row_of(lang, forms))
        out.append("\n".join(row))
    (DATA / "towns.toml").write_text("\n".join(out) + "\n", encoding="utf-8")
    print(len(done), "towns")


if __name__ == "__main__":
    main()
