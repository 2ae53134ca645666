"""Addresses of the international missions."""

from django.urls import path

from tirek.faces.desk.missions import views

urlpatterns = [
    path("", views.missions, name="missions"),
    path("<uuid:mission_id>/", views.mission, name="mission"),
]
