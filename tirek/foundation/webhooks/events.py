"""Of what other systems can be told. Each event is of a public thing; what is not public is no event."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PUBLISHED, CORRECTED, WITHHELD, GIVEN_BACK = NAMES = ("edition.published", "edition.corrected", "edition.withheld", "edition.given-back")
TRIAL = "webhook.trial"
"""A message that somebody sends from the page to see whether it arrives; nobody chooses it."""

WORDS: dict[str, "str | Promise"] = {
    PUBLISHED: _("something is published for the first time"),
    CORRECTED: _("a further edition of it is published"),
    WITHHELD: _("an earlier edition is withheld from the public"),
    GIVEN_BACK: _("a withheld edition is given back"),
    TRIAL: _("a trial message from this page"),
}
