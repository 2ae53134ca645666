"""Django's registration of the ui app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The look and its components."""

    name = "tirek.foundation.ui"
    label = "ui"
