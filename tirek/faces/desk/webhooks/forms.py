"""The form of a new webhook. It judges no address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.foundation.webhooks.events import INSIDE, NAMES, WORDS


class WebhookForm(forms.Form):
    """Where to, whose, and of what."""

    address = forms.CharField(
        label=_("Address of the other system"), max_length=500, widget=forms.URLInput,
        help_text=_("It begins with https://. Redirections are not followed."),
    )  # fmt: skip
    purpose = forms.CharField(label=_("Whose system it is, and what for"), max_length=200, help_text=_("For example: the archive of the parliament’s library. No names of people."))
    events = forms.MultipleChoiceField(
        label=_("It is told that"), error_messages={"required": _("Choose at least one event of which the other system is told.")}, choices=[(each, WORDS[each]) for each in NAMES], initial=list(NAMES), widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


class InsideForm(forms.Form):
    """Of what passes between the mechanism and authorities the other system is told; nothing chosen is none."""

    events = forms.MultipleChoiceField(label=_("It is told also that"), choices=[(each, WORDS[each]) for each in INSIDE], required=False, widget=forms.CheckboxSelectMultiple)
