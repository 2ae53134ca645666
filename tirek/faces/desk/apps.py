"""Django's registration of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The staff's face."""

    name = "tirek.faces.desk"
    label = "desk"
