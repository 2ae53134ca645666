"""Tasks of following up: answers that are due or overdue, verifications after an answer, terms of members that end."""

from datetime import date, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, calendar_clock, dated, way
from tirek.faces.desk.recommendations.words import body_words
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.policies import may_answer, may_verify
from tirek.foundation.ui.formats import day, number
from tirek.ground.rules.actors import OFFICE
from tirek.registers.mandate.queries import MemberFilters, members

AHEAD = 30  # days before something falls due when it becomes a task
TERM_AHEAD = 60  # days before the end of a member's term: choosing another takes time


def answers(asked: Asked) -> Tasks:
    """Awaited answers, one line for each authority and day: recommendations of a report fall due together."""
    if not may_answer(asked.by, asked.country):
        return
    until = asked.today + timedelta(days=AHEAD)
    due = queries.due_answers(by=asked.by, country=asked.country, today=asked.today, until=until)
    found = sorted(due, key=lambda each: (each.clock.due, each.answers_for_it, each.number))
    for (_due, code), group in groupby(found, key=lambda each: (each.clock.due, each.answers_for_it)):
        held = list(group)
        told = {"body": body_words(asked.country, code, asked.today), "count": number(len(held)), "number": held[0].number}
        text = _("%(body)s has not answered recommendation %(number)s.") if len(held) == 1 else many_answers(len(held))
        brief = _("Answer: %(body)s") % {"body": body_words(asked.country, code, asked.today, short=True)}
        yield dated(text % told, brief, answers_address(held, code), "mail-opened", held[0].clock)


def many_answers(count: int) -> str:
    """The sentence about several answers, with its places still open."""
    return ngettext(
        "%(body)s has not answered %(count)s recommendation.", "%(body)s has not answered %(count)s recommendations.", count
    )


def answers_address(held: list[queries.DueAnswer], code: str) -> str:
    """The recommendation, or the list of what the authority has not answered."""
    if len(held) == 1:
        return reverse("desk:recommendation", args=[held[0].id])
    return f"{reverse('desk:recommendations')}?{urlencode({'addressee': code, 'word': 'none', 'state': 'issued'})}"


def verifications(asked: Asked) -> Tasks:
    """Answers that somebody has to look at on the spot or in documents."""
    if not may_verify(asked.by, asked.country):
        return
    for each in queries.due_verifications(by=asked.by, country=asked.country, today=asked.today):
        if near(asked, each.clock.due, AHEAD):
            told = {"number": each.number, "day": day(each.heard_on)}
            text = _("Verify recommendation %(number)s: the authority answered on %(day)s and nobody has looked since.") % told
            yield dated(text, _("Verify: %(number)s") % told, way("desk:recommendation", each.id), "clipboard-check", each.clock)


def terms(asked: Asked) -> Tasks:
    """Terms of members that end soon, so that somebody can be chosen in time."""
    if not asked.by.has(*OFFICE, country=asked.country):
        return
    serving = members(by=asked.by, country=asked.country, filters=MemberFilters(state="serving", on=asked.today))
    for each in sorted(serving, key=lambda one: str(one.term_until)):
        if each.term_until and near(asked, each.term_until, TERM_AHEAD):
            told = {"name": each.name}
            text, clock = _("The term of %(name)s ends: extend it or choose somebody else.") % told, calendar_clock(each.term_until, asked.today)
            yield dated(text, _("Term ends: %(name)s") % told, way("desk:member", each.id), "user", clock)


def near(asked: Asked, due: date, days: int) -> bool:
    """Whether a day has passed or comes within so many days."""
    return (due - asked.today).days <= days
