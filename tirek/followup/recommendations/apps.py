"""Django's registration of the recommendations app."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Recommendations and missions."""

    name = "tirek.followup.recommendations"
    label = "recommendations"
