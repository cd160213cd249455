"""What a source is, by its first bytes; its name only helps where they leave it open."""

import re
from typing import Literal

from dragoman.errors import SourceError
from dragoman.text.decode import decode

Form = Literal["text", "markdown", "html", "feed", "json", "jsonl", "zip", "tar", "gzip"]

HEAD = 8192  # bytes looked at

_CONVERT = "Convert it to text first ({}) and read that."
# (where, the bytes, what it is, how to go on). Office files are zip archives: see `_office`.
_FOREIGN: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "PDF", _CONVERT.format("pdftotext report.pdf")),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file",
        _CONVERT.format("soffice --convert-to txt report.doc"),
    ),
    (0, b"{\\rtf", "RTF", _CONVERT.format("soffice --convert-to txt report.rtf")),
    (0, b"WARC/", "WARC", "Unpack its pages to .html files and read those."),
    (0, b"\x89PNG", "a PNG picture", "Only text is read."),
    (0, b"\xff\xd8\xff", "a JPEG picture", "Only text is read."),
    (0, b"GIF8", "a GIF picture", "Only text is read."),
    (0, b"BZh", "bzip2", "Unpack it (bunzip2) and read what is in it."),
    (0, b"\xfd7zXZ", "xz", "Unpack it (unxz) and read what is in it."),
    (0, b"7z\xbc\xaf", "7-Zip", "Unpack it and read the folder."),
    (0, b"Rar!", "RAR", "Unpack it and read the folder."),
    (0, b"SQLite format 3", "an SQLite database", 'Export its texts as JSON lines: {"id": …, "text": …}.'),
    (0, b"\x7fELF", "a program", "Only text is read."),
    (0, b"PAR1", "Parquet", 'Export its texts as JSON lines: {"id": …, "text": …}.'),
)
_HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(
    r"<(?:html|head|body|div|p|article|main|section|h[1-6]|br|span|a|title|meta)\b[^<>]*>", re.IGNORECASE
)
_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b[^<]*?>")
_XML_START = re.compile(r"\s*(?:<\?xml\b|<!--)")
_JSON_START = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")


def form_of(head: bytes, name: str) -> Form:
    """The form of a source that starts with `head` (at most `HEAD` bytes) and is called `name`.

    Raises SourceError for what is not read: PDF, office files, pictures, other binary data, other XML.
    """
    _refuse_foreign(head, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office(head, name)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head[257:262] == b"ustar":
        return "tar"
    text = decode(head).text
    _refuse_binary(head, name)
    suffix = name.lower().rpartition(".")[2] if "." in name else ""
    if _HTML_START.match(text):
        return "html"
    if _XML_START.match(text) or _FEED_ROOT.match(text.lstrip()):
        return _xml(text, name)
    if suffix in {"jsonl", "ndjson"}:
        return "jsonl"
    if suffix == "json":
        return "json"
    if _JSON_START.match(text):
        return _json(text)
    if suffix in {"html", "htm", "xhtml"} and _HTML_TAG.search(text):
        return "html"
    return "markdown" if suffix in {"md", "markdown"} else "text"


def _refuse_foreign(head: bytes, name: str) -> None:
    for where, magic, what, remedy in _FOREIGN:
        if head.startswith(magic, where):
            raise SourceError(name, f"{what} is not read yet.", remedy)


def _office(head: bytes, name: str) -> Form:
    """A zip archive of reports, unless it is an office file or a book, which are zip archives too."""
    for sign, what, suffix in (
        (b"word/", "DOCX", "docx"),
        (b"xl/", "XLSX", "xlsx"),
        (b"ppt/", "PPTX", "pptx"),
        (b"[Content_Types].xml", "an Office file", "docx"),
        (b"mimetypeapplication/epub", "EPUB", "epub"),
        (b"mimetypeapplication/vnd.oasis", "OpenDocument", "odt"),
    ):
        if sign in head[:2000]:
            remedy = _CONVERT.format(f"pandoc -t plain report.{suffix}")
            raise SourceError(name, f"{what} is not read yet.", remedy)
    return "zip"


def _refuse_binary(head: bytes, name: str) -> None:
    """Zero bytes that no UTF-16 explains, or many control characters."""
    if decode(head).encoding.startswith(("utf-16", "utf-32")):
        return
    strange = sum(head.count(c) for c in (*range(9), *range(14, 27), *range(28, 32), 127))
    if head.count(0) * 100 > len(head) or strange * 20 > len(head):
        raise SourceError(name, "it holds binary data, no text.", "Name a text, HTML, JSONL or feed file.")


def _xml(text: str, name: str) -> Form:
    root = re.search(r"<(?![?!])(?:\w+:)?([\w.-]+)", text)
    if root and root.group(1).lower() in {"rss", "feed", "rdf"}:
        return "feed"
    if root and root.group(1).lower() == "html":
        return "html"
    if root is None and name.lower().endswith((".xml", ".rss", ".atom")):
        return "feed"  # a long comment first; the feed reader says what is wrong
    if root is None or not text.lstrip().startswith("<?xml"):
        return "html" if _HTML_TAG.search(text) else "text"
    raise SourceError(
        name,
        f"XML of a kind that is not read (<{root.group(1)}>).",
        "RSS and Atom feeds and XHTML pages are read.",
    )


def _json(text: str) -> Form:
    """JSON lines where the first line is whole by itself; a line longer than the head may well be."""
    if text.lstrip().startswith("["):
        return "json"
    first, newline, rest = text.lstrip().partition("\n")
    whole = first.rstrip().endswith("}") and (not rest.strip() or rest.lstrip().startswith("{"))
    return "jsonl" if whole or not newline else "json"
