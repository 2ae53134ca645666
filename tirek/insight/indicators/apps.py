"""Django's registration of the indicators app."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Values of indicators, and breaks that somebody overrode with a reason."""

    name = "tirek.insight.indicators"
    label = "indicators"
