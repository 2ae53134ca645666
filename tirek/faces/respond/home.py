"""What waits for the people of an authority: what is new, overdue or due soon, returned, to be sent. Nothing of other bodies."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.respond.context import of_facility, tabs
from tirek.faces.respond.lists import columns, rows
from tirek.followup.exchange import queries
from tirek.followup.recommendations.addressed import bodies_of
from tirek.followup.recommendations.queries import AddressedLine, BodyFilters, addressed, body_counts, promise_counts
from tirek.ground.rules.actors import Role

SHOWN = 20


@require_safe
def home(request: SignedRequest) -> HttpResponse:
    """The first page."""
    by, country, today = request.actor, request.country, timezone.localdate()
    waiting = addressed(by=by, country=country, today=today, filters=BodyFilters(awaiting=True), size=SHOWN)
    handed = queries.handed_in(by=by, country=country, today=today)
    over, soon = promise_counts(by=by, country=country, today=today)
    context = {
        "doing_over": over,
        "doing_soon": soon,
        "bodies": sorted(body_words(country, code, today) for code in bodies_of(by, country)),
        "counts": body_counts(by=by, country=country, today=today),
        "columns": columns(),
        "rows": rows(request, waiting),
        "shown": len(waiting),
        "handed": len(handed),
        "approves": by.has(Role.BODY_HEAD, country=country),
        "returned": returned(queries.in_preparation(by=by, country=country, today=today)),
        "of_facility": of_facility(request),
        "tabs": tabs(request, "home"),
        "title": _("What waits for your body"),
    }
    return render(request, "respond/home.html", context)


def returned(found: Iterable[queries.ReplyLine]) -> list[AddressedLine]:
    """Those whose reply the head returned with a note."""
    return [each.recommendation for each in found if each.reply.returned_because]
