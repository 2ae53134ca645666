"""The exchange on a memory stick: the signed spreadsheet for a body is taken away, and comes back filled, with a covering letter. It judges no row."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.places.forms import bodies
from tirek.faces.frame.answers.files import answer_file
from tirek.faces.frame.answers.looking import MOST as PASSAGES
from tirek.faces.frame.answers.looking import confirmed_passages, shown_passages
from tirek.faces.frame.answers.words import body_words, head_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, number_of, read_or_write
from tirek.faces.frame.fields import CountryForm, day_field
from tirek.faces.frame.file_kinds import TABLES
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import UploadField, ask_for_files_again
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.services.bringing import EMPTY, KEPT, REFUSED, STANDS
from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.queries import answers_through
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, Column, Crumb, StateKind
from tirek.ground.rules.refusals import NotFound

PAGE = 50
RECEIPT = timedelta(days=400)
STATES: dict[str, tuple[object, StateKind]] = {
    KEPT: (gettext_lazy("in order"), "done"), STANDS: (gettext_lazy("entered already"), "waiting"), EMPTY: (gettext_lazy("left empty"), "waiting"),
    REFUSED: (gettext_lazy("not in order"), "attention"),
}  # fmt: skip


class TakeForm(CountryForm):
    """For which body."""

    body = forms.ChoiceField(label=gettext_lazy("Authority"))

    def choose(self, country: str) -> None:
        """The authorities of today."""
        today = timezone.localdate()
        self.offer("body", bodies(country, days=(today, today)))


class BringForm(TakeForm):
    """The filled file and its covering letter."""

    number = forms.CharField(label=gettext_lazy("Number of the covering letter"), max_length=60)
    said_on = day_field(gettext_lazy("Date of the covering letter"))
    received_on = day_field(gettext_lazy("Received on"))
    file = UploadField(label=gettext_lazy("The filled spreadsheet"), kinds=TABLES, limit=5_000_000)


@read_or_write
def sheets(request: SignedRequest) -> HttpResponse:
    """What came, a form to bring one, and a form to take one away."""
    check_may_answer(request.actor, request.country)
    sent: tuple[Any, Any] = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*sent, country=request.country, initial={"received_on": timezone.localdate()})

    def work(typed: dict[str, Any]) -> UUID:
        covering = services.Covering(**{name: typed[name] for name in ("body", "number", "said_on", "received_on")})
        return services.bring_stick(country=request.country, covering=covering, file=typed["file"].named(f"answers-{typed['said_on']}"), by=request.actor).value

    made = kept(request, form, work)
    if made:
        return redirect("desk:answer-sheet", sheet_id=made)
    if form.errors:
        ask_for_files_again(form)
    found = queries.answer_sheets(by=request.actor, country=request.country)
    context = {
        "form": form, "taking": TakeForm(country=request.country), "columns": [Column(_("Covering letter")), Column(_("Authority")), Column(_("Received on")), Column(_("State"))],
        "rows": [row(request, each) for each in found], "crumbs": [*way_to(), Crumb(_("On a memory stick"))],
    }  # fmt: skip
    return render(request, "desk/recommendations/sticks.html", context, status=422 if form.errors else 200)


def way_to() -> list[Crumb]:
    """The way to the list."""
    return [Crumb(_("Recommendations"), reverse("desk:recommendations"))]


def row(request: SignedRequest, each: queries.SheetFacts) -> list[object]:
    """A file as a line."""
    state = Cell(_("entered"), state="done") if each.entered_on else Cell(_("waits to be entered"), state="attention")
    return [Cell(each.letter_number, reverse("desk:answer-sheet", args=[each.id])), body_words(request.country, each.body, each.said_on, short=True), each.received_on, state]


@recently_authenticated
@require_POST
def taken(request: SignedRequest) -> HttpResponse:
    """The spreadsheet for a body, with marks, and with what was entered of its earlier ones. Taking it away is an act of the ledger."""
    check_may_answer(request.actor, request.country)
    form = TakeForm(request.POST, country=request.country)
    if not form.is_valid():
        raise NotFound
    body, country, today, language = form.cleaned_data["body"], request.country, timezone.localdate(), (get_language() or "en")[:2]
    rows = queries.sheet_rows_of_body(body, by=request.actor, country=country, today=today)
    receipt = queries.taken_rows(answers_through(body, "sheet", today - RECEIPT, by=request.actor, country=country, today=today), language)
    record_export(noun="reply-sheet", subject=body, purpose="memory-stick", by=request.actor, country=country)
    return answer_file(rows, names=body_words(country, body, today), country=country, on=today, stem=body, taken=receipt)


@read_or_write
def sheet(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """One file: what would become of each row, and the button that enters what is in order."""
    facts = queries.answer_sheet(sheet_id, by=request.actor, country=request.country)
    looked = confirmed_passages(request) if request.method == "POST" else frozenset()
    if request.method == "POST" and "enter" in request.POST:
        told_entered(request, services.enter_stick(sheet_id=sheet_id, by=request.actor, looked=looked))
        return redirect("desk:answer-sheet", sheet_id=sheet_id)
    tried, page = trial(request, sheet_id, looked)
    found = tried.part
    context = {
        "facts": facts, "passages": tried.passages[:PASSAGES] if page.has_other_pages() else shown_passages(found), "page": page, "tried": tried, "size": PAGE, "looked": sorted(looked), "body": body_words(request.country, facts.body, facts.said_on),
        "columns": [Column(_("Row"), numeric=True), Column(_("Number"), width="short"), Column(_("What was typed"), width="wide"), Column(_("State")), Column(_("What to do"), width="wide")],
        "rows": [line(each) for each in found], "ready": tried.fitting if page.has_other_pages() else sum(each.state == KEPT for each in found), "refused": sum(each.state == REFUSED for each in found),
        "crumbs": [*way_to(), Crumb(_("On a memory stick"), reverse("desk:answer-sheets")), Crumb(facts.letter_number)],
    }  # fmt: skip
    return render(request, "desk/recommendations/stick.html", context)


def trial(request: SignedRequest, sheet_id: UUID, looked: frozenset[str]) -> tuple[services.Tried, Page[int]]:
    """One page of the file's rows, tried: all of a large file would take too long at each opening. A number past the last page shows the last."""
    asked = max(1, number_of(request, "page"))
    tried = services.try_stick(sheet_id=sheet_id, by=request.actor, looked=looked, start=(asked - 1) * PAGE, size=PAGE)
    page: Page[int] = Paginator(range(tried.total), PAGE).get_page(asked)
    if tried.total and not tried.part:
        tried = services.try_stick(sheet_id=sheet_id, by=request.actor, looked=looked, start=(page.number - 1) * PAGE, size=PAGE)
    return tried, page


def told_entered(request: SignedRequest, found: tuple[services.RowOutcome, ...]) -> None:
    """How many answers were entered."""
    entered = sum(each.state == KEPT for each in found)
    sentence = ngettext("%(count)s answer is entered. What the mechanism verified stays as it was.", "%(count)s answers are entered. What the mechanism verified stays as it was.", entered)
    messages.success(request, sentence % {"count": number(entered)})


def line(each: services.RowOutcome) -> list[object]:
    """A row of the file as a line."""
    word, shape = STATES[each.state]
    typed = head_of(" · ".join(filter(None, [each.row.typed_word, each.row.said])), 240)
    return [each.row.line, each.row.number, typed, Cell(str(word), state=shape), refusal_text(each.refusal) if each.refusal else None]
