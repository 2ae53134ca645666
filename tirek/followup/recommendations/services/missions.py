"""Missions of international bodies, loaded from the packs' sourced record; nothing is added to it."""

import hashlib

from tirek.followup.recommendations.models import Mission
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.pack import Mission as PackMission
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor


def load_missions(*, by: Actor) -> Recorded[int]:
    """Brings the rows to what the packs say; a second call without changes writes nothing. Returns how many were written."""
    wanted = [(country, each) for country in packs.countries() for each in packs.missions(country)]
    changed = [(country, each, digest) for country, each in wanted if (digest := digest_of(each)) != stored_digest(country, each.id)]
    with record("missions.loaded", by=by) as act:
        for country, each, digest in changed:
            write(country, each, digest)
        return act.of(len(changed))


def digest_of(mission: PackMission) -> str:
    """A digest of everything the pack says of the mission."""
    return hashlib.sha256(repr(mission).encode()).hexdigest()


def stored_digest(country: str, code: str) -> str:
    """What was loaded before, or nothing."""
    row = Mission.objects.filter(country=country, code=code).first()
    return row.digest if row else ""


def write(country: str, mission: PackMission, digest: str) -> None:
    """One mission's row."""
    row = Mission.objects.filter(country=country, code=mission.id).first() or Mission(country=country, code=mission.id, origin="sourced")
    row.body, row.name, row.year, row.digest = mission.body, mission.name, mission.year, digest
    row.first_day, row.last_day = mission.first_day, mission.last_day
    if mission.report:
        row.report_symbol, row.report_dated, row.report_published = mission.report.symbol, mission.report.dated, mission.report.published
    row.save()
