"""Words of the authorities' page for codes: what a body says, in its own voice. It knows no row."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tirek.faces.frame.answers.words import WORDS, body_words, doing_brief
from tirek.followup.recommendations.queries import AddressedFacts, AddressedLine, DoingClock
from tirek.foundation.ui.formats import clock, day
from tirek.foundation.ui.pieces import Cell, StateKind

OWN: dict[str, "str | Promise"] = {
    "accepted": gettext_lazy("We accept it and will carry it out"),
    "partly_accepted": gettext_lazy("We accept a part of it"),
    "rejected": gettext_lazy("We do not accept it"),
    "in_progress": gettext_lazy("Work on it is under way"),
    "claimed_implemented": gettext_lazy("We have carried it out"),
}
"""What a body can answer, as its people choose it."""

REPLY_STATES: dict[str, tuple["str | Promise", StateKind]] = {
    "draft": (pgettext_lazy("reply", "being prepared"), "going"),
    "handed_in": (pgettext_lazy("reply", "waits to be sent"), "attention"),
    "sent": (pgettext_lazy("reply", "sent"), "done"),
    "dropped": (pgettext_lazy("reply", "dropped"), "stopped"),
}
"""A reply on its way."""


def due_cell(line: AddressedLine) -> Cell | None:
    """The day of the answer; a shape and a word where it has passed."""
    if line.due_on is None:
        return None
    return Cell(_("%(day)s, overdue") % {"day": day(line.due_on, "short")}, state="attention") if line.overdue else Cell(day(line.due_on, "short"))


def doing_cell(line: AddressedLine) -> Cell | None:
    """The day for carrying it out; a shape and a word where it is over."""
    if line.doing is None:
        return None
    return Cell(doing_brief(line.doing), state="attention") if line.doing.clock.overdue else Cell(doing_brief(line.doing))


def own_doing(doing: DoingClock | None) -> str:
    """Until when the body carries it out, told to its own people."""
    if doing is None:
        return ""
    told = {"day": day(doing.day if doing.named else doing.clock.due)}
    if doing.clock.overdue:
        sentence = _("The day that your body named, %(day)s, is over. Say how far it is, or name another day.") if doing.named else _("The time for carrying it out ended on %(day)s. Say how far it is, or name a day.")
        return sentence % told
    sentence = _("Your body named %(day)s as the last day.") if doing.named else _("Your body named no day; counted from its answer the time ends on %(day)s.")
    return f"{sentence % told} {clock(doing.clock.days, doing.clock.due, doing.clock.working)}"


def state_cell(line: AddressedLine, prepared: str, new: bool) -> Cell:
    """How it stands: what the body said, else what is being prepared, else that it is new."""
    if line.state != "issued":
        return Cell(_("no longer in force"), state="stopped")
    if prepared:
        word, shape = REPLY_STATES[prepared]
        return Cell(str(word), state=shape)
    if line.awaits:
        return Cell(_("new"), state="attention") if new else Cell(_("awaits your answer"), state="waiting")
    if line.handed:
        return Cell(_("no reply is awaited"), state="stopped")
    word, shape = WORDS[line.word]
    return Cell(str(word), state=shape)


def body_of(facts: AddressedFacts | AddressedLine, country: str, today: date, *, short: bool = False) -> str:
    """Who answers today."""
    return body_words(country, facts.answers, today, short=short)
