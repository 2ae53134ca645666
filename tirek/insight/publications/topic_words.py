"""Dimensions, silences and reasons for a new edition of a topic in the reader's words. It knows no topic."""

from django.utils.translation import gettext_lazy as _

DIMENSIONS = {
    "period": _("the time of which they speak"),
    "place": _("the place of which they speak"),
    "scope": _("the institutions or the law that are meant"),
    "basis": _("law on one side, practice on the other"),
    "stage": _("what is counted, or at which stage"),
    "people": _("the persons of whom they speak"),
}
LABELS = {"location": _("Place"), "scope": _("Institutions or law"), "basis": _("By law or in practice"), "stage": _("What is counted"), "people": _("Which persons")}
BASES = {"de_jure": _("by law"), "de_facto": _("in practice")}
SILENCES = {
    "not_collected": _("the source says that this is not collected"),
    "not_published": _("the source says that this is not published"),
    "closed": _("the source says that this was closed"),
    "not_applicable": _("the source says that this does not apply"),
}
DISTANCES = {"original": "", "article": _("an article about a document"), "comment": _("a comment on an article")}
CHANGES = {
    "decisions": _("statements were added, changed or taken back"),
    "correction": _("the question was changed"),
    "reply": _("a reply came"),
}
"""Why an edition differs from the one before."""
