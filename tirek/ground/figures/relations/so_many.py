"""A percentage told with both its figures: "61 of 94 police stations (roughly 75 per cent)", "one in eight posts had been vacant (500 of 4,000)"."""

from ..passages import Passage
from ..quantities import Kind
from ..reading import Figure
from .giving import gives
from .joining import joined
from .relation import Relation, related


def of_so_many(passage: Passage, percent: Figure) -> Relation | None:
    """ "61 of 94 police stations (roughly 75 per cent)", "в трёх колониях из двенадцати, то есть в каждой четвёртой"."""
    ahead = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.after <= percent.place][-2:]
    behind = [one for one in passage.of_sentence(percent.sentence) if one.kind is Kind.COUNT and one.place >= percent.after][:2]
    if len(behind) == 2 and _of_with_part(passage, percent, behind[0], behind[1]):
        return related("percent", part=behind[1], whole=behind[0], percent=percent)
    if len(behind) == 2 and _in_bracket(passage, percent, behind[0], behind[1]):
        return related("percent", part=behind[0], whole=behind[1], percent=percent)
    if behind and ahead and _between(passage, percent, ahead[-1], behind[0]):
        return related("percent", part=ahead[-1], whole=behind[0], percent=percent)
    if behind and ahead and _of_the_total(passage, percent, ahead[-1], behind[0]):
        return related("percent", part=ahead[-1], whole=behind[0], percent=percent)
    if len(ahead) < 2:
        return None
    part, whole = ahead
    close = 4 if "out_of" not in passage.between(max(part.after, whole.place - 2), whole.place) else 8
    tight = (
        whole.place - part.after <= close
        and {"out_of", "parts"} & passage.between(part.after, whole.place + 1)
        and not {",", ";", "("} & set(passage.words(part.after, whole.place))
    )
    if tight and joined(passage, whole, whole.after, percent.place) and (part.quantity.value or 0) <= (whole.quantity.value or 0):
        return related("percent", part=part, whole=whole, percent=percent)
    return None


def _of_with_part(passage: Passage, percent: Figure, whole: Figure, part: Figure) -> bool:
    """ "Two thirds of those 27 cases (namely 18)"."""
    named = "out_of" in passage.between(percent.after, whole.place + 1) and whole.place - percent.after <= 4
    inside = passage.bracketed(part) and not passage.bracketed(whole) and part.place - whole.after <= 5
    return named and inside and (part.quantity.value or 0) <= (whole.quantity.value or 0)


def _between(passage: Passage, percent: Figure, part: Figure, whole: Figure) -> bool:
    """ "12 (4% of 300 complaints)": the percentage between its part and "of" its whole."""
    words = passage.words(part.after, percent.place)[len(part.noun.split()) :]
    named = whole.place - percent.after <= 2 and "out_of" in passage.between(percent.after, whole.place + 1)
    return named and words in {("(",), ("–",), ("—",)} and (part.quantity.value or 0) <= (whole.quantity.value or 0)


def _of_the_total(passage: Passage, percent: Figure, part: Figure, whole: Figure) -> bool:
    """ "Remand prisoners (2,400) make up 20% of the total (12,000)"."""
    named = passage.bracketed(whole) and "out_of" in passage.between(percent.after, percent.after + 2) and whole.place - percent.after <= 6
    total = "total" in passage.between(percent.after, whole.place) or gives(part, whole, percent)
    return named and total and passage.bracketed(part) and not passage.bracketed(percent) and (part.quantity.value or 0) <= (whole.quantity.value or 0)


def _in_bracket(passage: Passage, percent: Figure, part: Figure, whole: Figure) -> bool:
    """ "One in eight posts had been vacant (500 of 4,000)", "one in ten was upheld: 48 out of 480"."""
    tight = whole.place - part.after <= 3 and "out_of" in passage.between(part.after, whole.place + 1)
    if passage.bracketed(percent) or not tight or part.place - percent.after > 8 or (part.quantity.value or 0) > (whole.quantity.value or 0):
        return False
    mark = passage.words(part.place - 1, part.place)
    return mark == ("(",) or (mark in {(":",), ("–",), ("—",)} and gives(part, whole, percent))
