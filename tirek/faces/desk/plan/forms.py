"""Forms of the plan. They ask and tidy; every rule stands in the visits room's services."""

from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.meanwhile import began_from
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.plan.words import areas, kinds_of_place
from tirek.faces.desk.visits.forms import kinds_of_visit
from tirek.faces.desk.visits.words import PLAN_STATES
from tirek.faces.frame.fields import CountryForm, FilterForm, day_field, line, said
from tirek.foundation.jurisdictions.queries import regions, work_calendar
from tirek.foundation.people.queries import Colleague, colleagues
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.interval import months_later
from tirek.ground.rules.open_texts import digest_of
from tirek.ground.rules.spreading import spread, starts
from tirek.ground.rules.text_check import Hit
from tirek.records.visits.policies import may_approve
from tirek.records.visits.queries import EntryFilters, approvers
from tirek.records.visits.several import Wanted
from tirek.registers.places.queries import open_places

QUARTERS = ("1", "2", "3", "4")
UNAPPROVABLE = gettext_noop(
    "Nobody who can approve this entry knows of it, because the visit is not announced. Name the head or somebody of the secretariat as an organiser."
)


class PlanFilterForm(FilterForm):
    """How the plan is narrowed."""

    year = forms.IntegerField(label=_("Year"), required=False, min_value=2000, max_value=2100)
    quarter = forms.ChoiceField(label=_("Quarter"), required=False, choices=[("", _("all")), *((each, each) for each in QUARTERS)])
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    announced = forms.ChoiceField(
        label=_("Announced or not"), required=False, choices=[("", _("all")), ("yes", _("announced")), ("no", _("unannounced"))]
    )
    place_kind = forms.ChoiceField(label=_("Kind of place"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    text = forms.CharField(label=_("Name of the place"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))

    def choose(self, country: str) -> None:
        """States and kinds; this year unless told."""
        self.offer("state", [("", _("all")), *((code, word) for code, (word, _shape) in PLAN_STATES.items())])
        self.offer("kind", kinds_of_visit(country, _("all")))
        self.offer("place_kind", kinds_of_place(country, _("all")))
        self.offer("region", areas(country, _("all")))
        self.fields["year"].initial = timezone.localdate().year

    @property
    def asked(self) -> dict[str, Any]:
        """What was typed; nothing where the form is not valid."""
        return self.cleaned_data if self.is_valid() else {}

    @property
    def chosen_year(self) -> int:
        """The year that is shown."""
        return int(self.asked.get("year") or timezone.localdate().year)

    @property
    def narrowed(self) -> bool:
        """Whether more than the year was chosen."""
        return not self.understood or any(value for name, value in self.asked.items() if name != "year")

    @property
    def filters(self) -> EntryFilters:
        """What was asked; this whole year where the form is not valid."""
        first, months = date(self.chosen_year, 1, 1), 12
        if quarter := self.asked.get("quarter"):
            first, months = months_later(first, 3 * (int(quarter) - 1)), 3
        last = months_later(first, months) - timedelta(days=1)
        plain = {name: self.asked.get(name, "") for name in ("state", "kind", "place_kind", "region", "text")}
        return EntryFilters(first=first, last=last, announced={"yes": True, "no": False}.get(self.asked.get("announced", "")), **plain)


class EntryForm(CarefulForm, CountryForm):
    """One entry of the plan."""

    careful: ClassVar[tuple[str, ...]] = ("purpose",)

    kind = forms.ChoiceField(label=_("Kind of visit"))
    announced = forms.TypedChoiceField(
        label=_("Does the place know beforehand?"), choices=[("no", _("no, the visit is not announced")), ("yes", _("yes, the visit is announced"))],
        coerce=lambda chosen: chosen == "yes", widget=forms.RadioSelect, initial="no",
        help_text=_("A visit that is not announced is known to its organisers and its delegation alone until it begins."),
    )  # fmt: skip
    first_day = day_field(_("First day"))
    last_day = day_field(_("Last day"))
    purpose = line(_("What the visit is for"), help_text=_("For the mechanism alone. It is never printed or shown to the place or its authority."))
    organisers = forms.MultipleChoiceField(
        label=_("Who else organises it"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("They will know of the visit, as you do. Nobody can be made not to know any more."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        self.actor = actor
        super().__init__(*args, **kwargs)

    def choose(self, country: str) -> None:
        """Kinds of visit, and the colleagues."""
        self.offer("kind", kinds_of_visit(country))
        self.approvers = frozenset() if may_approve(self.actor, country) else approvers(country)
        named = [(one.id, self.named(one)) for one in colleagues(by=self.actor, country=country) if one.id != self.actor.id]
        self.offer("organisers", named)

    def named(self, one: Colleague) -> str:
        """A colleague, with the word that the office can approve where the writer cannot."""
        return gettext("%(name)s (can approve)") % {"name": one.name} if one.id in self.approvers else one.name

    def clean(self) -> dict[str, Any]:
        """Asks for somebody who can approve what nobody else will know of; who organises it already stays an organiser."""
        typed = super().clean()
        known = {*typed.get("organisers", ()), *self.initial.get("organisers", ())}
        if self.approvers and typed.get("announced") is False and self.approvers.isdisjoint(known):
            self.add_error("organisers", gettext(UNAPPROVABLE))
        return typed


class ChangedEntryForm(EntryForm):
    """An entry that stands already; `revision` is the one its writer began from, `kept` the digests of the passages that stay in it."""

    revision = began_from()

    def __init__(self, *args: Any, about: UUID, kept: frozenset[str], **kwargs: Any) -> None:
        self.about, self.kept = about, kept
        super().__init__(*args, **kwargs)

    def decided(self, hit: Hit) -> bool:
        """What was decided about this entry is not asked again."""
        return digest_of(self.about, hit.text) in self.kept


class NewEntryForm(EntryForm):
    """A new entry is about a place that works today."""

    place_id = forms.ChoiceField(label=_("Place"))
    field_order = ("place_id",)

    def choose(self, country: str) -> None:
        """Also the places, by region."""
        super().choose(country)
        self.offer("place_id", [("", "—"), *places_by_region(country, self.actor)])


class SeveralForm(EntryForm):
    """Several entries at once: the month, and how long each visit takes; what else is asked holds for all."""

    month = forms.ChoiceField(label=_("Month"))
    length = forms.IntegerField(label=_("Days of each visit"), min_value=1, max_value=31, initial=1)
    field_order = ("month", "length")

    def choose(self, country: str) -> None:
        """Also the months until the end of next year; the days come from the month."""
        super().choose(country)
        del self.fields["first_day"], self.fields["last_day"]
        now = timezone.localdate().replace(day=1)
        months = [months_later(now, step) for step in range(24 - now.month + 1)]
        self.offer("month", [(f"{one:%Y-%m}", day(one, "month")) for one in months])

    def wanted(self, places: list[UUID]) -> list[Wanted]:
        """The places with their days, spread over the working days of the month."""
        first, length = date.fromisoformat(f"{self.cleaned_data['month']}-01"), self.cleaned_data["length"]
        days = spread(len(places), starts(first, length, timezone.localdate(), work_calendar(self.country).is_off))
        if not days:
            return [Wanted(one, None, None) for one in places]
        return [Wanted(one, begin, begin + timedelta(days=length - 1)) for one, begin in zip(places, days, strict=True)]


def places_by_region(country: str, actor: Actor) -> list[tuple[str, Any]]:
    """Working places of the country, in groups of their regions."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in open_places(by=actor, country=country, on=timezone.localdate()):
        groups.setdefault(one.region, []).append((str(one.id), said(one.name)))
    return [(said(region.name), groups[region.code]) for region in regions(country) if region.code in groups]
