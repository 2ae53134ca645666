"""Addresses of the visits."""

from django.urls import path

from tirek.faces.desk.visits import (
    access,
    afterwards,
    findings,
    history,
    life,
    measures,
    organising,
    papers,
    passages,
    reading,
    restoring,
    taking_back,
    team,
    views,
)

VISIT = "<uuid:visit_id>"
FINDING = f"{VISIT}/findings/<uuid:finding_id>"

urlpatterns = [
    path("", views.visits, name="visits"),
    path(f"{VISIT}/", views.visit, name="visit"),
    path(f"{VISIT}/days/", life.days, name="visit-days"),
    path(f"{VISIT}/preparation/", life.preparation, name="visit-preparation"),
    path(f"{VISIT}/cancel/", life.cancel, name="visit-cancel"),
    path(f"{VISIT}/begin/", life.begin, name="visit-begin"),
    path(f"{VISIT}/beginning/", life.beginning, name="visit-beginning"),
    path(f"{VISIT}/end/", life.end, name="visit-end"),
    *(path(f"{VISIT}/papers/{what}/", papers.paper, {"what": what}, name=f"visit-paper-{what}") for what in papers.MADE),
    path(f"{VISIT}/team/", team.team, name="visit-team"),
    path(f"{VISIT}/team/edit/", team.edit, name="visit-team-edit"),
    path(f"{VISIT}/team/organisers/", organising.organisers, name="visit-organisers"),
    path(f"{VISIT}/team/warning/", team.decide_warning, name="visit-warning"),
    path(f"{VISIT}/access/", access.access, name="visit-access"),
    path(f"{VISIT}/access/edit/", access.edit, name="visit-access-edit"),
    path(f"{VISIT}/access/meeting/", access.meeting, name="visit-meeting"),
    path(f"{VISIT}/access/meeting/<uuid:meeting_id>/remove/", access.remove_meeting, name="visit-meeting-remove"),
    path(f"{VISIT}/access/talk/", access.talk, name="visit-talk"),
    path(f"{VISIT}/access/restore/", restoring.restore, name="visit-restore"),
    path(f"{VISIT}/access/measure/", measures.new, name="visit-measure"),
    path(f"{VISIT}/access/measure/<uuid:measure_id>/", measures.answer, name="visit-measure-answer"),
    path(f"{VISIT}/access/measure/<uuid:measure_id>/edit/", measures.edit, name="visit-measure-edit"),
    path(f"{VISIT}/access/measure/<uuid:measure_id>/translate/", measures.translate, name="visit-measure-translate"),
    path(f"{VISIT}/afterwards/", afterwards.afterwards, name="visit-afterwards"),
    path(f"{VISIT}/purpose/", reading.purpose, name="visit-purpose"),
    path(f"{VISIT}/findings/", findings.findings, name="visit-findings"),
    path(f"{VISIT}/findings/new/", findings.new, name="finding-new"),
    path(f"{VISIT}/findings/passages/", passages.passages, name="visit-passages"),
    path(f"{FINDING}/edit/", findings.edit, name="finding-edit"),
    path(f"{FINDING}/translate/", findings.translate, name="finding-translate"),
    path(f"{FINDING}/release/", findings.release, name="finding-release"),
    path(f"{FINDING}/move/", findings.move, name="finding-move"),
    path(f"{FINDING}/take-back/", taking_back.take_back, name="finding-take-back"),
    path(f"{FINDING}/bring-back/", taking_back.bring_back, name="finding-bring-back"),
    path(f"{VISIT}/history/", history.history, name="visit-history"),
    path(f"{VISIT}/history/passages/", history.kept, name="visit-kept"),
]
