"""Addresses of the plan."""

from django.urls import path

from tirek.faces.desk.plan import entering, views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("new/", entering.new, name="plan-new"),
    path("<uuid:entry_id>/", views.entry, name="plan-entry"),
    path("<uuid:entry_id>/change/", entering.change, name="plan-change"),
    path("<uuid:entry_id>/approve/", entering.approve, name="plan-approve"),
    path("<uuid:entry_id>/drop/", entering.drop, name="plan-drop"),
    path("<uuid:entry_id>/open/", entering.open_visit, name="plan-open"),
]
