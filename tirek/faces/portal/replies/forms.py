"""The forms of the public: the same fields for everybody. They ask and tidy; what may be filed the room below says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.foundation.ui.fields import WordsFormField
from tirek.insight.publications.contacts import LONGEST as CONTACT
from tirek.insight.publications.filing import LONGEST, OFFICE, Filer
from tirek.insight.publications.receipts import new_form
from tirek.insight.publications.voice_words import SORTS, SPEAKERS


class FiledForm(forms.Form):
    """Who speaks, and where they can be reached."""

    use_required_attribute = False

    speaker = forms.ChoiceField(label=_("Who speaks"), choices=[("", "—"), *SPEAKERS.items()])
    form = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **{"initial": {"form": new_form()}, **options})

    def filer(self) -> Filer:
        """Who speaks."""
        return Filer(self.cleaned_data["speaker"], self.cleaned_data["office"], self.cleaned_data["contact"])

    def renew(self) -> None:
        """A new draw in a form that was open too long; everything typed stays."""
        self.data = {**{name: self.data[name] for name in self.data}, "form": new_form()}


class ReplyForm(FiledForm):
    """A reply."""

    office = forms.CharField(
        label=_("Name of the body, organisation or office"), max_length=OFFICE,
        help_text=_("As it is to stand beside your reply. An office, not the name of an employee."),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Where the office can be reached"), max_length=CONTACT,
        help_text=_("A telephone or an address of the office. Only staff of the mechanism see it, to make sure that the reply is yours; it is never shown, and it is erased 90 days after the decision."),
    )  # fmt: skip
    text = WordsFormField(
        label=_("The reply"), rows=6, max_length=LONGEST,
        help_text=_("In one language or in several; it is shown word for word, not translated. Name no detained person and nobody’s health."),
    )  # fmt: skip
    field_order = ("speaker", "office", "contact", "text", "form")


class ChangeForm(FiledForm):
    """A request for correction or removal."""

    sort = forms.ChoiceField(label=_("What you ask for"), choices=[("", "—"), *SORTS.items()])
    office = forms.CharField(
        label=_("Name of the body, organisation or office"), max_length=OFFICE, required=False, help_text=_("Not shown. Leave it empty if you ask for yourself."),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Where you can be reached"), max_length=CONTACT, required=False,
        help_text=_("Only staff of the mechanism see it, to ask you if something is unclear; it is never shown, and it is erased 90 days after the decision. The answer also stands under your receipt number."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("What is wrong, and why"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Say which words or figures you mean and what they should be. Your text is not shown; what is decided, and why, is."),
    )  # fmt: skip
    field_order = ("sort", "speaker", "office", "contact", "text", "form")


class ReceiptForm(forms.Form):
    """A receipt number."""

    use_required_attribute = False

    number = forms.CharField(
        label=_("Receipt number"), max_length=40, help_text=_("Sixteen letters and digits, for example 7KQ4-2MRD-X0TB-93HE."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )  # fmt: skip
