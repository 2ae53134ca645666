"""Addresses of the sourced record."""

from django.urls import path

from tirek.faces.portal.record import views

urlpatterns = [
    path("<country:country>/missions/<slug:mission_id>/", views.mission, name="mission"),
    path("<country:country>/mechanisms/", views.mechanisms, name="mechanisms"),
]
