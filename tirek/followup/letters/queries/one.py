"""One letter with its parts, and the letters that mention a recommendation. It writes nothing."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.letters.models import Item, Letter, Mending
from tirek.followup.letters.reach import reach
from tirek.followup.recommendations.queries import Filters, Line, recommendations
from tirek.foundation.ledger.mending import MendedFacts, mendings_of
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A recommendation that a letter is about. `word` is what was read out of this letter, empty while nothing was."""

    id: UUID
    recommendation: Line
    first_page: int | None
    last_page: int | None
    answer_id: UUID | None
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter of the register with its parts, those that wait to be read first."""

    id: UUID
    country: str
    direction: str
    kind: str
    body: str
    number: str
    registered_as: str
    dated_on: date
    moved_on: date
    way: str
    file_id: UUID | None
    media_type: str
    pages: int
    acknowledged_on: date | None
    acknowledgement: str
    entered_by: str
    demonstration: bool
    parts: tuple[PartFacts, ...]
    taken_out_on: date | None
    mendings: tuple[MendedFacts, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A letter that is about a recommendation, and on which pages; `answer_id` is what was read out of them."""

    letter_id: UUID
    direction: str
    kind: str
    body: str
    number: str
    dated_on: date
    moved_on: date
    first_page: int | None
    last_page: int | None
    answer_id: UUID | None


def letter(letter_id: UUID, *, by: Actor, today: date) -> LetterFacts:
    """One letter, for the office also one that was taken out of the register; raises NotFound. Cost: 9 queries."""
    row = reach(letter_id, by, out=True)
    return LetterFacts(
        row.pk, row.country, row.direction, row.kind, row.body, row.number, row.registered_as, row.dated_on, row.moved_on, row.way, row.file_id,
        row.file.media_type if row.file else "", row.pages, row.acknowledged_on, row.acknowledgement, row.entered_by, row.origin == "demonstration",
        parts_of(row, by, today), row.taken_out_on, mendings_of(Mending.objects.filter(thing=row.pk)).get(row.pk, ()),
    )  # fmt: skip


def parts_of(row: Letter, by: Actor, today: date) -> tuple[PartFacts, ...]:
    """The parts of a letter, those that wait first, then by number."""
    items = list(row.items.select_related("answer"))
    ids = frozenset(each.recommendation_id for each in items)
    told = {each.id: each for each in recommendations(by=by, country=row.country, today=today, filters=Filters(ids=ids))} if ids else {}
    made = [
        PartFacts(
            each.pk, told[each.recommendation_id], each.first_page, each.last_page, each.answer_id, each.answer.word if each.answer else "",
            each.answer.text if each.answer else "",
        )
        for each in items if each.recommendation_id in told
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda each: (each.answer_id is not None, in_order(each.recommendation.number))))


def in_order(number: str) -> list[tuple[int, str]]:
    """A key that puts the numbers in a number in their own order."""
    return [(int(each), "") if each.isdecimal() else (0, each) for each in re.split(r"(\d+)", number)]


def mentions(recommendation_id: UUID, *, by: Actor, country: str) -> tuple[Mention, ...]:
    """The letters that are about an issued recommendation, newest first; whether the reader may see that one is asked of its room. Cost: 1 query."""
    seen = Letter.objects.visible_to(by, country).order_by().values("pk")
    found = Item.objects.filter(recommendation=recommendation_id, letter__in=seen).select_related("letter").order_by("-letter__moved_on", "-letter__dated_on", "pk")
    return tuple(
        Mention(
            each.letter_id, each.letter.direction, each.letter.kind, each.letter.body, each.letter.number, each.letter.dated_on, each.letter.moved_on,
            each.first_page, each.last_page, each.answer_id,
        )
        for each in found
    )  # fmt: skip
