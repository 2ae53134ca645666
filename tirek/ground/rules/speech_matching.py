"""Figures of a speech set against a frozen record: each is found there, differs from it, or is not in it. Pure functions over plain values.

It compares numbers and the things they are said of; it judges no speaker. Which words name which figure comes in as an argument. A number alone is never found:
what it is said of has to be the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

PERCENT = "percent"
HUNDRED = Decimal(100)
Groups = tuple[tuple[str, ...], ...]
"""Beginnings of words: of each group at least one word has to be there; the first names the thing counted."""
Vocabulary = Mapping[str, Groups]


IN_ALL = ("всего", "общ", "итог", "total", "all", "altogether", "register", "реестр", "учет", "план", "plan", "барлы", "бүкіл", "жоспар", "тізілім", "баары", "бардык", "бүткүл", "каттоо")
"""Beginnings of words by which a number is said to be of the whole."""


DENYING = frozenset({
    "not", "no", "none", "never", "neither", "nor", "without", "didn", "don", "wasn", "weren", "hasn", "haven", "unanswered", "unvisited",
    "не", "ни", "нет", "без", "никто", "жоқ", "емес", "жауапсыз", "жок", "эмес", "жоопсуз",
})  # fmt: skip
"""Words that say the opposite of what they stand beside."""
DENIED = tuple(f"{stem}{end}" for stem in ("ма", "ме", "ба", "бе", "па", "пе") for end in ("ды", "ді", "ди", "дық", "дік", "дык", "дик", "ған", "ген", "ган"))
"""Ends of Kazakh and Kyrgyz verbs that say that something was not done."""
BOUNDING = ("less", "more", "few", "only", "later", "менее", "более", "меньше", "больше", "мене", "только", "позднее", "позже")
"""With these a "not" bounds the number and denies nothing: not less than ten."""
OF_WHAT_IS_NOT = frozenset({"overdue", "places_never", "places_past"})
"""Figures that themselves tell of what was not done."""


class Verdict(StrEnum):
    """What can be said of a figure of the speech. Absent is what a record of its year does not hold; uncompared, where there is no record of that year."""

    FOUND = "found"
    DIFFERS = "differs"
    ONE_END = "one_end"
    ABSENT = "absent"
    UNCOMPARED = "uncompared"


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of the speech: its value (None of a range), its ends (None is open), what is counted, of which year, its decimals as written.

    `near` are the words between its neighbours, `around` those of its whole sentence, folded; `sentence` tells which sentence it stands in.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    year: int | None
    decimals: int
    near: frozenset[str]
    around: frozenset[str]
    sentence: int

    @property
    def exact(self) -> bool:
        """Whether it is one number, without "more than" or "about"."""
        return self.value is not None and self.low == self.high == self.value

    @property
    def ranges(self) -> bool:
        """Whether it gives both ends of an interval."""
        return self.value is None and self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """A number of the record: of which figure, what it is of it (`part`, `whole`, `upper`, or a count beside), its value, what it may be said to count, its year.

    `end`: one of the two ends of an interval, whose other end is `other`; `told_by` are the words that say which end is meant.
    """

    code: str
    what: str
    value: Decimal
    units: frozenset[str]
    year: int
    source: str = ""
    end: bool = False
    other: Decimal | None = None
    told_by: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()
    """Units under which it may be said by a word of two meanings: it is meant only where the words name it."""

    @property
    def key(self) -> str:
        """By which name words of the vocabulary are found: a count beside has its own."""
        return self.code if self.what in ("part", "whole", "upper") else self.what


@dataclass(frozen=True, slots=True)
class Match:
    """What the record has for a figure, and whether that is the same."""

    verdict: Verdict
    standings: tuple[Standing, ...] = ()


def matches(said: Sequence[Said], record: Sequence[Standing], vocabulary: Vocabulary, year: int) -> tuple[Match, ...]:
    """What the record says of each figure; one without a year is meant of `year`. Cost: figures times numbers of the record."""
    return tuple(match(one, said, [each for each in record if each.year == (one.year or year)], vocabulary) for one in said)


def match(one: Said, said: Sequence[Said], record: Sequence[Standing], vocabulary: Vocabulary) -> Match:
    """What the record of the figure's year says of it."""
    fitting = [each for each in record if fits(one, each, vocabulary) and (each.key in OF_WHAT_IS_NOT or not denies(one.near))]
    around = named(one.around, one.unit, fitting, vocabulary)
    near = named(one.near, one.unit, fitting, vocabulary)
    for meant in (near, around):
        if agreeing := [each for each in meant if agrees(one, each)]:
            if all(each.what == "whole" for each in agreeing) and not said_as_whole(one, said):
                keys = {each.key for each in agreeing}
                return Match(Verdict.DIFFERS, tuple(each for each in meant if each.key in keys))
            return whole_or_end(one, said, agreeing)
    meant = near or (around if one.unit == PERCENT and len({each.key for each in around}) == 1 else [])
    if any(each.what != "whole" for each in meant):  # where the part is not told, its whole alone says nothing against the figure
        return Match(Verdict.DIFFERS, tuple(meant))
    found = [each for each in fitting if agrees(one, each) and one.unit in each.units] if one.unit != PERCENT else []
    return whole_or_end(one, said, found) if found else Match(Verdict.ABSENT if record else Verdict.UNCOMPARED)


def denies(words: Collection[str]) -> bool:
    """Whether the words beside a number say that something was not done; a figure of what was done is not meant then."""
    return not spoken(BOUNDING, words) and any(word in DENYING or word.endswith(DENIED) for word in words)


def said_as_whole(one: Said, said: Sequence[Said]) -> bool:
    """Whether a number is said of all there is: beside another one of the same things, or in words. "20 without an answer" is not 20 in all, of which some have none."""
    beside = any(other.sentence == one.sentence and other is not one and other.unit in (one.unit, PERCENT, None) for other in said)
    return beside or spoken(IN_ALL, one.around)


def whole_or_end(one: Said, said: Sequence[Said], agreeing: Sequence[Standing]) -> Match:
    """Found; or one end of an interval alone: neither the other end stands in the sentence nor a word that says which end it is."""
    alone = all(each.end and not one.ranges and each.value != each.other and not spoken(each.told_by, one.around) for each in agreeing)
    if alone and not any(agrees_with(other, each.other) for each in agreeing for other in said if other.sentence == one.sentence and other is not one):
        return Match(Verdict.ONE_END, tuple(agreeing))
    return Match(Verdict.FOUND, tuple(agreeing))


def fits(one: Said, each: Standing, vocabulary: Vocabulary) -> bool:
    """Whether both count the same; of a figure whose unit nobody read, by the words beside it."""
    if one.unit is not None or PERCENT in each.units:
        return one.unit in each.units | each.also
    return spoken(vocabulary[each.key][0], one.near)


def named(words: Collection[str], unit: str | None, record: Iterable[Standing], vocabulary: Vocabulary) -> list[Standing]:
    """Those of the record whose figure these words name; where they name several, those that they name most closely."""
    rows = [(len(vocabulary[each.key]), each) for each in record if names(vocabulary[each.key], words, unit != PERCENT and unit in each.units)]
    most = max((number for number, _each in rows), default=0)
    return [each for number, each in rows if number == most]


def names(groups: Groups, words: Collection[str], thing_known: bool) -> bool:
    """Whether the words hold one of each group; what is counted need not be said again where the figure's unit tells it."""
    return all(spoken(group, words) for group in groups[1 if thing_known else 0 :])


def spoken(beginnings: Iterable[str], words: Collection[str]) -> bool:
    """Whether a word begins with one of these."""
    return any(word.startswith(tuple(beginnings)) for word in words)


def agrees(one: Said, each: Standing) -> bool:
    """Whether the numbers are the same: to the decimals written, within what "more than" or "about" leaves, or with both ends of an interval."""
    if one.ranges:
        ends = sorted(end for end in (each.value, each.other) if end is not None)
        return each.end and [rounded(end, one.decimals) for end in ends] == [one.low, one.high]
    return agrees_with(one, each.value)


def agrees_with(one: Said, value: Decimal | None) -> bool:
    """Whether the figure says this number."""
    if value is None:
        return False
    if one.exact:
        return one.value is not None and rounded(value, one.decimals) == rounded(one.value, one.decimals)
    return (one.low is None or value >= one.low) and (one.high is None or value <= one.high) and (one.low, one.high) != (None, None)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """A number to so many places, a half up, as people round."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
