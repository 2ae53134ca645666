"""Marking a database: as demonstration or main, once, at its first start; and with what it was filled. Not acts of a person, so no entries."""

from django.db import transaction

from tirek.foundation.people.models import Edition


def mark_edition(*, edition: str) -> None:
    """Marks a new database as "demonstration" or "main"; a mark that stands is never changed."""
    Edition.objects.get_or_create(pk=1, defaults={"name": edition})


def mark_filled(*, name: str, digest: str) -> None:
    """Marks that something was loaded whole into this database, and by what digest of its text. The edition is marked already."""
    with transaction.atomic():
        edition = Edition.objects.select_for_update(no_key=True).get(pk=1)
        edition.filled = {**edition.filled, name: digest}
        edition.save(update_fields=["filled"])
