"""Addresses of the desk, one include a noun."""

from django.urls import URLPattern, URLResolver, include, path

from tirek.faces.desk import views

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("country/", views.choose_country, name="choose-country"),
    path("accounts/", include("tirek.faces.desk.accounts.urls")),
    path("jobs/", include("tirek.faces.desk.jobs.urls")),
    path("lately/", include("tirek.faces.desk.lately.urls")),
    path("letters/", include("tirek.faces.desk.letters.urls")),
    path("lists/", include("tirek.faces.desk.lists.urls")),
    path("ledger/", include("tirek.faces.desk.ledger.urls")),
    path("passages/", include("tirek.faces.desk.passages.urls")),
    path("places/", include("tirek.faces.desk.places.urls")),
    path("map/", include("tirek.faces.desk.map.urls")),
    path("members/", include("tirek.faces.desk.members.urls")),
    path("plan/", include("tirek.faces.desk.plan.urls")),
    path("charts/", include("tirek.faces.desk.charts.urls")),
    path("findings/", include("tirek.faces.desk.findings.urls")),
    path("standards/", include("tirek.faces.desk.standards.urls")),
    path("visits/", include("tirek.faces.desk.visits.urls")),
    path("schedule/", include("tirek.faces.desk.schedule.urls")),
    path("webhooks/", include("tirek.faces.desk.webhooks.urls")),
    path("", include("tirek.faces.desk.recommendations.urls")),
    path("", include("tirek.faces.desk.reports.urls")),
    path("search/", include("tirek.faces.desk.search.urls")),
    path("sheets/", include("tirek.faces.desk.sheets.urls")),
    path("speeches/", include("tirek.faces.desk.speeches.urls")),
    path("sources/", include("tirek.faces.desk.sources.urls")),
    path("topics/", include("tirek.faces.desk.topics.urls")),
    path("indicators/", include("tirek.faces.desk.indicators.urls")),
    path("publications/", include("tirek.faces.desk.publications.urls")),
    path("international/", include("tirek.faces.desk.international.urls")),
    path("bundles/", include("tirek.faces.desk.bundles.urls")),
    path("missions/", include("tirek.faces.desk.missions.urls")),
    path("", include("tirek.faces.desk.home.urls")),
]
