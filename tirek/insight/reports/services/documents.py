"""Documents: the report rendered as PDF and DOCX, side by side and apart, and kept beside the version they were made from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from tirek.foundation.files.services import store_file
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.insight.reports.documents import ReportDocument, report_docx, report_pdf
from tirek.insight.reports.documents.model import Layout
from tirek.insight.reports.freezing import file_name, present, present_digest
from tirek.insight.reports.models import Report, ReportFile
from tirek.insight.reports.reach import reach

KIND = "report.documents"
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MAKERS: dict[str, Callable[[ReportDocument], bytes]] = {"pdf": report_pdf, "docx": report_docx}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document to make."""

    form: str
    layout: Layout
    languages: tuple[str, ...]


def wanted(country: str) -> Iterator[Wanted]:
    """All documents of a report: the first two languages side by side, and each language apart; each as PDF and as DOCX."""
    languages = report_languages(country)
    sets: list[tuple[Layout, tuple[str, ...]]] = [("side_by_side", languages[:2])] if len(languages) > 1 else []
    sets += [("apart", (language,)) for language in languages]
    for layout, group in sets:
        for form in MAKERS:
            yield Wanted(form, layout, group)


def ask_for_documents(*, report_id: UUID, by: Actor) -> Recorded[UUID]:
    """Asks the worker for the documents of the report as it stands now, a draft's too. Returns the job's id. Raises NotFound."""
    with record("report.documents-asked", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        report.documents_job = enqueue(
            kind_name=KIND, arguments={"report": str(report.pk), "by": by.id}, by=by, country=report.country
        )
        report.save()
        return act.of(report.documents_job)


def make_documents(*, report_id: UUID, by: Actor, step: Callable[[int, int, str], None] | None = None) -> Recorded[int]:
    """Makes those documents of the report as it stands that are not there yet, each kept as soon as it is made. Returns how many were made.

    Safe to run again. It renders outside a transaction: no writer waits for it. Raises NotFound.
    """
    report = reach(report_id, by)
    document = present(report)
    made_from = present_digest(report, document)
    there = {(each.form, each.layout, each.languages) for each in ReportFile.objects.filter(report=report, made_from=made_from)}
    left = [each for each in wanted(report.country) if (each.form, each.layout, "-".join(each.languages)) not in there]
    for number, each in enumerate(left):
        if step:
            step(number, len(left), "Making the documents")
        content = MAKERS[each.form](replace(document, layout=each.layout, languages=each.languages))
        keep_document(report, each, made_from, content, by)
    with record("report.documents-made", by=by, subject=("report", report_id), country=report.country) as act:
        return act.of(len(left))


def keep_document(report: Report, made: Wanted, made_from: str, content: bytes, by: Actor) -> None:
    """Stores one document; where another worker was faster, its document stays."""
    languages = "-".join(made.languages)
    with record("report.document-kept", by=by, subject=("report", report.pk)) as act:
        Report.objects.select_for_update(no_key=True).get(pk=report.pk)
        key = {"report": report, "form": made.form, "layout": made.layout, "languages": languages, "made_from": made_from}
        if not ReportFile.objects.filter(**key).exists():
            name = document_name(report, made.form, languages)
            file = store_file(content=content, name=name, media_type=MEDIA[made.form], country=report.country, by=by).value
            ReportFile(country=report.country, file=file, **key).save()
        act.of(None)


def document_name(report: Report, form: str, languages: str) -> str:
    """A document's name."""
    return file_name(report, report.number.replace("/", "-") or "draft", languages, form=form)
