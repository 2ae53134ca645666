"""The log of contacts with the SPT: for the head and whom the head names. To everybody else these addresses do not exist."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.international.forms import AccountForm, ContactForm
from tirek.faces.desk.international.held import told_of
from tirek.faces.desk.international.views import crumbs
from tirek.faces.desk.international.words import WAYS
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.followup.international import queries, services
from tirek.foundation.people.queries import colleagues
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.actors import VISITORS, Role
from tirek.ground.rules.refusals import NotFound


def way() -> list[Crumb]:
    """The way to the log."""
    return crumbs(Crumb(_("Contacts with the SPT"), reverse("desk:international-contacts")))


@require_safe
def contacts(request: SignedRequest) -> HttpResponse:
    """The log, the latest contact first."""
    found = queries.contacts(by=request.actor, country=request.country)
    mended = told_of(request, [each.id for each in found])
    shown = {
        "contacts": [(each, WAYS[each.way], mended.get(each.id, [])) for each in found],
        "names_readers": request.actor.has(Role.HEAD, country=request.country),
        "crumbs": crumbs(Crumb(_("Contacts with the SPT"))),
    }
    return render(request, "desk/international/contacts.html", shown)


@read_or_write
def new(request: SignedRequest) -> HttpResponse:
    """A contact as it was."""
    if not queries.has_contacts(by=request.actor, country=request.country):
        raise NotFound
    form = ContactForm(request.POST or None, country=request.country, initial={"contacted_on": timezone.localdate()})
    if kept(request, form, lambda asked: services.enter_contact(country=request.country, by=request.actor, **asked)):
        return redirect("desk:international-contacts")
    lead = _("Only the head and those whom the head named read this log; nobody else sees that there is one.")
    return form_page(request, form, way(), _("Enter a contact"), lead, _("Save"))


@read_or_write
def readers(request: SignedRequest) -> HttpResponse:
    """Who reads and keeps the log, and a form for one more."""
    held = queries.contact_readers(by=request.actor, country=request.country)
    people = [(each.id, each.name) for each in colleagues(by=request.actor, country=request.country, roles=VISITORS | {Role.ANALYST, Role.SECRETARIAT})]
    form = AccountForm(request.POST or None, country=request.country, label=_("Who may read and keep the log"), people=[each for each in people if each[0] not in {one.account for one in held}])
    if kept(request, form, lambda asked: services.name_contact_reader(country=request.country, by=request.actor, **asked)):
        return redirect("desk:international-contact-readers")
    lead = _("Whom you name reads the whole log and enters contacts, until you end it.")
    endings = [(each, reverse("desk:international-contact-reader-end", args=[each.account])) for each in held]
    return form_page(request, form, way(), _("Readers of the log"), lead, _("Name this person"), named=True, endings=endings)


@require_POST
def end(request: SignedRequest, account_id: UUID) -> HttpResponse:
    """The person sees no log any more."""
    services.end_contact_reader(country=request.country, account=str(account_id), by=request.actor)
    return redirect("desk:international-contact-readers")
