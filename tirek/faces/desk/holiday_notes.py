"""The note beside a due day that was counted across a year whose movable holidays nobody has confirmed yet. It judges no delay."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from tirek.foundation.jurisdictions.queries import unsettled_years


def holiday_note(years: Iterable[int]) -> str:
    """The sentence for these years, or nothing where the calendar is complete."""
    told = ", ".join(str(year) for year in sorted(set(years)))
    return _("Movable holidays of %(years)s are not yet confirmed in the country’s pack: the day may be later.") % {"years": told} if told else ""


def crossed(country: str, first: date | None, last: date | None) -> tuple[int, ...]:
    """The years between two days, where both are known, whose movable holidays are not confirmed."""
    return unsettled_years(country, first, last) if first and last else ()
