"""Reading reports: lists, one report, what waits for whom, documents; always cut to what the reader may know."""

from tirek.insight.reports.answers.asked import Respondent, answer_form_of, respondents
from tirek.insight.reports.answers.brought import SheetFacts, answer_sheet_file, answer_sheets
from tirek.insight.reports.answers.told import AnsweredRow, ReadSheet, SheetTrial, answers_tried
from tirek.insight.reports.freezing import text_digest
from tirek.insight.reports.queries.differing import compared_versions
from tirek.insight.reports.queries.files import DocumentFacts, document_file, document_files, frozen_files, sheet_file
from tirek.insight.reports.queries.kept import kept_in_reports
from tirek.insight.reports.queries.lately import reports_lately
from tirek.insight.reports.queries.lists import (
    AwaitedSignature,
    Filters,
    Line,
    VisitToReport,
    Waiting,
    awaiting_signature,
    report_count,
    reports,
    waiting_for,
)
from tirek.insight.reports.queries.needs import Need, needs, untranslated
from tirek.insight.reports.queries.one import (
    DissentFacts,
    May,
    ReportFacts,
    ReturnFacts,
    SignatureFacts,
    VersionFacts,
    issued_by,
    may_draft,
    printed_recommendations,
    report,
    report_document,
    report_of_visit,
    texts_written_once,
    undecided_passages,
)
from tirek.insight.reports.queries.printed import PrintedNumbers, printed_numbers
from tirek.insight.reports.queries.public_copies import CopyFacts, MarkFacts, PublicStanding, public_standing
from tirek.insight.reports.queries.records import restorable_records
from tirek.insight.reports.untranslated import WrittenText

__all__ = [
    "AnsweredRow",
    "AwaitedSignature",
    "CopyFacts",
    "DissentFacts",
    "DocumentFacts",
    "Filters",
    "Line",
    "MarkFacts",
    "May",
    "Need",
    "PrintedNumbers",
    "PublicStanding",
    "ReadSheet",
    "ReportFacts",
    "Respondent",
    "ReturnFacts",
    "SheetFacts",
    "SheetTrial",
    "SignatureFacts",
    "VersionFacts",
    "VisitToReport",
    "Waiting",
    "WrittenText",
    "answer_form_of",
    "answer_sheet_file",
    "answer_sheets",
    "answers_tried",
    "awaiting_signature",
    "compared_versions",
    "document_file",
    "document_files",
    "frozen_files",
    "issued_by",
    "kept_in_reports",
    "may_draft",
    "needs",
    "printed_numbers",
    "printed_recommendations",
    "public_standing",
    "report",
    "report_count",
    "report_document",
    "report_of_visit",
    "reports",
    "reports_lately",
    "respondents",
    "restorable_records",
    "sheet_file",
    "text_digest",
    "texts_written_once",
    "undecided_passages",
    "untranslated",
    "waiting_for",
]  # fmt: skip
