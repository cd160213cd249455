"""Safe: what came from outside is shown, never obeyed.

A report's text may hold characters that steer a page: direction overrides that turn a file name
round, NULs, lone surrogates that have no UTF-8. They become visible marks. Marks that writing needs
stay: joiners (Persian), single direction marks (Arabic, Hebrew), soft hyphens.
"""

import re

# C0 and C1 controls but tab and line feed; embeddings, overrides, isolates; interlinear marks; tag
# characters (invisible text); lone surrogates and noncharacters.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff\ufffe\uffff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20]+", re.IGNORECASE)


def clean(text: str) -> str:
    """`text` with each steering character made visible.

    >>> clean("a\\u202eb\\x00")
    'a⟦U+202E⟧b⟦U+0000⟧'
    """
    return _STEERING.sub(lambda met: f"⟦U+{ord(met[0]):04X}⟧", text.replace("\r\n", "\n"))


def tidy(text: str) -> str:
    """`clean`, and runs of white space are one space: for a line."""
    return " ".join(clean(text).split())


def language_tag(code: str | None) -> str | None:
    """`code` where it has the form of a language tag, else None."""
    return code if code and _LANGUAGE.fullmatch(code) else None


def web_address(url: str | None) -> str | None:
    """`url` where it is a plain http(s) address that may become a link, else None."""
    return url if url and _WEB.fullmatch(url) else None
