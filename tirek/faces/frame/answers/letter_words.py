"""The codes of letters in the reader's words. It knows no row."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

Said = str | Promise

DIRECTIONS: dict[str, Said] = {"in": gettext_lazy("came in"), "out": gettext_lazy("went out")}
KINDS: dict[str, Said] = {
    "transmittal": pgettext_lazy("letter", "sends recommendations"), "reminder": pgettext_lazy("letter", "reminds"),
    "escalation": pgettext_lazy("letter", "takes it to another body"), "answer": pgettext_lazy("letter", "answers recommendations"),
    "acknowledgement": pgettext_lazy("letter", "confirms receipt"), "other": pgettext_lazy("letter", "something else"),
}  # fmt: skip
WAYS: dict[str, Said] = {
    "post": gettext_lazy("by post"), "courier": gettext_lazy("by courier"), "handed": gettext_lazy("handed over"), "mail": gettext_lazy("by e-mail"),
    "system": gettext_lazy("by the state’s system of documents"),
}  # fmt: skip
