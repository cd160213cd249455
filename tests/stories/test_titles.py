"""Titles: short noun phrases that say no more than the codes."""

import pytest

from dragoman.languages.concepts import concepts
from dragoman.stories.titles import title

from .build import ALBANIA, IRAN


@pytest.mark.parametrize(
    ("type", "concept", "actor", "recipient", "expected"),
    [
        ("SANCTION", "sever_relations", ALBANIA, IRAN, "severed relations with Iran by Albania"),
        ("COERCE", "cyberattack", None, ALBANIA, "cyberattack on Albania"),
        ("ASSAULT", None, IRAN, None, "assault by Iran"),
        ("REJECT", "deny", IRAN, IRAN, "denial by Iran"),
        ("OTHER", "moon_landing", None, None, "moon landing"),
    ],
)
def test_titles(type: str, concept: str | None, actor: object, recipient: object, expected: str) -> None:
    assert title(type, concept, actor, recipient) == expected  # type: ignore[arg-type]


def test_every_act_that_is_coded_reads_as_a_phrase() -> None:
    for name, concept in concepts().items():
        if concept.type:
            made = title(concept.type, name, ALBANIA, IRAN)
            assert "_" not in made
            assert "Albania" in made
