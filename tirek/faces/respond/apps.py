"""Django's registration of the authorities' page."""

from django.apps import AppConfig


class RespondConfig(AppConfig):
    """The authorities' face."""

    name = "tirek.faces.respond"
    label = "respond"
