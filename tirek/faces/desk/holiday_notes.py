"""The note beside a due day that was counted across a year whose movable holidays nobody has confirmed yet. It knows no pack, only years."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def holiday_note(years: Iterable[int]) -> str:
    """The sentence for these years, or nothing where the calendar is complete."""
    told = ", ".join(str(year) for year in sorted(set(years)))
    return _("Movable holidays of %(years)s are not yet confirmed in the country’s pack: the day may be later.") % {"years": told} if told else ""
