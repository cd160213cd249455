"""The walk through one document, front to back: paragraph, sentence, quotation.

It keeps what a reader keeps in mind (who has been named, who spoke last) and hands each sentence to the
recorders. Headings are read last, for they tell in short what the report tells in full.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.languages import Pack, Sense, Senses
from dragoman.languages.schema import PackFile
from dragoman.model import Date, Reason
from dragoman.reading.cast import Cast, Who
from dragoman.reading.heads import dateline, is_heading
from dragoman.reading.layers import Layer
from dragoman.reading.phrases import Phraser
from dragoman.reading.quotes import Quote, find_quotes, words_in
from dragoman.reading.recording import (
    Findings,
    Material,
    Passage,
    drop_repeated,
    part_of_claim,
    record,
    record_quotation,
    speech_of,
    subject_outside,
)
from dragoman.reading.scan import Item, Scanner, scanner
from dragoman.reading.sentence import SentenceReader
from dragoman.text.sentences import sentence_spans
from dragoman.text.tokens import Tokens, tokenise

_QUOTE = Senses.of([Sense("word", "quote", frozenset())])
_LONGEST = 200
"""Tokens read as one sentence. What is longer is a list or a table, and is read piece by piece: the time a
sentence takes grows with the square of its clauses."""
_CONTENT_WORDS = 4
"""A quotation of fewer words is a name or a scare quote and is read with the words round it."""


def walk(
    text: str,
    language: str | None,
    pack: Pack | None,
    day: str | None,
    dates: tuple[Date, ...],
    paragraphs: Sequence[tuple[int, int]],
    author: str | None,
) -> Findings:
    """Everything found in the `paragraphs` of `text`.

    pack: None reads names alone. day: the ISO date of publication or None. author: the name of whoever
    speaks in an opinion piece, None for a report.
    """
    scan = scanner(language)
    tokens = Tokens()
    for start, end in _runs(text, paragraphs):
        _append(tokens, tokenise(text, scan.cutter, start, end))
    cast = Cast(text, day, language)
    cast.tokens = tokens
    findings = Findings(Material(text, tokens, cast, dates))
    if author:
        findings.author = _meet_author(cast, text, author)
    walker = _Walker(findings, pack, scan)
    headings = []
    for start, end in paragraphs:
        if len(paragraphs) > 1 and is_heading(text[start:end]):
            headings.append((start, end))
        else:
            walker.paragraph(start, end)
    # A heading leaves out what the report tells; it is read last and adds only what is new.
    before = len(findings.statements)
    for start, end in headings:
        walker.paragraph(start, end)
    drop_repeated(findings, before)
    return findings


def _runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs, those with nothing but space between them taken together."""
    runs: list[tuple[int, int]] = []
    for start, end in paragraphs:
        if runs and text[runs[-1][1] : start].isspace():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _append(tokens: Tokens, more: Tokens) -> None:
    tokens.start.extend(more.start)
    tokens.end.extend(more.end)
    tokens.norm.extend(more.norm)
    tokens.bare.extend(more.bare)
    tokens.glued.extend(more.glued)


def _meet_author(cast: Cast, text: str, author: str) -> Who:
    at = max(0, text.find(author))
    end = at + len(author) if text.startswith(author, at) else at
    return cast.meet(author, at, end, "person", None, reason=Reason("author of the piece"))


def _date_tokens(tokens: Tokens, dates: tuple[Date, ...]) -> dict[int, int]:
    """First token of a date → the token after its last."""
    found: dict[int, int] = {}
    at = 0
    for date in dates:
        first = bisect_right(tokens.end, date.start, at)
        at = bisect_left(tokens.start, date.end, first)
        if at > first:
            found[first] = at
    return found


def _outer_start(quote: Quote) -> int:
    return quote.outer_start


def _opening_in(quotes: list[Quote], start: int, end: int) -> list[Quote]:
    """Those of the quotations (in order) that open in text[start:end]."""
    if not quotes:
        return quotes
    first = bisect_left(quotes, start, key=_outer_start)
    return quotes[first : bisect_left(quotes, end, first, key=_outer_start)]


class _Walker:
    """Reads paragraphs in the order in which it is given them."""

    def __init__(self, findings: Findings, pack: Pack | None, scan: Scanner) -> None:
        self.findings, self.scanner = findings, scan
        material = findings.material
        self.text, self.tokens, self.cast = material.text, material.tokens, material.cast
        self.pairs = pack.habits.quotes.pairs if pack else PackFile(language="", name="").quotes.pairs
        self.abbreviations = pack.abbreviations if pack else frozenset()
        self.ordinal_dot = pack.habits.sentence.ordinal_dot if pack else False
        date_at = _date_tokens(self.tokens, material.dates)
        self.phraser = Phraser(self.text, self.tokens, pack, self.cast, date_at, scan)
        self.sentences = SentenceReader(pack, self.tokens, self.cast) if pack else None

    def paragraph(self, start: int, end: int) -> None:
        first, last = self._token_at(start), self._token_at(end)
        lead = dateline(self.text, start, end)
        if lead > start:
            # Read for the names in it, which the report may use in short.
            stop = self._token_at(lead)
            self.phraser.units(self.scanner.scan(self.text, self.tokens, first, stop))
            start, first = lead, stop
        found = find_quotes(self.text, self.pairs, start, end)
        quotes = [q for q in found if words_in(self.text[q.start : q.end]) >= _CONTENT_WORDS]
        at = first
        for a, b in self._sentences(start, end, quotes):
            stop = bisect_left(self.tokens.start, b, at, last)
            for piece in range(at, stop, _LONGEST):
                upto = min(piece + _LONGEST, stop)
                begin = a if piece == at else self.tokens.start[piece]
                close = b if upto == stop else self.tokens.start[upto]
                self._sentence(begin, close, piece, upto, _opening_in(quotes, begin, close))
            at = stop

    def _sentences(self, start: int, end: int, quotes: list[Quote]) -> list[tuple[int, int]]:
        """The sentences of a paragraph; one that holds a quotation goes on to the end of that."""
        bounds: list[tuple[int, int]] = []
        for a, b in sentence_spans(self.text, start, end, self.abbreviations, self.ordinal_dot):
            before = bisect_left(quotes, a, key=_outer_start) if quotes and bounds else 0
            if before and a < quotes[before - 1].outer_end:
                bounds[-1] = (bounds[-1][0], b)
            else:
                bounds.append((a, b))
        return bounds

    def _sentence(self, start: int, end: int, first: int, last: int, quotes: list[Quote]) -> None:
        items, held = self._items(first, last, quotes)
        units = self.phraser.units(items)
        if self.sentences is None:
            return
        for unit in units:
            if unit.kind == "quote":
                unit.quote = held[unit.first]
        read = self.sentences.read(units)
        record(self.findings, Passage.of(read, start, end))
        for number, quote in enumerate(quotes):
            speech = speech_of(number, units, read, self.cast.last_speaker)
            layer = Layer("say", speech.speakers, "alleged", speech.cue, quoted=True)
            given = speech.speakers if subject_outside(number, read) else ()
            passages = self._inside(self.sentences, quote, layer, given)
            if not part_of_claim(number, read):
                span = self.findings.material.chars(quote.start, quote.end)
                record_quotation(self.findings, speech, span, passages)

    def _items(self, first: int, last: int, quotes: list[Quote]) -> tuple[list[Item], dict[int, int]]:
        """The items of a sentence, each quotation as one; and its first token → the number of the
        quotation."""
        items: list[Item] = []
        held: dict[int, int] = {}
        at = first
        starts = self.tokens.start
        for number, quote in enumerate(quotes):
            begin = bisect_left(starts, quote.outer_start, at, last)
            stop = bisect_left(starts, quote.outer_end, begin, last)
            items.extend(self.scanner.scan(self.text, self.tokens, at, begin))
            if stop > begin:
                items.append(Item(begin, stop, _QUOTE, ()))
                held[begin] = number
            at = stop
        items.extend(self.scanner.scan(self.text, self.tokens, at, last))
        return items, held

    def _inside(
        self, sentences: SentenceReader, quote: Quote, layer: Layer, given: tuple[Who, ...]
    ) -> list[Passage]:
        """Read the words of a quotation as sentences inside the layer of its speaker.

        given: the subject of the first, where it stands before the marks.
        """
        self.cast.speaking = layer.speaker[0] if layer.speaker else None
        passages: list[Passage] = []
        at = self._token_at(quote.start)
        for a, b in sentence_spans(self.text, quote.start, quote.end, self.abbreviations):
            after = self._token_at(b)
            items = self.scanner.scan(self.text, self.tokens, at, min(after, at + _LONGEST))
            if items:
                units = self.phraser.units(items)
                read = sentences.read(units, (layer,), "quote", () if passages else given)
                passages.append(Passage.quotation(read, a, b, layer.speaker))
                record(self.findings, passages[-1])
            at = after
        self.cast.speaking = None
        return passages

    def _token_at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.tokens.start, offset)
