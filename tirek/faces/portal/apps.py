"""Django's registration of the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public face."""

    name = "tirek.faces.portal"
    label = "portal"
