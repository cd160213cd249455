"""The grammar at work: a run of classed tokens in, the date expressions in it out, still symbolic."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product

from msgspec import Struct

from dragoman.numbers.tokens import Reading, Token
from dragoman.times.automaton import Automaton
from dragoman.times.classes import LETTER, NO_END, class_names
from dragoman.times.guards import Place, allowed
from dragoman.times.lexicon import TimePack
from dragoman.times.passes import PASSES
from dragoman.times.points import POINTS
from dragoman.times.shapes import BLOCK, Found, Item, Point

# How many combinations of readings of ambiguous words are tried.
_READINGS = 12


class Expression(Struct, frozen=True, gc=False):
    """A date expression found. start, end: in the flat text. point: what it says."""

    start: int
    end: int
    point: Point


def expressions(run: Sequence[Token], pack: TimePack, place: Place) -> list[Expression]:
    """The date expressions in `run`, from left to right."""
    run = _trimmed(run)
    options = _options(run)
    most = (run[-1].end - run[0].start) * 10 - 1 if run else 0
    best: list[Expression] = []
    best_score = 0
    for readings in islice(product(*options), _READINGS):
        items = [
            Item(token.start, token.end, cls, value)
            for token, (cls, value) in zip(run, readings, strict=True)
        ]
        found = _read(items, pack, place)
        score = sum(e.end - e.start for e in found) * 10 - len(found)
        if score > best_score:
            best, best_score = found, score
            if score == most:  # one date that is all of them
                break
    return best


_COUNTING = class_names("count") | {"few"}
_BOTH = {"at", "within"}


def _options(run: Sequence[Token]) -> list[tuple[Reading, ...]]:
    """The readings of every token; "in" is that of "in two weeks" only before a count."""
    options = [token.readings for token in run]
    for at, readings in enumerate(options):
        if len(readings) == 2 and {cls for cls, _ in readings} == _BOTH:
            after = options[at + 1] if at + 1 < len(options) else ()
            if not any(cls in _COUNTING for cls, _ in after):
                options[at] = tuple([reading for reading in readings if reading[0] == "at"])
    return options


# Words that begin or end no date: without them more runs are alike, and matched once for all.
_NO_BEGIN = frozenset({"comma", "dot", "rparen", "and", "or", "slash", "dash", "apostrophe", "of"})


def _trimmed(run: Sequence[Token]) -> Sequence[Token]:
    first, last = 0, len(run)
    while first < last and run[first].readings[0][0] in _NO_BEGIN and len(run[first].readings) == 1:
        first += 1
    while last > first and run[last - 1].readings[0][0] in NO_END and len(run[last - 1].readings) == 1:
        last -= 1
    return run[first:last]


def _read(items: list[Item], pack: TimePack, place: Place) -> list[Expression]:
    items = _points(items, pack, place)
    level = 0
    while len(items) > 1 and level < len(PASSES):
        letters = "".join([LETTER[item.cls] for item in items])
        level = _next_level(letters, level)
        changed = level < len(PASSES)
        while changed:
            items, changed = _reduce(items, level)
        level += 1
    return [Expression(item.start, item.end, item.value) for item in items if isinstance(item.value, Point)]


Candidates = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
_KEPT = 50_000


@cache
def _automaton(level: int) -> Automaton:
    """The shapes of a pass, or those that make points (-1), all at once."""
    return Automaton(shape.pattern for shape in (PASSES[level] if level >= 0 else POINTS))


@cache
def _all_passes() -> Automaton:
    return Automaton(shape.pattern for shapes in PASSES for shape in shapes)


# For every pattern of `_all_passes`, its pass.
_PASS_OF = [level for level, shapes in enumerate(PASSES) for _ in shapes]


@lru_cache(maxsize=_KEPT)
def _candidates(letters: str, level: int) -> Candidates:
    """For each place in a string of class letters where shapes begin: (end, index of the shape), the longest
    first.

    level: -1 for the shapes that make points, else the number of the pass.
    """
    least = 2 if level >= 0 else 1  # a pass puts at least two items together
    automaton = _automaton(level)
    found = []
    for at in range(len(letters) - least + 1):
        here = automaton.fitting(letters, at, least)
        if here:
            found.append((at, tuple([(at + size, index) for size, index in here])))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _levels(letters: str) -> int:
    """The passes that have a shape for a string of class letters, each a bit: 1 for the first one."""
    found = 0
    automaton = _all_passes()
    for at in range(len(letters) - 1):
        for _, index in automaton.fitting(letters, at, 2):
            found |= 1 << _PASS_OF[index]
    return found


def _next_level(letters: str, level: int) -> int:
    """The first pass from `level` on that has a shape for a string of class letters; the number of passes
    without one."""
    left = _levels(letters) >> level
    return level + (left & -left).bit_length() - 1 if left else len(PASSES)


def _points(items: list[Item], pack: TimePack, place: Place) -> list[Item]:
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
            if not allowed(items, at, end, shape, pack, place):
                continue
            if shape.id in ("season", "day_of_month", "weekend"):
                inside = inside[1:]  # the preposition was asked for, and is no part of the date
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
