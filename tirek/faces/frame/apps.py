"""Django's registration of what faces with sign-in share."""

from django.apps import AppConfig


class FrameConfig(AppConfig):
    """The frame of signed-in pages."""

    name = "tirek.faces.frame"
    label = "frame"
