"""The words a dossier is told in: one folder of TOML per language of the reader, and its loader."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from dragoman.errors import PackError


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of act reads. See the head of `en/acts.toml` for the fields."""

    verb: tuple[str, str, str]
    object: str
    bare: str
    object_of_state: str | None = None
    noun: str | None = None
    noun_bare: str | None = None
    plural: bool = False
    says: tuple[str, ...] = ()


class StatusForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    active: str
    passive: str
    noun: str


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """status: event status to forms; act: concept or PLOVER type to wording; mode: "TYPE.mode" and
    alias: other concept names, both to a key of `act`."""

    status: dict[str, StatusForms]
    act: dict[str, Act]
    mode: dict[str, str]
    alias: dict[str, str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Coded values to words, a table per set of values."""

    ledger: dict[str, str]
    how_surely: dict[str, str]
    certainty: dict[str, str]
    stance: dict[str, str]
    speech: dict[str, str]
    status_word: dict[str, str]
    document: dict[str, str]
    dispute: dict[str, str]
    entity: dict[str, str]
    article: dict[str, tuple[str, ...]]
    language: dict[str, str]


class Phrases(msgspec.Struct, frozen=True):
    acts: Acts
    words: Words


@lru_cache(maxsize=8)
def load(language: str = "en") -> Phrases:
    """The phrases of one language. Raises PackError where a file is missing or is not as it should be."""
    acts = _convert(language, "acts", Acts)
    for table, names in (("mode", acts.mode), ("alias", acts.alias)):
        for name, act in names.items():
            if act not in acts.act or name in acts.act:
                raise PackError(
                    f"dossier/phrases/{language}/acts.toml",
                    f"[{table}] {name}",
                    f"{act!r} is no act, or {name!r} is one itself",
                    "Name a table [act.…] that exists, and list a name once.",
                )
    return Phrases(acts, _convert(language, "words", Words))


def _convert(language: str, name: str, shape: Any) -> Any:
    place = f"dossier/phrases/{language}/{name}.toml"
    try:
        text = (files(__package__) / language / f"{name}.toml").read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), shape)
    except FileNotFoundError as error:
        raise PackError(place, None, "no such file", "Phrases exist for: en.") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(place, None, str(error)) from error
