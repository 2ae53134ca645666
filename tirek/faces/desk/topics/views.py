"""The topics of a country, and one of them with its lists as they stand now."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.publications.views import public_address
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.ui.formats import local_day
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries
from tirek.insight.publications.queries import newest_of
from tirek.insight.publications.queries.previews import topic_shown


@require_safe
def topics(request: SignedRequest) -> HttpResponse:
    """The list, in the order that the topics have."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    published = {each.key: each.version for each in newest_of("topic", request.country)}
    rows = []
    for line in queries.topics(by=request.actor, country=request.country):
        version = published.get(line.key)
        state = _("closed") if line.state == "closed" else _("open")
        row = [Cell(said(line.question), reverse("desk:topic", args=[line.id])), line.statements, state, version.number if version else _("not published"), local_day(version.published_at) if version else ""]
        rows.append(row)
    columns = [Column(_("Question")), Column(_("Statements"), numeric=True), Column(_("State")), Column(_("Edition")), Column(_("Published"))]
    context = {"columns": columns, "rows": rows, "writes": queries.may_work(request.actor, request.country)}
    return render(request, "desk/topics/list.html", context)


@require_safe
def topic(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """One topic: its three lists as they would be published now, and every statement. Raises NotFound."""
    facts = queries.topic(topic_id, by=request.actor, country=request.country)
    published = next((each.version for each in newest_of("topic", request.country) if each.key == facts.key), None)
    shown = topic_shown(facts)
    ids = {each.code or each.id.hex[:8]: each.id for each in facts.statements}
    left = {each.key for each in facts.points if each.left}
    points = [(point, [(one, ids[one.key]) for one in point.statements], point.key in left) for point in shown.points]
    context = {
        "facts": facts, "topic": shown, "points": points, "published": published, "public": public_address(request.country, "topic", facts.key) if published else "", "writes": facts.may_work and facts.state == "open",
        "lacking": [LANGUAGE_NAMES[code] for code in facts.lacking], "crumbs": [way(), Crumb(said(facts.question))],
    }  # fmt: skip
    return render(request, "desk/topics/topic.html", context)


def way() -> Crumb:
    """The crumb of the list."""
    return Crumb(_("Questions"), reverse("desk:topics"))


def way_to(facts: queries.TopicFacts) -> list[Crumb]:
    """The crumbs of a topic."""
    return [way(), Crumb(said(facts.question), reverse("desk:topic", args=[facts.id]))]
