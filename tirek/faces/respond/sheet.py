"""Many answers at once: the spreadsheet is taken away, filled in without a network, and brought back; each row is checked. It judges no row itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from tirek.faces.frame.answers.files import answer_file
from tirek.faces.frame.answers.looking import confirmed_passages, shown_passages
from tirek.faces.frame.answers.words import body_words, head_of
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import CountryForm
from tirek.faces.frame.file_kinds import TABLES
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import UploadField, ask_for_files_again
from tirek.faces.respond.context import tabs
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.services.bringing import EMPTY, KEPT, REFUSED, STANDS
from tirek.followup.exchange.sheets.writing import MOST
from tirek.followup.recommendations.addressed import bodies_of
from tirek.followup.recommendations.queries import BodyFilters, body_counts
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.formats import listed, number
from tirek.foundation.ui.pieces import Column

MEGABYTES = 5_000_000


class SheetForm(CountryForm):
    """The filled file."""

    file = UploadField(label=gettext_lazy("The filled spreadsheet"), kinds=TABLES, limit=MEGABYTES)


@read_or_write
def sheet(request: SignedRequest) -> HttpResponse:
    """The page: to take the file away, to bring it back, and what became of each row."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SheetForm(*sent, country=request.country)
    found: tuple[services.RowOutcome, ...] | None = kept(
        request, form, lambda typed: services.bring_sheet(content=typed["file"].content, country=request.country, by=request.actor, looked=confirmed_passages(request))
    )
    if form.errors:
        ask_for_files_again(form)
    if found is not None:
        told(request, found)
    refused = [each for each in found or () if each.state == REFUSED]
    context = {
        "form": form, "found": found, "waiting": body_counts(by=request.actor, country=request.country, today=timezone.localdate(), filters=BodyFilters(awaiting=True)).total, "most": MOST,
        "refused_columns": [Column(_("Row"), numeric=True), Column(_("Number"), width="short"), Column(_("What was typed"), width="wide"), Column(_("What to do"), width="wide")],
        "refused": [[each.row.line, each.row.number, head_of(" · ".join(filter(None, [each.row.typed_word, each.row.said])), 200), refusal_text(each.refusal)] for each in refused if each.refusal],
        "passages": shown_passages(found or ()), "tabs": tabs(request, "sheet"),
    }  # fmt: skip
    return render(request, "respond/sheet.html", context, status=422 if form.errors or refused else 200)


def told(request: SignedRequest, found: tuple[services.RowOutcome, ...]) -> None:
    """How many rows became what."""
    counts = {state: sum(each.state == state for each in found) for state in (KEPT, STANDS, EMPTY, REFUSED)}
    if counts[KEPT]:
        sentence = ngettext("%(count)s reply is kept from the file. It is not sent yet.", "%(count)s replies are kept from the file. They are not sent yet.", counts[KEPT])
        messages.success(request, sentence % {"count": number(counts[KEPT])})
    if counts[STANDS]:
        messages.info(request, ngettext("%(count)s row says what stands already.", "%(count)s rows say what stands already.", counts[STANDS]) % {"count": number(counts[STANDS])})
    if counts[EMPTY]:
        messages.info(request, ngettext("%(count)s row was left empty.", "%(count)s rows were left empty.", counts[EMPTY]) % {"count": number(counts[EMPTY])})
    if not found:
        messages.info(request, _("The file has no rows."))


@recently_authenticated
@require_safe
def taken(request: SignedRequest) -> HttpResponse:
    """The file with what awaits an answer. Taking it away is an act of the ledger."""
    by, country, today = request.actor, request.country, timezone.localdate()
    rows = queries.sheet_rows(by=by, country=country, today=today)
    names = listed(sorted(body_words(country, code, today) for code in bodies_of(by, country)))
    record_export(noun="reply-sheet", subject=country, purpose="own-body", by=by, country=country)
    return answer_file(rows, names=names, country=country, on=today)
