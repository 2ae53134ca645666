"""Of what other systems can be told: of public things, and, where the head decided it, that something passed between the mechanism and an authority."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PUBLISHED, CORRECTED, WITHHELD, GIVEN_BACK = NAMES = ("edition.published", "edition.corrected", "edition.withheld", "edition.given-back")
INSIDE = REPLY_SENT, TIME_ASKED, VERIFICATION_TOLD = ("reply.sent", "time.asked", "verification.told")
"""Of the exchange with authorities, which is not public: a separate sort that the head alone chooses. A message of these holds a registered number and no word of anything."""
TRIAL = "webhook.trial"
"""A message that somebody sends from the page to see whether it arrives; nobody chooses it."""

WORDS: dict[str, "str | Promise"] = {
    PUBLISHED: _("something is published for the first time"),
    CORRECTED: _("a further edition of it is published"),
    WITHHELD: _("an earlier edition is withheld from the public"),
    GIVEN_BACK: _("a withheld edition is given back"),
    REPLY_SENT: _("an authority sent a reply on its own page"),
    TIME_ASKED: _("an authority asked for more time"),
    VERIFICATION_TOLD: _("an authority was told what the mechanism verified"),
    TRIAL: _("a trial message from this page"),
}
