"""What a reader may ask for: two profiles side by side, and the weights of an index. Both by address, without a script."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tirek.insight.publications.queries import ShownItem

HEAVIEST = 10
SEEDS = 999_999


class CompareForm(forms.Form):
    """Two of the published years of all countries."""

    left = forms.ChoiceField(label=_("One side"))
    right = forms.ChoiceField(label=_("Other side"))

    def __init__(self, *args: object, choices: Sequence[tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        for name in ("left", "right"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class WeightsForm(forms.Form):
    """A weight a value, from 0 (left out) to 10; the year and the seed of the band."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    seed = forms.IntegerField(label=_("Seed of the random weights"), min_value=0, max_value=SEEDS)

    def __init__(self, *args: object, years: Sequence[int], items: Sequence[ShownItem], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        for one in items:
            label = _("Weight of “%(name)s”") % {"name": one.name.best(get_language() or "en")}
            self.fields[f"w_{one.code}"] = forms.IntegerField(label=label, min_value=0, max_value=HEAVIEST)

    def weight(self, code: str) -> int:
        """The weight given to a value."""
        return int(self.cleaned_data[f"w_{code}"])
