# ruff: noqa: E501
"""Web pages, feeds, Markdown: the report's text and what is known about it."""

from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.model import Document, Unread
from dragoman.sources import Limits, documents, load
from dragoman.sources.feeds import feed
from dragoman.sources.markdown import plain
from dragoman.sources.metadata import page_day
from dragoman.sources.pages import fragment, page
from dragoman.sources.pieces import Piece

LIMITS = Limits()
BODY = (
    "The foreign ministry summoned the ambassador on Monday and handed over a note of protest. "
    "A spokesman said that the government expected an explanation within a week. "
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ministry summons ambassador | The Daily Example</title>
<link rel="canonical" href="/2022/09/08/ministry-summons">
<meta property="og:site_name" content="The Daily Example">
<meta name="author" content="Ann Example">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [
  {{"@type": "WebSite", "name": "x"}},
  {{"@type": ["NewsArticle"], "headline": "Ministry summons ambassador", "datePublished": "2022-09-08T23:10:00-04:00",
    "dateModified": "2022-10-01", "author": [{{"@type": "Person", "name": "Ann Example"}}, {{"name": "Bob Example"}}]}}
]}}
</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news</a></li></ul></nav>
<article><h1>Ministry summons ambassador</h1><p>{BODY}</p><p>{BODY.replace("Monday", "Tuesday")}</p></article>
<footer><p>Copyright 2024 The Daily Example. All rights reserved. Subscribe to our newsletter.</p></footer></body></html>"""


def read(markup: str | bytes, **options: str) -> Document:
    return page(
        markup.encode() if isinstance(markup, str) else markup, source="p.html", limits=LIMITS, **options
    )


def test_an_article_and_its_facts() -> None:
    document = read(PAGE, url="https://news.example/x?utm=1")
    assert BODY.strip() in document.text
    assert "newsletter" not in document.text
    assert "World news" not in document.text
    assert document.title == "Ministry summons ambassador"
    assert document.author == "Ann Example, Bob Example"
    assert document.outlet == "The Daily Example"
    assert document.published == "2022-09-08"
    assert document.published_because == "page metadata (JSON-LD datePublished)"
    assert document.url == "https://news.example/2022/09/08/ministry-summons"
    assert document.language is None


@pytest.mark.parametrize(
    ("head", "day", "because"),
    [
        (
            '<meta property="article:published_time" content="2022-09-08T10:00:00Z">',
            "2022-09-08",
            "article:published_time",
        ),
        ('<meta itemprop="datePublished" content="20220908">', "2022-09-08", "datepublished"),
        (
            '<meta name="DC.date.issued" content="Thu, 08 Sep 2022 10:00:00 GMT">',
            "2022-09-08",
            "dc.date.issued",
        ),
        ('<meta property="article:modified_time" content="2022-09-08">', None, None),
        ('<meta name="date" content="next week">', None, None),
        ('<script type="application/ld+json">{broken</script>', None, None),
        ('<link rel="canonical" href="https://x.example/2022/09/08/a.html">', "2022-09-08", "address"),
        ('<link rel="canonical" href="https://x.example/2022/19/08/a.html">', None, None),
    ],
)
def test_a_day_is_kept_where_the_page_states_it(head: str, day: str | None, because: str | None) -> None:
    document = read(f"<html><head>{head}</head><body><p>{BODY * 3} Printed on 3 May 2021.</p></body></html>")
    assert document.published == day
    assert because is None or because in (document.published_because or "")


def test_a_time_element_in_the_head_of_the_article() -> None:
    times = '<article><header><h1>T</h1><time datetime="2022-09-08T08:00">8 Sept</time></header>'
    assert read(f"<html><body>{times}<p>{BODY * 3}</p></article></body></html>").published == "2022-09-08"
    teaser = '<aside><time datetime="2021-01-01">old</time></aside>'
    assert (
        read(f"<html><body><article><h1>T</h1><p>{BODY * 3}</p></article>{teaser}</body></html>").published
        is None
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-09-08", "2022-09-08"),
        ("2022/09/08 10:00", "2022-09-08"),
        ("8 Sep 2022", "2022-09-08"),
        ("08/09/2022", None),
        ("2022-02-30", None),
        ("", None),
        ("99999999999999999999", None),
        ("Thu, 99 Sep 2022 10:00:00 GMT", None),
    ],
)
def test_dates_as_pages_write_them(written: str, day: str | None) -> None:
    assert page_day(written) == day


def test_the_charset_of_the_header_wins_over_the_page() -> None:
    text = "De coördinatie van de reactie verliep één dag later via België en Curaçao. " * 5
    markup = f'<html><head><meta charset="{{}}"></head><body><p>{text}</p></body></html>'
    assert text.strip() in read(markup.format("iso-8859-1").encode("cp1252")).text
    assert text.strip() in read(markup.format("koi8-r").encode("cp1252"), declared="windows-1252").text
    arabic = "أعلنت الحكومة قطع العلاقات الدبلوماسية وأمهلت الدبلوماسيين يوما واحدا. " * 5
    data = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><p>{arabic}'
    document = read(data.encode("cp1256"))
    assert arabic.strip() in document.text
    assert document.encoding == "windows-1256"


def test_xhtml_with_a_declaration() -> None:
    data = f'<?xml version="1.0" encoding="iso-8859-2"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{BODY * 3}ž</p></body></html>'
    assert "ž" in read(data.encode("iso8859-2")).text


def test_a_page_without_an_article() -> None:
    document = read(
        "<html><head><title>A</title><style>p{}</style></head><body><div>One<b>two</b> three.</div>x<script>y</script>z"
    )
    assert document.text == "Onetwo three.\nxz"
    nav = "<nav>Home and other places to go to on this page</nav>"
    short = read(f"<html><body>{nav}<article><p>{BODY[:80]}</p></article></body></html>")
    assert short.text == BODY[:80].strip()
    assert "hardly any article" in short.notices[0]
    with pytest.raises(SourceError, match="holds no text"):
        read("<html><body><script>var x = 1;</script></body></html>")
    with pytest.raises(SourceError, match="empty"):
        read(" ")


def test_the_body_in_the_page_s_own_data() -> None:
    markup = f'<html><script type="application/ld+json">{{"@type": "Article", "articleBody": "{BODY * 3}"}}</script><p>Loading'
    assert read(markup).text.strip() == (BODY * 3).strip()


def test_pages_nested_without_end() -> None:
    for tag in ("div", "b", "table"):
        (found,) = documents(Piece(source="x", data=(f"<{tag}>" * 50_000 + BODY * 3).encode(), form="html"))
        assert isinstance(found, Document | Unread)


def test_fragments_end_their_blocks() -> None:
    assert (
        fragment("<p>One.</p>Two<br>Three &amp; four<ul><li>five</li></ul>")
        == "One.\nTwo\nThree & four\nfive"
    )
    assert fragment("") == ""


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Daily Example</title><link>https://news.example/</link><image><title>Logo</title></image>
<item><media:title>Photo</media:title><title>Ties cut &amp; embassy closed</title><link>https://news.example/1</link>
<pubDate>Thu, 08 Sep 2022 10:00:00 +0200</pubDate><dc:creator>Ann</dc:creator>
<description>Teaser</description><content:encoded><![CDATA[<p>Tirana cut ties.</p><p>It gave 24 hours.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://news.example/2</guid><description>Ministers met &lt;b&gt;again&lt;/b&gt;.</description></item>
<item><title></title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example wire</title><link href="https://w.example/"/>
<entry><title type="html">A &amp;amp; B</title><link rel="self" href="https://w.example/self"/><link href="/1"/>
<published>2022-09-08T10:00:00Z</published><updated>2023-01-01T00:00:00Z</updated><author><name>Ann</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Envoys &lt;left&gt;.</p><p>Talks ended.</p></div></content></entry>
<entry><title>C</title><content type="text">1 &lt; 2 and he left</content></entry></feed>"""


def entries(markup: str | bytes, **options: str) -> list[Document]:
    data = markup.encode() if isinstance(markup, str) else markup
    return [d for d in feed(data, source="f.xml", limits=LIMITS, **options) if isinstance(d, Document)]


def test_rss() -> None:
    first, second = entries(RSS)
    assert first.text == "Tirana cut ties.\nIt gave 24 hours."
    assert (first.title, first.author, first.outlet) == (
        "Ties cut & embassy closed",
        "Ann",
        "The Daily Example",
    )
    assert (first.url, first.source) == ("https://news.example/1", "f.xml!1")
    assert (first.published, first.published_because) == ("2022-09-08", "feed (pubdate)")
    assert (second.text, second.url, second.published) == (
        "Ministers met again.",
        "https://news.example/2",
        None,
    )
    assert "summary only" in second.notices[0]


def test_atom() -> None:
    first, second = entries(ATOM)
    assert first.text == "Envoys <left>.\nTalks ended."
    assert (first.title, first.author, first.published) == ("A & B", "Ann", "2022-09-08")
    assert first.url == "https://w.example/1"
    assert second.text == "1 < 2 and he left"


def test_a_feed_in_another_encoding() -> None:
    markup = RSS.replace("UTF-8", "windows-1251").replace("Tirana cut ties.", "Тирана разорвала отношения.")
    assert entries(markup.encode("cp1251"))[0].text.startswith("Тирана разорвала")


def test_a_feed_cut_short_gives_what_came(tmp_path: Path) -> None:
    assert len(entries(RSS[: RSS.index("<item><title></title>")])) == 2
    with pytest.raises(SourceError, match="no feed that can be parsed"):
        entries(RSS[:300])


def test_document_types_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    (found,) = documents(Piece(source="f.xml", data=bomb.encode(), form="feed"))
    assert isinstance(found, Unread)
    assert "document type is refused" in found.why


def test_feeds_are_known_by_their_content(tmp_path: Path) -> None:
    for name, markup in (("a.xml", RSS), ("b.txt", ATOM), ("c", RSS)):
        (tmp_path / name).write_text(markup)
        found = [d for d in load(str(tmp_path / name)) if isinstance(d, Document)]
        assert len(found) == 2, name
        assert found[0].source == f"{tmp_path / name}!1"


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    markdown = """---
title: "Ties cut"
date: 2022-09-08
outlet: The Daily Example
---
# Ties *cut*

The **ministry** said [on Monday](https://x.example/a_b "t") that _no_ envoy_name_x was [ill][1]. ![photo](a.png)

> A quotation with 2 * 3 and an \\* asterisk.

* one
---
[1]: https://x.example
"""
    (tmp_path / "a.md").write_text(markdown)
    (document,) = load(str(tmp_path / "a.md"))
    assert isinstance(document, Document)
    assert (document.title, document.outlet, document.published) == (
        "Ties cut",
        "The Daily Example",
        "2022-09-08",
    )
    assert document.published_because == "front matter"
    assert document.text == (
        "Ties cut\n\nThe ministry said on Monday that no envoy_name_x was ill. \n\n"
        "A quotation with 2 * 3 and an * asterisk.\n\none\n\n\n"
    )
    assert plain("# One\n\n## Two").title == "One"
    assert plain("Text").title is None
