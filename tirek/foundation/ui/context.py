"""What every page's frame shows: name, languages, theme, the demonstration's banner. It asks no table."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix
from django.utils.translation import gettext

from tirek.foundation.ui.language import LANGUAGE_NAMES, REMEMBERING, YEAR
from tirek.ground.rules.words import LANGUAGES

THEMES = ("light", "dark")


def frame(request: HttpRequest) -> dict[str, object]:
    """Template context of the frame. Safe without session or user (error pages, portal)."""
    theme = request.COOKIES.get("theme", "") if request.path_info.startswith(REMEMBERING) else ""
    return {
        "frame_name": getattr(settings, "TIREK_NAME", "") or gettext("National Preventive Mechanism"),
        "frame_home": get_script_prefix(),
        "frame_languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        "frame_theme": theme if theme in THEMES else "",
        "frame_largest": str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE),
        "demo_banner": getattr(settings, "TIREK_DEMO", False),
        "actor": getattr(request, "actor", None),
        "country": getattr(request, "country", ""),
    }


def remember_theme(response: HttpResponseBase, theme: str) -> None:
    """Keeps light or dark for staff's pages in this browser; an empty theme forgets it. The public faces have no cookie."""
    if theme:
        response.set_cookie("theme", theme, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    else:
        response.delete_cookie("theme", samesite="Lax")
