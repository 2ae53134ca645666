"""Django's registration of the mandate app."""

from django.apps import AppConfig


class MandateConfig(AppConfig):
    """Members of the mechanism."""

    name = "tirek.registers.mandate"
    label = "mandate"
