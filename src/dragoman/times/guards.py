"""Guards: words and numbers that are mostly no date, and what must stand beside them to make them one."""

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.times.classes import class_names
from dragoman.times.lexicon import TimePack, Trap
from dragoman.times.shapes import Item, Shape

_LINKS = class_names("any_link")
# Classes that point at a word and do not make it a date: "that may".
_POINTERS = frozenset({"demonstrative"})
_OPENERS = class_names("any_before") | class_names("any_after")
_NUMBERS = class_names("any_number")
# After these a short month ("in Jan") or a year like 1648 is one.
_LEADS_MONTH = class_names("leads_month")
# A name up to this length is no heading: "so", "do".
_SHORTEST = 2
# A number that is no day before a month: "calle 2 de Mayo", "via XX Settembre".
_STREET = re.compile(r"(?:\d|\b[ivx]+)[º°.]? (?:d\w{1,2} )?$")
# How many spaces and dots may stand round a heading.
_FRINGE = 8
_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3} ?[-–]? ?$")
_BESIDE = (" ", "-", "–")
_NUMBER_AFTER = re.compile(r" ?[-–]? ?\d{1,3}(?!\d)")
_PAUSES = frozenset({"comma", "dot"})
_PAUSE_SIGNS = frozenset({"", ".", ",", ";", "!", "?", "\n"})
_UNTIL = class_names("any_until")
_LEADS_YEAR = class_names("leads_month") | class_names("leads_year")


class Place(Struct, frozen=True, gc=False):
    """Where items stand. text: flat. original: as long, with its capitals. lower: whether it has none."""

    text: str
    original: str
    lower: bool

    def word(self, item: Item) -> str:
        """The words of an item."""
        return self.text[item.start : item.end]

    def is_all(self, item: Item) -> bool:
        """Whether an item is all its text says: a heading, or the cell of a table."""
        return len(self.text) < item.end - item.start + _FRINGE and self.text.strip(" .") == self.word(item)

    def sign_after(self, item: Item) -> str:
        """The first character after an item, a space left out; "" at the end."""
        return self.text[item.end : item.end + 2].strip(" ")[:1]

    def word_after(self, item: Item) -> str:
        """The word that begins after an item and a space, "" where none does."""
        words = self.text[item.end : item.end + 30].split(" ", 2)
        return words[1].rstrip(".,;:!?،") if len(words) > 1 and not words[0] else ""

    def word_before(self, item: Item) -> str:
        """The word that ends before an item, "" at the beginning of a line."""
        lead = self.text[max(0, item.start - 30) : item.start].rstrip(" ")
        if not lead or lead[-1] == "\n":
            return ""
        return lead.replace("\n", " ").split(" ")[-1].strip("(«“\"'")


def allowed(
    items: Sequence[Item],
    start: int,
    end: int,
    shape: Shape,
    pack: TimePack,
    place: Place,
) -> bool:
    """Whether `items[start:end]`, which `shape` fits, may be a date among the items of their run."""
    inside = items[start:end]
    before = items[start - 1] if start else None
    after = items[end] if end < len(items) else None
    solid = [item for item in inside if item.cls not in _LINKS]
    if not solid or not _ends_well(inside, before, after, shape, pack, place):
        return False
    if shape.id == "year" and len(solid) == 1:
        return _is_year(solid[0], before, pack, place)
    if any(item.cls in _NUMBERS for item in solid):
        return not (
            _lacks_capital(solid, pack, place)
            or any(_is_followed_wrongly(item, pack, place) for item in solid if item.cls == "month")
        )
    if (
        len(solid) == 1
        and solid[0].cls in ("month", "weekday")
        and solid[0].end - solid[0].start > _SHORTEST
        and place.is_all(solid[0])
    ):
        return True  # a heading or the cell of a table
    if len(solid) == 1 and _is_name(solid[0], before, shape, pack, place):
        return False
    listed = len(solid) == 1 and solid[0].cls == "weekday" and _is_listed(items, start, end, pack, place)
    for item in solid:
        trap = _trap(place.word(item), pack)
        if trap is not None:
            if listed and not (trap.capital and not place.original[item.start].isupper() and not place.lower):
                continue
            if not _lifted(trap, item, inside, solid, pack, place):
                return False
        elif len(solid) == 1 and len(place.word(item)) <= pack.short:
            # "in Jan", "week of Feb": a short month after a preposition; a short weekday never
            if item.cls == "weekday" and not listed and not place.word(item)[0].isdecimal():
                return False
            if item.cls == "month" and (before is None or before.cls not in _LEADS_MONTH):
                return False
    return True


_JOINS = frozenset({"comma", "and", "or", "dot"})


def _is_listed(items: Sequence[Item], start: int, end: int, pack: TimePack, place: Place) -> bool:
    """Whether a weekday stands in a list of them, one of which at least is written out: "terça, qua
    ou sexta"."""
    found = []
    for step, at in ((-1, start - 1), (1, end)):
        joined = False
        while 0 <= at < len(items):
            item = items[at]
            if item.cls in ("weekday", "p_weekday") and joined:
                found.append(item)
                joined = False
            elif item.cls in _JOINS:
                joined = True
            else:
                break
            at += step
    words = [place.word(item) for item in found]
    return any(len(word) > pack.short and word[0].isalpha() for word in words)


def _is_name(item: Item, before: Item | None, shape: Shape, pack: TimePack, place: Place) -> bool:
    """Whether a lone month or weekday is rather a name by its capital: "April Jones met", "Mai" behind a name
    where months have none."""
    kind = pack.names
    if item.cls in ("month", "weekday") and place.word_before(item).rstrip(".") in pack.titles:
        return True
    if item.cls not in ("month", "weekday") or kind not in ("lower", "months") or place.lower:
        return False
    if shape.id not in ("month", "weekday") or not place.original[item.start].isupper():
        return False
    if kind == "months" and item.cls == "weekday":
        return False
    led = before is not None and before.cls in _LEADS_MONTH
    follows = place.original[item.end : item.end + 2]
    if follows[:1] == " " and follows[1:].isupper() and not led:
        return True
    if kind == "lower" and _STREET.search(place.text, max(0, item.start - 12), item.start):
        return True
    lead = place.word_before(item)
    at = place.text.rfind(lead, 0, item.start) if lead else 0
    inside = at > 1 and place.text[at - 2] not in ".!?\n"  # no first word of a sentence
    return kind == "lower" and inside and place.original[at].isupper() and lead not in pack.vocabulary


def _lacks_capital(solid: Sequence[Item], pack: TimePack, place: Place) -> bool:
    """Whether a word that is a date only with a capital has none, a number beside it or not."""
    if not pack.strict or place.lower:
        return False
    return any(place.word(item) in pack.strict and not place.original[item.start].isupper() for item in solid)


def _is_followed_wrongly(item: Item, pack: TimePack, place: Place) -> bool:
    """Whether a word behind a trap makes it no date, though a number stands beside it: "cele 3 mai mari"."""
    trap = pack.traps.get(place.word(item))
    return trap is not None and bool(trap.never_before) and place.word_after(item) in trap.never_before


def _trap(word: str, pack: TimePack) -> Trap | None:
    """The trap that a word is, with what is joined to its front or without."""
    found = pack.traps.get(word)
    if found is None and pack.lexicon.prefixes is not None and not word.startswith("ال"):
        found = next(
            (pack.traps[short] for short in pack.lexicon.prefixes(word) if short in pack.traps), None
        )
    return found


def _ends_well(
    inside: Sequence[Item],
    before: Item | None,
    after: Item | None,
    shape: Shape,
    pack: TimePack,
    place: Place,
) -> bool:
    """Whether what follows, or stands before, leaves the words of the shape alone."""
    last = inside[-1]
    follows = place.sign_after(last)
    if last.cls in _OPENERS and follows.isalnum():
        return False  # "a week after the raid": the raid has no date
    if inside[0].cls == "ordinal" and before is not None and before.cls in class_names("unit"):
        return False  # "the week, the first of October": the first week, not the first day
    if shape.id in ("weekday_day", "weekday_the_day") and after is None and follows.isalpha():
        # "Tuesday, 15 men"; but "Friday the 15th he went"
        return last.cls == "day_ordinal" and any(item.cls == "the" for item in inside[1:])
    if (
        shape.id in ("after_units", "before_units")
        and after is not None
        and after.cls in class_names("any_of")
    ):
        return False  # "eleven weeks before the due date"
    if shape.id == "after_units" and follows.isalnum():
        return False  # "after 42 years of work"
    if shape.id == "decade" and inside[0].cls == "decade_article":
        return follows in _PAUSE_SIGNS and _leads_decade(before, pack, place)
    if shape.id == "decade" and not pack.data["differs"].get("bare_decades"):
        # "the 90-s of the ranking", where the same ending makes an ordinal
        figure = next((item for item in inside if item.cls == "tens"), None)
        if (
            figure is not None
            and place.word(figure)[:2].isdecimal()
            and not place.word(figure)[:4].isdecimal()
        ):
            return any(item.cls in ("year_word", "decade_word", "decade_mark") for item in inside)
    if shape.id == "day_of_week" and last.cls == "cardinal":
        rest = place.text[last.end : last.end + 4]
        return not any(word and rest.startswith(word) for word in pack.counted)  # "上周一名士兵": a soldier
    if shape.id == "bare_day":
        return _is_bare_day(inside, after, pack, place)
    if shape.id == "spaced_month":
        return last.cls == "year_digits" or place.word(last)[0] == "0" or not follows.isalnum()
    if shape.id == "day_month_short":
        return not follows  # "on 14 April 15 people died"
    if shape.id == "week_number" and after is not None:
        return after.cls not in class_names("any_month")
    if shape.id == "month_year_short":
        # "in July 98 people died"; but "in maio de 68"
        sure = class_names("any_of") | {"jalali"}
        return not follows.isalnum() or any(item.cls in sure for item in inside)
    if shape.id == "day_of_month" and (follows.isalnum() or follows in ("-", "'") or last.cls == "ordinal"):
        return False  # "on the 5th floor"
    if shape.id == "month_day_year" and last.cls == "cardinal":
        # "in april vier": four of something; but "maio cinco"
        said = pack.data["differs"].get("month_then_day") and inside[-2].cls != "comma"
        return (pack.numeric == "mdy" or bool(said)) and not follows.isalnum()
    return True


def _leads_decade(before: Item | None, pack: TimePack, place: Place) -> bool:
    """Whether the words before "los 70" make a decade of it: "en los 70", "mediados de los 70", but "20 de
    los 70"."""
    if before is None or before.cls not in class_names("any_of"):
        return before is not None and before.cls in _LEADS_MONTH
    edge = place.word_before(before)
    return any(cls == "edge" for cls, _ in pack.lexicon.known(edge))


def _is_bare_day(inside: Sequence[Item], after: Item | None, pack: TimePack, place: Place) -> bool:
    """Whether a number after "le", "am" is a day by itself: nothing follows that it could count or begin."""
    lead = next((item for item in inside if item.cls == "day_word"), inside[0])
    if place.word(lead if inside[0].cls == "direction" else inside[0]) not in pack.bare_days or (
        after is not None and after.cls not in _PAUSES
    ):
        return False
    follows = place.sign_after(inside[-1])
    if inside[0].cls in ("day_word", "direction") and after is None and follows.isalpha():
        return place.word_after(inside[-1]) not in pack.counted  # "a partir do dia 12 as aulas"
    if inside[-1].cls == "dot":  # German "am 15. reisen sie ab", not "am 15. Verhandlungstag"
        return not follows.isdigit() and place.original[inside[-1].end : inside[-1].end + 2].strip().islower()
    return follows in _PAUSE_SIGNS and (not follows or inside[0].cls != "at")


def _is_year(item: Item, before: Item | None, pack: TimePack, place: Place) -> bool:
    """Whether a number of four digits that stands alone is a year: by its size, or by the word before it."""
    if item.cls == "jalali_year":
        return bool(1300 <= item.value <= 1450)
    if 1900 <= item.value <= 2099 and item.value != 2000:
        led = before is not None and before.cls in _LEADS_YEAR
        return led or not _is_bare_figure(item, place)
    if pack.bare_years <= item.value < 1900 and _stands_as_year(item, pack, place):
        return True
    if before is None or before.end + 2 < item.start:
        return False
    # "hasta 1492", but "hasta 1500" is mostly a count
    return before.cls in _LEADS_YEAR or (before.cls in _UNTIL and item.value % 50 != 0)


def _is_bare_figure(item: Item, place: Place) -> bool:
    """Whether a number is all its text says, or one of a row of numbers: "2020", "32 - 2015", "2012 80 10".
    One with a case ending is none ("2015'te 12")."""
    text = place.text
    if item.end - item.start != 4:
        return False
    return (
        place.is_all(item)
        or _NUMBER_AFTER.match(text, item.end) is not None
        or (
            text[item.start - 1 : item.start] in _BESIDE
            and _NUMBER_BEFORE.search(text, max(0, item.start - 7), item.start) is not None
        )
    )


def _stands_as_year(item: Item, pack: TimePack, place: Place) -> bool:
    """Whether a number is a year without a preposition: with a case ending ("1492'de"), or before a word that
    is no noun and no adjective of a count, where nouns have capitals ("1538 wurde er geboren")."""
    if pack.suffixes:
        return "'" in place.word(item)
    follows = place.original[item.end : item.end + 2].strip()
    return item.value % 50 != 0 and (not follows or follows[0].islower() or follows[0] in ",.;)")


def _lifted(
    trap: Trap, item: Item, inside: Sequence[Item], solid: Sequence[Item], pack: TimePack, place: Place
) -> bool:
    """Whether the conditions of a trap are met, so that its word is a date after all."""
    if not trap.alone:
        return False
    if place.word_after(item) in trap.before:
        return True
    if trap.capital and not place.original[item.start].isupper() and not place.lower:
        return False
    if place.word_after(item) in trap.never_before:
        return False
    if any(other.cls not in _POINTERS and _trap(place.word(other), pack) is None for other in solid):
        return True  # a word beside it that is no trap
    lead, first = place.word_before(inside[0]), place.word(inside[0])
    if lead in trap.never_after or first in trap.never_after:
        return False
    if trap.after:
        return lead in trap.after or (inside[0] is not item and first in trap.after)
    return len(place.word(item)) > pack.short
