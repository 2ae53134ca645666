"""Django's registration of the visits app."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits: from the plan to the findings."""

    name = "tirek.records.visits"
    label = "visits"
