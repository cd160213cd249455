"""The generated name files are what the generator makes."""

import pytest

from dragoman.times.build_cldr import path, render

LANGUAGES = sorted(p.parent.name for p in path("en").parents[1].glob("*/cldr.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_again_it_is_the_same(language: str) -> None:
    babel = pytest.importorskip("babel")
    text = path(language).read_text(encoding="utf-8")
    if f"babel {babel.__version__}." not in text:
        pytest.skip(f"made with another babel than {babel.__version__}")
    assert render(language) == text
