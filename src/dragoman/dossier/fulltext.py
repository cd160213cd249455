"""The full text of a report as HTML: every evidence span a `<mark>` with its own id, noise greyed."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from dragoman.dossier.safe import clean
from dragoman.model import Noise

NOISE_SHOWN = 600  # of a longer stretch of noise only this much is printed


def marked(text: str, spans: Iterable[tuple[int, int]], noise: Iterable[Noise], prefix: str) -> Markup:
    """`text` escaped, with a `<mark id="PREFIX-start-end">` around each span.

    Spans may nest and cross. A span that crosses the end of an enclosing mark goes on in a second
    mark without an id, so that the tags always nest. Noise never overlaps evidence; where it should,
    the evidence wins.
    """
    out: list[str] = []
    position = 0
    open_ends: list[int] = []

    def flow(until: int) -> None:
        nonlocal position
        while open_ends and open_ends[-1] <= until:
            out.append(_plain(text[position : open_ends[-1]]))
            position = open_ends.pop()
            out.append("</mark>")
        if position < until:
            out.append(_plain(text[position:until]))
            position = until

    for start, end, label in _pieces(text, spans, noise, prefix):
        flow(start)
        if label.startswith("<span"):
            out += [label, _abridged(text[start:end]), "</span>"]
            position = end
        else:
            out.append(label)
            open_ends.append(end)
    flow(len(text))
    # Every piece of text went through `escape`.
    return Markup("".join(out))


def _pieces(
    text: str, spans: Iterable[tuple[int, int]], noise: Iterable[Noise], prefix: str
) -> list[tuple[int, int, str]]:
    """(start, end, opening tag), sorted so that each piece lies within or after the one before."""
    whole = sorted({(a, b) for a, b in spans if 0 <= a < b <= len(text)}, key=lambda s: (s[0], -s[1]))
    pieces: list[tuple[int, int, str]] = []
    waiting = [(start, end, f'<mark id="{prefix}-{start}-{end}">') for start, end in whole]
    open_ends: list[int] = []
    while waiting:
        start, end, label = waiting.pop(0)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            waiting.append((open_ends[-1], end, "<mark>"))
            waiting.sort(key=lambda piece: (piece[0], -piece[1]))
            end = open_ends[-1]
        pieces.append((start, end, label))
        open_ends.append(end)
    for stretch in noise:
        free = all(stretch.end <= a or stretch.start >= b for a, b in whole)
        if free and 0 <= stretch.start < stretch.end <= len(text):
            why = escape(clean(stretch.why))
            pieces.append((stretch.start, stretch.end, f'<span class="noise" title="{why}">'))
    pieces.sort(key=lambda piece: (piece[0], -piece[1]))
    return _apart(pieces)


def _apart(pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without noise that overlaps earlier noise."""
    kept: list[tuple[int, int, str]] = []
    edge = 0
    for piece in pieces:
        if piece[2].startswith("<span"):
            if piece[0] < edge:
                continue
            edge = piece[1]
        kept.append(piece)
    return kept


def _plain(text: str) -> str:
    return str(escape(clean(text)))


def _abridged(text: str) -> str:
    if len(text) <= NOISE_SHOWN:
        return _plain(text)
    return f"{_plain(text[:NOISE_SHOWN])} … <i>({len(text) - NOISE_SHOWN:,} more characters left out)</i>"
