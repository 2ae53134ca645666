"""Bundles for the head and the auditor. For everybody else there are none: the same answer as where nothing ever was."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.followup.international.queries import review
from tirek.foundation.ledger.queries import history
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.ground.seal.keys import Key
from tirek.insight.bundles.models import Bundle
from tirek.insight.bundles.outlining import Outline, read
from tirek.insight.bundles.policies import check_knows_of_bundles, makes_bundles
from tirek.insight.bundles.reach import reach

TAKEN = "bundle.exported"


@dataclass(frozen=True, slots=True)
class Taken:
    """The sealed file was taken: when and by whom."""

    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """A bundle. The auditor learns that it was made, for whom and to which keys, and how much is in it; what is in it and the job are the head's."""

    id: UUID
    country: str
    delegation: str
    mission: Words
    since: date
    until: date
    places: int
    parts: tuple[str, ...]
    keys: tuple[Key, ...]
    state: str
    outline: Outline
    begun_by: str
    begun_on: date
    made_on: date | None
    job: UUID | None
    size: int
    sha256: str
    demonstration: bool
    mine: bool
    taken: tuple[Taken, ...] = ()


def bundles(*, by: Actor, country: str) -> tuple[BundleFacts, ...]:
    """All bundles of a country, the newest first. Raises NotFound. Cost: 2 queries."""
    check_knows_of_bundles(by, country)
    rows = list(Bundle.objects.known_to(by, country).select_related("file"))
    names = names_of(each.begun_by for each in rows)
    return tuple(facts(each, by, names, Words()) for each in rows)


def bundle(bundle_id: UUID, *, by: Actor) -> BundleFacts:
    """One bundle with when it was taken; raises NotFound. Cost: some 8 queries."""
    row = reach(bundle_id, by)
    acts = history("bundle", row.pk, verbs=[TAKEN])
    names = names_of({row.begun_by, *(each.actor for each in acts)})
    mission = review(row.review_id, by=by).name if row.review_id and makes_bundles(by, row.country) else Words()
    taken = tuple(Taken(each.at, names.get(each.actor, "")) for each in acts if each.at)
    return facts(row, by, names, mission, taken)


def facts(row: Bundle, by: Actor, names: dict[str, str], mission: Words, taken: tuple[Taken, ...] = ()) -> BundleFacts:
    """A row as frozen values, cut to what the reader may see of it."""
    makes = makes_bundles(by, row.country)
    return BundleFacts(
        row.pk, row.country, row.delegation, mission, row.since, row.until, len(row.places), tuple(row.parts), tuple(map(Key, row.keys)), row.state,
        read(row.outline if makes else {}), names.get(row.begun_by, ""), row.begun_on, row.made_on, row.job if row.begun_by == by.id or row.confirmed_by == by.id else None,
        row.file.size if row.file else 0, row.file.sha256 if row.file else "", row.origin == "demonstration", makes, taken,
    )  # fmt: skip
