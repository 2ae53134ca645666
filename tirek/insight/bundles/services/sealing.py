"""Gathering a bundle, and sealing what the head confirmed. What is sealed goes member by member through age into the files folder: nothing of it lies on a disk in clear."""

from collections.abc import Iterator
from typing import IO
from uuid import UUID

from tirek.foundation.files.queries import file_bytes
from tirek.foundation.files.services import store_written
from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.seal import packing, sealing
from tirek.ground.seal.keys import Key, recipients
from tirek.insight.bundles.contents import Contents, digest_of
from tirek.insight.bundles.gathering import gather
from tirek.insight.bundles.models import Bundle
from tirek.insight.bundles.outlining import outline_of, read
from tirek.insight.bundles.pages import pages_of
from tirek.insight.bundles.reach import reach
from tirek.insight.bundles.refusals import ContentChanged, NotConfirmed, NotReady

KIND = "bundles.make"
MEDIA_TYPE = "application/age-encryption"


def gather_bundle(*, bundle_id: UUID, by: Actor) -> Recorded[UUID]:
    """Keeps what would go in, for the head to look at. Raises NotFound, NotReady, NothingFound, TooMuch."""
    held = reach(bundle_id, by)
    told = outline_of(gather(held, by))
    with record("bundle.gathered", by=by, subject=("bundle", bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        if row.state != "gathering":
            raise NotReady
        row.state, row.outline = "ready", told.stored()
        row.save()
        return act.of(row.pk)


def confirm_bundle(*, bundle_id: UUID, seen: str, keys_compared: bool, passages_looked_at: bool, by: Actor) -> Recorded[UUID]:
    """The head has compared the keys and looked at what goes in; a job seals it. `seen` is the digest of what was shown. Raises NotFound, NotReady, NotConfirmed, ContentChanged."""
    with record("bundle.confirmed", by=by, subject=("bundle", bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        if row.state != "ready":
            raise NotReady
        told = read(row.outline)
        if seen != told.digest:
            raise ContentChanged
        if not keys_compared or ((told.found or told.scans) and not passages_looked_at):
            raise NotConfirmed
        act.purpose = "passages-confirmed" if told.found or told.scans else ""
        row.state, row.seen, row.confirmed_by = "sealing", seen, by.id
        row.job = enqueue(kind_name=KIND, arguments={"bundle": str(row.pk), "by": by.id, "does": "seal"}, by=by, country=row.country)
        row.save()
        return act.of(row.pk)


def seal_confirmed(*, bundle_id: UUID, by: Actor, step: Step) -> Recorded[UUID]:
    """Gathers anew and seals, if that is exactly what was confirmed; else the bundle is shown again. Raises NotFound, NotReady, ContentChanged."""
    held = reach(bundle_id, by)
    if held.state != "sealing":
        raise NotReady
    step(0, 1, "Gathering what goes in")
    made = gather(held, by)
    pages = pages_of(made)
    if digest_of(pages, made.files) != held.seen:
        show_again(bundle_id=bundle_id, seen=held.seen, made=made, by=by)
        raise ContentChanged
    file = store_written(write=lambda into: write(into, held, made, pages, step), name="bundle.age", media_type=MEDIA_TYPE, country=held.country, by=by).value
    with record("bundle.made", by=by, subject=("bundle", bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        if row.state != "sealing" or row.seen != held.seen:
            raise NotReady
        row.state, row.file, row.made_on, row.outline = "made", file, today(row.country), read(row.outline).stored(sealed=True)
        row.save()
        return act.of(row.pk)


def show_again(*, bundle_id: UUID, seen: str, made: Contents, by: Actor) -> Recorded[None]:
    """Something changed since it was confirmed as `seen`: the head looks once more. Raises NotReady where that is not asked any more."""
    told = outline_of(made)
    with record("bundle.gathered", by=by, subject=("bundle", bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        if row.state != "sealing" or row.seen != seen:
            raise NotReady
        row.state, row.seen, row.outline = "ready", "", told.stored()
        row.save()
        return act.of(None)


def write(into: IO[bytes], row: Bundle, made: Contents, pages: tuple[tuple[str, bytes], ...], step: Step) -> None:
    """The sealed archive. Memory holds the pages and one file at a time."""
    told: dict[str, object] = {"bundle": str(row.pk), "for": row.delegation, "made_on": today(row.country).isoformat(), "content": row.seen}
    pieces = packing.packed(members(made, pages, step), told)
    sealing.seal(sealing.Pieces(pieces), into, recipients(Key(each) for each in row.keys))  # type: ignore[arg-type]


def members(made: Contents, pages: tuple[tuple[str, bytes], ...], step: Step) -> Iterator[tuple[str, bytes]]:
    """Pages, then stored files, each checked against its digest when it is read."""
    yield from pages
    for number, each in enumerate(made.files):
        step(number, len(made.files), "Sealing")
        yield each.name, file_bytes(each.facts.id)
