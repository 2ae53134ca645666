"""Addresses of values of indicators."""

from django.urls import path

from tirek.faces.desk.indicators import entering, views

urlpatterns = [
    path("", views.values, name="indicators"),
    path("new/", entering.enter, name="value-new"),
    path("breaks/", views.breaks, name="breaks"),
    path("breaks/<slug:break_id>/<slug:indicator>/", entering.override, name="break-override"),
    path("publish/", entering.publish, name="profiles-publish"),
    path("<uuid:value_id>/", views.value, name="value"),
    path("<uuid:value_id>/check/", entering.check, name="value-check"),
    path("<uuid:value_id>/supersede/", entering.supersede, name="value-supersede"),
]
