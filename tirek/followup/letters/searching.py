"""What the search is told of letters: their numbers alone. The office finds all of the register, the mechanism's other people letters about issued recommendations.

Neither pages nor what was written of a confirmation are searched: they were not written for all who may see the letter.
"""

from collections.abc import Collection, Iterable

from tirek.followup.letters.models import Item, Letter
from tirek.foundation.search.sorts import Said, Sort, Told
from tirek.ground.rules.actors import MECHANISM, OFFICE, Actor


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each letter of the register. Cost: 2 queries."""
    rows = list(Letter.objects.filter(pk__in=keys, taken_out_on=None))
    about = set(Item.objects.filter(letter__in=rows).order_by().values_list("letter_id", flat=True)) if rows else set()
    for row in rows:
        said = (Said("number", row.number, names=True), Said("registered", row.registered_as))
        yield Told(str(row.pk), said, (f"mechanism.{row.country}" if row.pk in about else f"register.{row.country}",), row.moved_on)


def keys(after: str, size: int) -> list[str]:
    """Letters in order of their ids."""
    rows = Letter.objects.filter(pk__gt=after) if after else Letter.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The mechanism's own, and the office that keeps the register."""
    mechanism = (f"mechanism.{country}",) if by.has(*MECHANISM, country=country) else ()
    return (*mechanism, f"register.{country}") if by.has(*OFFICE, country=country) else mechanism


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the letters that the actor sees. Cost: one query."""
    return {str(key) for key in Letter.objects.visible_to(by, country).filter(pk__in=keys).order_by().values_list("pk", flat=True)}


LETTERS = Sort("letter", "l", told, keys, audiences, visible, {"letters.Letter": lambda rows: rows, "letters.Item.letter_id": lambda rows: rows})
