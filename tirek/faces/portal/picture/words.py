"""What the sections of a country's picture are called and what is to be said of each. It knows no figure."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title and, where a reader could be misled, what to know before reading it."""

    title: "str | Promise"
    note: "str | Promise" = ""


APART = _(
    "Complaints, cases, statements and persons are different things, counted by different bodies and in different years. "
    "They stand side by side and never as one shape: none of them is shown as a part of another."
)
HEADINGS = {
    "registered": Heading(_("Registered cases by year")),
    "convicted": Heading(_("Convicted persons by year")),
    "sentences": Heading(_("Convictions and sentences of several years")),
    "funnel": Heading(_("From a complaint to a court, each count by itself"), APART),
    "investigation": Heading(_("Investigation")),
    "prisons": Heading(_("Prison population and places")),
    "safeguards": Heading(_("Safeguards and medical examination")),
    "video": Heading(_("Video")),
    "terminals": Heading(_("Terminals")),
    "visits": Heading(_("Visits, reports and recommendations")),
    "mechanism": Heading(_("The mechanism and international missions")),
}
VERDICTS = {
    "does_not_follow": ("≠", _("does not follow from the figures given")),
    "holds": ("=", _("adds up")),
    "holds_with_rounding": ("≈", _("adds up with rounding")),
    "cannot_be_checked": ("?", _("cannot be checked from the text")),
    "wording": ("?", _("a remark on wording")),
}
"""Of a checked figure: the sign that stands beside it, and in words."""
CHANGES = {
    "values": _("the packs tell other figures"),
    "decisions": _("the documents were checked anew, or are told in other words"),
    "correction": _("a correction"),
    "reply": _("a reply was published"),
}
"""Why an edition of the picture differs from the one before."""
