"""Two names side by side: which token meets which, and what it all comes to.

score = .35 mean + .65 worst of the aligned tokens, for the hardest wrong pairs share a given name. Tokens
left over cost little (patronymics, middle names), initials stand for words, and neighbours may join
(عبدالله, "Abd Allah").
"""

from typing import NamedTuple

from dragoman.names.costs import ROWS
from dragoman.names.distance import Sounds, at_least, likeness, sounds
from dragoman.names.tokens import Name

MEAN, WORST = 0.35, 0.65
EXTRA = 0.04  # each token left over on the longer side
WEAK_PAIR = 0.75  # below this a pair of tokens is tried joined with a neighbour
STRONG = 0.85  # from here on a pair of tokens is settled
JOIN = 0.05  # a join that explains two words at once goes before a pair as good
INITIAL = 0.85
ALONE = 0.15  # one word against several: a surname, or only a given name
OTHER_NUMERAL, NO_NUMERAL, NUMERAL_FOR_WORD = 0.6, 0.95, 0.7


class Pair(NamedTuple):
    """Tokens that met: words of the first name, words of the second, how alike they sound (0..1)."""

    one: str
    other: str
    likeness: float


class Match(NamedTuple):
    score: float
    pairs: tuple[Pair, ...]
    left_over: tuple[str, ...]
    notes: tuple[str, ...]


def _met(one: Sounds, other: Sounds) -> float:
    """Likeness of two tokens; an initial meets every word that starts with its sound."""
    short, long = (one, other) if len(one.word) <= len(other.word) else (other, one)
    if len(short.word) == 1 and len(long.word) > 1 and short.script not in ("Hani", "Hang", "Kana"):
        if short.units and long.units and ROWS[short.units[0]][long.units[0]] < 0.25:
            return INITIAL
        return 0.0
    return likeness(one, other)


def match(one: Name, other: Name, kind: str | None = None) -> Match:
    """Compare two names. The same whichever way round they are given."""
    if one.folded == other.folded:
        return Match(1.0 if one.folded else 0.0, tuple(Pair(t.word, t.word, 1.0) for t in one.tokens), (), ())
    a, b = one.tokens, other.tokens
    swapped = len(a) > len(b) or (len(a) == len(b) and one.folded > other.folded)
    if swapped:
        a, b = b, a
    if not a or not b:
        return Match(0.0, (), tuple(t.word for t in b), ())
    pairs, left_over = _align(a, b)
    total = weights = 0.0
    worst = 1.0
    for first, _, like in pairs:
        size = len(first)
        total += like * size
        weights += size
        if like < worst:
            worst = like
    score = MEAN * total / weights + WORST * worst - EXTRA * len(left_over)
    if left_over and len(pairs) == 1:
        score -= ALONE
    notes = []
    if one.numeral != other.numeral:
        if one.numeral is None or other.numeral is None:
            score *= NUMERAL_FOR_WORD if left_over else NO_NUMERAL
        else:
            score *= OTHER_NUMERAL
        notes.append(f"numeral {one.numeral} against {other.numeral}")
    if swapped:
        pairs = [(second, first, like) for first, second, like in pairs]
    return Match(
        min(max(score, 0.0), 1.0), tuple(Pair(*pair) for pair in pairs), tuple(left_over), tuple(notes)
    )


def _align(a: tuple[Sounds, ...], b: tuple[Sounds, ...]) -> tuple[list[tuple[str, str, float]], list[str]]:
    """Pairs (word, word, likeness) and the words of `b` left over; `a` is not the longer one.

    The likeliest pairs by a quick estimate are looked at first, and a strong one closes its row and column.
    """
    order = [(at_least(x, y) + abs(x.size - y.size) / 4, abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b)]
    order.sort()
    mate: dict[int, int] = {}
    taken: set[int] = set()
    like = [0.0] * len(a)
    rest = []
    for _, _, i, j in order:
        if i not in mate and j not in taken:
            value = _met(a[i], b[j])
            if value >= STRONG:
                mate[i] = j
                taken.add(j)
                like[i] = value
            else:
                rest.append((-value, i, j))
    if len(mate) < len(a):
        rest.sort()
        free = [(value, i, j) for value, i, j in rest if i not in mate and j not in taken]
        if -free[0][0] < WEAK_PAIR or len(mate) + 1 < len(a):
            return _joined(a, b, mate, like)
        for value, i, j in free:
            if i not in mate and j not in taken:
                mate[i] = j
                taken.add(j)
                like[i] = -value
    return (
        [(a[i].word, b[j].word, like[i]) for i, j in sorted(mate.items())],
        [b[j].word for j in range(len(b)) if j not in taken],
    )


def _joined(
    a: tuple[Sounds, ...], b: tuple[Sounds, ...], mate: dict[int, int], like: list[float]
) -> tuple[list[tuple[str, str, float]], list[str]]:
    """Try weak pairs with a neighbour joined on, and keep the joins that help."""
    free_a = [i for i in range(len(a)) if i not in mate]
    free_b = [j for j in range(len(b)) if j not in mate.values()]
    pairs = [(a[i].word, b[mate[i]].word, like[i]) for i in sorted(mate)]
    while free_a and free_b and len(free_a) + len(free_b) > 2:
        best: tuple[float, tuple[int, ...], tuple[int, ...]] = (0.0, (), ())
        for runs_a, runs_b in ((_runs(free_a, 1, 1), _runs(free_b, 1, 3)), (_runs(free_a, 2, 3), _runs(free_b, 1, 1))):
            for run_a in runs_a:
                for run_b in runs_b:
                    if len(run_a) + len(run_b) > 2 and not _may_join(a, run_a, b, run_b):
                        continue
                    value = _met(_join(a, run_a), _join(b, run_b)) + JOIN * (len(run_a) + len(run_b) - 2)
                    if value > best[0]:
                        best = value, run_a, run_b
        value, run_a, run_b = best
        if value < WEAK_PAIR:
            break
        value -= JOIN * (len(run_a) + len(run_b) - 2)
        pairs.append((_join(a, run_a).word, _join(b, run_b).word, value))
        free_a = [i for i in free_a if i not in run_a]
        free_b = [j for j in free_b if j not in run_b]
    for value, i, j in sorted((-_met(a[i], b[j]), i, j) for i in free_a for j in free_b):
        if i in free_a and j in free_b:
            pairs.append((a[i].word, b[j].word, -value))
            free_a.remove(i)
            free_b.remove(j)
    pairs.extend((a[i].word, "", 0.0) for i in free_a)
    return pairs, [b[j].word for j in free_b]


def _may_join(a: tuple[Sounds, ...], run_a: tuple[int, ...], b: tuple[Sounds, ...], run_b: tuple[int, ...]) -> bool:
    """Whether two runs of tokens can be one word at all, by size and consonant classes."""
    size_a, size_b = sum([a[i].size for i in run_a]), sum([b[j].size for j in run_b])
    if not 0.6 < size_a / (size_b or 1.0) < 1.7:
        return False
    single, has = (a[run_a[0]], [b[j].has for j in run_b]) if len(run_a) == 1 else (b[run_b[0]], [a[i].has for i in run_a])
    together = 0
    for one in has:
        together |= one
    return (single.needs & ~together).bit_count() * 0.5 < 0.3 * single.size


def _runs(free: list[int], shortest: int, longest: int) -> list[tuple[int, ...]]:
    """The runs of `shortest` to `longest` neighbouring places of `free`."""
    if longest == 1:
        return [(at,) for at in free]
    out: list[tuple[int, ...]] = []
    for at in range(len(free)):
        for length in range(shortest, longest + 1):
            run = tuple(free[at : at + length])
            if len(run) == length and run[-1] - run[0] == length - 1:
                out.append(run)
    return out


def _join(tokens: tuple[Sounds, ...], run: tuple[int, ...]) -> Sounds:
    return tokens[run[0]] if len(run) == 1 else sounds("".join(tokens[i].word for i in run))
