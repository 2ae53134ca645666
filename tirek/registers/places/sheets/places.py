"""Places as a sheet: one row a place, as it stands today."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext_noop as _

from tirek.foundation.jurisdictions.queries import place_kinds, regions
from tirek.foundation.sheets.choosing import bodies, choice
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.sheet_columns import Column
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.registers.places.folding import folded
from tirek.registers.places.models import Place
from tirek.registers.places.ordering import BY_NAME
from tirek.registers.places.policies import may_write_places
from tirek.registers.places.services import amend_place, register_place, unregister_place

ALSO = {
    "ru": ("Название", "Наименование", "Название учреждения", "Наименование учреждения", "Учреждение"),
    "kk": ("Атауы", "Мекеме атауы", "Мекеменің атауы"),
    "ky": ("Аталышы", "Мекеменин аталышы"),
    "en": ("Name", "Name of the place", "Facility"),
}
NAMES = {"ru": _("Name in Russian"), "kk": _("Name in Kazakh"), "ky": _("Name in Kyrgyz"), "en": _("Name in English")}
PLAIN = ("kind", "region", "address", "latitude", "longitude", "unofficial_reason", "source", "opened_on", "closed_on")


class PlacesSheet(SheetKind):
    """Which columns a sheet of places has. A changed name is the present name spelled anew; that a place was renamed is entered on its page."""

    name = "places"
    words = _("Places")
    label = "name_ru"
    label_else = ("name_kk", "name_ky", "name_en")

    def columns(self, country: str) -> tuple[Column, ...]:
        """Names in four languages, then the plain facts."""
        names = [Column(key=f"name_{language}", words=words, most=500, also=ALSO[language], hint=_("At least one language needs a name.")) for language, words in NAMES.items()]
        return (
            *names,
            Column(
                key="kind", words=_("Kind of place"), kind="choice", needed=True, also=("Вид", "Тип", "Вид учреждения", "Тип учреждения", "Түрі", "Kind", "Type"),
                choices=tuple(choice(one.code, one.name) for one in place_kinds(country)),
            ),
            Column(
                key="region", words=_("Region"), kind="choice", needed=True, also=("Область", "Город или область", "Облыс", "Облус"),
                choices=tuple(choice(one.code, one.name) for one in regions(country)),
            ),
            Column(key="address", words=_("Address"), also=("Местонахождение", "Юридический адрес", "Мекенжай")),
            Column(key="latitude", words=_("Latitude"), kind="decimal", low=Decimal(-90), high=Decimal(90), hint=_("In degrees with decimals, as 51.128")),
            Column(key="longitude", words=_("Longitude"), kind="decimal", low=Decimal(-180), high=Decimal(180), hint=_("In degrees with decimals, as 71.430")),
            Column(
                key="authority", words=_("Authority"), kind="choice", choices=bodies(country),
                hint=_("Only where it differs from what the country's rules say for this kind of place."),
            ),
            Column(key="opened_on", words=_("First day"), kind="day"),
            Column(key="closed_on", words=_("Last day"), kind="day", hint=_("Only for a place that is not working any more.")),
            Column(key="unofficial_reason", words=_("Why known, if unofficial"), hint=_("Only for an unofficial place: how it is known that someone was held there.")),
            Column(key="source", words=_("Source")),
        )  # fmt: skip

    def may_bring(self, by: Actor, country: str) -> bool:
        """Head and secretariat."""
        return may_write_places(by, country)

    def may_take(self, by: Actor, country: str) -> bool:
        """All of the mechanism, as the list on the screen."""
        return by.has(*MECHANISM, country=country)

    def ids(self, by: Actor, country: str) -> Iterable[UUID]:
        """In order of name."""
        return Place.objects.visible_to(by, country).order_by(*BY_NAME).values_list("pk", flat=True)

    def held(self, ids: Sequence[UUID], by: Actor, country: str) -> Mapping[UUID, Values]:
        """As the register has it today."""
        rows = Place.objects.visible_to(by, country).filter(pk__in=ids).prefetch_related("authorities")
        return {row.pk: values_of(row) for row in rows}

    def make(self, values: Values, *, reference: str, by: Actor, country: str, names_nobody: str) -> UUID:
        """Registers the place."""
        plain = {key: value for key, value in values.items() if key in PLAIN}
        unofficial = {"unofficial": True} if plain.get("unofficial_reason") else {}
        return register_place(
            country=country, name=named(Words(), values), authority=str(values.get("authority") or ""), by=by, names_nobody=names_nobody,
            **cast(Any, plain | unofficial),
        ).value  # fmt: skip

    def change(self, thing: UUID, held: Values, changes: Values, *, by: Actor, country: str, names_nobody: str) -> None:
        """Mends the entry."""
        plain: dict[str, Any] = {key: value for key, value in changes.items() if key in (*PLAIN, "authority")}
        if any(key.startswith("name_") for key in changes):
            plain["name"] = named(Place.objects.get(pk=thing).name, changes)
        amend_place(place_id=thing, changes=plain, by=by, names_nobody=names_nobody)

    def unmake(self, thing: UUID, *, by: Actor, country: str) -> None:
        """Takes the place out of the register."""
        unregister_place(place_id=thing, by=by)

    def named(self, text: str, by: Actor, country: str) -> Sequence[UUID]:
        """Places that are called so today in some language."""
        wanted = folded(text)
        found = Place.objects.visible_to(by, country).called(text)
        return [row.pk for row in found if any(folded(name) == wanted for _language, name in row.name.texts)]


def named(before: Words, values: Values) -> Words:
    """The name with the languages that the row tells; the language it was written in stays."""
    told = {language: str(values[f"name_{language}"] or "") for language in LANGUAGES if f"name_{language}" in values}
    return Words.of({**dict(before.texts), **told}, before.source if {**dict(before.texts), **told}.get(before.source) else "")


def values_of(row: Place) -> dict[str, Any]:
    """A place's values under the keys of the columns; what is empty is None."""
    own = sorted(row.authorities.all(), key=lambda one: one.span.first)
    found = {key: getattr(row, key) or None for key in PLAIN if key not in ("latitude", "longitude")}
    found |= {"latitude": row.latitude, "longitude": row.longitude, "authority": own[-1].authority if own else None}
    return found | {f"name_{language}": row.name.in_(language) or None for language in LANGUAGES}
