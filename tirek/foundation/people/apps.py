"""Django's registration of the people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and roles."""

    name = "tirek.foundation.people"
    label = "people"
