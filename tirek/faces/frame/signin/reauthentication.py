"""Confirming who one is before what cannot be taken back: signing, exporting, changing rights. Five minutes hold.

A form that was sent meanwhile is kept (see keeping.py) and offered again on a page of its own.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tirek.faces.frame.signin.keeping import keep_form
from tirek.faces.frame.signin.limits import CONFIRMED_AT

View = TypeVar("View", bound=Callable[..., Any])


def recently_authenticated(view: View) -> View:
    """Decorator of a view: whoever signed in or confirmed longer than five minutes ago confirms first, then goes on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_recent(request):
            return view(request, *args, **kwargs)
        return ask_again(request)

    return cast(View, guarded)


def is_recent(request: HttpRequest) -> bool:
    """Whether the person proved who he or she is within ACCOUNT_REAUTHENTICATION_TIMEOUT seconds, by sign-in or confirmation.

    Whoever has nothing yet to prove it with (no password, no factor: the desk is closed then) is not asked for it.
    """
    times = [float(one["at"]) for one in get_authentication_records(request, request.user)]
    times.append(float(request.session.get(CONFIRMED_AT, 0)))
    recent = time.time() - max(times) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return recent or not get_adapter().get_reauthentication_methods(request.user)


def ask_again(request: HttpRequest) -> HttpResponse:
    """Sends the person to confirm; a sent form waits in the session meanwhile."""
    going_on = request.get_full_path()
    if request.method == "POST":
        keep_form(request)
        going_on = reverse("kept-form")
    methods = get_adapter().get_reauthentication_methods(request.user)
    return HttpResponseRedirect(f"{methods[0]['url']}?{urlencode({'next': going_on})}")
