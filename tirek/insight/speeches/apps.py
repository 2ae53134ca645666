"""Django's registration of the speeches app."""

from django.apps import AppConfig


class SpeechesConfig(AppConfig):
    """Sheets for speeches."""

    name = "tirek.insight.speeches"
    label = "speeches"
