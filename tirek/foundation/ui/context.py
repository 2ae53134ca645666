"""What every page's frame shows: languages, theme, the demonstration's banner. It asks no table."""

from django.conf import settings
from django.http import HttpRequest

from tirek.ground.rules.words import LANGUAGES

LANGUAGE_NAMES = {"ru": "Русский", "kk": "Қазақша", "ky": "Кыргызча", "en": "English"}


def frame(request: HttpRequest) -> dict[str, object]:
    """Template context of the frame. Safe without session or user (error pages, portal)."""
    return {
        "frame_languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "frame_theme": request.COOKIES.get("theme", ""),
        "demo_banner": settings.TIREK_DEMO,
        "actor": getattr(request, "actor", None),
        "country": getattr(request, "country", ""),
    }
