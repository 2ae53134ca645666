"""Tasks of the register of letters, for the office: confirmations that did not come, answers that nobody has read out."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.home.things import Asked, Tasks, Thing, undated
from tirek.followup.exchange.queries import times_waiting
from tirek.followup.letters.queries import standing
from tirek.foundation.ui.formats import number
from tirek.ground.rules.task_order import Task


def letters(asked: Asked) -> Tasks:
    """One line for each kind of what waits; the register shows which. Cost: 1 query for the office, none for others."""
    stand, register = standing(by=asked.by, country=asked.country, today=asked.today), reverse("desk:letters")
    if stand.unread:
        text = ngettext("%(count)s letter with answers waits to be read out.", "%(count)s letters with answers wait to be read out.", stand.unread)
        yield line(text, stand.unread, f"{register}?unread=on")
    if stand.unconfirmed:
        text = ngettext(
            "%(count)s letter with recommendations was not confirmed in time.", "%(count)s letters with recommendations were not confirmed in time.", stand.unconfirmed,
        )  # fmt: skip
        yield line(text, stand.unconfirmed, f"{register}?late=on")


def more_time(asked: Asked) -> Tasks:
    """Requests for more time that wait to be decided, for the office. Cost: 1 query for the office, 3 more where there are some."""
    for each, about in times_waiting(by=asked.by, country=asked.country):
        said = _("Decide whether more time is granted for %(number)s") % {"number": about.number}
        yield undated(said, said, reverse("desk:time-request", args=[each.id]), "clock")


def line(text: str, count: int, href: str) -> Task[Thing]:
    """A task without a day of its own."""
    said = text % {"count": number(count)}
    return undated(said, said, href, "mail-opened")
