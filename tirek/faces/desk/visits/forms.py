"""Forms of the visits. They ask and tidy; every rule stands in the room's services."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.forms import Choices, CountryForm, day_field, said
from tirek.faces.desk.visits.words import STATES
from tirek.foundation.jurisdictions.queries import visit_kinds
from tirek.records.visits.queries import VisitFilters


def kinds_of_visit(country: str, empty: object = "—") -> Choices:
    """Kinds of visit in the pack's order."""
    return [("", empty), *((kind.code, said(kind.name)) for kind in visit_kinds(country))]


class VisitFilterForm(CountryForm):
    """How the list is narrowed."""

    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    since = day_field(_("From"), required=False)
    until = day_field(_("Until"), required=False)

    def choose(self, country: str) -> None:
        """States and kinds."""
        self.offer("state", [("", _("all")), *((code, word) for code, (word, _shape) in STATES.items())])
        self.offer("kind", kinds_of_visit(country, _("all")))

    @property
    def filters(self) -> VisitFilters:
        """What was asked; nothing where the form is not valid."""
        return VisitFilters(**self.cleaned_data) if self.is_valid() else VisitFilters()
