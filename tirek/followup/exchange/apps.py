"""Django's registration of the exchange app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange with authorities."""

    name = "tirek.followup.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Whoever must hear of what passes hears of it, the people of a body are reminded of its days, and what they promised keeps its clock."""
        from tirek.followup.exchange.hearing import connect
        from tirek.followup.exchange.promising import keep_promises, promised
        from tirek.followup.exchange.reminding import reminders
        from tirek.followup.recommendations.promises import hear_from
        from tirek.foundation.ledger.following import follow
        from tirek.foundation.notices.reminding import remind_by

        connect()
        remind_by(reminders)
        hear_from(promised)
        follow(keep_promises)
