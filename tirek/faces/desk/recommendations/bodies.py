"""Bodies that other ones came after: the story that the pack tells of each, and how many recommendations in force each heir answers for. It passes nothing on."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.recommendations.views import check_may_open
from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.context import SignedRequest
from tirek.followup.recommendations.policies import may_answer
from tirek.followup.recommendations.queries import inherited
from tirek.foundation.jurisdictions.pack import Authority
from tirek.foundation.jurisdictions.queries import heirs_on, succeeded
from tirek.foundation.ui.pieces import Crumb


@require_safe
def bodies(request: SignedRequest) -> HttpResponse:
    """The page."""
    check_may_open(request)
    country, today = request.country, timezone.localdate()
    context = {
        "stories": [story(request, one, today) for one in succeeded(country, today)], "passes": may_answer(request.actor, country),
        "crumbs": [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(_("Bodies that others came after"))],
    }  # fmt: skip
    return render(request, "desk/recommendations/bodies.html", context)


def story(request: SignedRequest, one: Authority, today: date) -> dict[str, object]:
    """One body: when and why, who came after, and what each has to answer of what was addressed to it."""
    country, succession = request.country, one.succeeded_by
    assert succession is not None
    counts = inherited(one.code, by=request.actor, country=country, today=today)
    heirs = sorted((body_words(country, code, today), counts.get(code, 0)) for code in heirs_on(country, one.code, today))
    return {
        "name": body_words(country, one.code, succession.on), "on": succession.on, "note": succession.note, "source": succession.source, "verified": succession.verified,
        "heirs": heirs, "divided": bool(succession.also), "total": sum(counts.values()),
        "href": f"{reverse('desk:recommendations')}?{urlencode({'addressee': one.code, 'state': 'issued'})}",
    }  # fmt: skip
