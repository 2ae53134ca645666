"""Lists whose entries stand on lines of their own: a total with its parts below it, and the women, children and foreigners among those told above."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .giving import gives
from .relation import LIKELY, Relation, related

_SHORT = 30
"""Tokens of an entry, at most."""
_MOST = 12
_LEAST = 10
_BACK = 20
"""Figures before a subgroup among which its whole is, the first that is large."""


def lists(passages: Sequence[Passage]) -> Iterator[Relation]:
    """What follows from every run of short lines below one another, each with a figure."""
    run: list[Passage] = []
    for one in passages:
        if run and one.line.number != run[-1].line.number + 1:
            yield from _of_list(run)
            run = []
        if not one.row and len(one.line.stream) <= _SHORT and _first(one) is not None:
            run.append(one)
        else:
            yield from _of_list(run)
            run = []
    yield from _of_list(run)


def _of_list(run: Sequence[Passage]) -> Iterator[Relation]:
    yield from _sums(run)
    yield from _shares(run)


def _shares(run: Sequence[Passage]) -> Iterator[Relation]:
    """ "колонии – 60 (38,5 %); изоляторы – 42 (26,9 %); всего – 156": of the entry, or of the figure before the list, that gives two of the percentages and at least half of them."""
    shown = [(figure, percent) for one in run if (figure := _first(one)) is not None and (percent := _in_brackets(one, figure)) is not None]
    if len(shown) < 2:
        return
    wholes = [figure for one in run if (figure := _first(one)) is not None and not any(figure is each for each, _ in shown)]
    wholes += [one for one in run[0].before[-_BACK:][::-1] if one.kind is shown[0][0].kind and one.quantity.value]
    for whole in wholes[:_BACK]:
        fits = sum(gives(figure, whole, percent) for figure, percent in shown)
        if fits >= 2 and fits * 2 >= len(shown):
            for figure, percent in shown:
                if (figure.quantity.value or 0) <= (whole.quantity.value or 0):
                    yield related("percent", part=figure, whole=whole, percent=percent, sure=fits + 1 >= len(shown) and fits > 2)
            return


def _in_brackets(passage: Passage, figure: Figure) -> Figure | None:
    """The percentage right behind an entry's figure: "42 (26,9 %)", "30 visits, 20 %"."""
    behind = next((one for one in passage.figures if one.place >= figure.after), None)
    near = behind is not None and behind.kind is Kind.PERCENT and behind.place - figure.after <= 1 + max(1, len(figure.noun.split()))
    return behind if near and behind is not None and behind.quantity.value is not None else None


def _first(passage: Passage) -> Figure | None:
    """The first figure of an entry that counts something without a hedge."""
    return next((one for one in passage.figures if one.kind in {Kind.COUNT, Kind.MONEY} and one.quantity.value is not None and not one.quantity.hedge), None)


def _sums(run: Sequence[Passage]) -> Iterator[Relation]:
    """Entries right below one that add up to it exactly: three and more, or two that a word makes parts."""
    entries = [(one, figure) for one in run if (figure := _first(one)) is not None]
    for place, (_, whole) in enumerate(entries):
        added = Fraction(0)
        for size, (_, part) in enumerate(entries[place + 1 : place + 1 + _MOST], 1):
            added += part.quantity.value or 0
            told = entries[place + 1 : place + 1 + size]
            cues = {cue for one, _ in told for _, _, cue in one.cues}
            if part.kind is not whole.kind or added > (whole.quantity.value or 0):
                break
            if added == whole.quantity.value and added >= _LEAST and (size > 2 or (size == 2 and cues & {"parts", "rest"})):
                yield related("sum", parts=tuple(figure for _, figure in told), whole=whole, sure=False)
                break


def subgroups(passage: Passage) -> Iterator[Relation]:
    """Women, children, foreigners: part of the persons told before, of whom the text tells most."""
    roots = passage.line.lexicon.notes.get("subgroups", "").split()
    for place, one in enumerate(passage.figures):
        if one.unit != "persons" or one.quantity.value is None or not any(word.startswith(root) for word in one.noun.split() for root in roots):
            continue
        told = [each for each in [*passage.before[-_BACK:], *passage.figures[:place]] if each.unit == "persons" and each.kind is Kind.COUNT and each.quantity.value]
        most = max((each.quantity.value or Fraction(0) for each in told), default=Fraction(0))
        whole = next((each for each in told if 2 * (each.quantity.value or 0) >= most and each.quantity.hedge is None), None)
        named = whole is not None and any(word.startswith(root) for word in whole.noun.split() for root in roots)
        if whole is not None and not named and (whole.quantity.value or 0) >= 2 * one.quantity.value and whole.period in {one.period, None}:
            yield related("part", part=one, whole=whole, sure=False, reading=LIKELY)
