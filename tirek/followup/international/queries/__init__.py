"""Reading about international bodies, cut to what the reader may see."""

from tirek.followup.international.models import PROCEDURES
from tirek.followup.international.queries.lists import (
    DocumentFacts,
    ParagraphLine,
    ReaderFacts,
    ReportFacts,
    ReviewFacts,
    StepFacts,
    document,
    documents,
    earlier_paragraphs,
    paragraphs,
    readers,
    report,
    reports,
    review,
    reviews,
)
from tirek.followup.international.queries.threads import (
    Bearing,
    FindingLink,
    NationalLink,
    Thread,
    ThreadPart,
    bearing_on,
    bearing_on_finding,
    thread,
)

__all__ = [
    "PROCEDURES", "Bearing", "DocumentFacts", "FindingLink", "NationalLink", "ParagraphLine", "ReaderFacts", "ReportFacts", "ReviewFacts", "StepFacts", "Thread",
    "ThreadPart", "bearing_on", "bearing_on_finding", "document", "documents", "earlier_paragraphs", "paragraphs", "readers", "report", "reports", "review",
    "reviews", "thread",
]  # fmt: skip
