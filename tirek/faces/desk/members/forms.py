"""Forms of the members. They ask and tidy; every rule stands in the register's services."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.places.forms import bodies
from tirek.faces.frame.fields import Choices, CountryForm, FilterForm, choices, day_field, line, said
from tirek.foundation.jurisdictions.queries import professions, regions, spoken_languages
from tirek.registers.mandate.queries import MemberFacts, MemberFilters

SEXES = [("", "—"), ("female", _("woman")), ("male", _("man"))]
REASONS = [
    ("worked-there", _("worked there or under it")),
    ("relative-works", _("a relative works there or under it")),
    ("relative-held", _("a relative is or was held there")),
    ("own-case", _("takes part in a case about it")),
    ("contract", _("does paid work for it")),
    ("other", _("another reason")),
]


def crafts(empty: object = "—") -> Choices:
    """Professions in the list's order."""
    return [("", empty), *((one.code, said(one.name)) for one in professions())]


def tongues() -> Choices:
    """Languages that members speak, in the list's order."""
    return [(one.code, said(one.name)) for one in spoken_languages()]


def areas(country: str, empty: object = "—") -> Choices:
    """Regions of the country."""
    return choices(((one.code, one.name) for one in regions(country)), empty)


class MemberFilterForm(FilterForm):
    """How the list is narrowed."""

    text = forms.CharField(label=_("Name or organisation"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    profession = forms.ChoiceField(label=_("Profession"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    language = forms.ChoiceField(label=_("Speaks"), required=False)
    state = forms.ChoiceField(
        label=_("Term"), required=False, choices=[("", _("all")), ("serving", _("serving today")), ("former", _("not serving today"))]
    )

    def choose(self, country: str) -> None:
        """Professions, regions, languages."""
        self.offer("profession", crafts(_("all")))
        self.offer("region", areas(country, _("all")))
        self.offer("language", [("", _("all")), *tongues()])

    @property
    def filters(self) -> MemberFilters:
        """What was asked; nothing where the form is not valid."""
        return MemberFilters(**self.cleaned_data) if self.is_valid() else MemberFilters()


class MemberForm(CountryForm):
    """Who the member is."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As it stands on the certificate."))
    profession = forms.ChoiceField(label=_("Profession"))
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False, help_text=_("The body or association that the member comes from."))
    sex = forms.ChoiceField(label=_("Sex"), choices=SEXES, required=False, help_text=_("So that people held can speak with somebody of their own sex."))
    region = forms.ChoiceField(label=_("Region"), required=False)
    languages = forms.MultipleChoiceField(label=_("Speaks"), required=False, widget=forms.CheckboxSelectMultiple)
    login = forms.EmailField(
        label=_("E-mail address of the member's account"), required=False, help_text=_("Leave empty if the member does not sign in.")
    )

    def choose(self, country: str) -> None:
        """Professions, regions, languages."""
        self.offer("profession", crafts())
        self.offer("region", areas(country))
        self.offer("languages", tongues())


class CorrectMemberForm(MemberForm):
    """A member that is entered already; `revision` is that of the entry which the writer saw."""

    revision = began_from()


class NewMemberForm(CarefulForm, MemberForm):
    """A new member comes with the first term."""

    careful: ClassVar[tuple[str, ...]] = ("decision",)

    term_since = day_field(_("First day of the term"))
    term_until = day_field(_("Last day of the term"), required=False, help_text=_("Leave empty for a term without an end."))
    decision = line(_("Decision"), help_text=_("By whose decision the term began, with its date and number."))


class ConflictForm(CarefulForm, CountryForm):
    """A conflict of interest with a place or with an authority."""

    careful: ClassVar[tuple[str, ...]] = ("text",)
    place_id = forms.ChoiceField(label=_("Place"), required=False)
    authority = forms.ChoiceField(label=_("Or authority"), required=False)
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS, widget=forms.RadioSelect)
    text = line(_("In words"), help_text=_("Read by the head, the secretariat, group leaders and the member."))
    since = day_field(_("Since"), required=False, help_text=_("Leave empty for today."))
    until = day_field(_("Until"), required=False, help_text=_("Leave empty while it lasts."))

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("place_id", [("", "—"), *places])

    def choose(self, country: str) -> None:
        """The authorities, past ones too."""
        self.offer("authority", bodies(country))


class EndConflictForm(CountryForm):
    """The last day of a conflict."""

    until = day_field(_("Last day of the conflict"))


def initial_of(facts: MemberFacts) -> dict[str, Any]:
    """What the form of correction starts with; an account that is joined already stays unless another address is typed."""
    plain = ("name", "profession", "organisation", "sex", "region", "languages")
    return {name: getattr(facts, name) for name in plain}
