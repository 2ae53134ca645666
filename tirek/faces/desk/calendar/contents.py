"""What stands in a personal calendar: as little as helps, since programs and servers of others will keep it.

No kind, no state, no name of anybody. Of an unannounced visit no place in whatever way; where such days are wanted, announced ones look exactly like them.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.international.words import PROCEDURES
from tirek.faces.frame.fields import said
from tirek.followup.international.queries import calendar as reporting_days
from tirek.followup.letters.queries import unconfirmed
from tirek.followup.recommendations.queries import followed_days
from tirek.foundation.feeds.services import Opened
from tirek.foundation.jurisdictions.queries import today
from tirek.ground.rules.icalendar import Happening
from tirek.records.visits.queries import own_days

BACK, AHEAD = timedelta(days=60), timedelta(days=400)
LETTERS = 100
FOLLOWED: dict[str, "str | Promise"] = {
    "answer": gettext_lazy("Answer due: %(number)s"), "verification": gettext_lazy("Verification due: %(number)s"),
    "doing": gettext_lazy("To be carried out by: %(number)s"), "again": gettext_lazy("Another look due: %(number)s"),
}  # fmt: skip


def happenings(opened: Opened) -> Iterator[Happening]:
    """All of it, in the active language. Cost: 11 queries."""
    here = today(opened.country)
    first, last = here - BACK, here + AHEAD
    yield from visits(opened, first, last)
    yield from recommendations(opened, first, last, here)
    yield from reports(opened, first, last)
    yield from letters(opened, first, last, here)


def visits(opened: Opened, first: date, last: date) -> Iterator[Happening]:
    """Visits that the person goes on: announced ones with their place; or all of them, each as a visit with its days and without a way to it."""
    for each in own_days(by=opened.owner, country=opened.country, first=first, last=last):
        uid = name_of(opened, "visit", each.id)
        if opened.days_alone:
            yield Happening(uid, each.first, each.last, _("Visit"))
        elif each.announced and each.place_name is not None:
            yield Happening(uid, each.first, each.last, _("Visit"), said(each.place_name), way("desk:visit", each.id))


def recommendations(opened: Opened, first: date, last: date, here: date) -> Iterator[Happening]:
    """Days of the recommendations that the person follows up, by number."""
    for each in followed_days(by=opened.owner, country=opened.country, first=first, last=last, today=here):
        yield due(opened, each.what, each.id, each.on, str(FOLLOWED[each.what]) % {"number": each.number}, way("desk:recommendation", each.id))


def reports(opened: Opened, first: date, last: date) -> Iterator[Happening]:
    """Days on which something is due to an international body, for those who may see them; which body, and no more."""
    for each in reporting_days(by=opened.owner, country=opened.country):
        if each.done_on is None and first <= each.due_on <= last:
            words = _("Due: %(body)s") % {"body": PROCEDURES[each.procedure]}
            yield due(opened, "report", each.id, each.due_on, words, settings.TIREK_PEOPLE_COME_TO + reverse("desk:international-calendar"))


def letters(opened: Opened, first: date, last: date, here: date) -> Iterator[Happening]:
    """Letters whose receipt nobody has confirmed, for the office, by number."""
    for each in unconfirmed(by=opened.owner, country=opened.country, today=here, until=last, size=LETTERS):
        if each.clock.due >= first:
            words = _("Confirmation of receipt due: letter %(number)s") % {"number": each.number}
            yield due(opened, "letter", each.id, each.clock.due, words, way("desk:letter", each.id))


def due(opened: Opened, noun: str, key: object, on: date, title: str, address: str) -> Happening:
    """A day on which something falls due: the person stays free."""
    return Happening(name_of(opened, noun, key), on, on, title, address=address, busy=False)


def way(name: str, key: object) -> str:
    """The page on the desk, which asks who is there."""
    return settings.TIREK_PEOPLE_COME_TO + reverse(name, args=[key])


def name_of(opened: Opened, noun: str, key: object) -> str:
    """The name of an event: the same at each reading of this address and another at each other address, so that two calendars that lie
    on one server do not show who goes together."""
    return salted_hmac("tirek.calendar", f"{opened.address_id}:{noun}:{key}", algorithm="sha256").hexdigest()[:40]
