"""Working places as points, and the outline below them: shown to the mechanism, given and taken away by those who write the register."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.map.placing import Dot, charted, stand_words
from tirek.faces.desk.map.views import tabs
from tirek.faces.desk.places.forms import kinds
from tirek.faces.desk.plan.words import areas, place_kind_words, region_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import FilterForm
from tirek.faces.frame.file_kinds import GEOJSON
from tirek.faces.frame.uploads import UploadField
from tirek.foundation.jurisdictions.queries import country_name
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.outlines import LARGEST
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.queries import standings
from tirek.registers.places import services
from tirek.registers.places.policies import check_may_write_places, may_write_places
from tirek.registers.places.queries import PlaceFilters, counts, outline, place_points

MOST = 1_000
"""Points on one sheet: more could not be told apart."""


class PointsForm(FilterForm):
    """Which places are shown."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of place"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)

    def choose(self, country: str) -> None:
        """Kinds and regions."""
        self.offer("kind", kinds(country, _("all")))
        self.offer("region", areas(country, _("all")))

    @property
    def asked(self) -> dict[str, str]:
        """Kind and region."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {name: typed.get(name) or "" for name in ("kind", "region")}


class OutlineForm(forms.Form):
    """The file, and whose it is."""

    use_required_attribute = False
    file = UploadField(label=gettext_lazy("The outline"), kinds=(GEOJSON,), limit=LARGEST)
    source = forms.CharField(
        label=gettext_lazy("Whose outline it is, and under which licence"), max_length=200,
        help_text=gettext_lazy("It stands below the map. Name an organisation, never a person."),
    )  # fmt: skip


@require_safe
def points(request: SignedRequest) -> HttpResponse:
    """Places with coordinates over the outline. Cost: at most 5 queries."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    if not actor.has(*MECHANISM, country=country):
        raise NotAllowed
    form = PointsForm(request.GET or None, country=country)
    context = {"form": form, "country": country_name(country), "tabs": tabs("points"), "crumbs": way(), "writes": may_write_places(actor, country), "on": day(today)}
    if form.understood:
        found = place_points(by=actor, country=country, on=today, most=MOST + 1, **form.asked)
        shown, given, names = found[:MOST], outline(by=actor, country=country), region_words(country)
        standing = {one.place.id: one for one in standings(by=actor, country=country, today=today)}
        chart = charted(shown, given, names, standing)
        working = counts(by=actor, country=country, filters=PlaceFilters(state="open", on=today, **form.asked)).total  # type: ignore[arg-type]
        context |= {
            "chart": chart, "given": given, "given_on": day(timezone.localtime(given.given_at).date()) if given else "", "shown": len(shown),
            "more": len(found) > MOST, "without": working - len(found) if len(found) <= MOST else 0, "most": MOST,
            "keys": stand_words().items() if standing else (), "columns": columns(bool(standing)),
            "rows": [row(one, names, place_kind_words(country), bool(standing)) for one in chart.dots] if chart else [],
        }  # fmt: skip
    return render(request, "desk/map/points.html", context)


def way(last: str = "") -> list[Crumb]:
    """The way to the pages of points."""
    found = [Crumb(_("Places"), reverse("desk:places")), Crumb(_("Places as points"), reverse("desk:map-points") if last else "")]
    return [*found, Crumb(last)] if last else found


def columns(standing: bool) -> list[Column]:
    """The columns of the table."""
    words = [_("Place"), _("Kind"), _("Region"), *([_("How the place stands")] if standing else [])]
    return [*map(Column, words), Column(_("Latitude"), numeric=True), Column(_("Longitude"), numeric=True)]


def row(one: Dot, names: dict[str, str], sorts: dict[str, str], standing: bool) -> list[object]:
    """A point as a line of the table."""
    plain = [Cell(one.name, one.href), sorts.get(one.place.kind, one.place.kind), names.get(one.place.region, one.place.region)]
    stands = [stand_words().get(one.how)] if standing else []
    return [*plain, *stands, f"{one.place.latitude:.4f}", f"{one.place.longitude:.4f}"]


@read_or_write
def give_outline(request: SignedRequest) -> HttpResponse:
    """A form for the outline's file."""
    check_may_write_places(request.actor, request.country)
    form = OutlineForm(request.POST or None, request.FILES or None)
    if kept(
        request, form,
        lambda told: services.give_outline(content=told["file"].content, source=told["source"], country=request.country, by=request.actor),
    ):  # fmt: skip
        messages.success(request, _("The outline is given. Places stand over it from now on."))
        return redirect("desk:map-points")
    title = _("Give an outline of the country")
    given = outline(by=request.actor, country=request.country)
    context = {"form": form, "title": title, "crumbs": way(title), "given": given}
    return render(request, "desk/map/outline.html", context, status=422 if form.errors else 200)


@require_POST
def take_outline_away(request: SignedRequest) -> HttpResponse:
    """Takes the outline off the map."""
    services.take_outline_away(country=request.country, by=request.actor)
    messages.success(request, _("The outline is taken away. Its file stays in the record."))
    return redirect("desk:map-points")
