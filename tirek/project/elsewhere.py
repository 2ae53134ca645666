"""Addresses of a face that another process serves: a page may name them, and a visitor is led there. It knows no view of that face."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, re_path, reverse

DESK_NAMES = {"home": "", "places": "places/", "visits": "visits/", "reports": "reports/", "recommendations": "recommendations/"}
"""The desk's pages that the public face names."""


def lead(request: HttpRequest, *, face: str, **_: object) -> HttpResponseRedirect:
    """To the same path at the face's own address; 404 where no address was given, and for anything but looking."""
    address = settings.TIREK_ADDRESSES[face]
    if not address or request.method not in {"GET", "HEAD"}:
        raise Http404
    return HttpResponseRedirect(f"{address}{request.get_full_path()}")


def desk_elsewhere() -> list[URLPattern | URLResolver]:
    """The desk's addresses in a process without it."""
    named = [path(below, lead, {"face": "desk"}, name=name) for name, below in DESK_NAMES.items()]
    members = path("members/<slug:country>/", lead, {"face": "desk"}, name="public-members")
    return [path("members/", lead, {"face": "desk"}), members, path("desk/", include((named, "desk"))), re_path(r"^(?:desk|accounts)/", lead, {"face": "desk"})]


def nowhere() -> list[URLPattern | URLResolver]:
    """Addresses of a face that has a process of its own and is not led to: nothing is there."""
    return [re_path(r"", absent)]


def absent(request: HttpRequest) -> HttpResponseRedirect:
    """404."""
    raise Http404


def work_first() -> list[URLPattern | URLResolver]:
    """The start page of a process for work alone is where work begins."""
    return [path("", lambda request: HttpResponseRedirect(reverse(settings.TIREK_WORK)))]


def portal_elsewhere() -> list[URLPattern | URLResolver]:
    """The public addresses in a process without them; its own start page is the desk."""
    named = [path("documents/<slug:document_id>/", lead, {"face": "portal"}, name="document")]
    home = path("", lambda request: HttpResponseRedirect(request.path + "desk/"))
    return [home, path("", include((named, "portal"))), re_path(r"", lead, {"face": "portal"})]
