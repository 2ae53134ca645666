"""Django's registration of the ledger app; it puts the guard on every database connection."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class LedgerConfig(AppConfig):
    """The ledger and its guard."""

    name = "tirek.foundation.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Guard each connection as it opens (Django offers only a signal for this)."""
        from tirek.foundation.ledger import checks, guard  # noqa: F401

        connection_created.connect(guard.install, dispatch_uid="tirek-ledger-guard")
