"""How full something is: "мест 2 240, содержится 2 016, наполняемость 90 %": a share of one thing in another, which only words of filling allow."""

from itertools import permutations

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .giving import gives, turns
from .relation import Relation, related

_NEAR = 8
"""Figures that are looked at before the percentage, at most."""
_FAR = 25
"""And further ones, for persons who give it exactly."""


def filling(passage: Passage, percent: Figure) -> Relation | None:
    """Who is in and how many places there are, where a word says that the percentage is how full it is; None where nothing says it or no places are told."""
    if not _said(passage, percent):
        return _on_so_many(passage, percent)
    beside = [one for one in passage.of_sentence(percent.sentence) if one.place > percent.place]
    near = [one for one in [*beside, *passage.ahead_of(percent)[:_NEAR]] if one.kind is Kind.COUNT and one.quantity.value]
    rooms = [one for one in near if _room(passage, one)]
    inside = [one for one in near if one not in rooms and one.unit in {"persons", None} and not _vacant(passage, one)]
    further = [one for one in passage.ahead_of(percent)[_NEAR:_FAR] if one.unit == "persons"]
    fitting = next(((part, whole) for whole in rooms for part in [*inside, *further] if gives(part, whole, percent)), None)
    if fitting:
        return related("percent", part=fitting[0], whole=fitting[1], percent=percent)
    for reach in (0, 1):
        close = [[one for one in group if one.line == percent.line and percent.sentence - reach <= one.sentence <= percent.sentence] for group in (inside, rooms)]
        if len(close[0]) == len(close[1]) == 1:
            return related("percent", part=close[0][0], whole=close[1][0], percent=percent)
    return None


def overfull(passage: Passage, percent: Figure) -> Relation | None:
    """ "На 900 мест 1 017 человек, переполненность – 13 %", "24 per cent over capacity": by how much those inside are more than the places."""
    near = passage.between(max(passage.sentence(percent.sentence)[0], percent.place - 5), percent.place) | passage.between(percent.after, percent.after + 5)
    if "overfull" not in near or (percent.quantity.value or 0) >= 100:
        return None
    told = [one for one in [*passage.of_sentence(percent.sentence), *passage.ahead_of(percent)[:_NEAR]] if one.kind is Kind.COUNT and one.quantity.value]
    pairs = [(room, inside) for inside, room in permutations(told, 2) if (inside.quantity.value or 0) > (room.quantity.value or 0) and inside.unit == "persons"]
    made = next((pair for pair in pairs if turns(*pair, percent)), None)
    return related("change", before=made[0], after=made[1], percent=percent, rises=True, sure=False) if made else None


def _on_so_many(passage: Passage, percent: Figure) -> Relation | None:
    """ "1 104 человека на 800 мест, или 138 %": persons on places right before the percentage that they give, in either order."""
    ahead = [one for one in passage.of_sentence(percent.sentence) if one.after <= percent.place][-2:]
    for part, whole in permutations(ahead) if len(ahead) == 2 and percent.place - ahead[1].after <= 5 else ():
        inside = {"на", "for", "in", "to"} & set(passage.words(max(0, whole.place - 3), whole.place))
        if inside and part.unit == "persons" and _room(passage, whole) and gives(part, whole, percent):
            return related("percent", part=part, whole=whole, percent=percent)
    return None


def _said(passage: Passage, percent: Figure) -> bool:
    begin, stop = passage.sentence(percent.sentence)
    figures = passage.of_sentence(percent.sentence)
    left = max([begin, *(one.after for one in figures if one.after <= percent.place)])
    right = min([stop, *(one.place for one in figures if one.place >= percent.after)])
    over = (percent.quantity.value or 0) >= 100 and "overfull" in passage.between(left, percent.place)
    return over or "filled" in passage.between(left, percent.place) or "filled" in passage.between(percent.after, min(right, percent.after + 4))


def _vacant(passage: Passage, one: Figure) -> bool:
    return one in passage.figures and "left" in passage.between(max(0, one.place - 2), one.place) | passage.between(one.after, one.after + 3)


def _room(passage: Passage, one: Figure) -> bool:
    """Whether a figure says for how many there is room: by its unit, or by a word before it or its own noun."""
    if one.unit == "beds" or (one.unit == "places" and one.noun.endswith("places")):
        return True
    if one not in passage.figures:
        return False
    begin, stop = passage.sentence(one.sentence)
    bare = [each.after for each in passage.of_sentence(one.sentence) if each.after <= one.place and not each.noun]
    before = not one.noun and "room" in passage.between(max([begin, one.place - 9, *bare]), one.place)
    return before or "room" in passage.between(one.after, min(stop, one.after + 2))
