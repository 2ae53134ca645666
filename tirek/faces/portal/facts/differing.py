"""In what two figures of one question differ: the dimensions that may explain it. It reconciles nothing."""

from django.utils.translation import gettext as _

from tirek.foundation.ui import formats
from tirek.insight.publications.queries import Figure


def differences(one: Figure, other: Figure) -> str:
    """The dimensions in which another figure differs, as words; nothing where none of them does, nor within one series."""
    if one.series and one.series == other.series:
        return ""
    told = (
        (one.document != other.document, _("another document")),
        (one.speaker != other.speaker, _("another speaker")),
        (one.years != other.years, _("another year, or none stated")),
        (one.value is not None and other.value is not None and one.unit != other.unit, _("another unit")),
        ((one.value is None) != (other.value is None), _("words beside a number")),
    )
    found = [words for differs, words in told if differs]
    return formats.listed(found) if found else ""
