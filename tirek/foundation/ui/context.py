"""What every page's frame shows: name, languages, theme, the demonstration's banner. It asks no table."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse_lazy
from django.utils.translation import gettext

from tirek.foundation.ui.language import LANGUAGE_NAMES, REMEMBERING
from tirek.ground.rules.words import LANGUAGES

THEMES = ("light", "dark")


def frame(request: HttpRequest) -> dict[str, object]:
    """Template context of the frame. Safe without session or user (error pages, portal)."""
    theme = request.COOKIES.get("theme", "") if request.path_info.startswith(REMEMBERING) else ""
    return {
        "frame_name": getattr(settings, "TIREK_NAME", "") or gettext("National Preventive Mechanism"),
        "frame_home": get_script_prefix(),
        "frame_work": reverse_lazy(settings.TIREK_WORK),
        "frame_languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "frame_theme": theme if theme in THEMES else "",
        "frame_largest": str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE),
        "demo_banner": getattr(settings, "TIREK_DEMO", False),
        "actor": getattr(request, "actor", None),
        "country": getattr(request, "country", ""),
    }
