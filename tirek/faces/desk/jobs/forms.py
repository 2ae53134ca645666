"""The filter of the list of jobs."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.jobs.words import STATES
from tirek.foundation.jobs.kinds import kinds, words_of
from tirek.foundation.jobs.queries import Filters


def kind_choices() -> list[tuple[str, object]]:
    """All kinds that this program knows, by their words."""
    return [("", _("all")), *sorted(((kind.name, gettext(words_of(kind.name))) for kind in kinds()), key=lambda pair: pair[1].casefold())]


class JobFilter(forms.Form):
    """Which jobs to show."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *((code, word) for code, (word, _kind) in STATES.items())])
    kind = forms.ChoiceField(label=_("Work"), required=False, choices=kind_choices)

    @property
    def filters(self) -> Filters:
        """What was asked for; everything while nothing was."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Filters(asked.get("state", ""), asked.get("kind", ""))
