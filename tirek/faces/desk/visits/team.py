"""The team of a visit: the delegation, warnings about it with the leader's decisions, and the editor that composes it."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.members.forms import MemberFilterForm, crafts
from tirek.faces.desk.places.careful import CarefulForm
from tirek.faces.desk.visits.asking import asked, done, read_or_write
from tirek.faces.desk.visits.frame import visit_facts, visit_frame, visit_part
from tirek.faces.desk.visits.life import prepared
from tirek.faces.desk.visits.teamform import TeamForm
from tirek.faces.desk.visits.words import ROLES, warning_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import line
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.visit_states import VISIT
from tirek.records.visits import queries, services
from tirek.records.visits.policies import sees_people
from tirek.records.visits.refusals import ChangedMeanwhile, LeaderOnly
from tirek.registers.mandate.queries import member_professions


class CandidateFilterForm(MemberFilterForm):
    """How the members to choose from are narrowed; only those whose term covers the first day are offered anyway."""

    state = None  # type: ignore[assignment]


class WarningForm(CarefulForm):
    """Why the leader goes on in spite of a warning."""

    use_required_attribute = False
    careful: ClassVar[tuple[str, ...]] = ("reason",)
    code = forms.CharField(max_length=20, widget=forms.HiddenInput)
    about = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    reason = line(gettext_lazy("Why the delegation goes as it is"), required=True)


@require_safe
def team(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The delegation and the warnings about it."""
    return team_page(request, visit_id, None)


def team_page(request: SignedRequest, visit_id: UUID, refused: WarningForm | None) -> HttpResponse:
    """The tab; with the leader's form that was refused, 422."""
    frame = visit_frame(request, visit_id, "team")
    facts, part = frame["visit"], frame["part"]
    assert isinstance(facts, queries.VisitFacts) and isinstance(part, queries.PartFacts)
    inside = sees_people(facts.country, part.member_id, request.actor)
    found = queries.warnings(visit_id, by=request.actor) if inside else ()
    names = names_of(each.decided_by for each in found)
    decides = part.leads and VISIT.allows(facts.state, "set_team")
    context = {
        **frame,
        "columns": [Column(word) for word in (_("Name"), _("Role"), _("Profession"))],
        "rows": rows_of(facts.delegation, inside),
        "organisers": sorted(names_of(queries.organisers(visit_id, by=request.actor)).values(), key=str.casefold) if inside else (),
        "composes": part.prepares and VISIT.allows(facts.state, "set_team"),
        "warnings": [
            (each, warning_words(each.code, each.params), names.get(each.decided_by, ""), form_of(each, decides, refused)) for each in found
        ],
        "refused": refused,
        "inside": inside,
        "elsewhere": elsewhere(request, facts) if inside and VISIT.allows(facts.state, "set_team") else [],
        "leader_outside": queries.leader_without_account(visit_id, by=request.actor) if inside else "",
        "states_languages": part.prepares and VISIT.allows(facts.state, "prepare"),
    }
    return render(request, "desk/visits/team.html", context, status=422 if refused else 200)


def form_of(warning: queries.WarningFacts, decides: bool, refused: WarningForm | None) -> WarningForm | None:
    """The leader's form for an undecided warning; the refused one where it was about this warning."""
    if warning.reason or not decides:
        return None
    asked_about = (refused.data.get("code"), refused.data.get("about", "")) if refused else None
    if asked_about == (warning.code, warning.about):
        return refused
    return WarningForm(initial={"code": warning.code, "about": warning.about}, auto_id=f"id_{warning.code}_{warning.about}_%s")


def rows_of(delegation: tuple[queries.DelegateFacts, ...], inside: bool) -> list[list[object]]:
    """The delegates as lines, the leader first; with the way to their pages for those who may open them."""
    named, craft = dict(crafts()), member_professions(each.member_id for each in delegation)
    return [
        [Cell(each.name, reverse("desk:member", args=[each.member_id]) if inside else ""), str(ROLES[each.role]), named.get(craft.get(str(each.member_id), ""))]
        for each in delegation
    ]


def elsewhere(request: SignedRequest, facts: queries.VisitFacts) -> list[tuple[str, queries.VisitLine]]:
    """Delegates who go on another visit in these days, and on which; only of visits that the reader may know of anyway."""
    going = {each.member_id: each.name for each in facts.delegation}
    busy = queries.busy_members(first=facts.starts_on, last=facts.ends_on, by=request.actor, country=facts.country, but=facts.id) if going else {}
    return [(name, busy[member]) for member, name in going.items() if member in busy]


@require_POST
def decide_warning(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The leader's decision about one warning."""
    visit_facts(request, visit_id)
    if not visit_part(request, visit_id).leads:
        raise LeaderOnly
    code, about = request.POST.get("code", ""), request.POST.get("about", "")
    form = WarningForm(request.POST, auto_id=f"id_{code}_{about}_%s")
    if kept(request, form, lambda typed: services.accept_warning(visit_id=visit_id, by=request.actor, **typed)):
        return done(request, _("The decision is recorded."), "desk:visit-team", visit_id)
    return team_page(request, visit_id, form)


@read_or_write
def edit(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Composes the delegation: a role for everybody who goes."""
    facts = prepared(request, visit_id)
    filters = CandidateFilterForm(request.GET or None, country=facts.country)
    form = TeamForm(changeable(request.POST), facts=facts, actor=request.actor, filters=filters.filters if filters.understood else None)
    if kept(request, form, lambda typed: set_team(request, visit_id, typed)):
        left = sum(not each.reason for each in queries.warnings(visit_id, by=request.actor))
        words = ngettext(
            "The delegation is saved. There is %(count)s warning for the leader to decide about.",
            "The delegation is saved. There are %(count)s warnings for the leader to decide about.", left,
        )  # fmt: skip
        return done(request, words % {"count": left} if left else _("The delegation is saved."), "desk:visit-team", visit_id)
    back = reverse("desk:visit-team", args=[visit_id])
    return asked(
        request, visit_id, "team", form, title=_("Choose the delegation"), button=_("Save the delegation"), back=back,
        template="desk/visits/team_edit.html", filters=filters, needs=(), meanwhile=catch_up(form, form.roles_now(), facts.team_revision, ChangedMeanwhile()),
    )  # fmt: skip


def set_team(request: SignedRequest, visit_id: UUID, typed: dict[str, Any]) -> object:
    """Saves who goes in which role."""
    return services.set_delegation(visit_id=visit_id, delegates=typed["delegates"], revision=typed["revision"], by=request.actor)
