"""Django's registration of the letters app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The register of letters."""

    name = "tirek.followup.letters"
    label = "letters"
