"""Forms of the register of letters. They ask and tidy; every rule stands in the room's services."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.forms import bodies
from tirek.faces.desk.recommendations.about import RUNGS
from tirek.faces.desk.recommendations.forms import coded
from tirek.faces.frame.answers.letter_words import DIRECTIONS, KINDS, WAYS
from tirek.faces.frame.answers.words import WORDS
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.fields import Choices, CountryForm, FilterForm, day_field, line
from tirek.faces.frame.uploads import UploadField
from tirek.followup.letters.codes import INCOMING, OUTGOING
from tirek.followup.letters.queries import Filters
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD

APART = "apart"
"""Instead of a word: the letter is not about this recommendation."""


class LetterFilterForm(FilterForm):
    """How the register is narrowed."""

    text = forms.CharField(label=_("Number"), required=False, max_length=60, widget=forms.TextInput(attrs={"type": "search"}))
    direction = forms.ChoiceField(label=_("Direction"), required=False, choices=[("", _("all")), *DIRECTIONS.items()])
    body = forms.ChoiceField(label=_("Authority"), required=False)
    kind = forms.ChoiceField(label=_("What it does"), required=False, choices=[("", _("all")), *KINDS.items()])
    since = day_field(_("Sent or received from"), required=False)
    until = day_field(_("Sent or received until"), required=False)
    unread = forms.BooleanField(label=_("With answers to be read out"), required=False)
    unconfirmed = forms.BooleanField(label=_("Receipt not confirmed"), required=False)
    late = forms.BooleanField(label=_("Receipt not confirmed in time"), required=False)
    out = forms.BooleanField(label=_("Taken out of the register"), required=False)

    def choose(self, country: str) -> None:
        """The authorities, past ones too."""
        self.offer("body", bodies(country, _("all")))

    @property
    def filters(self) -> Filters:
        """What was asked; nothing where the form is not valid."""
        return Filters(**self.cleaned_data) if self.is_valid() else Filters()


class NumbersField(forms.CharField):
    """Numbers of recommendations, between commas or line ends."""

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        help_text = _("Between commas or on lines of their own. A run is written with dots: 2026-14-1…9 means those from 1 to 9.")
        super().__init__(label=_("Numbers of recommendations"), required=required, max_length=8000, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text, **options)


class LetterForm(CountryForm):
    """A letter as it is entered."""

    kind = forms.ChoiceField(label=_("What it does"))
    body = forms.ChoiceField(label=_("Authority"))
    number = forms.CharField(label=_("Number on the letter"), max_length=60)
    dated_on = day_field(_("Date on the letter"))
    moved_on = day_field("")
    registered_as = forms.CharField(label=_("Our own number"), required=False, max_length=60, help_text=_("Under which the mechanism’s register of incoming mail holds it."))
    way = forms.ChoiceField(label=_("How it came"), choices=list(WAYS.items()))
    file = UploadField(label=_("The letter as a file"), required=False)
    numbers = NumbersField()
    paper_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, direction: str, **kwargs: Any) -> None:
        self.incoming = direction == "in"
        super().__init__(*args, **kwargs)
        self.fields["moved_on"].label = _("Received on") if self.incoming else _("Sent on")
        if not self.incoming:
            self.fields["way"].label = _("How it went")
            del self.fields["registered_as"]
        if self.incoming or not self["paper_id"].value():
            del self.fields["paper_id"]

    def choose(self, country: str) -> None:
        """The authorities of today first; what letters of this direction do."""
        self.offer("body", bodies(country))
        self.offer("kind", coded(KINDS, INCOMING if self.incoming else OUTGOING))


class EscalationForm(Confirming):
    """A decision to take recommendations further."""

    searched = ("reason",)
    rung = forms.ChoiceField(label=_("To which rung"), choices=[("", "—"), *RUNGS.items()])
    body = forms.ChoiceField(label=_("Authority"), required=False, help_text=_("None for the Subcommittee and the public."))
    reason = line(_("Why it is taken further"), required=True, rows=4, help_text=_("It stands in the letter. Name nobody who is deprived of liberty."))
    numbers = NumbersField(required=True)

    def choose(self, country: str) -> None:
        """The authorities of today."""
        today = timezone.localdate()
        self.offer("body", bodies(country, days=(today, today)))


class RungLetterForm(CountryForm):
    """In which language a letter is written, and until when an answer is asked for."""

    language = forms.ChoiceField(label=_("Language of the letter"), help_text=_("That of whoever reads it."))
    answer_by = day_field(_("Answer asked for until"), required=False)

    def choose(self, country: str) -> None:
        """The country's languages, and English for bodies of the United Nations."""
        codes = dict.fromkeys((*report_languages(country), "en"))
        self.offer("language", [(code, LANGUAGE_NAMES[code]) for code in codes])


class PaperForm(RungLetterForm):
    """A letter of transmittal, or a reminder."""

    body = forms.ChoiceField(label=_("Authority"))
    numbers = NumbersField(required=True)
    field_order = ("body", "language", "answer_by", "numbers")

    def choose(self, country: str) -> None:
        """The authorities of today."""
        super().choose(country)
        today = timezone.localdate()
        self.offer("body", bodies(country, days=(today, today)))


class PartsForm(CountryForm):
    """Which further recommendations a letter is about: chosen among those that wait for an answer of its body, or by number."""

    chosen = forms.MultipleChoiceField(label=_("Without an answer until now"), required=False, widget=forms.CheckboxSelectMultiple)
    numbers = NumbersField()

    def __init__(self, *args: Any, awaited: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("chosen", awaited)
        if not awaited:
            del self.fields["chosen"]


class PartForm(Confirming):
    """What the letter says about one recommendation, and where. Nothing is asked of a part that is left for later."""

    word = forms.ChoiceField(label=_("What the authority says"), required=False)
    first_page = forms.IntegerField(label=_("From page"), required=False, min_value=1, max_value=10_000)
    last_page = forms.IntegerField(label=_("To page"), required=False, min_value=1, max_value=10_000)
    text = line(_("What the letter says"), help_text=_("In your own short words. Name nobody who is deprived of liberty."), rows=3)
    named_until = day_field(_("Last day that it names for carrying it out"), required=False)

    def choose(self, country: str) -> None:
        """All words that an authority can say."""
        self.offer("word", [("", _("read it later")), *coded(WORDS, AUTHORITY_WORD.possible(AUTHORITY_WORD.first)), (APART, _("the letter is not about it"))])

    @property
    def begun(self) -> bool:
        """Whether something was written into it."""
        return self.is_bound and any(str(self.data.get(self.add_prefix(name), "")).strip() for name in ("word", "first_page", "last_page", "text", "named_until"))

    def clean(self) -> dict[str, Any]:
        """One page named is a part of one page; what was written needs its word."""
        told = super().clean() or self.cleaned_data
        if told.get("last_page") is None and "last_page" not in self.errors:
            told["last_page"] = told.get("first_page")
        if self.begun and not told.get("word") and "word" not in self.errors:
            self.add_error("word", forms.ValidationError(_("Choose what the authority says, or empty the other fields."), code="required"))
        return told


class TakeOutForm(Confirming):
    """Why a letter should not stand in the register."""

    searched = ("reason",)
    reason = line(_("Why it is taken out"), required=True, rows=3, help_text=_("For example: it was entered twice, or it is a letter of somebody else. Name nobody who is deprived of liberty."))


class DecisionForm(Confirming):
    """A decision put right."""

    searched = ("reason", "why")
    body = forms.ChoiceField(label=_("Authority"), required=False, help_text=_("None for the Subcommittee and the public."))
    reason = line(_("Why it is taken further"), required=True, rows=4, help_text=_("It stands in the letter. Name nobody who is deprived of liberty."))
    why = line(_("Why it is put right"), required=True, rows=2)

    def choose(self, country: str) -> None:
        """The authorities of today."""
        today = timezone.localdate()
        self.offer("body", bodies(country, days=(today, today)))


class AcknowledgeForm(Confirming):
    """When and how the body confirmed that it has a letter."""

    searched = ("how",)
    on = day_field(_("Confirmed on"))
    how = line(_("How it is known"), help_text=_("For example: the stamp on our copy, their letter with its number, a call with the office. Name nobody who is deprived of liberty."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()
