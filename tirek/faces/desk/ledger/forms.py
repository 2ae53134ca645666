"""The filter of the ledger's list."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.ledger.acts import act_name


class EntryFilter(forms.Form):
    """Which entries to show: one kind of act; older than a number."""

    verb = forms.ChoiceField(label=_("Act"), required=False)
    before = forms.IntegerField(label=_("Older than number"), required=False, min_value=0)

    def __init__(self, *args: object, verbs: Iterable[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["verb"].choices = [("", _("all")), *sorted(((verb, act_name(verb)) for verb in verbs), key=lambda pair: pair[1])]  # type: ignore[attr-defined]
