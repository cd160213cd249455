"""One sentence: its clauses in turn, each verb and each noun of an act as a frame in its layers."""

from dataclasses import dataclass, field

from dragoman.languages import Pack, Sense, concepts
from dragoman.reading.cast import Cast, Who
from dragoman.reading.clauses import Builder, Clause, kind_of
from dragoman.reading.frames import Frame, choose_sense, fill, things_of
from dragoman.reading.layers import Layer
from dragoman.reading.roles import Roles, Voice, noun_roles, verb_roles, voice_of, whom
from dragoman.reading.units import Unit, is_noun_of_act
from dragoman.text.tokens import Tokens

_SAYING = frozenset({"say", "announce", "reveal", "assess", "warn", "confirm", "claim"})


@dataclass(slots=True)
class Read:
    """What one sentence gave: its clauses and frames, in text order."""

    clauses: list[Clause] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    layers: dict[int, tuple[Layer, ...]] = field(default_factory=dict)


class SentenceReader:
    def __init__(self, pack: Pack, tokens: Tokens, cast: Cast) -> None:
        self.pack, self.tokens, self.cast = pack, tokens, cast
        self.order = pack.habits.order.verb

    def read(
        self,
        units: list[Unit],
        outer: tuple[Layer, ...] = (),
        kind: str = "main",
        given: tuple[Who, ...] = (),
    ) -> Read:
        """Read the units of a sentence (or of a quotation, inside the layers `outer`).

        given: the subject that a sentence beginning with its verb takes from the words around it.
        """
        builder = Builder(self.order)
        result = Read(clauses=builder.build(units, Clause(kind, given=given)))
        self._inverted(result.clauses)
        self._result, self._outer, self._units = result, outer, units
        self._frame_of: dict[int, Frame] = {}
        self._taken: set[int] = set()
        self._backing: set[int] = set()
        for clause in result.clauses:
            self._names_itself(clause)
        for clause in result.clauses:
            self._clause(clause)
        result.frames.sort(key=lambda f: f.unit.first)
        self._transfer(result.frames)
        return result

    def _names_itself(self, clause: Clause) -> None:
        """ "A group that calls itself X claimed …": X is who the phrase before means."""
        head = clause.antecedent
        if clause.kind != "rel" or head is None or head.who:
            return
        if head.has("hackers") or head.has("state_hackers") or head.has("perpetrators"):
            # "hackers who are backed by X" act for X.
            for unit in clause.units:
                if (
                    unit.kind == "verb"
                    and voice_of(unit, clause, self.order).passive
                    and any(concepts()[s.concept].type in ("AID", "SUPPORT") for s in unit.senses.verbs)
                ):
                    self._backing.add(id(unit))
                    head.who = next(
                        (u.everybody() for u in clause.units if u.kind == "np" and "by" in u.roles and u.who),
                        (),
                    )
                    return
        verb = next(
            (
                u
                for u in clause.units
                if u.kind == "verb" and any(s.concept == "self_name" for s in u.senses.verbs)
            ),
            None,
        )
        if verb is None or not any(s.concept == "self_name" for s in self._senses(verb, clause)):
            return
        named = [u for u in clause.units if u.kind == "np" and u.who and not u.nouns]
        if named:
            who = named[-1].who[0]
            head.who = (self.cast.no_person(who) if who.id.startswith("met:") else who,)

    def _transfer(self, frames: list[Frame]) -> None:
        """ "The attack that hit X", "which paralysed the services in X": whom the act struck."""
        for frame in frames:
            if frame.nominal or not (frame.sense.kind == "effect" or frame.sense.hostile):
                continue
            subject = frame.roles.first("object" if frame.roles.voice.passive else "subject")
            if (
                frame.clause.kind == "rel"
                and frame.clause.antecedent is not None
                and subject is not frame.clause.antecedent
            ):
                subject = frame.clause.antecedent if not frame.actor else subject
            act = (
                next((f for f in frames if f.nominal and f.sense.hostile and f.unit is subject), None)
                if subject
                else None
            )
            if act is None:
                continue
            struck = frame.recipient or self._struck(frame, act)
            if not struck and not act.recipient:
                self._own_state(act, frame.roles.units.get("object", []))
            if struck and not act.recipient:
                act.recipient = tuple(w for w in struck if w not in act.actor)
                act.because.append("struck by the act")
            if frame.sense.hostile:
                frame.own = "possible"  # told by the noun

    def _struck(self, frame: Frame, act: Frame) -> tuple[Who, ...]:
        for role in ("object", "rest", "of", "in"):
            for unit in frame.roles.units.get(role, ()):
                if unit is not act.unit and (found := unit.everybody()):
                    return found
        return ()

    # ── clauses ──

    def _inverted(self, clauses: list[Clause]) -> None:
        """ "The plan failed, said X", "The plan failed, X said": what stands before is the content of a
        clause that is nothing but a verb of saying and its speaker."""
        for number, clause in enumerate(clauses):
            if number == 0 or (clause.marker is not None and clause.kind not in ("that", "main")):
                continue
            verb = self._tail(clause)
            if verb is None or any(c.governor is verb for c in clauses):
                continue
            content = [c for c in clauses[:number] if c.parent is None and c.governor is None]
            if not content or self._joined(content[-1], clauses[number - 1], verb):
                continue
            clause.carried_from, clause.parent, clause.governor, clause.marker = None, None, None, None
            clause.kind = content[0].kind
            for other in content:
                other.governor = verb

    def _tail(self, clause: Clause) -> Unit | None:
        """The verb of saying of a clause that holds only it and its speaker, else None."""
        core = [u for u in clause.units if u.kind not in ("gap", "comma", "word", "date", "cert")]
        verbs = [u for u in core if u.kind == "verb"]
        if len(verbs) != 1 or len(core) < 2 or any(u.kind not in ("verb", "np", "pron") for u in core):
            return None
        verb = verbs[0]
        if not any(s.pos == "verb" and s.concept in _SAYING and not s.particle for s in verb.senses):
            return None
        at = core.index(verb)
        before = [u for u in core[:at] if not u.roles and u.parent is None]
        after = [u for u in core[at + 1 :] if not u.roles and u.parent is None]
        if core[0] is verb and self.order != "vso":
            plain = not core[1].roles and len(after) - sum(1 for u in after[1:] if _apposed(clause, u)) == 1
            return verb if plain else None
        return (
            verb
            if len(before) - sum(1 for u in before[1:] if _apposed(clause, u)) == 1 and not after
            else None
        )

    @staticmethod
    def _joined(content: Clause, previous: Clause, verb: Unit) -> bool:
        """Whether the saying follows "and", so that it goes on with the sentence and does not frame it."""
        return (bool(previous.units) and previous.units[-1].kind == "and") or (
            bool(content.units) and content.units[-1].last == verb.first
        )

    def _clause(self, clause: Clause) -> tuple[Layer, ...]:
        key = id(clause)
        if key in self._result.layers:
            return self._result.layers[key]
        self._result.layers[key] = self._outer  # a cycle would stop here
        layers = self._around(clause)
        self._result.layers[key] = layers
        said = next((la for la in reversed(layers) if la.says and la.speaker), None)
        self.cast.teller = said.speaker[0] if said else None
        self._verbs(clause, layers)
        self._predicate(clause, layers)
        self._nouns(clause)
        return self._result.layers[key]

    def _around(self, clause: Clause) -> tuple[Layer, ...]:
        """The layers a clause stands in."""
        layers = self._clause(clause.parent) if clause.parent is not None else self._outer
        governor = clause.governor
        if governor is not None:
            if clause.parent is None or governor not in clause.parent.units:
                for other in self._result.clauses:
                    if governor in other.units and other is not clause:
                        self._clause(other)
            frame = self._frame_of.get(id(governor))
            if frame is not None:
                layers = (*frame.layers, self._layer(frame))
            elif clause.kind == "inf":
                layers = (*layers, Layer("intend", (), "purpose", governor))
            elif governor.kind == "np" and any(concepts()[c].source for c, _, _ in governor.nouns):
                layers = (
                    *layers,
                    Layer("reveal", whom(governor, self.cast, sayers=True), "alleged", governor),
                )
        elif clause.kind == "inf":
            layers = (*layers, Layer("intend", (), "purpose"))
        if clause.kind == "cond":
            layers = (*layers, Layer("cond", (), "conditional"))
        for unit in clause.units:
            if unit.kind == "np" and "according" in unit.roles:
                layers = (*layers, Layer("say", self._speakers(unit), "alleged", unit))
        return layers

    def _speakers(self, unit: Unit) -> tuple[Who, ...]:
        return whom(unit, self.cast, sayers=True) or unit.everybody()

    def _layer(self, frame: Frame) -> Layer:
        """What the content of a frame of saying or willing stands in."""
        sense = concepts()[frame.concept]
        status = sense.status or ("alleged" if sense.kind == "speech" else "same")
        if frame.own == "negated":
            status = {"denied": "alleged", "negated": "occurred"}.get(status, "negated")
        if frame.concept in ("announce", "decide", "order") and frame.own != "negated":
            status = "same"
        if sense.kind == "event":
            status = sense.status or "same"
        if sense.kind == "light":
            # "made plans to": the noun it carries says what becomes of the act.
            for unit in (*frame.roles.units.get("object", ()), *frame.roles.units.get("rest", ())):
                for concept, _, _ in unit.nouns:
                    if concepts()[concept].kind == "modal" and frame.own == "occurred":
                        status = concepts()[concept].status or status
        return Layer(frame.concept, frame.actor, status, frame.unit, frame.recipient)

    # ── verbs ──

    def _verbs(self, clause: Clause, layers: tuple[Layer, ...]) -> None:
        previous: Frame | None = None
        for unit in list(clause.units):
            if unit.kind != "verb" or id(unit) in self._backing:
                continue
            senses = self._senses(unit, clause)
            if not senses:
                continue
            self._free_particle(unit, senses, clause)
            roles = verb_roles(unit, clause, self.order)
            self._glued_object(unit, roles)
            around: list[tuple[str, Unit]] = []
            for role in ("object", "rest", "subject", "of", "on", "to", "with", "from", "in"):
                for other in roles.units.get(role, ()):
                    around.extend(things_of(other))
            chosen = choose_sense(senses, around)
            if chosen is None:
                continue
            concept, thing, part = chosen
            subject_unit = roles.first("subject")
            if (
                concept == "fail"
                and subject_unit is not None
                and any(concepts()[c].hostile for c, _, _ in subject_unit.nouns)
            ):
                concept = (
                    "came_to_nothing"  # somebody fails to do something; an attack that fails has no effect
                )
            self._whoever(concept, clause, roles)
            frame = Frame(concept, unit, clause, roles, layers=layers, part=part)
            subject: tuple[Who, ...] = clause.given if unit is clause.units[0] else ()
            if previous is not None and not roles.voice.finite:
                # "accused Iran of launching", "heeft geprobeerd … te doden": inside the verb before.
                frame.layers = (*previous.layers, self._layer(previous))
                subject = self._controlled(previous)
            elif clause.kind in ("inf", "red") and clause.governor is not None:
                governor = self._frame_of.get(id(clause.governor))
                if governor is not None:
                    subject = self._controlled(governor)
            frame.own = self._own(roles.voice, any(layer.says for layer in frame.layers))
            frame.hearsay = roles.voice.hearsay
            if thing is not None:
                self._taken.add(id(thing))
                frame.things = (next(iter(c for c, _, _ in thing.nouns), ""),)
            fill(frame, self.cast, thing, subject)
            self._inherit(frame)
            self._keep(frame)
            previous = frame

    @staticmethod
    def _whoever(concept: str, clause: Clause, roles: Roles) -> None:
        """ "Wie X terroristen noemt": the word that opens the clause is who calls, and X who is called so."""
        marker, named = clause.marker, roles.first("subject")
        if concept != "call_name" or clause.kind != "sub" or marker is None or named is None:
            return
        label = roles.first("object")
        if {"relative", "question"} <= set(marker.senses.classes) and label is not None and not label.who:
            roles.units["object"] = [named, *roles.units.get("object", ())]
            del roles.units["subject"]

    def _glued_object(self, verb: Unit, roles: Roles) -> None:
        """A pronoun written onto its verb ("accuses-it"): whoever was named last before and is not the
        subject."""
        found = roles.first("object")
        if (
            found is None
            or found.kind != "pron"
            or not self.tokens.glued[found.first]
            or found.first - verb.last not in (0, 1)
        ):
            return
        subject = whom(roles.first("subject"), self.cast)
        for unit in reversed(self._units[: self._units.index(verb)] if verb in self._units else []):
            if (
                unit.kind == "np"
                and unit.who
                and not set(unit.who) & set(subject)
                and unit.who[0].type in ("group", "org", "country")
            ):
                if {w.actor() for w in unit.who} & {w.actor() for w in subject}:
                    continue
                roles.units["object"] = [unit]
                return

    def _free_particle(self, unit: Unit, senses: tuple[Sense, ...], clause: Clause) -> None:
        """ "sealed off the embassy": a particle right after its verb governs nothing."""
        at = clause.units.index(unit)
        following = clause.units[at + 1] if at + 1 < len(clause.units) else None
        if following is None or following.kind != "np" or not following.roles or following.first != unit.last:
            return
        word = self.tokens.norm[following.first]
        small = any(p and p[0] == word and len(p) == 1 for p in (s.particle for s in senses))
        if (
            small
            and following.last - following.first > 1
            and not following.roles & {"with", "to", "on", "against", "for", "in", "of", "by", "at"}
        ):
            following.roles = frozenset()
            following.first += 1

    def _predicate(self, clause: Clause, layers: tuple[Layer, ...]) -> None:
        """ "The perpetrators are part of a network of X": who is meant by those who did it."""
        self._handiwork(clause, layers)
        doers = [u for u in clause.units if u.kind == "np" and u.has("perpetrators") and not u.roles]
        if not doers or any(
            f.clause is clause and f.sense.kind in ("event", "speech", "culprit") for f in self._result.frames
        ):
            return
        for unit in clause.units[clause.units.index(doers[0]) + 1 :]:
            found = (
                unit.everybody()
                if unit.kind == "np" and not unit.roles & {"in", "at", "during", "according"}
                else ()
            )
            if found and (
                unit.who or not any(w.type == "person" for w in found)
            ):  # not "admirers of Such-a-one"
                roles = Roles()
                roles.add("subject", unit)
                frame = Frame("culprit", doers[0], clause, roles, layers=layers, actor=found, nominal=True)
                frame.because.append("predicate")
                self._result.frames.append(frame)
                return

    def _handiwork(self, clause: Clause, layers: tuple[Layer, ...]) -> None:
        """ "The attacks were the work of X": whose work an act is said to be. Verb-final clauses put the
        verb between the two ("het werk waren van X")."""
        work = next((u for u in clause.units if u.kind == "np" and u.has("work_of")), None)
        acts = [
            u for u in clause.units if u.kind == "np" and any(concepts()[c].hostile for c, _, _ in u.nouns)
        ]
        if work is None or not acts:
            return
        owner = work.of or next(
            (
                u
                for u in clause.units
                if u.kind == "np" and "of" in u.roles and u.first > work.first and u.parent is None
            ),
            None,
        )
        if owner is None or not owner.everybody():
            return
        roles = Roles()
        roles.add("subject", acts[0])
        roles.add("of", owner)
        frame = Frame("work_of", work, clause, roles, layers=layers, actor=owner.everybody())
        frame.because.append("of")
        self._result.frames.append(frame)

    def _senses(self, unit: Unit, clause: Clause) -> tuple[Sense, ...]:
        """The verb (or fixed-phrase) senses of a unit, separable ones only with their particle."""
        senses = tuple(s for s in unit.senses if s.pos in ("verb", "adj"))
        apart = [s for s in senses if s.particle]
        if not apart:
            return senses
        units = [u for u in clause.units if u.first >= unit.last]
        if not any(u.kind == "verb" for u in units):
            # "ordered the diplomats to leave": fixed words may stand in the infinitive.
            units += [
                u
                for c in self._result.clauses
                if c.kind == "inf" and c.governor is unit
                for u in (c.marker, *c.units)
                if u
            ]
        joined = f" {' '.join(self.tokens.norm[t] for u in units for t in range(u.first, u.last))} "
        # A preposition that governs a phrase is no particle: "gaf hulp aan X" is not "aangeven".
        free = [self.tokens.norm[t] for u in units for t in range(u.first + self._governs(u), u.last)]
        loose = f" {' '.join(free)} "
        hits = {s.particle for s in apart if f" {' '.join(s.particle)} " in joined}
        plain = any(not s.particle and s.concept != "other_verb" for s in senses)
        # Where the verb has a meaning of its own, the preposition is taken for one.
        governed = {self.tokens.norm[u.first] for u in units if self._governs(u)}
        found = tuple(
            s
            for s in apart
            if s.particle in hits
            and (
                s.particle[0] in governed
                if "governs" in s.tags
                else self.order != "second"
                or len(s.particle) > 1
                or not plain
                or f" {s.particle[0]} " in loose
            )
        )
        whole = tuple(s for s in senses if not s.particle)
        if self.order == "second" and all("governs" in s.tags for s in found):
            return (*found, *whole)
        # "valt … aan" is not "valt"; "withdrew … from" still is "withdrew".
        return found if found and self.order == "second" else (*found, *whole)

    def _governs(self, unit: Unit) -> bool:
        """Whether the first word of a phrase is a preposition, and not half of one ("samen met")."""
        word = self.tokens.norm[unit.first]
        small = any(word in words for words in self.pack.habits.preposition.values())
        return small and unit.kind in ("np", "pron") and bool(unit.roles) and unit.last - unit.first > 1

    @staticmethod
    def _own(voice: Voice, told: bool) -> str:
        if voice.negated:
            return "negated"
        if voice.conditional:
            return "planned" if told else "possible"
        if voice.modal:
            return "advice"
        if voice.able:
            return "possible"
        if voice.future:
            return "planned"
        return "occurred"

    def _controlled(self, frame: Frame) -> tuple[Who, ...]:
        control = concepts()[frame.concept].control
        if control in ("object", "recipient"):
            return frame.recipient
        if control == "subject" or concepts()[frame.concept].kind == "light":
            return frame.actor
        if frame.concept == "order":
            return frame.actor
        return ()

    def _inherit(self, frame: Frame) -> None:
        """A measure in the same breath as another against somebody is by and against the same: "cut ties
        with X and closed its embassy", "…, so that its staff got 24 hours to leave"."""
        if frame.sense.type != "SANCTION" or (
            frame.clause.carried_from is None and frame.clause.kind not in ("rel", "sub")
        ):
            return
        for other in reversed(self._result.frames):
            if other.sense.type != "SANCTION" or not other.actor or not other.recipient:
                continue
            if not frame.actor:
                frame.actor = other.actor
                frame.because.append("actor of the measure before")
            if not frame.recipient and other.actor == frame.actor:
                frame.recipient = other.recipient
                frame.because.append("recipient of the measure before")
            return

    def _keep(self, frame: Frame) -> None:
        self._frame_of[id(frame.unit)] = frame
        self._result.frames.append(frame)
        if frame.actor and not frame.nominal:
            self.cast.last_actor = frame.actor[0]
            found = (*frame.actor, *frame.recipient)
            if len(found) >= 2:
                self.cast.last_two = found
            for who in frame.actor:
                if who.type == "person":
                    self.cast.last_person = who

    # ── nouns ──

    def _nouns(self, clause: Clause) -> None:
        frames = [f for f in self._result.frames if f.clause is clause and not f.nominal]
        layers = self._result.layers[id(clause)]
        for unit in clause.units:
            if unit.kind == "np" and id(unit) not in self._taken:
                acts = [
                    (c, s, n)
                    for c, s, n in unit.nouns
                    if is_noun_of_act(c) and (concepts()[c].kind == "modal" or self._heads(unit, n))
                ]
                if acts:
                    self._noun(unit, acts, clause, frames, layers)

    def _heads(self, unit: Unit, number: int) -> bool:
        """Whether the noun at items[number] is what the phrase is about, not what describes another
        noun: "a cyberattack", but not "an eavesdropping agency"."""
        if self.pack.habits.order.adjective != "before":
            return True
        return not any(
            not i.names and (i.senses or self.tokens.norm[i.first].isalpha())
            for i in unit.items[number + 1 :]
        )

    def _noun(
        self,
        unit: Unit,
        acts: list[tuple[str, Sense, int]],
        clause: Clause,
        frames: list[Frame],
        layers: tuple[Layer, ...],
    ) -> None:
        around = things_of(unit, whole=True)
        wanted = frozenset(
            r
            for c, _, _ in acts
            for r in (*concepts()[c].actor, *concepts()[c].recipient, "of", "from", "by")
        )
        roles = noun_roles(unit, clause.units, wanted)
        ruler, role = self._ruler(unit, frames)
        subject: tuple[Who, ...] = ()
        inner = list(layers)
        # Nouns that only turn the act beside them ("decision", "plan", "threat", "carrying out").
        turning = [c for c, _, _ in acts if concepts()[c].kind in ("modal", "light")]
        core = [
            (c, s, n)
            for c, s, n in acts
            if concepts()[c].kind not in ("modal", "light", "effect", "culprit", "verb")
        ]
        if ruler is not None:
            sense = concepts()[ruler.concept]
            if sense.kind == "light":
                subject = () if sense.passive else ruler.actor
                for name, found in ruler.roles.units.items():
                    if name not in ("subject", "object"):
                        for other in found:
                            if other is not unit:
                                roles.add(name, other)
                inner = list(ruler.layers)
                if ruler.own != "occurred":
                    inner.append(Layer(ruler.concept, (), ruler.own, ruler.unit))
            elif sense.kind == "culprit":
                subject = ruler.actor
                inner = list(ruler.layers)
            elif sense.kind in ("modal", "speech") or sense.status:
                inner = [*ruler.layers, self._layer(ruler)]
                if role == "content":
                    subject = self._controlled(ruler)
        head = unit.parent if unit.parent is not None and unit.parent.of is unit else None
        if head is not None:
            for concept, _, _ in head.nouns:
                sense = concepts()[concept]
                if sense.kind == "modal" or (sense.kind == "speech" and sense.status):
                    inner.append(Layer(concept, head.everybody(), sense.status or "same", head))
                    if sense.control == "subject":
                        owner = head.poss or head.adj
                        subject = subject or ((owner,) if owner is not None else ())
        for concept in turning:
            sense = concepts()[concept]
            inner.append(Layer(concept, (), sense.status or "same", unit))
        if not core:
            for concept in turning:
                if concepts()[concept].kind == "modal":
                    frame = Frame(concept, unit, clause, roles, layers=layers, nominal=True)
                    fill(frame, self.cast, None, subject)
                    self._frame_of.setdefault(id(unit), frame)
            return
        chosen: tuple[str, Unit | None, str | None] | None = None
        for _, noun, number in core:
            # The two halves of a combination are two words.
            own = {c for c, _, n in unit.nouns if n == number}
            things = [(c, u) for c, u in around if not is_noun_of_act(c) and not (u is unit and c in own)]
            made = choose_sense((noun,), things)
            if made is not None and (chosen is None or (made[1] is not None and chosen[1] is None)):
                chosen = made
        if chosen is None:
            return
        concept, thing, _ = chosen
        if ruler is not None and ruler.concept == concept:
            return  # "expressed its support": told by the verb
        frame = Frame(concept, unit, clause, roles, layers=tuple(inner), nominal=True)
        if ruler is not None and ruler.concept == "undergo":
            fill(frame, self.cast, thing)
            frame.recipient = frame.recipient or ruler.recipient
        else:
            fill(frame, self.cast, thing, subject)
        if not frame.recipient and frame.sense.hostile:
            self._own_state(
                frame, [u for role in frame.sense.recipient for u in frame.roles.units.get(role, ())]
            )
        if frame.sense.type == "AGREE" and not frame.recipient and unit.of is not None:
            frame.recipient = tuple(
                w
                for w in unit.of.everybody()
                if w not in frame.actor and w.type in ("group", "org", "person")
            )
        if (
            ruler is not None
            and role == "content"
            and concepts()[ruler.concept].control in ("object", "recipient")
        ):
            # "linked the attack to Iran": the accused is the doer, never the one it is done to.
            frame.recipient = tuple(w for w in frame.recipient if w not in ruler.recipient)
        self._frame_of.setdefault(id(unit), frame)
        self._result.frames.append(frame)

    def _own_state(self, frame: Frame, struck: list[Unit]) -> None:
        """ "accused X of an attack on government institutions": the accuser's own, where none are named."""
        if not any(
            not u.who
            and any(concepts()[c].sector == "GOV" and concepts()[c].kind == "organ" for c, _, _ in u.nouns)
            for u in struck
        ):
            return
        for layer in reversed(frame.layers):
            for speaker in layer.speaker:
                state = speaker.actor().id
                own = (
                    self.cast.find(state)
                    if layer.says and state.startswith("country:") and speaker not in frame.actor
                    else None
                )
                if own is not None and own not in frame.actor:
                    frame.recipient = (own,)
                    frame.because.append("the accuser's own state")
                    return

    def _ruler(self, unit: Unit, frames: list[Frame]) -> tuple[Frame | None, str]:
        """The verb whose object, subject or content the phrase is."""
        top = unit
        while top.parent is not None:
            top = top.parent
        best: Frame | None = None
        role = ""
        for frame in frames:
            found = frame.roles.units
            sense = concepts()[frame.concept]
            if top in found.get("object", ()) or (
                top in found.get("rest", ()) and sense.kind in ("modal", "light")
            ):
                best, role = frame, "content"
            elif top in found.get("subject", ()) and sense.kind in ("light", "culprit"):
                best, role = frame, "subject"
            elif frame.unit.first < top.first and any(
                top in found.get(name, ()) for name in ("of", "for", "with", "in", "to", "about")
            ):
                if sense.kind in ("speech", "modal", "light", "event") and (
                    sense.status or sense.kind in ("modal", "light", "speech")
                ):
                    best, role = frame, "content"
        return best, role


def _apposed(clause: Clause, unit: Unit) -> bool:
    """Whether a phrase stands right behind a comma: it explains the one before."""
    at = clause.units.index(unit)
    return at > 0 and clause.units[at - 1].kind == "comma"


__all__ = ["Read", "Roles", "SentenceReader", "kind_of"]
