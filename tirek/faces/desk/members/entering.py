"""Entering and changing members. What a service refuses comes back as an error of the form, with everything that was typed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tirek.faces.desk.meanwhile import StandsNow, catch_up, changeable
from tirek.faces.desk.members.changes import CHANGES
from tirek.faces.desk.members.forms import ConflictForm, CorrectMemberForm, EndConflictForm, NewMemberForm, initial_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.people.queries import account_id_of
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound
from tirek.registers.mandate import queries, services
from tirek.registers.mandate.policies import check_may_declare_conflict, check_may_write_members
from tirek.registers.mandate.refusals import AccountNotOfMechanism, MemberChanged
from tirek.registers.places.queries import known_places


@read_or_write
def enter(request: SignedRequest) -> HttpResponse:
    """A new member."""
    check_may_write_members(request.actor, request.country)
    form = NewMemberForm(request.POST or None, country=request.country)
    made = kept(request, form, lambda asked: services.enter_member(country=request.country, by=request.actor, **joined(asked)))
    if made:
        messages.success(request, _("The member is entered."))
        tell_of_another(request, form, made.value)
        return redirect("desk:member", member_id=made.value)
    lead = _("A member visits places for the mechanism. Profession, sex and languages are asked so that a delegation is well composed.")
    return shown(request, form, _("Enter a member"), lead, _("Enter the member"), [])


def tell_of_another(request: SignedRequest, form: forms.Form, made: UUID) -> None:
    """Says that the name stands in the register already: whoever composes a team could take one for the other."""
    name = queries.name_key(form.cleaned_data["name"])
    known = queries.members(by=request.actor, country=request.country)
    if any(one.name_key == name and one.id != made for one in known):
        messages.warning(request, _("Another member with this name stands in the register already. If both are one person, end the term of one of them. Whoever composes a team is shown how they differ."))


def joined(asked: dict[str, Any]) -> dict[str, Any]:
    """The form's answers with the address of an account turned into its id. Raises AccountNotOfMechanism for an address that has none."""
    login = asked["login"]
    account_id = account_id_of(login) if login else ""
    if login and not account_id:
        raise AccountNotOfMechanism()
    rest = {name: value for name, value in asked.items() if name != "login"}
    return {**rest, "account_id": account_id} if account_id else rest


@read_or_write
def correct(request: SignedRequest, member_id: UUID) -> HttpResponse:
    """Mending what was entered wrongly. Whoever saves second is told, and sees what stands there now."""
    check_may_write_members(request.actor, request.country)
    facts = queries.member(member_id, by=request.actor, country=request.country)
    now = initial_of(facts)
    form = CorrectMemberForm(changeable(request.POST), country=request.country, initial={**now, "revision": facts.revision})
    if facts.account_id:
        form.fields["login"].help_text = _("The member has an account. Type an address only to join another one.")
    if kept(request, form, lambda asked: services.correct_member(member_id=member_id, by=request.actor, **joined(asked))):
        messages.success(request, _("The correction is saved."))
        if "name" in form.changed_data:
            tell_of_another(request, form, member_id)
        return redirect("desk:member", member_id=member_id)
    return shown(request, form, _("Correct the entry"), "", _("Save the correction"), [Crumb(facts.name, "../")], catch_up(form, now, facts.revision, MemberChanged()))


@read_or_write
def change(request: SignedRequest, member_id: UUID, what: str) -> HttpResponse:
    """One of the changes of a member."""
    check_may_write_members(request.actor, request.country)
    facts = queries.member(member_id, by=request.actor, country=request.country)
    plan = CHANGES[what]
    form = plan.form(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: plan.verb(member_id=member_id, by=request.actor, **asked)):
        messages.success(request, str(plan.done))
        return redirect("desk:member", member_id=member_id)
    return shown(request, form, str(plan.title), str(plan.lead), str(plan.button), [Crumb(facts.name, "../")])


@read_or_write
def conflict(request: SignedRequest, member_id: UUID) -> HttpResponse:
    """Declaring a conflict of interest: one's own, or by the office."""
    facts = queries.member(member_id, by=request.actor, country=request.country)
    check_may_declare_conflict(request.actor, request.country, facts.account_id)
    known = [(str(one.id), said(one.name)) for one in known_places(by=request.actor, country=request.country)]
    form = ConflictForm(request.POST or None, country=request.country, places=known)
    if kept(request, form, lambda asked: services.declare_conflict(member_id=member_id, by=request.actor, **asked)):
        messages.success(request, _("The conflict of interest is declared."))
        return redirect("desk:member", member_id=member_id)
    lead = _("Whoever composes a delegation is warned. A conflict is no fault: it is declared so that a visit cannot be doubted.")
    return shown(request, form, _("Declare a conflict of interest"), lead, _("Declare it"), [Crumb(facts.name, "../")])


@read_or_write
def end_conflict(request: SignedRequest, member_id: UUID, conflict_id: UUID) -> HttpResponse:
    """The end of a conflict of interest."""
    facts = queries.member(member_id, by=request.actor, country=request.country)
    check_may_declare_conflict(request.actor, request.country, facts.account_id)
    if conflict_id not in {one.id for one in facts.conflicts}:
        raise NotFound
    form = EndConflictForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.end_conflict(conflict_id=conflict_id, by=request.actor, **asked)):
        messages.success(request, _("The conflict of interest has its last day."))
        return redirect("desk:member", member_id=member_id)
    return shown(request, form, _("End a conflict of interest"), "", _("Save the last day"), [Crumb(facts.name, "../../../")])


def shown(request: SignedRequest, form: forms.Form, title: str, lead: str, button: str, way: list[Crumb], meanwhile: Sequence[StandsNow] = ()) -> HttpResponse:
    """The page of a form; 422 when something must be changed."""
    crumbs = [Crumb(_("Members"), f"{way[0].href}../" if way else "../"), *way, Crumb(title)]
    context = {"form": form, "title": title, "lead": lead, "button": button, "crumbs": crumbs, "back": crumbs[-2].href, "meanwhile": meanwhile}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
