"""Recording: from the frames of a document to its events, statements and attributions."""

from dataclasses import dataclass, field
from datetime import date as calendar

from msgspec.structs import replace

from dragoman.languages import concepts
from dragoman.model import Attribution, Date, Effect, Event, Label, Party, Reason, Span, Statement
from dragoman.model.reading import Act, Stance, Status
from dragoman.reading.cast import Cast, Who
from dragoman.reading.certainty import Sureness, sureness
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.layers import DROPPED, Layer, status_of
from dragoman.reading.sentence import Read
from dragoman.reading.units import Unit
from dragoman.text.tokens import Tokens

_MOST = 6
"""Parties of one act that are set out one by one; longer lists are rather a sign of a misreading."""
_STANCE: dict[str, Stance] = {
    "accuses": "accuses",
    "denies": "denies",
    "doubts": "doubts",
    "acknowledges": "acknowledges",
    "claims": "claims",
}
_HEDGES = frozenset({"reportive", "almost_certain", "very_likely", "likely", "possible", "unlikely"})
_KINDS_OF_ATTACK = frozenset(
    {"cyberattack", "airstrike", "bomb", "poison", "shoot", "assassinate", "sabotage"}
)
_ACTS: tuple[Act, ...] = ("accuse", "deny", "condemn", "support", "demand", "threaten", "announce", "claim")


@dataclass(slots=True)
class Context:
    """What the recorder must know of the sentence it records."""

    read: Read
    start: int
    end: int
    quoted: bool = False
    speaker: tuple[Who, ...] = ()
    outer: tuple[Layer, ...] = ()
    children: dict[int, list[Clause]] = field(default_factory=dict)


class Recorder:
    """Collects the findings of one document. Numbers them in text order."""

    def __init__(self, text: str, tokens: Tokens, cast: Cast, dates: tuple[Date, ...]) -> None:
        self.text, self.tokens, self.cast, self.dates = text, tokens, cast, dates
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.attributions: list[Attribution] = []
        self.effects: list[Effect] = []
        self.labels: list[Label] = []
        self.author: Who | None = None
        self.counted: dict[int, tuple[str, str | None]] = {}
        self._by_frame: dict[Frame, list[str]] = {}  # Frame compares by identity
        self._attacks: dict[str, int] = {}

    # ── spans ──

    def span(self, first: int, last: int) -> Span:
        a, b = self.tokens.start[first], self.tokens.end[last - 1]
        return Span(a, b, self.text[a:b])

    def chars(self, start: int, end: int) -> Span:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end, self.text[start:end])

    def clause_span(self, clause: Clause, context: Context, whole: bool = True) -> Span:
        """The words of a clause, with what hangs on it when `whole`."""
        first, last = _bounds(clause)
        if whole:
            stack = [clause]
            seen = {id(clause)}
            while stack:
                for child in context.children.get(id(stack.pop()), ()):
                    if id(child) in seen or child.kind == "main":
                        continue
                    if child.kind == "rel" and self._after_comma(child):
                        continue  # ", which cost the firm millions": the narrator's own words
                    seen.add(id(child))
                    stack.append(child)
                    a, b = _bounds(child)
                    if b > last:
                        last = b
                    first = min(first, child.marker.first if child.marker else a)
        return self.span(first, last)

    def _after_comma(self, clause: Clause) -> bool:
        """Whether a relative clause stands behind a comma and only adds something."""
        marker = clause.marker
        if marker is None:
            return False
        before = self.text[: self.tokens.start[marker.first]].rstrip()
        return before[-1:] in (",", "،", "，")

    def frame_span(self, frame: Frame, context: Context) -> Span:
        if not frame.nominal:
            return self.clause_span(
                frame.clause, context, whole=frame.sense.kind == "speech" or bool(frame.sense.content)
            )
        units = [frame.unit, *(u for found in frame.roles.units.values() for u in found)]
        if frame.unit.of is not None:
            units.append(frame.unit.of)
        first, last = min(u.first for u in units), max(u.last for u in units)
        limit = max(last, frame.unit.last)
        return self.span(first, limit)

    # ── one sentence ──

    def record(self, context: Context) -> None:
        for clause in context.read.clauses:
            if clause.parent is not None:
                context.children.setdefault(id(clause.parent), []).append(clause)
            if (
                clause.carried_from is not None
                and clause.carried_from is not clause.parent
                and clause.kind != "main"
            ):
                context.children.setdefault(id(clause.carried_from), []).append(clause)
        for frame in context.read.frames:
            self._specify(frame)
            self._event(frame, context)
        self._counts(context)
        for frame in context.read.frames:
            self._statement(frame, context)
        self._according(context)
        for frame in context.read.frames:
            self._attribution(frame, context)
            self._effect(frame, context)
        self._labels(context)
        if self.author is not None and not context.quoted:
            self._advice(context)

    def _advice(self, context: Context) -> None:
        """ "The deal must stop": what the author of an opinion piece demands."""
        for frame in context.read.frames:
            if frame.nominal or frame.own != "advice" or frame.layers or frame.clause.kind != "main":
                continue
            span = self.clause_span(frame.clause, context)
            if self.author is None or any(s.evidence == span for s in self.statements):
                continue
            cue = self.span(frame.unit.first, frame.unit.last)
            self.statements.append(
                Statement(
                    id=f"s{len(self.statements) + 1}",
                    speaker=self.author.party(),
                    act="demand",
                    quoted=False,
                    evidence=span,
                    cue=cue,
                    because=(Reason("speech:author's advice", cue.start, cue.end),),
                )
            )

    def _counts(self, context: Context) -> None:
        """What the numbers of a sentence count: the sense of the noun they stand at, and the act its phrase
        is a party of."""
        for clause in context.read.clauses:
            for unit in clause.units:
                people = (
                    [c for c, _, _ in unit.nouns if concepts()[c].kind in ("people", "office")]
                    if unit.kind == "np"
                    else []
                )
                if not people and unit.of is not None and unit.of.kind == "np":
                    people = [c for c, _, _ in unit.of.nouns if concepts()[c].kind in ("people", "office")]
                if not people:
                    continue
                act = next(
                    (
                        f.concept
                        for f in context.read.frames
                        if f.clause is clause
                        and f.sense.kind == "event"
                        and any(unit in us for us in f.roles.units.values())
                    ),
                    None,
                )
                for token in range(unit.first, unit.last):
                    self.counted.setdefault(self.tokens.start[token], (people[0], act))

    # ── effects and labels ──

    def _effect(self, frame: Frame, context: Context) -> None:
        """ "The attack failed", "paralysed the services": what became of an act."""
        polarity = frame.sense.polarity
        if frame.sense.kind != "effect" or polarity is None:
            return
        status = status_of(frame.layers, frame.own)
        if status in DROPPED or status in ("planned", "threatened"):
            return
        if frame.own == "negated":
            polarity = "-" if polarity == "+" else "+"
        trigger = self.span(frame.unit.first, frame.unit.last)
        acts = [
            e
            for e in self.events
            if e.type in ("COERCE", "ASSAULT") and context.start <= e.trigger.start < context.end
        ]
        act = min(acts, key=lambda e: abs(e.trigger.start - trigger.start)) if acts else None
        reporter = self._reporter(frame.layers)
        self.effects.append(
            Effect(
                id=f"f{len(self.effects) + 1}",
                polarity="+" if polarity == "+" else "-",
                of=act.id if act else None,
                said_by=reporter[0].party() if reporter else None,
                evidence=self.frame_span(frame, context),
                because=(Reason(f"effect:{frame.concept}", trigger.start, trigger.end),),
            )
        )

    def _labels(self, context: Context) -> None:
        """ "the MEK, a terrorist group", "Iranian dissidents", "which Tehran calls terrorists"."""
        for clause in context.read.clauses:
            reporter = self._reporter(context.read.layers.get(id(clause), ()))
            if any(
                f.concept == "call_name" and f.clause is clause and not f.actor for f in context.read.frames
            ):
                continue  # "whoever calls them terrorists"
            callers = [
                f
                for f in context.read.frames
                if f.clause is clause
                and f.actor
                and (f.concept == "call_name" or (f.concept in ("assess", "designate") and _hostile_label(f)))
            ]
            for number, unit in enumerate(clause.units):
                kinds = (
                    {c for c, _, _ in unit.nouns} & {"hostile_label", "opposition_label"}
                    if unit.kind == "np"
                    else set()
                )
                if not kinds:
                    continue
                entity = self._labelled(clause, number, callers)
                if entity is None:
                    continue
                said_by = (
                    callers[0].actor[0].party() if callers else (reporter[0].party() if reporter else None)
                )
                if said_by is not None and said_by.id == entity.id:
                    continue
                span = self.span(unit.first, unit.last)
                self.labels.append(
                    Label(
                        id=f"l{len(self.labels) + 1}",
                        entity=entity,
                        kind="hostile" if "hostile_label" in kinds else "opposition",
                        said_by=said_by,
                        evidence=self.clause_span(clause, context, whole=False),
                        because=(Reason("label", span.start, span.end, span.text),),
                    )
                )

    def _labelled(self, clause: Clause, number: int, callers: list[Frame]) -> Party | None:
        """Whom a label is put on: a group in the same phrase or next to it, or whom the clause explains."""
        unit = clause.units[number]
        near: list[Unit] = [unit]
        if unit.parent is not None:
            near.append(unit.parent)
        if unit.of is not None:
            near.append(unit.of)
        for caller in callers:
            near.extend(caller.roles.units.get("object", ()))
        if clause.kind == "rel" and clause.antecedent is not None and callers:
            near.append(clause.antecedent)
        for beside in (number - 1, number - 2, number + 1, number + 2):
            if 0 <= beside < len(clause.units) and clause.units[beside].kind == "np":
                between = clause.units[min(beside, number) + 1 : max(beside, number)]
                if all(u.kind in ("comma", "gap") for u in between):
                    near.append(clause.units[beside])
        for other in near:
            for who in other.parties():
                if who.type in ("group", "org", "threat_actor") and who.sector not in ("GOV", "JRN", "IGO"):
                    return who.party()
        return None

    def _event(self, frame: Frame, context: Context) -> None:
        sense = frame.sense
        if sense.type is None or sense.kind not in ("event", "speech", "modal"):
            return
        status = status_of(
            frame.layers, sense.event_status if sense.event_status and frame.own == "occurred" else frame.own
        )
        if frame.own in DROPPED or status in DROPPED:
            return
        if frame.hearsay and status == "occurred":
            status = "alleged"
        if sense.people and not (frame.actor if sense.inverse else frame.recipient):
            return  # one expels somebody; "threw out the rules" expels nobody
        if sense.mutual and sense.type == "CONSULT" and not (frame.actor and frame.recipient):
            return
        if sense.attribution == "accuses" and not frame.recipient:
            return
        if sense.act and any(layer.status == "purpose" for layer in frame.layers):
            return
        if frame.layers and frame.layers[-1].concept in ("agree", "promise", "offer"):
            return  # a promised act is the promise (PLOVER: every future cooperation or aid is AGREE)
        if sense.attribution == "condemns" and not frame.recipient:
            frame.recipient = self._blamed_in(frame, context) or next(
                (
                    f.actor
                    for f in context.read.frames
                    if f.nominal
                    and f.clause is frame.clause
                    and f.actor
                    and not set(f.actor) & set(frame.actor)
                ),
                (),
            )
        if sense.type == "AGREE" and not frame.recipient:
            frame.recipient = self._promised(frame, context)
        hedged = any(u.kind == "cert" and u.senses.tags_of("certainty") & _HEDGES for u in frame.clause.units)
        if hedged and sense.hostile and status == "occurred":
            status = "alleged"
        if sense.kind == "modal" and frame.nominal:
            return
        denied = any(layer.status == "denied" for layer in frame.layers)
        if denied and not sense.hostile:
            # What a denial denies is an act only where somebody would answer for it.
            return
        if frame.nominal and (sense.kind == "speech" or sense.act) and not (frame.actor and frame.recipient):
            return
        reporter = self._reporter(frame.layers)
        told_of_oneself = {w.actor() for w in reporter} & {w.actor() for w in frame.actor}
        if status == "alleged" and not frame.hearsay and (told_of_oneself or not sense.hostile):
            status = "occurred"
        named = [
            w
            for w in frame.actor
            if w.type != "place" and (not w.id.startswith("role:") or sense.type == "ACCUSE")
        ]
        actors: list[Who | None] = list(named[:_MOST]) or [None]
        struck = [
            w
            for w in frame.recipient
            if w.type != "place" or (w.country and (sense.hostile or sense.type in ("SANCTION", "MOBILIZE")))
        ]
        recipients: list[Who | None] = list(struck[:_MOST]) or [None]
        if sense.attribution == "denies" and not frame.recipient:
            recipients = [self._answered(frame, context)]
        if actors == [None] and (recipients == [None] or sense.kind == "speech" or sense.act):
            return
        if frame.concept == "call_name" and not _hostile_label(frame):
            return
        if sense.type in ("AID", "SUPPORT") and _has_hostile_object(frame):
            return  # who sponsors an attack aids nobody: the act is told by its noun
        evidence = self.frame_span(frame, context)
        trigger = self.span(frame.unit.first, frame.unit.last)
        date = self._date(frame, context)
        for actor in actors:
            for recipient in recipients:
                if actor is not None and recipient is not None and actor.actor() == recipient.undergoer():
                    if len(actors) > 1 or len(recipients) > 1:
                        continue
                    recipient = None
                event = Event(
                    id=f"e{len(self.events) + 1}",
                    type=sense.type,
                    mode=sense.mode,
                    concept=frame.concept,
                    actor=actor.actor() if actor else None,
                    recipient=recipient.undergoer() if recipient else None,
                    date=date.value if date else None,
                    status=_status(status),
                    reported_by=reporter[0].party() if reporter else None,
                    evidence=evidence,
                    trigger=trigger,
                    because=self._because(frame, trigger, date),
                )
                known = self._same(event)
                if known is None:
                    self.events.append(event)
                    known = event.id
                self._by_frame.setdefault(frame, []).append(known)

    def _promised(self, frame: Frame, context: Context) -> tuple[Who, ...]:
        """To whom what is agreed or promised is to be done."""
        for other in context.read.frames:
            inside = other.layers and other.layers[-1].unit is frame.unit
            if other is not frame and inside and other.recipient:
                return other.recipient
        return ()

    def _specify(self, frame: Frame) -> None:
        """ "The attack" is the kind of attack the report is about, once it has said which."""
        by_hackers = any(w.id.startswith("hackers:") for w in frame.actor) or any(
            u.has("hackers") or u.has("state_hackers")
            for r in ("subject", "by")
            for u in frame.roles.units.get(r, ())
        )
        if frame.concept == "attack" and by_hackers:
            frame.concept = "cyberattack"
        if not frame.nominal or frame.concept != "attack":
            if frame.sense.hostile and frame.concept in _KINDS_OF_ATTACK:
                self._attacks[frame.concept] = self._attacks.get(frame.concept, 0) + 1
            return
        malware = any(
            w.type == "malware" for w in (*frame.unit.who, *((frame.unit.poss,) if frame.unit.poss else ()))
        )
        if malware:
            frame.concept = "cyberattack"
        elif self._attacks and (
            not frame.recipient or (len(self._attacks) == 1 and "cyberattack" in self._attacks)
        ):
            frame.concept = max(self._attacks, key=lambda c: self._attacks[c])
        if frame.actor and frame.actor[0].type == "malware":
            frame.actor = ()

    def _answered(self, frame: Frame, context: Context) -> Who | None:
        """Whom a denial answers: whoever the charge is said to come from, else the only one who has
        accused the denier so far."""
        for other in context.read.frames:
            if (
                other is not frame
                and other.clause is frame.clause
                and other.sense.attribution == "accuses"
                and other.nominal
                and other.actor
            ):
                if not set(other.actor) & set(frame.actor):
                    return other.actor[0]
        for role in ("object", "of", "from", "by"):
            for unit in frame.roles.units.get(role, ()):
                for who in unit.everybody():
                    if who not in frame.actor and unit.nouns:
                        return who
        objects = frame.roles.units.get("object", ())
        for clause in context.read.clauses:
            if clause.kind == "rel" and clause.antecedent in objects:
                for unit in clause.units:
                    if unit.kind == "np" and unit.roles & {"by", "from"}:
                        for who in unit.everybody():
                            if who not in frame.actor:
                                return who
        deniers = {w.country or w.id for w in frame.actor}
        accusers: dict[str, Who] = {}
        for found in self.attributions:
            accused = self.cast.find(found.accused.id) if found.accused else None
            by = self.cast.find(found.by.id) if found.by else None
            if found.stance == "accuses" and accused and by and (accused.country or accused.id) in deniers:
                accusers.setdefault(by.country or by.id, by)
        if len(accusers) == 1:
            return next(iter(accusers.values()))
        return None

    def _same(self, event: Event) -> str | None:
        """An event of the document that this one only tells again: the same act by and to the same,
        or one that names fewer of them. The fuller telling stays."""
        for number, old in enumerate(self.events):
            if (
                old.type != event.type
                or old.concept != event.concept
                or (old.status == "negated") != (event.status == "negated")
            ):
                continue
            if old.date and event.date and old.date != event.date and not _contains(old.date, event.date):
                continue
            same_actor = old.actor == event.actor or old.actor is None or event.actor is None
            same_recipient = (
                old.recipient == event.recipient or old.recipient is None or event.recipient is None
            )
            if not (same_actor and same_recipient):
                continue
            known_old = (old.actor is not None) + (old.recipient is not None)
            known_new = (event.actor is not None) + (event.recipient is not None)
            if (
                (old.actor is None) != (event.actor is None)
                and (old.recipient is None) != (event.recipient is None)
                and known_old == known_new == 1
            ):
                continue
            if known_new > known_old:
                fields = {
                    f: getattr(event, f)
                    for f in ("actor", "recipient", "evidence", "trigger", "because", "reported_by", "status")
                }
                self.events[number] = replace(old, date=old.date or event.date, **fields)
            elif old.date is None and event.date is not None:
                self.events[number] = replace(old, date=event.date)
            return old.id
        return None

    def _because(self, frame: Frame, trigger: Span, date: Date | None) -> tuple[Reason, ...]:
        roles = ", ".join(frame.because)
        out = [
            Reason(
                f"frame:{frame.concept}", trigger.start, trigger.end, f"parties by {roles}" if roles else None
            )
        ]
        for layer in frame.layers:
            if layer.unit is not None:
                span = self.span(layer.unit.first, layer.unit.last)
                who = " and ".join(w.label for w in layer.speaker)
                out.append(
                    Reason(
                        f"layer:{layer.concept}", span.start, span.end, f"{who or 'somebody'}: {layer.status}"
                    )
                )
        if date is not None:
            out.append(Reason("date", date.start, date.end, date.value))
        return tuple(out)

    def _reporter(self, layers: tuple[Layer, ...]) -> tuple[Who, ...]:
        for layer in reversed(layers):
            if layer.speaker and (layer.says or layer.quoted):
                return layer.speaker
        return ()

    def _date(self, frame: Frame, context: Context) -> Date | None:
        """The date of an act: one in its own words, else in its clause, else the only one of the
        sentence."""
        owned = [d for d in self._dates_in(frame.clause) if frame in self._dated_by(d, frame.clause, context)]
        if owned:
            at = self.tokens.start[frame.unit.first]
            return min(owned, key=lambda d: abs(d.start - at))
        if self._dates_in(frame.clause):
            return None
        for clause in context.read.clauses:
            # "an attack that hit the systems on 15 July"
            if (
                frame.nominal
                and clause.kind == "rel"
                and clause.antecedent is frame.unit
                and (found := self._dates_in(clause))
            ):
                return found[0]
        before = frame.clause.carried_from
        if before is not None and not frame.nominal:
            # "cut ties on Wednesday and gave the diplomats 24 hours"
            return next(
                (
                    d
                    for d in self._dates_in(before)
                    if any(not f.nominal for f in self._dated_by(d, before, context))
                ),
                None,
            )
        if frame.clause.kind != "main":
            return None
        # "On Wednesday X cut ties and, later, closed …": the one day of the sentence, where no other act
        # has it for itself.
        whole = [d for d in self.dates if d.value and context.start <= d.start < context.end]
        if len(whole) != 1:
            return None
        home = next((c for c in context.read.clauses if whole[0] in self._dates_in(c)), None)
        taken = home is not None and (
            home.kind != "main" or any(f.clause is home for f in context.read.frames)
        )
        return None if taken else whole[0]

    def _dates_in(self, clause: Clause) -> list[Date]:
        first, last = _bounds(clause)
        a, b = self.tokens.start[first], self.tokens.end[last - 1]
        return [d for d in self.dates if d.value and a <= d.start < b]

    def _dated_by(self, date: Date, clause: Clause, context: Context) -> list[Frame]:
        """The acts of a clause that a date in it dates: the noun right before it and the verb that carries
        that noun; else the verbs of the clause, and what they carry."""
        frames = [f for f in context.read.frames if f.clause is clause]
        verbs = [f for f in frames if not f.nominal]
        before = [f for f in frames if self.tokens.end[f.unit.last - 1] <= date.start]
        last = max(before, key=lambda f: f.unit.first, default=None)
        if last is not None and last.nominal and self._close(last, date) and not self._news(date, verbs):
            return [last]
        if not verbs:
            return frames
        carried = [
            f
            for f in frames
            if f.nominal and any(v.sense.kind in ("light", "effect", "culprit", "modal") for v in verbs)
        ]
        return [*verbs, *carried]

    def _close(self, frame: Frame, date: Date) -> bool:
        """Whether no verb stands between an act and a date behind it."""
        return not any(
            u.kind in ("verb", "aux")
            for u in frame.clause.units
            if frame.unit.last <= u.first and self.tokens.end[u.last - 1] <= date.start
        )

    def _news(self, date: Date, verbs: list[Frame]) -> bool:
        """Whether a date is the day of the news: a report says of its own days when somebody spoke or
        acted, and of an act it looks back on the day that act fell."""
        day = self.cast.day
        if not verbs or day is None or date.value is None or len(date.value) != 10:
            return False
        try:
            return 0 <= (date_of(day) - date_of(date.value)).days <= 3
        except ValueError:
            return False

    # ── statements ──

    def _statement(self, frame: Frame, context: Context) -> None:
        sense = frame.sense
        act = sense.act
        if act is None or (frame.own in ("possible", "advice") and sense.kind != "speech"):
            return
        if frame.own == "negated" and sense.kind == "speech":
            return
        if frame.nominal and (
            sense.kind != "speech" or not any(c.governor is frame.unit for c in context.read.clauses)
        ):
            return
        if frame.concept == "agree":
            return
        if frame.concept == "call_name" and not _hostile_label(frame):
            act = _act_of_naming(frame)
        if any(layer.status in DROPPED for layer in frame.layers):
            return
        speakers = frame.actor
        if not speakers:
            return
        if context.quoted and context.speaker:
            mine = {w.actor() for w in context.speaker}
            if {w.actor() for w in speakers} & mine or self._own_voice(frame, context, context.speaker):
                return  # the quotation itself is the statement
        span, quoted = self._content(frame, context)
        if span is None:
            return
        if act == "claim":
            act = self._act_of(frame, context, speakers, span)
        self._say(frame, speakers, act, quoted, span)

    def _say(self, frame: Frame, speakers: tuple[Who, ...], act: str, quoted: bool, span: Span) -> None:
        cue = self.span(frame.unit.first, frame.unit.last)
        named = self.span(frame.actor_unit.first, frame.actor_unit.last) if frame.actor_unit else None
        about = tuple(
            e.id
            for e in self.events
            if span.start <= e.trigger.start < span.end and e.trigger.start != cue.start
        )
        for who in speakers[:_MOST]:
            if any(s.evidence == span and s.speaker == who.party() for s in self.statements):
                continue
            self.statements.append(
                Statement(
                    id=f"s{len(self.statements) + 1}",
                    speaker=who.party(),
                    act=_act(act),
                    quoted=quoted or self._has_quote(span),
                    evidence=span,
                    cue=cue,
                    speaker_text=named,
                    about=about,
                    because=(Reason(f"speech:{frame.concept}", cue.start, cue.end),),
                )
            )
        if speakers:
            self.cast.last_speaker = speakers[0]

    def _has_quote(self, span: Span) -> bool:
        return any(mark in span.text for mark in '"“„«”»')

    def _content(self, frame: Frame, context: Context) -> tuple[Span | None, bool]:
        """What was said: the clause that hangs on the verb, or for an accusation and the like the
        clause itself."""
        clauses = [c for c in context.read.clauses if c.governor is frame.unit]
        sense = frame.sense
        plain = sense.act in ("claim", "announce") and sense.type is None
        if clauses:
            content = [self.clause_span(c, context) for c in clauses]
            quote = [u for c in clauses for u in c.units if u.kind == "quote"]
            if quote and all(
                all(u.kind in ("gap", "comma", "pron", "quote") for u in c.units) for c in clauses
            ):
                return None, True  # the quotation itself is recorded
            start, end = min(s.start for s in content), max(s.end for s in content)
            if not plain:
                own = self.clause_span(frame.clause, context)
                return self.chars(min(own.start, start), max(own.end, end)), False
            return self.chars(start, end), False
        if any(u.kind == "quote" for u in frame.clause.units) and plain:
            return None, True
        if plain and frame.concept != "announce":
            return None, False
        if frame.nominal:
            if not (frame.unit.of or frame.recipient):
                return None, False
            return self.frame_span(frame, context), False
        if frame.concept == "announce" and frame.roles.first("object") is None:
            return None, False
        return self.clause_span(frame.clause, context), False

    def _act_of(self, frame: Frame | None, context: Context, speakers: tuple[Who, ...], span: Span) -> str:
        """The act of a plain saying, by what is said: blaming somebody is an accusation, telling of
        one's own decision an announcement."""
        own = {w.actor() for w in speakers} | {w.party() for w in speakers}
        best = "claim"
        for other in context.read.frames:
            at = self.tokens.start[other.unit.first]
            if other is frame or not span.start <= at < span.end:
                continue
            sense = other.sense
            status = status_of(other.layers, other.own)
            theirs = {w.actor() for w in other.actor}
            voice = (
                not theirs
                or bool(theirs & own)
                or (context.quoted and self._own_voice(other, context, speakers))
            )
            if sense.act and sense.act not in ("claim", "announce") and voice and status not in DROPPED:
                return sense.act
            if (
                (sense.hostile or sense.kind == "culprit")
                and theirs
                and not theirs & own
                and status not in DROPPED
            ):
                return "accuse"
            if sense.kind == "event" and sense.type and theirs & own and other.own in ("occurred", "planned"):
                best = "announce"
        return best

    @staticmethod
    def _own_voice(frame: Frame, context: Context, speakers: tuple[Who, ...]) -> bool:
        """Whether an act of speech inside a quotation is the speaker's own: a spokesman whose state is
        not known here speaks of it by name ("The United States condemns …")."""
        if (frame.layers != context.outer and len(frame.layers) > 1) or any(
            w.state or w.country for w in speakers
        ):
            return False
        return all(w.type in ("country", "org") for w in frame.actor)

    def _according(self, context: Context) -> None:
        """ "According to X, …": X's claim is the clause it stands in."""
        for clause in context.read.clauses:
            for unit in clause.units:
                if unit.kind != "np" or "according" not in unit.roles:
                    continue
                layer = next((la for la in context.read.layers.get(id(clause), ()) if la.unit is unit), None)
                if layer is None or not layer.speaker:
                    continue
                first, last = _bounds(clause, without=unit)
                others = [
                    u
                    for u in clause.units
                    if u is not unit and u.kind not in ("gap", "comma", "and", "word", "date")
                ]
                if last - first < 2 or all(u.kind == "quote" or u.parent is unit for u in others):
                    continue  # the quotation itself is recorded
                body = self.clause_span(clause, context)
                own = self.span(unit.first, unit.last)
                start = own.end if own.start <= body.start else body.start
                span = self.chars(
                    *_trimmed(
                        self.text,
                        start,
                        body.end if own.end < body.end or own.start <= body.start else own.start,
                    )
                )
                if span.end <= span.start:
                    continue
                act = self._act_of(None, context, layer.speaker, span)
                for who in layer.speaker[:_MOST]:
                    self.statements.append(
                        Statement(
                            id=f"s{len(self.statements) + 1}",
                            speaker=who.party(),
                            act=_act(act),
                            quoted=self._has_quote(span),
                            evidence=span,
                            cue=own,
                            speaker_text=own,
                            because=(Reason("speech:according", own.start, own.end),),
                        )
                    )
                self.cast.last_speaker = layer.speaker[0]

    def quotation(
        self,
        span: Span,
        speakers: tuple[Who, ...],
        cue: Span | None,
        context: Context | None,
        act: str,
        rule: str,
    ) -> None:
        """A quotation as a statement of its speaker."""
        if act == "claim" and context is not None:
            act = self._act_of(None, context, speakers, span)
        for who in speakers[:1] or (None,):
            if who is None:
                return
            self.statements.append(
                Statement(
                    id=f"s{len(self.statements) + 1}",
                    speaker=who.party(),
                    act=_act(act),
                    quoted=True,
                    evidence=span,
                    cue=cue,
                    because=(Reason(rule, cue.start if cue else None, cue.end if cue else None),),
                )
            )
            self.cast.last_speaker = who

    def parties(self) -> frozenset[str]:
        """The ids of everybody who acts, undergoes, speaks, blames or is blamed."""
        named = [p for e in self.events for p in (e.actor, e.recipient, e.reported_by)]
        named += [s.speaker for s in self.statements]
        named += [p for a in self.attributions for p in (a.by, a.accused)]
        return frozenset(p.id for p in named if p is not None)

    def drop_repeated(self, before: int) -> None:
        """Leave out what headings say (everything after the first `before` statements) where the report
        says it: the same act by the same speaker or by somebody of the same state."""

        def owner(party: Party | None) -> str | None:
            who = self.cast.find(party.id) if party else None
            return (who.country or who.id) if who else None

        known = {(owner(s.speaker), s.act) for s in self.statements[:before]}
        self.statements[before:] = [
            s for s in self.statements[before:] if s.quoted or (owner(s.speaker), s.act) not in known
        ]

    def settle_attacks(self) -> None:
        """ "The attack" of a report that tells of cyberattacks alone is one, also before it says so."""
        if set(self._attacks) != {"cyberattack"}:
            return
        sense = concepts()["cyberattack"]
        told, self.events = self.events, []
        renamed: dict[str, str] = {}
        for event in told:
            if event.concept == "attack":
                event = replace(event, concept="cyberattack", type=sense.type, mode=sense.mode)
                if (known := self._same(event)) is not None:
                    renamed[event.id] = known
                    continue
            self.events.append(event)

        def new(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(renamed.get(i, i) for i in ids))

        self.statements = [
            replace(s, about=new(s.about)) if set(s.about) & set(renamed) else s for s in self.statements
        ]
        self.attributions = [
            replace(a, of=renamed.get(a.of, a.of)) if a.of in renamed else a for a in self.attributions
        ]
        self.effects = [
            replace(f, of=renamed.get(f.of, f.of)) if f.of in renamed else f for f in self.effects
        ]

    def unify(self, owners: dict[str, Who]) -> None:
        """Put named parties in the place of unnamed ones that turned out to be them."""
        if not owners:
            return
        name = {i: w.party() for i, w in owners.items()}

        def swap(party: Party | None) -> Party | None:
            return name.get(party.id, party) if party is not None else None

        self.events = [
            replace(e, actor=swap(e.actor), recipient=swap(e.recipient), reported_by=swap(e.reported_by))
            for e in self.events
        ]
        self.statements = [replace(s, speaker=swap(s.speaker)) for s in self.statements]
        self.attributions = [replace(a, by=swap(a.by), accused=swap(a.accused)) for a in self.attributions]

    # ── attributions ──

    def _attribution(self, frame: Frame, context: Context) -> None:
        sense = frame.sense
        if frame.own in DROPPED or any(
            layer.status in ("conditional", "requested", "advice", "question") for layer in frame.layers
        ):
            return
        kind = sense.attribution
        if kind in _STANCE and frame.own != "negated":
            if kind == "doubts":
                for other in context.read.frames:
                    if (
                        other.sense.hostile or other.sense.kind == "culprit"
                    ) and other.clause.governor is frame.unit:
                        self._blame(frame, context, frame.actor, other.actor, "doubts")
            elif kind == "accuses":
                self._blame(frame, context, frame.actor, frame.recipient, "accuses")
            elif kind in ("denies", "claims"):
                for who in frame.actor:
                    self._add(frame, context, who, who, _STANCE[kind], Sureness())
            elif kind == "acknowledges" and (blamed := self._blamed_in(frame, context)):
                self._blame(frame, context, frame.actor, blamed, "acknowledges")
        elif kind == "condemns" and frame.own != "negated":
            blamed = self._blamed_in(frame, context)
            if not blamed and frame.recipient and self._hostile_content(frame, context):
                blamed = frame.recipient
            self._blame(frame, context, frame.actor, blamed, "accuses")
        if (
            (sense.hostile or sense.kind == "culprit")
            and frame.actor
            and frame.own in ("occurred", "planned")
        ):
            if any(layer.status in ("denied", "negated") for layer in frame.layers):
                return
            if sense.kind == "culprit" and not frame.nominal and not self._for_an_act(frame, context):
                return
            speakers = self._reporter(frame.layers)
            if speakers:
                self._blame(frame, context, speakers, frame.actor, "accuses")
                self._accusation(frame, context, speakers)
            elif self.author is not None and not frame.nominal:
                self._blame(frame, context, (self.author,), frame.actor, "accuses")

    def _for_an_act(self, frame: Frame, context: Context) -> bool:
        """Whether somebody "responsible" is so for an act: one named here, pointed at, or told of before.
        The agency that is responsible for border control is to blame for nothing."""
        bare = frame.unit.last - frame.unit.first < 3
        named = any(
            u.kind == "np" for role in ("object", "for", "of") for u in frame.roles.units.get(role, ())
        )
        if not bare and not named:
            return True  # fixed words that hold their act: "achter de aanval zat"
        for role in ("object", "for", "of", "rest", "subject"):
            for unit in frame.roles.units.get(role, ()):
                if unit.kind == "pron" and role != "subject":
                    return True
                if any(concepts()[c].hostile or concepts()[c].kind == "effect" for c, _, _ in unit.nouns):
                    return True
                bare = bare and role in ("rest", "subject")
        if any(f.sense.hostile and f.clause is frame.clause for f in context.read.frames):
            return True
        return bare and any(e.type in ("COERCE", "ASSAULT") for e in self.events)

    def _accusation(self, frame: Frame, context: Context, speakers: tuple[Who, ...]) -> None:
        """Saying who is behind an act accuses: the accusation is an event beside the act."""
        layer = next((la for la in reversed(frame.layers) if la.says or la.quoted), None)
        if layer is None or (concepts()[layer.concept].type is not None and not layer.quoted):
            return  # "accused", "condemned": coded where the word stands
        accused = [w for w in frame.actor if w.type != "place"][:_MOST]
        trigger = (
            self.span(layer.unit.first, layer.unit.last)
            if layer.unit
            else self.span(frame.unit.first, frame.unit.last)
        )
        date = self._date_near(trigger.start, context)
        together = {w.actor() for w in speakers}
        for source in speakers[:_MOST]:
            for target in accused:
                if target.actor() in together:
                    continue
                event = Event(
                    id=f"e{len(self.events) + 1}",
                    type="ACCUSE",
                    mode="allege",
                    concept="accuse",
                    actor=source.actor(),
                    recipient=target.actor(),
                    date=date.value if date else None,
                    evidence=self.chars(context.start, context.end)
                    if not context.quoted
                    else self.frame_span(frame, context),
                    trigger=trigger,
                    because=(
                        Reason(
                            "speech about an act",
                            trigger.start,
                            trigger.end,
                            f"{source.label} says {target.label} is behind it",
                        ),
                    ),
                )
                if self._same(event) is None:
                    self.events.append(event)

    def _date_near(self, offset: int, context: Context) -> Date | None:
        """The date of the sentence nearest to `offset`, where it stands on the speaker's side."""
        found = [
            d
            for d in self.dates
            if d.value and context.start <= d.start < context.end and abs(d.start - offset) < 40
        ]
        return min(found, key=lambda d: abs(d.start - offset)) if found else None

    def _hostile_content(self, frame: Frame, context: Context) -> bool:
        return any(
            f.sense.hostile and f.clause is frame.clause and f is not frame for f in context.read.frames
        ) or any(f.sense.hostile and f.clause.governor is frame.unit for f in context.read.frames)

    def _blamed_in(self, frame: Frame, context: Context) -> tuple[Who, ...]:
        """Who the act that is condemned or acknowledged is said to be by."""
        for other in context.read.frames:
            if other is frame or not other.nominal or other.clause is not frame.clause:
                continue
            blamed = (
                other.actor
                if other.sense.hostile
                else other.recipient
                if other.sense.attribution == "accuses"
                else ()
            )
            if blamed and not set(blamed) & set(frame.actor):
                return blamed
        return ()

    def _blame(
        self, frame: Frame, context: Context, by: tuple[Who, ...], accused: tuple[Who, ...], stance: Stance
    ) -> None:
        sure = self._sureness(frame, context)
        together = {w.actor() for w in by}
        for source in by[:_MOST]:
            for target in accused[:_MOST]:
                if target.type not in ("place", "malware") and target.actor() not in together:
                    self._add(frame, context, source, target, stance, sure)

    def _sureness(self, frame: Frame, context: Context) -> Sureness:
        """The certainty words of the claim: in its clause, and in those between it and the speaker."""
        clauses = [frame.clause]
        parent = frame.clause.parent
        while parent is not None and frame.clause.kind != "rel" and parent not in clauses:
            clauses.append(parent)
            parent = parent.parent
        if frame.sense.kind == "speech":
            clauses += [c for c in context.read.clauses if c.governor is frame.unit]
        found = []
        for clause in clauses:
            for unit in clause.units:
                if unit.kind == "cert":
                    levels = unit.senses.tags_of("certainty")
                    found.append((levels, self.span(unit.first, unit.last).text))
        return sureness(found, frame.hearsay)

    def _add(
        self, frame: Frame, context: Context, by: Who, accused: Who, stance: Stance, sure: Sureness
    ) -> None:
        source, target = _voice(by), _voice(accused)
        evidence = self.frame_span(frame, context)
        for number, old in enumerate(self.attributions):
            if (old.by, old.accused, old.stance) != (source, target, stance):
                continue
            here = context.start <= old.evidence.start < context.end
            if here and old.certainty == "stated" and sure.level != "stated":
                self.attributions[number] = replace(
                    old,
                    certainty=sure.level,
                    certainty_text=sure.text,
                    interval=sure.interval,
                    scale=sure.scale,
                    reportive=sure.reportive,
                )
            if here or old.certainty == sure.level or stance == "denies":
                return
        trigger = self.span(frame.unit.first, frame.unit.last)
        date = self._date(frame, context)
        of = next((i for i in self._by_frame.get(frame, ())), None) if frame.sense.hostile else None
        if of is None:
            of = next(
                (
                    i
                    for f in context.read.frames
                    if f.sense.hostile and set(f.actor) & {accused}
                    for i in self._by_frame.get(f, ())
                ),
                None,
            )
        self.attributions.append(
            Attribution(
                id=f"a{len(self.attributions) + 1}",
                by=source,
                accused=target,
                stance=stance,
                certainty=sure.level,
                certainty_text=sure.text,
                interval=sure.interval,
                scale=sure.scale,
                reportive=sure.reportive,
                basis=self._basis(frame, by),
                of=of,
                date=date.value if date else None,
                evidence=evidence,
                because=(
                    Reason(
                        f"attribution:{frame.concept}",
                        trigger.start,
                        trigger.end,
                        f"{by.label} {stance} {accused.label}",
                    ),
                ),
            )
        )

    def _basis(self, frame: Frame, by: Who) -> str | None:
        if frame.sense.basis:
            return frame.sense.basis
        unit = frame.actor_unit
        for layer in reversed(frame.layers):
            if layer.unit is not None and layer.says:
                unit = unit or layer.unit
        names = {c for c, _, _ in unit.nouns} if unit is not None else set()
        if names & {"report"}:
            return "technical report" if by.sector in ("BUS", "MNC", "SPY") else "report"
        if names & {"intelligence"} or by.sector == "SPY":
            return "intelligence"
        if by.sector == "JUD":
            return "court"
        if by.sector == "JRN":
            return "media"
        if by.sector in ("BUS", "MNC"):
            return "technical report"
        return "statement"


def _voice(who: Who) -> Party:
    """Who is named in the ledger: the state for its government and its officers, else the body."""
    return who.actor()


def _bounds(clause: Clause, without: Unit | None = None) -> tuple[int, int]:
    units = [
        u for u in clause.units if u is not without and u.kind not in ("comma", "and", "but", "gap", "semi")
    ]
    if not units:
        units = clause.units
    return min(u.first for u in units), max(u.last for u in units)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,،;:\n\t":
        start += 1
    while end > start and text[end - 1] in " ,،;:\n\t":
        end -= 1
    return start, end


def _hostile_label(frame: Frame) -> bool:
    return any(
        c == "hostile_label" for found in frame.roles.units.values() for u in found for c, _, _ in u.nouns
    )


def _has_hostile_object(frame: Frame) -> bool:
    return any(concepts()[c].hostile for u in frame.roles.units.get("object", ()) for c, _, _ in u.nouns)


def _act_of_naming(frame: Frame) -> str:
    """What calling something names does, by what it is: charges are denied ("called the accusations
    false"), acts of violence condemned ("called the attack cowardly")."""
    named = [
        c
        for found in (frame.roles.units.get("object", ()), frame.roles.units.get("rest", ()))
        for u in found
        for c, _, _ in u.nouns
    ]
    if any(concepts()[c].attribution == "accuses" for c in named):
        return "deny"
    return "condemn" if any(concepts()[c].hostile for c in named) else "claim"


def _status(status: str) -> Status:
    known: tuple[Status, ...] = ("occurred", "planned", "threatened", "alleged", "denied", "negated")
    return next((s for s in known if s == status), "occurred")


def _act(act: str) -> Act:
    return next((a for a in _ACTS if a == act), "claim")


def date_of(value: str) -> calendar:
    """An ISO day as a calendar date. Raises ValueError on anything else."""
    return calendar.fromisoformat(value)


def _contains(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)
