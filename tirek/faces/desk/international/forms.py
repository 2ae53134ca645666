"""Forms of international bodies: missions, reports, steps, recommendations, documents, links."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.international.words import PROCEDURES, STATES, WAYS
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.fields import Choices, CountryForm, choices, day_field
from tirek.faces.frame.file_kinds import DOCX, PDF
from tirek.faces.frame.uploads import UploadField
from tirek.foundation.jurisdictions.queries import authorities, report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.words import LANGUAGES


class ReviewForm(Confirming):
    """A mission or a review."""

    searched = ("body", "name")
    procedure = forms.ChoiceField(label=_("Which body"), choices=list(PROCEDURES.items()))
    year = forms.IntegerField(label=_("Year"), min_value=1950, max_value=2100)
    first_day = day_field(_("First day"), required=False, help_text=_("Of the visit or the session; empty where it is not known."))
    last_day = day_field(_("Last day"), required=False)
    joint = forms.BooleanField(label=_("The mechanism took part in visits of the delegation"), required=False)

    def choose(self, country: str) -> None:
        """Names in the country's languages first."""
        asked = report_languages(country)
        body = WordsFormField(label=_("Name of the body"), languages=asked, rows=1, max_length=300, help_text=_("As the body calls itself."))
        name = WordsFormField(label=_("Name of the mission or review"), languages=asked, rows=1, max_length=300)
        self.fields = {"procedure": self.fields["procedure"], "body": body, "name": name, **self.fields}


class StepDayForm(Confirming):
    """The day of a step of a report's confidentiality, with its source."""

    searched: tuple[str, ...] = ("source",)
    on = day_field(_("Since"))
    by_then = forms.BooleanField(label=_("The source tells only that it was so on that day"), required=False)
    source = forms.CharField(
        label=_("Where this can be looked up"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("A letter with number and date, an address, a document."),
    )  # fmt: skip


class StepForm(StepDayForm):
    """A step of a report's confidentiality."""

    state = forms.ChoiceField(label=_("What the report is now"))
    field_order = ("state", "on", "by_then", "source", "confirmed")

    def __init__(self, *args: Any, possible: tuple[str, ...], **kwargs: Any) -> None:
        """`possible`: the states that can come next."""
        super().__init__(*args, **kwargs)
        self.offer("state", [(state, STATES[state][0]) for state in possible])


class ReportFaceForm(Confirming):
    """What stands on the first page of a report."""

    searched: tuple[str, ...] = ("title",)
    symbol = forms.CharField(label=_("Symbol"), required=False, max_length=80, help_text=_("As it stands on its first page. By symbol and paragraph recommendations are found again."))
    dated = day_field(_("Date of the document"), required=False)

    def choose(self, country: str) -> None:
        """The title in the country's languages first."""
        title = WordsFormField(label=_("Title"), languages=report_languages(country), rows=1, max_length=600)
        first = {name: self.fields.pop(name) for name in ("symbol", "dated")}
        self.fields = {"title": title, **first, **self.fields}


class ReportForm(ReportFaceForm, StepForm):
    """A report with its first step."""

    searched = ("title", "source")


class ParagraphForm(Confirming):
    """A recommendation of a report."""

    number = forms.CharField(label=_("Paragraph"), max_length=40, help_text=_("As it is cited: 45, 45 (a) or 122.31."))
    addressee = forms.ChoiceField(label=_("Addressee"), required=False)

    def choose(self, country: str) -> None:
        """Authorities of today and before; the words in the country's languages first, and in English."""
        self.offer("addressee", choices((each.code, each.name) for each in authorities(country)))
        languages = tuple(dict.fromkeys((*report_languages(country), "en")))
        text = WordsFormField(label=_("What is recommended"), languages=languages, rows=5, max_length=8_000, help_text=_("In the words of the report."))
        self.fields = {"number": self.fields.pop("number"), "text": text, **self.fields}


class DocumentForm(forms.Form):
    """A report's text as a file."""

    use_required_attribute = False
    language = forms.ChoiceField(label=_("Language of the text"), choices=[(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
    file = UploadField(label=_("The report"), kinds=(DOCX, PDF))


class ChosenForm(forms.Form):
    """Paragraphs of a document; their places are their values."""

    use_required_attribute = False
    chosen = forms.TypedMultipleChoiceField(label=_("Paragraphs"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(str(place), str(place)) for place in range(count)]  # type: ignore[attr-defined]


class OneOf(CountryForm):
    """One of the things that can be linked, by name."""

    chosen = forms.ChoiceField(label="")

    def __init__(self, *args: Any, label: object, found: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].label = str(label)
        self.offer("chosen", [("", "—"), *found])

    def clean_chosen(self) -> UUID:
        """Its id."""
        return UUID(self.cleaned_data["chosen"])


class NumberForm(CountryForm):
    """A recommendation of the mechanism, by its number."""

    number = forms.CharField(label=_("Number of the recommendation"), max_length=40, help_text=_("As it stands on its page."))


class AccountForm(CountryForm):
    """Somebody whom the head names."""

    account = forms.ChoiceField(label="")

    def __init__(self, *args: Any, label: object, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].label = str(label)
        self.offer("account", [("", "—"), *people])


class ContactForm(Confirming):
    """A contact with the SPT."""

    contacted_on = day_field(_("Day of the contact"))
    way = forms.ChoiceField(label=_("How"), choices=list(WAYS.items()))
    text = forms.CharField(label=_("What it was about"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 6}), help_text=_("Name nobody who is deprived of liberty."))


class DueForm(Confirming):
    """Something that is due."""

    searched = ("name", "source")
    procedure = forms.ChoiceField(label=_("Which body"), choices=list(PROCEDURES.items()))
    due_on = day_field(_("Due on"))
    source = forms.CharField(label=_("Where this can be looked up"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def choose(self, country: str) -> None:
        """What is due, in the country's languages."""
        name = WordsFormField(label=_("What is due"), languages=report_languages(country), rows=1, max_length=300)
        self.fields = {"procedure": self.fields.pop("procedure"), "name": name, **self.fields}
