"""The form of a saved view."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CarefulForm


class ViewForm(CarefulForm):
    """Under which name a view is kept, and whether others find it too."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("name",)

    name = forms.CharField(label=_("Name of the view"), max_length=80, help_text=_("For example: prisons of the north, largest first."))
    shared = forms.BooleanField(
        label=_("Share it with everybody of the mechanism in this country"), required=False,
        help_text=_("Each reader sees of the list what he or she may see. Sharing is entered in the ledger."),
    )  # fmt: skip
