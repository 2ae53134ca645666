"""Django's registration of the files app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored bytes."""

    name = "tirek.foundation.files"
    label = "files"
