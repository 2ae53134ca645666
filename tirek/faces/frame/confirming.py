"""Forms with open texts that are searched for what could name a person; what is found must be confirmed. It knows no noun."""

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from tirek.faces.frame.fields import CountryForm
from tirek.ground.rules.text_check import check_text
from tirek.ground.rules.words import LANGUAGES


class Confirming(CountryForm):
    """Such a form. `searched` are the names of its texts; a text of several languages is searched in each."""

    searched: tuple[str, ...] = ("text",)
    confirmed = forms.BooleanField(label=_("None of these passages names a person deprived of liberty"), required=False)

    @property
    def passages(self) -> tuple[str, ...]:
        """What in the texts that were typed could name a person, each once."""
        names = (name for one in self.searched for name in (one, *(f"{one}_{language}" for language in LANGUAGES)))
        typed = [str(self.data.get(self.add_prefix(name), "")) for name in names] if self.is_bound else []
        return tuple(dict.fromkeys(hit.text for text in typed for hit in check_text(text)))


def shown_fields(form: forms.Form) -> list[BoundField]:
    """The fields to show; the confirmation comes last, and only once there is something to confirm."""
    names = [name for name in form.fields if name != "confirmed"]
    return [form[name] for name in [*names, *(["confirmed"] if isinstance(form, Confirming) and form.passages else [])]]
