"""Weigh the hand-set costs of `names/data/costs.toml` on pairs of names, one number at a time.

    python tools/learn_name_costs.py PAIRS.jsonl [rounds]

PAIRS holds rows {"a", "b", "type", "unit", "same"}: spellings of one person's name in two languages, and the
nearest names of others. Those this project was weighed on come from Wikidata labels (CC0: mpararel,
everypolitician), the OFAC and UN lists (public domain), and word lists of Arabic and Hebrew names (MIT,
Apache-2.0). Every number is moved up and down by a fifth; a move stays if the log loss of
a logistic reading of the score falls on the even rows, and the loss on the odd rows tells whether it
was worth it. Nothing of this runs when names are compared. The numbers that changed are printed.
"""

import json
import math
import sys
from collections.abc import Callable
from typing import Any

from dragoman.names import costs, distance
from dragoman.names.matching import match
from dragoman.names.tables import table
from dragoman.names.tails import likeness_of_stems
from dragoman.names.tokens import parse

Row = dict[str, Any]
LEAST_GAIN = 2e-5  # a change that gains less is noise


def loss(rows: list[Row]) -> float:
    """Mean log loss of same/other given the score, through the best logistic curve; groups weigh alike."""
    costs.forget()
    for kept in (distance._sound_alike, distance.sounds, likeness_of_stems, parse):
        kept.cache_clear()
    scored = [(match(parse(row["a"]), parse(row["b"])).score, row["same"], row["weight"]) for row in rows]
    return min(_log_loss(scored, slope, middle) for slope in (10, 14, 18) for middle in (0.65, 0.7, 0.75))


def _log_loss(scored: list[tuple[float, bool, float]], slope: float, middle: float) -> float:
    total = weights = 0.0
    for score, same, weight in scored:
        margin = slope * (score - middle) * (1 if same else -1)
        total += weight * math.log1p(math.exp(-max(margin, -4.0)))  # no single pair may weigh the world
        weights += weight
    return total / weights


def numbers() -> list[tuple[str, Callable[[], float], Callable[[float], None]]]:
    """Every number of the table: its name, how to read it, how to set it."""
    out: list[tuple[str, Callable[[], float], Callable[[float], None]]] = []
    data = table("costs")
    for part in ("hear", "drop", "weight"):
        for key in data[part]:
            out.append(
                (
                    f"{part}.{key}",
                    lambda p=part, k=key: data[p][k],
                    lambda v, p=part, k=key: data[p].update({k: v}),
                )
            )  # type: ignore[misc]
    for place in range(1, len(data["readings"])):
        out.append(
            (
                f"readings.{place}",
                lambda i=place: data["readings"][i],
                lambda v, i=place: data["readings"].__setitem__(i, v),
            )
        )  # type: ignore[misc]
    return out


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        rows: list[Row] = [row for row in map(json.loads, file) if row["type"] == "person"]
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        pair = row["lang_a"], row["lang_b"]
        counts[pair] = counts.get(pair, 0) + 1
    for row in rows:
        row["weight"] = counts[row["lang_a"], row["lang_b"]] ** -0.5
    even, odd = rows[::2], rows[1::2]
    best = loss(even)
    print(f"start: even {best:.5f} odd {loss(odd):.5f}", flush=True)
    for turn in range(int(sys.argv[2]) if len(sys.argv) > 2 else 2):
        for name, get, set_ in numbers():
            before = get()
            for factor in (1.25, 0.8):
                step = before
                while True:
                    step = round(
                        min(step * factor if step else 0.03, 1.0), 2
                    )  # the tables count in hundredths
                    if step == get():
                        break
                    kept = get()
                    set_(step)
                    now = loss(even)
                    if now > best - LEAST_GAIN:
                        set_(kept)
                        break
                    best = now
                if get() != before:
                    break
            if get() != before:
                print(f"{turn} {name}: {before} -> {get()}   even {best:.5f}", flush=True)
        print(f"round {turn}: even {best:.5f} odd {loss(odd):.5f}", flush=True)


if __name__ == "__main__":
    main()
