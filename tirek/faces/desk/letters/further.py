"""Taking recommendations further: the decisions, one of them with its letters, and the form of a new one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk import mended
from tirek.faces.desk.letters.forms import DecisionForm, EscalationForm, RungLetterForm
from tirek.faces.desk.letters.views import tabs
from tirek.faces.desk.recommendations.about import RUNGS
from tirek.faces.desk.recommendations.following import sent
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.frame.answers.words import VERIFICATIONS, WORDS, body_words, head_of, state_of
from tirek.faces.frame.confirming import shown_fields
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.followup.letters import queries, services
from tirek.followup.letters.naming import named_in
from tirek.followup.letters.policies import check_may_read, check_may_register, check_may_take_further, may_register, may_take_further
from tirek.followup.recommendations.queries import Line
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.refusals import NotFound

PAGE = 50


@require_safe
def escalations(request: SignedRequest) -> HttpResponse:
    """What was taken further, newest first."""
    check_may_read(request.actor, request.country)
    page = Paginator(range(queries.escalation_count(by=request.actor, country=request.country)), PAGE).get_page(request.GET.get("page"))
    found = queries.escalations(by=request.actor, country=request.country, start=max(0, page.start_index() - 1), size=PAGE)
    context = {
        "columns": [Column(_("Decided on")), Column(_("Taken to")), Column(_("Authority")), Column(_("Recommendations"), numeric=True)],
        "rows": [
            [Cell(each.decided_on, reverse("desk:escalation", args=[each.id])), str(RUNGS[each.rung]), body_of(request, each), each.count] for each in found
        ],
        "page": page, "tabs": tabs(request, "escalations"), "decides": may_take_further(request.actor, request.country),
    }  # fmt: skip
    return render(request, "desk/letters/escalations.html", context)


def body_of(request: SignedRequest, facts: "queries.EscalationLine | queries.EscalationFacts") -> str | None:
    """The authority of a decision by its name of that day."""
    return body_words(request.country, facts.body, facts.decided_on, short=True) if facts.body else None


def way_to() -> list[Crumb]:
    """The way to the decisions."""
    return [Crumb(_("Letters"), reverse("desk:letters")), Crumb(_("Taken further"), reverse("desk:escalations"))]


@read_or_write
def new(request: SignedRequest) -> HttpResponse:
    """A decision of the head."""
    check_may_take_further(request.actor, request.country)
    form = EscalationForm(*sent(request), country=request.country, initial={"numbers": request.GET.get("numbers", "")[:60]})

    def work(asked: dict[str, Any]) -> UUID:
        about = named_in(asked.pop("numbers"), by=request.actor, country=request.country)
        return services.take_further(country=request.country, about=about, by=request.actor, **asked).value

    if made := kept(request, form, work):
        messages.success(request, _("The decision is recorded. Have its letter written now."))
        return redirect("desk:escalation", escalation_id=made)
    lead = _("One rung of the ladder, for recommendations whose answer is overdue, that were refused, or that were verified as not carried out. What the authority says and what the mechanism verified stay as they are.")
    return form_page(
        request, "desk/letters/form.html", form, way_to(), title=_("Take recommendations further"), lead=lead, button=_("Record the decision"),
        asked=[each for each in shown_fields(form) if each.name != "numbers"], numbers=form["numbers"],
    )  # fmt: skip


def reached(request: SignedRequest, escalation_id: UUID) -> queries.EscalationFacts:
    """The decision, of the country that is chosen; raises NotFound."""
    facts = queries.escalation(escalation_id, by=request.actor, today=timezone.localdate())
    if facts.country != request.country:
        raise NotFound
    return facts


@require_safe
def escalation(request: SignedRequest, escalation_id: UUID) -> HttpResponse:
    """One decision: what, to whom, why, by whom, and its letters."""
    facts = reached(request, escalation_id)
    context = {
        "facts": facts,
        "title": RUNGS[facts.rung],
        "body": body_words(facts.country, facts.body, facts.decided_on) if facts.body else "",
        "who": names_of({facts.decided_by}).get(facts.decided_by, ""),
        "columns": about_heads(),
        "rows": [about_row(facts.country, each) for each in facts.about],
        "writes": may_register(request.actor, facts.country) and facts.rung != "public",
        "mends": may_take_further(request.actor, facts.country) and not facts.papers,
        "mended": mended.told(facts.mendings, {"body": _("Authority"), "reason": _("Why it is taken further")}, {"body": lambda code: body_words(facts.country, code, facts.decided_on)}),
        "crumbs": [*way_to(), Crumb(str(RUNGS[facts.rung]))],
    }
    return render(request, "desk/letters/escalation.html", context)


@read_or_write
def mend(request: SignedRequest, escalation_id: UUID) -> HttpResponse:
    """The authority and the reason of a decision, put right before a letter of it is written."""
    facts = reached(request, escalation_id)
    check_may_take_further(request.actor, facts.country)
    form = DecisionForm(*sent(request), country=facts.country, initial={"body": facts.body, "reason": facts.reason})
    if kept(request, form, lambda asked: services.mend_decision(escalation_id=escalation_id, by=request.actor, **asked)):
        messages.success(request, _("The decision is put right. What stood before stays on its page."))
        return redirect("desk:escalation", escalation_id=escalation_id)
    way = [*way_to(), Crumb(str(RUNGS[facts.rung]), reverse("desk:escalation", args=[facts.id]))]
    lead = _("The rung and what it is about stay. Once a letter of the decision is written, the decision stays as it is.")
    return form_page(request, "desk/letters/form.html", form, way, title=_("Put the decision right"), lead=lead, button=_("Save"), asked=shown_fields(form))


def about_heads() -> list[Column]:
    """The columns of what a decision or a letter is about."""
    return [Column(each) for each in (_("Recommendation"), _("What has to be done"), _("Addressee"), _("The authority says"), _("The mechanism verified"))]


def about_row(country: str, line: Line) -> list[object]:
    """A recommendation as a line, both facts as they stand today."""
    word, verified = state_of(WORDS, line.word), state_of(VERIFICATIONS, line.verification)
    return [
        Cell(line.number, reverse("desk:recommendation", args=[line.id])), head_of(said(line.text), 240),
        body_words(country, line.addressee, line.issued_on or timezone.localdate(), short=True), Cell(word[0], state=word[1]), Cell(verified[0], state=verified[1]),
    ]  # fmt: skip


@read_or_write
def letter(request: SignedRequest, escalation_id: UUID) -> HttpResponse:
    """Has the letter of a decision written."""
    facts = reached(request, escalation_id)
    check_may_register(request.actor, facts.country)
    if facts.rung == "public":
        raise NotFound
    form = RungLetterForm(*sent(request), country=facts.country)

    def work(asked: dict[str, Any]) -> UUID:
        return services.write_paper(country=facts.country, kind="escalation", body="", about=(), escalation_id=facts.id, by=request.actor, **asked).value

    if made := kept(request, form, work):
        return redirect("desk:paper", paper_id=made)
    way = [*way_to(), Crumb(str(RUNGS[facts.rung]), reverse("desk:escalation", args=[facts.id]))]
    lead = _("It holds the reason of the decision and both facts of each recommendation as they stand today. Sign it and send it; nothing is sent from here.")
    return form_page(request, "desk/letters/form.html", form, way, title=_("Write the letter"), lead=lead, button=_("Have it written"), asked=list(form))
