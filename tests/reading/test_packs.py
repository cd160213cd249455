"""Every pack, as its own examples want it; and that an example which does not hold is noticed."""

import pytest

from dragoman.languages import codes, load
from dragoman.languages.schema import Example
from dragoman.model import Document
from dragoman.reading import check, read_document
from dragoman.reading.examples import missing


@pytest.mark.parametrize("code", codes())
def test_a_pack_holds_its_examples(code: str) -> None:
    faults = [str(fault) for fault in check(code)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", codes())
def test_a_full_pack_shows_what_its_words_do(code: str) -> None:
    entries = [entry for _, entry in load(code).entries]
    assert sum(len(e.examples) for e in entries) > 150
    assert sum(len(e.never) for e in entries) > 80


def test_an_example_that_does_not_hold_is_noticed() -> None:
    reading = read_document(
        Document(id="x", text="Norway expelled two Russian diplomats.", language="en", published="2024-03-22")
    )
    assert missing(Example(text="", gives=("SANCTION Norway > Russia",)), reading) is None
    assert missing(Example(text="", gives=("SANCTION Russia > Norway",)), reading) is not None
    assert missing(Example(text="", gives=("AID Norway > Russia",)), reading) is not None
