"""A form that waits in the session while its sender proves who he or she is, signs in again, or says why he or she reads.

It is offered again once, to the same account alone, and then goes the ordinary way, through every check, as if sent for the first time.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from tirek.faces.frame.errors import page_of_form

KEPT = "kept_form"
LARGEST = 500_000
SECRETS = {"csrfmiddlewaretoken"}


def typed_text(request: HttpRequest) -> str:
    """Everything that was typed, without secrets, as one line."""
    sent = request.POST.copy()
    for name in SECRETS & set(sent):
        del sent[name]
    return sent.urlencode()


def can_be_kept(request: HttpRequest) -> bool:
    """Whether the whole form can wait: half a megabyte of text at most, and no file."""
    return not request.FILES and len(typed_text(request)) <= LARGEST


def keep_form(request: HttpRequest, account_id: object = None) -> None:
    """Keeps what was typed, for this account (the one signed in unless told); files and what is too long cannot be kept and are named so."""
    whole = can_be_kept(request)
    request.session[KEPT] = {
        "account": str(account_id or request.user.pk),
        "path": request.get_full_path(),
        "sent": typed_text(request) if whole else "",
        "files": not whole,
        "back": page_of_form(request),
    }


def kept_for(request: HttpRequest, account_id: object) -> dict[str, object] | None:
    """What waits in the session for this account; None if nothing does, or if it waits for somebody else."""
    kept = request.session.get(KEPT)
    return kept if kept and kept["account"] == str(account_id) else None


def kept_form(request: HttpRequest) -> HttpResponse:
    """Offers the kept form again, once, to the person who filled it in."""
    kept = request.session.pop(KEPT, None)
    if not kept or kept["account"] != str(request.user.pk):
        return HttpResponseRedirect(reverse(settings.TIREK_WORK))
    pairs = [(name, value) for name, values in QueryDict(kept["sent"]).lists() for value in values]
    return render(request, "frame/signin/kept_form.html", {**kept, "pairs": pairs})
