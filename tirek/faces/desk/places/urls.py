"""Addresses of the places."""

from django.urls import path

from tirek.faces.desk.places import entering, views
from tirek.faces.desk.places.changes import CHANGES

urlpatterns = [
    path("", views.places, name="places"),
    path("several/", views.several, name="places-several"),
    path("new/", entering.register, name="place-new"),
    path("<uuid:place_id>/", views.place, name="place"),
    path("<uuid:place_id>/correct/", entering.correct, name="place-correct"),
    *(path(f"<uuid:place_id>/{what}/", entering.change, {"what": what}, name=f"place-{what}") for what in CHANGES),
]
