"""Kinds of notices, and the one sentence that each says. A sentence names nobody and nothing: it may be read on the way, or by whoever looks at the screen."""

from django.utils.translation import gettext, ngettext

RESET, CONFIRM, DECIDED, DIGEST, JOB, REMINDER, WEBHOOK, CAME = NAMES = ("reset", "confirm", "decided", "digest", "job", "reminder", "webhook", "came")
WISHED = {CONFIRM: "confirmations", DECIDED: "decisions", JOB: "jobs", REMINDER: "reminders", CAME: "reminders"}
"""Which wish of the person decides about the mail. What concerns the way into the own account (a reset, a factor, a password) is always told: whoever did it may not
be whom he says he is. That a webhook was stopped is always mailed too: somebody waits for its messages."""


def sentence(kind: str, count: int = 0) -> str:
    """What a notice says, in the active language."""
    if kind == DIGEST:
        return ngettext("%(count)d thing waits for you today.", "%(count)d things wait for you today.", count) % {"count": count}
    if kind == REMINDER:
        return ngettext("A day that you watch over is near or past.", "%(count)d days that you watch over are near or past.", count) % {"count": count}
    return {
        RESET: gettext("It concerns how you sign in to your own account. Please read it soon."),
        CONFIRM: gettext("A confirmation by you is awaited."),
        DECIDED: gettext("What you asked for has been decided."),
        JOB: gettext("Work that you had started has ended."),
        WEBHOOK: gettext("A webhook was stopped: its receiver took nothing for days, or is gone."),
        CAME: gettext("Something has come for you, or for the body for which you act."),
    }[kind]
