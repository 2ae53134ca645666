"""Confirming who one is before what cannot be taken back: signing, exporting, changing rights. Five minutes hold.

A form that was sent meanwhile is kept in the session and offered again on a page of its own; it then goes the ordinary way, through
every check, as if it had been sent for the first time.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tirek.faces.desk.signin.limits import CONFIRMED_AT

View = TypeVar("View", bound=Callable[..., Any])
KEPT = "kept_form"
LARGEST = 500_000
SECRETS = {"csrfmiddlewaretoken"}


def recently_authenticated(view: View) -> View:
    """Decorator of a view: whoever signed in or confirmed longer than five minutes ago confirms first, then goes on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_recent(request):
            return view(request, *args, **kwargs)
        return ask_again(request)

    return cast(View, guarded)


def is_recent(request: HttpRequest) -> bool:
    """Whether the person proved who he or she is within ACCOUNT_REAUTHENTICATION_TIMEOUT seconds, by sign-in or confirmation."""
    times = [float(one["at"]) for one in get_authentication_records(request, request.user)]
    times.append(float(request.session.get(CONFIRMED_AT, 0)))
    return time.time() - max(times) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def ask_again(request: HttpRequest) -> HttpResponse:
    """Sends the person to confirm; a sent form waits in the session meanwhile."""
    going_on = request.get_full_path()
    if request.method == "POST":
        keep_form(request)
        going_on = reverse("kept-form")
    methods = get_adapter().get_reauthentication_methods(request.user)
    return HttpResponseRedirect(f"{methods[0]['url']}?{urlencode({'next': going_on})}")


def keep_form(request: HttpRequest) -> None:
    """Keeps what was typed, up to half a megabyte; files cannot be kept and are named so."""
    sent = request.POST.copy()
    for name in SECRETS & set(sent):
        del sent[name]
    text = sent.urlencode()
    whole = len(text) <= LARGEST
    request.session[KEPT] = {
        "account": str(request.user.pk),
        "path": request.get_full_path(),
        "sent": text if whole else "",
        "files": bool(request.FILES) or not whole,
        "back": page_of_form(request),
    }


def page_of_form(request: HttpRequest) -> str:
    """The page on which the form stood, if it is one of this house; else the desk's home."""
    referrer = request.META.get("HTTP_REFERER", "")
    inside = bool(referrer) and url_has_allowed_host_and_scheme(referrer, allowed_hosts={request.get_host()})
    return (urlsplit(referrer).path if inside else "") or reverse("desk:home")


def kept_form(request: HttpRequest) -> HttpResponse:
    """Offers the kept form again, once, to the person who filled it in."""
    kept = request.session.pop(KEPT, None)
    if not kept or kept["account"] != str(request.user.pk):
        return HttpResponseRedirect(reverse("desk:home"))
    pairs = [(name, value) for name, values in QueryDict(kept["sent"]).lists() for value in values]
    return render(request, "desk/signin/kept_form.html", {**kept, "pairs": pairs})
