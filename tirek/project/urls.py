"""Addresses: each face under its own prefix."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("tirek.faces.desk.urls")),
    path("accounts/", include("tirek.faces.desk.signin.urls")),
    path("", include("tirek.faces.portal.urls")),
]
handler404 = "tirek.faces.desk.errors.not_found"
handler403 = "tirek.faces.desk.errors.forbidden"
handler400 = "tirek.faces.desk.errors.bad_request"
handler500 = "tirek.project.faults.broken"
