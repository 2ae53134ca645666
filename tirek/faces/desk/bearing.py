"""The recommendations of international bodies on which something of the mechanism bears, in words. It holds no rule."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.fields import said
from tirek.followup.international.queries import Bearing, ParagraphLine


def cited(line: ParagraphLine | Bearing) -> str:
    """A recommendation as it is cited."""
    return _("%(symbol)s, paragraph %(number)s") % {"symbol": line.symbol or said(line.title), "number": line.number}


def bears_on(found: Iterable[Bearing]) -> list[tuple[str, str, str]]:
    """Them as what a thing bears on: words, how each is cited, address of its thread."""
    return [(_("Bears on"), cited(each), reverse("desk:international-thread", args=[each.paragraph_id])) for each in found]
