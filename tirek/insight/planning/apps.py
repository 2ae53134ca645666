"""Django's registration of the planning app."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Plans of years."""

    name = "tirek.insight.planning"
    label = "planning"
