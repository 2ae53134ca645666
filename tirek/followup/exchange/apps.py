"""Django's registration of the exchange app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange with authorities."""

    name = "tirek.followup.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Whoever must hear of what passes hears of it, and the people of a body are reminded of its days."""
        from tirek.followup.exchange.hearing import connect
        from tirek.followup.exchange.reminding import reminders
        from tirek.foundation.notices.reminding import remind_by

        connect()
        remind_by(reminders)
