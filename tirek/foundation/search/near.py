"""Words that are spelt nearly alike: one letter more, less, another, or two neighbours changed about. Pure.

Every word is known under itself and under what is left of it without one letter; words whose variants meet are at most two such errors apart, and the
distance then decides. (The method is that of symmetric deletes, W. Garbe 2012.)
"""

SHORTEST = 4
"""Letters that a stem must have for a typing error to be looked for in it: shorter ones are all near each other."""


def correctable(stem: str) -> bool:
    """Whether typing errors are looked for in the stem: letters alone, and enough of them."""
    return len(stem) >= SHORTEST and stem.isalpha()


def variants(stem: str) -> frozenset[str]:
    """The stem, and it without each one of its letters."""
    return frozenset({stem, *(stem[:place] + stem[place + 1 :] for place in range(len(stem)))})


def nearly(one: str, other: str) -> bool:
    """Whether at most one typing error lies between two stems."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
