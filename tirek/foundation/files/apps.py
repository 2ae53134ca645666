"""Django's registration of the files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored bytes."""

    name = "tirek.foundation.files"
    label = "files"

    def ready(self) -> None:
        """Every verification of the ledger reads the stored bytes too."""
        from tirek.foundation.files.verification import check_bytes
        from tirek.foundation.ledger.findings import register_file_check

        register_file_check(check_bytes)
