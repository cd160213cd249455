"""Loading a pack: TOML in, a checked and compiled Pack out."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
import tomllib

from dragoman.errors import PackError, UnknownLanguage
from dragoman.languages import schema
from dragoman.languages.concepts import concepts
from dragoman.languages.lexicon import Lexicon, Sense
from dragoman.languages.paradigms import Paradigm
from dragoman.text.fold import norm
from dragoman.text.tokens import Clitics, Cutter

T = TypeVar("T")
ENTRY_FILES = ("speech.toml", "acts.toml", "people.toml")


@dataclass(frozen=True, slots=True)
class Pack:
    """One language, ready for reading. `entries` are kept for checking and for the coverage page."""

    code: str
    habits: schema.PackFile
    entries: tuple[tuple[str, schema.Entry], ...]
    certainty: schema.CertaintyFile
    page: schema.PageFile
    lexicon: Lexicon
    clitics: Clitics
    honorifics: tuple[str, ...]
    abbreviations: frozenset[str]


def codes() -> tuple[str, ...]:
    """The languages that have a pack, by ISO 639-1 code."""
    root = files("dragoman.languages")
    return tuple(sorted(f.name for f in root.iterdir() if f.is_dir() and f.joinpath("pack.toml").is_file()))


@cache
def load(code: str) -> Pack:
    """The pack of `code`. Raises UnknownLanguage where there is none, PackError where it is broken."""
    folder = files("dragoman.languages").joinpath(code)
    if code not in codes():
        raise UnknownLanguage(code, codes())
    habits = _read(folder, "pack.toml", schema.PackFile)
    certainty = _read(folder, "certainty.toml", schema.CertaintyFile, optional=True)
    page = _read(folder, "page.toml", schema.PageFile, optional=True)
    entries: list[tuple[str, schema.Entry]] = []
    honorifics: list[str] = []
    for name in ENTRY_FILES:
        found = _read(folder, name, schema.EntryFile, optional=True)
        entries.extend((name, entry) for entry in found.entry)
        named = found.honorifics
        honorifics.extend(w for ws in named.values() for w in ws) if isinstance(named, dict) else honorifics.extend(named)
    paradigms = _paradigms(folder)
    clitics = Clitics(
        before=habits.clitics.before,
        article=habits.clitics.article,
        after=tuple(sorted(habits.clitics.after, key=len, reverse=True)),
        changes=habits.clitics.after_changes,
    )
    _check_names(code, habits, entries)
    words = [*_function_words(habits, certainty, honorifics), *_entry_words(habits, entries, paradigms)]
    return Pack(
        code=code,
        habits=habits,
        entries=tuple(entries),
        certainty=certainty,
        page=page,
        lexicon=Lexicon.build(words, Cutter(clitics)),
        clitics=clitics,
        honorifics=tuple(honorifics),
        abbreviations=frozenset(a.lower().rstrip(".") for a in habits.sentence.abbreviations),
    )


def _read(folder: Traversable, name: str, kind: type[T], optional: bool = False) -> T:
    file = folder.joinpath(name)
    place = f"languages/{folder.name}/{name}"
    if not file.is_file():
        if optional:
            return kind()
        raise PackError(place, None, "is missing", "docs/packs.md says what it holds.")
    raw = file.read_text(encoding="utf-8")
    if not unicodedata.is_normalized("NFC", raw):
        raise PackError(place, None, "is not in Unicode form NFC", "Save it again after unicodedata.normalize('NFC', text).")
    try:
        return msgspec.toml.decode(raw, type=kind)
    except (msgspec.MsgspecError, tomllib.TOMLDecodeError) as error:
        raise PackError(place, None, str(error)) from error


def _paradigms(folder: Traversable) -> dict[str, Paradigm]:
    file = folder.joinpath("paradigms.toml")
    if not file.is_file():
        return {}
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        return {name: Paradigm.of(table) for name, table in raw.items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PackError(f"languages/{folder.name}/paradigms.toml", None, repr(error)) from error


def _check_names(code: str, habits: schema.PackFile, entries: list[tuple[str, schema.Entry]]) -> None:
    for table, allowed, given in (
        ("words", schema.WORD_CLASSES, habits.words),
        ("auxiliary", schema.AUXILIARIES, habits.auxiliary),
        ("preposition", schema.PREPOSITIONS, habits.preposition),
    ):
        for key in given:
            if key not in allowed:
                raise PackError(f"languages/{code}/pack.toml", f"[{table}]", f"{key!r} is not known", f"Known: {', '.join(sorted(allowed))}.")
    for name, entry in entries:
        if entry.concept not in concepts():
            raise PackError(f"languages/{code}/{name}", entry.concept, "is no concept", "concepts.toml lists them.")


def _function_words(
    habits: schema.PackFile, certainty: schema.CertaintyFile, honorifics: list[str]
) -> Iterator[tuple[str, Sense]]:
    none: frozenset[str] = frozenset()
    for name, words in habits.words.items():
        for word in words:
            yield word, Sense("word", name, none)
    for name, words in habits.auxiliary.items():
        for word in words:
            yield word, Sense("word", "aux", frozenset([name]))
    roles: dict[str, set[str]] = {}
    for role, words in habits.preposition.items():
        for word in words:
            roles.setdefault(word, set()).add(role)
    for word, found in roles.items():
        yield word, Sense("word", "prep", frozenset(found))
    for name, words in habits.pronoun.items():
        for word in words:
            yield word, Sense("word", "pron", frozenset([name]))
    for words in habits.possessive.values():
        for word in words:
            yield word, Sense("word", "poss", none)
    for level in (*schema.CERTAINTY_LEVELS, "reportive", "confidence_high", "confidence_moderate", "confidence_low"):
        for word in getattr(certainty, level):
            yield word, Sense("word", "certainty", frozenset([level]))
    for word in honorifics:
        yield word, Sense("word", "honorific", none)


def _entry_words(
    habits: schema.PackFile, entries: list[tuple[str, schema.Entry]], paradigms: dict[str, Paradigm]
) -> Iterator[tuple[str, Sense]]:
    none: frozenset[str] = frozenset()
    small = {word for words in habits.preposition.values() for word in words}
    for name, entry in entries:
        for pos, words in (("verb", entry.verbs), ("noun", entry.nouns), ("verb", entry.phrases)):
            paradigm = paradigms.get(pos)
            for word in words:
                if paradigm is None:
                    yield word.split(";")[0].strip(), Sense(pos, entry.concept, none)
                    continue
                spec = word
                if words is entry.phrases and " + " not in word and " " in word:
                    first, rest = (word.split(";")[-1].strip().split(" ", 1) + [""])[:2]
                    head = word.rsplit(rest, 1)[0].strip() if rest else word
                    spec = f"{head} + {rest}"
                made = False
                tail = spec.partition(" + ")[2].strip()
                for form, tags, particle in paradigm.inflect(spec):
                    made = True
                    if pos == "verb" and tail in small and "|" not in spec:
                        continue  # "meet + with": the preposition stays one, see below
                    apart = tuple(particle.split()) if particle else ()
                    yield form, Sense(pos, entry.concept, tags, apart)
                head, plus, rest = spec.partition(" + ")
                if plus and pos == "verb" and "|" not in head and len(rest.split()) <= 3 and rest.split()[0] != "that":
                    # "declared the envoy persona non grata": the fixed words may stand further on.
                    fixed = tuple(norm(word) for word in rest.split())
                    for form, tags, _ in paradigm.inflect(head):
                        yield form, Sense(pos, entry.concept, tags, fixed)
                if not made:
                    raise PackError(f"languages/{habits.language}/{name}", entry.concept, f"{word!r} makes no form", "See paradigms.toml.")
        for word in entry.adjectives:
            head, _, rest = word.partition(" + ")
            yield head.strip(), Sense("adj", entry.concept, none, tuple(norm(w) for w in rest.split()))
