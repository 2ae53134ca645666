"""The language of a page: the first part of the path (/kk/…), else the cookie, else what the browser asks for.

The first part becomes the script prefix while the page is made, so that every address the page names keeps the language and the
public faces need no cookie. Only staff's addresses remember it in a cookie, for letters and bookmarks without a language.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from django.utils.cache import patch_vary_headers

from tirek.ground.rules.words import LANGUAGES

LANGUAGE_NAMES = {"ru": "Русский", "kk": "Қазақша", "ky": "Кыргызча", "en": "English"}
REMEMBERING = ("/desk/", "/respond/", "/accounts/")
YEAR = 365 * 24 * 3600


class LanguageMiddleware:
    """Activates the page's language, keeps it in the page's addresses and says so in the headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer in the page's language."""
        spoken = language_in_path(request.path_info)
        language = spoken or language_of(request)
        prefix = get_script_prefix()
        try:
            if spoken:
                request.path_info = request.path_info[len(spoken) + 1 :] or "/"
                set_script_prefix(f"{prefix}{spoken}/")
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = self.get_response(request)
        finally:
            set_script_prefix(prefix)
        response.headers.setdefault("Content-Language", language)
        if spoken and settings.TIREK_COOKIES and request.path_info.startswith(REMEMBERING):
            remember(response, spoken)
        if not spoken:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def language_in_path(path: str) -> str | None:
    """The language that a path begins with: /kk/… is Kazakh."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in LANGUAGES and (path + "/").startswith(f"/{first}/") else None


def language_of(request: HttpRequest) -> str:
    """The language to answer in where the address names none."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in LANGUAGES else translation.get_language_from_request(request)


def language_address(request: HttpRequest | None, language: str) -> str:
    """The address of the same page in another language; its query stays."""
    if request is None:
        return f"/{language}/"
    query = request.META.get("QUERY_STRING", "")
    path = request.path_info if request.path_info.startswith("/") else "/"
    return f"/{language}{path}{'?' + query if query else ''}"


def remember(response: HttpResponseBase, language: str) -> None:
    """Keeps the language for staff's addresses that name none; never set by the public faces."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
