"""Addresses of the members."""

from django.urls import path

from tirek.faces.desk.members import away, entering, public, views
from tirek.faces.desk.members.changes import CHANGES

urlpatterns = [
    path("", views.members, name="members"),
    path("public/", public.on_the_desk, name="members-public"),
    path("several/", views.several, name="members-several"),
    path("new/", entering.enter, name="member-new"),
    path("<uuid:member_id>/", views.member, name="member"),
    path("<uuid:member_id>/correct/", entering.correct, name="member-correct"),
    path("<uuid:member_id>/away/", away.away, name="member-away"),
    path("<uuid:member_id>/away/<uuid:absence_id>/back/", away.back, name="member-away-back"),
    path("<uuid:member_id>/conflict/", entering.conflict, name="member-conflict"),
    path("<uuid:member_id>/conflict/<uuid:conflict_id>/end/", entering.end_conflict, name="member-conflict-end"),
    *(path(f"<uuid:member_id>/{what}/", entering.change, {"what": what}, name=f"member-{what}") for what in CHANGES),
]
