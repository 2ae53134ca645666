"""A personal calendar as programs read it: no session, no cookie; the secret in the address opens it, and what stands in it is judged anew each time."""

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.calendar.contents import happenings
from tirek.foundation.feeds.refusals import ReadTooOften
from tirek.foundation.feeds.services import open_calendar
from tirek.foundation.jurisdictions.queries import in_zone
from tirek.foundation.ledger.once import reading
from tirek.ground.rules.icalendar import calendar_bytes
from tirek.ground.rules.refusals import NotFound

EVERY = timedelta(hours=1)


@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar, or the one answer to everything that opens nothing. Cost: 14 queries."""
    try:
        opened = open_calendar(secret)
    except NotFound:
        raise Http404 from None
    except ReadTooOften as refusal:
        return kept_nowhere(HttpResponse(_(refusal.message), status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "3600"}))
    stamp = timezone.now().replace(minute=0, second=0, microsecond=0)
    with translation.override(opened.language), in_zone(opened.country), reading():
        body = calendar_bytes(happenings(opened), name=_("My days"), made_by=f"-//{settings.SITE_NAME}//{opened.language}", stamp=stamp, every=EVERY)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"ETag": f'"{sha256(body).hexdigest()[:32]}"', "Content-Language": opened.language})
    answer.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return kept_nowhere(get_conditional_response(request, answer.headers["ETag"], None, answer) or answer)


def kept_nowhere(answer: HttpResponse) -> HttpResponse:
    """For the program that asked alone: no cache between keeps it, no search engine lists it."""
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer
