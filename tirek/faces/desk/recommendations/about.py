"""The letters of the register that are about a recommendation, and how far it was taken, in words."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from tirek.faces.frame.context import SignedRequest
from tirek.followup.letters.policies import may_take_further
from tirek.followup.letters.queries import ladder_of, mentions
from tirek.followup.recommendations.queries import RecommendationFacts
from tirek.foundation.ui.formats import day
from tirek.ground.rules.ladder import grounds, left

RUNGS: dict[str, str | Promise] = {
    "head_of_body": pgettext_lazy("rung", "the head of the body"), "ministry": pgettext_lazy("rung", "whoever stands above it"),
    "prosecution": pgettext_lazy("rung", "the prosecution"), "parliament": pgettext_lazy("rung", "parliament"),
    "spt": pgettext_lazy("rung", "the Subcommittee on Prevention of Torture"), "public": pgettext_lazy("rung", "the public"),
}  # fmt: skip
"""Where a recommendation can be taken further."""


def letters_about(request: SignedRequest, facts: RecommendationFacts) -> list[tuple[str, str, str]]:
    """The letters of the register that are about it: words, where in the letter, address."""
    found = mentions(facts.id, by=request.actor, country=facts.country)
    return [(called(each.number, each.dated_on), where(each.first_page, each.last_page), reverse("desk:letter", args=[each.letter_id])) for each in found]


def ladder_for(request: SignedRequest, facts: RecommendationFacts) -> list[tuple[str, date, str]]:
    """The rungs to which it was taken: words, day, address of the decision."""
    found = ladder_of(facts.id, by=request.actor, country=facts.country)
    return [(str(RUNGS[each.rung]), each.decided_on, reverse("desk:escalation", args=[each.id])) for each in found]


def further_address(request: SignedRequest, facts: RecommendationFacts) -> str:
    """Where the head decides to take it further; nothing without a ground, or above the last rung."""
    late = facts.due_on is not None and facts.due_on < timezone.localdate()
    why = grounds(state=facts.state, word=facts.word, verification=facts.verification, overdue=late)
    if not why or not may_take_further(request.actor, facts.country):
        return ""
    taken = [each.rung for each in ladder_of(facts.id, by=request.actor, country=facts.country)]
    return f"{reverse('desk:escalation-new')}?{urlencode({'numbers': facts.number})}" if left(taken) else ""


def called(number: str, dated_on: date) -> str:
    """A letter by its number and its date."""
    return _("Letter %(number)s of %(day)s") % {"number": number, "day": day(dated_on)}


def where(first: int | None, last: int | None) -> str:
    """On which pages, in words; nothing where nobody said it."""
    if first is None or last is None:
        return ""
    return _("page %(page)s") % {"page": first} if first == last else _("pages %(first)s–%(last)s") % {"first": first, "last": last}
