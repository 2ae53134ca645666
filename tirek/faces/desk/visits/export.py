"""The list of visits as a file. It holds visits that have begun and never says why one was made: neither purpose nor kind nor
announcement leave the house.

A visit that has not begun is in no file, whoever asks: what leaves the house is no longer protected by it.
"""

from dataclasses import replace

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.context import DeskRequest
from tirek.faces.desk.exports import ExportForm, csv_answer
from tirek.faces.desk.fields import said
from tirek.faces.desk.signin.reauthentication import recently_authenticated
from tirek.faces.desk.visits.asking import read_or_write
from tirek.faces.desk.visits.forms import VisitFilterForm
from tirek.faces.desk.visits.words import STATES
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits import queries


@recently_authenticated
@read_or_write
def export(request: DeskRequest) -> HttpResponseBase:
    """The begun visits as the address narrows them, after the file's purpose was chosen."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    narrowing = VisitFilterForm(request.GET or None, country=request.country)
    narrowing.check_understood()
    filters = replace(narrowing.filters, begun=True)
    form = ExportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        rows = (row(each) for each in queries.visits(by=request.actor, country=request.country, filters=filters))
        header = [_("Place"), _("First day"), _("Last day"), _("State")]
        return csv_answer(
            noun="visits", header=header, rows=rows, country=request.country, purpose=form.cleaned_data["purpose"], by=request.actor,
            today=timezone.localdate(),
        )  # fmt: skip
    context = {
        "form": form,
        "total": queries.visit_count(by=request.actor, country=request.country, filters=filters),
        "note": _("Visits that have not begun, or never will, are in no file."),
        "crumbs": [Crumb(_("Visits"), reverse("desk:visits")), Crumb(_("Save as a file"))],
        "back": f"{reverse('desk:visits')}?{request.GET.urlencode()}",
    }
    return render(request, "desk/export.html", context, status=422 if form.errors else 200)


def row(one: queries.VisitLine) -> list[object]:
    """A visit as a line of the file."""
    return [said(one.place_name), one.starts_on, one.ends_on, str(STATES[one.state][0])]
