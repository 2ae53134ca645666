"""A part of a source as its page shows it: the text in pieces, each figure with its state, each check in words. It asks no room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tirek.faces.desk.sources.words import BASES, CONTEXT, FLOWS, VERDICTS
from tirek.foundation.ui.formats import calculation
from tirek.foundation.ui.pieces import StateKind
from tirek.insight.claims.queries import Analysis, CheckFacts, DecisionFacts, Figure
from tirek.insight.publications.figures import plain, read_as
from tirek.insight.publications.words import VERDICTS as CHECKED
from tirek.insight.publications.words import class_of, kind_word


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision in words: what was decided, what else was said, why, by whom, when."""

    word: str
    kind: StateKind
    read_as: str
    context: tuple[tuple[str, str], ...]
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check that a figure takes part in: sign, verdict and kind in words, calculation, and where the other figures stand."""

    number: int
    sign: str
    verdict: str
    name: str
    calculation: str
    with_: tuple["Named", ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Another figure of a check; `here` says whether it stands in this part."""

    number: int
    quote: str
    here: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A figure of the part."""

    key: str
    figure: Figure
    word: str
    kind: StateKind
    read_as: str
    of: str
    decision: ShownDecision | None
    checks: tuple[ShownCheck, ...]
    sign: str

    @property
    def open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.decision is None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; with its card where it is a figure."""

    text: str
    card: Card | None = None


def cards_of(found: Analysis) -> tuple[Card, ...]:
    """The figures of a part as cards, in the order of the text."""
    checks = {check.number: check for check in found.checks}
    return tuple(card_of(figure, [checks[number] for number in figure.checks if number in checks], found) for figure in found.figures)


def card_of(figure: Figure, checks: list[CheckFacts], found: Analysis) -> Card:
    """One figure with its checks."""
    verdict = figure.decision.verdict if figure.decision else ""
    word, kind = VERDICTS[verdict]
    shown = tuple(check_of(check, figure, found) for check in checks)
    told = figure.told
    return Card(
        key=f"{figure.start}-{figure.end}", figure=figure, word=str(word), kind=kind, read_as=read_as(told) if told else "", of=told.get("of") or "",
        decision=decision_of(figure.decision) if figure.decision else None, checks=shown, sign=shown[0].sign if shown else "",
    )  # fmt: skip


def check_of(check: CheckFacts, figure: Figure, found: Analysis) -> ShownCheck:
    """A check as one of its figures' cards tells it."""
    title, sign = CHECKED[class_of(check.told)]
    here = {one.number for one in found.figures}
    named = [found.by_number[int(key[1:])] for key in dict.fromkeys(check.told["claims"])]
    others = tuple(Named(one.number or 0, one.quote, one.number in here) for one in named if one.number != figure.number)
    own = f"c{figure.number}"
    changes = tuple(plain(one["to"]) for one in check.told["repairs"] if one["claim"] == own)
    return ShownCheck(check.number, sign, _(title), kind_word(check.kind), calculation(check.told["calculation"]), others, changes)


def decision_of(facts: DecisionFacts) -> ShownDecision:
    """A decision in words."""
    word, kind = VERDICTS[facts.verdict]
    said = {**FLOWS, **BASES}
    context = tuple((str(CONTEXT[name]), str(said.get(value, value))) for name, value in facts.context)
    return ShownDecision(str(word), kind, read_as(facts.told) if facts.told else "", context, facts.reason, facts.by, facts.at)


def pieces_of(found: Analysis, cards: tuple[Card, ...]) -> Iterator[Piece]:
    """The part's text cut at its figures; one that begins inside another is not cut again."""
    done = found.part.start
    for card in cards:
        start, end = card.figure.start, min(card.figure.end, found.part.end)
        if start < done:
            continue
        if start > done:
            yield Piece(found.text[done - found.part.start : start - found.part.start])
        yield Piece(found.text[start - found.part.start : end - found.part.start], card)
        done = end
    if done < found.part.end:
        yield Piece(found.text[done - found.part.start :])
