"""The frame of a visit's pages: its head, its tabs, and what is missing for the next state.

A tab's view calls `visit_frame(request, visit_id, "findings")`, adds its own context and draws a template that extends desk/visits/base.html
(blocks `work`, `aside`, `tab_title`). A tab of a room that is not built yet has no address and is left out.
"""

from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tirek.faces.desk.visits.needs import needs_of
from tirek.faces.desk.visits.words import STATES, announced_words, kind_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ui.pieces import Crumb, Tab
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.visit_days import before_planned
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits import queries


@dataclass(frozen=True, slots=True)
class TabPlan:
    """One tab: its key, the name of its address, its words. `since_begun`: it stands only once the visit has begun."""

    key: str
    address: str
    words: "str | Promise"
    since_begun: bool = False


TABS = (
    TabPlan("prepare", "desk:visit", pgettext_lazy("tab", "Prepare")),
    TabPlan("team", "desk:visit-team", pgettext_lazy("tab", "Team")),
    TabPlan("access", "desk:visit-access", pgettext_lazy("tab", "Access"), True),
    TabPlan("findings", "desk:visit-findings", gettext_lazy("Findings"), True),
    TabPlan("report", "desk:visit-report", gettext_lazy("Report"), True),
    TabPlan("recommendations", "desk:visit-recommendations", gettext_lazy("Recommendations"), True),
    TabPlan("history", "desk:visit-history", pgettext_lazy("tab", "History")),
)


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing to do in this state: words, address, icon."""

    words: str
    href: str
    shape: str = ""


def visit_facts(request: SignedRequest, visit_id: UUID) -> queries.VisitFacts:
    """The visit, of the country that is chosen; raises NotFound, the same for one that may not be seen. Asked once a request."""
    seen: dict[UUID, queries.VisitFacts] = vars(request).setdefault("visits_seen", {})
    if visit_id not in seen:
        seen[visit_id] = queries.visit(visit_id, by=request.actor)
    if seen[visit_id].country != request.country:
        raise NotFound
    return seen[visit_id]


def visit_part(request: SignedRequest, visit_id: UUID) -> queries.PartFacts:
    """What the person is to the visit; raises NotFound. Asked once a request."""
    seen: dict[UUID, queries.PartFacts] = vars(request).setdefault("parts_seen", {})
    if visit_id not in seen:
        seen[visit_id] = queries.part(visit_id, by=request.actor)
    return seen[visit_id]


def visit_frame(request: SignedRequest, visit_id: UUID, tab: str) -> dict[str, object]:
    """The context of one tab: `visit`, `part`, `tabs`, `state_word`, `state_kind`, `kind_words`, `crumbs`, `needs`, `primary`. Raises NotFound."""
    facts = visit_facts(request, visit_id)
    part = visit_part(request, visit_id)
    word, shape = STATES[facts.state]
    return {
        "visit": facts,
        "part": part,
        "tabs": tabs_of(facts, tab),
        "state_word": str(word),
        "state_kind": shape,
        "kind_words": kind_words(facts.country, facts.kind),
        "announced_words": announced_words(facts.announced),
        "crumbs": [Crumb(_("Visits"), reverse("desk:visits")), Crumb(said(facts.place_name))],
        "needs": needs_of(facts, part, request.actor),
        "primary": primary_of(facts, part, tab),
    }


def address(name: str, visit_id: UUID) -> str:
    """The address of a visit's page, or nothing while it is not built."""
    try:
        return reverse(name, args=[visit_id])
    except NoReverseMatch:
        return ""


def tabs_of(facts: queries.VisitFacts, tab: str) -> list[Tab]:
    """The tabs that stand for this visit now."""
    wanted = [plan for plan in TABS if facts.state in BEGUN or not plan.since_begun]
    found = [(plan, address(plan.address, facts.id)) for plan in wanted]
    return [Tab(str(plan.words), href, plan.key == tab) for plan, href in found if href]


def primary_of(facts: queries.VisitFacts, part: queries.PartFacts, tab: str) -> Action | None:
    """The one thing that this person does next with the visit, if there is one and it is not this very tab."""
    offered = {
        "planned": begin_or_compose(facts, part),
        "under_way": Action(_("End the visit"), address("desk:visit-end", facts.id), "check") if part.leads else write_finding(facts, part),
        "concluded": Action(_("Go to the report"), address("desk:visit-report", facts.id), "file-text") if tab != "report" else None,
    }
    action = offered.get(facts.state)
    return action if action and action.href else None


def begin_or_compose(facts: queries.VisitFacts, part: queries.PartFacts) -> Action | None:
    """Before the gate: the leader begins, once the planned day has come; whoever prepares composes the delegation."""
    if part.leads and not planned_later(facts):
        return Action(_("Begin the visit"), address("desk:visit-begin", facts.id), "player-play")
    if part.prepares and not facts.delegation:
        return Action(_("Choose the delegation"), address("desk:visit-team-edit", facts.id), "users")
    return None


def planned_later(facts: queries.VisitFacts) -> bool:
    """Whether the day for which the visit is planned has not come."""
    return before_planned(facts.starts_on, today(facts.country))


def write_finding(facts: queries.VisitFacts, part: queries.PartFacts) -> Action | None:
    """Within the place: those who were there write what they see."""
    return Action(_("Write a finding"), address("desk:finding-new", facts.id), "plus") if part.records else None
