"""Forms of the visits. They ask and tidy; every rule stands in the room's services."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.visits.words import STATES
from tirek.faces.frame.fields import Choices, CountryForm, FilterForm, day_field, line, said
from tirek.foundation.jurisdictions.queries import report_languages, spoken_languages, visit_kinds
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.records.visits.queries import VisitFilters

MOMENT = "%Y-%m-%dT%H:%M"


def kinds_of_visit(country: str, empty: object = "—") -> Choices:
    """Kinds of visit in the pack's order."""
    return [("", empty), *((kind.code, said(kind.name)) for kind in visit_kinds(country))]


def moment_field(label: object, *, required: bool = True, help_text: object = "") -> forms.DateTimeField:
    """A day with its hour and minute, in the country's time."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    formats = [MOMENT, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
    return forms.DateTimeField(label=label, required=required, help_text=help_text, widget=widget, input_formats=formats)  # type: ignore[arg-type]


class VisitFilterForm(FilterForm):
    """How the list is narrowed."""

    text = forms.CharField(label=_("Place"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    since = day_field(_("From"), required=False)
    until = day_field(_("Until"), required=False)
    begun_from = day_field(_("Begun from"), required=False)
    begun_until = day_field(_("Begun until"), required=False)

    def choose(self, country: str) -> None:
        """States and kinds. When a visit began is asked only where an address asks already: from a chart."""
        self.only_asked("begun_from", "begun_until")
        self.offer("state", [("", _("all")), *((code, word) for code, (word, _shape) in STATES.items())])
        self.offer("kind", kinds_of_visit(country, _("all")))

    @property
    def filters(self) -> VisitFilters:
        """What was asked; nothing where the form is not valid."""
        return VisitFilters(**self.cleaned_data) if self.is_valid() else VisitFilters()


class DaysForm(forms.Form):
    """Other days."""

    use_required_attribute = False
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))
    revision = began_from()


class PreparationForm(CountryForm):
    """Who goes along, and what is spoken there."""

    joint_with_spt = forms.BooleanField(label=_("Joint visit with the Subcommittee on Prevention of Torture (SPT)"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken in the place"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("You are warned when nobody of the delegation speaks one of them."),
    )  # fmt: skip
    revision = began_from()

    def choose(self, country: str) -> None:
        """Languages that members speak."""
        self.offer("languages", [(one.code, said(one.name)) for one in spoken_languages()])


class CancelForm(CarefulForm):
    """Why the visit does not take place."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("reason",)
    reason = line(_("Why the visit is cancelled"), required=True, help_text=_("Read by those who may know of the visit."))


WHY_THEN = line(
    _("Why it begins before its planned day, or is entered more than three days later"), rows=2,
    help_text=_("Leave empty if neither is so. Read by those who may know of the visit."),
)  # fmt: skip


class BeginForm(CarefulForm):
    """When the delegation stood at the gate; why, where the day asks for it."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("because",)
    at = moment_field(_("When the delegation stood at the gate"))
    because = WHY_THEN


class RestoreForm(CarefulForm):
    """Why a visit's record is put back as it was issued."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("reason",)
    reason = line(_("Reason"), required=True, rows=2)


class BeginningForm(CarefulForm):
    """When the delegation really stood at the gate, and why that is put right."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("reason",)
    at = moment_field(_("When the delegation stood at the gate"))
    reason = line(_("Why the beginning is corrected"), required=True, rows=2, help_text=_("Read by those who may know of the visit."))
    revision = began_from()


class EndForm(forms.Form):
    """When the delegation left."""

    use_required_attribute = False
    at = moment_field(_("When the delegation left the place"))


class PaperForm(CountryForm):
    """Which languages a paper is printed in."""

    first = forms.ChoiceField(label=_("Language"))
    second = forms.ChoiceField(label=_("Second language"), required=False)

    def choose(self, country: str) -> None:
        """The languages in which the mechanism reports; the first two unless told."""
        spoken = report_languages(country)
        offered = [(code, LANGUAGE_NAMES[code]) for code in spoken]
        self.offer("first", offered)
        self.offer("second", [("", _("one language only")), *offered])
        self.initial: dict[str, Any] = {"first": spoken[0], "second": spoken[1] if len(spoken) > 1 else "", **self.initial}

    @property
    def languages(self) -> tuple[str, ...]:
        """The one or two languages chosen."""
        asked = self.cleaned_data
        return tuple(dict.fromkeys(code for code in (asked["first"], asked["second"]) if code))
