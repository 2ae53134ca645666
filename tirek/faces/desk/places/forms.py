"""Forms of the places. They ask and tidy; every rule stands in the register's services."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm, plain
from tirek.faces.frame.fields import Choices, CountryForm, FilterForm, choices, day_field, line, said
from tirek.foundation.jurisdictions.queries import authorities, authorities_within, place_kinds, regions
from tirek.registers.places.queries import PlaceFacts, PlaceFilters


def kinds(country: str, empty: object = "—") -> Choices:
    """Kinds of place in the pack's order."""
    return [("", empty), *((kind.code, said(kind.name)) for kind in place_kinds(country))]


def bodies(country: str, empty: object = "—", days: tuple[date, date] | None = None) -> Choices:
    """Authorities, those alone that existed on some of the days (from the first to the last) if they are given."""
    found = authorities_within(country, *days) if days else authorities(country)
    return choices(((one.code, one.name) for one in found), empty)


class PlaceFilterForm(FilterForm):
    """How the list is narrowed."""

    text = forms.CharField(label=_("Name or address"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    authority = forms.ChoiceField(label=_("Authority"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("all")), ("open", _("working")), ("closed", _("not working"))]
    )
    known = forms.ChoiceField(
        label=_("Official or not"), required=False, choices=[("", _("all")), ("official", _("official")), ("unofficial", _("unofficial"))]
    )
    on = day_field(_("On the day"), required=False)

    def choose(self, country: str) -> None:
        """Kinds, regions, authorities."""
        self.offer("kind", kinds(country, _("all")))
        self.offer("region", choices(((one.code, one.name) for one in regions(country)), _("all")))
        self.offer("authority", bodies(country, _("all")))

    @property
    def filters(self) -> PlaceFilters:
        """What was asked; nothing where the form is not valid."""
        if not self.is_valid():
            return PlaceFilters()
        asked = self.cleaned_data
        unofficial = {"official": False, "unofficial": True}.get(asked["known"])
        plain = {name: asked[name] for name in ("text", "kind", "region", "authority", "state", "on")}
        return PlaceFilters(unofficial=unofficial, **plain)


class PlaceForm(CarefulForm, CountryForm):
    """Everything that is asked when a place is entered or mended."""

    careful: ClassVar[tuple[str, ...]] = ("name", "address", "unofficial_reason", "source")

    kind = forms.ChoiceField(label=_("Kind of place"))
    region = forms.ChoiceField(label=_("Region"))
    address = forms.CharField(label=_("Address"), required=False, max_length=500)
    latitude = forms.DecimalField(
        label=_("Latitude"),
        help_text=_("In degrees, for example 43.238949."),
        required=False,
        decimal_places=6,
        max_digits=8,
        min_value=Decimal(-90),
        max_value=Decimal(90),
    )
    longitude = forms.DecimalField(
        label=_("Longitude"), required=False, decimal_places=6, max_digits=9, min_value=Decimal(-180), max_value=Decimal(180)
    )
    unofficial = forms.BooleanField(
        label=_("Unofficial place"), help_text=_("It is known only because someone was held there."), required=False
    )
    unofficial_reason = line(_("How it is known"), help_text=_("Needed for an unofficial place. Do not name anybody who was held there."))
    opened_on = day_field(_("First day"), required=False, help_text=_("Leave empty if it is not known."))
    source = forms.CharField(
        label=_("Source"), required=False, max_length=1000, help_text=_("The document or register from which this is known.")
    )

    def choose(self, country: str) -> None:
        """Kinds and regions, and the name first."""
        self.offer("kind", kinds(country))
        self.offer("region", choices((one.code, one.name) for one in regions(country)))
        self.name_in(country, _("Name of the place"))

    def stands(self, name: str, typed: dict[str, Any]) -> bool:
        """What a correction leaves as it was is not asked about anew: a place may bear a person's name, for a reason given once."""
        return name in self.initial and plain(typed.get(name)) == plain(self.initial[name])


class CorrectionForm(PlaceForm):
    """A place that stands already; `revision` is the one its writer began from."""

    revision = began_from()


class NewPlaceForm(PlaceForm):
    """A new place may come with its own authority."""

    authority = forms.ChoiceField(
        label=_("Authority"), required=False, help_text=_("Only where it differs from the authority that answers for this kind of place.")
    )

    def choose(self, country: str) -> None:
        """The authorities too."""
        super().choose(country)
        self.offer("authority", bodies(country))


def initial_of(facts: PlaceFacts) -> dict[str, Any]:
    """What the form of correction starts with."""
    plain = ("name", "kind", "region", "address", "latitude", "longitude", "unofficial", "unofficial_reason", "opened_on", "source", "revision")
    return {name: getattr(facts, name) for name in plain}
