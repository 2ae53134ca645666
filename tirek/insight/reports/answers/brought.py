"""Forms that came back: their files as received, what stands in their cells, and of which version of a report they were made. For those who enter answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from tirek.foundation.files.queries import FileFacts, file_facts
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims.reading import read_document
from tirek.insight.reports.answers.asked import answerable, of_version
from tirek.insight.reports.answers.cells import WrittenForm, written
from tirek.insight.reports.answers.refusals import AnswerFormFetches, AnswerFormOfAnother, AnswerFormsTogether, NotAnAnswerForm
from tirek.insight.reports.models import AnswerSheet, Report
from tirek.insight.reports.reach import versions

OPEN = ("ready", "names")
"""States of a row that can be recorded."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A form that came back. `tried`: whether its rows were; `waiting`: how many of them could be recorded, `recorded`: how many were."""

    id: UUID
    received_on: date
    brought_by: str
    brought_at: datetime
    tried: bool = False
    waiting: int = 0
    recorded: int = 0


def answer_sheets(report_id: UUID, *, by: Actor) -> tuple[SheetFacts, ...]:
    """The forms that came back to any version of the report, the latest first. Raises NotFound, NotAllowed."""
    row = answerable(report_id, by)
    found = AnswerSheet.objects.filter(report__visit_id=row.visit_id).select_related("trial")
    open_rows = Count("trial__lines", filter=Q(trial__lines__state__in=OPEN))
    counted = found.annotate(waiting=open_rows, recorded=Count("trial__lines", filter=Q(trial__lines__state="recorded")))
    return tuple(replace(sheet_facts(each), tried=hasattr(each, "trial") and each.trial.whole, waiting=each.waiting, recorded=each.recorded) for each in counted)


def answer_sheet_file(sheet_id: UUID, *, by: Actor) -> FileFacts:
    """The form as it was received. Raises NotFound, NotAllowed."""
    return file_facts(reach_sheet(sheet_id, by).file_id)


def reach_sheet(sheet_id: UUID, by: Actor) -> AnswerSheet:
    """A form that came back, for those who enter answers. Raises NotFound, NotAllowed."""
    found = AnswerSheet.objects.select_related("report", "file").filter(pk=sheet_id).first()
    if found is None:
        raise NotFound
    answerable(found.report_id, by)
    return found


def sheet_facts(row: AnswerSheet) -> SheetFacts:
    """A form as frozen values."""
    return SheetFacts(row.pk, row.received_on, row.brought_by, row.brought_at)


def read_form(content: bytes, name: str) -> WrittenForm:
    """What stands in a form's cells. Raises NotAnAnswerForm, AnswerFormFetches, and whatever reading a document refuses. Cost: a process."""
    found = read_document(content, name=name)
    if found.kind != "docx":
        raise NotAnAnswerForm
    if "fetches" in found.notes:
        raise AnswerFormFetches
    return replace(written(found.text), notes=found.notes)


def addressed(found: WrittenForm, report: Report) -> tuple[Report, str]:
    """Of which version of this report a form was made, and for whom. Raises NotAnAnswerForm, AnswerFormsTogether, AnswerFormOfAnother."""
    if not found.mark:
        raise NotAnAnswerForm
    if len(found.marks) > 1:
        raise AnswerFormsTogether
    digest, _slash, code = found.mark.partition("/")
    version = next((each for each in versions(report.pk) if each.issued and each.issued.sha256[:16] == digest), None)
    if version is None or not any(code in (each.addressee, each.answers_for_it) for each in of_version(version)):
        raise AnswerFormOfAnother(mark=found.mark[:60])
    return version, code
