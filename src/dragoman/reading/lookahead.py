"""Looking ahead: what comes after a word, before the next comma or clause word."""

from collections.abc import Container

from dragoman.languages import NOUN_KINDS, Senses, concepts
from dragoman.reading.scan import Item
from dragoman.reading.words import Words


class Lookahead:
    """dates: the tokens a date expression begins at. items, at: a sentence, and where to look from."""

    def __init__(self, words: Words, dates: Container[int]) -> None:
        self.words, self.dates = words, dates

    def noun(self, items: list[Item], at: int) -> bool:
        """Whether a noun phrase, and no verb, begins at items[at]."""
        for item in items[at : at + 4]:
            if item.first in self.dates or item.names or item.senses.nouns:
                return True
            if any(concepts()[s.concept].kind in NOUN_KINDS for s in item.senses.adjectives):
                return True
            if item.senses.verbs or "that" in item.senses.classes:
                return False
            if {"determiner", "pron"} <= item.senses.classes and not item.senses.classes & {"aux"}:
                continue  # "la OTAN", "la acusó": what follows tells
            if bool(item.senses.classes & {"aux", "pron"}):
                return False
            if "determiner" in item.senses.classes:
                return True
        return False

    def finite(self, items: list[Item], at: int, to_and: bool = False) -> bool:
        """Whether a finite verb comes before the next comma or clause word: "after prosecutors blamed".

        to_and: a coordinator ends the search too.
        """
        for item in items[at:]:
            senses = item.senses
            if to_and and "and" in senses.classes:
                return False
            if item.first in self.dates:
                continue
            if not senses.known:
                if self.words.is_sign(item):
                    return False
                continue
            opens = senses.classes & {"that", "relative", "subordinate", "and", "but"} and not senses.verbs
            if opens and not senses.classes & {"determiner", "pron", "and"}:
                return False
            if "aux" in senses.classes and not senses.nouns:
                return True
            if (
                senses.verbs
                and not senses.nouns
                and not item.names
                and (not senses.verb_tags or senses.verb_tags & {"past", "pres"})
            ):
                return to_and or not senses.verb_tags <= {"inf", "pres", "imp"} or self.words.order != "svo"
        return False

    def infinitive(self, items: list[Item], at: int) -> bool:
        """Whether an infinitive comes before the next comma: "om … te", "um … zu"."""
        for item in items[at:]:
            if (item.senses.verbs and item.senses.verb_tags <= {"inf"}) or item.senses.verb_tags == {"inf"}:
                return True
            if self.words.is_sign(item):
                return False
        return False

    def particle_of_culprit(self, senses: Senses, items: list[Item], at: int) -> bool:
        """Whether "responsible … for" is there: the word and, further on before a comma, its particle."""
        for sense in senses.adjectives:
            if sense.particle and concepts()[sense.concept].kind == "culprit":
                for item in items[at : at + 8]:
                    if self.words.is_sign(item):
                        break
                    if self.words.tokens.norm[item.first] == sense.particle[0]:
                        return True
        return False


def verb_ahead(items: list[Item], at: int) -> bool:
    """Whether a verb or auxiliary comes anywhere behind."""
    return any(i.senses.verbs or "aux" in i.senses.classes for i in items[at:])
