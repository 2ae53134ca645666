"""Visits as a sheet: one row a visit. In come those alone that are over: what is still ahead must not lie in anybody's spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext_noop as _

from tirek.foundation.jurisdictions.queries import visit_kinds
from tirek.foundation.sheets.choosing import choice
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.sheet_columns import Column
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import Visit
from tirek.records.visits.policies import may_approve
from tirek.records.visits.services.past import amend_past_visit, enter_past_visit, remove_past_visit

KEYS = ("kind", "announced", "joint_with_spt", "starts_on", "ends_on", "reported_on")
WHY = ("kind", "announced")


class VisitsSheet(SheetKind):
    """Which columns a sheet of visits has."""

    name = "visits"
    words = _("Visits")
    label = "place"
    note = _("Only visits that are over come in. What is still ahead belongs into the plan, where it stays hidden from those who must not know of it.")

    def columns(self, country: str) -> tuple[Column, ...]:
        """Where, which kind, when, and the day of the report."""
        return (
            Column(key="place", words=_("Place"), kind="thing", of="places", needed=True, also=("Учреждение", "Мекеме", "Место посещения")),
            Column(
                key="kind", words=_("Kind of visit"), kind="choice", needed=True, also=("Вид", "Тип посещения"),
                choices=tuple(choice(one.code, one.name) for one in visit_kinds(country)),
            ),
            Column(key="starts_on", words=_("First day of the visit"), kind="day", needed=True, also=("Дата", "Дата посещения", "Начало", "Первый день", "Date")),
            Column(key="ends_on", words=_("Last day of the visit"), kind="day", also=("Окончание", "Последний день"), hint=_("Empty where the visit took one day.")),
            Column(key="announced", words=_("Announced"), kind="truth", also=("Объявлено", "Объявленное", "С уведомлением")),
            Column(key="joint_with_spt", words=_("joint with the SPT"), kind="truth"),
            Column(key="reported_on", words=_("Day of the report"), kind="day", hint=_("Empty where no report was made.")),
        )  # fmt: skip

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_approve(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """All of the mechanism; each gets the visits that he or she may know of."""
        return by.has(*MECHANISM, country=country)

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """The newest first; begun ones alone: a plan in a file could lie anywhere."""
        return Visit.objects.visible_to(by, country).filter(state__in=BEGUN).values_list("pk", flat=True)

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """As the record has them. Why a visit was made stands there only for those who may bring the register in: empty cells change nothing when it comes back."""
        unsaid = {} if self.may_bring(by, country) else dict.fromkeys(WHY)
        return {row.pk: values_of(row) | unsaid for row in Visit.objects.visible_to(by, country).filter(pk__in=ids)}

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Enters a visit that is over."""
        return enter_past_visit(country=country, by=by, **cast(Any, told(values))).value

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Mends a visit that a sheet entered."""
        amend_past_visit(visit_id=thing, changes=told(changes), by=by)

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes it away."""
        remove_past_visit(visit_id=thing, by=by)


def told(values: Values) -> dict[str, Any]:
    """The values as the services take them."""
    found: dict[str, Any] = {key: value for key, value in values.items() if key in KEYS}
    return {**found, "place_id": UUID(str(values["place"]))} if values.get("place") else found


def values_of(row: Visit) -> dict[str, Any]:
    """A visit's values under the keys of the columns."""
    return {"place": str(row.place_id), **{key: getattr(row, key) for key in KEYS}}
