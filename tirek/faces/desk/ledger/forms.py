"""The filter of the ledger's list."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _


class EntryFilter(forms.Form):
    """Which entries to show: one kind of act; older than a number."""

    verb = forms.ChoiceField(label=_("Act"), required=False)
    before = forms.IntegerField(label=_("Older than number"), required=False, min_value=0)

    def __init__(self, *args: object, verbs: Iterable[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["verb"].choices = [("", _("all")), *((verb, verb) for verb in verbs)]  # type: ignore[attr-defined]
