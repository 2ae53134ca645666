"""Marking a database as demonstration or main, once, at its first start."""

from tirek.foundation.people.models import Edition


def mark_edition(*, edition: str) -> None:
    """Marks a new database as "demonstration" or "main"; a mark that stands is never changed. Not an act of a person, so no entry."""
    Edition.objects.get_or_create(pk=1, defaults={"name": edition})
