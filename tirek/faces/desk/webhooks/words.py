"""Webhooks in words: how one goes, what became of a message, what a receiver answered. It reads no row."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.foundation.ui.pieces import StateKind
from tirek.foundation.webhooks.queries import MessageLine, WebhookFacts

CAUSES: dict[str, "str | Promise"] = {
    "by-hand": gettext_lazy("stopped by a person"),
    "failing": gettext_lazy("stopped by the system: nothing was taken for days"),
    "gone": gettext_lazy("stopped by the system: the receiver says that it is gone"),
}
STATES: dict[str, tuple["str | Promise", StateKind]] = {
    "waiting": (gettext_lazy("waits"), "waiting"),
    "sending": (gettext_lazy("is being sent"), "going"),
    "sent": (gettext_lazy("taken"), "done"),
    "given-up": (gettext_lazy("given up"), "attention"),
}
FAULTS: dict[str, "str | Promise"] = {
    "inside": gettext_lazy("the name leads into the server’s own network"),
    "no name": gettext_lazy("the name is not known"),
    "certificate": gettext_lazy("the certificate is not to be trusted"),
    "no answer": gettext_lazy("no answer in time"),
    "not HTTP": gettext_lazy("what answered is no web server"),
    "not reached": gettext_lazy("not reached"),
    "secret": gettext_lazy("our secret cannot be opened here: renew it"),
}


def standing(one: WebhookFacts) -> tuple[str, StateKind]:
    """How a webhook goes."""
    if one.stopped_at:
        return str(CAUSES[one.stopped_because]), "stopped" if one.stopped_because == "by-hand" else "attention"
    if one.failing_since:
        return _("takes nothing at present"), "attention"
    return (_("goes well"), "done") if one.taken_at else (_("nothing sent yet"), "waiting")


def answered(line: MessageLine) -> str:
    """What became of the last attempt."""
    if not line.code:
        return ""
    if not line.code.isdigit():
        return str(FAULTS.get(line.code, line.code))
    if 300 <= int(line.code) < 400:
        return _("%(code)s: it leads elsewhere, which is not followed") % {"code": line.code}
    return line.code
