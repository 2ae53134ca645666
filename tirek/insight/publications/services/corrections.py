"""Correcting what is published: a further edition of a thing with a note that says what changed. The earlier editions stay as they were."""

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.comparing import digest
from tirek.insight.publications.gathering import now
from tirek.insight.publications.models import Edition
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.profile_bodies import origin_of
from tirek.insight.publications.refusals import ChangedMeanwhile, NothingChanged, WordsMissing
from tirek.insight.publications.services.editions import freeze
from tirek.insight.publications.services.pictures import follow


def correct_edition(*, kind: str, country: str, key: str, note: Words, seen: str, by: Actor, names_nobody: str = "") -> Recorded[int]:
    """Publishes a thing again as it is now, with a note on what changed. `seen` is the digest of what the person looked at. Returns the version.

    Raises NotAllowed, NotFound, WordsMissing, ChangedMeanwhile, NothingChanged, PassagesUndecided.
    """
    check_may_publish(by, country)
    if not note:
        raise WordsMissing
    with record("edition.corrected", by=by, country=country) as entry:
        before = Edition.objects.select_for_update().filter(country=country, kind=kind, key=key).first()
        if before is None:
            raise NotFound
        body = now(kind, country, key, by)
        if digest(before.version, body) != seen:
            raise ChangedMeanwhile
        kept = names_nobody.strip() if newly_kept(before.pk, (note,), names_nobody, ()) else ""
        origin = origin_of(body) if kind == "profile" else before.origin
        if not freeze(kind=kind, country=country, key=key, origin=origin, body=body, change="correction", note=note, kept_because=kept):
            raise NothingChanged
        if kind == "document":
            follow(country)
        entry.about("edition", before.pk)
        return entry.of(before.version + 1)
