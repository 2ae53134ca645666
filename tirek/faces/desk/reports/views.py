"""The list of reports, and a report's overview with its signatures, opinions and versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Asked, ListColumn, Reader, WorkList, begun, counted_by, given_by, shown
from tirek.faces.desk.reports.forms import ReportFilterForm
from tirek.faces.desk.reports.frame import report_frame
from tirek.faces.desk.reports.words import CAUSES, CHANGES, RECORDS, ROLES, SIGNATURES, STATES
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day, listed, moment, span
from tirek.foundation.ui.pieces import Cell, Column, Event
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.reports import queries
from tirek.insight.reports.documents.composition import reworded


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no report here."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> ReportFilterForm:
    """How the list is narrowed."""
    return ReportFilterForm(data, country=request.country)


def row(one: queries.Line, _asked: Asked) -> list[object]:
    """A report as a line of the list."""
    word, shape = STATES[one.state]
    signed = _("%(signed)s of %(signers)s") % {"signed": one.signed, "signers": one.signers} if one.signers else ""
    return [
        Cell(said(one.place_name), reverse("desk:report", args=[one.id])),
        span(one.starts_on, one.ends_on),
        number_words(one),
        Cell(str(word), state=shape),
        signed,
        one.issued_on,
    ]


def number_words(one: queries.Line) -> str:
    """The number, and of a correction its version; a correction under way has no number yet."""
    if one.version == 1:
        return one.number
    told = {"number": one.number, "version": one.version}
    return (_("%(number)s, version %(version)s") if one.number else _("version %(version)s")) % told


REPORTS = WorkList(
    "reports", "desk:reports", gettext_lazy("Reports"),
    (
        ListColumn("place", gettext_lazy("Place")), ListColumn("visit", gettext_lazy("Visit")), ListColumn("number", gettext_lazy("Number")), ListColumn("state", gettext_lazy("State")),
        ListColumn("signed", gettext_lazy("Signed")), ListColumn("issued", pgettext_lazy("report", "Issued on"), order=True),
    ),
    narrowing, check_may_open, counted_by(queries.report_count), given_by(queries.reports), row,
)  # fmt: skip


@require_safe
def reports(request: SignedRequest) -> HttpResponse:
    """Reports that the person may know of; filters, columns and order stand in the address."""
    listing = shown(request, REPORTS)
    if answer := begun(request, listing):
        return answer
    waiting = queries.waiting_for(by=request.actor, country=request.country).visits
    return render(request, "desk/reports/list.html", {**listing.context(listing.part(request.GET.get("page"))), "waiting": waiting})


@require_safe
def report(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """What the report is, who signed it, which opinions and versions it has."""
    context = report_frame(request, report_id, "overview")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    if question := purpose_first(request, facts.visit_id):
        return question
    context |= overview(facts, queries.issued_by(report_id, by=request.actor)) | {"changed": changed(request, facts)}
    return render(request, "desk/reports/report.html", context)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a correction does with the version before: with its recommendations, in words and numbers, the numbers of paragraphs in other
    words, and which records say something else.
    """

    recommendations: Sequence[tuple[str, str]] = ()
    paragraphs: str = ""
    records: str = ""


def changed(request: SignedRequest, facts: queries.ReportFacts) -> Changed:
    """What a correction does with the version before."""
    if facts.version == 1 or facts.state == "abandoned":
        return Changed()
    document = queries.report_document(facts.id, by=request.actor)
    told = [(str(CHANGES[change]), ", ".join(numbers)) for change, numbers in document.changed_recommendations]
    return Changed(told, ", ".join(reworded(document)), listed(str(RECORDS[part]) for part in document.changed_records))


def overview(facts: queries.ReportFacts, issuer: str) -> dict[str, object]:
    """Signatures, history and versions in words; `issuer` is the account that issued it."""
    words = [_("Name"), _("Role"), _("Signature"), _("On"), _("Sheet or file")]
    return {
        "signature_columns": [Column(word) for word in words],
        "signature_rows": [signature_row(facts, each) for each in facts.signatures],
        "missing": [(each, str(CAUSES[each.cause])) for each in facts.signatures if each.state == "missing"],
        "dissents": [(each, str(ROLES[each.role])) for each in facts.dissents],
        "story": story(facts, issuer),
        "versions": [
            (each, str(STATES[each.state][0]), reverse("desk:report", args=[each.id])) for each in facts.versions if each.id != facts.id
        ],
    }


def signature_row(facts: queries.ReportFacts, each: queries.SignatureFacts) -> list[object]:
    """A signature as a line, with what may be done about it."""
    word, shape = SIGNATURES[each.state]
    sheet = None
    if each.file_id:
        sheet = Cell(_("Open"), reverse("desk:report-sheet", args=[facts.id, each.id]))
    elif facts.may.keep_signatures:  # nothing takes the place of a sheet that is there: one link a line is enough
        sheet = Cell(pgettext("signature", "Enter"), reverse("desk:report-signature", args=[facts.id, each.member_id]))
    return [each.name, str(ROLES[each.role]), Cell(str(word), state=shape), each.signed_on, sheet]


def story(facts: queries.ReportFacts, issuer: str) -> list[Event]:
    """What happened to this version, in order of date."""
    brought = [each for each in facts.signatures if each.brought_by]
    names = names_of([
        facts.author, facts.submitted_by, facts.approved_by, facts.abandoned_by, issuer, *(each.returned_by for each in facts.returns),
        *(each.brought_by for each in brought),
    ])  # fmt: skip
    events = [
        Event(_("Returned to draft by %(name)s") % {"name": names.get(each.returned_by, "—")}, moment(each.returned_at), each.reason, icon="history")
        for each in facts.returns
    ]
    if facts.frozen_on:
        approved = _("Approved by %(name)s and laid for signature") % {"name": names.get(facts.approved_by, "—")}
        events.append(Event(approved, day(facts.frozen_on), icon="check"))
    for each in brought:
        told = {"member": each.name, "name": names.get(each.brought_by, "—")}
        attached = _("Sheet with the signature of %(member)s attached by %(name)s") % told
        events.append(Event(attached, moment(each.recorded_at) if each.recorded_at else "", icon="paperclip"))
    if facts.issued_on:
        told = {"number": facts.number, "name": names.get(issuer, "—")}
        events.append(Event(_("Issued as No. %(number)s by %(name)s") % told, day(facts.issued_on), icon="shield-check"))
    if facts.abandoned_at:
        left = _("Abandoned by %(name)s") % {"name": names.get(facts.abandoned_by, "—")}
        events.append(Event(left, moment(facts.abandoned_at), facts.abandoned_because, icon="ban"))
    return events
