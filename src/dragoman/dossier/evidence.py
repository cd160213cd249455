"""Evidence: the sentence that proves a line, in its surroundings and with the way to the full text.

A report is known on the page by its number (`r1`), a span in it by number and offsets
(`r1-120-180`): ids made of outside text could break out of an attribute or clash.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.dossier.lines import name
from dragoman.dossier.safe import language_tag
from dragoman.model import Dossier, Reading, Reason, Story, Support
from dragoman.text.scripts import is_right_to_left

CONTEXT = 400  # code points of context and evidence together, where the evidence is shorter

# Where a sentence may end: a stop that no small letter follows; the stops of scripts that set no
# space; a line feed.
_END = re.compile(r"[.!?…؟۔।]+[\"'”’»\)\]]*\s+(?![a-zа-я])|[。！？][」』”]*|\n+")
# No sentence ends in an initial or a short title: "U.S.", "Mr.".
_SHORT = re.compile(r"(?:^|\W)(?:\w|[A-Z][a-z])$")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """One proof, ready to be shown.

    before, hit, after: the surroundings and the proof, verbatim; cut_before, cut_after: whether the
    surroundings begin or end inside a sentence. report: its number, None where the report is not in
    the dossier; target: the id of the span in the full text, None where the span is not found there.
    """

    before: str = ""
    hit: str
    after: str = ""
    cut_before: bool = False
    cut_after: bool = False
    language: str | None
    right_to_left: bool
    report: int | None
    target: str | None
    said_by: str | None
    why: tuple[Reason, ...] = ()


class Library:
    """The readings of a dossier, numbered from 1, and every span that serves as evidence."""

    def __init__(self, dossier: Dossier) -> None:
        self.readings = dossier.readings
        self.numbers = {reading.id: n for n, reading in enumerate(dossier.readings, 1)}
        self.spans: dict[int, set[tuple[int, int]]] = {n: set() for n in self.numbers.values()}
        for story in dossier.stories:
            for support in supports(story):
                number = self._stands(support)
                if number is not None:
                    self.spans[number].add((support.evidence.start, support.evidence.end))
        self._right_to_left = tuple(is_right_to_left(reading.text) for reading in dossier.readings)
        self._quotes: dict[Support, Quote] = {}

    def reading(self, number: int) -> Reading:
        return self.readings[number - 1]

    def quote(self, support: Support) -> Quote:
        """The proof as it is shown; one passage often proves several lines, so it is made once."""
        if support not in self._quotes:
            self._quotes[support] = self._made(support)
        return self._quotes[support]

    def _made(self, support: Support) -> Quote:
        number = self.numbers.get(support.document)
        reading = None if number is None else self.reading(number)
        span = support.evidence
        code = language_tag(support.language) or language_tag(reading.language if reading else None)
        shown = Quote(
            hit=span.text,
            language=code,
            right_to_left=self._right_to_left[number - 1] if number else is_right_to_left(span.text),
            report=number,
            target=None,
            said_by=name(support.said_by) if support.said_by else None,
        )
        if reading is None or self._stands(support) is None:
            return shown
        start, end = surroundings(
            reading.text, span.start, span.end, tuple((n.start, n.end) for n in reading.noise)
        )
        text = reading.text
        return msgspec.structs.replace(
            shown,
            before=text[start : span.start],
            after=text[span.end : end],
            cut_before=not _begins(text, start),
            cut_after=not _ends(text, end),
            target=f"r{number}-{span.start}-{span.end}",
            why=_why(reading, span.start, span.end),
        )

    def quotes(self, support: Iterable[Support]) -> tuple[Quote, ...]:
        """The quotes in order, each span once."""
        seen: dict[tuple[str, int, int, str], Support] = {}
        for one in support:
            seen.setdefault((one.document, one.evidence.start, one.evidence.end, one.evidence.text), one)
        return tuple(self.quote(one) for one in seen.values())

    def _stands(self, support: Support) -> int | None:
        """The number of the report in which the evidence really stands where it says."""
        number = self.numbers.get(support.document)
        span = support.evidence
        if number is None or not 0 <= span.start < span.end:
            return None
        return number if self.reading(number).text[span.start : span.end] == span.text else None


def supports(story: Story) -> Iterator[Support]:
    """Every support of every line of a story."""
    for event in story.timeline:
        yield from event.support
    for line in story.attributions:
        yield from line.support
    for statement in story.statements:
        yield from statement.support
    for agreement in story.agreements:
        yield from agreement.support
    for dispute in story.disputes:
        for side in dispute.sides:
            yield from side.evidence


def surroundings(
    text: str, start: int, end: int, noise: tuple[tuple[int, int], ...] = (), limit: int = CONTEXT
) -> tuple[int, int]:
    """The offsets of what to show around `text[start:end]`: its sentence, and the neighbours where
    the evidence is nearly the whole sentence; never noise, never more than `limit` code points
    unless the evidence itself is longer, cut at a space.

    >>> text = "It rained. Tirana cut ties with Tehran. Nobody was surprised."
    >>> text[slice(*surroundings(text, 11, 17))]
    'Tirana cut ties with Tehran.'
    """
    low = max([0, *(b for _, b in noise if b <= start)])
    high = min([len(text), *(a for a, _ in noise if a >= end)])
    low, high = max(low, start - 2 * limit), min(high, end + 2 * limit)
    ends = [
        found.end()
        for found in _END.finditer(text, low, high)
        if found[0][0] != "." or not _SHORT.search(text[max(low, found.start() - 3) : found.start()])
    ]
    left = max([low, *(e for e in ends if e <= start)])
    right = min([high, *(e for e in ends if e >= end)])
    if (start - left) + (right - end) < 20 and "\n" not in text[start:end]:
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        left = max([low, line_start, *(e for e in ends if e < left)])
        right = min([high, line_end if line_end >= 0 else high, *(e for e in ends if e > right)])
    right = end + len(text[end:right].rstrip())
    left = start - len(text[left:start].lstrip())
    spare = max(0, limit - (end - start))
    if (start - left) + (right - end) > spare:
        before = min(start - left, max(spare // 2, spare - (right - end)))
        after = spare - before
        if start - left > before:
            left = start - len(_whole_words(text[start - before - 1 : start]))
        if right - end > after:
            right = end + len(_whole_words(text[end : end + after + 1][::-1]))
    return left, right


def _whole_words(stretch: str) -> str:
    """`stretch` without the word, or the half of one, that it begins in; all but its first character
    where it is one word."""
    cut = re.sub(r"^\S*\s+", "", stretch, count=1)
    return cut if cut != stretch else stretch[1:]


def _begins(text: str, start: int) -> bool:
    head = text[max(0, start - 12) : start]
    return not head.strip() or "\n" in head or bool(re.search(r"[.!?…؟۔।。！？][\"'”’»\)\]]*\s*$", head))


def _ends(text: str, end: int) -> bool:
    last = text[max(0, end - 3) : end]
    return bool(re.search(r"[.!?…؟۔।。！？][\"'”’»\)\]]*\s*$", last)) or text[end : end + 1] in ("", "\n")


def _why(reading: Reading, start: int, end: int) -> tuple[Reason, ...]:
    """The reasons of what was read on exactly this span, each once."""
    found: dict[Reason, None] = {}
    proofs = [
        *((item.evidence, item.because) for item in reading.events),
        *((item.evidence, item.because) for item in reading.attributions),
        *((item.evidence, item.because) for item in reading.statements),
    ]
    for span, because in proofs:
        if (span.start, span.end) == (start, end):
            found.update(dict.fromkeys(because))
    return tuple(found)
