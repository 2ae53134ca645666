"""Limits of a session: 30 minutes without a request, 12 hours in all; a demonstration person off the machine; no whole way to sign in yet."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.errors import WORKING, not_saved
from tirek.faces.frame.signin.keeping import can_be_kept, keep_form
from tirek.faces.frame.signin.origin import may_demonstrate
from tirek.foundation.people.queries import has_way_in

BEGAN, SEEN, CONFIRMED_AT = "began_at", "seen_at", "confirmed_at"
WRITE_EVERY = 60
GUARDED = (*WORKING, "/accounts/")  # the public faces look at no session


class SessionLimits:
    """Ends sessions that are too old, and keeps people who could not sign in again before the desk's door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Lets the request through, ends its session, or leads to the second factor."""
        if not request.path_info.startswith(GUARDED) or not request.user.is_authenticated:
            return self.get_response(request)
        if request.user.demonstration and not may_demonstrate(request):
            logout(request)
            return redirect_to_login(request.get_full_path())
        if has_ended(request):
            return say_ended(request)
        if request.path_info.startswith(WORKING) and not has_way_in(request.user):
            return HttpResponseRedirect(reverse("second-factor"))
        return self.get_response(request)


def has_ended(request: HttpRequest) -> bool:
    """Whether the session is past a limit; else notes, at most once a minute, that it was used."""
    now, session = time.time(), request.session
    began, seen = session.get(BEGAN), session.get(SEEN)
    if began is None or seen is None:
        session[BEGAN] = session[SEEN] = now
        return False
    if now - began > settings.TIREK_ABSOLUTE_LIMIT or now - seen > settings.TIREK_IDLE_LIMIT:
        return True
    if now - seen >= WRITE_EVERY:
        session[SEEN] = now
    return False


def say_ended(request: HttpRequest) -> HttpResponseBase:
    """Ends the session. A page asked for leads to sign-in and back; a form of the desk waits meanwhile and comes back after it.

    What cannot wait (a file, a very long text) is told plainly that nothing was saved. Only a form of this very site is kept: the cookie of
    the session is not sent along from elsewhere (SameSite), and the check against forgery is done again when the form is sent again.
    """
    account_id = request.user.pk
    logout(request)
    if request.method == "POST" and request.path_info.startswith(WORKING) and can_be_kept(request):
        keep_form(request, account_id)
        messages.info(request, _("Your session has ended before the form arrived. What you typed is kept: sign in again and it comes back."))
        return redirect_to_login(reverse("kept-form"))
    if request.method in {"GET", "HEAD"}:
        messages.info(request, _("Your session has ended because it was not used or was too long. Sign in again."))
        return redirect_to_login(request.get_full_path())
    return not_saved(request)
