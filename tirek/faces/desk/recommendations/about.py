"""The letters of the register that are about a recommendation, in words."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.context import DeskRequest
from tirek.followup.letters.queries import mentions
from tirek.followup.recommendations.queries import RecommendationFacts
from tirek.foundation.ui.formats import day


def letters_about(request: DeskRequest, facts: RecommendationFacts) -> list[tuple[str, str, str]]:
    """The letters of the register that are about it: words, where in the letter, address."""
    found = mentions(facts.id, by=request.actor, country=facts.country)
    return [(called(each.number, each.dated_on), where(each.first_page, each.last_page), reverse("desk:letter", args=[each.letter_id])) for each in found]


def called(number: str, dated_on: date) -> str:
    """A letter by its number and its date."""
    return _("Letter %(number)s of %(day)s") % {"number": number, "day": day(dated_on)}


def where(first: int | None, last: int | None) -> str:
    """On which pages, in words; nothing where nobody said it."""
    if first is None or last is None:
        return ""
    return _("page %(page)s") % {"page": first} if first == last else _("pages %(first)s–%(last)s") % {"first": first, "last": last}
