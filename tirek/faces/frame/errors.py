"""Error pages. They never say whether a thing exists that the person may not see."""

import re
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

SECRETS = frozenset({"csrfmiddlewaretoken", "next", "revision", "code"})
CHOICE = re.compile(r"on|yes|no|[a-z]+(?:[_-][a-z0-9]+)+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What a choice sends: a code or an id, which says nothing to whoever reads it."""
LARGEST = 500_000
WORKING = ("/desk/", "/respond/")
"""Where people work who signed in: what they typed is given back to them."""


def page(request: HttpRequest, status: int, title: str, text: str, **more: object) -> HttpResponse:
    """One error page; the same look for all."""
    return render(request, "frame/error.html", {"title": title, "text": text, "status": status, **more}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return page(request, 404, _("Page not found"), _("There is no such page, or it is not open to you."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return page(request, 403, _("Not allowed"), _("Your role does not allow this. Ask the head of the mechanism if you think it should."))


def only_sent(request: HttpRequest, back: str) -> HttpResponse:
    """405: an address that only takes what a button sends was opened as a page, or the other way round."""
    text = _("This address only takes what a button on a page sends; it is no page of its own. Nothing was changed. Go back to the page and press the button there.")
    return page(request, 405, _("This is not a page"), text, back=back)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, also for input that is too large."""
    text = _("The request is too large or damaged. Nothing was saved. Go back, shorten the text or the file, and send it again.")
    return page(request, 400, _("The request could not be read"), text)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of this session: its sender signed in again meanwhile, the page is old, or another site sent it.

    What a page of the desk sent is given back, and may be sent again from here by whoever is signed in now: with a fresh token, and through
    every check as if for the first time. A file does not come back, so its form is filled in anew.
    """
    text = _("This form is no longer valid: your session has ended or the page is too old. Nothing was saved. Sign in, open the form again and send it.")
    words = typed(request) if request.path_info.startswith(WORKING) else []
    again = sent_pairs(request) if words else []
    if again:
        text = _("This form is no longer valid: you have signed in again since, or the page is too old. Nothing was saved. What you typed stands below: look through it and send it again.")
    elif words:
        text = _("This form is no longer valid: you have signed in again since, or the page is too old. Nothing was saved. What you typed stands below and is kept nowhere: copy it, open the form again and send it.")
    return page(request, 403, _("The form has expired"), text, typed=words, again=again, back=page_of_form(request) if words else "")


def not_saved(request: HttpRequest) -> HttpResponse:
    """403 for a form whose session was gone when it arrived. What was typed is given back on the page, once, to the browser that sent it.

    It is kept nowhere: nobody is known to have sent it. Signing in leads back to the page on which the form stood. A browser does not show a form of the desk again on going back (no-store).
    """
    words, sign_in = typed(request), f"{reverse('account_login')}?{urlencode({'next': page_of_form(request)})}"
    text = _("Your session has ended before the form arrived. Nothing was saved. Go back in your browser and copy what you typed; then sign in and send it again.")
    if words:
        text = _("Your session has ended before the form arrived. Nothing was saved. What you typed stands below and is kept nowhere: copy it, sign in, and send it again.")
    return page(request, 403, _("Your session has ended"), text, sign_in=sign_in, typed=words)


def page_of_form(request: HttpRequest) -> str:
    """The page on which the form stood, as a path of this house; else the desk's home. An address elsewhere can never come of it."""
    referrer = request.META.get("HTTP_REFERER", "")
    inside = bool(referrer) and url_has_allowed_host_and_scheme(referrer, allowed_hosts={request.get_host()})
    path = urlsplit(referrer)._replace(scheme="", netloc="", fragment="").geturl() if inside else ""
    return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else reverse(settings.TIREK_WORK)


def typed(request: HttpRequest) -> list[str]:
    """Texts of a form that a page of this house sent, without secrets and choices; nothing for a form from elsewhere or of half a megabyte and more."""
    own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not own or int(request.headers.get("Content-Length") or 0) > LARGEST:
        return []
    fields = ((name, value) for name, values in request.POST.lists() for value in values)
    found = [str(value) for name, value in fields if str(value).strip() and name not in SECRETS and "password" not in name]
    return [text for text in found if not CHOICE.fullmatch(text)]


def sent_pairs(request: HttpRequest) -> list[tuple[str, str]]:
    """All that the form sent, to be sent again by a button; nothing for a form with a file, a password or a code, which never stand in a page."""
    pairs = [(name, str(value)) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"]
    secret = any(name == "code" or "password" in name for name, _value in pairs)
    return [] if secret or request.FILES else pairs


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; says that nothing was half-saved, since every write is one transaction."""
    text = _("Something went wrong on our side. Nothing was half-saved. Try again; if it happens again, tell your administrator when it happened.")
    return page(request, 500, _("Something went wrong"), text)
