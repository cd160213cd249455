"""Joined words: conjunctions, prepositions and the article that Arabic writes together with the next word."""

from collections.abc import Iterator


def shorter_forms(word: str) -> Iterator[str]:
    """`word` (flat) without what may be joined to its front, longest first; at least three letters stay.

    >>> list(shorter_forms("واليوم"))
    ['اليوم', 'يوم']
    """
    seen = {word}
    queue = [word]
    while queue:
        now = queue.pop(0)
        if now.startswith("لل") and len(now) > 4:
            forms = ["ال" + now[2:], now[2:]]
        elif now.startswith("ال") and len(now) > 4:
            forms = [now[2:]]
        elif now[0] in "وفبلك" and len(now) > 3:
            forms = [now[1:]]
        else:
            forms = []
        for form in forms:
            if form not in seen:
                seen.add(form)
                queue.append(form)
                yield form
