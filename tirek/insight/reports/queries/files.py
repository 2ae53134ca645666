"""The documents of a report: which are made, whether they are of its present state, and the bytes for who may have them."""

from dataclasses import dataclass
from uuid import UUID

from tirek.foundation.files.queries import FileFacts, facts_of, file_facts
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports.freezing import present, present_digest
from tirek.insight.reports.models import ReportFile
from tirek.insight.reports.reach import reach


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document of a report. `layout` is side_by_side or apart."""

    id: UUID
    form: str
    layout: str
    languages: tuple[str, ...]
    file: FileFacts


def document_files(report_id: UUID, *, by: Actor) -> tuple[DocumentFacts, ...]:
    """Documents made from the report as it stands now; older ones of a draft are left out. Raises NotFound."""
    row = reach(report_id, by)
    made_from = row.issued.sha256 if row.issued else present_digest(row, present(row))
    return tuple(facts(each) for each in row.files.filter(made_from=made_from).select_related("file"))


def document_file(report_id: UUID, document_id: UUID, *, by: Actor) -> DocumentFacts:
    """One document of a report; raises NotFound."""
    found = reach(report_id, by).files.filter(pk=document_id).select_related("file").first()
    if found is None:
        raise NotFound
    return facts(found)


def facts(row: ReportFile) -> DocumentFacts:
    """A document as frozen values."""
    return DocumentFacts(row.pk, row.form, row.layout, tuple(row.languages.split("-")), facts_of(row.file))


def frozen_files(report_id: UUID, *, by: Actor) -> tuple[FileFacts, ...]:
    """The frozen bytes: of the body that signatures bind, then of the issued report; raises NotFound."""
    row = reach(report_id, by)
    return tuple(facts_of(each) for each in (row.body, row.issued) if each)


def sheet_file(report_id: UUID, signature_id: UUID, *, by: Actor) -> FileFacts:
    """The signed sheet or signature file of a signature; raises NotFound."""
    found = reach(report_id, by).signatures.filter(pk=signature_id, file__isnull=False).first()
    if found is None or found.file_id is None:
        raise NotFound
    return file_facts(found.file_id)
