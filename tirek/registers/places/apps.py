"""Django's registration of the places app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places with their history."""

    name = "tirek.registers.places"
    label = "places"
