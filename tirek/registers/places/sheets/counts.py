"""Counts of people as a sheet: one row a place and day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext_noop as _

from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.sheet_columns import Column
from tirek.registers.places.models import Place, PlacePopulation
from tirek.registers.places.ordering import ByName
from tirek.registers.places.policies import may_write_places
from tirek.registers.places.services import amend_population, record_population, remove_population

FIGURES = ("capacity", "male", "female", "unknown", "minors")
NOUGHT, MOST = Decimal(0), Decimal(1_000_000)


class CountsSheet(SheetKind):
    """Which columns a sheet of counts has. A row is found again by its place and its day."""

    name = "counts"
    words = _("Counts of people")
    label = "place"
    by_reference = False
    found_by = _("A row is found again by its place and its day, so that the next sheet changes it. An empty cell leaves what is there.")

    def columns(self, country: str) -> tuple[Column, ...]:
        """The place, the day, the figures."""
        figures = [_("Capacity"), _("Men and boys"), _("Women and girls"), _("Sex not known"), _("Of them minors")]
        return (
            Column(key="place", words=_("Place"), kind="thing", of="places", needed=True, also=("Учреждение", "Номер", "Мекеме", "Reference")),
            Column(key="counted_on", words=_("Counted on"), kind="day", needed=True, also=("Дата", "На дату", "Күні", "Date")),
            *(Column(key=key, words=words, kind="whole", low=NOUGHT, high=MOST) for key, words in zip(FIGURES, figures, strict=True)),
            Column(key="source", words=_("Source")),
        )

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_write_places(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """All of the mechanism."""
        return by.has(*MECHANISM, country=country)

    def seen(self, by: Actor, country: str) -> Any:
        """Counts of places that the person may see."""
        return PlacePopulation.objects.filter(country=country, place__in=Place.objects.visible_to(by, country))

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """By place and day."""
        return cast(Iterable[UUID], self.seen(by, country).order_by(ByName("place__order"), "place", "counted_on").values_list("pk", flat=True))

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """The figures of the counts."""
        return {row.pk: values_of(row) for row in self.seen(by, country).filter(pk__in=ids)}

    def find(self, values: Values, by: Actor, country: str) -> UUID | None:
        """The count of that place on that day."""
        if not values.get("place") or not values.get("counted_on"):
            return None
        found = self.seen(by, country).filter(place=values["place"], counted_on=values["counted_on"]).first()
        return found.pk if found else None

    def told_of(self, values: Values) -> str:
        """Its place and its day."""
        return f"{values['place']} {values['counted_on']}" if values.get("place") and values.get("counted_on") else ""

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Records the count."""
        told = {key: values.get(key) for key in FIGURES}
        return record_population(
            place_id=values["place"], counted_on=cast(date, values["counted_on"]), source=str(values.get("source") or ""), by=by,
            names_nobody=names_nobody, **cast(Any, told),
        ).value  # fmt: skip

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Writes the figures anew; the sheet is the reason."""
        amend_population(count_id=thing, changes={key: changes[key] for key in changes if key in (*FIGURES, "source")}, by=by, names_nobody=names_nobody)

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes the count away."""
        remove_population(count_id=thing, by=by)


def values_of(row: PlacePopulation) -> dict[str, Any]:
    """A count's values under the keys of the columns."""
    return {"place": str(row.place_id), "counted_on": row.counted_on, "source": row.source or None, **{key: getattr(row, key) for key in FIGURES}}
