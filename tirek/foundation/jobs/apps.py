"""Django's registration of the jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work."""

    name = "tirek.foundation.jobs"
    label = "jobs"
