"""Addresses of published reports; a file's name is its languages, as in ru-kk.pdf."""

from django.urls import path

from tirek.faces.portal.reports import downloads, views

urlpatterns = [
    path("<country:country>/reports/", views.reports, name="reports"),
    path("<country:country>/reports/<slug:key>/", views.report, name="report"),
    path("<country:country>/reports/<slug:key>/editions/<int:version>/", views.report, name="report-edition"),
    path("<country:country>/reports/<slug:key>/editions/<int:version>/<slug:text>.<slug:form>", downloads.download, name="report-file"),
]
