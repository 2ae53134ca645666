"""Rates and money: so many per officer, per 100,000; two pairs of one amount in two currencies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ..checks.precision import digits, looks_finer
from ..passages import Passage, label_end
from ..quantities import Kind, as_rate
from ..reading import Figure
from .relation import Relation, akin, one_unit, related

BASES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure said of each one, or of each hundred thousand; `per` is the base, `noun` of whom."""

    figure: Figure
    per: int
    unit: str | None
    noun: str
    passage: Passage


def bases(passage: Passage) -> dict[int, Figure]:
    """The numbers of a line that are only bases: "per 100,000", "на 100 тыс. жителей", "100 мың тұрғынға шаққанда"."""
    found = {}
    for one in passage.figures:
        value = one.quantity.value
        if value is not None and value in BASES and one.kind is Kind.COUNT:
            tight = passage.between(max(0, one.place - 2), one.place)
            later = passage.sentence(one.sentence)[1] if passage.line.lexicon.language in {"kk", "ky"} and one.noun else one.after + 4
            behind = passage.between(one.after, later)
            words = passage.words(one.place - 1, one.place)
            if "each" in tight or "each" in behind or (words == ("на",) and not {"up", "down"} & passage.between(one.after, one.after + 3)):
                found[one.start] = one
    return found


def rates(passage: Passage) -> Iterator[Rate]:
    """Every figure of a line that is a rate."""
    based = bases(passage)
    for base in based.values():
        others = [
            one
            for one in passage.figures
            if one.sentence == base.sentence and one is not base and one.kind in {Kind.COUNT, Kind.MONEY} and one.start not in based
        ]
        ahead = [one for one in others if one.after <= base.place]
        behind = [one for one in others if one.place >= base.after]
        figure = ahead[-1] if ahead and base.place - ahead[-1].after <= 4 else (behind[0] if behind else (ahead[-1] if ahead else None))
        for one in _from_to(passage, figure) if figure is not None else ():
            yield Rate(one, int(base.quantity.value or 1), base.unit, base.noun, passage)
    yield from _per_thousand(passage)
    for figure in passage.figures:
        if figure.kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE} and figure.quantity.value is not None and figure.start not in based:
            each = _labelled(passage) if passage.row else _each(passage, figure)
            if each and not any(one.sentence == figure.sentence for one in based.values()):
                yield Rate(figure, 1, each[0], each[1], passage)


def _from_to(passage: Passage, figure: Figure) -> list[Figure]:
    """The figure, and the other of "from 100 to 125"."""
    told = [one for one in passage.of_sentence(figure.sentence) if one.kind is figure.kind]
    place = told.index(figure)
    pairs = [(told[place - 1], figure)] if place else []
    pairs += [(figure, told[place + 1])] if place + 1 < len(told) else []
    beside = [pair for pair in pairs if "to" in passage.between(pair[0].after, pair[1].place) and pair[1].place - pair[0].after <= 2]
    return list(beside[0]) if beside else [figure]


def _per_thousand(passage: Passage) -> Iterator[Rate]:
    """Rates whose base is a word: "5 на тысячу заключённых", "4 per thousand"."""
    for place, taken, cue in passage.cues:
        if not cue.startswith("base_"):
            continue
        sentence = passage.line.sentence_of(place)
        ahead = [one for one in passage.of_sentence(sentence) if one.after <= place and one.kind is Kind.COUNT and place - one.after <= 6]
        found = [passage.line.lexicon.units.at(passage.line.stream, step) for step in range(place + taken, min(place + taken + 3, len(passage.line.stream)))]
        unit = next((str(one[1]) for one in found if one), None)
        for figure in _from_to(passage, ahead[-1]) if ahead else ():
            yield Rate(figure, int(cue.removeprefix("base_")), unit, " ".join(passage.words(place + taken, place + taken + 2)), passage)


def _labelled(passage: Passage) -> tuple[str | None, str] | None:
    """Of whom the figures of a row are averages, by its label: "Заключённых на одного сотрудника"."""
    end = label_end([place for place, one in enumerate(passage.line.stream) if one.text in {"\t", "|"}])
    for place, taken, cue in passage.cues:
        if cue == "each" and place < end:
            found = [
                passage.line.lexicon.units.at(passage.line.stream, step) for step in range(place + taken - 1, min(end, place + taken + 2))
            ]
            return next((one[1] for one in found if one), None), " ".join(passage.words(place + taken - 1, end))
    return None


def _each(passage: Passage, figure: Figure) -> tuple[str | None, str] | None:
    """Of whom a figure is an average, by the noun behind "per" or "на"; else None where nothing says that it is one."""
    begin, stop = passage.sentence(figure.sentence)
    shared = _shared_out(passage, figure)
    if shared:
        return shared
    mean = "average" in passage.between(max(begin, figure.place - 5), figure.place)
    others = [one.place for one in passage.of_sentence(figure.sentence) if one.place >= figure.after]
    limit = min([stop, figure.after + 7, *others]) if not (others and passage.line.lexicon.language in {"kk", "ky"}) else figure.after
    for place, taken, cue in passage.cues:
        if any(one.place <= place < one.after for one in passage.figures):
            continue  # "every fourth" is a share
        ends = place + taken == figure.place
        if cue == "each" and ends and passage.line.lexicon.language == "en":  # "one officer for every 4.5 prisoners"
            units = [
                found for step in range(max(begin, place - 3), place) if (found := passage.line.lexicon.units.at(passage.line.stream, step))
            ]
            words = passage.words(max(begin, place - 3), place)
            if units or words[-2:-1] == ("one",):
                return (units[-1][1] if units else None), " ".join(words)
        if {",", ";"} & set(passage.words(figure.after, place)) or _of_another(passage, place + taken, figure):
            continue  # "6 человек, на каждого по 3", "each of the 9 has one doctor for every 300"
        beside = (
            figure.after <= place < limit
            or (place <= begin + 1 and figure is passage.of_sentence(figure.sentence)[0])
            or (begin <= place < figure.place and len(passage.of_sentence(figure.sentence)) == 1 and passage.words(figure.place - 1, figure.place) == (":",))
            or (max(begin, figure.place - 6) <= place < figure.place and passage.line.lexicon.language != "en")
        )
        if cue == "each" and beside:
            nouns = [
                passage.line.lexicon.units.at(passage.line.stream, step) for step in range(place + taken - 1, min(stop, place + taken + 3))
            ]
            noun = next(((one[1], step) for step, one in enumerate(nouns) if one), None)
            words = passage.words(place + taken - 1, min(stop, place + taken + 3))
            return (noun[0] if noun else None), " ".join(words)
    return _dative(passage, figure, mean=mean) or ((None, "") if mean else None)


def _of_another(passage: Passage, place: int, figure: Figure) -> bool:
    """Whether what follows "each" is another figure, its base, or "of the" and the figure itself: those that it speaks of."""
    base = any(one.place == place for one in passage.of_sentence(figure.sentence) if one is not figure)
    return passage.line.lexicon.language == "en" and (base or (place < figure.place and passage.words(place, place + 1) == ("of",)))


def _dative(passage: Passage, figure: Figure, *, mean: bool) -> tuple[str | None, str] | None:
    """ "Бир дарыгерге орточо 130 адам туура келет": of the noun in the case of "to" before the figure (kk, ky)."""
    begin, stop = passage.sentence(figure.sentence)
    endings = tuple(passage.line.lexicon.notes.get("to", "").split())
    said = mean or "each" in passage.between(figure.after, stop)
    left = max([begin, *(one.after for one in passage.of_sentence(figure.sentence) if one.after <= figure.place)])
    for place in range(figure.place - 1, left - 1, -1) if endings and said else ():
        found = passage.line.lexicon.units.at(passage.line.stream, place)
        if found and passage.line.stream[place + found[0] - 1].folded.endswith(endings):
            return str(found[1]), " ".join(passage.words(place, place + found[0]))
    return None


def _shared_out(passage: Passage, figure: Figure) -> tuple[str | None, str] | None:
    """ "По 360 человек на колонию": so many to each of the noun behind "на"."""
    behind = figure.after + len(figure.noun.split())
    if passage.words(figure.place - 1, figure.place) != ("по",) or passage.words(behind, behind + 1) != ("на",):
        return None
    found = passage.line.lexicon.units.at(passage.line.stream, behind + 1)
    return (str(found[1]), " ".join(passage.words(behind, behind + 1 + found[0]))) if found else None


def derived(rate: Rate, figures: Sequence[Figure], position: int) -> Relation | None:
    """Which two figures the rate may be of: the nearest pair of its own unit and of its noun that gives it; where none gives it and the text leaves one, that one."""
    around = range(max(0, position - 90), min(len(figures), position + 31))
    near = [
        figures[place]
        for place in sorted(around, key=lambda place: abs(place - position))
        if place != position and figures[place].quantity.value
    ]
    over = _matching([one for one in near if _over(one, rate)], rate.figure.noun, rate.figure.unit)
    under = _matching([one for one in near if _under(one, rate)], rate.noun, rate.unit)
    best = _closest(rate, over[:25], under[:25])
    if best:
        return related("rate", numerator=best[0], denominator=best[1], rate=rate.figure, per=rate.per)
    return _only(rate, over, under)


def _only(rate: Rate, over: Sequence[Figure], under: Sequence[Figure]) -> Relation | None:
    """The only two of the rate's sentence that it may be of; surely where the one below has the rate's noun."""
    own = [[one for one in group if (one.line, one.sentence) == (rate.figure.line, rate.figure.sentence) and one.row is None] for group in (over, under)]
    below = own[1]
    above = [one for one in own[0] if one not in below]
    if len(above) != 1 or len(below) != 1:
        return None
    return related("rate", numerator=above[0], denominator=below[0], rate=rate.figure, per=rate.per, sure=akin(rate.noun, below[0].noun))


def _closest(rate: Rate, over: Sequence[Figure], under: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The pair that gives the rate as printed; of several the one whose nouns are the rate's, then the one that gives it most closely."""
    wide, said = as_rate(rate.figure.quantity).rounded, rate.figure.quantity.value or Fraction(0)
    found: list[tuple[int, Fraction, int, tuple[Figure, Figure]]] = []
    for above in over:
        for below in under:
            if above is below or not below.quantity.value:
                continue
            given = (above.quantity.value or Fraction(0)) * rate.per / below.quantity.value
            if wide.holds(given) and wide.low is not None:
                alike = 2 * akin(rate.noun, below.noun) + 2 * akin(rate.figure.noun, above.noun) + sum(unit is not None and unit == one.unit for unit, one in ((rate.figure.unit, above), (rate.unit, below)))
                alike += 4 * (above.row is not None and above.row + 1 == rate.figure.row and rate.figure.noun.split()[:1] in (["на"], ["per"]))
                unlike = None not in (above.unit, rate.figure.unit) and not one_unit(above.unit, rate.figure.unit)
                found.append(
                    (
                        2 * unlike - alike + (above.quantity.hedge is not None) + (below.quantity.hedge is not None),
                        abs(given - said),
                        len(found),
                        (above, below),
                    )
                )
    return min(found)[3] if found else None


def _matching(figures: list[Figure], noun: str, unit: str | None) -> list[Figure]:
    """Those whose own noun is the rate's first, then those of its unit, then all others; the nearest first among equals."""
    return sorted(figures, key=lambda one: 0 if akin(noun, one.noun) else 1 if unit is not None and one.unit == unit else 2)


def _over(one: Figure, rate: Rate) -> bool:
    if rate.figure.row is not None and rate.figure.kind is Kind.COUNT:
        return one.kind is Kind.COUNT
    return one.kind is rate.figure.kind and (one_unit(one.unit, rate.figure.unit) or not rate.figure.noun or {one.unit, rate.figure.unit} <= _HAPPENING)


_HAPPENING = frozenset({"persons", "cases", "deaths"})
"""What a rate may call otherwise than the text: 156 ill are 20 cases per 1,000."""


def _under(one: Figure, rate: Rate) -> bool:
    return one.kind is Kind.COUNT and (
        rate.unit is None or one.unit in {rate.unit, None} or {one.unit, rate.unit} <= {"persons", "members"}
    )


def exchanges(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Amounts told in two currencies side by side: each pair against the first of the same two currencies."""
    pairs: dict[tuple[str, str], tuple[Figure, Figure]] = {}
    for one, other in pairwise(figures):
        money = one.kind is other.kind is Kind.MONEY and one.unit and other.unit and one.unit != other.unit
        if not money or one.line != other.line or not 0 <= other.place - one.after <= 3:
            continue
        key = (str(one.unit), str(other.unit))
        first = pairs.setdefault(key, (one, other))
        if first[0] is not one:
            yield related("exchange", a=first[0], b=first[1], c=one, d=other)


def finer(found: Sequence[Relation]) -> Iterator[Relation]:
    """Rates and amounts with more digits than the rounded figure from which they were made."""
    for one in found:
        if one.kind == "rate" and one.role("rate")[0].kind is Kind.MONEY:
            exact, sources = one.role("rate")[0], one.role("numerator")
        elif one.kind == "exchange":
            exact, sources = one.role("a")[0], one.role("b")
        else:
            continue
        if exact.quantity.value is not None and looks_finer(exact.quantity, sources[0].quantity) and digits(exact.quantity) >= 4:
            yield related("false_precision", exact=exact, rounded=sources[0])
