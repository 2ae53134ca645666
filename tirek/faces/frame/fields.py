"""What many pages of the desk ask in their forms: days, lines, choices in the reader's language, and forms that know their country. It knows no noun."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.fields import WordsFormField
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.words import Words

Choices = list[tuple[str, Any]]


def said(words: Words) -> str:
    """Words in the reader's language."""
    return words.best(get_language() or "en")


def choices(found: Iterable[tuple[str, Words]], empty: object = "—") -> Choices:
    """Codes with their words, in the order of the words; first the empty one."""
    return [("", empty), *sorted(((code, said(name)) for code, name in found), key=lambda pair: pair[1].casefold())]


EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
YEARS = _("The year is not between 1900 and 2100. Look at the day again.")


def day_field(label: object, *, required: bool = True, help_text: object = "") -> forms.DateField:
    """A day, typed or chosen, of a year that people plan and remember in."""
    widget = forms.DateInput(attrs={"type": "date", "min": EARLIEST.isoformat(), "max": LATEST.isoformat()}, format="%Y-%m-%d")
    bounds = [MinValueValidator(EARLIEST, YEARS), MaxValueValidator(LATEST, YEARS)]
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget, validators=bounds)  # type: ignore[arg-type]


def line(label: object, *, help_text: object = "", required: bool = False, rows: int = 2) -> forms.CharField:
    """A short text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=4000, help_text=help_text, widget=widget)  # type: ignore[arg-type]


def figure(label: object) -> forms.IntegerField:
    """A number of people; left empty where it is not known."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100_000)  # type: ignore[arg-type]


class CountryForm(forms.Form):
    """A form of one country; `choose` fills its lists from the pack."""

    use_required_attribute = False

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        self.choose(country)

    def choose(self, country: str) -> None:
        """Fills the lists."""

    def offer(self, name: str, found: Choices) -> None:
        """The choices of one field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = found

    def name_in(self, country: str, label: object) -> None:
        """Puts a name in the country's languages first."""
        asked = WordsFormField(label=label, languages=report_languages(country), rows=1, max_length=300)
        self.fields = {"name": asked, **self.fields}


class FilterNotUnderstood(Refusal):
    """A file that was asked of a list whose filters say something that is not there."""

    code = "filter-not-understood"
    message = "A filter could not be used, so there is nothing to save. Go back to the list and choose the filter again."


class FilterForm(CountryForm):
    """How a list is narrowed: it stands in the address, where anybody can write anything."""

    def only_asked(self, *names: str) -> None:
        """Leaves out fields that no address asks for, so that the form stays short for everybody who did not come from a figure."""
        for name in names if not any(self.data.get(name) for name in names) else ():
            del self.fields[name]

    @property
    def filters(self) -> Any:
        """What was asked, as the list's own queries want it."""
        raise NotImplementedError

    @property
    def understood(self) -> bool:
        """Whether every filter could be used. Where one could not, nothing is shown: the whole list would pass for what was asked."""
        return not self.is_bound or self.is_valid()

    @property
    def not_understood(self) -> list[str]:
        """The filters that could not be used, by their labels."""
        return [str(self.fields[name].label) for name in self.fields if self.is_bound and name in self.errors]

    def check_understood(self) -> None:
        """Raises FilterNotUnderstood."""
        if not self.understood:
            raise FilterNotUnderstood
