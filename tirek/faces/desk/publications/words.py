"""Kinds of published things and the states of what others say of them, in the reader's words. It knows no row."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tirek.foundation.ui.pieces import StateKind
from tirek.insight.publications.voice_words import ASIDE, OUTCOMES

KINDS = {
    "document": pgettext_lazy("published", "document"),
    "topic": pgettext_lazy("published", "question"),
    "profile": pgettext_lazy("published", "profile"),
    "picture": pgettext_lazy("published", "picture of the country"),
    "report": pgettext_lazy("published", "visit report"),
    "bodies": pgettext_lazy("published", "international bodies"),
}
WHATS = {
    "reply": _("Reply"),
    "request": _("Request for a reply"),
    "correction": _("Request for correction"),
    "removal": _("Request for removal"),
}
STATES: dict[str, tuple[object, StateKind]] = {
    "waiting": (pgettext_lazy("reply", "waits for you"), "waiting"),
    "shown": (pgettext_lazy("reply", "shown"), "done"),
    "not_shown": (pgettext_lazy("reply", "not shown"), "stopped"),
    "shown_no_more": (pgettext_lazy("reply", "shown no more"), "stopped"),
    "open": (pgettext_lazy("reply", "not answered yet"), "going"),
    "answered": (pgettext_lazy("reply", "answered"), "done"),
    "taken_back": (pgettext_lazy("reply", "taken back"), "stopped"),
    "granted": (OUTCOMES["granted"], "done"),
    "partly": (OUTCOMES["partly"], "done"),
    "refused": (OUTCOMES["refused"], "stopped"),
    ASIDE: (OUTCOMES[ASIDE], "stopped"),
}
FOUND: dict[str, tuple[object, StateKind]] = {
    "newest": (_("the newest edition: correct it first"), "waiting"),
    "earlier": (_("earlier edition: everybody can read it"), "waiting"),
    "withheld": (_("withheld"), "stopped"),
}
"""Of an edition in which words stand: what is to be done about it."""
CHANGES = {
    "": _("first edition"),
    "rules": _("the rules that read the figures changed"),
    "decisions": _("people decided about figures"),
    "correction": _("a correction"),
    "reply": _("a reply"),
    "values": _("values changed"),
    "definitions": _("definitions changed"),
}
"""Why an edition differs from the one before."""
DIFFERS = {"figure": _("Figure"), "check": _("Check"), "text": _("The text"), "rules": _("The rules that read the figures"), "part": _("Part")}
