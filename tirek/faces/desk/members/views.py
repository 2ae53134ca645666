"""The list of members, and a member's page. No visit is shown here: a member's absence tells nothing."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Asked, ListColumn, Past, Reader, WorkList, begun, counted_by, given_by, shown
from tirek.faces.desk.members import several as deeds
from tirek.faces.desk.members.changes import CHANGES
from tirek.faces.desk.members.forms import REASONS, SEXES, MemberFilterForm, areas, crafts, tongues
from tirek.faces.desk.several import choosing
from tirek.faces.desk.several import several as for_several
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import authority
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import OFFICE, VISITORS
from tirek.ground.rules.refusals import NotAllowed
from tirek.registers.mandate import queries
from tirek.registers.mandate.away import absences_of
from tirek.registers.mandate.policies import may_declare_conflict, may_enter_absence, may_write_members
from tirek.registers.places.queries import place_names

SOON = 60  # days before the end of a term when it needs attention


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no member here."""
    if not request.actor.has(*OFFICE, *VISITORS, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> MemberFilterForm:
    """How the list is narrowed."""
    return MemberFilterForm(data, country=request.country)


def row(facts: queries.MemberFacts, _asked: Asked) -> list[object]:
    """A member as a line of the list."""
    named = dict(crafts())
    return [
        Cell(facts.name, reverse("desk:member", args=[facts.id])),
        named[facts.profession],
        dict(areas(facts.country)).get(facts.region) if facts.region else None,
        spoken(facts.languages),
        facts.term_until or _("without an end"),
        state_of(facts),
        facts.organisation,
        facts.term_since,
    ]


def spoken(codes: Iterable[str]) -> str:
    """Languages in words."""
    named = dict(tongues())
    return ", ".join(str(named[code]) for code in codes)


def state_of(facts: queries.MemberFacts) -> Cell:
    """Serving or not, in shape and word; a term that ends soon asks for attention."""
    if not facts.serves_on(timezone.localdate()):
        ahead = facts.term_since > timezone.localdate()
        return Cell(_("term still ahead"), state="waiting") if ahead else Cell(_("not serving"), state="stopped")
    ends_soon = facts.days_left is not None and facts.days_left <= SOON
    return Cell(_("term ends soon"), state="attention") if ends_soon else Cell(_("serving"), state="going")


def past_of(members: Iterable[queries.MemberFacts], _asked: Asked) -> Iterable[tuple[UUID, list[object]]]:
    """Terms and the oath, for a file; why a term ended stays on the member's page."""
    for one in members:
        told: list[list[object]] = [[term.span.since, _("Term"), term.span.until or _("without an end")] for term in one.terms]
        oath: list[list[object]] = [[one.oath_on, _("Oath"), None]] if one.oath_on else []
        yield from ((one.id, each) for each in sorted([*told, *oath], key=lambda each: str(each[0])))


MEMBERS = WorkList(
    "members", "desk:members", gettext_lazy("Members"),
    (
        ListColumn("name", gettext_lazy("Name"), order=True), ListColumn("profession", gettext_lazy("Profession")), ListColumn("region", gettext_lazy("Region")),
        ListColumn("languages", gettext_lazy("Speaks")), ListColumn("until", gettext_lazy("Term until"), order=True), ListColumn("state", gettext_lazy("Term")),
        ListColumn("organisation", gettext_lazy("Organisation"), extra=True), ListColumn("since", gettext_lazy("Term since"), order=True, extra=True),
    ),
    narrowing, check_may_open, counted_by(queries.member_count), given_by(queries.members), row, sheet="members",
    past=Past((gettext_lazy("Day"), gettext_lazy("What happened"), gettext_lazy("Until")), past_of),
)  # fmt: skip


@require_safe
def members(request: SignedRequest) -> HttpResponse:
    """Members of the country; filters, columns and order stand in the address."""
    listing = shown(request, MEMBERS)
    if answer := begun(request, listing):
        return answer
    part = listing.part(request.GET.get("page"))
    chosen = choosing(listing, deeds.DEEDS, "desk:members-several", part, lambda one: one.name)
    context = {**listing.context(part), **chosen, "writes": may_write_members(request.actor, request.country)}
    return render(request, "desk/members/list.html", context)


@read_or_write
def several(request: SignedRequest) -> HttpResponse:
    """The same for several members at once."""
    return for_several(request, MEMBERS, deeds.DEEDS)


@require_safe
def member(request: SignedRequest, member_id: UUID) -> HttpResponse:
    """A member with the clock of the term; conflicts only for those who may know them."""
    facts = queries.member(member_id, by=request.actor, country=request.country)
    state = state_of(facts)
    context = {
        "member": facts,
        "state_word": state.text,
        "state_kind": state.state,
        "profession": dict(crafts())[facts.profession],
        "region": dict(areas(facts.country)).get(facts.region, ""),
        "sex": dict(SEXES)[facts.sex],
        "languages": spoken(facts.languages),
        "conflict_columns": [Column(word) for word in (_("With"), _("Reason"), _("In words"), _("Since"), _("Until"), _("Change"))],
        "conflict_rows": conflict_rows(request, facts),
        "enters_away": may_enter_absence(request.actor, request.country, facts.account_id),
        "away": [one for one in absences_of(member_id, by=request.actor, country=request.country) if one.until >= timezone.localdate()],
        "declares": may_declare_conflict(request.actor, request.country, facts.account_id),
        "changes": changes(request, facts),
        "crumbs": [Crumb(_("Members"), reverse("desk:members")), Crumb(facts.name)],
    }
    return render(request, "desk/members/member.html", context)


def changes(request: SignedRequest, facts: queries.MemberFacts) -> list[tuple[str, str, str]]:
    """The changes that the person may make: address, words, icon."""
    if not may_write_members(request.actor, request.country):
        return []
    hidden = {"oath"} if facts.oath_on else set()
    offered = [(f"member-{what}", str(one.title), one.icon) for what, one in CHANGES.items() if what not in hidden]
    offered.append(("member-correct", _("Correct the entry"), "pencil"))
    return [(reverse(f"desk:{name}", args=[facts.id]), title, icon) for name, title, icon in offered]


def conflict_rows(request: SignedRequest, facts: queries.MemberFacts) -> list[list[object]]:
    """Conflicts as lines, the open ones with the way to end them."""
    names = place_names(one.place_id for one in facts.conflicts if one.place_id)
    reasons = dict(REASONS)
    ends = may_declare_conflict(request.actor, request.country, facts.account_id)
    rows: list[list[object]] = []
    for one in facts.conflicts:
        if one.place_id:
            about = Cell(said(names[str(one.place_id)]), reverse("desk:place", args=[one.place_id]))
        else:
            about = Cell(said(authority(facts.country, one.authority, one.declared_on).name))
        end = Cell(_("End it"), reverse("desk:member-conflict-end", args=[facts.id, one.id])) if ends and one.span.until is None else None
        rows.append([about, reasons[one.reason], one.text, one.span.since, one.span.until, end])
    return rows
