"""Public addresses. A language may stand before them (/kk/kz/ …); the country is part of the path."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from tirek.faces.portal.countries import CountryConverter

register_converter(CountryConverter, "country")

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tirek.faces.portal.start.urls")),
    path("", include("tirek.faces.portal.facts.urls")),
    path("", include("tirek.faces.portal.picture.urls")),
    path("", include("tirek.faces.portal.feed.urls")),
    path("", include("tirek.faces.portal.record.urls")),
    path("", include("tirek.faces.portal.international.urls")),
    path("", include("tirek.faces.portal.topics.urls")),
    path("", include("tirek.faces.portal.reports.urls")),
    path("", include("tirek.faces.portal.profile.urls")),
    path("", include("tirek.faces.portal.check.urls")),
    path("", include("tirek.faces.portal.replies.urls")),
    path("", include("tirek.faces.portal.components.urls")),
]
