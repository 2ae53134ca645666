"""Addresses of the sealed bundles."""

from django.urls import path

from tirek.faces.desk.bundles import making, views

ONE = "<uuid:bundle_id>/"

urlpatterns = [
    path("", views.bundles, name="bundles"),
    path("new/", making.new, name="bundle-new"),
    path("reader/", making.reader, name="bundle-reader"),
    path(ONE, views.bundle, name="bundle"),
    path(f"{ONE}seal/", making.seal, name="bundle-seal"),
    path(f"{ONE}again/", making.again, name="bundle-again"),
    path(f"{ONE}drop/", making.drop, name="bundle-drop"),
    path(f"{ONE}file/", making.take, name="bundle-file"),
]
