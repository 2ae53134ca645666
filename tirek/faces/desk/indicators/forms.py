"""Forms of values and of breaks. They ask and tidy; every rule stands in the indicators room."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.indicators.words import MISSING
from tirek.faces.desk.places.careful import CLEARED, CarefulForm
from tirek.faces.desk.sources.words import HEDGES
from tirek.faces.frame.fields import CountryForm, day_field, line, said
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ui.fields import WordsFormField
from tirek.insight.claims.queries import Line
from tirek.insight.indicators.services import NewValue

WORDS = {
    "inferred": _("Why this year is taken, if the source states none"),
    "said": _("The source’s words, translated"),
    "scope": _("Of which bodies, as the source says"),
    "speaker": _("Who says it: the role"),
    "remark": _("What a reader should know beside it"),
}
PLAIN = ("indicator", "year", "source", "quote", "amount", "currency", "missing", "year_stated", "as_of", *WORDS)


class ValueForm(CarefulForm, CountryForm):
    """What a source states of an indicator for a year, with the sentence as it stands there."""

    careful: ClassVar[tuple[str, ...]] = tuple(WORDS)

    indicator = forms.ChoiceField(label=_("Indicator"))
    source = forms.ChoiceField(label=_("Source"), help_text=_("A source whose text is held here."))
    quote = forms.CharField(label=_("The sentence as it stands in the source"), max_length=2000, strip=False, widget=forms.Textarea(attrs={"rows": 3}))
    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2100)
    year_stated = forms.BooleanField(label=_("The source states this year"), required=False)
    as_of = day_field(_("As of which day, if the source names one"), required=False)
    amount = forms.CharField(label=_("A number"), max_length=40, required=False, help_text=_("Digits, with a point or a comma before decimals."))
    hedge = forms.ChoiceField(label=_("How exact the words are"), required=False, choices=[("", _("exactly so")), *HEDGES.items()])
    currency = forms.RegexField(label=_("Currency, for money"), regex="^[A-Z]{3}$", required=False, help_text=_("Three letters, for example KZT."))
    step = forms.TypedChoiceField(label=_("Or a step of the scale"), coerce=int, empty_value=None, required=False)
    missing = forms.ChoiceField(label=_("Or the source says why there is none"), required=False, choices=[("", "—"), *MISSING.items()])

    def __init__(self, *args: Any, sources: list[Line], **options: Any) -> None:
        self.sources = sources
        super().__init__(*args, **options)

    def choose(self, country: str) -> None:
        """Definitions under their headings, sources, steps, and texts in the country's languages."""
        names = [(heading, [(one.code, said(one.name)) for one in packs.indicators() if one.heading == heading.code]) for heading in packs.headings()]
        self.offer("indicator", [("", "—"), *((said(heading.name), listed) for heading, listed in names if listed)])
        self.offer("source", [("", "—"), *((str(one.id), said(one.title)) for one in self.sources if one.held)])
        longest = max(len(one.steps) for one in packs.scales())
        self.offer("step", [("", "—"), *((str(step), str(step)) for step in range(longest))])
        for name, label in WORDS.items():
            self.fields[name] = WordsFormField(label=label, languages=packs.report_languages(country), rows=2, max_length=1000, required=False)
        for name in ("amount", "step", "missing", "inferred", "currency"):
            self.fields[name].hangs_on_another = True  # type: ignore[attr-defined]
        if CLEARED in self.fields:
            self.fields[CLEARED] = self.fields.pop(CLEARED)

    def clean_quote(self) -> str:
        """The sentence with the line ends that it had before the browser sent it."""
        return str(self.cleaned_data["quote"]).replace("\r\n", "\n")

    def new_value(self) -> NewValue:
        """What was typed."""
        asked = {**self.cleaned_data, "source": UUID(self.cleaned_data["source"])}
        return NewValue(**{name: asked[name] for name in PLAIN}, step=asked["step"], hedge=asked["hedge"] or "exact")


class OverrideForm(CarefulForm):
    """Why the figures before and after a break can be compared all the same."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)
    use_required_attribute = False

    reason = line(_("Why they can be compared all the same"), required=True)
