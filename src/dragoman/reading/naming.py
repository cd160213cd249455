"""Naming: whom a noun phrase names.

Known names first, then new ones, then the bodies and people of a state; a name beside another noun
owns it.
"""

from functools import cache

from dragoman.knowledge import Alias
from dragoman.languages import Sense, concepts
from dragoman.model import Reason
from dragoman.reading.bodies import body_of, citizen, implied_state, narrowest, opposition
from dragoman.reading.cast import Cast
from dragoman.reading.newnames import NewNames
from dragoman.reading.scan import Item, Scanner
from dragoman.reading.units import Unit
from dragoman.reading.who import Who
from dragoman.reading.words import Words

Found = tuple[Who, str, int]
"""Somebody a phrase names, the form of the name ("name", "adj", "people" …), and the item it is."""

_OWNERS = frozenset({"name", "capital", "seat", "people"})
"""Forms of a name that may own what stands beside it."""
_BODIES = frozenset({"organ", "office", "people"})


@cache
def _names_of_bodies() -> frozenset[str]:
    """The senses by which a noun means a body, a post or people."""
    return frozenset(name for name, sense in concepts().items() if sense.kind in _BODIES)


class Naming:
    """Names the phrases of one document. names: finds the names known."""

    def __init__(self, words: Words, cast: Cast, names: Scanner) -> None:
        self.words, self.cast = words, cast
        self.new_names = NewNames(words, cast, names)
        self.concepts = concepts()
        self.bodies = _names_of_bodies()
        self.infinitives = words.order == "second"

    def resolve(self, unit: Unit) -> None:
        """Fill in who, adj and nouns of a noun phrase, and tell the cast of every name in it."""
        if len(unit.items) == 1 and self._one_word(unit, unit.items[0]):
            return
        found, unknown = self._known(unit)
        if unknown:
            self.new_names.find(unit, found)
        nouns = unit.nouns
        if not nouns:
            if len(found) == 1:
                self._name_alone(unit, *found[0])
            if len(found) < 2:
                return
        named = self.bodies
        bodies = [(c, n) for c, _, n in nouns if c in named and self._body_here(unit, n)]
        if not found:
            if bodies:
                self._body(unit, bodies, [])
            return
        persons: list[Who] = []
        owners: list[Who] = []
        for who, form, _ in found:
            if who.type == "person":
                persons.append(who)
            elif form in _OWNERS:
                owners.append(who)
            if form == "adj" and unit.adj is None:
                unit.adj = who
        land = unit.adj or next(iter(owners), None)
        if persons:
            self._persons(unit, persons, bodies, land)
        elif land is not None and (group := opposition(self.cast, unit, land)) is not None:
            unit.who = (group,)
        elif bodies:
            self._body(unit, bodies, owners)
        elif owners and nouns and unit.poss is None:
            # "Microsoft report", "the Iran attacks": a name beside a noun that is no body owns it; behind the
            # noun it is its genitive, whose meaning the noun decides.
            place = next(n for w, _, n in found if w == owners[0])
            if self.words.head_last and place < max(n for _, _, n in nouns):
                unit.poss = owners[0]
            else:
                unit.genitive = owners[0]
        else:
            unit.who = tuple(dict.fromkeys(owners))

    def _one_word(self, unit: Unit, item: Item) -> bool:
        """`resolve` for a phrase of one word, where that is just a name or just a noun, as most are. Whether
        it is."""
        senses = item.senses
        if item.names:
            name = None if senses.known else self._name(unit, 0, item)
            if name is None:
                return False
            unit.definite = True
            self._name_alone(unit, *name)
            return True
        words = self.words
        if not senses.heads or not senses.kinds.isdisjoint(_BODIES):
            return False
        if words.cased and words.text[words.tokens.start[item.first]].isupper():
            return False  # it may be a new name
        unit.nouns = senses.alone
        if words.article:
            unit.definite = words.definite(item)
        return True

    def _name_alone(self, unit: Unit, who: Who, form: str, _: int) -> None:
        """`resolve` for a phrase that has one name and no noun, as most that name somebody."""
        if form == "adj" and who.type != "person":
            unit.adj = who
        elif who.type == "person" or form in _OWNERS:
            unit.adj = who if form == "adj" else None
            unit.who = (who,)

    def _known(self, unit: Unit) -> tuple[list[Found], bool]:
        """The known names in a phrase, and whether words are left in it that may be new ones. Fills in its
        nouns, and whether it is definite."""
        found: list[Found] = []
        nouns: list[tuple[str, Sense, int]] = []
        unknown = False
        words = self.words
        text, starts, cased, article = words.text, words.tokens.start, words.cased, words.article
        for number, item in enumerate(unit.items):
            senses, names = item.senses, item.names
            if names:
                unit.definite = True
                name = self._name(unit, number, item)
                if name is None:
                    unknown = True
                else:
                    found.append(name)
                    if name[1] == "name" and name[0].type == "country" and len(unit.items) == 1:
                        continue  # "Mali", financial: a state that is also a word is the state where alone
            elif not unknown:
                unknown = text[starts[item.first]].isupper() if cased else not senses.known
            if senses.known:
                for concept, sense in senses.heads:
                    nouns.append((concept, sense, number))
                if self.infinitives and not senses.heads and self._infinitive(unit, number, item):
                    nouns.extend((s.concept, s, number) for s in senses.verbs)
            if article and not unit.definite:
                unit.definite = words.definite(item)
        if nouns:
            unit.nouns = tuple(nouns)
        return found, unknown

    def _infinitive(self, unit: Unit, number: int, item: Item) -> bool:
        """Whether a verb is the noun of its phrase: "het sluiten van de grens"."""
        return unit.determined and number + 1 == len(unit.items) and "inf" in item.senses.verb_tags

    def _name(self, unit: Unit, number: int, item: Item) -> Found | None:
        """The known name at items[number], told to the cast."""
        cast = self.cast
        aliases = item.names
        if len(aliases) > 1 and len(unit.items) > 1:
            aliases = self._of_country(unit, number)
        chosen = cast.choose(aliases) or self._in_context(unit, number, item)
        if chosen is None:
            return None
        who, alias = chosen
        form = alias.form
        if form in ("adj", "people") and self._adjective_here(unit, number, item):
            form = "adj"
        elif form == "adj":
            form = "people" if any(a.form == "people" for a in item.names) else "adj"
        if form not in ("adj", "people"):
            start, end = self.words.tokens.start[item.first], self.words.tokens.end[item.last - 1]
            named = (cast.capital(who) if form == "capital" else None) or who
            reason = None if cast.met(named) else Reason("name:" + form, start, end, alias.text)
            cast.mention(named, start, end, reason)
        return who, form, number

    def _persons(
        self, unit: Unit, persons: list[Who], bodies: list[tuple[str, int]], land: Who | None
    ) -> None:
        """The phrase names people: the posts in it are theirs, and the first acts for `land`."""
        for concept, _ in bodies:
            if self.concepts[concept].kind == "office":
                self.cast.remember(concept, persons[0], self._word(unit, concept))
        if bodies and persons[0].state is None and land is not None:
            persons[0] = citizen(persons[0], land, bodies[0][0])
        unit.who = tuple(persons)

    def _body(self, unit: Unit, bodies: list[tuple[str, int]], owners: list[Who]) -> None:
        """The phrase names a body, a post or people: of the state in it, or of its owner."""
        cast = self.cast
        concept = narrowest(bodies, self.words.head_last)
        if concept == "state_hackers" or (
            concept == "hackers" and unit.adj is not None and unit.has("government")
        ):
            concept = "government"  # "Iranian state-linked actors" act for the state
        land = unit.adj or unit.poss or next(iter(owners), None)
        if land is None and unit.owner_pronoun and self.concepts[concept].kind != "people":
            if unit.owner_pronoun in ("his", "hers") and cast.last_person is not None:
                land = cast.store_state(cast.last_person)
            else:
                land = cast.last_actor
        implied = land is None and unit.of is None and not unit.has("state_hackers")
        if implied:
            land = implied_state(cast, concept)
        if land is not None and (who := body_of(cast, concept, land)):
            if not implied:
                cast.remember(concept, who, self._word(unit, concept))
                start, end = (
                    self.words.tokens.start[unit.items[0].first],
                    self.words.tokens.end[unit.last - 1],
                )
                cast.mention(who, start, end, Reason("body:" + concept, start, end, land.label))
            unit.who, unit.implied = (who,), implied
            return
        # "the security company X": a body that is named beside what it is.
        unit.who = tuple(w for w in owners if w.type in ("org", "group", "threat_actor"))[:1]

    def _body_here(self, unit: Unit, number: int) -> bool:
        """Whether a word that can be short for a body ("الخارجية", the Foreign; the foreign) is one where
        adjectives follow their nouns: at the head of the phrase, or behind a post."""
        if self.words.head_last:
            return True
        if self.words.order == "svo":
            # "l'attaque militaire", "le bâtiment officiel": behind another noun it is an adjective.
            return all(
                i.names
                or i.senses.noun_kinds & _BODIES
                or i.senses.classes
                or self.words.first_letter(i).isdigit()
                for i in unit.items[:number]
            )
        return all(
            i.names
            or i.senses.noun_kinds
            & {"organ", "office", "people", "part", "event", "speech", "modal", "thing"}
            or i.senses.classes
            for i in unit.items[:number]
        )

    def _word(self, unit: Unit, concept: str) -> str:
        """The noun of `concept` as it stands in the phrase."""
        number = next((n for c, _, n in unit.nouns if c == concept), None)
        return self.words.tokens.norm[unit.items[number].first] if number is not None else ""

    def _adjective_here(self, unit: Unit, number: int, item: Item) -> bool:
        """Whether "Russian" is the adjective of a noun beside it, not "a Russian"."""
        if not any(a.form == "adj" for a in item.names):
            return False
        beside = range(number + 1, len(unit.items)) if self.words.head_last else range(number - 1, -1, -1)
        return any(
            unit.items[n].senses.nouns
            or not unit.items[n].names
            or any(a.form != "adj" for a in unit.items[n].names)
            for n in beside
        )

    def _of_country(self, unit: Unit, number: int) -> tuple[Alias, ...]:
        """The aliases of an item, where a country beside it in the phrase tells them apart: "the British
        cyber centre NCSC"."""
        aliases = unit.items[number].names
        if len({a.entity for a in aliases}) < 2:
            return aliases
        lands = {
            a.entity[8:]
            for n, i in enumerate(unit.items)
            if n != number
            for a in i.names
            if a.entity.startswith("country:")
        }
        if not lands:
            return aliases
        known = [(a, self.cast.store.get(a.entity)) for a in aliases]
        fit = tuple(
            a
            for a, k in known
            if k is not None and k.country in lands and not a.entity.startswith("country:")
        )
        return fit or aliases

    def _in_context(self, unit: Unit, number: int, item: Item) -> tuple[Who, Alias] | None:
        """An ambiguous name the phrase itself settles: a state's name with no other name beside it is
        the state ("Georgia", but not "Georgia Smith"), its adjective only if nobody is called
        so ("سليماني" may be Soleimani); a short form counts where its country is met."""
        beside = [unit.items[n] for n in (number - 1, number + 1) if 0 <= n < len(unit.items)]
        surname = any(a.entity.startswith("person:") for a in item.names)
        states = [
            a for a in item.names if a.entity.startswith("country:") and (a.form != "adj" or not surname)
        ]
        if len({a.entity for a in states}) == 1 and not any(
            not i.senses.known and not i.names and self.words.capital(i) for i in beside
        ):
            who = self.cast.known(states[0].entity)
            return (who, states[0]) if who else None
        short = [a for a in item.names if a.case == "upper" and not a.entity.startswith("country:")]
        if len({a.entity for a in short}) == 1:
            who = self.cast.known(short[0].entity)
            if who is not None and who.country and self.cast.has(f"country:{who.country}"):
                return who, short[0]
        return None
