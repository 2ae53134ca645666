"""Bringing a sheet in, naming its columns, trying, entering and taking back."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.sheets.forms import BringForm, ColumnsForm, PassagesForm
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.foundation.files.tables import NOTES
from tirek.foundation.sheets import queries, services
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.policies import check_may_bring
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.sheet_states import SHEET
from tirek.ground.rules.transitions import IllegalMove


def crumbs(last: str) -> list[Crumb]:
    """The way to a page of sheets."""
    return [Crumb(_("Tables in and out"), reverse("desk:sheets")), Crumb(last)]


@read_or_write
def bring(request: SignedRequest, kind: str) -> HttpResponse:
    """A form for the file of a table."""
    known = sheet_kind(kind)
    check_may_bring(known, request.actor, request.country)
    form = BringForm(request.POST or None, request.FILES or None)
    made = kept(
        request, form, lambda told: services.bring_sheet(kind=kind, content=told["file"].content, country=request.country, by=request.actor)
    )  # fmt: skip
    if made:
        return redirect("desk:sheet-columns", sheet_id=made.value)
    title = _("Bring a table in: %(kind)s") % {"kind": _(known.words)}
    found_by, note = (_(words) if words else "" for words in (known.found_by, known.note))
    context = {"form": form, "kind": known.name, "title": title, "crumbs": crumbs(title), "by_reference": known.by_reference, "found_by": found_by, "note": note}
    return render(request, "desk/sheets/bring.html", context, status=422 if form.errors else 200)


@read_or_write
def columns(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """What the columns mean; another sheet or row of headings shows its columns first."""
    facts = queries.sheet(sheet_id, by=request.actor, country=request.country)
    if not SHEET.allows(facts.state, "map"):
        raise IllegalMove(verb="map", state=facts.state, possible="")
    kind = sheet_kind(facts.kind)
    table, heading_row, found = queries.columns_of(sheet_id, by=request.actor, country=request.country)
    form = ColumnsForm(request.POST or None, table=table, heading_row=heading_row, columns=found, kind=kind, country=request.country)

    def choose(told: dict[str, int]) -> bool:
        other = (told["sheet"], told["heading_row"]) != (table.sheet, heading_row)
        if other:
            services.look_at(sheet_id=sheet_id, sheet=told["sheet"], heading_row=told["heading_row"], by=request.actor)
        else:
            services.map_columns(sheet_id=sheet_id, mapping=form.mapping, by=request.actor)
            services.try_sheet(sheet_id=sheet_id, by=request.actor)
        return other

    looked = kept(request, form, choose)
    if looked is not None:
        return redirect("desk:sheet-columns" if looked else "desk:sheet", sheet_id=sheet_id)
    title = _("What the columns mean")
    notes = [_(NOTES[note]) for note in table.notes]
    context = {"form": form, "sheet": facts, "title": title, "crumbs": crumbs(title), "notes": notes, "kind": _(kind.words)}
    return render(request, "desk/sheets/columns.html", context, status=422 if form.errors else 200)


@require_POST
def try_again(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """Tries the rows once more, with a reason for passages where one was given."""
    form = PassagesForm(request.POST) if "names_nobody" in request.POST else None
    reason = form.cleaned_data["names_nobody"] if form and form.is_valid() else None
    services.try_sheet(sheet_id=sheet_id, by=request.actor, names_nobody=reason)
    return redirect("desk:sheet", sheet_id=sheet_id)


def verb(work: Callable[..., object]) -> Callable[[SignedRequest, UUID], HttpResponse]:
    """A button that does one thing to the sheet and shows it again."""

    @require_POST
    def view(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
        work(sheet_id=sheet_id, by=request.actor)
        return redirect("desk:sheet", sheet_id=sheet_id)

    return view


enter = verb(services.apply_sheet)
take_back = verb(services.undo_sheet)
discard = verb(services.discard_sheet)
