"""The language of a page: the first part of a public path, else the cookie, else what the browser asks for. It writes no cookie."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from tirek.ground.rules.words import LANGUAGES


class LanguageMiddleware:
    """Activates the page's language and says so in the headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if language_in_path(request.path_info) is None:
            response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary", ""), "Accept-Language"]))
        return response


def language_in_path(path: str) -> str | None:
    """The language that a public path begins with: /kk/… is Kazakh."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in LANGUAGES else None


def language_of(request: HttpRequest) -> str:
    """The language to answer in."""
    chosen = language_in_path(request.path_info) or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in LANGUAGES else translation.get_language_from_request(request)
