"""Django's registration of the app of saved views."""

from django.apps import AppConfig


class ListViewsConfig(AppConfig):
    """Saved views of lists."""

    name = "tirek.foundation.listviews"
    label = "listviews"
