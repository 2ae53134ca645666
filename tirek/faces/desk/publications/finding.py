"""Where words stand in what is published. They are sent in the form and answered at once, so that they stand in no address and no log."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.publications.forms import FindForm
from tirek.faces.desk.publications.words import FOUND, KINDS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.queries.finding import Standing, editions_with


@read_or_write
def find(request: SignedRequest) -> HttpResponse:
    """The form, and below it every edition in which the words stand. Raises NotAllowed."""
    check_may_withhold(request.actor, request.country)
    form = FindForm(request.POST if request.method == "POST" else None)
    asked = form.is_bound and form.is_valid()
    rows = [row(each) for each in editions_with(form.cleaned_data["text"], by=request.actor, country=request.country)] if asked else []
    columns = [Column(_("Page")), Column(_("Kind")), Column(_("Edition"), numeric=True), Column(_("State"))]
    crumbs = [Crumb(_("Published pages"), reverse("desk:publications")), Crumb(_("Where words stand"))]
    context = {"form": form, "asked": asked, "columns": columns, "rows": rows, "crumbs": crumbs}
    return render(request, "desk/publications/find.html", context, status=422 if form.errors else 200)


def row(one: Standing) -> list[object]:
    """An edition as a line of the list."""
    word, kind = FOUND[one.state]
    return [Cell(said(one.title), reverse("desk:publication", args=[one.kind, one.key])), str(KINDS[one.kind]), one.number, Cell(str(word), state=kind)]
