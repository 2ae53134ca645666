"""What somebody should look at again at a place, on the pages on which a visit there is planned and prepared. It cuts nothing itself: recommendations do.

A tag: pages of two nouns show it, neither of which builds it.
"""

from uuid import UUID

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from tirek.faces.frame.answers import words
from tirek.faces.frame.fields import said
from tirek.followup.recommendations.queries import again_at
from tirek.ground.rules.actors import MECHANISM

register = template.Library()


@register.inclusion_tag("desk/recommendations/_again.html", takes_context=True)
def look_again_there(context: Context, place_id: UUID) -> dict[str, object]:
    """The lines with their addresses, how many there are, and where all of them stand; nothing for those who find no recommendation here. Cost: some queries."""
    request, today = context["request"], timezone.localdate()
    if not request.actor.has(*MECHANISM, country=request.country):
        return {}
    found, count = again_at(place_id, by=request.actor, country=request.country, today=today) or ((), 0)
    lines = [(reverse("desk:recommendation", args=[each.id]), each.number, words.head_of(said(each.text), 160), words.VERIFICATIONS[each.outcome][0], words.ago_words(each.day, today)) for each in found]
    every = f"{reverse('desk:recommendations')}?{urlencode({'place': str(place_id), 'again': 'on'})}"
    return {"lines": lines, "count": count, "every": every if count > len(lines) else ""}
