"""Forms of the accounts: whom to invite, which role to give. Choices come from the country's pack."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.places.careful import CarefulForm
from tirek.foundation.jurisdictions.facilities import facilities
from tirek.foundation.jurisdictions.queries import authorities, regions, role_titles
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.actors import Role


def role_choices(country: str) -> list[tuple[str, str]]:
    """Roles by the country's names for them."""
    reader = (translation.get_language() or "en").split("-")[0]
    return [(role.value, title.best(reader)) for role, title in role_titles(country).items()]


def authority_choices(country: str) -> list[tuple[str, str]]:
    """Authorities of today, by name; none first."""
    reader = (translation.get_language() or "en").split("-")[0]
    return [("", "—"), *((one.code, one.name.best(reader)) for one in authorities(country, timezone.localdate()))]


def facility_choices(country: str) -> list[tuple[str, object]]:
    """Facilities that work today, by region and name; none first. Their list is for whoever gives roles: it tells names and regions, and nothing else of a place."""
    reader = (translation.get_language() or "en").split("-")[0]
    names = {one.code: one.name.best(reader) for one in regions(country)}
    found: dict[str, list[tuple[str, str]]] = {}
    for one in facilities(country, timezone.localdate()):
        found.setdefault(names.get(one.region, one.region), []).append((one.code, one.name.best(reader)))
    return [("", "—"), *sorted(found.items())]


class RoleForm(forms.Form):
    """A role, and the authority or the facility where the role acts for one."""

    role = forms.ChoiceField(label=_("Role"))
    authority = forms.ChoiceField(
        label=_("Authority"), required=False, help_text=_("Only for an authority's focal point and for a receiving body.")
    )
    facility = forms.ChoiceField(
        label=_("Facility"), required=False, help_text=_("Only for a focal point of a place itself: it prepares answers when the body above asks it, and sends nothing.")
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facility"].choices = facility_choices(country)  # type: ignore[attr-defined]
        self.fields["role"].choices = role_choices(country)  # type: ignore[attr-defined]
        self.fields["authority"].choices = authority_choices(country)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A role acts for one body."""
        typed = super().clean() or self.cleaned_data
        if typed.get("authority") and typed.get("facility"):
            self.add_error("facility", _("Choose an authority or a facility, not both."))
        return typed

    @property
    def wanted_body(self) -> str:
        """The code of the authority or the facility; empty where neither is chosen."""
        return str(self.cleaned_data["authority"] or self.cleaned_data["facility"])

    @property
    def wanted_role(self) -> Role:
        """The chosen role."""
        return Role(self.cleaned_data["role"])


class ReasonForm(CarefulForm):
    """Why a right is refused."""

    careful: ClassVar[tuple[str, ...]] = ("reason",)

    reason = forms.CharField(
        label=_("Why do you refuse it?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Whoever asked for it reads this.")
    )

    def for_asker(self) -> "ReasonForm":
        """The same form in the words for taking back what one asked for oneself."""
        self.fields["reason"].label, self.fields["reason"].help_text = _("Why do you take it back?"), ""
        return self


class InvitationForm(RoleForm):
    """Whom to invite, in which language, to which role."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, help_text=_("The house sends no mail: you hand over the link yourself.")
    )
    language = forms.ChoiceField(label=_("Language of the invitation"), choices=list(LANGUAGE_NAMES.items()))

    field_order = ("name", "email", "language", "role", "authority", "facility")
