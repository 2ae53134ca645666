"""Forms of the desk about what is published. They ask and tidy; every rule stands in the publications room."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.frame.fields import Choices, CountryForm, day_field, line
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.open_texts import REASON_LIMIT
from tirek.insight.publications.filing import LONGEST, OFFICE, Filer
from tirek.insight.publications.passages import REASONS
from tirek.insight.publications.voice_words import ASIDE, ASIDE_FOR, GROUNDS, OUTCOMES, SPEAKERS, WAYS


class ConfirmForm(forms.Form):
    """How it was confirmed who wrote a reply. Where its text holds passages that could name somebody, why they may stay."""

    use_required_attribute = False

    way = forms.ChoiceField(label=_("How you made sure who wrote it"), choices=[("", "—"), *WAYS.items()])
    sure = line(_("Which letter, which call, with whom"), required=True, help_text=_("For the mechanism alone."))
    asked = forms.ChoiceField(label=_("Answers our request"), required=False)
    names_nobody = forms.CharField(
        label=_("Why these passages stay: they name no detained person"), required=False, max_length=REASON_LIMIT,
        help_text=_("For example: it is the name of an office-holder acting in office. The reason is kept in the ledger."),
    )  # fmt: skip

    def __init__(self, data: Any, *, requests: Choices, passages: bool) -> None:
        super().__init__(data)
        field = self.fields["asked"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *requests]
        if not requests:
            del self.fields["asked"]
        self.fields["names_nobody"].hangs_on_another = True  # type: ignore[attr-defined]
        if not passages:
            del self.fields["names_nobody"]


class DeclineForm(forms.Form):
    """For which recorded reason a reply is not shown."""

    use_required_attribute = False

    reason = forms.ChoiceField(label=_("Reason"), choices=[("", "—"), *GROUNDS.items()])
    told = line(_("What the filer is told"), required=True, help_text=_("It stands under the receipt number, after the reason."))


class AsideForm(CarefulForm):
    """Which of many that wait are laid aside, for one recorded reason."""

    careful: ClassVar[tuple[str, ...]] = ("told",)
    use_required_attribute = False

    chosen = forms.MultipleChoiceField(label=_("Which ones"), widget=forms.CheckboxSelectMultiple)
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", "—"), *GROUNDS.items()])
    told = line(_("What the filers are told"), required=True, help_text=_("It stands under each receipt number, after the reason."))

    def __init__(self, data: Any, *, waiting: Choices, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = waiting

    def clean(self) -> dict[str, Any]:
        """A request for a change is answered, whatever it asks, unless it is about something else or came twice."""
        asked = super().clean()
        if asked.get("reason") and asked["reason"] not in ASIDE_FOR and any(not each.startswith("reply:") for each in asked.get("chosen", ())):
            self.add_error("reason", _("Requests for correction or removal are laid aside only where they are not about the page or came twice. Choose one of these two reasons, or take the requests out."))
        return asked


class DecideForm(CarefulForm, CountryForm):
    """What is decided of a request for correction or removal."""

    careful: ClassVar[tuple[str, ...]] = ("answer",)

    outcome = forms.ChoiceField(label=_("Decision"), choices=[("", "—"), *OUTCOMES.items()])

    def choose(self, country: str) -> None:
        """The answer in the country's languages; one that is laid aside needs none."""
        aside = self.is_bound and self.data.get("outcome") == ASIDE
        help_text = _("It stays on the page for everybody, with both dates.")
        self.fields["answer"] = WordsFormField(
            label=_("The decision and its reason"), needed=() if aside else report_languages(country), required=not aside, rows=3, max_length=2000, help_text=help_text,
        )  # fmt: skip


class TakeBackForm(forms.Form):
    """Why a request for a reply is taken back."""

    use_required_attribute = False

    because = line(_("Why it is taken back"), required=True)


class AskForm(CarefulForm):
    """To whom the mechanism wrote, when, by which letter."""

    careful: ClassVar[tuple[str, ...]] = ("office",)
    use_required_attribute = False

    speaker = forms.ChoiceField(label=_("Whom you asked"), choices=[("", "—"), *SPEAKERS.items()])
    office = forms.CharField(label=_("Name of the body, organisation or office"), max_length=OFFICE, help_text=_("As it is to stand on the page."))
    asked_on = day_field(_("Date of the letter"))
    letter = forms.CharField(label=_("Number of the letter"), max_length=200, help_text=_("For the mechanism alone."))

    def filer(self) -> Filer:
        """Who was asked."""
        return Filer(self.cleaned_data["speaker"], self.cleaned_data["office"])


class EnterForm(CarefulForm):
    """A reply that came by letter."""

    careful: ClassVar[tuple[str, ...]] = ("office", "text")
    use_required_attribute = False

    speaker = forms.ChoiceField(label=_("Who speaks"), choices=[("", "—"), *SPEAKERS.items()])
    office = forms.CharField(label=_("Name of the body, organisation or office"), max_length=OFFICE, help_text=_("As it is to stand on the page."))
    text = WordsFormField(label=_("The reply"), rows=6, max_length=LONGEST, help_text=_("Word for word, in the language of the letter; nothing is added or left out."))
    sure = line(_("Which letter: number and date"), required=True, help_text=_("For the mechanism alone."))
    asked = forms.ChoiceField(label=_("Answers our request"), required=False)

    def __init__(self, data: Any, *, requests: Choices) -> None:
        super().__init__(data)
        field = self.fields["asked"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *requests]

    def filer(self) -> Filer:
        """Who wrote."""
        return Filer(self.cleaned_data["speaker"], self.cleaned_data["office"])


class WithholdForm(CarefulForm, CountryForm):
    """Which earlier editions the public is not given any more, what everybody reads in their place, and why."""

    careful: ClassVar[tuple[str, ...]] = ("note", "because")

    editions = forms.TypedMultipleChoiceField(label=_("Editions"), coerce=int, widget=forms.CheckboxSelectMultiple)
    because = line(_("Why they are withheld"), required=True, help_text=_("For the mechanism alone."))

    def __init__(self, *args: Any, editions: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("editions", editions)

    def choose(self, country: str) -> None:
        """The note in the country's languages."""
        help_text = _("One or two sentences that everybody reads in place of the edition. Do not repeat what it is withheld for.")
        note = WordsFormField(label=_("What everybody reads"), needed=report_languages(country), rows=2, max_length=1000, help_text=help_text)
        self.fields = {"editions": self.fields["editions"], "note": note, "because": self.fields["because"]}


class TakeOutForm(CarefulForm, CountryForm):
    """Which words go, for which reason, and what is said of it to everybody."""

    careful: ClassVar[tuple[str, ...]] = ("note",)

    words = forms.CharField(
        label=_("The passage"), max_length=5000, strip=True, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Word for word as it stands on the public page. Take the whole sentence where the length of a name could tell whose it is."),
    )  # fmt: skip
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", "—"), *((code, GROUNDS[code]) for code in REASONS)])

    def choose(self, country: str) -> None:
        """The note last."""
        help_text = _("One or two sentences; they stand in the list of editions for good. Do not repeat the passage.")
        self.fields["note"] = WordsFormField(label=_("What changed"), needed=report_languages(country), rows=2, max_length=1000, help_text=help_text)


class PutBackForm(CarefulForm, CountryForm):
    """What is said to everybody of a passage that is put back."""

    careful: ClassVar[tuple[str, ...]] = ("note",)

    def choose(self, country: str) -> None:
        """The note alone."""
        help_text = _("One or two sentences; they stand in the list of editions for good.")
        self.fields["note"] = WordsFormField(label=_("What changed"), needed=report_languages(country), rows=2, max_length=1000, help_text=help_text)


class FindForm(forms.Form):
    """Words to look for."""

    use_required_attribute = False

    text = forms.CharField(label=_("Words"), min_length=3, max_length=300, help_text=_("A name or a few words as they stand there. What you look for is kept nowhere."))


class GiveBackForm(CarefulForm):
    """Why a withheld edition is given back."""

    careful: ClassVar[tuple[str, ...]] = ("because",)
    use_required_attribute = False

    because = line(_("Why it is given back"), required=True, help_text=_("For the mechanism alone."))


class CorrectForm(CarefulForm, CountryForm):
    """What changed, in the country's languages."""

    careful: ClassVar[tuple[str, ...]] = ("note",)

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def choose(self, country: str) -> None:
        """The note first."""
        help_text = _("One or two sentences; they stand in the list of editions for good.")
        note = WordsFormField(label=_("What changed"), needed=report_languages(country), rows=2, max_length=1000, help_text=help_text)
        self.fields = {"note": note, **self.fields}
