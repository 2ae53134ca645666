"""A form with every kind of field, for the living page. It saves nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.foundation.ui.fields import WordsFormField


class SampleForm(forms.Form):
    """One field of each kind that the house uses."""

    use_required_attribute = False

    name = forms.CharField(label=_("Name of the place"), help_text=_("As it is written on the sign at the gate."), max_length=200)
    kind = forms.ChoiceField(label=_("Kind of visit"), choices=[("", "—"), ("planned", _("planned")), ("follow-up", _("follow-up"))])
    begins = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    people = forms.IntegerField(label=_("Number of people held on the first day"), min_value=0, required=False)
    announced = forms.ChoiceField(
        label=_("Was the visit announced?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    sources = forms.MultipleChoiceField(
        label=_("Sources of the finding"),
        help_text=_("At least two, or a written reason."),
        choices=[("own", _("own eyes")), ("held", _("detained persons")), ("records", _("records")), ("staff", _("administration"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text = WordsFormField(label=_("What was seen"), languages=("ru", "kk"), needed=("ru",), required=False)
    urgent = forms.BooleanField(
        label=_("This cannot wait for the report"), help_text=_("The addressee hears of it the same day."), required=False
    )
    file = forms.FileField(label=_("Scanned letter"), required=False)

    def clean(self) -> dict[str, object]:
        """Shows a mistake that belongs to no single field."""
        cleaned = super().clean() or {}
        if cleaned.get("announced") != "yes":
            raise forms.ValidationError(_("The end date is before the start date. Change one of them."))
        return cleaned


class SampleFilter(forms.Form):
    """The narrowing of a list, for the living page."""

    search = forms.CharField(label=_("Search"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), ("open", _("open")), ("answered", _("answered"))])
