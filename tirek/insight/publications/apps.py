"""Django's registration of the publications app."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Editions: what the public is given, frozen."""

    name = "tirek.insight.publications"
    label = "publications"
