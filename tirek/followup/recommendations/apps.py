"""Django's registration of the recommendations app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class RecommendationsConfig(AppConfig):
    """Recommendations and missions."""

    name = "tirek.followup.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Tells the search of what stands here, and which sheet comes in and goes out; what waits to be looked at, how many there are, what says the same and which labels it bears follow every act."""
        from tirek.followup.recommendations.fingerprints import keep_keys
        from tirek.followup.recommendations.labelling import keep_labels
        from tirek.followup.recommendations.reminding import reminders
        from tirek.followup.recommendations.searching import RECOMMENDATIONS
        from tirek.followup.recommendations.sheets import RecommendationsSheet
        from tirek.followup.recommendations.tasks import KEYS, keys_work
        from tirek.followup.recommendations.threading import keep_threads
        from tirek.followup.recommendations.totalling import keep_totals
        from tirek.followup.recommendations.waiting import keep_waiting
        from tirek.foundation.jobs.kinds import register as register_job
        from tirek.foundation.ledger.following import follow
        from tirek.foundation.notices.reminding import remind_by
        from tirek.foundation.search.sorts import register
        from tirek.foundation.sheets import kinds

        register(RECOMMENDATIONS)
        remind_by(reminders)
        kinds.register(RecommendationsSheet())
        register_job(KEYS, keys_work, words=gettext_noop("Comparing anew what recommendations say"))
        follow(keep_waiting)
        follow(keep_totals)
        follow(keep_keys)
        follow(keep_threads)
        follow(keep_labels)
