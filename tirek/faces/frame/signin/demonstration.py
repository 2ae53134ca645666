"""Entering a demonstration person with one click, on the machine itself alone."""

import time

from allauth.account.utils import perform_login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from tirek.faces.frame.signin.doors import people_of_this_door
from tirek.faces.frame.signin.keeping import KEPT, kept_for
from tirek.faces.frame.signin.limits import CONFIRMED_AT
from tirek.faces.frame.signin.origin import may_demonstrate
from tirek.faces.frame.signin.remembering import remember
from tirek.foundation.people import queries


@never_cache
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """All demonstration persons, a button each; 404 anywhere but on the machine of a demonstration."""
    if not may_demonstrate(request):
        raise Http404
    return render(request, "frame/signin/demonstration.html", {"people": people_of_this_door(), "next": safe_next(request)})


@never_cache
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Lets the chosen person in. A session that is open ends first, so that two persons never share one; a form kept for this one stays.

    The desk goes on in the language of the page of the click: its reader chose that one, the person is invented.
    """
    account = queries.demonstration_account(request.POST.get("person")) if may_demonstrate(request) else None
    if account is None:
        raise Http404
    kept = kept_for(request, account.pk)
    request.session.flush()
    wanted = reverse("kept-form") if kept else safe_next(request) or reverse(settings.TIREK_WORK)
    response = perform_login(request, account, email_verification="none", redirect_url=wanted)
    request.session[CONFIRMED_AT] = time.time()
    if kept:
        request.session[KEPT] = kept
    remember(response, settings.LANGUAGE_COOKIE_NAME, request.LANGUAGE_CODE)
    return response  # type: ignore[no-any-return]


@never_cache
def reauthenticate(request: HttpRequest) -> HttpResponse:
    """One click confirms a demonstration person, on the machine alone."""
    if not request.user.is_authenticated or not request.user.demonstration or not may_demonstrate(request):
        raise Http404
    if request.method == "POST":
        request.session[CONFIRMED_AT] = time.time()
        return HttpResponseRedirect(safe_next(request) or reverse(settings.TIREK_WORK))
    return render(request, "frame/signin/demonstration_confirm.html", {"next": safe_next(request)})


def safe_next(request: HttpRequest) -> str:
    """The address to go on to, if it is one of this house; else an empty string."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""
