"""Writes `languages/<language>/cldr.toml`: the month, weekday and unit names that Unicode CLDR gives.

    python -m dragoman.times.build_cldr en nl ar

Needs babel, which is used here alone: the files are shipped. A test makes them again and compares. Of
the names
only wide and abbreviated ones are taken: one-letter names help nobody to find a date.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# Languages whose stand-alone or genitive forms CLDR keeps for calendars other than the Gregorian are read
# from "format" alone; the rest from both.
_FORMAT_ONLY = frozenset({"ko", "he", "sv", "sr", "hu"})
_UNITS = ("day", "week", "month", "year")
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_LOCALES = {"no": "nb", "zh": "zh"}


def _names(locale: "Locale", table: str, language: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for context in ("format",) if language in _FORMAT_ONLY else ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in getattr(locale, table)[context][width].items():
                name = " ".join(str(name).lower().replace("i̇", "i").split())
                forms = found.setdefault(number + 1 if table == "days" else number, [])
                if name not in forms and not name.isdecimal():
                    forms.append(name)
    return dict(sorted(found.items()))


def _units(locale: "Locale") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit in _UNITS:
        patterns = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
        for plural, pattern in patterns.items():
            if plural not in _PLURALS:
                continue
            name = str(pattern).replace("{0}", "").strip().lower() if isinstance(pattern, str) else ""
            if name and not any(c.isdecimal() for c in name):
                forms = found.setdefault(unit, [])
                if name not in forms:
                    forms.append(name)
    return found


def _list(forms: list[str]) -> str:
    return "[" + ", ".join('"' + form.replace('"', '\\"') + '"' for form in forms) + "]"


def render(language: str) -> str:
    """The text of `cldr.toml` for `language`. Raises babel's UnknownLocaleError."""
    import babel
    import babel.core
    import babel.localedata

    # babel writes the names of one language into what the next one inherits: read each for itself.
    babel.localedata._cache.clear()
    locale = babel.Locale.parse(_LOCALES.get(language, language))
    version = babel.core.get_cldr_version() if hasattr(babel.core, "get_cldr_version") else "as in that babel"
    lines = [
        f"# Month, weekday and unit names of Unicode CLDR {version}, through babel {babel.__version__}.",
        f"# Made by: python -m dragoman.times.build_cldr {language}      Licence of the data: Unicode-3.0.",
        "# Do not edit: what CLDR lacks (inflections, traps) is in time.toml.",
        "",
        "[month]",
        *(f"{number} = {_list(forms)}" for number, forms in _names(locale, "months", language).items()),
        "",
        "[weekday] # 1 is Monday",
        *(f"{number} = {_list(forms)}" for number, forms in _names(locale, "days", language).items()),
        "",
        "[unit]",
        *(f"{unit} = {_list(forms)}" for unit, forms in _units(locale).items()),
    ]
    return "\n".join(lines) + "\n"


def path(language: str) -> Path:
    """Where the file of `language` is."""
    return Path(__file__).parents[1] / "languages" / language / "cldr.toml"


def main(languages: list[str]) -> None:
    """Write the files of `languages`."""
    for language in languages:
        path(language).parent.mkdir(exist_ok=True)
        path(language).write_text(render(language), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
