"""The grammar at work: a run of classed tokens in, the date expressions in it out, still symbolic."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from msgspec import Struct

from dragoman.numbers.tokens import Token
from dragoman.times.classes import LETTER, class_names, compile_shape
from dragoman.times.lexicon import TimePack
from dragoman.times.passes import PASSES
from dragoman.times.points import POINTS
from dragoman.times.shapes import BLOCK, Found, Item, Point, Shape

# How many combinations of readings of ambiguous words are tried.
_READINGS = 12
_LINKS = (
    class_names("any_of")
    | class_names("prep")
    | {
        "the",
        "from",
        "to",
        "to_until",
        "and",
        "comma",
        "dot",
        "dash",
        "slash",
        "apostrophe",
        "lparen",
        "rparen",
        "corresponding",
    }
)


_LEADS = (
    class_names("prep") | class_names("any_of") | {"since", "before", "after", "until", "from", "edge", "to"}
)


class Expression(Struct, frozen=True):
    """A date expression found. start, end: in the flat text. point: what it says."""

    start: int
    end: int
    point: Point


def expressions(
    run: Sequence[Token], pack: TimePack, text: str, original: str, lower: bool
) -> list[Expression]:
    """The date expressions in `run`, from left to right. original: the text with its capitals, as long
    as `text`. lower: whether it has none."""
    options = [token.readings for token in _trimmed(run)]
    run = _trimmed(run)
    best: list[Expression] = []
    best_score = 0
    for readings in islice(product(*options), _READINGS):
        items = [
            Item(token.start, token.end, cls, value)
            for token, (cls, value) in zip(run, readings, strict=True)
        ]
        found = _read(items, pack, text, original, lower)
        score = sum(e.end - e.start for e in found) * 10 - len(found)
        if score > best_score:
            best, best_score = found, score
    return best


# Words that begin or end no date: without them more runs are alike, and matched once for all.
_NO_BEGIN = frozenset({"comma", "dot", "rparen", "and", "slash", "dash", "apostrophe", "of"})
_NO_END = frozenset(
    {
        "comma",
        "slash",
        "dash",
        "apostrophe",
        "lparen",
        "the",
        "of",
        "of_from",
        "and",
        "at",
        "within",
        "from",
        "to",
        "to_until",
        "article",
        "between",
    }
)


def _trimmed(run: Sequence[Token]) -> Sequence[Token]:
    first, last = 0, len(run)
    while first < last and run[first].readings[0][0] in _NO_BEGIN and len(run[first].readings) == 1:
        first += 1
    while last > first and run[last - 1].readings[0][0] in _NO_END and len(run[last - 1].readings) == 1:
        last -= 1
    return run[first:last]


def _read(items: list[Item], pack: TimePack, text: str, original: str, lower: bool) -> list[Expression]:
    items = _points(items, pack, text, original, lower)
    for level in range(len(PASSES)):
        changed = len(items) > 1
        while changed:
            items, changed = _reduce(items, level)
    return [Expression(item.start, item.end, item.value) for item in items if isinstance(item.value, Point)]


@lru_cache(maxsize=2000)
def _beginning(letter: str, level: int) -> tuple[int, ...]:
    """The indices of the shapes that can begin with a class letter."""
    shapes = PASSES[level] if level >= 0 else POINTS
    return tuple(i for i, shape in enumerate(shapes) if letter in shape.first)


Candidates = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]


@lru_cache(maxsize=50_000)
def _candidates(letters: str, level: int) -> Candidates:
    """For each place in a string of class letters where shapes begin: (end, index of the shape), best first.

    level: -1 for the shapes that make points, else the number of the pass.
    """
    shapes = PASSES[level] if level >= 0 else POINTS
    least = 2 if level >= 0 else 1  # a pass puts at least two items together
    found = []
    for at in range(len(letters)):
        here = [
            (m.end(), i)
            for i in _beginning(letters[at], level)
            if (m := compile_shape(shapes[i].pattern).match(letters, at)) and m.end() >= at + least
        ]
        if here:
            here.sort(key=lambda pair: (-pair[0], pair[1]))
            found.append((at, tuple(here)))
    return tuple(found)


def _points(items: list[Item], pack: TimePack, text: str, original: str, lower: bool) -> list[Item]:
    letters = "".join(LETTER[item.cls] for item in items)
    out: list[Item] = []
    done = 0
    for at, here in _candidates(letters, -1):
        if at < done:
            continue
        for end, index in here:
            shape = POINTS[index]
            inside = items[at:end]
            made = shape.build(Found(inside))
            if made is None:
                continue
            if made[0] == BLOCK:
                out += items[done:end]
                done = end
                break
            if not _allowed(inside, items[at - 1] if at else None, shape, pack, text, original, lower):
                continue
            while inside[-1].cls in ("dot", "comma"):
                inside = inside[:-1]
                end -= 1
            point = Point(made[0], made[1], shape.id, made[2] if len(made) > 2 else None)
            out += items[done:at]
            out.append(Item(inside[0].start, inside[-1].end, made[0], point))
            done = end
            break
    return out + items[done:]


def _reduce(items: list[Item], level: int) -> tuple[list[Item], bool]:
    """The items with the first shape of pass `level` that fits put together, and whether one did."""
    letters = "".join([LETTER[item.cls] for item in items])
    for at, here in _candidates(letters, level):
        for end, index in here:
            shape = PASSES[level][index]
            inside = items[at:end]
            made = shape.build(Found(inside))
            if made is None:
                continue
            base = next((item.value.rule for item in inside if isinstance(item.value, Point)), None)
            rule = f"{base}+{shape.id}" if base else shape.id
            point = Point(made[0], made[1], rule, made[2] if len(made) > 2 else None)
            merged = Item(inside[0].start, inside[-1].end, made[0], point)
            return [*items[:at], merged, *items[end:]], True
    return items, False


def _allowed(
    inside: Sequence[Item],
    before: Item | None,
    shape: Shape,
    pack: TimePack,
    text: str,
    original: str,
    lower: bool,
) -> bool:
    """Whether a word that is mostly no date, or a short name, has beside it what makes it one."""
    solid = [item for item in inside if item.cls not in _LINKS]
    if not solid:
        return False
    if (
        inside[-1].cls in ("after", "before")
        and text[inside[-1].end : inside[-1].end + 2].lstrip(" ")[:1].isalnum()
    ):
        return False  # "a week after the raid": the raid has no date
    if inside[0].cls == "ordinal" and before is not None and before.cls in class_names("unit"):
        return False  # "the week, the first of October": the first week, not the first day
    follows = text[inside[-1].end : inside[-1].end + 2].strip(" ")[:1]
    if shape.id == "day_of_month" and (
        follows.isalnum() or follows in ("-", "'") or inside[-1].cls == "ordinal"
    ):
        return False  # "on the 5th floor"
    if (
        inside[-1].cls == "cardinal"
        and shape.id == "month_day_year"
        and (pack.numeric != "mdy" or follows.isalnum())
    ):
        return False
    if shape.id == "year" and len(solid) == 1:
        return _lone_year(solid[0], before, text)
    numbers = any(
        item.cls in ("day_digits", "day_ordinal", "year_digits", "two_digits", "ordinal") for item in solid
    )
    if numbers:
        return True
    for item in solid:
        word = text[item.start : item.end]
        trap = pack.traps.get(word)
        if trap is not None:
            if trap.capital and not original[item.start].isupper() and not lower:
                return False
            if len(solid) > 1 and not _all_short(solid, text, pack):
                continue
            lead = _word_before(text, inside[0].start)
            if lead in trap.never_after or text[inside[0].start : inside[0].end] in trap.never_after:
                return False
            if (
                trap.after
                and lead not in trap.after
                and not (inside[0] is not item and text[inside[0].start : inside[0].end] in trap.after)
            ):
                return False
            if not trap.after and not trap.never_after and len(word) <= pack.short:
                return False
        elif item.cls in ("month", "weekday") and len(word) <= pack.short and len(solid) == 1:
            # "in Jan", "week of Feb": a short month after a preposition; a short weekday never
            if item.cls == "weekday" or before is None or before.cls not in _LEADS:
                return False
    return True


def _all_short(solid: Sequence[Item], text: str, pack: TimePack) -> bool:
    return all(text[item.start : item.end] in pack.traps for item in solid)


def _lone_year(item: Item, before: Item | None, text: str) -> bool:
    if 1900 <= item.value <= 2099 and item.value != 2000:
        return True
    if before is None or before.end + 2 < item.start:
        return False
    return before.cls in (
        class_names("prep")
        | class_names("any_of")
        | {
            "since",
            "before",
            "after",
            "until",
            "from",
            "to",
            "to_until",
            "between",
            "dash",
            "lparen",
            "edge",
            "about",
            "and",
        }
    )


def _word_before(text: str, start: int) -> str:
    """The word that ends before `start`, "" at the beginning of a line."""
    lead = text[max(0, start - 30) : start].rstrip(" ")
    if not lead or lead[-1] == "\n":
        return ""
    words = lead.replace("\n", " ").split(" ")
    return words[-1].strip("(«“\"'")
