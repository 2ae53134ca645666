"""The list of places and a place's page."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Asked, ListColumn, Past, Reader, WorkList, begun, given_by, shown
from tirek.faces.desk.places import several as deeds
from tirek.faces.desk.places.changes import CHANGES
from tirek.faces.desk.places.forms import PlaceFilterForm
from tirek.faces.desk.places.story import events_of, past_of, picture_of
from tirek.faces.desk.several import choosing
from tirek.faces.desk.several import several as for_several
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import place_kind, region
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.policies import may_plan
from tirek.records.visits.queries import visits_of_place
from tirek.registers.places import queries
from tirek.registers.places.policies import may_write_places


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no place here."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> PlaceFilterForm:
    """How the list is narrowed."""
    return PlaceFilterForm(data, country=request.country)


def row(facts: queries.PlaceFacts, asked: Asked) -> list[object]:
    """A place in all columns of the list, as of the day that is asked about."""
    day = asked.filters.day(facts.country)
    count = facts.count_on(day)
    body = facts.authority_on(day)
    return [
        Cell(said(facts.name), reverse("desk:place", args=[facts.id])),
        said(place_kind(facts.country, facts.kind).name),
        said(region(facts.country, facts.region).name),
        said(body.short) if body else None,
        state_of(facts, facts.open_on(day)),
        count.capacity if count else None,
        held(count) if count else None,
        count.counted_on if count else None,
        count.minors if count else None,
        facts.address,
        facts.opened_on,
        facts.source,
    ]


def state_of(facts: queries.PlaceFacts, is_open: bool) -> Cell:
    """Working or not, in shape and word; unofficial places say so."""
    if facts.unofficial:
        return Cell(_("unofficial"), state="attention")
    if facts.merged_into and not is_open:
        return Cell(_("part of another place"), state="stopped")
    return Cell(_("working"), state="going") if is_open else Cell(_("not working"), state="stopped")


def how_many(asked: Asked) -> int:
    """How many places the list holds."""
    return queries.counts(**asked.whom, filters=asked.filters).total


PLACES = WorkList(
    "places", "desk:places", gettext_lazy("Places"),
    (
        ListColumn("name", gettext_lazy("Place"), order=True), ListColumn("kind", gettext_lazy("Kind")), ListColumn("region", gettext_lazy("Region")),
        ListColumn("authority", gettext_lazy("Authority")), ListColumn("state", gettext_lazy("State")), ListColumn("capacity", gettext_lazy("Capacity"), numeric=True),
        ListColumn("held", gettext_lazy("People held"), numeric=True), ListColumn("counted", gettext_lazy("Counted on"), extra=True),
        ListColumn("minors", gettext_lazy("Of them minors"), numeric=True, extra=True), ListColumn("address", gettext_lazy("Address"), extra=True),
        ListColumn("opened", gettext_lazy("First day"), order=True, extra=True), ListColumn("source", gettext_lazy("Source"), extra=True),
    ),
    narrowing, check_may_open, how_many, given_by(queries.places), row, sheet="places",
    past=Past((gettext_lazy("Day"), gettext_lazy("What happened"), gettext_lazy("In words")), past_of),
)  # fmt: skip


@require_safe
def places(request: SignedRequest) -> HttpResponse:
    """Places of the country; filters, columns and order stand in the address."""
    listing = shown(request, PLACES)
    if answer := begun(request, listing):
        return answer
    part = listing.part(request.GET.get("page"))
    plans = [("plan", _("Plan the chosen places"), "calendar-event", reverse("desk:plan-several"))] if may_plan(request.actor, request.country) else []
    chosen = choosing(listing, deeds.DEEDS, "desk:places-several", part, lambda one: said(one.name), plans)
    context = {**listing.context(part), **chosen, "writes": may_write_places(request.actor, request.country)}
    return render(request, "desk/places/list.html", context)


@read_or_write
def several(request: SignedRequest) -> HttpResponse:
    """The same for several places at once."""
    return for_several(request, PLACES, deeds.DEEDS)


@require_safe
def place(request: SignedRequest, place_id: UUID) -> HttpResponse:
    """A place's facts and its story."""
    facts = queries.place(place_id, by=request.actor, country=request.country)
    today = timezone.localdate()
    state = state_of(facts, facts.is_open)
    context = {
        "place": facts,
        "state_word": state.text,
        "state_kind": state.state,
        "kind": place_kind(facts.country, facts.kind).name,
        "region": region(facts.country, facts.region).name,
        "authority": facts.authority_on(today),
        "events": events_of(facts, visits_of_place(facts.id, by=request.actor, country=request.country)),
        "crumbs": [Crumb(_("Places"), reverse("desk:places")), Crumb(said(facts.name))],
        "changes": changes(request, facts),
        "count_columns": count_columns(),
        "count_rows": [count_row(one) for one in reversed(facts.counts)],
        "picture": picture_of(facts),
    }
    return render(request, "desk/places/place.html", context)


def changes(request: SignedRequest, facts: queries.PlaceFacts) -> list[tuple[str, str, str]]:
    """The changes that the person may make now: address, words, icon."""
    if not may_write_places(request.actor, facts.country):
        return []
    hidden = {"reopen", "close", "merge", "rename", "authority"} if facts.merged_into else {"reopen"} if facts.is_open else {"close"}
    offered = [(f"place-{what}", str(one.title), one.icon) for what, one in CHANGES.items() if what not in hidden]
    offered.append(("place-correct", _("Correct the entry"), "pencil"))
    return [(reverse(f"desk:{name}", args=[facts.id]), title, icon) for name, title, icon in offered]


def count_columns() -> list[Column]:
    """The columns of the counts."""
    words = [_("Capacity"), _("People held"), _("Men and boys"), _("Women and girls"), _("Sex not known"), _("Of them minors")]
    return [Column(_("Counted on")), *(Column(word, numeric=True) for word in words), Column(_("Source"))]


def held(count: queries.Count) -> object:
    """How many people were counted; where a part was not counted, that there are at least so many."""
    return _("at least %(number)s") % {"number": number(count.total or 0)} if count.partial else count.total


def count_row(one: queries.Count) -> list[object]:
    """A count as a line; what is not known is a dash."""
    return [one.counted_on, one.capacity, held(one), one.male, one.female, one.unknown, one.minors, one.source]
