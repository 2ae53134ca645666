"""All that a text says in figures and relates to one another: lines, figures, relations; the whole reading in one call."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from .counting import passages
from .lexicon import Lexicon, Morphology
from .lines import lines
from .passages import Passage
from .reading import Figure, figures_of
from .relations.changes import changes
from .relations.comparing import comparisons, ranges, stages
from .relations.deriving import derived
from .relations.exchanging import exchanges, finer
from .relations.lists import lists, subgroups
from .relations.parts import parts
from .relations.proportions import proportions
from .relations.rates import bases, rates
from .relations.relation import Relation
from .relations.repeating import repeated_shares, repetitions, taken_up
from .relations.shares import shares
from .relations.spanning import spanned
from .relations.starting import with_series
from .relations.tables import tables
from .relations.untold import untold
from .relations.windows import windows
from .relations.witness.witnessing import witnessed


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: figures in the order of the text, and the relations proposed between them."""

    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    rates: Mapping[int, str | None]
    """Which figures, by their start, are said of each or of so many, and of what unit; None where the text does not say of what."""


def read(text: str, *, choose: Callable[[str], Lexicon], morphology: Callable[[str], Morphology]) -> Reading:
    """Reads a text. `choose` names the lexicon of a line, `morphology` the forms of a language's words. Cost: linear in the text's length, about 16 s for 200 pages of 70 figures each."""
    told = list(passages((line, figures_of(line, text)) for line in lines(text, choose, morphology)))
    based = {start for one in told for start in bases(one)}
    figures = tuple(one for passage in told for one in passage.figures if one.start not in based)
    said = {rate.figure.start: rate.unit for passage in told for rate in rates(passage)}
    bare = [_without(passage, based) for passage in told]
    relations = tuple(_once(_relations(told, bare, figures)))
    return Reading(spanned(figures, relations), relations, said)


def _without(passage: Passage, based: Collection[int]) -> Passage:
    """A passage without the bases of rates: the 1,000 of "per 1,000" is nothing that adds up or changes."""
    kept = [tuple(one for one in figures if one.start not in based) for figures in (passage.figures, passage.before)]
    return replace(passage, figures=kept[0], before=kept[1])


def _relations(told: Sequence[Passage], bare: Sequence[Passage], figures: Sequence[Figure]) -> list[Relation]:
    found: list[Relation] = []
    for passage in bare:
        told_parts = list(parts(passage))
        found.extend(told_parts)
        found.extend(shares(passage, [one for one in told_parts if one.kind == "sum"]))
        for family in (changes, comparisons, ranges, stages, taken_up, repeated_shares, subgroups):
            found.extend(family(passage))
    found.extend(tables(bare))
    found.extend(lists(bare))
    positions = {id(one): place for place, one in enumerate(figures)}
    said = [rate for passage in told for rate in rates(passage)]
    for rate in said:
        one = derived(rate, figures, positions[id(rate.figure)]) if id(rate.figure) in positions else None
        found.extend([one] if one else [])
    found = witnessed(bare, figures, found, said)
    found.extend(exchanges(bare, figures))
    found.extend(windows(bare, figures))
    found.extend(finer(found))
    found.extend(repetitions(figures))
    found.extend(untold(found, figures))
    found.extend(proportions(bare, figures))
    return with_series(_without_set_against(found), figures)


_AGAINST = frozenset({"change", "difference", "ratio", "direction", "rate"})
"""Relations that set one figure against another: of another time, another place, another speaker."""


def _without_set_against(found: Sequence[Relation]) -> list[Relation]:
    """The relations without parts that nothing but their unit suggests, where the text sets the part against another figure: it is then no part of anything told before."""
    against = {figure.start for one in found if one.kind in _AGAINST for figure in one.figures}
    return [one for one in found if one.sure or one.kind != "part" or one.role("part")[0].start not in against]


def _once(found: Sequence[Relation]) -> list[Relation]:
    """Each relation once, however many ways led to it."""
    kept: dict[tuple[str, frozenset[int]], Relation] = {}
    for one in found:
        kept.setdefault((one.kind, frozenset(figure.start for figure in one.figures)), one)
    return list(kept.values())
