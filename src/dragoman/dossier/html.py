"""The dossier as one HTML file: no network, no outside file, readable without scripts.

The page forbids itself everything (`default-src 'none'`) but its own style and one small script,
both known by their hash. Templates escape every value; `finalize` makes steering characters visible
in all of them, so that no template can forget it.
"""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from dragoman.dossier import lines
from dragoman.dossier.days import day
from dragoman.dossier.evidence import Library
from dragoman.dossier.fulltext import marked
from dragoman.dossier.phrases import load
from dragoman.dossier.safe import clean, language_tag, web_address
from dragoman.dossier.view import origin, report_name, story_view, strays
from dragoman.model import Dossier
from dragoman.text.scripts import is_right_to_left


def render_html(dossier: Dossier, *, generated: str | None = None) -> str:
    """The page. The same dossier gives the same page.

    generated: when the page was made, as it is to be printed; None leaves it out.
    """
    library = Library(dossier)
    environment = _environment()
    style, script = _part("page.css"), _part("page.js")
    return environment.get_template("page.html").render(
        dossier=dossier,
        generated=generated,
        library=library,
        stories=[story_view(story, n, library) for n, story in enumerate(dossier.stories, 1)],
        strays=strays(dossier, library),
        style=Markup(style),
        script=Markup(script),
        policy=(
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'"
        ),
        words=load().words,
        text_of=lambda number: _text(library, number),
    )


def _text(library: Library, number: int) -> Markup:
    reading = library.reading(number)
    return marked(reading.text, library.spans[number], reading.noise, f"r{number}")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(
        day=day,
        language=lines.language_name,
        capital=lines.capital,
        listed=lines.listed,
        web=web_address,
        tag=language_tag,
        origin=origin,
        report=report_name,
        side=lines.side_value,
    )
    environment.globals.update(counted=lines.counted, rtl=is_right_to_left)
    return environment


def _shown(value: Any) -> Any:
    """What a template prints: text made safe, nothing for None (absent is not "None")."""
    if value is None:
        return ""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=8)
def _part(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
