"""Django's registration of the api."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The face for programs."""

    name = "tirek.faces.api"
    label = "api"
