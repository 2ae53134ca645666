"""Forms of urgent measures. They ask and tidy; every rule stands in the services."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.places.forms import bodies
from tirek.faces.desk.visits.forms import moment_field
from tirek.faces.frame.fields import line
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.fields import WordsFormField

LIMIT = 4000


class MeasureForm(CarefulForm):
    """An urgent measure: what must be done, by which authority, since when."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("what",)
    authority_code = forms.ChoiceField(label=_("To which authority"))
    observed_at = moment_field(_("When it was seen"), help_text=_("The measure is to be sent the same day."))
    sent_at = moment_field(_("When it was sent"), required=False, help_text=_("Leave empty while it is not sent yet."))

    def __init__(self, *args: Any, country: str, since: date, **kwargs: Any) -> None:
        """`since` is the first day of the visit: of the bodies those are offered that existed then or later."""
        super().__init__(*args, **kwargs)
        what = WordsFormField(
            label=_("What must be done at once"), languages=report_languages(country), rows=3, max_length=LIMIT,
            help_text=_("In general words: the paper goes to the authority. Do not name anybody who is held there."),
        )  # fmt: skip
        self.fields = {"what": what, **self.fields}
        field = self.fields["authority_code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = bodies(country, days=(since, max(since, timezone.localdate())))


class CorrectionForm(MeasureForm):
    """A measure that is not sent yet, written anew."""

    stamp = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["sent_at"]


class TranslationForm(CarefulForm):
    """Translations of a measure's text; the original stays."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("what",)
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, languages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = WordsFormField(label=_("Translations"), languages=languages, rows=3, max_length=LIMIT)
        self.fields = {"what": what, **self.fields}


class SentForm(CarefulForm):
    """That a measure was sent, and what the authority answered; `revision` is the sign of what its writer saw of it."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("answer",)
    sent_at = moment_field(_("When it was sent"), required=False)
    answered_at = moment_field(_("When the answer came"), required=False)
    answer = line(_("What the authority answered"))
    revision = began_from()
