"""The counted figure that a percentage says again: "144, или 87 %", "почти половина из них (140)"."""

from ..passages import Passage
from ..quantities import Hedge, Kind
from ..reading import Figure

_JOINING = frozenset(
    [",", "(", "–", "—", "-", ")", "т", "е", ".", "i", "e", "что", "это", "из", "них", "of", "them", "the", "is", "was", "just", "по", "ы", "и", "і", "у", "же", "или", "or", "яғни", "ещё", "еще", "then", "a", "an", "that", "those", "этого", "числа", "all", "which", "only", "всех"]
)


def part_of(passage: Passage, percent: Figure) -> Figure | None:
    """The counted figure that stands right before or behind the percentage, joined to it."""
    figures = [one for one in passage.of_sentence(percent.sentence) if one.kind in {Kind.COUNT, Kind.MONEY}]
    ahead = [one for one in figures if one.after <= percent.place]
    behind = [one for one in figures if one.place >= percent.after]
    words = passage.words(percent.after, behind[0].place) if behind else ()
    begin, _ = passage.sentence(percent.sentence)
    opened = bool(ahead) and ahead[-1].place - begin <= 3 and "out_of" in passage.between(begin, ahead[-1].place)
    whole_first = opened and words[-1:] == ("(",)  # "Of the 495, some 60 per cent were on remand (297)"
    of_them = words[:2] in {("из", "них"), ("of", "them"), ("of", "these"), ("of", "those"), ("от", "них")} and words[-1:] == ("(",)
    taken = of_them or (bool(ahead) and words[-1:] == ("(",) and passage.bracketed(ahead[-1]) and not passage.bracketed(percent))
    whole_first = whole_first or taken  # "каждый пятый (296) – о грубости, каждый десятый – о побоях (148)"
    if ahead and not whole_first and joined(passage, ahead[-1], ahead[-1].after, percent.place):
        return ahead[-1]
    if (
        behind
        and ((len(words) <= 8 and {"(", "–", "—"} & set(words) and "," not in words) or _namely(passage, percent, behind[0]))
        and not _counted_share(behind[0], percent)
    ):
        return behind[0]
    return None


def _namely(passage: Passage, percent: Figure, part: Figure) -> bool:
    """ "Төрттен бірі түнгі уақытта, атап айтқанда 52 бару": the part right behind a word that says it again."""
    near = passage.between(max(percent.after, part.place - 4), part.place)
    return part.place - percent.after <= 12 and "equals" in near and not {";", "("} & set(passage.words(percent.after, part.place))


def _counted_share(part: Figure, percent: Figure) -> bool:
    return part.quantity.hedge in {Hedge.AT_MOST} or part.kind is Kind.MEASURE


def joined(passage: Passage, part: Figure, start: int, stop: int) -> bool:
    """Whether the words between a figure and its percentage only say that the one is the other."""
    words = passage.words(start, stop)
    nouns = len(part.noun.split())
    rest = words[nouns:] if len(words) >= nouns else words
    cues = passage.between(start, stop)
    if rest[-2:] in _SAYING and len(rest) <= 7:
        return True
    if len(rest) > 7 or {";", ":"} & set(rest):
        return False
    if set(rest) <= _JOINING:
        return bool({",", "(", "–", "—"} & set(rest)) or "equals" in cues
    if "share" in cues and "," in rest:
        return True
    return "equals" in cues or (rest[-1:] == ("(",) and len(rest) <= 5)


_SAYING = frozenset({(";", "это"), (":", "это"), ("–", "это"), ("that", "is"), (",", "это"), ("which", "is"), ("this", "is")})
"""What ends before a percentage that says again what stands before it: "В 61 случае срок продлевался; это 21,2 %"."""
