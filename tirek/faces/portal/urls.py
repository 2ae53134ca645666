"""Public addresses: the reader's language is the first part of the path."""

from django.urls import URLPattern, URLResolver, include, path

from tirek.faces.portal import views

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.start, name="start"),
    path("", include("tirek.faces.portal.components.urls")),
]
