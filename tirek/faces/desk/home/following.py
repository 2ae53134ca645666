"""Tasks of following up: answers that are due or overdue, verifications after an answer, what is to be carried out, another look, terms of members that end."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TypeVar

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, calendar_clock, dated, undated, way
from tirek.faces.frame.answers.words import body_words
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.policies import may_answer, may_verify
from tirek.foundation.ui.formats import day, number
from tirek.ground.rules.actors import OFFICE
from tirek.registers.mandate.queries import terms_ending

Due = TypeVar("Due", queries.DueAnswer, queries.DueVerification, queries.DueDoing)
AHEAD = timedelta(days=30)  # before something falls due, when it becomes a task
TERM_AHEAD = timedelta(days=60)  # before the end of a member's term: choosing another takes time
READ = 300  # recommendations of one source, the most urgent; of the rest the home tells how many there are
MOST = 25  # lines of one source: whoever has more of them works from the list


def answers(asked: Asked) -> Tasks:
    """Awaited answers, one line for each authority and day: recommendations of a report fall due together."""
    if not may_answer(asked.by, asked.country):
        return
    due = queries.due_answers(by=asked.by, country=asked.country, today=asked.today, until=asked.today + AHEAD, size=READ)
    lots = together(due)
    for lot in lots[:MOST]:
        told = {"body": body_words(asked.country, lot[0].answers_for_it, asked.today), "count": number(len(lot)), "number": lot[0].number}
        text = _("%(body)s has not answered recommendation %(number)s.") if len(lot) == 1 else many_answers(len(lot))
        brief = _("Answer: %(body)s") % {"body": body_words(asked.country, lot[0].answers_for_it, asked.today, short=True)}
        yield dated(text % told, brief, address_of(lot, word="none"), "mail-opened", lot[0].clock)
    left = sum(len(lot) for lot in lots[MOST:])
    if len(due) == READ:
        left += queries.due_answer_count(by=asked.by, country=asked.country, until=asked.today + AHEAD) - READ
    if left:
        text = ngettext("%(count)s more answer falls due or is overdue.", "%(count)s more answers fall due or are overdue.", left)
        yield undated(text % {"count": number(left)}, _("Answers"), f"{reverse('desk:recommendations')}?word=none&state=issued", "mail-opened")


def many_answers(count: int) -> str:
    """The sentence about several answers, with its places still open."""
    return ngettext(
        "%(body)s has not answered %(count)s recommendation.", "%(body)s has not answered %(count)s recommendations.", count
    )


def verifications(asked: Asked) -> Tasks:
    """Answers that somebody has to look at on the spot or in documents, those of one authority and day in one line."""
    if not may_verify(asked.by, asked.country):
        return
    due = queries.due_verifications(by=asked.by, country=asked.country, today=asked.today, until=asked.today + AHEAD, size=READ)
    lots = together(due)
    for lot in lots[:MOST]:
        body = body_words(asked.country, lot[0].answers_for_it, asked.today)
        told = {"number": lot[0].number, "day": day(lot[0].heard_on), "body": body, "count": number(len(lot))}
        one = _("Verify recommendation %(number)s: the authority answered on %(day)s and nobody has looked since.")
        brief = _("Verify: %(number)s") % told if len(lot) == 1 else _("Verify: %(body)s") % told
        yield dated((one if len(lot) == 1 else many_looks(len(lot))) % told, brief, address_of(lot), "clipboard-check", lot[0].clock)
    left = sum(len(lot) for lot in lots[MOST:])
    if len(due) == READ:
        left += queries.due_verification_count(by=asked.by, country=asked.country, today=asked.today, until=asked.today + AHEAD) - READ
    if left:
        text = ngettext("%(count)s more recommendation waits to be verified.", "%(count)s more recommendations wait to be verified.", left)
        yield undated(text % {"count": number(left)}, _("Verifications"), f"{reverse('desk:recommendations')}?verification=not_verified", "clipboard-check")


def many_looks(count: int) -> str:
    """The sentence about several verifications, with its places still open."""
    return ngettext(
        "Verify %(count)s recommendation that %(body)s answered on %(day)s.",
        "Verify %(count)s recommendations that %(body)s answered on %(day)s.",
        count,
    )


def doings(asked: Asked) -> Tasks:
    """What authorities promised to carry out by a day that is near or over, those of one authority and day in one line."""
    if not may_answer(asked.by, asked.country):
        return
    until = asked.today + AHEAD
    due = queries.due_doings(by=asked.by, country=asked.country, today=asked.today, until=until, size=READ)
    lots = together(due)
    for lot in lots[:MOST]:
        body = body_words(asked.country, lot[0].answers_for_it, asked.today)
        told = {"number": lot[0].number, "body": body, "count": number(len(lot)), "day": day(lot[0].clock.due)}
        brief = _("Carrying out: %(body)s") % {"body": body_words(asked.country, lot[0].answers_for_it, asked.today, short=True)}
        yield dated(doing_text(lot) % told, brief, address_of(lot), "calendar-event", lot[0].clock)
    left = sum(len(lot) for lot in lots[MOST:])
    if len(due) == READ:
        left += queries.due_doing_count(by=asked.by, country=asked.country, until=until) - READ
    if left:
        text = ngettext("%(count)s more recommendation is to be carried out by a day that is near or over.", "%(count)s more recommendations are to be carried out by a day that is near or over.", left)
        yield undated(text % {"count": number(left)}, _("Carrying out"), f"{reverse('desk:recommendations')}?doing_over=on", "calendar-event")


def doing_text(lot: Sequence[queries.DueDoing]) -> str:
    """The sentence about what is to be carried out, with its places still open. It says whose day it is and accuses nobody."""
    over = lot[0].clock.overdue
    if len(lot) > 1:
        if over:
            return ngettext("The day for %(count)s recommendation to %(body)s is over.", "The day for %(count)s recommendations to %(body)s is over.", len(lot))
        return ngettext("%(count)s recommendation to %(body)s is to be carried out by %(day)s.", "%(count)s recommendations to %(body)s are to be carried out by %(day)s.", len(lot))
    if lot[0].doing.named:
        return _("The day that %(body)s named for recommendation %(number)s is over.") if over else _("%(body)s named %(day)s as the last day for recommendation %(number)s.")
    return _("The time for carrying out recommendation %(number)s is over: %(body)s.") if over else _("Recommendation %(number)s is to be carried out by %(day)s: %(body)s.")


def looks_again(asked: Asked) -> Tasks:
    """What was verified so long ago that somebody should look again: one line, since such looks are made when a visit comes by."""
    if not may_verify(asked.by, asked.country):
        return
    count = queries.again_count(by=asked.by, country=asked.country, today=asked.today)
    if count:
        text = ngettext("%(count)s verified recommendation is due for another look.", "%(count)s verified recommendations are due for another look.", count)
        yield undated(text % {"count": number(count)}, _("Another look"), f"{reverse('desk:recommendations')}?again=on", "clipboard-check")


def together(found: Iterable[Due]) -> list[list[Due]]:
    """What falls due on the same day from the same authority, the most urgent first."""
    ordered = sorted(found, key=lambda each: (each.clock.due, each.answers_for_it, each.number))
    return [list(lot) for _key, lot in groupby(ordered, key=lambda each: (each.clock.due, each.answers_for_it))]


def address_of(lot: Sequence[queries.DueAnswer | queries.DueVerification | queries.DueDoing], **narrowed: str) -> str:
    """The recommendation, or the list of those of the authority that are in force."""
    if len(lot) == 1:
        return reverse("desk:recommendation", args=[lot[0].id])
    return f"{reverse('desk:recommendations')}?{urlencode({'addressee': lot[0].answers_for_it, **narrowed, 'state': 'issued'})}"


def terms(asked: Asked) -> Tasks:
    """Terms of members that end soon, so that somebody can be chosen in time."""
    if not asked.by.has(*OFFICE, country=asked.country):
        return
    for each in terms_ending(by=asked.by, country=asked.country, today=asked.today, until=asked.today + TERM_AHEAD):
        told = {"name": each.name}
        text, clock = _("The term of %(name)s ends: extend it or choose somebody else.") % told, calendar_clock(each.until, asked.today)
        yield dated(text, _("Term ends: %(name)s") % told, way("desk:member", each.id), "user", clock)
