"""Addresses of the map."""

from django.urls import path

from tirek.faces.desk.map import points, views

urlpatterns = [
    path("", views.regions_map, name="map"),
    path("points/", points.points, name="map-points"),
    path("points/outline/", points.give_outline, name="map-outline"),
    path("points/outline/take-away/", points.take_outline_away, name="map-outline-away"),
]
