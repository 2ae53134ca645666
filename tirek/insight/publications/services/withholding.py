"""Withholding an earlier edition from the public, and giving it back: each is one entry of the ledger. The edition itself stays as it was, for the office."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Draft, Recorded, record
from tirek.foundation.webhooks.events import GIVEN_BACK, WITHHELD
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition, Withheld
from tirek.insight.publications.policies import check_may_withhold
from tirek.insight.publications.refusals import NewestStands, NotWithheld, WithheldAlready, WordsMissing
from tirek.insight.publications.services.announced import tell
from tirek.insight.publications.services.voices import written


def withhold_edition(
    *, kind: str, country: str, key: str, version: int, note: Words, because: str, by: Actor, names_nobody: str = ""
) -> Recorded[UUID]:
    """Gives an earlier edition to nobody but the office from now on; `note` is what everybody reads in its place, `because` is for the mechanism alone.

    Raises NotAllowed, NotFound, WordsMissing, NewestStands, WithheldAlready, PassagesUndecided without a reason in `names_nobody`.
    """
    check_may_withhold(by, country)
    if not note:
        raise WordsMissing
    with record("edition.withheld", by=by, country=country) as entry:
        edition = locked(kind, country, key, version, entry)
        if not Edition.objects.filter(country=country, kind=kind, key=key, version__gt=version).exists():
            raise NewestStands(number=version)
        if edition.withholdings.filter(given_back_at=None).exists():
            raise WithheldAlready(number=version)
        row = Withheld(country=country, edition=edition, withheld_at=timezone.now(), withheld_by=by.id, note=note, because=written(because))
        row.kept_because = names_nobody.strip() if newly_kept(row.pk, (note, because), names_nobody, ()) else ""
        row.save()
        tell(WITHHELD, edition, row.withheld_at)
        return entry.of(row.pk)


def give_back_edition(*, kind: str, country: str, key: str, version: int, because: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Gives a withheld edition back to everybody. Raises NotAllowed, NotFound, NotWithheld, WordsMissing for no reason, PassagesUndecided."""
    check_may_withhold(by, country)
    with record("edition.given-back", by=by, country=country) as entry:
        edition = locked(kind, country, key, version, entry)
        row = edition.withholdings.filter(given_back_at=None).first()
        if row is None:
            raise NotWithheld(number=version)
        if newly_kept(row.pk, (because,), names_nobody, ()):
            row.kept_because = "\n".join(filter(None, (row.kept_because, names_nobody.strip())))
        given_back_at = timezone.now()
        row.given_back_because, row.given_back_at, row.given_back_by = written(because), given_back_at, by.id
        row.save()
        tell(GIVEN_BACK, edition, given_back_at)
        return entry.of(row.pk)


def locked(kind: str, country: str, key: str, version: int, entry: Draft) -> Edition:
    """The edition that an act is about, so that two people come one after the other. Raises NotFound."""
    found = Edition.objects.select_for_update(no_key=True).filter(country=country, kind=kind, key=key, version=version).first()
    if found is None:
        raise NotFound
    entry.about("edition", found.pk)
    return found
