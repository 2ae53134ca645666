"""Calculations written in signs alone, the same in every language: "13 + 15 + 8 = 36", "144 / 160 = 90.0 % ≠ 87 %".

What is shown shortened stands after "≈", never after "=". Large numbers are grouped by narrow spaces.
"""

from collections.abc import Sequence
from fractions import Fraction

from tirek.ground.figures.checks.outcome import Verdict
from tirek.ground.figures.quantities import Hedge, Interval, Kind, Quantity

HEDGES = {Hedge.MORE_THAN: ">", Hedge.LESS_THAN: "<", Hedge.AT_LEAST: "≥", Hedge.AT_MOST: "≤", Hedge.ABOUT: "≈", Hedge.ALMOST: "≲"}
REFUSED = {Hedge.MORE_THAN: "≯", Hedge.LESS_THAN: "≮", Hedge.AT_LEAST: "≱", Hedge.AT_MOST: "≰"}
EQUAL = {Verdict.HOLDS: "=", Verdict.HOLDS_WITH_ROUNDING: "≈", Verdict.DOES_NOT_FOLLOW: "≠", Verdict.CANNOT_BE_CHECKED: "=?"}
NEARLY = {"=": "≈", ">": "≳", "≥": "≳", "<": "≲", "≤": "≲"}
"""The signs where an order holds only as far as rounding goes."""
LONGEST = 6
"""No more decimals than this are shown of what has no end."""


def grouped(digits: str) -> str:
    """Whole digits in groups of three from the right, where there are five or more."""
    if len(digits) < 5:
        return digits
    head = len(digits) % 3
    groups = [digits[:head]] * bool(head) + [digits[place : place + 3] for place in range(head, len(digits), 3)]
    return "\u202f".join(groups)


def places(number: Fraction) -> int | None:
    """How many decimals the number has; None where they do not end."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def cut(number: Fraction, decimals: int) -> Fraction:
    """The number rounded to so many decimals, halves away from zero."""
    scaled = abs(number) * 10**decimals
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if number >= 0 else -whole, 10**decimals)


def decimal(number: Fraction, decimals: int) -> str:
    """Exactly so many decimals."""
    shown = cut(number, decimals)
    whole, rest = divmod(abs(shown.numerator) * 10**decimals // shown.denominator, 10**decimals)
    sign = "−" if shown < 0 else ""
    return f"{sign}{grouped(str(whole))}" + (f".{rest:0{decimals}d}" if decimals else "")


def plain(number: Fraction) -> str:
    """The number as it is; where its decimals do not end, after "≈"."""
    own = places(number)
    if own is not None and own <= LONGEST:
        return decimal(number, own)
    return "≈\u00a0" + decimal(number, LONGEST if abs(number) < 1 else 2)


def printed(quantity: Quantity, *, hedged: bool = True) -> str:
    """A stated figure with the decimals it is printed with, and its hedge as a sign."""
    mark = " %" if quantity.kind is Kind.PERCENT else ""
    if quantity.kind is Kind.SILENCE:
        return "?"
    if quantity.value is None:
        ends = [end for end in (quantity.interval.low, quantity.interval.high) if end is not None]
        return "–".join(_digits(end, quantity.step) for end in ends) + mark if ends else "?"
    sign = HEDGES[quantity.hedge] + " " if hedged and quantity.hedge else ""
    return sign + _digits(quantity.value, quantity.step) + mark


def _digits(value: Fraction, step: Fraction) -> str:
    decimals = places(step) or 0
    return decimal(value, decimals) if cut(value, decimals) == value else plain_short(value, decimals + 2)


def plain_short(value: Fraction, decimals: int) -> str:
    """A value that its printed digits do not carry, such as a third: a few more digits."""
    return decimal(value, decimals)


def term(quantity: Quantity) -> str:
    """A stated figure inside a calculation."""
    text = printed(quantity)
    return f"({text})" if quantity.hedge or quantity.value is None else text


def summed(parts: Sequence[Quantity]) -> str:
    """A sum written out."""
    return " + ".join(term(part) for part in parts)


def result(span: Interval, stated: Quantity, extra: int) -> str:
    """What was computed, with its sign in front: "= 36", "≈ 49.8 %", "> 18", "= 3…5"."""
    mark = " %" if stated.kind is Kind.PERCENT else ""
    if span.point is not None:
        decimals = _enough(span.point, stated, extra)
        return f"{'=' if cut(span.point, decimals) == span.point else '≈'} {decimal(span.point, decimals)}{mark}"
    if span.high is None:
        return "= ?" if span.low is None else f"{'≥' if span.low_inside else '>'} {plain(span.low)}{mark}"
    if span.low is None or (span.low == 0 and not span.low_inside):
        return f"{'≤' if span.high_inside else '<'} {plain(span.high)}{mark}"
    return f"= {plain(span.low)} … {plain(span.high)}{mark}"


def _enough(value: Fraction, stated: Quantity, extra: int) -> int:
    """Decimals that show in full what ends soon, and anything else finer than it is stated, apart from it and from nothing."""
    own, least = places(value), places(stated.step) or 0
    if own is not None and own <= least + max(extra, 1):
        return max(own, least, min(extra, 1))
    decimals = least + max(extra, 1)
    while decimals < LONGEST + extra and (value != stated.value == cut(value, decimals) or (value and not cut(value, decimals))):
        decimals += 1
    return decimals


def compared(stated: Quantity, verdict: Verdict) -> str:
    """The stated figure after the sign that the verdict gives it: "= 36", "≠ 87 %", "> 22 %", "∉ 600–900"."""
    if stated.kind is Kind.SILENCE:
        return "=? ?"
    bare = printed(stated, hedged=False)
    if stated.value is None:
        signs = {Verdict.DOES_NOT_FOLLOW: "∉", Verdict.CANNOT_BE_CHECKED: "∈?"}
        return f"{signs.get(verdict, '∈')} {bare}"
    if stated.hedge in REFUSED:
        sign = HEDGES[stated.hedge]
        signs = {
            Verdict.DOES_NOT_FOLLOW: REFUSED[stated.hedge],
            Verdict.CANNOT_BE_CHECKED: f"{sign}?",
            Verdict.HOLDS_WITH_ROUNDING: f"≈{sign}",
        }
        return f"{signs.get(verdict, sign)} {bare}"
    return f"{EQUAL[verdict]} {bare}"


def calculation(left: str, span: Interval | None, stated: Quantity, verdict: Verdict, *, extra: int = 1) -> str:
    """The whole line; where what is computed shows just as what is stated, the number stands once."""
    if span is None:
        return f"{left} {compared(stated, Verdict.CANNOT_BE_CHECKED)}"
    if verdict is Verdict.HOLDS and span.point is not None and span.point == stated.value and stated.hedge is None:
        return f"{left} {compared(stated, verdict)}"
    return f"{left} {result(span, stated, extra)} {compared(stated, verdict)}"


def ordered(first: Quantity, sign: str, contrary: str, second: Quantity, verdict: Verdict) -> str:
    """Two figures and the sign between them: `sign` where the order holds, `contrary` where it does not, "?" after it where it is open."""
    between = {
        Verdict.DOES_NOT_FOLLOW: contrary,
        Verdict.CANNOT_BE_CHECKED: f"{sign}?",
        Verdict.HOLDS_WITH_ROUNDING: NEARLY[sign],
    }.get(verdict, sign)
    return f"{term(first)} {between} {term(second)}"


def apart(first: Fraction, second: Fraction) -> tuple[str, str]:
    """Two computed numbers, each after "=" or "≈", with as many decimals as show five digits of the greater and the difference between them."""
    greater = max(abs(first), abs(second))
    decimals = 0
    while decimals < 3 * LONGEST and (
        greater * 10**decimals < 10_000 or (first != second and cut(first, decimals) == cut(second, decimals))
    ):
        decimals += 1
    return _after_sign(first, decimals), _after_sign(second, decimals)


def _after_sign(number: Fraction, decimals: int) -> str:
    return f"{'=' if cut(number, decimals) == number else '≈'} {decimal(number, decimals)}"
