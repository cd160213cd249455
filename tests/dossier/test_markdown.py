"""Markdown: the same lines as the page, and no report can write into its structure."""

import pytest

from dragoman.dossier import render_markdown
from dragoman.dossier.markdown import plain
from dragoman.model import Dossier, Unread

from .fixture import dossier, story


def test_it_says_what_the_page_says_in_the_same_order() -> None:
    text = render_markdown(dossier())
    order = [
        "# Albania and Iran", "Iran is blamed by Albania (certain)", "## Timeline",
        "**7 September 2022** Albania severed diplomatic relations with Iran",
        "## Who blames whom", "“بصورة شبه مؤكدة” = almost certain; 95–99 % PHIA",
        "Iran denies responsibility",
        "## Where accounts agree", "## Where accounts part", "## Who said what", "## Actors", "## Sources",
        "## Not read",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "> He added that **the attack had failed** and that no data" in text
    assert render_markdown(dossier()) == text


def test_hostile_text_stays_text() -> None:
    markdown_it = pytest.importorskip("markdown_it")
    tokens = markdown_it.MarkdownIt("commonmark").parse(render_markdown(dossier()))
    flat = [*tokens, *(child for token in tokens for child in token.children or ())]
    kinds = {token.type for token in flat}
    assert not kinds & {"html_block", "html_inline", "image", "code_block", "fence", "hr"}
    links = {token.attrs["href"] for token in flat if token.type == "link_open"}
    assert links == {"https://ledger.example/albania?a=1&b=2"}
    assert "\u202e" not in render_markdown(dossier())


@pytest.mark.parametrize(
    "text",
    [
        "1. list",
        "- item",
        "+ item",
        "# head",
        "> quote",
        "* item",
        "[a]: http://b",
        "~~~",
        "a|b",
        "&lt;",
        "=====",
        "`x`",
        "<b>",
        "\\",
    ],
)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    tokens = markdown_it.MarkdownIt("commonmark").parse(plain(text, opens=True))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children) == text


def test_bare_and_empty_ones_read_well() -> None:
    bare = story(timeline=(), attributions=(), statements=(), agreements=(), disputes=(), actors=())
    text = render_markdown(dossier(bare, bare))
    assert text.startswith("# Stories in this dossier")
    assert "No report names anybody responsible." in text
    assert "\n\n\n" not in text
    nothing = render_markdown(Dossier(stories=(), unread=(Unread("a.pdf", "empty"),)))
    assert "No report could be read" in nothing
    assert "- a.pdf: empty" in nothing
