"""The page of tables in and out, and the page of one sheet with what each row would do or did."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.sheets import words
from tirek.faces.desk.sheets.forms import PassagesForm
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.people.queries import names_of
from tirek.foundation.sheets import queries
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind, sheet_kinds
from tirek.foundation.sheets.policies import kinds_to_bring, kinds_to_take
from tirek.foundation.ui.formats import day, moment
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Tab
from tirek.ground.rules.refusals import NotAllowed

PAGE = 50
STAYS = "stays"


@require_safe
def sheets(request: SignedRequest) -> HttpResponse:
    """What can be brought in and taken out, and what was."""
    bring, take = kinds_to_bring(request.actor, request.country), kinds_to_take(request.actor, request.country)
    if not bring and not take:
        raise NotAllowed
    found = queries.sheets(by=request.actor, country=request.country) if bring else ()
    people = names_of({one.brought_by for one in found})
    lists = queries.my_lists(by=request.actor, country=request.country)
    context = {
        "kind_columns": [Column(_("What")), *([Column(_("Bring in")), Column(_("Start"))] if bring else []), Column(_("Take out"))],
        "kind_rows": [kind_line(kind, kind in bring, kind in take, bool(bring)) for kind in sheet_kinds() if kind in (*bring, *take)],
        "brings": bool(bring),
        "columns": [Column(_("Sheet")), Column(_("Brought in")), Column(_("By whom")), Column(_("State")), Column(_("Rows"), numeric=True)],
        "rows": [line(one, people) for one in found],
        "list_columns": [Column(_("List")), Column(_("Asked for")), Column(_("State"))],
        "list_rows": [list_line(one) for one in lists],
    }
    return render(request, "desk/sheets/sheets.html", context)


def kind_line(kind: SheetKind, brings: bool, takes: bool, any_brings: bool) -> list[object]:
    """A kind of sheet as a line: each thing that can be done with it is a link."""
    bring = Cell(_("Bring a table in"), reverse("desk:sheet-bring", args=[kind.name])) if brings else None
    empty = Cell(_("Empty table"), reverse("desk:sheet-template", args=[kind.name])) if brings else None
    take = Cell(_("Save as a file"), reverse("desk:sheet-take", args=[kind.name])) if takes else None
    return [_(kind.words), *([bring, empty] if any_brings else []), take]


def line(one: queries.SheetFacts, people: dict[str, str]) -> list[object]:
    """A sheet as a line."""
    word, state = words.STATES[one.state]
    return [
        Cell(_(sheet_kind(one.kind).words), reverse("desk:sheet", args=[one.id])), moment(one.brought_at, "short"),
        people.get(one.brought_by, "—"), Cell(word, state=state), one.rows or None,
    ]  # fmt: skip


def list_line(one: queries.ListFacts) -> list[object]:
    """A list as a line."""
    ready, open_now = one.size is not None, one.progress is not None and one.progress.open
    word = Cell(_("ready"), state="done") if ready else Cell(_("in progress"), state="going") if open_now else Cell(_("removed"), state="stopped")
    return [Cell(words.list_title(one), reverse("desk:sheet-list", args=[one.id])), moment(one.asked_at, "short"), word]


@require_safe
def sheet(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """One sheet: the job that is under way, or its rows by what they would do."""
    facts = queries.sheet(sheet_id, by=request.actor, country=request.country)
    if facts.state == "read":
        return redirect("desk:sheet-columns", sheet_id=sheet_id)
    href = reverse("desk:sheet", args=[sheet_id])
    stays = request.GET.get("rows") == STAYS and facts.stay > 0
    would = request.GET.get("rows", "") if request.GET.get("rows") in words.WOULD else ""
    shown_rows = facts.stay if stays else facts.counts.get(would, 0) if would else facts.rows
    page = Paginator(range(shown_rows), PAGE).get_page(request.GET.get("page"))
    start = max(0, page.start_index() - 1)
    lines = queries.lines_of(sheet_id, by=request.actor, country=request.country, would=would, stays=stays, start=start, size=PAGE)
    word, state = words.STATES[facts.state]
    good = facts.counts.get("made", 0) + facts.counts.get("changed", 0)
    context = {
        "sheet": facts,
        "kind": _(sheet_kind(facts.kind).words),
        "state_word": word,
        "state_kind": state,
        "crumbs": [Crumb(_("Tables in and out"), reverse("desk:sheets")), Crumb(f"{_(sheet_kind(facts.kind).words)}, {moment(facts.brought_at, 'short')}")],
        "work": words.work(facts, href),
        "job_over": facts.progress is not None and not facts.progress.open,
        "tabs": tabs(href, STAYS if stays else would, facts),
        "columns": [Column(_("Row"), numeric=True, width="short"), Column(_("Reference")), Column(_("What it is")), Column(_("State")), Column(_("What it says"), width="wide")],
        "rows": [row(each, facts.state == "undone") for each in lines],
        "page": page,
        "good": good,
        "refused": facts.counts.get("refused", 0),
        "left": good - facts.done,
        "passages": PassagesForm(initial={"names_nobody": facts.names_nobody}) if facts.state == "tried" and facts.wants_reason else None,
    }
    return render(request, "desk/sheets/sheet.html", context)


def tabs(href: str, current: str, facts: queries.SheetFacts) -> list[Tab]:
    """All rows, and those that would do the same; of a sheet that was taken back, those that were not too."""
    found = [Tab(_("All rows"), href, not current, facts.rows), *(tab(href, each, current, facts) for each in words.WOULD if facts.counts.get(each))]
    return [*found, Tab(_("Not taken back"), f"{href}?rows={STAYS}", current == STAYS, facts.stay)] if facts.stay else found


def tab(href: str, would: str, current: str, facts: queries.SheetFacts) -> Tab:
    """The rows that would do the same."""
    return Tab(str(words.WOULD[would][1]), f"{href}?rows={would}", would == current, facts.counts[would])


def row(line: queries.LineFacts, undone: bool) -> list[object]:
    """A row of the sheet, of one that was taken back or not, as a line."""
    word, state = words.did(line.would, line.done, undone)
    return [line.number, line.reference or "—", line.label or "—", Cell(word, state=state), said(line)]


def said(line: queries.LineFacts) -> str:
    """Why the row is refused, or what it changes."""
    if line.faults:
        return " ".join(f"{column}: {text}" if column else text for column, text in line.faults)
    if line.would == "changed":
        return "; ".join(f"{change.column}: {shown(change.before)} → {shown(change.after)}" for change in line.changes)
    if line.would == "made":
        return "; ".join(f"{change.column}: {shown(change.after)}" for change in line.changes if change.after is not None)
    return ""


def shown(value: object) -> str:
    """A value in words."""
    if value is None:
        return "—"
    return day(value, "short") if hasattr(value, "isoformat") else str(value)  # type: ignore[arg-type]
