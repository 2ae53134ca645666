"""Beginning a bundle: for whom, of what, to which keys; taking what was made; dropping what was not."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from tirek.followup.international.queries import review
from tirek.foundation.jobs.queries import is_open
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.seal.keys import Key, KeyRefused, keys_of
from tirek.insight.bundles.models import PARTS, Bundle
from tirek.insight.bundles.policies import check_makes_bundles
from tirek.insight.bundles.reach import reach
from tirek.insight.bundles.refusals import KEY_REFUSALS, NothingChosen, NotReady, PeriodTurned, SealingNow
from tirek.insight.bundles.services.sealing import KIND

NOUN = "bundle"
"""Acts are about the bundle alone: nothing else's history tells of it."""


def begin_bundle(
    *, country: str, delegation: str, since: date, until: date, parts: Iterable[str], keys: str, by: Actor, review_id: UUID | None = None, places: Iterable[UUID] = (),
) -> Recorded[UUID]:  # fmt: skip
    """Chooses what goes in and to which public keys; a job gathers it. Raises NotFound for everybody but the head; PeriodTurned, NothingChosen, KeyUnfit."""
    check_makes_bundles(by, country)
    chosen = [each for each in PARTS if each in set(parts)]
    if not chosen:
        raise NothingChosen
    if until < since:
        raise PeriodTurned
    fit = checked_keys(keys)
    if review_id is not None and review(review_id, by=by).country != country:
        raise NotFound
    row = Bundle(
        country=country, delegation=delegation.strip(), review_id=review_id, since=since, until=until, places=sorted(map(str, set(places))), parts=chosen,
        keys=[each.text for each in fit], begun_by=by.id, begun_on=today(country),
    )  # fmt: skip
    with record("bundle.begun", by=by, subject=(NOUN, row.pk)) as act:
        row.job = enqueue(kind_name=KIND, arguments={"bundle": str(row.pk), "by": by.id, "does": "gather"}, by=by, country=country)
        row.save()
        return act.of(row.pk)


def checked_keys(told: str) -> tuple[Key, ...]:
    """The public keys of a text; raises KeyUnfit."""
    try:
        return keys_of(told)
    except KeyRefused as refused:
        raise KEY_REFUSALS[refused.why](told=refused.told) from refused


def gather_again(*, bundle_id: UUID, by: Actor) -> Recorded[UUID]:
    """Gathers once more what goes in: it stopped, or something changed. Raises NotFound, NotReady, SealingNow."""
    with record("bundle.gathered-again", by=by, subject=(NOUN, bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        check_unsealed(row)
        row.state, row.seen = "gathering", ""
        row.job = enqueue(kind_name=KIND, arguments={"bundle": str(row.pk), "by": by.id, "does": "gather"}, by=by, country=row.country)
        row.save()
        return act.of(row.pk)


def drop_bundle(*, bundle_id: UUID, by: Actor) -> Recorded[UUID]:
    """Gives up a bundle that was not sealed; what was found for it is forgotten. Raises NotFound, NotReady, SealingNow."""
    with record("bundle.dropped", by=by, subject=(NOUN, bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        check_unsealed(row)
        row.state, row.outline, row.seen = "dropped", {}, ""
        row.save()
        return act.of(row.pk)


def check_unsealed(row: Bundle) -> None:
    """Whether it is neither sealed nor given up, nor being sealed: what a job has stored by then would lie there for nobody. Raises NotReady, SealingNow."""
    if row.state in ("made", "dropped"):
        raise NotReady
    if row.state == "sealing" and row.job and is_open(row.job):
        raise SealingNow


def take_bundle(*, bundle_id: UUID, by: Actor) -> Recorded[UUID]:
    """Notes that the head takes the sealed file, each time anew; returns the file. Raises NotFound, also for the auditor, and NotReady."""
    with record("bundle.exported", by=by, subject=(NOUN, bundle_id)) as act:
        row = reach(bundle_id, by, lock=True)
        if row.state != "made" or row.file_id is None:
            raise NotReady
        act.country = row.country
        return act.of(row.file_id)
