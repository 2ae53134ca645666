"""What every page's frame shows: name, languages, theme, the demonstration's banner. It asks no table."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import gettext

from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.words import LANGUAGES

THEMES = ("light", "dark")


def frame(request: HttpRequest) -> dict[str, object]:
    """Template context of the frame. Safe without session or user (error pages, portal)."""
    theme = request.COOKIES.get("theme", "")
    return {
        "frame_name": getattr(settings, "TIREK_NAME", "") or gettext("National Preventive Mechanism"),
        "frame_home": get_script_prefix(),
        "frame_languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "frame_theme": theme if theme in THEMES else "",
        "demo_banner": getattr(settings, "TIREK_DEMO", False),
        "actor": getattr(request, "actor", None),
        "country": getattr(request, "country", ""),
    }
