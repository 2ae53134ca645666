"""What can be done to several places at once: by the same verbs as for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.listing import Reader
from tirek.faces.desk.places.changes import DayForm
from tirek.faces.desk.places.forms import bodies
from tirek.faces.desk.several import Chosen, Deed, asking
from tirek.faces.frame.fields import CountryForm, choices, day_field, said
from tirek.foundation.jurisdictions.queries import region, regions
from tirek.foundation.ledger.together import Outcomes
from tirek.ground.rules.actors import Actor
from tirek.registers.places import queries, services
from tirek.registers.places.policies import may_write_places


class RegionForm(CountryForm):
    """Another region."""

    region = forms.ChoiceField(label=gettext_lazy("Region"))

    def choose(self, country: str) -> None:
        """The regions of the pack."""
        self.offer("region", choices((one.code, one.name) for one in regions(country)))


class BodyForm(CountryForm):
    """Another authority from a day on; authorities of the past are entered place by place."""

    authority = forms.ChoiceField(label=gettext_lazy("Authority"))
    since = day_field(gettext_lazy("First day under this authority"))

    def choose(self, country: str) -> None:
        """All authorities."""
        self.offer("authority", bodies(country))


def showing(told: Callable[[queries.PlaceFacts], tuple[str, str]]) -> Callable[[Reader, Sequence[UUID]], Iterable[Chosen]]:
    """Those of the places that the person may see, with what stands now as `told` says it: in words, and as it is held."""

    def found(reader: Reader, ids: Sequence[UUID]) -> Iterable[Chosen]:
        for one in queries.places(by=reader.actor, country=reader.country, filters=queries.PlaceFilters(ids=frozenset(ids))):
            yield Chosen(one.id, said(one.name), reverse("desk:place", args=[one.id]), *told(one))

    return found


def its_region(one: queries.PlaceFacts) -> tuple[str, str]:
    """The region."""
    return said(region(one.country, one.region).name), one.region


def its_body(one: queries.PlaceFacts) -> tuple[str, str]:
    """Today's authority."""
    body = one.authority_on(timezone.localdate())
    return (said(body.short), body.code) if body else ("—", "")


def its_state(one: queries.PlaceFacts) -> tuple[str, str]:
    """Working or not."""
    return (_("working") if one.is_open else _("not working")), str(one.is_open)


def each(verb: Callable[..., object]) -> Callable[[Sequence[UUID], Mapping[str, Any], Actor, bool], Outcomes]:
    """The verb of the register, for each of several."""
    return lambda ids, typed, by, tried: services.each_place(ids, lambda one: verb(place_id=one, by=by, **typed), tried=tried)


DEEDS = {
    "authority": Deed(
        gettext_lazy("Enter another authority"), gettext_lazy("From the same day for all. The authority before it ends the day before."),
        gettext_lazy("Authority today"), gettext_lazy("will be under the new authority"), gettext_lazy("is under the new authority"),
        "building", may_write_places, asking(BodyForm), showing(its_body), each(services.change_authority),
    ),
    "region": Deed(
        gettext_lazy("Correct the region"), gettext_lazy("For a region that was entered wrongly or was divided. Past visits count for the new one too."),
        gettext_lazy("Region today"), gettext_lazy("will stand under the new region"), gettext_lazy("stands under the new region"),
        "map-pin", may_write_places, asking(RegionForm), showing(its_region), each(services.correct_region),
    ),
    "close": Deed(
        gettext_lazy("Close the places"), gettext_lazy("With the same last day for all. Their records stay."),
        gettext_lazy("State today"), gettext_lazy("will be closed"), gettext_lazy("is closed"),
        "ban", may_write_places, asking(DayForm), showing(its_state), each(services.close_place), danger=True,
    ),
}  # fmt: skip
