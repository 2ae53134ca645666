"""Documents: the visit report as tagged PDF/A and as DOCX, pure functions of one frozen value.

It belongs to reports. It may not know a model, a query or a clock: who calls it gives everything and stores the bytes.
"""

from tirek.insight.reports.documents.model import ReportDocument
from tirek.insight.reports.documents.pdf import report_pdf

__all__ = ["ReportDocument", "report_docx", "report_pdf"]


def report_docx(document: ReportDocument) -> bytes:
    """The DOCX of the report in its layout. python-docx is loaded by the first one: what makes none starts sooner."""
    from tirek.insight.reports.documents import docx

    return docx.report_docx(document)
