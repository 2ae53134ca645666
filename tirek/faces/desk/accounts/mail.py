"""How mail goes: whether the server takes it, and whose comes back. Addresses stand on the accounts' own pages."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.notices import queries, services
from tirek.ground.rules.actors import Role


@require_safe
def mail(request: SignedRequest) -> HttpResponse:
    """The state of the mail, and the people whom none reaches."""
    lines = queries.returned(by=request.actor, country=request.country)
    found = queries.handover()
    context = {
        "mail": found,
        "fault": fault_words(found.fault),
        "returned": [(line, reason(line.code)) for line in lines],
        "administers": request.actor.has(Role.ADMINISTRATOR, country=request.country),
    }
    return render(request, "desk/accounts/mail.html", context)


@require_POST
def again(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """Mail to this person is tried again."""
    return told(
        request,
        lambda: services.try_again(account_id=account_id, country=request.country, by=request.actor),
        _("The next notice is mailed to this person again."),
        reverse("desk:mail"),
    )


def fault_words(fault: str) -> str:
    """Why the server takes nothing, in the reader's language; the numbers are those of its answers (RFC 5321)."""
    word, _gap, code = fault.rpartition(" ") if fault[-1:].isdigit() else (fault, "", "")
    words = {
        "not reached": _("it cannot be reached"),
        "no answer": _("it does not answer"),
        "no STARTTLS": _("it offers no protected connection"),
        "certificate": _("its certificate is not to be trusted"),
        "password file": _("the file with our password cannot be used"),
        "password": _("it refuses our password"),
        "sender": _("it refuses our sender’s address"),
    }
    return " ".join(filter(None, (words.get(word, _("it refuses us")) if fault else "", code)))


def reason(code: str) -> str:
    """A mail server's status (RFC 3463) in words; its code where we have none."""
    words = {
        "5.1": _("there is no such address"),
        "5.2": _("the mailbox takes nothing: closed, or full"),
        "5.4": _("the way to the address was not found"),
        "4.4": _("the way to the address was not found"),
        "5.7": _("refused by a rule of the mail server"),
    }
    return words.get(code.rpartition(".")[0]) or _("refused (%(code)s)") % {"code": code}
