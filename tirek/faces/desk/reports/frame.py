"""The frame of a report's pages: its head, its tabs, what is missing for the next state, and the one thing to do next."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tirek.faces.desk.holiday_notes import crossed, holiday_note
from tirek.faces.desk.reports.words import STATES, need_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.recommendations.policies import may_answer
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.pieces import Crumb, Need, Tab
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to do: words, address, icon. `sent`: it is done at once by sending, and asks `confirm` before."""

    words: str
    href: str
    shape: str = ""
    sent: bool = False
    confirm: str = ""


def report_facts(request: SignedRequest, report_id: UUID) -> queries.ReportFacts:
    """The version of a report, of the country that is chosen; raises NotFound, the same for one that may not be read."""
    facts = queries.report(report_id, by=request.actor)
    if facts.country != request.country:
        raise NotFound
    return facts


def report_frame(request: SignedRequest, report_id: UUID, tab: str) -> dict[str, object]:
    """The context of one tab. Raises NotFound."""
    facts = report_facts(request, report_id)
    found = queries.needs(report_id, by=request.actor)
    word, shape = STATES[facts.state]
    return {
        "report": facts,
        "title": title_of(facts),
        "state_word": str(word),
        "state_kind": shape,
        "holiday_note": holiday_note(crossed(facts.country, facts.frozen_on, facts.signatures_due)),
        "both": report_languages(facts.country)[:2],
        "tabs": list(tabs_of(facts, found, tab, may_answer(request.actor, facts.country))),
        "crumbs": [Crumb(_("Reports"), reverse("desk:reports")), Crumb(title_of(facts))],
        "needs": [Need(need_words(each), each.done, way_of(facts, each)) for each in found if each.blocks or not each.done],
        "primary": elsewhere(primary_of(facts, found), request.path),
        "others": list(others_of(facts)),
    }


def title_of(facts: queries.ReportFacts) -> str:
    """What the report is called on its pages."""
    corrected = next((each.number for each in facts.versions if each.number), "") if facts.version > 1 and not facts.number else ""
    if corrected:
        return _("Correction of report No. %(number)s") % {"number": corrected}
    if not facts.number:
        return _("Report on the visit: %(place)s") % {"place": said(facts.place_name)}
    if facts.version == 1:
        return _("Report No. %(number)s") % {"number": facts.number}
    return _("Report No. %(number)s, version %(version)s") % {"number": facts.number, "version": facts.version}


def address(name: str, facts: queries.ReportFacts) -> str:
    """The address of one of the report's pages."""
    return reverse(f"desk:report-{name}" if name else "desk:report", args=[facts.id])


def tabs_of(facts: queries.ReportFacts, found: tuple[queries.Need, ...], tab: str, answers: bool) -> Iterator[Tab]:
    """The tabs; passages only while they can be decided. What was abandoned is not printed."""
    yield Tab(pgettext("tab", "Overview"), address("", facts), tab == "overview")
    if facts.state == "abandoned":
        return
    yield Tab(pgettext("tab", "Text"), address("text", facts), tab == "text")
    if comparable(facts):
        yield Tab(pgettext("tab", "Versions compared"), address("compare", facts), tab == "compare")
    if facts.may.decide:
        waiting = next((each.count for each in found if each.code == "hits"), 0)
        yield Tab(pgettext("tab", "Passages"), address("passages", facts), tab == "passages", waiting)
    yield Tab(pgettext("tab", "Documents"), address("documents", facts), tab == "documents")
    if facts.may.redact:
        yield Tab(pgettext("tab", "Public edition"), address("public", facts), tab == "public")
    if answers and facts.state in ("issued", "superseded"):
        yield Tab(pgettext("tab", "Answers"), address("answers", facts), tab == "answers")


def comparable(facts: queries.ReportFacts) -> bool:
    """Whether there are two versions to compare."""
    return len([each for each in facts.versions if each.state != "abandoned"]) > 1


def way_of(facts: queries.ReportFacts, need: queries.Need) -> str:
    """Where a missing thing is done, for those who may do it."""
    visit = {"findings": "desk:visit-findings", "doctor": "desk:visit-findings", "access": "desk:visit-access", "recommendations": "desk:visit-recommendations"}
    if need.code in visit:
        return visit_address(visit[need.code], facts.visit_id) if facts.visit_open else ""
    if need.about:
        return f"{visit_address('desk:visit-recommendations', facts.visit_id)}#{need.about}" if facts.may.decide else ""
    ways = {
        "summary": ("edit", facts.may.edit),
        "hits": ("passages", facts.may.decide),
        "unchanged": ("return", facts.may.return_to_draft),
        "translation": ("text", True),
        "stale": ("text", True),
        "written": ("translations", facts.may.translate),
    }
    name, allowed = ways.get(need.code, ("", False))
    return address(name, facts) if allowed else ""


def visit_address(name: str, visit_id: UUID) -> str:
    """The address of a visit's page, or nothing while it is not built."""
    try:
        return reverse(name, args=[visit_id])
    except NoReverseMatch:
        return ""


def primary_of(facts: queries.ReportFacts, found: tuple[queries.Need, ...]) -> Action | None:
    """The one thing that this person does next with the report, if there is one."""
    left = {each.code for each in found if each.blocks and not each.done}
    may = facts.may
    if may.edit and "summary" in left:
        return Action(_("Write the summary"), address("edit", facts), "pencil")
    if may.decide and "hits" in left:
        return Action(_("Decide about passages"), address("passages", facts), "eye")
    if may.submit:
        return Action(_("Hand it in for review"), address("submit", facts), "send", sent=True)
    if may.approve:
        return Action(_("Approve for signature"), address("approve", facts), "check")
    if "unchanged" in left:
        return Action(_("Return it to draft"), address("return", facts), "history") if may.return_to_draft else None
    if may.sign:
        return Action(_("Sign"), address("sign", facts), "signature")
    if may.issue and not left:
        return Action(_("Issue the report"), address("issue", facts), "shield-check")
    return Action(_("Take a document away"), address("documents", facts), "download") if facts.state == "issued" else None


def elsewhere(action: Action | None, here: str) -> Action | None:
    """The action, unless it leads to the very page that is open."""
    return None if action and action.href == here else action


def others_of(facts: queries.ReportFacts) -> Iterator[Action]:
    """What else this person may do now."""
    may = facts.may
    mine = any(each.mine for each in facts.dissents)
    if may.edit:
        yield Action(_("Write the summary"), address("edit", facts), "pencil")
    if may.translate:
        yield Action(_("Translate texts of the visit’s records"), address("translations", facts), "pencil")
    if may.amend:
        yield Action(_("Print a finding in other words"), address("findings", facts), "pencil")
        yield Action(_("Reword or add recommendations"), address("recommendations", facts), "pencil")
        yield Action(_("Correct access, meetings, the closing talk, urgent measures"), visit_address("desk:visit-access", facts.visit_id), "pencil")
    if may.dissent and not mine:
        yield Action(_("Attach a dissenting opinion"), address("dissent", facts), "quote")
    if may.return_to_draft:
        yield Action(_("Return it to draft"), address("return", facts), "history")
    if may.correct:
        yield Action(_("Correct the report"), address("correct", facts), "pencil")
    if may.abandon:
        yield Action(_("Abandon the correction"), address("abandon", facts), "ban")
