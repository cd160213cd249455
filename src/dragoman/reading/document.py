"""Reading one document: its language, its page, its dates and names, then sentence by sentence.

document → page → dates → sentences → units → clauses → frames → events, statements, attributions
"""

from datetime import date

import msgspec

from dragoman.languages import codes, load
from dragoman.model import Document, Number, Reading
from dragoman.numbers import find_numbers
from dragoman.reading.heads import title_of
from dragoman.reading.language import find_language
from dragoman.reading.page import kind_of_text, read_page
from dragoman.reading.recording import drop_idle_denials, parties, settle_attacks, unify
from dragoman.reading.walk import walk
from dragoman.text.scripts import script_of
from dragoman.times import find_dates, published_from_text


def read_document(document: Document) -> Reading:
    """The reading of `document`. Never raises on any text; what cannot be read is left out."""
    text = document.text
    script = script_of(text)
    language, language_because = _language(document)
    page = read_page(text, language, script)
    author = document.author or page.author
    published, published_because, wrong_day = _day(document, language)
    kind, kind_because = kind_of_text(text, language, document.title, page.author is not None)
    dates = find_dates(text, language or "", published)
    pack = load(language) if language in codes() else None
    notices = [*document.notices, *wrong_day]
    if published is None:
        notices.append(
            "No day of publication was given or found: weekdays and the like stay open. "
            "Give one (--published)."
        )
    if pack is None:
        name = language or "this language"
        notices.append(f"There is no pack for {name} yet: only names, dates and numbers were read.")
    voice = author if kind == "opinion" else None
    found = walk(text, language, pack, published, dates, page.paragraphs, voice)
    cast = found.material.cast
    settle_attacks(found)
    drop_idle_denials(found)
    unify(found, cast.stand_ins())
    numbers = find_numbers(text, language or "", dates)
    return Reading(
        id=document.id,
        source=document.source,
        url=document.url,
        outlet=document.outlet,
        author=author,
        language=language,
        language_because=language_because,
        script=script,
        title=document.title or title_of(text, page.paragraphs),
        published=published,
        published_because=published_because,
        kind=kind,
        kind_because=kind_because,
        text=text,
        notices=tuple(notices),
        noise=page.noise,
        entities=cast.entities(parties(found)),
        dates=dates,
        numbers=tuple(
            _with_sense(n, found.counted)
            for n in numbers
            if not any(noise.start <= n.start < noise.end for noise in page.noise)
        ),
        events=tuple(found.events),
        statements=tuple(sorted(found.statements, key=lambda s: s.evidence.start)),
        attributions=tuple(found.attributions),
        effects=tuple(found.effects),
        labels=tuple(found.labels),
    )


def _language(document: Document) -> tuple[str | None, str | None]:
    """The language of a document, and why it is held to be that."""
    if document.language:
        return document.language, "given"
    guess = find_language(document.text)
    return guess.code, f"{guess.because} ({guess.sure:.0%} of the vote)" if guess.code else None


def _day(document: Document, language: str | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The day of publication, why it is held to be that, and what to say of one given that is none."""
    day, because = document.published or None, document.published_because
    notices: tuple[str, ...] = ()
    if day and not _is_full_day(day):
        wrong = f"{day!r}, which is no full ISO date (2022-09-07): it is not used."
        day, because, notices = None, None, (f"The day of publication was given as {wrong}",)
    if day is None and (found := published_from_text(document.text, language or "")):
        return *found, notices
    return day, because or ("given" if day else None), notices


def _is_full_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _with_sense(number: Number, counted: dict[int, tuple[str, str | None]]) -> Number:
    """The number with the sense of what it counts, where the reader came by one of its words."""
    if number.unit is not None:
        return number
    found = next((counted[at] for at in range(number.start, number.end) if at in counted), None)
    return number if found is None else msgspec.structs.replace(number, concept=found[0], act=found[1])
