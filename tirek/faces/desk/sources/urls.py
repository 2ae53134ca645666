"""Addresses of the sources and their figures."""

from django.urls import path

from tirek.faces.desk.sources import deciding, entering, views

urlpatterns = [
    path("", views.sources, name="sources"),
    path("new/", entering.enter, name="source-new"),
    path("<uuid:source_id>/", views.figures, name="source"),
    path("<uuid:source_id>/about/", views.about, name="source-about"),
    path("<uuid:source_id>/file/", views.received, name="source-file"),
    path("<uuid:source_id>/again/", entering.read_again, name="source-again"),
    path("<uuid:source_id>/left/", views.left_over, name="source-left"),
    path("<uuid:source_id>/figures/add/", deciding.add, name="figure-add"),
    path("<uuid:source_id>/figures/<int:start>-<int:end>/", deciding.change, name="figure"),
    path("<uuid:source_id>/figures/<int:start>-<int:end>/confirm/", deciding.confirm, name="figure-confirm"),
    path("<uuid:source_id>/figures/<int:start>-<int:end>/reject/", deciding.reject, name="figure-reject"),
]
