"""Markdown to plain text: what a reader sees, without the marks, and what the front matter says."""

import re
from typing import NamedTuple

from dragoman.sources.build import iso_day

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+):[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}[^()\n]{0,200}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}[^()\n]{0,200}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"^[ \t]*\[[^\[\]\n]{1,200}\]:[ \t]+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (_HEADING, r"\2"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[*+-][ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    # Emphasis, the inner before the outer; what stands between the marks holds no such mark, so that
    # a text full of opening ones is still read in one go.
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"\*\*(?=\S)([^*\n]{1,1000})(?<=\S)\*\*"), r"\1"),
    (re.compile(r"__(?=\S)([^_\n]{1,1000})(?<=\S)__"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


class Plain(NamedTuple):
    text: str
    title: str | None
    author: str | None
    outlet: str | None
    published: str | None
    url: str | None


def plain(markdown: str) -> Plain:
    """The words of `markdown`, and title, date, author, outlet, url of its front matter; the title is
    else its first heading.

    >>> plain("# A *strong* protest\\n\\nThe [ministry](https://x.example) **rejected** it.").text
    'A strong protest\\n\\nThe ministry rejected it.'
    """
    front = _FRONT.match(markdown)
    fields = {m[1].lower(): m[2].strip().strip("\"'") for m in _FIELD.finditer(front[1])} if front else {}
    text = markdown[front.end() :] if front else markdown
    heading = _HEADING.search(text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    title = fields.get("title")
    if title is None and heading and len(heading[1]) == 1:
        title = heading[2]
        for pattern, replacement in _RULES:
            title = pattern.sub(replacement, title)
    date = fields.get("date") or fields.get("published")
    return Plain(
        text=text,
        title=title,
        author=fields.get("author"),
        outlet=fields.get("outlet"),
        published=iso_day(date) if date else None,
        url=fields.get("url"),
    )
