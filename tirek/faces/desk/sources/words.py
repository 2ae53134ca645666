"""Codes of sources and decisions in the reader's words. It knows no text and no figure."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tirek.foundation.ui.pieces import StateKind

KINDS = {
    "official_statement": _("official statement"),
    "law": _("law or regulation"),
    "court": _("court"),
    "un_body": _("UN body"),
    "ngo_report": _("report of an organisation"),
    "press": _("press"),
    "own_data": _("the mechanism’s own data"),
}
DISTANCES = {
    "original": _("the document itself"),
    "article": _("an article about a document"),
    "comment": _("a comment on an article"),
}
VERDICTS: dict[str, tuple[object, StateKind]] = {
    "": (pgettext_lazy("figure", "proposed"), "waiting"),
    "confirmed": (pgettext_lazy("figure", "confirmed"), "done"),
    "edited": (pgettext_lazy("figure", "taken otherwise"), "going"),
    "added": (pgettext_lazy("figure", "added by a person"), "done"),
    "rejected": (pgettext_lazy("figure", "rejected"), "stopped"),
}
FLOWS = {"stock": _("a stock: how many there were on a day"), "flow": _("a flow: how many came in a time")}
BASES = {"de_jure": _("by law"), "de_facto": _("in practice")}
CONTEXT = {
    "speaker": _("Who says it"),
    "of_whom": _("Of whom or what"),
    "place": _("Where"),
    "scope": _("Which bodies or law"),
    "flow": _("Stock or flow"),
    "basis": _("By law or in practice"),
    "stance": _("Stance"),
}
"""The names of `Context`, in words."""
CONTEXT_HELP = {"stance": _("Only for what is no number.")}
CHOSEN = {"flow": FLOWS, "basis": BASES}
"""Of these, what is chosen from a list."""
HEDGES = {
    "more_than": _("more than"),
    "less_than": _("less than"),
    "at_least": _("at least"),
    "at_most": _("at most"),
    "about": _("about"),
    "almost": _("almost"),
}
QUANTITIES = {
    "count": _("a count"),
    "money": _("money"),
    "percent": _("per cent"),
    "ratio": _("times"),
    "rate": _("a rate"),
    "measure": _("a measure"),
}
"""Kinds of quantity as docs/reference/claims.md names them."""
