"""Most phrases are one name or one noun and are named by a shorter way, which must end where the longer one
does."""

import pytest

from dragoman.languages import load
from dragoman.model import Entity
from dragoman.reading.cast import Cast
from dragoman.reading.naming import Naming
from dragoman.reading.scan import scanner
from dragoman.reading.units import Unit
from dragoman.reading.words import Words
from dragoman.text.tokens import tokenise

WORDS = {
    "en": "Tehran Iran Iranian Iranians NATO attack attacks ministry the minister Smith Georgia FBI may",
    "nl": "Teheran Iran Iraanse Iraniërs NAVO aanval aanvallen ministerie de minister Jansen Georgië schepen",
    "ar": "طهران إيران الإيرانية الإيرانيون الناتو الهجوم هجوم الوزارة وزير السفينة سفن جورجيا",
}


def read(code: str) -> tuple[list[tuple[object, ...]], tuple[Entity, ...]]:
    """Each word as a phrase of its own: what is filled in; and the cast they leave behind."""
    scan, text = scanner(code), WORDS[code]
    tokens = tokenise(text, scan.cutter)
    words = Words(text, tokens, load(code))
    cast = Cast(text, "2024-05-06", code)
    cast.tokens = tokens
    naming = Naming(words, cast, scan)
    out: list[tuple[object, ...]] = []
    for token in range(len(tokens)):
        for item in scan.scan(text, tokens, token, token + 1):
            unit = Unit("np", item.first, item.last, items=(item,))
            naming.resolve(unit)
            out.append(
                (unit.who, unit.adj, unit.poss, unit.genitive, unit.nouns, unit.definite, unit.implied)
            )
    return out, cast.entities(frozenset())


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_phrase_of_one_word_is_named_by_a_shorter_way_with_the_same_end(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = read(code)
    assert any(who for who, *_ in short[0])
    assert any(nouns for _, _, _, _, nouns, _, _ in short[0])
    monkeypatch.setattr(Naming, "_one_word", lambda *_: False)
    assert read(code) == short
