"""Reading one document: its language, its page, its dates and names, then sentence by sentence.

document → page → dates → sentences → units → clauses → frames → events, statements, attributions
"""

import re
from bisect import bisect_left
from datetime import date

import msgspec

from dragoman.languages import Pack, Sense, Senses, codes, load
from dragoman.languages.schema import PackFile
from dragoman.model import Date, Document, Number, Reading, Reason
from dragoman.numbers import find_numbers
from dragoman.reading.cast import Cast, Who
from dragoman.reading.language import find_language
from dragoman.reading.layers import Layer
from dragoman.reading.page import kind_of_text, read_page
from dragoman.reading.phrases import Phraser
from dragoman.reading.quotes import Quote, find_quotes, words_in
from dragoman.reading.record import Context, Recorder
from dragoman.reading.scan import Item, Scanner, scanner
from dragoman.reading.sentence import Read, SentenceReader
from dragoman.reading.units import Unit
from dragoman.text.scripts import script_of
from dragoman.text.sentences import sentence_spans
from dragoman.text.tokens import Tokens, tokenise
from dragoman.times import find_dates, published_from_text

_QUOTE = Senses([Sense("word", "quote", frozenset())])
_LONGEST = 200
"""Tokens read as one sentence. What is longer is a list or a table, and is read piece by piece: the time a
sentence takes grows with the square of its clauses."""
_CONTENT_WORDS = 4
"""A quotation of fewer words is a name or a scare quote and is read with the words round it."""


def read_document(document: Document) -> Reading:
    """The reading of `document`. Never raises on any text; what cannot be read is left out."""
    text = document.text
    script = script_of(text)
    language: str | None
    language_because: str | None
    if document.language:
        language, language_because = document.language, "given"
    else:
        guess = find_language(text)
        language, language_because = (
            guess.code,
            f"{guess.because} ({guess.sure:.0%} of the vote)" if guess.code else None,
        )
    page = read_page(text, language, script)
    notices = list(document.notices)
    if document.published and not _full_day(document.published):
        notices.append(
            f"The day of publication was given as {document.published!r}, which is no full ISO date "
            "(2022-09-07): it is not used."
        )
        document = msgspec.structs.replace(document, published=None, published_because=None)
    published, published_because = (
        document.published,
        document.published_because or ("given" if document.published else None),
    )
    if published is None and (found := published_from_text(text, language or "")):
        published, published_because = found
    kind, kind_because = kind_of_text(text, language, document.title, page.author is not None)
    dates = find_dates(text, language or "", published)
    title = document.title or _title(text, page.paragraphs)
    if published is None:
        notices.append(
            "No day of publication was given or found: weekdays and the like stay open. "
            "Give one (--published)."
        )
    pack = load(language) if language in codes() else None
    if pack is None:
        notices.append(
            f"There is no pack for {language or 'this language'} yet: "
            "only names, dates and numbers were read."
        )
    reader = _Reader(text, language, pack, published, dates)
    reader.read(page.paragraphs, document.author or page.author if kind == "opinion" else None)
    recorder = reader.recorder
    recorder.settle_attacks()
    recorder.unify(reader.cast.stand_ins())
    noise = [(n.start, n.end) for n in page.noise]
    return Reading(
        id=document.id,
        source=document.source,
        url=document.url,
        outlet=document.outlet,
        author=document.author or page.author,
        language=language,
        language_because=language_because,
        script=script,
        title=title,
        published=published,
        published_because=published_because,
        kind=kind,
        kind_because=kind_because,
        text=text,
        notices=tuple(notices),
        noise=page.noise,
        entities=reader.cast.entities(recorder.parties()),
        dates=dates,
        numbers=tuple(
            _with_sense(n, recorder.counted)
            for n in find_numbers(text, language or "", dates)
            if not any(a <= n.start < b for a, b in noise)
        ),
        events=tuple(recorder.events),
        statements=tuple(sorted(recorder.statements, key=lambda s: s.evidence.start)),
        attributions=tuple(recorder.attributions),
        effects=tuple(recorder.effects),
        labels=tuple(recorder.labels),
    )


def _with_sense(number: Number, counted: dict[int, tuple[str, str | None]]) -> Number:
    """The number with the sense of what it counts, where the reader came by one of its words."""
    if number.unit is not None:
        return number
    found = next((counted[at] for at in range(number.start, number.end) if at in counted), None)
    return number if found is None else msgspec.structs.replace(number, concept=found[0], act=found[1])


def _full_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


_HEAD = 1500
"""Characters from the start of a document within which a dateline may stand."""
_DATELINE = re.compile(
    r"(?=[^\n]{0,90}?(?:\d|\())(?!\()[^\W\d_][^\n.!?:\"“«„]{1,80}?(?:\([^()\n]{2,40}\)\s*)?[-–—]\s+|[^\W\d_][^\n!?:\"“«„]{1,60}?\([^()\n]{2,40}\)\s*(?:[-–—:]\s*)?(?=\S)"
)


def dateline(text: str, start: int, end: int) -> int:
    """Where the report begins after "LONDON, Feb 15 (Agency) - "; `start` where there is no dateline.

    A dateline is short, holds a day or an agency in brackets, and ends in a dash or that bracket.
    """
    found = _DATELINE.match(text, start, min(end, start + 120))
    if found is None:
        return start
    head = found.group()
    opens = head.split("(")[0].strip(" -–—")
    capital = any(word.isupper() and len(word) > 2 for word in re.findall(r"\w+", opens))
    dashed = head.rstrip()[-1:] in "-–—"
    bracket = "(" in head
    return (
        found.end()
        if (dashed and (bracket or capital or any(c.isdigit() for c in head))) or (bracket and capital)
        else start
    )


def _title(text: str, paragraphs: tuple[tuple[int, int], ...]) -> str | None:
    """The first line, where it is short enough for a headline and the text goes on below it."""
    if len(paragraphs) < 2:
        return None
    start, end = paragraphs[0]
    line = text[start:end]
    return line if 8 <= len(line) <= 160 and line[-1] not in ".:،" else None


class _Reader:
    """The state of reading one document from front to back."""

    def __init__(
        self, text: str, language: str | None, pack: Pack | None, day: str | None, dates: tuple[Date, ...]
    ) -> None:
        self.text, self.pack, self.dates = text, pack, dates
        self.scanner: Scanner = scanner(language)
        self.cast = Cast(text, day, language)
        self.tokens: Tokens = Tokens()
        self.recorder = Recorder(text, self.tokens, self.cast, dates)
        self.pairs = pack.habits.quotes.pairs if pack else PackFile(language="", name="").quotes.pairs
        self._pending: list[tuple[Quote, int, int]] = []

    def read(self, paragraphs: tuple[tuple[int, int], ...], author: str | None) -> None:
        for start, end in paragraphs:
            self._append(tokenise(self.text, self.scanner.cutter, start, end))
        self.cast.norms = self.tokens.norm
        self._date_at = self._date_tokens()
        self.phraser = Phraser(
            self.text, self.tokens, self.pack, self.cast, self._date_at, self.scanner.find_name
        )
        self.sentences = SentenceReader(self.pack, self.tokens, self.cast) if self.pack else None
        if author:
            at = max(0, self.text.find(author))
            end = at + len(author) if self.text.startswith(author, at) else at
            known = self.cast.meet(author, at, end, "person", None, reason=Reason("author of the piece"))
            self.recorder.author = known
        headings = []
        for start, end in paragraphs:
            first, last = self._token_at(start), self._token_at(end)
            if self._heading(start, end, len(paragraphs)):
                headings.append((start, end, first, last))
            else:
                self._paragraph(start, end, first, last)
        # A heading leaves out what the report tells; it is read last and adds only what is new.
        before = len(self.recorder.statements)
        for heading in headings:
            self._paragraph(*heading)
        self.recorder.drop_repeated(before)

    def _heading(self, start: int, end: int, paragraphs: int) -> bool:
        """Whether a line is a heading: short, and without a full stop."""
        return paragraphs > 1 and end - start <= 160 and self.text[end - 1] not in ".!?…:؟。\"”»'’)"

    def _append(self, more: Tokens) -> None:
        for column in ("start", "end", "norm", "bare", "glued"):
            getattr(self.tokens, column).extend(getattr(more, column))

    def _date_tokens(self) -> dict[int, int]:
        found: dict[int, int] = {}
        at = 0
        starts, ends = self.tokens.start, self.tokens.end
        for found_date in self.dates:
            while at < len(starts) and ends[at] <= found_date.start:
                at += 1
            first = at
            while at < len(starts) and starts[at] < found_date.end:
                at += 1
            if at > first:
                found[first] = at
        return found

    def _paragraph(self, start: int, end: int, first: int, last: int) -> None:
        lead = dateline(self.text, start, end) if start < _HEAD else start
        if lead > start:
            stop = self._token_at(lead)
            self.phraser.units(self.scanner.scan(self.text, self.tokens, first, stop))
            start, first = lead, stop
        quotes = [
            q
            for q in find_quotes(self.text, self.pairs, start, end)
            if words_in(self.text[q.start : q.end]) >= _CONTENT_WORDS
        ]
        abbreviations = self.pack.abbreviations if self.pack else frozenset()
        ordinal = self.pack.habits.sentence.ordinal_dot if self.pack else False
        bounds: list[tuple[int, int]] = []
        for a, b in sentence_spans(self.text, start, end, abbreviations, ordinal):
            inside = any(q.outer_start < a < q.outer_end for q in quotes)
            if inside and bounds:
                bounds[-1] = (bounds[-1][0], b)
            else:
                bounds.append((a, b))
        at = first
        for a, b in bounds:
            stop = at
            while stop < last and self.tokens.start[stop] < b:
                stop += 1
            for piece in range(at, stop, _LONGEST):
                upto = min(piece + _LONGEST, stop)
                c, d = (
                    (a if piece == at else self.tokens.start[piece]),
                    (b if upto == stop else self.tokens.start[upto]),
                )
                self._sentence(c, d, piece, upto, [q for q in quotes if c <= q.outer_start < d])
            at = stop

    def _sentence(self, start: int, end: int, first: int, last: int, quotes: list[Quote]) -> None:
        items, held = self._items(first, last, quotes)
        units = self.phraser.units(items)
        if self.sentences is None:
            return
        for unit in units:
            if unit.kind == "quote":
                unit.quote = held[unit.first]
        read = self.sentences.read(units)
        self.recorder.record(Context(read, start, end))
        for number, quote in enumerate(quotes):
            self._quotation(quote, number, units, read, start, end)

    def _items(self, first: int, last: int, quotes: list[Quote]) -> tuple[list[Item], dict[int, int]]:
        """The items of a sentence, each quotation as one."""
        items: list[Item] = []
        held: dict[int, int] = {}
        at = first
        starts = self.tokens.start
        for number, quote in enumerate(quotes):
            begin = at
            while begin < last and starts[begin] < quote.outer_start:
                begin += 1
            stop = begin
            while stop < last and starts[stop] < quote.outer_end:
                stop += 1
            items.extend(self.scanner.scan(self.text, self.tokens, at, begin))
            if stop > begin:
                items.append(Item(begin, stop, _QUOTE, ()))
                held[begin] = number
            at = stop
        items.extend(self.scanner.scan(self.text, self.tokens, at, last))
        return items, held

    # ── quotations ──

    def _part_of_claim(self, number: int, read: Read) -> bool:
        """Whether a quotation is a piece of a claim that is recorded whole: in the clause of an accusation
        or denial itself, or beside other words in the clause of what was said."""
        for clause in read.clauses:
            unit = next((u for u in clause.units if u.kind == "quote" and u.quote == number), None)
            if unit is None:
                continue
            others = [
                u
                for u in clause.units
                if u is not unit and u.kind not in ("gap", "comma", "and", "word", "date")
            ]
            own = [
                f
                for f in read.frames
                if f.clause is clause
                and not f.nominal
                and f.sense.act
                and f.sense.type is not None
                and f.actor
            ]
            if own:
                return True
            governed = any(f.unit is clause.governor and f.actor for f in read.frames)
            return governed and any(u.kind == "verb" for u in others)
        return False

    def _quotation(
        self, quote: Quote, number: int, units: list[Unit], read: Read, start: int, end: int
    ) -> None:
        speakers, cue, act, rule = self._speaker(number, units, read)
        span = self.recorder.chars(quote.start, quote.end)
        layer = Layer("say", speakers, "alleged", cue, quoted=True)
        contexts = self._inside(quote, layer, speakers if self._subject_outside(number, read) else ())
        cue_span = self.recorder.span(cue.first, cue.last) if cue is not None else None
        if not speakers or self._part_of_claim(number, read):
            return
        said = rule in ("quote:verb of saying", "quote:content", "quote:according to")
        if not said and not any(
            u.kind in ("verb", "aux") for c in contexts for k in c.read.clauses for u in k.units
        ):
            return  # a title or a name between marks
        if act == "claim":
            for context in contexts:
                act = self.recorder._act_of(None, context, speakers, span)
                if act != "claim":
                    break
        self.recorder.quotation(span, speakers, cue_span, None, act, rule)

    def _speaker(
        self, number: int, units: list[Unit], read: Read
    ) -> tuple[tuple[Who, ...], Unit | None, str, str]:
        """Who speaks a quotation: (speakers, the word that says so, the act, the rule)."""
        unit = next((u for u in units if u.kind == "quote" and u.quote == number), None)
        if unit is None:
            return (), None, "claim", ""
        sayers = [f for f in read.frames if f.sense.act and f.sense.kind == "speech" and not f.nominal]
        home = next((c for c in read.clauses if unit in c.units), None)
        if home is not None and home.governor is not None:
            governing = [f for f in read.frames if f.unit is home.governor]
            if governing and governing[0].actor:
                return (
                    governing[0].actor,
                    governing[0].unit,
                    governing[0].sense.act or "claim",
                    "quote:content",
                )
        ranked = sorted(sayers, key=lambda f: (f.clause is not home, abs(f.unit.first - unit.first)))
        for frame in ranked:
            if frame.actor:
                return frame.actor, frame.unit, frame.sense.act or "claim", "quote:verb of saying"
        for clause in read.clauses:
            for layer in read.layers.get(id(clause), ()):
                if layer.speaker and layer.unit is not None and layer.unit in clause.units:
                    return layer.speaker, layer.unit, "claim", "quote:according to"
        if not any(u.kind == "verb" for u in units) or ranked:
            # Alone in its sentence, or after a verb of saying that names nobody: who spoke last goes on.
            if self.cast.last_speaker is not None:
                return (
                    (self.cast.last_speaker,),
                    ranked[0].unit if ranked else None,
                    "claim",
                    "quote:speaker goes on",
                )
        return (), None, "claim", ""

    def _subject_outside(self, number: int, read: Read) -> bool:
        """Whether the subject of a quoted verb stands before the marks as a pronoun: 'said it "rejects"'."""
        for clause in read.clauses:
            for at, unit in enumerate(clause.units):
                if unit.kind == "quote" and unit.quote == number:
                    before = [u for u in clause.units[:at] if u.kind != "gap"]
                    return bool(before) and before[-1].kind == "pron" and len(before) == 1
        return False

    def _inside(self, quote: Quote, layer: Layer, given: tuple[Who, ...] = ()) -> list[Context]:
        """Read the words of a quotation as sentences inside the layer of its speaker."""
        if self.sentences is None:
            return []
        self.cast.speaking = layer.speaker[0] if layer.speaker else None
        out: list[Context] = []
        abbreviations = self.pack.abbreviations if self.pack else frozenset()
        at = self._token_at(quote.start)
        for a, b in sentence_spans(self.text, quote.start, quote.end, abbreviations):
            stop = min(self._token_at(b), at + _LONGEST)
            items = self.scanner.scan(self.text, self.tokens, at, stop)
            if items:
                units = self.phraser.units(items)
                read = self.sentences.read(units, (layer,), "quote", given if not out else ())
                context = Context(read, a, b, quoted=True, speaker=layer.speaker)
                self.recorder.record(context)
                out.append(context)
            at = self._token_at(b)
        self.cast.speaking = None
        return out

    def _token_at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.tokens.start, offset)
