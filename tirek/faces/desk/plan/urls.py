"""Addresses of the plan."""

from django.urls import path

from tirek.faces.desk.plan import bulk, calendars, comparing, covering, entering, views, whereabouts, writing, years

urlpatterns = [
    path("", views.plan, name="plan"),
    path("new/", entering.new, name="plan-new"),
    path("coverage/", covering.coverage, name="plan-coverage"),
    path("calendar/<int:year>/", calendars.year, name="plan-calendar"),
    path("calendar/<int:year>/<int:month>/", calendars.month, name="plan-month"),
    path("members/<int:year>/<int:month>/", whereabouts.by_member, name="plan-members"),
    path("several/", bulk.several, name="plan-several"),
    path("deed/<int:year>/", comparing.deed, name="plan-deed"),
    path("<int:year>/", years.year, name="plan-year"),
    path("<int:year>/sheet/", years.sheet, name="plan-year-sheet"),
    path("<int:year>/write/", writing.write, name="plan-write"),
    path("<int:year>/begin/", years.begin, name="plan-year-begin"),
    path("<int:year>/submit/", years.submit, name="plan-year-submit"),
    path("<int:year>/return/", years.give_back, name="plan-year-return"),
    path("<int:year>/approve/", years.approve, name="plan-year-approve"),
    path("<uuid:entry_id>/", views.entry, name="plan-entry"),
    path("<uuid:entry_id>/change/", entering.change, name="plan-change"),
    path("<uuid:entry_id>/approve/", entering.approve, name="plan-approve"),
    path("<uuid:entry_id>/drop/", entering.drop, name="plan-drop"),
    path("<uuid:entry_id>/open/", entering.open_visit, name="plan-open"),
]
