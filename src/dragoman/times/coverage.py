"""Coverage: what the date and number words of each language hold, as a page made from the files themselves.

    python -m dragoman.times.coverage

writes `docs/coverage-dates.md`; a test makes it again and compares.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from dragoman.numbers.lexicon import read_pack

_LANGUAGES = Path(__file__).parents[1] / "languages"
PAGE = Path(__file__).parents[3] / "docs" / "coverage-dates.md"

# English names of the languages, by ISO 639-1 code; a code that is missing here stands for itself.
_NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nb": "Norwegian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
# Tables of a file that are no words.
_NO_WORDS = frozenset({"differs", "format", "check", "trap", "drop", "block", "future", "planned", "said"})
_HEAD = """# Dates and numbers by language

Made by `python -m dragoman.times.coverage` from `time.toml`, `cldr.toml` and `number.toml` of each language;
do not edit.

Each language says its words in classes; what a sequence of classes means is one grammar for all. A check or a
trap is a rule with examples: `examples` give their value, `never` gives nothing, known gaps are not read yet.
"""


def languages() -> list[str]:
    """The languages that have date words, by code."""
    return sorted(path.parent.name for path in _LANGUAGES.glob("*/time.toml"))


def _surfaces(table: Any) -> set[str]:
    """All words under a table of a pack, or in a list of such tables."""
    if isinstance(table, dict):
        return {word for below in table.values() for word in _surfaces(below)}
    if isinstance(table, list):
        return {word for below in table for word in _surfaces(below)}
    return {table} if isinstance(table, str) else set()


def _counts(data: dict[str, Any]) -> Counter[str]:
    entries = [*data.get("check", ()), *data.get("trap", ())]
    return Counter(
        {
            "checks": len(data.get("check", ())),
            "traps": len(data.get("trap", ())),
            **{key: sum(len(e.get(key, ())) for e in entries) for key in ("examples", "never", "known_gaps")},
        }
    )


def _words(*sources: dict[str, Any]) -> tuple[int, int]:
    """In how many classes, and how many words, these files hold. A table of links holds a class each."""
    classes: dict[str, set[str]] = {}
    for data in sources:
        for table, body in data.items():
            if table == "link":
                for name, words in body.items():
                    classes.setdefault(name, set()).update(words)
            elif table not in _NO_WORDS:
                classes.setdefault(table, set()).update(_surfaces(body))
    return len(classes), sum(map(len, classes.values()))


def _gaps(data: dict[str, Any]) -> list[str]:
    entries = [*data.get("check", ()), *data.get("trap", ())]
    return [f"{gap['marks']} ({gap['why']})" for entry in entries for gap in entry.get("known_gaps", ())]


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def render() -> str:
    """The text of the page."""
    dates = [
        _row("language", "classes", "words", "checks", "traps", "examples", "never", "known gaps"),
        _row(*["---"] * 8),
    ]
    numbers = [_row("language", "classes", "words", "checks", "examples", "never"), _row(*["---"] * 6)]
    gaps: list[str] = []
    for code in languages():
        name = f"{_NAMES.get(code, code)} ({code})"
        time = read_pack(code, "time.toml") or {}
        number = read_pack(code, "number.toml")
        c = _counts(time)
        dates.append(
            _row(
                name,
                *_words(read_pack(code, "cldr.toml") or {}, time),
                *(c[key] for key in ("checks", "traps", "examples", "never", "known_gaps")),
            )
        )
        if number is not None:
            c = _counts(number)
            numbers.append(_row(name, *_words(number), *(c[key] for key in ("checks", "examples", "never"))))
        gaps += [f"- {name}: {gap}" for gap in _gaps(time)]
    return "\n".join(
        [_HEAD, "## Dates", "", *dates, "", "## Numbers", "", *numbers, "", "## Known gaps", "", *gaps, ""]
    )


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
