"""The work of the bundles room: gathering what goes in, and sealing what was confirmed, as jobs with the rights of now. It knows no rule."""

from uuid import UUID

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.insight.bundles.services.sealing import KIND, gather_bundle, seal_confirmed

__all__ = ["KIND", "bundle_work"]


def bundle_work(arguments: Arguments, step: Step) -> Arguments:
    """Gathers, or seals."""
    by, about = actor_with_id(arguments["by"]), UUID(arguments["bundle"])
    if arguments["does"] == "gather":
        step(0, 1, "Gathering what goes in")
        gather_bundle(bundle_id=about, by=by)
    else:
        seal_confirmed(bundle_id=about, by=by, step=step)
    return {"bundle": str(about)}
