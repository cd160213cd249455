"""Word classes: what kind of word an item is in its place.

Nothing here knows a language: the order of the words comes from the pack, and everything else from
their senses. A word with several readings is decided by its neighbours.
"""

from dragoman.languages import Senses, concepts
from dragoman.reading.cast import Cast
from dragoman.reading.lookahead import Lookahead, verb_ahead
from dragoman.reading.nounverb import NounOrVerb, bracket_open, verb_before
from dragoman.reading.place import Place
from dragoman.reading.scan import Item
from dragoman.reading.units import Unit
from dragoman.reading.words import UNKNOWN_WORDS, Words

_NEGATING_JOINING = {"negation": "neg", "and": "and", "or": "or", "but": "but"}
_OWNING = frozenset({"his", "hers", "its", "their", "our"})
_PAST = frozenset({"past"})
_BARE_FORMS = frozenset({"inf", "pres", "imp"})
_OPENERS = frozenset({"that", "rel", "sub", "cond", "comma", "semi", "colon"})


def _says_who_did_it(senses: Senses, place: Place) -> bool:
    """Whether a preposition says who did something, after a form of "be": "was likely behind the attack"."""
    if not any(concepts()[a.concept].kind == "culprit" for a in senses.adjectives):
        return False
    if place.phrase is not None:
        return _heads_without_verb(place)
    before = next((u for u in reversed(place.out) if u.kind not in ("cert", "neg", "word")), None)
    return before is not None and before.kind == "aux" and "be" in before.senses.tags_of("aux")


def _heads_without_verb(place: Place) -> bool:
    """ "Iran behind hack of ministry": in a heading without a verb, somebody named and an act."""
    phrase, following = place.phrase, place.following()
    if phrase is None or phrase.roles or following is None or not any(i.names for i in phrase.items):
        return False
    if "event" not in following.senses.noun_kinds:
        return False
    return not any("aux" in i.senses.classes or (i.senses.verbs and not i.senses.nouns) for i in place.items)


_INFINITIVE = frozenset({"inf"})
"""Where an infinitive has a form of its own ("veut expulser"), it is governed."""


def _particle(senses: Senses) -> bool:
    """Whether a word right after a verb is its particle, for all its own forms are bare: "traced back",
    "set out"."""
    tags = senses.verb_tags
    return tags <= _BARE_FORMS and tags != _INFINITIVE and all(s.tags for s in senses.verbs)


def _awaits_that(out: list[Unit], phrase: Unit | None) -> bool:
    """Whether a verb of saying whose content may be a clause stands before the open phrase, which is who
    says it or to whom: "told reporters on Monday that", not "condemned the attack that"."""
    last = next((u for u in reversed(out) if u.kind not in ("date", "word", "cert", "gap")), None)
    if last is None or last.kind != "verb":
        return False
    senses = [concepts()[s.concept] for s in last.senses.verbs]
    if not any(
        s.kind in ("speech", "modal") and (s.type is None or "that" in s.content or not s.recipient)
        for s in senses
    ):
        return False
    things = [i for i in phrase.items if i.senses.nouns and not i.names] if phrase is not None else []
    return not things or any(
        concepts()[s.concept].kind in ("organ", "office", "people") for i in things for s in i.senses.nouns
    )


class WordClass:
    """Decides for the words of one document."""

    def __init__(self, words: Words, cast: Cast, ahead: Lookahead) -> None:
        self.words, self.cast, self.ahead = words, cast, ahead
        self.noun_or_verb = NounOrVerb(words)
        self.order, self.cased = words.order, words.cased

    def kind(self, item: Item, place: Place) -> str:
        """The kind of `item`: noun verb word det prep poss adverb hyphen gap, or that of a unit."""
        senses = item.senses
        # A name that is also a word ("May", "Will") is a name where it is written as one and not first in
        # its sentence.
        if item.names and (not senses.classes or not self.cased or item.first != place.items[0].first):
            return "noun"
        if not senses.known:
            return self._unknown(item)
        if senses.plain_verb:
            return self._plain_verb(item, place)
        return senses.settled or self.in_place(item, place)

    def _plain_verb(self, item: Item, place: Place) -> str:
        """`in_place` for a word that can only be a verb or part of a name: most of those it decides."""
        senses, phrase, out = item.senses, place.phrase, place.out
        if phrase is None:
            governed = bool(place.roles)
            if governed and not self.noun_or_verb.verb_possible(senses.verb_tags, None, True):
                return "noun"
        elif (phrase.items and self.words.named(item, phrase.items)) or not self.noun_or_verb.verb_possible(
            senses.verb_tags, phrase, False
        ):
            return "noun"
        if self.order == "second":
            return "noun" if senses.verb_tags == _PAST and bracket_open(out) else "verb"
        after_verb = phrase is None and self.order == "svo" and bool(out) and out[-1].kind == "verb"
        if after_verb and item.last - item.first == 1 and _particle(senses):
            return "word"
        return "verb"

    def _unknown(self, item: Item) -> str:
        """The kind of a sign, or of a word nothing is known of."""
        words = self.words
        kind = UNKNOWN_WORDS[words.text[words.tokens.start[item.first]]]
        if kind == "word" and not self.cased and self.cast.by_surname(words.written(item)) is not None:
            return "noun"
        return kind

    def in_place(self, item: Item, place: Place) -> str:
        """The kind of a word with senses by what stands around it, be it settled or not."""
        senses, phrase = item.senses, place.phrase
        # Most words are of no function-word class: they skip those questions.
        classes = senses.classes
        if classes:
            if "quote" in classes:
                return "quote"
            if (kind := self._marker(senses, place)) is not None:
                return kind
        elif phrase is not None and phrase.items and self.words.named(item, phrase.items):
            return "noun"
        if senses.adjectives and self.order == "vso" and self._verbless_culprit(senses, place):
            return "verb"
        if classes and (kind := self._governing(senses, place)) is not None:
            return kind
        return self._content(item, place)

    def _marker(self, senses: Senses, place: Place) -> str | None:
        """The kind of a word that marks owners, clauses, auxiliaries, doubt, "no" and "and"."""
        classes, nouns, phrase = senses.classes, senses.nouns, place.phrase
        if "poss" in classes and phrase is not None and phrase.items:
            return "poss"
        if "certainty" in classes:
            return "cert"
        if not senses.verbs:
            for name, kind in _NEGATING_JOINING.items():
                if name in classes:
                    return kind
        aux = "aux" in classes
        if (
            aux
            and "prep" in classes
            and not place.out
            and place.phrase is None
            and self.ahead.noun(place.items, place.at)
        ):
            return "prep"  # "A Kiev, …": capitals are often written without their accents
        if aux and not nouns:
            owns = senses.owner is not None and place.at < len(place.items) and self._owns(place)
            return "det" if owns else "aux"
        if "that" in classes or "relative" in classes:
            return self._that_or_relative(senses, place)
        if "conditional" in classes and not aux and self.ahead.finite(place.items, place.at, to_and=True):
            return "cond"
        if "purpose" in classes:
            if self._before_infinitive(place):
                return "to"
            if self.order != "svo" and self.ahead.infinitive(place.items, place.at):
                return "to"
            if "prep" not in classes:
                return "to" if not nouns else "noun"
        return None

    def _before_infinitive(self, place: Place) -> bool:
        """Whether an infinitive comes next, or behind what may stand in front of it: "de ne pas l'avoir"."""
        for item in place.items[place.at : place.at + 4]:
            senses = item.senses
            if "inf" in senses.verb_tags:
                return not item.names
            pronoun = "pron" in senses.classes and "object" in senses.tags_of("pron")
            if not pronoun and not senses.classes & {"negation", "other"}:
                return False
        return False

    def _verbless_culprit(self, senses: Senses, place: Place) -> bool:
        """ "that Iran (is) behind the attack": no verb of being is needed where verbs come first."""
        following = place.following()
        if following is None or "event" not in following.senses.noun_kinds:
            return False
        if not any(concepts()[a.concept].kind == "culprit" for a in senses.adjectives):
            return False
        for unit in reversed(place.out):
            if unit.kind in _OPENERS:
                return True
            if unit.kind == "verb":
                return False
        return True

    def _governing(self, senses: Senses, place: Place) -> str | None:
        """The kind of a word with a clause or a phrase behind it: "after", "in", "the", "his"."""
        classes, items, at = senses.classes, place.items, place.at
        prep = "prep" in classes
        if "subordinate" in classes and (
            not prep or self.ahead.finite(items, at) or not self.ahead.noun(items, at)
        ):
            return "sub"
        if prep and "determiner" in classes and self._opens_phrase(senses, place):
            return "det"
        if prep:
            return "verb" if senses.adjectives and _says_who_did_it(senses, place) else "prep"
        if {"determiner", "pron"} <= classes and self._stands_alone(senses, place):
            return "pron"
        if "determiner" in classes and (not senses.verbs or not senses.verb_tags & {"past", "pres", "inf"}):
            return "det"
        if "pron" in classes and not senses.nouns and not senses.verbs:
            if place.phrase is not None and place.phrase.items and "latter" in senses.tags_of("pron"):
                return "word"  # "the last attacks", where adjectives follow their noun
            if senses.owner and self.ahead.noun(items, at):
                return "det"
            return "pron"
        return None

    def _opens_phrase(self, senses: Senses, place: Place) -> bool:
        """Whether a word that is article and "of" in one (French "des") is the article: behind no noun it
        could hang on. One that opens infinitives as well ("de") is an article behind "no" alone."""
        if place.phrase is not None:
            return False
        out = [u for u in place.out if u.kind not in ("date", "cert", "gap", "word")]
        if "purpose" in senses.classes:
            return bool(out) and out[-1].kind == "neg" and not place.governed
        if place.governed or not out:
            return True
        word = self.words.tokens.norm[place.items[place.at - 1].first]
        if out[-1].kind == "verb" and word in out[-1].senses.particles:
            return False  # "doute des conclusions"
        if out[-1].kind == "verb" and "part" in out[-1].senses.tags:
            # "exclus des négociations", but "ont expulsé des diplomates"
            aux = next((u for u in reversed(out[:-1]) if u.kind not in ("neg", "word")), None)
            return aux is not None and aux.kind == "aux" and "passive" not in aux.senses.auxiliary
        return out[-1].kind not in ("np", "close", "quote", "pron")

    def _before_its_verb(self, following: Senses, place: Place) -> bool:
        """Whether a word that is article and object pronoun in one stands before its verb: "l'accuse",
        "de l'accuser", "les a expulsés". following: the word behind it."""
        tags = following.verb_tags
        if "aux" in following.classes and not following.nouns:
            return True
        if following.classes & {"negation", "other", "prep", "certainty"} or not following.verbs:
            return False
        if "inf" in tags and not following.nouns:
            return bool(place.out)
        if not tags & {"pres", "past", "fut"} or not place.out or (place.phrase is None and place.roles):
            return False
        subject = False
        for unit in reversed(place.out):
            if unit.kind in ("that", "rel", "sub", "cond", "semi", "colon", "quote"):
                subject = subject or unit.kind == "rel"
                break
            if unit.kind in ("verb", "aux", "to"):
                # "et l'accuse": a verb may go on with the subject of the one before
                subject = place.out[-1].kind in ("and", "comma", "but") and not following.nouns
                break
            subject = subject or (unit.kind in ("np", "pron") and not unit.roles)
        if following.nouns and (place.phrase is None and place.out[-1].kind != "np"):
            return False
        return subject and not self.ahead.finite(place.items, place.at + 1, to_and=True)

    def _stands_alone(self, senses: Senses, place: Place) -> bool:
        """Whether a word that is article and pronoun in one has no noun behind it: "dat het niet …"."""
        following = place.following()
        if following is None or following.names:
            return False
        if senses.owner is not None and senses.tags_of("pron") <= _OWNING:
            return False
        if "object" in senses.tags_of("pron"):
            return self._before_its_verb(following.senses, place)
        if following.senses.nouns or following.senses.adjectives:
            return False
        classes = following.senses.classes
        if classes & {"negation", "aux", "prep", "other", "certainty"}:
            return True
        return bool(following.senses.verbs) and "inf" not in following.senses.verb_tags

    def _content(self, item: Item, place: Place) -> str:
        """The kind of a word by its nouns, verbs and adjectives."""
        senses, out, phrase = item.senses, place.out, place.phrase
        nouns, verbs = senses.nouns, senses.verbs
        if verbs and self.order == "second" and senses.verb_tags == _PAST and bracket_open(out):
            return "noun"
        if (
            verbs
            and (phrase is not None or place.roles)
            and not self.noun_or_verb.verb_possible(senses.verb_tags, phrase, place.governed)
        ):
            return "noun"
        if (
            verbs
            and phrase is None
            and self.order == "svo"
            and out
            and out[-1].kind == "verb"
            and item.last - item.first == 1
            and _particle(senses)
        ):
            return "noun" if nouns else "word"
        if (
            nouns
            and senses.adjectives
            and ((phrase is None and not place.governed) or self.words.head_last)
            and self.ahead.particle_of_culprit(senses, place.items, place.at)
        ):
            return "verb"
        if verbs:
            return "noun" if nouns and self.noun_or_verb.is_noun(item, place) else "verb"
        if nouns:
            return "noun"
        if senses.adjectives:
            return self._fixed_word(senses, place)
        for name, kind in (("honorific", "noun"), ("question", "sub"), ("other", "adverb")):
            if name in senses.classes:
                return kind
        return "word"

    def _fixed_word(self, senses: Senses, place: Place) -> str:
        """The kind of an adjective or of fixed words ("convinced that", "responsible for")."""
        out = place.out
        if self.ahead.particle_of_culprit(senses, place.items, place.at):
            # "is verantwoordelijk voor" is the verb of its clause, which "houdt X verantwoordelijk voor"
            # has already.
            return "word" if self.order == "second" and verb_before(out) else "verb"
        kind = concepts()[senses.adjectives[0].concept].kind
        if kind not in ("speech", "event", "modal", "light", "effect", "culprit") or place.phrase is not None:
            return "noun"
        if kind in ("modal", "light", "effect"):
            return "verb"
        # "is convinced that", "was behind": a fixed word is the verb of its clause after a form of "to be";
        # elsewhere it explains a noun.
        reach = out if self.order == "second" and kind == "culprit" else out[-3:]
        return "verb" if any(u.kind == "aux" for u in reach) else "noun"

    def _owns(self, place: Place) -> bool:
        """Whether a word that is "are" and "his" (Dutch "zijn") is "his"."""
        out, items, at = place.out, place.items, place.at
        following = items[at].senses
        if (
            (following.verbs and not following.nouns)
            or following.classes & {"aux", "prep", "determiner", "and"}
            or self.words.is_sign(items[at])
        ):
            return False
        if place.governed or (
            place.phrase is None
            and (not out or out[-1].kind in ("and", "verb", "aux", "comma", "that", "sub", "rel"))
        ):
            return True
        for unit in reversed(out):
            if unit.kind in ("that", "rel", "sub", "cond", "semi", "colon"):
                return False
            if unit.kind in ("verb", "aux"):
                return True
        return False

    def _that_or_relative(self, senses: Senses, place: Place) -> str:
        """Whether "that", "die", "welche" opens a clause, explains a phrase, or points at a noun."""
        out, phrase, items, at = place.out, place.phrase, place.items, place.at
        is_that, is_rel = "that" in senses.classes, "relative" in senses.classes
        determiner = "determiner" in senses.classes or "pron" in senses.classes
        said = any(u.kind == "verb" and bool(u.senses.kinds & {"speech", "modal"}) for u in out[-6:])
        before_noun = phrase is not None and bool(phrase.items)
        joined = out[:-1] if out and out[-1].kind == "and" else out
        after_comma = (
            phrase is None
            and bool(joined)
            and joined[-1].kind == "comma"
            and any(u.kind in ("np", "pron") for u in joined[:-1])
        )
        following = place.following()
        if (
            is_that
            and following is not None
            and not following.names
            and not following.senses.verbs
            and "prep" in following.senses.classes
            and not verb_ahead(items, at)
        ):
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
            if before_noun and not speech_noun and not (said and _awaits_that(out, phrase)):
                return "rel"
            if out and out[-1].kind in ("verb", "colon", "comma") and (said or not after_comma):
                return "that" if not determiner or said else "det"
            return "rel" if after_comma else "that"
        if is_that:
            alone = following is None or (
                not following.names and "prep" in following.senses.classes and not following.senses.nouns
            )
            return "pron" if alone and bool(senses.classes & {"determiner", "pron"}) else "that"
        if determiner and not (before_noun or after_comma):
            # "die", "welche", "dat" in front of a noun point at it.
            return "det" if self.ahead.noun(items, at) else "pron"
        if (
            before_noun
            or after_comma
            or (out and out[-1].kind in ("np", "comma", "word", "close", "date", "pron"))
        ):
            return "rel"
        return "sub"
