"""Tasks about reports: to sign, to draft, to finish, to review, to issue."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tirek.faces.desk.fields import said
from tirek.faces.desk.home.things import Asked, Tasks, dated, term_end, undated, way
from tirek.followup.recommendations.queries import clock_of
from tirek.foundation.ui.formats import number
from tirek.insight.reports import queries


def signatures(asked: Asked) -> Tasks:
    """Reports that wait for my signature."""
    for each in queries.awaiting_signature(by=asked.by, country=asked.country):
        told = {"place": said(each.place_name), "signed": number(each.signed), "signers": number(each.signers)}
        text = _("Sign the report on the visit to %(place)s: %(signed)s of %(signers)s have signed.") % told
        clock = clock_of(asked.country, each.due_on, asked.today)
        yield dated(text, _("Sign: %(place)s") % told, way("desk:report", each.report_id), "signature", clock)


def work(asked: Asked) -> Tasks:
    """Reports to draft, to finish, to review and to issue."""
    waiting = queries.waiting_for(by=asked.by, country=asked.country)
    for each in waiting.visits:
        told = {"place": said(each.place_name)}
        text, clock = _("Draft the report on the visit to %(place)s.") % told, clock_of(asked.country, each.due_on, asked.today)
        yield dated(text, _("Report: %(place)s") % told, way("desk:visit-report", each.visit_id), "file-text", clock)
    yield from drafts(asked, waiting.drafts)
    yield from plain(waiting.reviews, _("Review the report on the visit to %(place)s."), "eye")
    yield from plain(waiting.to_issue, _("Issue the report on the visit to %(place)s: no signature is awaited any more."), "send")


def drafts(asked: Asked, lines: Iterable[queries.Line]) -> Tasks:
    """Drafts to finish: a first one by the pack's term for a draft; no rule gives a correction a day."""
    for each in lines:
        told = {"place": said(each.place_name), "number": each.corrects}
        if each.corrects:
            text = _("Finish the correction of report No. %(number)s.") % told
            yield undated(text, _("Report: %(place)s") % told, way("desk:report", each.id), "writing")
            continue
        text, brief = _("Finish the report on the visit to %(place)s.") % told, _("Report: %(place)s") % told
        end, href = term_end(asked.country, "report", each.ends_on), way("desk:report", each.id)
        yield dated(text, brief, href, "writing", clock_of(asked.country, end, asked.today)) if end else undated(text, brief, href, "writing")


def plain(lines: Iterable[queries.Line], sentence: str, icon: str) -> Tasks:
    """Reports that wait without a day."""
    for each in lines:
        told = {"place": said(each.place_name)}
        yield undated(sentence % told, _("Report: %(place)s") % told, way("desk:report", each.id), icon)
