"""Codes of replies and requests in the reader's words. It knows no row."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SPEAKERS = {
    "authority": _("an authority"),
    "ombudsman": _("the ombudsman"),
    "mechanism": _("the national preventive mechanism"),
    "court": _("a court"),
    "un_body": _("an international body"),
    "organisation": _("an organisation"),
    "coalition": _("a coalition of organisations"),
    "media": _("a newspaper or another medium"),
    "author": _("the author of the document"),
    "person": _("somebody who is named or meant"),
}
"""Who speaks, by kind."""
WAYS = {
    "letter": _("a letter on paper of the office"),
    "called_back": _("we called or wrote to the office at an address known from elsewhere"),
    "signature": _("an electronic signature"),
    "in_person": _("in person"),
}
GROUNDS = {
    "not_theirs": _("The office named says that it did not write this, or nobody could make sure that it did."),
    "names_person": _("The text names a detained person, or tells of somebody’s health or private life."),
    "not_about": _("The text is not about this page."),
    "twice": _("The same reply stands beside the page already."),
    "unlawful": _("The law of the country forbids to publish this text."),
}
"""Why a reply is not shown: there are no other reasons."""
ASIDE = "aside"
"""The outcome that is counted and not shown."""
ASIDE_FOR = ("not_about", "twice")
"""The reasons for which a request for correction or removal is laid aside; any other is answered."""
SORTS = {"correction": _("correction"), "removal": _("removal")}
OUTCOMES = {
    "granted": pgettext_lazy("request for a change", "done as asked"),
    "partly": pgettext_lazy("request for a change", "done in part"),
    "refused": pgettext_lazy("request for a change", "not done"),
    ASIDE: pgettext_lazy("request for a change", "laid aside: not about this page, or sent twice"),
}
