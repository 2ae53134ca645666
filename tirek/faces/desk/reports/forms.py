"""Forms of the reports. They ask and tidy; every rule stands in the room's services."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tirek.faces.desk.exports import ExportForm
from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.reports.sheets import check_page
from tirek.faces.desk.reports.words import CAUSES, GROUND_WORDS, STATES
from tirek.faces.frame.fields import CountryForm, FilterForm, day_field, line
from tirek.faces.frame.file_kinds import DOCX, SCANS, SIGNATURES
from tirek.faces.frame.uploads import Upload, UploadField
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.insight.reports.policies import LIMIT
from tirek.insight.reports.queries import Filters

NAME_NOBODY = _("Name nobody who is deprived of liberty.")


def text_in(country: str, label: object, rows: int, *, required: bool = True, help_text: object = NAME_NOBODY) -> WordsFormField:
    """A text in the languages of the country's reports."""
    return WordsFormField(
        label=label, languages=report_languages(country), rows=rows, max_length=LIMIT, required=required, help_text=help_text
    )


class ReportFilterForm(FilterForm):
    """How the list is narrowed."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("all but replaced and abandoned ones")), *((code, word) for code, (word, _shape) in STATES.items())]
    )
    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    year = forms.IntegerField(label=_("Year of the issue"), required=False, min_value=1990, max_value=2200)

    @property
    def filters(self) -> Filters:
        """What was asked; nothing where the form is not valid."""
        return Filters(**self.cleaned_data) if self.is_valid() else Filters()


class ComparisonForm(FilterForm):
    """Which two versions are compared, in which language, and whether what stayed the same is shown too."""

    before = forms.ChoiceField(label=pgettext_lazy("comparison", "Earlier"))
    after = forms.ChoiceField(label=pgettext_lazy("comparison", "Later"))
    language = forms.ChoiceField(label=_("Language"))
    whole = forms.BooleanField(label=_("Also what stayed the same"), required=False)

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("before", "after"):
            self.fields[name].choices = versions  # type: ignore[attr-defined]
        self.fields["language"].choices = [(code, LANGUAGE_NAMES[code]) for code in report_languages(self.country)]  # type: ignore[attr-defined]


class SummaryForm(CountryForm):
    """The summary, and of a correction what it changes. `revision` is the one the writer began from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, correction: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = {"summary": text_in(self.country, _("Summary"), 10)}
        if correction:
            texts = {"changes": text_in(self.country, _("What this version changes"), 3), **texts}
        self.fields = {**texts, **self.fields}


class ReasonForm(CarefulForm, CountryForm):
    """A reason in words."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)
    reason = line(_("Reason"), required=True, rows=4, help_text=_("Others will read it later."))


class WordsForm(CountryForm):
    """Words that are not published, wherever they stand, and on which ground. They are kept nowhere."""

    do = forms.CharField(widget=forms.HiddenInput, initial="words", max_length=10, required=False)
    words = forms.CharField(
        label=_("Words that are not published"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("A name, for example. They are marked wherever they stand, in every language, with every ending and with initials beside them."),
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=list(GROUND_WORDS.items()))
    exact = forms.BooleanField(label=_("Only exactly as written here"), required=False)

    def clean(self) -> dict[str, Any]:
        """Without the name of the form."""
        return {name: value for name, value in (super().clean() or {}).items() if name != "do"}


class PapersForm(CountryForm):
    """When the report was sent to whom it is for; of a visit made with the Subcommittee also the state's request."""

    do = forms.CharField(widget=forms.HiddenInput, initial="papers", max_length=10, required=False)
    sent_on = day_field(_("Sent to the authorities on"), help_text=_("The day of the letter with which the report went out. A report is not published before."))

    def __init__(self, *args: Any, joint: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if joint:
            self.fields["request_on"] = day_field(_("The state asked for publication on"), required=False)
            self.fields["request_letter"] = forms.CharField(label=_("Number of that letter"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Without the name of the form."""
        return {name: value for name, value in (super().clean() or {}).items() if name != "do"}


class MissingForm(CarefulForm, CountryForm):
    """Why a signature is missing: what the report prints, and what stays inside."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)
    cause = forms.ChoiceField(label=_("What the report prints"), widget=forms.RadioSelect, choices=list(CAUSES.items()))
    reason = line(
        _("Reason in words"), rows=4, help_text=_("It is not printed: the leader, the office and the member read it. Another cause needs it.")
    )


class TranslationForm(CountryForm):
    """In which language a text was written, and what the report prints in the others. `revision` is the sign of the words that the writer saw."""

    revision = began_from()
    language = forms.ChoiceField(
        label=_("Written in"), choices=list(LANGUAGE_NAMES.items()), help_text=_("It was told by the letters. Correct it where it is wrong.")
    )

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [code for code in report_languages(self.country) if code != source]
        self.fields["text"] = WordsFormField(label=_("Translation"), languages=others, rows=3, max_length=LIMIT, required=False, help_text=NAME_NOBODY)


class ShownTextForm(CountryForm):
    """An act about a text that was shown: its digest comes along."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def show(self, digest: str) -> None:
        """The form, shown again, stands beside the text of this digest."""
        if self.is_bound:
            self.data = {**{name: self.data[name] for name in self.data}, "digest": digest}


class ApproveForm(ShownTextForm):
    """The day on which the text was laid for signature."""

    on = day_field(_("Laid for signature on"), help_text=_("Today, unless it was laid for signature on paper before."))


class IssueForm(CountryForm):
    """The day of the issue."""

    on = day_field(_("Day of the issue"), help_text=_("Today, unless it was issued on paper before."))


class SignForm(ShownTextForm):
    """What is signed: the text whose digest stands on the page."""


class SheetForm(CountryForm):
    """A signature given outside."""

    signed_on = day_field(_("Signed on"))
    sheet = UploadField(label=_("Signed sheet or signature file"), kinds=(*SCANS, *SIGNATURES))

    def clean_sheet(self) -> Upload:
        """What was brought; of a PDF it is made sure that it has a page to look at."""
        brought: Upload = self.cleaned_data["sheet"]
        check_page(brought)
        return brought


class TakeFormForm(ExportForm):
    """For which authority the form is made, and why it leaves the house."""

    authority = forms.ChoiceField(label=_("Who answers"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, authorities: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].choices = authorities  # type: ignore[attr-defined]
        self.order_fields(["authority", "purpose"])


class BringForm(CountryForm):
    """A form for answers that came back."""

    file = UploadField(label=_("The form that came back"), kinds=(DOCX,))
    received_on = day_field(_("Received on"))
    said_on = day_field(_("Date of the letter"), required=False, help_text=_("Only where the form itself does not say it."))


class DissentForm(CountryForm):
    """A dissenting opinion."""

    def choose(self, country: str) -> None:
        """The text in the country's languages."""
        self.fields["text"] = text_in(country, _("Your opinion"), 8)


class CorrectForm(CountryForm):
    """What a correction changes."""

    def choose(self, country: str) -> None:
        """The text in the country's languages."""
        self.fields["changes"] = text_in(country, _("What this version changes"), 4, help_text=_("It is printed on the first page."))


class AmendForm(CountryForm):
    """Other words for a finding. `revision` is the sign of those that the writer saw."""

    revision = began_from()

    def choose(self, country: str) -> None:
        """The text in the country's languages."""
        self.fields["text"] = text_in(
            country, _("What this version prints"), 6, required=False, help_text=_("Leave it empty to print the finding as it was issued.")
        )


class TakeAwayForm(ExportForm):
    """Which document leaves the house, and why."""

    document = forms.ChoiceField(label=_("Document"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, documents: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = documents
        self.order_fields(["document", "purpose"])
