"""What happened to recommendations, in words, for the file of their list."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from tirek.faces.desk.listing import Asked
from tirek.faces.frame.answers import words
from tirek.followup.recommendations.queries import Line, PastEvent, past_of
from tirek.foundation.ui.formats import day


def told(lines: Sequence[Line], asked: Asked) -> Iterable[tuple[UUID, list[object]]]:
    """The events of the recommendations, each as day, what happened, and its words."""
    for one in past_of([line.id for line in lines], **asked.whom):
        yield one.recommendation_id, [one.on, sentence(one, asked.country), one.text]


def sentence(one: PastEvent, country: str) -> str:
    """What happened."""
    if one.what == "answered":
        body = words.body_words(country, one.authority, one.on, short=True)
        return f"{body}: {words.state_of(words.WORDS, one.code)[0]}"
    if one.what == "verified":
        return _("The mechanism verified: %(outcome)s") % {"outcome": words.state_of(words.VERIFICATIONS, one.code)[0]}
    if one.what == "due-moved":
        return _("The answer is due on another day: %(day)s") % {"day": day(one.days[0])}
    return words.state_of(words.STATES, one.code if one.what == "closed" else "issued")[0]
