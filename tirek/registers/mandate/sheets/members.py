"""Members as a sheet: one row a person, with the newest term."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from tirek.foundation.jurisdictions.queries import professions, regions, spoken_languages
from tirek.foundation.sheets.choosing import choice, translated
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.ground.rules.sheet_columns import Column
from tirek.registers.mandate.models import Member
from tirek.registers.mandate.policies import may_write_members
from tirek.registers.mandate.services import amend_member, enter_member, unregister_member

SEXES = (("female", gettext_lazy("woman")), ("male", gettext_lazy("man")))
KEYS = ("name", "profession", "organisation", "sex", "region", "term_since", "term_until", "oath_on")


class MembersSheet(SheetKind):
    """Which columns a sheet of members has. Accounts are no matter of a sheet: who signs in is decided by two persons."""

    name = "members"
    words = _("Members")
    label = "name"

    def columns(self, country: str) -> tuple[Column, ...]:
        """Name and calling, then the term."""
        return (
            Column(key="name", words=_("Name"), needed=True, most=200, also=("Ф.И.О.", "ФИО", "Фамилия имя отчество", "Аты-жөні", "Full name")),
            Column(
                key="profession", words=_("Profession"), kind="choice", needed=True, also=("Специальность", "Мамандығы"),
                choices=tuple(choice(one.code, one.name) for one in professions()),
            ),
            Column(key="organisation", words=_("Organisation"), most=200),
            Column(key="sex", words=_("Sex"), kind="choice", choices=translated(SEXES)),
            Column(key="region", words=_("Region"), kind="choice", choices=tuple(choice(one.code, one.name) for one in regions(country))),
            Column(key="languages", words=_("Languages"), kind="choices", choices=tuple(choice(one.code, one.name) for one in spoken_languages())),
            Column(key="term_since", words=_("Member since"), kind="day", needed=True),
            Column(key="term_until", words=_("Member until"), kind="day"),
            Column(key="oath_on", words=_("Day of the oath"), kind="day"),
        )  # fmt: skip

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_write_members(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """Those who send and those who go, as the list on the screen."""
        return by.has(*OFFICE, *VISITORS, country=country)

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """In order of name."""
        return Member.objects.visible_to(by, country).order_by("name", "pk").values_list("pk", flat=True)

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """As the register has them today."""
        return {row.pk: values_of(row) for row in Member.objects.visible_to(by, country).filter(pk__in=ids)}

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Enters the member."""
        return enter_member(country=country, by=by, names_nobody=names_nobody, **cast(Any, dict(values))).value

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Mends the entry."""
        amend_member(member_id=thing, changes=changes, by=by)

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes the member out of the register."""
        unregister_member(member_id=thing, by=by)


def values_of(row: Member) -> dict[str, Any]:
    """A member's values under the keys of the columns; what is empty is None."""
    return {"languages": tuple(sorted(row.languages)) or None, **{key: getattr(row, key) or None for key in KEYS}}
