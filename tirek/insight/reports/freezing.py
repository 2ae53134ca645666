"""Freezing: the bytes of a report. The body is what signatures bind; the issued report is the body with number, dates, signatures and opinions.

It stores and reads bytes through the files room and knows no face.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from django.utils import timezone

from tirek.foundation.files.bytes import fetch
from tirek.foundation.jurisdictions.queries import local, today
from tirek.foundation.people.queries import names_of
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.comparing import compared
from tirek.insight.reports.composing import composed
from tirek.insight.reports.counting import PHRASES, row
from tirek.insight.reports.documents import ReportDocument, model
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.gathering import Gathered
from tirek.insight.reports.models import Report
from tirek.insight.reports.refusals import Abandoned
from tirek.insight.reports.texts import redacted
from tirek.registers.mandate.queries import member_names

JSON = "application/json"


def body_now(report: Report, gathered: Gathered) -> ReportDocument:
    """The body as the rows say it now."""
    on = report.frozen_on or today(report.country)
    stamp = report.frozen_at or timezone.now()
    body = composed(redacted(gathered), summary=report.summary, changes=report.changes, version=report.version, stamp=stamp, on=on)
    return compared(body, present(report.corrects)) if report.corrects else body


def body_frozen(report: Report) -> ReportDocument:
    """The body that signatures bind; raises FileDamaged when its bytes are not what was stored."""
    assert report.body
    return thaw(fetch(report.body.sha256))


def present(report: Report) -> ReportDocument:
    """The report as it stands: issued, frozen with lines for signatures on paper, or drafted from the rows of this moment. Raises Abandoned."""
    if report.state == "abandoned":
        raise Abandoned
    if report.issued:
        return thaw(fetch(report.issued.sha256))
    if report.state == "for_signature":
        return sheet(report, body_frozen(report))
    body = body_now(report, gathered_for(report))
    return replace(body, stamp=start_of_day(body, report.country))


def present_digest(report: Report, document: ReportDocument) -> str:
    """The digest of the report as it stands: of an issued one that of the bytes that were issued, in whatever format they were written."""
    return report.issued.sha256 if report.issued else hashlib.sha256(frozen_bytes(document)).hexdigest()


def file_name(report: Report, which: str, *about: str, form: str) -> str:
    """The name of a file of this version: it says neither place nor purpose, and of invented rows that they are."""
    mark = ("demonstration",) if report.origin == "demonstration" else ()
    return f"{'-'.join(('report', which, f'v{report.version}', *about, *mark))}.{form}"


def text_digest(document: ReportDocument) -> str:
    """SHA-256 (hex) of what a reader was shown: of everything but the hour, so that the same text has the same digest on another day."""
    return hashlib.sha256(frozen_bytes(replace(document, stamp=datetime(1970, 1, 1, tzinfo=UTC)))).hexdigest()


def start_of_day(body: ReportDocument, country: str) -> datetime:
    """A draft's stamp is its day: the same draft of a day has the same bytes."""
    return local(country, body.stamp).replace(hour=0, minute=0, second=0, microsecond=0)


def sheet(report: Report, body: ReportDocument) -> ReportDocument:
    """The body with a line for each who signs, and the digest that a signature on paper binds. It stays the same while people sign."""
    lines = [each for each in report.signatures.all() if each.state != "voided"]
    names = member_names(each.member_id for each in lines)
    blank = (model.SignatureLine(names.get(str(each.member_id), ""), PHRASES.words(f"role_{each.role}"), digest=each.digest) for each in lines)
    return replace(body, signatures=tuple(blank))


def with_people(report: Report, body: ReportDocument) -> ReportDocument:
    """The body with signatures and dissenting opinions as they stand."""
    signed = [each for each in report.signatures.all() if each.state != "voided"]
    opinions = [each for each in report.dissents.all() if not each.taken_back]
    names = member_names([*(each.member_id for each in signed), *(each.member_id for each in opinions)])
    brought = names_of(each.recorded_by for each in signed if each.way == "sheet")
    signatures = tuple(
        model.SignatureLine(
            names.get(str(each.member_id), ""), PHRASES.words(f"role_{each.role}"), each.signed_on if each.state == "signed" else None,
            each.digest if each.state == "signed" else "",
            PHRASES.words(f"missing_{each.cause or 'other'}") if each.state == "missing" else model.NOTHING,
            brought.get(each.recorded_by, "") if each.state == "signed" and each.way == "sheet" else "",
        )
        for each in signed
    )  # fmt: skip
    dissents = tuple(
        model.DissentLine(
            names.get(str(each.member_id), ""), PHRASES.words(f"role_{each.role}"), each.text, each.given_on, row("dissent", each.pk),
            str(each.written.report.version) if each.carried_from_id else "",
        )
        for each in opinions
    )
    return replace(body, signatures=signatures, dissents=dissents)


def finished(report: Report, gathered: Gathered, *, checkpoint: str) -> ReportDocument:
    """The issued report: the frozen body with what the issue adds. Recommendations have their numbers and days by now."""
    given = {row("recommendation", each.id): each for each in gathered.recommendations}
    body = body_frozen(report)
    lines = tuple(replace(line, number=given[line.row].number, due=given[line.row].due_on) for line in body.recommendations)
    body = replace(body, number=report.number, issued_on=report.issued_on, recommendations=lines, checkpoint=checkpoint)
    return with_people(report, body)


def frozen_bytes(document: ReportDocument) -> bytes:
    """The canonical bytes of a report."""
    return freeze(document)
