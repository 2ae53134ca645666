"""Writing reports: the only way that they are drafted, reviewed, signed, issued and corrected."""

from tirek.insight.reports.services.answers import RecordedAnswers, bring_answers, record_answers, try_answers
from tirek.insight.reports.services.corrections import (
    abandon_correction,
    add_recommendation,
    amend_finding,
    correct_report,
    reword_recommendation,
)
from tirek.insight.reports.services.documents import ask_for_documents, make_documents
from tirek.insight.reports.services.drafts import decide_passage, draft_report, edit_report
from tirek.insight.reports.services.issue import issue_visit_report
from tirek.insight.reports.services.public_copies import (
    begin_public_copy,
    black_out,
    black_out_texts,
    drop_public_copy,
    hand_in_public_copy,
    record_papers,
    return_public_copy,
    settle_published,
    take_off,
)
from tirek.insight.reports.services.records import bring_back_finding, correct_beginning, restore_as_issued
from tirek.insight.reports.services.review import approve, return_to_draft, submit
from tirek.insight.reports.services.signatures import (
    add_dissent,
    attach_signature_file,
    record_missing_signature,
    sign,
    take_back_dissent,
)
from tirek.insight.reports.services.translating import translate_text

__all__ = [
    "RecordedAnswers", "abandon_correction", "add_dissent", "add_recommendation", "amend_finding", "approve", "ask_for_documents", "attach_signature_file",
    "begin_public_copy", "black_out", "black_out_texts", "bring_answers", "bring_back_finding", "correct_beginning", "correct_report", "decide_passage",
    "draft_report", "drop_public_copy", "edit_report", "hand_in_public_copy", "issue_visit_report", "make_documents", "record_answers",
    "record_missing_signature", "record_papers", "restore_as_issued", "return_public_copy", "return_to_draft", "reword_recommendation", "settle_published",
    "sign", "submit", "take_back_dissent", "take_off", "translate_text", "try_answers",
]  # fmt: skip
