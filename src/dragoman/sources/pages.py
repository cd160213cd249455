"""A web page to the text of its article."""

import logging
import re
from typing import Any

from dragoman.errors import SourceError
from dragoman.model import Document
from dragoman.sources.build import build
from dragoman.sources.limits import Limits
from dragoman.text.decode import clean, decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)")
_XML_LINE = re.compile(r"\A\s*<\?xml[^>]*\?>")
_FEW = 200  # characters: an "article" shorter than that may be a caption or a cookie notice,
_ELEMENTS = 100_000  # of a page; a long one has some 5,000
_SENTENCE = 60  # and one shorter than that is no report
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul
        """,
    )
)
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object"}
    | {"nav", "footer", "aside", "menu", "button", "select"}  # seen, but no part of a report
)


def page(
    data: bytes, *, source: str, limits: Limits, declared: str | None = None, url: str | None = None
) -> Document:
    """The article on the page `data`, and what the page says about itself.

    declared: the charset of the HTTP header; a <meta charset> does where there is none.
    Raises SourceError where the page holds no text.
    """
    from lxml import html as lxml_html  # type: ignore[import-untyped]

    from dragoman.sources.metadata import facts

    decoded = decode(data, declared or stated_charset(data))
    markup = _XML_LINE.sub("", decoded.text)
    if not markup.strip():
        raise SourceError(source, "the page is empty.")
    try:
        tree = lxml_html.document_fromstring(markup)
    except (ValueError, AssertionError, lxml_html.etree.LxmlError) as error:
        raise SourceError(source, f"no HTML that can be parsed ({error}).") from None
    known = facts(tree, url)
    text = _main_text(tree)
    notices = decoded.notices
    if len(text) < _FEW and known.body and len(known.body) > len(text):
        text = fragment(known.body) if "<" in known.body else known.body
        notices = (*notices, "the text is the page's own JSON-LD articleBody")
    elif len(text) < _FEW:
        everything = _visible(tree)
        # What trafilatura falls back to holds the menus as well, and breaks lines inside sentences.
        within = "".join(everything.split()) in "".join(text.split())
        if everything and (within or len(text) < _SENTENCE):
            text = everything
        notices = (*notices, "hardly any article was found on the page; it may be incomplete")
    if not text.strip():
        raise SourceError(
            source,
            "the page holds no text.",
            "Pages that scripts fill must be saved from a browser, as text or HTML.",
        )
    return build(
        text,
        source=source,
        limits=limits,
        url=known.url,
        outlet=known.outlet,
        title=known.title,
        author=known.author,
        published=known.published,
        published_because=known.published_because,
        encoding=decoded.encoding,
        notices=notices,
    )


def stated_charset(data: bytes) -> str | None:
    """The encoding a page or an XML declaration names in its first 4 kB."""
    match = _XML_ENCODING.match(data[:400]) or _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii", "replace") if match else None


def fragment(markup: str) -> str:
    """The text of a piece of HTML (a feed entry), a line for each block.

    >>> fragment("<p>Tirana <b>cut</b> ties.</p><p>Tehran protested.</p>")
    'Tirana cut ties.\\nTehran protested.'
    """
    from lxml import html as lxml_html

    if not markup.strip():
        return ""
    try:
        return _visible(lxml_html.fragment_fromstring(clean(markup)[0], create_parent="div"))
    except (ValueError, AssertionError, lxml_html.etree.LxmlError):
        return re.sub(r"<[^<>]*>", " ", markup)


def _main_text(tree: Any) -> str:
    import trafilatura

    # It reports pages without an article as errors to the log; here they are an ordinary case.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if len(tree.xpath("//*")) > _ELEMENTS:  # it takes minutes on those
        return ""
    return trafilatura.extract(tree, fast=True, include_comments=False) or ""


def _visible(root: object) -> str:
    """The text of everything below `root` but scripts, a line for each block; no recursion, for pages
    nest as deep as they like."""
    from lxml import etree

    parts: list[str] = []
    unseen = 0  # elements around this one whose text no reader of the page sees
    for step, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else None
        if tag in _BLOCKS:
            parts.append("\n")
        if step == "start":
            unseen += tag in _UNSEEN
            found = element.text
        else:
            unseen -= step == "end" and tag in _UNSEEN
            found = element.tail if element is not root else None
        if found and not unseen:
            parts.append(re.sub(r"\s+", " ", found))
    lines = (" ".join(each.split()) for each in "".join(parts).split("\n"))
    return "\n".join(each for each in lines if each)
