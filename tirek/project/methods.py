"""An address asked in a way that it does not take is answered by the house's page and not by an empty one. It knows no room."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.urls import Resolver404, resolve

from tirek.faces.frame.errors import only_sent


class WrongMethod:
    """Gives an empty 405 a page with a sentence and a way back; `Allow` stays as it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        told = only_sent(request, back=page_above(request.path_info))
        told.headers["Allow"] = response.headers["Allow"]
        return told


def page_above(path: str) -> str:
    """The nearest address above that the house knows: the page on which the button stands. Whether the thing exists is not asked."""
    while path := path.rstrip("/").rpartition("/")[0]:
        try:
            resolve(f"{path}/")
        except Resolver404:
            continue
        return f"{path}/"
    return "/"
