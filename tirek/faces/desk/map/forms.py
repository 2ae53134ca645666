"""What of the regions is shown, and of which kind of place. It knows no row."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.places.forms import kinds
from tirek.faces.frame.fields import FilterForm
from tirek.ground.rules.actors import Actor
from tirek.records.visits.policies import may_plan

EVERYBODY = {
    "places": gettext_lazy("places that work"),
    "recommendations": gettext_lazy("open recommendations"),
    "capacity": gettext_lazy("capacity"),
    "occupancy": gettext_lazy("people held, of the capacity"),
}
PLANNERS = {
    "visited": gettext_lazy("places visited this year"),
    "past": gettext_lazy("places past the legal interval"),
    "never": gettext_lazy("places never visited"),
}


class MapForm(FilterForm):
    """The measure and the kind of place; how places stand under the interval is offered to those who plan."""

    measure = forms.ChoiceField(label=gettext_lazy("What is shown"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of place"), required=False)
    shape = forms.ChoiceField(
        label=gettext_lazy("Drawn as"), required=False, choices=[("", gettext_lazy("squares of one size")), ("outline", gettext_lazy("the outline given by the mechanism"))]
    )

    def __init__(self, *args: object, by: Actor, country: str, outlined: bool = False, **kwargs: object) -> None:
        super().__init__(*args, country=country, **kwargs)
        offered = {**EVERYBODY, **(PLANNERS if may_plan(by, country) else {})}
        if not outlined:
            del self.fields["shape"]
        self.offer("measure", list(offered.items()))

    def choose(self, country: str) -> None:
        """The pack's kinds."""
        self.offer("kind", kinds(country, _("all")))

    @property
    def as_outline(self) -> bool:
        """Whether the regions are asked for in the shapes of the outline."""
        return self.is_bound and self.is_valid() and self.cleaned_data.get("shape") == "outline"

    @property
    def asked(self) -> tuple[str, str]:
        """The measure and the kind; all working places unless told."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return typed.get("measure") or "places", typed.get("kind") or ""
