"""What a bundle is at, in the reader's words. It knows no row."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import StateKind
from tirek.insight.bundles.queries import Outline

Said = str | Promise

STATES: dict[str, tuple[Said, StateKind]] = {
    "gathering": (pgettext_lazy("bundle", "is gathered"), "going"),
    "ready": (pgettext_lazy("bundle", "waits to be looked at"), "waiting"),
    "sealing": (pgettext_lazy("bundle", "is sealed"), "going"),
    "made": (pgettext_lazy("bundle", "sealed"), "done"),
    "dropped": (pgettext_lazy("bundle", "given up"), "stopped"),
}

PARTS: dict[str, Said] = {
    "reports": _("Issued reports with their documents"),
    "recommendations": _("Recommendations with answers and verifications"),
    "letters": _("Letters of the register with their scans"),
}


def size_of(count: int) -> str:
    """A size in bytes in words that people use."""
    if count < 1_000_000:
        return gettext("%(size)s kB") % {"size": number(max(1, round(count / 1_000)))}
    return gettext("%(size)s MB") % {"size": number(round(count / 1_000_000))}


def figures(told: Outline) -> list[tuple[str, str]]:
    """What goes in, with what a delegation should know of it."""
    lines = [
        (gettext("Reports"), told.reports, gettext("without a document in English: %(count)s"), told.reports_without_english),
        (gettext("Recommendations"), told.recommendations, gettext("without an English text of today: %(count)s"), told.recommendations_without_english),
        (gettext("Letters"), told.letters, gettext("scans that no check can read: %(count)s"), told.scans),
    ]  # fmt: skip
    return [(name, number(found) + (f" ({note % {'count': number(lacking)}})" if lacking else "")) for name, found, note, lacking in lines]
