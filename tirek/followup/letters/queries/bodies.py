"""Letters that went to a body, for its own people: what was sent, with its file, and whether they confirmed it. Nothing of how the mechanism keeps them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from tirek.followup.letters.codes import OUT
from tirek.followup.letters.models import Item, Letter
from tirek.followup.recommendations.addressed import readable
from tirek.followup.recommendations.queries import BodyFilters, addressed
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound

MOST = 200


@dataclass(frozen=True, slots=True)
class BodyLetter:
    """A letter to a body. `about` are the numbers of the recommendations that it is about, of those that the reader may read."""

    id: UUID
    kind: str
    body: str
    number: str
    dated_on: date
    moved_on: date
    acknowledged_on: date | None
    file_id: UUID | None
    about: tuple[str, ...]


def letters_to_bodies(*, by: Actor, country: str, today: date) -> tuple[BodyLetter, ...]:
    """Letters to the bodies for which somebody acts and to those beneath, newest first, at most 200. Cost: 5 queries."""
    rows = list(sent_to(by, country, today)[:MOST])
    about = list(Item.objects.filter(letter__in=rows).values_list("letter", "recommendation"))
    wanted = frozenset(key for _letter, key in about)
    numbers = {each.id: each.number for each in addressed(by=by, country=country, today=today, filters=BodyFilters(ids=wanted))} if wanted else {}
    return tuple(told(row, tuple(sorted(numbers[key] for letter, key in about if letter == row.pk and key in numbers))) for row in rows)


def letter_to_body(letter_id: UUID, *, by: Actor, country: str, today: date) -> BodyLetter:
    """One of them; raises NotFound."""
    row = sent_to(by, country, today).filter(pk=letter_id).first()
    if row is None:
        raise NotFound
    return told(row, ())


def sent_to(by: Actor, country: str, today: date) -> QuerySet[Letter]:
    """The letters that went to these bodies: the one function that decides it."""
    return Letter.objects.filter(country=country, direction=OUT, body__in=readable(by, country, today), taken_out_on=None)


def told(row: Letter, about: tuple[str, ...]) -> BodyLetter:
    """A row as frozen values."""
    return BodyLetter(row.pk, row.kind, row.body, row.number, row.dated_on, row.moved_on, row.acknowledged_on, row.file_id, about)
