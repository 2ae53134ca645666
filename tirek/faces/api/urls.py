"""Addresses for programs. The version is a part of them: what is said of v1 stays true of v1."""

from django.urls import path, re_path

from tirek.faces.api import bulk, views

app_name = "api"
urlpatterns = [
    path("v1/", views.root, name="root"),
    path("v1/openapi.json", views.description, name="openapi"),
    path("v1/<slug:country>/editions/", views.editions, name="editions"),
    path("v1/<slug:country>/editions/<slug:kind>/<slug:key>/", views.edition, name="edition"),
    path("v1/<slug:country>/editions/<slug:kind>/<slug:key>/<int:version>/", views.edition, name="edition-version"),
    path("v1/<slug:country>/documents/<slug:key>/figures/", views.figures, name="figures"),
    path("v1/<slug:country>/bulk/<slug:name>.<slug:form>", bulk.bulk, name="bulk"),
    re_path(r"", views.nothing, name="nothing"),
]
