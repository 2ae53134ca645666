"""A report's text as a file, and the paragraphs that somebody chose in it: they become a table that is tried and entered as any other.

The text is read by the caller, in a process apart; this room gets its words alone.
"""

from collections.abc import Collection
from uuid import UUID

from tirek.followup.international.models import Document
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.reach import reach_report
from tirek.followup.international.refusals import NoParagraphs, NothingChosen, ReportUnknown
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.services import bring_sheet, try_sheet
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.numbered_paragraphs import numbered
from tirek.ground.rules.refusals import NotFound


def bring_document(*, report_id: UUID, file: NewFile, text: str, language: str, by: Actor) -> Recorded[UUID]:
    """Keeps a report's text, of which the caller has read the words. Raises NotFound, NotAllowed, NoParagraphs."""
    if not numbered(text):
        raise NoParagraphs
    with record("international.document-brought", by=by, subject=("international-report", report_id)) as act:
        row = reach_report(report_id, by, reading=True)
        check_may_enter(by, row.country)
        if not row.symbol:
            raise ReportUnknown(symbol="")
        kept = store_file(content=file.content, name=file.name, media_type=file.media_type, country=row.country, by=by).value
        document = Document(country=row.country, report=row, file=kept, language=language, brought_by=by.id, brought_on=today(row.country))
        document.save()
        return act.of(document.pk)


def bring_paragraphs(*, document_id: UUID, text: str, chosen: Collection[int], by: Actor) -> Recorded[UUID]:
    """Makes a table of the chosen paragraphs (their places from 0) and has it tried. Answers the sheet's id. Raises NotFound, NotAllowed, NothingChosen."""
    document = Document.objects.select_related("report").filter(pk=document_id).first()
    if document is None:
        raise NotFound
    report = reach_report(document.report_id, by, reading=True)
    check_may_enter(by, report.country)
    rows = [each for place, each in enumerate(numbered(text)) if place in set(chosen)]
    if not rows:
        raise NothingChosen
    lines = [("report", "number", f"text_{document.language}"), *((report.symbol, each.number, each.text) for each in rows)]
    sheet = bring_sheet(kind="international", content=separated(lines), country=report.country, by=by).value
    return try_sheet(sheet_id=sheet, by=by)


def separated(lines: Collection[tuple[str, ...]]) -> bytes:
    """Rows as a table of separated values; every cell in quotation marks, so that line ends stay within it."""
    return "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines).encode("utf-8-sig")
