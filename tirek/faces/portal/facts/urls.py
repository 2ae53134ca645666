"""Addresses of figures and documents."""

from django.urls import path

from tirek.faces.portal.facts import views

urlpatterns = [
    path("<country:country>/stations/<slug:code>/", views.station, name="station"),
    path("<country:country>/facts/<slug:fact_id>/", views.fact, name="fact"),
    path("<country:country>/facts/<slug:fact_id>/editions/<int:version>/", views.fact, name="fact-edition"),
    path("documents/<slug:document_id>/", views.document, name="document"),
    path("documents/<slug:document_id>/editions/<int:version>/", views.document, name="document-edition"),
]
