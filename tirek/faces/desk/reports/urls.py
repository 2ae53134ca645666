"""Addresses of the reports; the tab of a visit stands under the visit."""

from django.urls import path

from tirek.faces.desk.reports import (
    answering,
    comparing,
    documents,
    passages,
    preview,
    recommending,
    signing,
    translating,
    views,
    visit_tab,
    working,
)

ONE = "reports/<uuid:report_id>/"

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path(ONE, views.report, name="report"),
    path(f"{ONE}text/", preview.text, name="report-text"),
    path(f"{ONE}answers/", answering.answers, name="report-answers"),
    path(f"{ONE}answers/bring/", answering.bring, name="report-answers-bring"),
    path(f"{ONE}answers/<uuid:sheet_id>/", answering.sheet, name="report-answer-sheet"),
    path(f"{ONE}answers/<uuid:sheet_id>/try/", answering.again, name="report-answer-try"),
    path(f"{ONE}answers/<uuid:sheet_id>/file/", answering.received, name="report-answer-file"),
    path(f"{ONE}compare/", comparing.compare, name="report-compare"),
    path(f"{ONE}edit/", working.edit, name="report-edit"),
    path(f"{ONE}submit/", working.submit, name="report-submit"),
    path(f"{ONE}return/", working.return_to_draft, name="report-return"),
    path(f"{ONE}approve/", working.approve, name="report-approve"),
    path(f"{ONE}issue/", working.issue, name="report-issue"),
    path(f"{ONE}correct/", working.correct, name="report-correct"),
    path(f"{ONE}abandon/", working.abandon, name="report-abandon"),
    path(f"{ONE}findings/", working.amended, name="report-findings"),
    path(f"{ONE}findings/<uuid:finding_id>/", working.amend, name="report-amend"),
    path(f"{ONE}recommendations/", recommending.of_correction, name="report-recommendations"),
    path(f"{ONE}recommendations/add/", recommending.add, name="report-add-recommendation"),
    path(f"{ONE}recommendations/<uuid:recommendation_id>/", recommending.reword, name="report-reword"),
    path(f"{ONE}translations/", translating.translations, name="report-translations"),
    path(f"{ONE}translations/<uuid:about>/<slug:part>/", translating.translate, name="report-translate"),
    path(f"{ONE}passages/", passages.passages, name="report-passages"),
    path(f"{ONE}passages/<slug:digest>/", passages.decide, name="report-passage"),
    path(f"{ONE}sign/", signing.sign, name="report-sign"),
    path(f"{ONE}signatures/<uuid:member_id>/", signing.signature, name="report-signature"),
    path(f"{ONE}sheets/<uuid:signature_id>/", signing.sheet, name="report-sheet"),
    path(f"{ONE}dissent/", signing.dissent, name="report-dissent"),
    path(f"{ONE}dissent/take-back/", signing.take_back, name="report-dissent-back"),
    path(f"{ONE}documents/", documents.documents, name="report-documents"),
    path(f"{ONE}documents/make/", documents.ask, name="report-documents-make"),
    path("visits/<uuid:visit_id>/report/", visit_tab.visit_report, name="visit-report"),
]
