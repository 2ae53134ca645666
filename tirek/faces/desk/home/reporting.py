"""Tasks about reports: to sign, to draft, to finish, to review, to issue."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import gettext as _

from tirek.faces.desk.home.things import Asked, Tasks, dated, dated_once_shown, term_end, undated, way
from tirek.faces.frame.fields import said
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
        yield dated_once_shown(partial(to_draft, each), "file-text", clock_of(asked.country, each.due_on, asked.today))
    yield from drafts(asked, waiting.drafts)
    yield from plain(waiting.reviews, _("Review the report on the visit to %(place)s."), "eye")
    yield from plain(waiting.to_issue, _("Issue the report on the visit to %(place)s: no signature is awaited any more."), "send")


def to_draft(each: queries.VisitToReport) -> tuple[str, str, str]:
    """What is said of a visit whose report nobody began."""
    told = {"place": said(each.place_name)}
    return _("Draft the report on the visit to %(place)s.") % told, _("Report: %(place)s") % told, way("desk:visit-report", each.visit_id)


def to_finish(each: queries.Line) -> tuple[str, str, str]:
    """What is said of a first draft."""
    told = {"place": said(each.place_name)}
    return _("Finish the report on the visit to %(place)s.") % told, _("Report: %(place)s") % told, way("desk:report", each.id)


def drafts(asked: Asked, lines: Iterable[queries.Line]) -> Tasks:
    """Drafts to finish: a first one by the pack's term for a draft; no rule gives a correction a day."""
    for each in lines:
        if each.corrects:
            told = {"place": said(each.place_name), "number": each.corrects}
            text = _("Finish the correction of report No. %(number)s.") % told
            yield undated(text, _("Report: %(place)s") % told, way("desk:report", each.id), "writing")
        elif end := term_end(asked.country, "report", each.ends_on):
            yield dated_once_shown(partial(to_finish, each), "writing", clock_of(asked.country, end, asked.today))
        else:
            yield undated(*to_finish(each), "writing")


def plain(lines: Iterable[queries.Line], sentence: str, icon: str) -> Tasks:
    """Reports that wait without a day."""
    for each in lines:
        told = {"place": said(each.place_name)}
        yield undated(sentence % told, _("Report: %(place)s") % told, way("desk:report", each.id), icon)
