"""What a person sees when a request fails on our side: a full disk and a silent database each have their own words. It knows no room."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tirek.faces.frame.errors import broken as broken_page
from tirek.faces.frame.errors import page
from tirek.project.cli.troubles import is_full


def broken(request: HttpRequest) -> HttpResponse:
    """The page for the fault under way; plain text where even a page cannot be made. Every write is one transaction: nothing is half-saved."""
    error = sys.exc_info()[1]
    try:
        return page_of(request, error)
    except Exception:  # noqa: BLE001  whatever the page needs (session, database) may be what is broken
        text = "Something went wrong on our side. Nothing was half-saved. Try again in a minute.\n"
        return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")


def page_of(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """The page for an error."""
    if error is not None and is_full(error):
        text = _("Nothing was saved. Tell your administrator to free space on the server, go back to the form, and send it again.")
        return page(request, 507, _("The server's disk is full"), text)
    if isinstance(error, OperationalError | InterfaceError):
        text = _("Nothing was saved. Wait a minute, go back to the form, and send it again. If it lasts, tell your administrator.")
        return page(request, 503, _("The database does not answer"), text)
    return broken_page(request)
