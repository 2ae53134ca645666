"""Correcting what is published: a further edition of a thing with a note that says what changed. The earlier editions stay as they were."""

import json

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries as claims
from tirek.insight.publications.comparing import digest
from tirek.insight.publications.gathering import frozen, now
from tirek.insight.publications.models import Edition
from tirek.insight.publications.passages import REASONS, Passage, out_of, places_left, taken
from tirek.insight.publications.policies import check_may_publish, check_may_withhold
from tirek.insight.publications.profile_bodies import origin_of
from tirek.insight.publications.refusals import ChangedMeanwhile, CodeUnknown, NothingChanged, PassageNotThere, WordsMissing
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
        before = Edition.objects.select_for_update(no_key=True).filter(country=country, kind=kind, key=key).first()
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


def take_out(*, country: str, key: str, words: str, reason: str, note: Words, by: Actor, names_nobody: str = "") -> Recorded[int]:
    """Publishes a document again without a passage, wherever its words stand; nothing else of it changes. The country's picture follows. Returns at how many places.

    The figures in the passage go with it, and the checks that need them. Raises NotAllowed, NotFound, WordsMissing, CodeUnknown, PassageNotThere, PassagesUndecided.
    """
    check_may_withhold(by, country)
    if not note:
        raise WordsMissing
    if reason not in REASONS:
        raise CodeUnknown(given=reason)
    with record("edition.passage-taken-out", by=by, country=country) as entry:
        before = Edition.objects.select_for_update(no_key=True).filter(country=country, kind="document", key=key).first()
        if before is None:
            raise NotFound
        body = json.loads(before.body)
        found = places_left(body, words)
        if not found:
            raise PassageNotThere
        kept = names_nobody.strip() if newly_kept(before.pk, (note,), names_nobody, ()) else ""
        further = taken(body, [Passage(place[0], place[1], reason) for place in found])
        freeze(kind="document", country=country, key=key, origin=before.origin, body=further, change="correction", note=note, kept_because=kept)
        follow(country)
        entry.about("edition", before.pk)
        return entry.of(len(found))


def put_back(*, country: str, key: str, start: int, note: Words, by: Actor, names_nobody: str = "") -> Recorded[int]:
    """Publishes a document again with a passage that was taken out by mistake, which begins at that character; its figures as they are taken now. Returns the version.

    Raises NotAllowed, NotFound, WordsMissing, PassagesUndecided.
    """
    check_may_withhold(by, country)
    if not note:
        raise WordsMissing
    with record("edition.passage-put-back", by=by, country=country) as entry:
        before = Edition.objects.select_for_update(no_key=True).filter(country=country, kind="document", key=key).first()
        back = tuple(each for each in out_of(json.loads(before.body)) if each.start == start) if before else ()
        source_id = claims.source_called(key, by=by, country=country)
        if before is None or not back or source_id is None:
            raise NotFound
        kept = names_nobody.strip() if newly_kept(before.pk, (note,), names_nobody, ()) else ""
        body = frozen(source_id, country, key, by, back)
        freeze(kind="document", country=country, key=key, origin=before.origin, body=body, change="correction", note=note, kept_because=kept)
        follow(country)
        entry.about("edition", before.pk)
        return entry.of(before.version + 1)
