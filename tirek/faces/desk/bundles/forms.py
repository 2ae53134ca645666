"""Forms of the sealed bundles: for whom and of what, and the confirmation before it is sealed. It knows no row and no key's owner."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.bundles.words import PARTS
from tirek.faces.frame.fields import Choices, CountryForm, day_field


class BundleForm(CountryForm):
    """For whom, of what, to which keys."""

    delegation = forms.CharField(label=_("For whom"), max_length=200, help_text=_("As the index will say: the delegation and its year. Name no person."))
    review_id = forms.ChoiceField(label=_("Mission"), required=False)
    since = day_field(_("Issued from"))
    until = day_field(_("Issued until"))
    places = forms.MultipleChoiceField(label=_("Places"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("None chosen: all places."))
    parts = forms.MultipleChoiceField(
        label=_("What goes in"), widget=forms.CheckboxSelectMultiple, choices=list(PARTS.items()), initial=["reports", "recommendations"],
        error_messages={"required": _("Choose at least one thing that goes into the bundle: reports, recommendations or letters.")},
    )  # fmt: skip
    keys = forms.CharField(
        label=_("Public keys of the delegation"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("One a line, as the delegation gave them; each begins with age1. Never a secret key."),
    )  # fmt: skip

    def __init__(self, *args: Any, reviews: Choices, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("review_id", [("", _("no mission")), *reviews])
        self.offer("places", places)
        if not places:
            del self.fields["places"]

    def clean_review_id(self) -> UUID | None:
        """The mission, if one was chosen."""
        chosen = self.cleaned_data["review_id"]
        return UUID(chosen) if chosen else None

    def clean_places(self) -> list[UUID]:
        """The places."""
        return [UUID(each) for each in self.cleaned_data["places"]]


class SealForm(forms.Form):
    """That the keys were compared and the passages looked at; `seen` is what was shown."""

    use_required_attribute = False
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    keys_compared = forms.BooleanField(label=_("I compared the fingerprint of each key with the delegation, by voice or on paper"), required=False)
    passages_looked_at = forms.BooleanField(label=_("I looked at these passages and scans; they may go to the delegation"), required=False)

    def __init__(self, *args: Any, passages: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not passages:
            del self.fields["passages_looked_at"]
