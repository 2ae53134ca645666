"""Three charts over the chosen country's records, cut to what the reader may see. Everything is counted by the database."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.charts.periods import period_of
from tirek.faces.desk.charts.pictures import answers_chart, findings_chart, visits_chart
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm
from tirek.foundation.jurisdictions.queries import country_name
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits.queries import visited_years


class PeriodForm(FilterForm):
    """The time that is shown."""

    period = forms.ChoiceField(label=gettext_lazy("Time"), required=False)

    def __init__(self, *args: object, years: tuple[int, int] | None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = range(years[1], years[0] - 1, -1) if years else ()
        self.offer("period", [("", _("the last twelve months")), *((str(year), str(year)) for year in known), *([("all", _("all years"))] if years else [])])


@require_safe
def charts(request: SignedRequest) -> HttpResponse:
    """The three charts of one time. Cost: 5 queries."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    years = visited_years(by=request.actor, country=request.country)
    form = PeriodForm(request.GET or None, country=request.country, years=years)
    chosen = form.cleaned_data["period"] if form.is_bound and form.is_valid() else ""
    period = period_of(chosen, years, timezone.localdate())
    drawn = (visits_chart, findings_chart, answers_chart) if form.understood else ()
    context = {
        "form": form, "period": period, "charts": [each(period, by=request.actor, country=request.country) for each in drawn],
        "country": country_name(request.country),
    }  # fmt: skip
    return render(request, "desk/charts/charts.html", context)
