"""Addresses of the map."""

from django.urls import path

from tirek.faces.desk.map import views

urlpatterns = [
    path("", views.regions_map, name="map"),
]
