"""Addresses of the recommendations: those of a visit stand under the visit."""

from django.urls import path

from tirek.faces.desk.recommendations import (
    authority,
    board,
    bodies,
    drafts,
    export,
    following,
    labels,
    passages,
    rates,
    sticks,
    threads,
    timeline,
    views,
)

ONE = "recommendations/<uuid:recommendation_id>/"
VISIT = "visits/<uuid:visit_id>/recommendations/"

urlpatterns = [
    path("recommendations/", views.recommendations, name="recommendations"),
    path("recommendations/bodies/", bodies.bodies, name="recommendations-bodies"),
    path("recommendations/rates/", rates.rates, name="recommendations-rates"),
    path("recommendations/sheets/", sticks.sheets, name="answer-sheets"),
    path("recommendations/sheets/file/", sticks.taken, name="answer-sheet-file"),
    path("recommendations/sheets/<uuid:sheet_id>/", sticks.sheet, name="answer-sheet"),
    path("recommendations/board/", board.board, name="recommendations-board"),
    path("recommendations/timeline/", timeline.timeline, name="recommendations-timeline"),
    path("recommendations/several/", views.several, name="recommendations-several"),
    path("recommendations/export/", export.export, name="recommendations-export"),
    path(ONE, views.recommendation, name="recommendation"),
    path(f"{ONE}letters/<uuid:answer_id>/", views.letter, name="recommendation-letter"),
    path(f"{ONE}evidence/<uuid:verification_id>/", views.evidence, name="recommendation-evidence"),
    path(f"{ONE}answer/", following.answer, name="recommendation-answer"),
    path(f"{ONE}verify/", following.verify, name="recommendation-verify"),
    path(f"{ONE}withdraw/", following.withdraw, name="recommendation-withdraw"),
    path(f"{ONE}due/", following.due, name="recommendation-due"),
    path(f"{ONE}care/", following.care, name="recommendation-care"),
    path(f"{ONE}labels/", labels.labels, name="recommendation-labels"),
    path(f"{ONE}theme/", following.theme, name="recommendation-theme"),
    path(f"{ONE}authority/", authority.authority, name="recommendation-authority"),
    path(f"{ONE}authority/tell/<uuid:verification_id>/", authority.tell, name="recommendation-tell"),
    path(f"{ONE}authority/files/<uuid:file_id>/", authority.file, name="recommendation-reply-file"),
    path("recommendations/more-time/<uuid:request_id>/", authority.decide, name="time-request"),
    path(f"{ONE}thread/", threads.thread, name="recommendation-thread"),
    path(f"{ONE}link/", threads.link, name="recommendation-link"),
    path(f"{ONE}unlink/<uuid:earlier_id>/", threads.unlink, name="recommendation-unlink"),
    path(f"{ONE}edit/", drafts.edit, name="recommendation-edit"),
    path(f"{ONE}translate/", drafts.translate, name="recommendation-translate"),
    path(f"{ONE}drop/", drafts.drop, name="recommendation-drop"),
    path(f"{ONE}passages/<slug:digest>/", passages.decide, name="recommendation-passage"),
    path(VISIT, drafts.of_visit, name="visit-recommendations"),
    path(f"{VISIT}new/", drafts.new, name="recommendation-new"),
    path(f"{VISIT}before/", drafts.before, name="recommendation-before"),
    path(f"{VISIT}passages/", passages.passages, name="visit-recommendation-passages"),
]
