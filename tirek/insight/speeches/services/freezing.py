"""Freezing the sheet of a year: one act, exact figures, the moment, the digest. What was frozen before stays as it is."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.speeches.contents import Content, counts_digest, digest_of
from tirek.insight.speeches.counting import figures
from tirek.insight.speeches.models import SpeechSheet
from tirek.insight.speeches.policies import check_may_freeze_sheets
from tirek.insight.speeches.refusals import CountsChanged, FrozenAlready


def freeze_sheet(*, country: str, year: int, counts: str, by: Actor) -> Recorded[UUID]:
    """Freezes the figures as the page showed them: `counts` is the sign it carried. Returns the version's id.

    Raises NotAllowed, NotFound for a year that has not begun, CountsChanged, and FrozenAlready where nothing changed since the newest version.
    """
    check_may_freeze_sheets(by, country)
    day, now = today(country), timezone.now().replace(microsecond=0)
    if not 2000 <= year <= day.year:
        raise NotFound
    with record("speech-sheet.frozen", by=by, country=country) as act:
        found = figures(country, year, day)
        signed = counts_digest(found)
        if signed != counts:
            raise CountsChanged
        newest = newest_of(country, year)
        if newest is not None and newest.counts == signed:
            raise FrozenAlready(version=newest.version)
        version = newest.version + 1 if newest else 1
        body = Content(country, year, version, now, found).body
        row = SpeechSheet(country=country, year=year, version=version, as_of=now, body=body, digest=digest_of(body), counts=signed, frozen_by=by.id)
        stored(row)
        act.about("speech-sheet", row.pk)
        return act.of(row.pk)


def newest_of(country: str, year: int) -> SpeechSheet | None:
    """The newest version of a year. Cost: one query."""
    return SpeechSheet.objects.filter(country=country, year=year).first()


def stored(row: SpeechSheet) -> None:
    """Saves a version. Raises FrozenAlready where somebody else made it at the same moment."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if SpeechSheet.objects.filter(country=row.country, year=row.year, version=row.version).exists():
            raise FrozenAlready(version=row.version) from None
        raise
