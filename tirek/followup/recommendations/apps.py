"""Django's registration of the recommendations app."""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Recommendations and missions."""

    name = "tirek.followup.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Tells the search of what stands here."""
        from tirek.followup.recommendations.searching import RECOMMENDATIONS
        from tirek.foundation.search.sorts import register

        register(RECOMMENDATIONS)
