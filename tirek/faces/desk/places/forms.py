"""Forms of the places. They ask and tidy; every rule stands in the register's services."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm, plain
from tirek.foundation.jurisdictions.queries import authorities, authorities_within, place_kinds, regions, report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.words import Words
from tirek.registers.places.queries import PlaceFacts, PlaceFilters

Choices = list[tuple[str, Any]]


def said(words: Words) -> str:
    """Words in the reader's language."""
    return words.best(get_language() or "en")


def choices(found: Iterable[tuple[str, Words]], empty: object = "—") -> Choices:
    """Codes with their words, in the order of the words; first the empty one."""
    return [("", empty), *sorted(((code, said(name)) for code, name in found), key=lambda pair: pair[1].casefold())]


def kinds(country: str, empty: object = "—") -> Choices:
    """Kinds of place in the pack's order."""
    return [("", empty), *((kind.code, said(kind.name)) for kind in place_kinds(country))]


def bodies(country: str, empty: object = "—", days: tuple[date, date] | None = None) -> Choices:
    """Authorities, those alone that existed on some of the days (from the first to the last) if they are given."""
    found = authorities_within(country, *days) if days else authorities(country)
    return choices(((one.code, one.name) for one in found), empty)


EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
YEARS = _("The year is not between 1900 and 2100. Look at the day again.")


def day_field(label: object, *, required: bool = True, help_text: object = "") -> forms.DateField:
    """A day, typed or chosen, of a year that people plan and remember in."""
    widget = forms.DateInput(attrs={"type": "date", "min": EARLIEST.isoformat(), "max": LATEST.isoformat()}, format="%Y-%m-%d")
    bounds = [MinValueValidator(EARLIEST, YEARS), MaxValueValidator(LATEST, YEARS)]
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget, validators=bounds)  # type: ignore[arg-type]


def line(label: object, *, help_text: object = "", required: bool = False, rows: int = 2) -> forms.CharField:
    """A short text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=4000, help_text=help_text, widget=widget)  # type: ignore[arg-type]


def figure(label: object) -> forms.IntegerField:
    """A number of people; left empty where it is not known."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100_000)  # type: ignore[arg-type]


class CountryForm(forms.Form):
    """A form about one country's place; `choose` fills its lists from the pack."""

    use_required_attribute = False

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        self.choose(country)

    def choose(self, country: str) -> None:
        """Fills the lists."""

    def offer(self, name: str, found: Choices) -> None:
        """The choices of one field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = found

    def name_in(self, country: str, label: object) -> None:
        """Puts a name in the country's languages first."""
        asked = WordsFormField(label=label, languages=report_languages(country), rows=1, max_length=300)
        self.fields = {"name": asked, **self.fields}


class PlaceFilterForm(CountryForm):
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
