"""Paradigms: from the principal parts of a word to every form it has in running text.

A paradigm is data (`paradigms.toml`): which parts an entry gives, how a missing part is made, and
which forms follow from which part. A rule is a list of [regex, replacement]; the first regex that
matches is applied once, to the end of the word as the regex says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(raw: list[list[str]]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in raw)


def _apply(word: str, rules: Rules) -> str | None:
    for pattern, replacement in rules:
        if pattern.search(word):
            return pattern.sub(replacement, word, count=1)
    return None


@dataclass(frozen=True, slots=True)
class Form:
    tags: frozenset[str]
    source: str
    rules: Rules
    free: bool  # a separable particle stands apart from this form


@dataclass(frozen=True, slots=True)
class Paradigm:
    """parts: names of the principal parts, in the order an entry gives them."""

    parts: tuple[str, ...]
    defaults: tuple[tuple[str, str, Rules], ...]
    forms: tuple[Form, ...]
    joiner: tuple[str, ...] = ()
    head_first: bool = False

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Paradigm":
        return cls(
            parts=tuple(raw["parts"]),
            defaults=tuple(
                (name, rule["from"], _rules(rule["rules"])) for name, rule in raw.get("default", {}).items()
            ),
            forms=tuple(
                Form(
                    frozenset(form.get("tags", ())),
                    form["from"],
                    _rules(form.get("rules", [["$", ""]])),
                    bool(form.get("free", False)),
                )
                for form in raw.get("form", ())
            ),
            joiner=tuple(raw.get("joiner", ())),
            head_first=raw.get("head") == "first",
        )

    def principal(self, given: list[str]) -> dict[str, str]:
        """Every principal part: those given, the others made by rule. "-" says there is none."""
        parts = {name: word for name, word in zip(self.parts, given, strict=False) if word and word != "-"}
        barred = {name for name, word in zip(self.parts, given, strict=False) if word == "-"}
        for name, source, rules in self.defaults:
            if name not in parts and name not in barred and source in parts:
                made = _apply(parts[source], rules)
                if made is not None:
                    parts[name] = made
        return parts

    def inflect(self, entry: str) -> Iterator[tuple[str, frozenset[str], str | None]]:
        """(form, tags, particle apart) for every form of `entry`.

        `entry` is "part; part …", with " + rest" for fixed words behind and "particle|stem" for a
        separable particle in front.
        """
        spec, _, rest = entry.partition(" + ")
        tail = f" {rest.strip()}" if rest else ""
        given = [piece.strip() for piece in spec.split(";")]
        particle = None
        if "|" in given[0]:
            particle, given[0] = given[0].split("|", 1)
        heads, fixed = self._heads(given)
        parts = self.principal(heads)
        beside = self._beside(given)
        seen = set()
        for form in self.forms:
            base = parts.get(form.source)
            if base is None:
                continue
            made = _apply(base, form.rules)
            if not made:
                continue
            for text, apart in self._place(made, particle, form):
                whole = self._whole(text, beside.get(form.source, fixed)) + tail
                if (whole, form.tags, apart) not in seen:
                    seen.add((whole, form.tags, apart))
                    yield whole, form.tags, apart

    def _heads(self, given: list[str]) -> tuple[list[str], str]:
        """The word that inflects in each part, and the fixed words beside it."""
        first = given[0]
        if " " not in first:
            return given, ""
        if self.head_first:
            fixed = first.split(" ", 1)[1]
            return [part.split(" ", 1)[0] for part in given], fixed
        fixed = first.rsplit(" ", 1)[0]
        return [part.rsplit(" ", 1)[-1] for part in given], fixed

    def _beside(self, given: list[str]) -> dict[str, str]:
        """The fixed words of the parts that are given with their own ("ataque aéreo; ataques aéreos")."""
        if not self.head_first or " " not in given[0]:
            return {}
        named = zip(self.parts, given, strict=False)
        return {name: part.split(" ", 1)[1] for name, part in named if " " in part}

    def _whole(self, head: str, fixed: str) -> str:
        if not fixed:
            return head
        return f"{head} {fixed}" if self.head_first else f"{fixed} {head}"

    def _place(self, made: str, particle: str | None, form: Form) -> Iterator[tuple[str, str | None]]:
        if particle is None:
            yield made, None
        elif form.free:
            yield made, particle
            yield particle + made, None
        else:
            yield made if made.startswith(particle) else particle + made, None
            for joiner in self.joiner:
                yield f"{particle} {joiner} {made}", None
                yield f"{particle}{joiner}{made}", None
