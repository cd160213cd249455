"""Phrases: from scanned items to units, and from a noun phrase to whom it names.

Nothing here knows a language: the order of adjective and noun comes from the pack, and everything
else from the senses of the words.
"""

from collections.abc import Callable

from dragoman.knowledge import Alias
from dragoman.languages import Pack, Sense, Senses, concepts
from dragoman.model import Reason
from dragoman.reading.cast import Cast, Who, known_who
from dragoman.reading.scan import Item
from dragoman.reading.units import NOUN_KINDS, Unit
from dragoman.text.fold import bare
from dragoman.text.tokens import Tokens

_SIGNS = {
    ",": "comma", "،": "comma", "、": "comma", "，": "comma",
    ":": "colon", "：": "colon", ";": "semi", "؛": "semi", "；": "semi",
    "(": "open", "（": "open", "[": "open", ")": "close", "）": "close", "]": "close",
    "–": "dash", "—": "dash", "…": "semi",
}  # fmt: skip
_PLACE_ROLES = frozenset({"in", "at", "from", "to", "into", "other", "behind"})
_OF_STATES = frozenset(
    [
        "president",
        "king",
        "prime_minister",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "minister",
        "lawmaker",
        "parliament",
        "presidency",
        "ministry",
        "ministry_foreign",
        "ministry_defence",
        "ministry_interior",
        "ministry_justice",
        "ministry_finance",
        "ministry_intelligence",
        "government",
        "institutions",
        "citizens",
    ]
)
"""Bodies and posts that only states have: "its prime minister" is never a company's."""
_QUOTE_SIGNS = frozenset("\"'“”„‘’«»‹›")
_ACTS = frozenset({"event", "part", "modal", "light", "speech"})
_GAP_SIGNS = frozenset("\"'“”„‘’«»‹›.!?؟。！？")


class Phraser:
    """Cuts the sentences of one document into units. Keeps the cast up to date as it goes."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        pack: Pack | None,
        cast: Cast,
        dates: dict[int, int],
        find_name: Callable[[list[str]], tuple[Alias, ...]],
    ) -> None:
        """dates: first token of each date expression → the token after its last.

        find_name: the aliases that are just these tokens.
        """
        self.find_name = find_name
        self.text, self.tokens, self.pack, self.cast, self.dates = text, tokens, pack, cast, dates
        self.head_last = pack is None or pack.habits.order.adjective == "before"
        self.order = pack.habits.order.verb if pack else "svo"
        cast.head_last = self.head_last
        self.cased = any(c.isupper() for c in text[:2000])

    def surface(self, first: int, last: int) -> str:
        return self.text[self.tokens.start[first] : self.tokens.end[last - 1]]

    # ── units ──

    def units(self, items: list[Item]) -> list[Unit]:
        """The units of one sentence (or of one quotation)."""
        out: list[Unit] = []
        phrase: Unit | None = None
        roles: frozenset[str] = frozenset()
        marker_at = -1
        at = 0
        owner: Unit | None = None

        def close() -> None:
            nonlocal phrase, roles, marker_at, owner
            if phrase is not None:
                if owner is not None:
                    phrase.poss = next(iter(owner.everybody()), None)
                    owner = None
                phrase.definite = any(i.names or self._definite(i) for i in phrase.items)
                self.resolve(phrase)
                out.append(phrase)
            elif roles:
                out.append(Unit("word", marker_at, marker_at + 1, roles=roles))
            phrase, roles, marker_at = None, frozenset(), -1

        def begin(first: int) -> Unit:
            nonlocal phrase
            if phrase is None:
                phrase = Unit("np", marker_at if marker_at >= 0 else first, first, roles=roles)
            return phrase

        while at < len(items):
            item = items[at]
            at += 1
            stop = self.dates.get(item.first)
            if stop is not None:
                close()
                out.append(Unit("date", item.first, stop))
                while at < len(items) and items[at].first < stop:
                    at += 1
                continue
            kind = self.kind(item, out, phrase, items, at, bool(roles) and phrase is None)
            if kind == "noun":
                if phrase is not None and self._owned(phrase, item):
                    close()
                    roles = frozenset({"of"})
                elif phrase is not None and self._starts_anew(phrase, item):
                    close()
                unit = begin(item.first)
                unit.items.append(item)
                unit.last = item.last
            elif kind == "det":
                if phrase is not None and (phrase.items or phrase.determined):
                    close()
                unit = begin(item.first)
                unit.determined = True
                unit.last = item.last
                unit.owner_pronoun = self._owner_word(item.senses)
            elif kind == "prep":
                close()
                roles = item.senses.tags_of("prep")
                marker_at = item.first
            elif kind == "poss":
                if phrase is not None:
                    self.resolve(phrase)
                    owner, phrase = (
                        phrase,
                        Unit("np", phrase.first, item.last, roles=phrase.roles, determined=True),
                    )
            elif kind == "word":
                if phrase is not None and self._state_alone(phrase) and self._side_clause(out):
                    close()  # "dat Rusland twee diplomaten uitzette"
                if phrase is not None:
                    phrase.items.append(item)
                    phrase.last = item.last
                elif roles:
                    unit = begin(item.first)
                    unit.items.append(item)
                    unit.last = item.last
                else:
                    out.append(Unit("word", item.first, item.last, item.senses))
            elif kind == "adverb":
                if phrase is not None and any(i.senses.nouns or i.names for i in phrase.items):
                    close()
                if phrase is None and not roles:
                    out.append(Unit("word", item.first, item.last, item.senses))
            elif kind == "hyphen" or (kind == "and" and self._two_adjectives(phrase, items, at)):
                if phrase is not None:
                    phrase.last = item.last
            elif (
                kind == "pron"
                and phrase is not None
                and self.tokens.glued[item.first]
                and phrase.last == item.first
            ):
                # "its minister" written as one word: the pronoun owns the noun it is written onto.
                tags = item.senses.tags_of("pron")
                phrase.owner_pronoun = "its" if tags & {"she", "it", "they"} else "his"
                phrase.last = item.last
            elif kind == "gap" and phrase is not None and self.surface(item.first, item.last) in _QUOTE_SIGNS:
                if at < len(items) and (items[at].names or items[at].senses.nouns or not items[at].senses):
                    phrase.last = item.last
                else:
                    close()
                    out.append(Unit(kind, item.first, item.last))
            else:
                if kind == "pron" and roles and phrase is None:
                    held, start = roles, marker_at
                    roles, marker_at = frozenset(), -1
                    out.append(Unit("pron", start, item.last, item.senses, roles=held))
                    continue
                close()
                out.append(Unit(kind, item.first, item.last, item.senses))
        close()
        self._hang(out)
        return out

    def _two_adjectives(self, phrase: Unit | None, items: list[Item], at: int) -> bool:
        """ "this reckless and irresponsible attack": whether "and" stands between two describing words."""
        if (
            phrase is None
            or not self.head_last
            or not (phrase.determined or phrase.roles)
            or len(phrase.items) != 1
        ):
            return False
        words = [phrase.items[0], *items[at : at + 1]]
        if len(words) < 2 or any(
            i.senses or i.names or not self.tokens.norm[i.first].isalpha() or self._capital(i) for i in words
        ):
            return False
        return any(i.senses.nouns for i in items[at + 1 : at + 3])

    def kind(
        self,
        item: Item,
        out: list[Unit],
        phrase: Unit | None,
        items: list[Item],
        at: int,
        governed: bool = False,
    ) -> str:
        """What `item` is in its place. A word with several readings is decided by its neighbours.

        governed: a preposition stands right before it.
        """
        if not item.senses and not item.names:
            sign = self.surface(item.first, item.last)
            if sign in _SIGNS:
                return _SIGNS[sign]
            if sign in ("-", "‐", "‑", "/"):
                return "hyphen"
            if sign in _GAP_SIGNS:
                return "gap"
            known = not self.cased and self.cast.by_surname(sign) is not None
            return "noun" if known or self._capital(item) or sign[0].isdigit() else "word"
        senses = item.senses
        if "quote" in senses.classes:
            return "quote"
        if self._capital_name(item, phrase):
            return "noun"
        if item.names:
            # A name that is also a word ("May", "Will") is a name where it is written as one and
            # not first in its sentence.
            if not senses or not self.cased or item.first != (items[0].first if items else -1):
                return "noun"
            if not bool(senses.classes):
                return "noun"
        nouns, verbs = senses.nouns, senses.verbs
        if ("poss" in senses.classes) and phrase is not None and phrase.items:
            return "poss"
        if "certainty" in senses.classes:
            return "cert"
        for name in ("negation", "and", "or", "but"):
            if (name in senses.classes) and not verbs:
                return "neg" if name == "negation" else name
        aux = "aux" in senses.classes
        if aux and not nouns:
            owns = (
                self._owner_word(senses) is not None
                and at < len(items)
                and self._owns(out, phrase, items, at, governed)
            )
            return "det" if owns else "aux"
        if ("that" in senses.classes) or ("relative" in senses.classes):
            return self._that_or_relative(senses, out, phrase, items, at)
        if "conditional" in senses.classes and not aux and self._finite_ahead(items, at, to_and=True):
            return "cond"
        if "purpose" in senses.classes:
            following = items[at] if at < len(items) else None
            if following and "inf" in following.senses.verb_tags:
                return "to"
            if self.order != "svo" and self._infinitive_ahead(items, at):
                return "to"
            if "prep" not in senses.classes:
                return "to" if not nouns else "noun"
        if self.order == "vso" and any(concepts()[a.concept].kind == "culprit" for a in senses.adjectives):
            # "that Iran (is) behind the attack": no verb of being is needed.
            following = items[at] if at < len(items) else None
            here: list[Unit] = []
            for unit in reversed(out):
                if unit.kind in ("that", "rel", "sub", "cond", "comma", "semi", "colon"):
                    break
                here.append(unit)
            if (
                following is not None
                and "event" in following.senses.noun_kinds
                and not any(u.kind == "verb" for u in here)
            ):
                return "verb"
        prep = "prep" in senses.classes
        if "subordinate" in senses.classes and (
            not prep or self._finite_ahead(items, at) or not self._noun_follows(items, at)
        ):
            return "sub"
        if prep:
            return "prep"
        if "determiner" in senses.classes and (not verbs or not senses.verb_tags & {"past", "pres", "inf"}):
            return "det"
        if ("pron" in senses.classes) and not nouns and not verbs:
            if phrase is not None and phrase.items and "latter" in senses.tags_of("pron"):
                return "word"  # "the last attacks", where adjectives follow their noun
            if self._owner_word(senses) and self._noun_follows(items, at):
                return "det"
            return "pron"
        if verbs and not self._verb_possible(verbs, phrase, governed):
            return "noun"
        if verbs and phrase is None and self.order == "svo" and out and out[-1].kind == "verb":
            # "traced back", "set out": a bare form right after a verb is its particle.
            if senses_tags(verbs) <= {"inf", "pres", "imp"} and all(s.tags for s in verbs):
                return "noun" if nouns else "word"
        if nouns and self._culprit_ahead(senses, items, at):
            return "verb"
        if nouns and verbs:
            return "noun" if self._noun_here(item, out, phrase, items, at, verbs) else "verb"
        if verbs:
            return "verb"
        if nouns:
            return "noun"
        if self._culprit_ahead(senses, items, at):
            # "is verantwoordelijk voor" is the verb of its clause; after "houdt X" it is not.
            return "word" if self.order == "second" and self._verb_before(out) else "verb"
        if senses.adjectives:
            kind = concepts()[senses.adjectives[0].concept].kind
            if kind in ("speech", "event", "modal", "light", "effect", "culprit"):
                # "is convinced that", "was behind": a fixed word is the verb of its clause after a
                # form of "to be"; elsewhere it explains a noun.
                reach = out if self.order == "second" and kind == "culprit" else out[-3:]
                after_be = phrase is None and any(u.kind == "aux" for u in reach)
                return (
                    "verb"
                    if after_be or (kind in ("modal", "light", "effect") and phrase is None)
                    else "noun"
                )
            return "noun"
        if "honorific" in senses.classes:
            return "noun"
        if "question" in senses.classes:
            return "sub"
        if "other" in senses.classes:
            return "adverb"
        return "word"

    def _owns(self, out: list[Unit], phrase: Unit | None, items: list[Item], at: int, governed: bool) -> bool:
        """Whether a word that is "are" and "his" (Dutch "zijn") is "his"."""
        following = items[at].senses
        if (
            (following.verbs and not following.nouns)
            or following.classes & {"aux", "prep", "determiner", "and"}
            or self.surface(items[at].first, items[at].last) in _SIGNS
        ):
            return False
        if governed or (
            phrase is None
            and (not out or out[-1].kind in ("and", "verb", "aux", "comma", "that", "sub", "rel"))
        ):
            return True
        for unit in reversed(out):
            if unit.kind in ("that", "rel", "sub", "cond", "semi", "colon"):
                return False
            if unit.kind in ("verb", "aux"):
                return True
        return False

    def _capital(self, item: Item) -> bool:
        return self.text[self.tokens.start[item.first]].isupper()

    def _capital_name(self, item: Item, phrase: Unit | None) -> bool:
        """Whether a word of the pack is a name here: "Jeremy Hunt", "Mr Power" - written with a
        capital, right after a name or a post."""
        if not self.cased or item.names or item.last - item.first != 1 or phrase is None or not phrase.items:
            return False
        if not self._capital(item) or bool(item.senses.classes):
            return False
        last = phrase.items[-1]
        if last.last != item.first:
            return False
        if not last.senses and not last.names and self._capital(last):
            return not item.senses.nouns
        posts = any(concepts()[s.concept].kind == "office" for s in last.senses.nouns)
        honorific = "honorific" in last.senses.classes
        return (posts or honorific) and not item.senses.nouns

    def _owner_word(self, senses: Senses) -> str | None:
        for sense in senses:
            if sense.concept == "pron":
                for name in ("his", "hers", "its", "their", "our"):
                    if name in sense.tags:
                        return name
        return None

    def _noun_follows(self, items: list[Item], at: int) -> bool:
        """Whether a noun phrase, and no verb, begins at items[at]."""
        for item in items[at : at + 4]:
            if item.first in self.dates or item.names or item.senses.nouns:
                return True
            if any(s.pos == "adj" and concepts()[s.concept].kind in NOUN_KINDS for s in item.senses):
                return True
            if item.senses.verbs or ("that" in item.senses.classes):
                return False
            if bool(item.senses.classes & {"aux", "pron"}):
                return False
            if "determiner" in item.senses.classes:
                return True
        return False

    def _verb_possible(self, verbs: tuple[Sense, ...], phrase: Unit | None, governed: bool) -> bool:
        """Whether a word that may be a verb can be one here: not right after a preposition or an
        article, unless it is a participle ("by launching", "the planned")."""
        tags = senses_tags(verbs)
        if governed and tags and "ger" not in tags:
            return False  # "after repeated attacks": the participle describes a noun
        if phrase is None or self.pack is None or not self.head_last:
            return True
        if phrase.determined and not any(i.senses.nouns or self._complete(i) for i in phrase.items):
            # An article wants its noun first: "the planned attack", "a Greek ship".
            return False
        last = phrase.items[-1] if phrase.items else None
        plain = last is not None and not last.senses and not last.names and not self._capital(last)
        return not (phrase.roles and plain and tags <= {"pres", "inf", "imp"} and tags)

    def _complete(self, item: Item) -> bool:
        """Whether a word can be the noun of a phrase: a name, or a word nothing is known of."""
        if item.names:
            return any(a.form in ("name", "capital", "seat", "surname", "city") for a in item.names)
        return not item.senses

    def _noun_here(
        self,
        item: Item,
        out: list[Unit],
        phrase: Unit | None,
        items: list[Item],
        at: int,
        verbs: tuple[Sense, ...],
    ) -> bool:
        """Whether a word that is both noun and verb is the noun here."""
        if (
            phrase is not None
            and (phrase.determined or phrase.roles)
            and not any(i.senses.nouns for i in phrase.items)
        ):
            names = any(i.names for i in phrase.items)
            plain = sum(1 for i in phrase.items if not i.senses and not i.names)
            if (
                plain >= 2
                and senses_tags(verbs) & {"pres", "past"}
                and not any(u.kind in ("verb", "aux") for u in out)
            ):
                return False
            return not names or (self.head_last and not phrase.roles and phrase.determined)
        previous = out[-1] if out and phrase is None else None
        if previous is not None and previous.kind == "to":
            return False
        aux = (
            next((u for u in reversed(out[-3:]) if u.kind not in ("word", "neg", "cert")), None)
            if phrase is None
            else None
        )
        if aux is not None and aux.kind == "aux":
            # "was sabotage" is a noun, "was sabotaged" and "will sabotage" are verbs.
            being = bool(aux.senses.tags_of("aux") & {"be", "passive", "perfect"})
            return being and self.order == "svo" and not senses_tags(verbs) & {"part", "ger"}
        if phrase is not None and phrase.items and not self.head_last:
            # "that the attack failed": a noun with its article takes no genitive, and the clause has no verb.
            whole = (
                not phrase.roles
                and (self._definite(phrase.items[-1]) or bool(phrase.items[-1].names))
                and not self._definite(item)
            )
            in_clause = bool(out) and out[-1].kind == "that"
            return not (whole and in_clause and senses_tags(verbs) & {"past", "pres"})
        if any("inf" in s.tags for s in verbs) and not any(
            "pres" in s.tags or "past" in s.tags for s in verbs
        ):
            return True
        following = items[at] if at < len(items) else None
        tags = senses_tags(verbs)
        listed = (
            phrase is None
            and len(out) > 1
            and out[-1].kind in ("comma", "and")
            and out[-2].kind == "np"
            and bool(out[-2].nouns)
        )
        if listed and following is not None and not out[-2].who:
            sign = self.surface(following.first, following.last)
            if sign in _SIGNS or following.senses.classes & {"and"}:
                return True  # one of a list of nouns
        if (
            following is not None
            and self.head_last
            and ("aux" in following.senses.classes)
            and "part" not in tags
        ):
            return True
        object_follows = following is not None and (
            bool(following.names) or ("determiner" in following.senses.classes)
        )
        if "ger" in tags and object_follows and (phrase is None or not phrase.determined):
            return False
        if (
            phrase is not None
            and phrase.items
            and self.head_last
            and not phrase.determined
            and not phrase.roles
        ):
            name = any(a.form in ("name", "capital", "seat", "surname") for a in phrase.items[-1].names)
            if name and tags & {"past", "pres"} and not any(u.kind in ("verb", "aux") for u in out):
                return False
        if phrase is not None and phrase.items:
            # "Iran attacks" is a clause, "the Iran attacks" and "Iranian attacks" are phrases.
            last = phrase.items[-1]
            if any(a.form == "adj" for a in last.names):
                return True
            return not (following is None or following.names or ("determiner" in following.senses.classes))
        if not self.head_last:
            # Verb-first and head-first languages: after a verb or at the start of a phrase decide by
            # what stands before: a clause that has its verb already wants a noun.
            return any(u.kind == "verb" for u in out[-4:]) or self._verb_before(out)
        return any(u.kind == "verb" for u in out[-3:])

    @staticmethod
    def _side_clause(out: list[Unit]) -> bool:
        """Whether the words before are in a side clause that still waits for its verb."""
        for unit in reversed(out):
            if unit.kind in ("that", "rel", "sub", "cond"):
                return True
            if unit.kind in ("verb", "semi", "colon", "quote"):
                return False
        return False

    @staticmethod
    def _verb_before(out: list[Unit]) -> bool:
        """Whether the clause so far has a verb, however long the list of its subjects."""
        for unit in reversed(out):
            if unit.kind in ("comma", "semi", "colon", "that", "rel", "sub", "cond", "quote"):
                return False
            if unit.kind == "verb":
                return True
        return False

    def _that_or_relative(
        self, senses: Senses, out: list[Unit], phrase: Unit | None, items: list[Item], at: int
    ) -> str:
        is_that, is_rel = ("that" in senses.classes), ("relative" in senses.classes)
        determiner = ("determiner" in senses.classes) or ("pron" in senses.classes)
        said = any(u.kind == "verb" and bool(u.senses.kinds & {"speech", "modal"}) for u in out[-6:])
        before_noun = phrase is not None and bool(phrase.items)
        joined = out[:-1] if out and out[-1].kind == "and" else out
        after_comma = (
            phrase is None
            and bool(joined)
            and joined[-1].kind == "comma"
            and any(u.kind in ("np", "pron") for u in joined[:-1])
        )
        if is_that and at < len(items) and not items[at].names and not items[at].senses.verbs:
            if ("prep" in items[at].senses.classes) and not self._verb_ahead(items, at):
                return "pron"
        if is_that and is_rel:
            speech_noun = (
                before_noun
                and phrase is not None
                and any(
                    concepts()[s.concept].kind in ("speech", "modal") or concepts()[s.concept].source
                    for i in phrase.items
                    for s in i.senses.nouns
                )
            )
            if before_noun and not speech_noun and not (said and out and out[-1].kind == "verb"):
                return "rel"
            if out and out[-1].kind in ("verb", "colon", "comma") and (said or not after_comma):
                return "that" if not determiner or said else "det"
            return "rel" if after_comma else "that"
        if is_that:
            following = items[at] if at < len(items) else None
            alone = following is None or (
                not following.names and ("prep" in following.senses.classes) and not following.senses.nouns
            )
            return "pron" if alone and bool(senses.classes & {"determiner", "pron"}) else "that"
        if determiner and not (before_noun or after_comma):
            # "die", "welche", "dat" in front of a noun point at it.
            return "det" if self._noun_follows(items, at) else "pron"
        if (
            before_noun
            or after_comma
            or (out and out[-1].kind in ("np", "comma", "word", "close", "date", "pron"))
        ):
            return "rel"
        return "sub"

    def _finite_ahead(self, items: list[Item], at: int, to_and: bool = False) -> bool:
        """Whether a finite verb comes before the next comma or clause word: "after prosecutors blamed".

        to_and: a coordinator ends the search too.
        """
        for item in items[at:]:
            senses = item.senses
            if to_and and "and" in senses.classes:
                return False
            if item.first in self.dates:
                continue
            if not senses:
                if self.surface(item.first, item.last) in _SIGNS:
                    return False
                continue
            if senses.classes & {"that", "relative", "subordinate", "and", "but"} and not senses.verbs:
                if not senses.classes & {"determiner", "pron", "and"}:
                    return False
            if "aux" in senses.classes and not senses.nouns:
                return True
            if (
                senses.verbs
                and not senses.nouns
                and not item.names
                and (not senses.verb_tags or senses.verb_tags & {"past", "pres"})
            ):
                return to_and or not senses.verb_tags <= {"inf", "pres", "imp"} or self.order != "svo"
        return False

    def _infinitive_ahead(self, items: list[Item], at: int) -> bool:
        """Whether an infinitive comes before the next comma: "om … te", "um … zu"."""
        for item in items[at:]:
            if (item.senses.verbs and item.senses.verb_tags <= {"inf"}) or item.senses.verb_tags == {"inf"}:
                return True
            if self.surface(item.first, item.last) in _SIGNS:
                return False
        return False

    def _culprit_ahead(self, senses: Senses, items: list[Item], at: int) -> bool:
        """Whether "responsible … for" is there: the word and, further on before a comma, its particle."""
        for sense in senses.adjectives:
            if sense.particle and concepts()[sense.concept].kind == "culprit":
                for item in items[at : at + 8]:
                    if self.surface(item.first, item.last) in _SIGNS:
                        break
                    if self.tokens.norm[item.first] == sense.particle[0]:
                        return True
        return False

    def _verb_ahead(self, items: list[Item], at: int) -> bool:
        return any(i.senses.verbs or ("aux" in i.senses.classes) for i in items[at:])

    def _definite(self, item: Item) -> bool:
        """Whether the article stands on the (first) word of `item`."""
        article = self.pack.clitics.article if self.pack else ""
        if not article:
            return False
        word = self.surface(item.first, item.first + 1)
        return word.startswith(article) and len(self.tokens.norm[item.first]) <= len(word) - len(article)

    def _full(self, item: Item) -> bool:
        """Whether a noun can take no owner behind it: it has the article, or a form that has none."""
        if self._definite(item):
            return item.last - item.first == 1
        return any("free" in s.tags for s in item.senses.nouns)

    def _owned(self, phrase: Unit, item: Item) -> bool:
        """Whether a noun right after a noun of an act is its genitive ("the expulsion of the envoy", in a
        language that only puts them side by side)."""
        if (
            self.head_last
            or self.pack is None
            or self.pack.habits.order.genitive != "after"
            or not phrase.items
        ):
            return False
        last = phrase.items[-1]
        if phrase.poss is not None or phrase.owner_pronoun or last.names or not last.senses.nouns:
            return False
        if (self._definite(last) and last.last - last.first == 1) or not last.senses.noun_kinds & _ACTS:
            return False
        return bool(item.senses.nouns) or bool(
            {a.form for a in item.names} & {"name", "capital", "seat", "city"}
        )

    def _starts_anew(self, phrase: Unit, item: Item) -> bool:
        """Whether a noun right after a phrase opens a new one ("Albanië Iran beschuldigt", "اتهمت
        الحكومة الألبانية إيران")."""
        if not phrase.items or phrase.poss is not None:
            return False
        if self.surface(item.first, item.last)[0].isdigit() and any(i.senses.nouns for i in phrase.items):
            return True  # "gave the diplomats 48 hours"
        forms = {a.form for a in item.names}
        last = phrase.items[-1]
        last_forms = {a.form for a in last.names}
        name = bool(forms & {"name", "capital", "seat"})
        if self.head_last:
            if (
                forms == {"surname"}
                and last_forms & {"name", "capital", "seat"}
                and not self._person(last.names)
            ):
                return True
            if item.senses.nouns and not forms and self._state_alone(phrase):
                return True
            if (
                self.order == "second"
                and item.senses.nouns
                and not forms
                and last.senses.nouns
                and not last.names
                and last.last == item.first
            ):
                return True  # languages that write compounds as one word: two nouns are two phrases
            if (
                not forms
                and not item.senses
                and last_forms & {"name", "capital", "seat"}
                and self._capital(item)
            ):
                return self.cast.by_surname(self.surface(item.first, item.last)) is not None
            if name and last_forms & {"name", "capital", "seat", "surname"} and not forms & {"surname"}:
                return not self._person(item.names) or self._person(last.names)
            return False
        if self._definite(item) and forms & {"adj"}:
            return False  # "the Syrian town", though "Syria" may be written like the adjective
        agrees = bool(forms & {"adj"}) and not self._definite(last)
        if (
            last.senses.nouns
            and self._full(last)
            and not agrees
            and not self._person(item.names)
            and (name or item.senses.nouns)
        ):
            return not forms or name
        if phrase.owner_pronoun and (name or item.senses.nouns) and not self._person(item.names):
            return (not forms or name) and not (
                self._definite(item) and not name
            )  # "its diplomatic relations"
        closed = bool(last_forms & {"adj", "name", "capital", "seat", "surname"}) and len(phrase.items) >= 1
        if name and closed:
            return not (
                self._person(item.names)
                and not self._person(last.names)
                and any(i.senses.nouns for i in phrase.items)
            )
        if item.senses.nouns and not forms:
            return bool(last_forms & {"adj", "name", "capital", "seat"}) and any(
                True for i in phrase.items if i.senses.nouns or i.names
            )
        return False

    def _state_alone(self, phrase: Unit) -> bool:
        """Whether a phrase ends in the name of a state or an armed group, which in languages that write
        compounds as one word describes no noun behind it: it is a phrase of its own."""
        if self.order != "second" or len(phrase.items) != 1:
            return False
        return any(
            a.form == "name" and a.entity.startswith(("country:", "group:")) for a in phrase.items[-1].names
        )

    @staticmethod
    def _person(aliases: tuple[Alias, ...]) -> bool:
        return bool(aliases) and aliases[0].entity.startswith("person:")

    # ── whom a phrase names ──

    def resolve(self, unit: Unit) -> None:
        """Fill in who, adj and nouns of a noun phrase, and tell the cast of every name in it."""
        cast = self.cast
        found: list[tuple[Who, str, int]] = []
        if unit.items:
            unit.words = " ".join(self.surface(unit.items[0].first, unit.items[-1].last).split())
        unit.nouns = []
        for number, item in enumerate(unit.items):
            nouns = item.senses.nouns
            adjectives = item.senses.adjectives
            chosen = cast.choose(self._of_country(unit, number)) if item.names else None
            if chosen is None and item.names:
                chosen = self._in_context(unit, number, item)
            if chosen is not None:
                who, alias = chosen
                start, end = self.tokens.start[item.first], self.tokens.end[item.last - 1]
                form = alias.form
                if form in ("adj", "people") and self._adjective_here(unit, number, item):
                    form = "adj"
                elif form == "adj":
                    form = "people" if any(a.form == "people" for a in item.names) else "adj"
                if form == "capital" and (city := cast.capital(who)):
                    cast.mention(city, start, end, Reason("name:capital", start, end, alias.text))
                elif form not in ("adj", "people"):
                    cast.mention(who, start, end, Reason("name:" + alias.form, start, end, alias.text))
                found.append((who, form, number))
            if (
                chosen is not None
                and found[-1][1] == "name"
                and found[-1][0].type == "country"
                and len(unit.items) == 1
            ):
                continue  # a state whose name is also a word is the state where it stands alone
            for sense in [*nouns, *adjectives]:
                if not any(c == sense.concept and n == number for c, _, n in unit.nouns):
                    unit.nouns.append((sense.concept, sense, number))
        self._guess(unit, found)
        persons = [w for w, f, _ in found if w.type == "person"]
        adjective = next((w for w, f, _ in found if f == "adj"), None)
        owners = [w for w, f, _ in found if f in ("name", "capital", "seat", "people") and w.type != "person"]
        unit.adj = adjective
        start, end = (
            self.tokens.start[unit.items[0].first] if unit.items else 0,
            self.tokens.end[unit.last - 1],
        )
        bodies = [
            (c, n)
            for c, _, n in unit.nouns
            if concepts()[c].kind in ("organ", "office", "people") and self._body_here(unit, n)
        ]
        if persons:
            unit.who = tuple(persons)
            for concept, _ in bodies:
                if concepts()[concept].kind == "office":
                    cast.remember(concept, persons[0], self._word(unit, concept))
            if bodies and persons[0].state is None and (home := adjective or next(iter(owners), None)):
                persons[0] = self._citizen(persons[0], home, bodies[0][0])
                unit.who = tuple(persons)
            return
        group = self._opposition(unit, adjective or next(iter(owners), None))
        if group is not None:
            unit.who = (group,)
            return
        if bodies:
            concept = self._narrowest(bodies)
            if concept == "state_hackers" or (
                concept == "hackers" and adjective is not None and unit.has("government")
            ):
                concept = "government"  # "Iranian state-linked actors" act for the state
            land: Who | None = adjective or unit.poss or next(iter(owners), None)
            if land is None and unit.owner_pronoun and concepts()[concept].kind != "people":
                personal = unit.owner_pronoun in ("his", "hers") and cast.last_person is not None
                land = (
                    cast.store_state(cast.last_person) if personal and cast.last_person else cast.last_actor
                )
            implied = land is None and unit.of is None and not unit.has("state_hackers")
            if implied:
                land = self._implied(concept)
            if land is not None and (body := self._body_of(concept, land)):
                if not implied:
                    cast.remember(concept, body, self._word(unit, concept))
                    cast.mention(body, start, end, Reason("body:" + concept, start, end, land.label))
                unit.who, unit.implied = (body,), implied
                return
            # "the security company X": a body that is named beside what it is.
            unit.who = tuple(w for w in owners if w.type in ("org", "group", "threat_actor"))[:1]
            return
        # "Microsoft report", "the Iran attacks": a name beside a noun that is no body owns it; behind the
        # noun it is its genitive, whose meaning the noun decides.
        acts = [(c, n) for c, _, n in unit.nouns]
        if owners and acts and unit.poss is None:
            place = next(n for w, _, n in found if w == owners[0])
            if self.head_last and place < max(n for _, n in acts):
                unit.poss = owners[0]
            else:
                unit.genitive = owners[0]
            return
        unit.who = tuple(dict.fromkeys(owners))

    def _body_here(self, unit: Unit, number: int) -> bool:
        """Whether a word that can be short for a body ("الخارجية", the Foreign; the foreign) is one where
        adjectives follow their nouns: at the head of the phrase, or behind a post."""
        if self.head_last:
            return True
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
        return self.tokens.norm[unit.items[number].first] if number is not None else ""

    def _opposition(self, unit: Unit, land: Who | None) -> Who | None:
        """ "Iranian dissidents": the one opposition group of that state the report has named."""
        if land is None or land.type != "country" or not unit.has("opposition_label"):
            return None
        return self.cast.only_group(land.country)

    def _implied(self, concept: str) -> Who | None:
        """The state of "the government" alone inside somebody's own words: the speaker's."""
        sense = concepts()[concept]
        if sense.kind == "organ" and sense.sector in ("GOV", "LEG") and self.cast.speaking is not None:
            return self.cast.store_state(self.cast.speaking)
        return None

    def _adjective_here(self, unit: Unit, number: int, item: Item) -> bool:
        """Whether "Russian" is the adjective of a noun beside it, not "a Russian"."""
        if not any(a.form == "adj" for a in item.names):
            return False
        beside = range(number + 1, len(unit.items)) if self.head_last else range(number - 1, -1, -1)
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
        the state ("Georgia", but not "Georgia Smith"); a short form counts where its country is met."""
        beside = [unit.items[n] for n in (number - 1, number + 1) if 0 <= n < len(unit.items)]
        states = {a.entity for a in item.names if a.entity.startswith("country:")}
        if len(states) == 1 and not any(not i.senses and not i.names and self._capital(i) for i in beside):
            alias = next(a for a in item.names if a.entity in states)
            known = self.cast.store.get(alias.entity)
            return (known_who(known, self.cast.day), alias) if known else None
        short = [a for a in item.names if a.case == "upper" and not a.entity.startswith("country:")]
        if len({a.entity for a in short}) == 1:
            known = self.cast.store.get(short[0].entity)
            if known is not None and known.country and self.cast.has(f"country:{known.country}"):
                return known_who(known, self.cast.day), short[0]
        return None

    def _citizen(self, person: Who, land: Who, concept: str) -> Who:
        sense = concepts()[concept]
        if (
            sense.private
            or (concept in ("lawmaker", "leader") and land.type == "country")
            or land.type not in ("country", "org", "group")
        ):
            return person
        return Who(person.id, person.label, person.type, land.country, land.sector, land.id)

    def _narrowest(self, bodies: list[tuple[str, int]]) -> str:
        """Of several bodies in one phrase the one that is its head."""
        ranked = sorted(bodies, key=lambda b: b[1], reverse=self.head_last)
        return ranked[0][0]

    def _body_of(self, concept: str, land: Who) -> Who | None:
        if land.type == "country" or (land.country and land.id.startswith("country:")):
            return self.cast.body(concept, land.country)
        sense = concepts()[concept]
        if land.type == "person" or sense.private or concept in _OF_STATES:
            return None
        if sense.kind in ("office", "people", "thing") or land.type in ("org", "group"):
            return land
        if land.type == "place" and land.country:
            return self.cast.body(concept, land.country)
        return None

    def _guess(self, unit: Unit, found: list[tuple[Who, str, int]]) -> None:
        """Names not known before: capitals in scripts that have them, a post in front in those that
        have none."""
        taken = {n for _, _, n in found}
        run: list[int] = []
        for number, item in enumerate([*unit.items, None]):
            plain = item is not None and number not in taken and self._namelike(item, unit.items, number)
            if plain:
                run.append(number)
                continue
            if run:
                self._met(unit, run, found)
                run = []

    def _namelike(self, item: Item, items: list[Item], number: int) -> bool:
        text = self.surface(item.first, item.last)
        if item.senses:
            before = Unit("np", 0, 0, items=items[:number])
            return self._capital_name(item, before)
        if not text[0].isalpha() or (item.names and self.cast.choose(item.names)):
            return False
        return text[0].isupper() if self.cased else len(text) > 1

    def _met(self, unit: Unit, run: list[int], found: list[tuple[Who, str, int]]) -> None:
        items = unit.items
        first, last = items[run[0]].first, items[run[-1]].last
        start, end = self.tokens.start[first], self.tokens.end[last - 1]
        surface = self.text[start:end]
        posts = [
            n
            for n, i in enumerate(items)
            if (n not in run and any(concepts()[s.concept].kind == "office" for s in i.senses.nouns))
            or ("honorific" in i.senses.classes)
        ]
        titled = any(n < run[0] for n in posts)
        if len(run) == 1 and (who := self.cast.by_surname(surface)):
            self.cast.mention(who, start, end, Reason("name:surname", start, end, who.label))
            found.append((who, "name", run[0]))
            return
        if not self.cased:
            article = self.pack.clitics.article if self.pack else ""
            if article and surface.startswith(article):
                return  # given names have no article: "the nuclear scientists"
            if titled and len(run) <= 4:
                who = self.cast.meet(
                    surface, start, end, "person", None, Reason("name:after a post", start, end)
                )
                found.append((who, "name", run[0]))
            return
        if len(run) >= 2 and (glued := self._glued(items, run)) is not None:
            who, end = glued
            cast_reason = Reason("name:run into the next word", start, end, who.label)
            self.cast.mention(who, start, end, cast_reason)
            found.append((who, "name", run[0]))
            return
        single = len(run) == 1
        if (first == 0 or self._sentence_start(first)) and single and not titled:
            return
        if titled:
            who = self.cast.meet(surface, start, end, "person", None, Reason("name:after a post", start, end))
        elif single and not surface.isupper():
            return
        else:
            people = {s.concept for i in unit.items for s in i.senses.nouns} & {
                "hackers",
                "militants",
                "company",
            }
            kind = "org" if people or surface.isupper() or any(c.isdigit() for c in surface) else "person"
            who = self.cast.meet(surface, start, end, kind, None, Reason("name:capitals", start, end))
        found.append((who, "name", run[0]))

    def _glued(self, items: list[Item], run: list[int]) -> tuple[Who, int] | None:
        """A known full name that a broken page ran into the word behind it: "John Boltonen". Returns who it
        is and where the name ends in the text."""
        last = items[run[-1]]
        start, end = self.tokens.start[last.first], self.tokens.end[last.last - 1]
        for cut in range(end - 2, start + 3, -1):
            if not self.text[cut:end].islower():
                break
            aliases = self.find_name(
                [self.tokens.bare[items[n].first] for n in run[:-1]] + [bare(self.text[start:cut])]
            )
            persons = [a for a in aliases if a.entity.startswith("person:") and not a.ambiguous]
            if persons and (known := self.cast.store.get(persons[0].entity)):
                return known_who(known, self.cast.day), cut
        return None

    def _sentence_start(self, first: int) -> bool:
        start = self.tokens.start[first]
        before = self.text[max(0, start - 3) : start].strip()
        return not before or before[-1] in '.!?:\n"“«'

    # ── phrases on phrases ──

    def _hang(self, units: list[Unit]) -> None:
        """Hang "of" phrases on the phrase before them, join phrases linked by "and", and let a phrase
        between commas that names nobody new explain the one before it."""
        previous: Unit | None = None
        if not self.head_last:
            self._titled(units)
        for number, unit in enumerate(units):
            if unit.parent is not None:
                continue
            if (
                unit.kind == "np"
                and "linked" in unit.roles
                and (not number or units[number - 1].kind not in ("np", "pron"))
                and unit.everybody()
            ):
                # "parties linked to X", where nothing is known of the noun: they act for X.
                unit.roles, unit.who, unit.nouns = frozenset(), unit.everybody(), []
            if unit.kind != "np":
                if unit.kind not in ("and", "comma", "word", "gap", "cert"):
                    previous = None
                continue
            if (
                previous is not None
                and number
                and units[number - 1] is previous
                and unit.roles & {"of", "linked"}
            ):
                unit.parent = previous
                previous.of = unit
                self._own(previous, unit)
            elif previous is not None and units[number - 1] is previous and self._seated(previous, unit):
                self._own(previous, unit)
            elif previous is not None and self._genitive(units, number, previous):
                unit.parent = previous
                previous.of = unit
                self._own(previous, unit)
            elif previous is not None and self._explains(units, number, previous):
                previous.who = unit.who
                unit.parent = previous
            elif previous is not None and units[number - 1].kind in ("and", "comma"):
                head = previous
                while head.parent is not None and not unit.roles:
                    head = head.parent
                linked = self._linked(units, number, head, unit)
                if linked:
                    target = previous if (previous.roles == unit.roles or not unit.roles) else head
                    target.group.append(unit)
                    unit.parent = target
                    unit.roles = unit.roles or target.roles
            previous = unit

    def _seated(self, head: Unit, place: Unit) -> bool:
        """ "the ministry in Tehran", "the court in Antwerp": a body of the state its seat is in. An embassy
        is not."""
        if head.who or not place.roles & {"in", "at"} or not place.who:
            return False
        return any(
            concepts()[c].kind == "organ" and not concepts()[c].thing for c, _, _ in head.nouns
        ) and not head.has("mission")

    def _genitive(self, units: list[Unit], number: int, head: Unit) -> bool:
        """Where owners stand unmarked behind their noun: "استضافة 3 آلاف", the hosting of 3,000."""
        if self.pack is None or self.pack.habits.order.genitive != "after" or units[number - 1] is not head:
            return False
        unit = units[number]
        act = any(concepts()[c].kind in ("event", "part", "modal", "light") for c, _, _ in head.nouns)
        counting = not head.nouns and not head.who and self._numeral(head)
        return (
            not unit.roles
            and head.of is None
            and (act or counting)
            and not head.who
            and not self._full(head.items[-1])
        )

    def _titled(self, units: list[Unit]) -> None:
        """ "The envoy of Iran, Such-a-one": a person right after a post and what hangs on it."""
        for number, unit in enumerate(units):
            if (
                unit.kind != "np"
                or unit.roles
                or unit.nouns
                or len(unit.who) != 1
                or unit.who[0].type != "person"
            ):
                continue
            at = number - 1
            while at >= 0 and units[at].kind == "np" and units[at].roles and units[at].parent is None:
                at -= 1
            if at < 0 or at == number - 1 or units[at].kind != "np":
                continue
            head = units[at]
            if any(concepts()[c].kind == "office" for c, _, _ in head.nouns) and not any(
                w.type == "person" for w in head.who
            ):
                head.who, unit.parent = unit.who, head

    def _numeral(self, unit: Unit) -> bool:
        return any(self.surface(i.first, i.last)[0].isdigit() for i in unit.items)

    def _explains(self, units: list[Unit], number: int, head: Unit) -> bool:
        """ "our NATO ally, Albania,": a name between commas says who is meant by the noun before it."""
        unit = units[number]
        if (
            units[number - 1].kind != "comma"
            or unit.roles
            or len(unit.who) != 1
            or unit.determined
            or unit.nouns
        ):
            return False
        if not any(concepts()[c].kind in ("people", "office") for c, _, _ in head.nouns) or any(
            w.type == "person" for w in head.who
        ):
            return False
        following = units[number + 1] if number + 1 < len(units) else None
        return following is None or following.kind in ("comma", "gap", "close")

    def _linked(self, units: list[Unit], number: int, head: Unit, unit: Unit) -> bool:
        """Whether `unit` continues a list that `head` began: joined by "and" now or further on."""
        if unit.roles and unit.roles != head.roles:
            return False
        if not head.who or not unit.who:
            return (
                units[number - 1].kind == "and"
                and bool(unit.nouns)
                and bool(head.nouns)
                and unit.determined == head.determined
            )
        if units[number - 1].kind == "and":
            return {w.type for w in head.who} <= {"country", "org", "group", "person", "role", "threat_actor"}
        same = head.who[0].type == unit.who[0].type
        later = units[number + 1 : number + 8]
        return same and any(
            u.kind == "and" and n + 1 < len(later) and later[n + 1].kind == "np" and later[n + 1].who
            for n, u in enumerate(later)
        )

    def _own(self, head: Unit, owner: Unit) -> None:
        """ "the government of Albania": a body takes its state from the "of" phrase, and from it alone."""
        if head.who and not head.implied:
            return
        bodies = [(c, n) for c, _, n in head.nouns if concepts()[c].kind in ("organ", "office", "people")]
        found = owner.everybody()
        if bodies and found:
            # "elements linked to X" act for X; "the government of X" is a body of it.
            who = found[0] if "linked" in owner.roles else self._body_of(self._narrowest(bodies), found[0])
            if who is not None:
                start, end = self.tokens.start[head.items[0].first], self.tokens.end[owner.last - 1]
                self.cast.mention(who, start, end, Reason("body:of", start, end, found[0].label))
                head.who = (who,)


def senses_tags(senses: tuple[Sense, ...]) -> frozenset[str]:
    """The tags of all of some senses."""
    return frozenset().union(*(s.tags for s in senses)) - {"governs"}


def seat_as_place(unit: Unit) -> bool:
    """Whether a capital in this phrase is a mere place ("in Tehran"), no government."""
    return bool(unit.roles & _PLACE_ROLES) and not unit.roles & {"by", "against", "with", "on", "of"}


__all__ = ["NOUN_KINDS", "Phraser", "known_who", "seat_as_place"]
