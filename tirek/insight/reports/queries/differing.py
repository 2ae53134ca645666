"""Two versions of one report, compared for whoever may read both."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports.differing import Comparison, differing
from tirek.insight.reports.freezing import present
from tirek.insight.reports.reach import reach, sees, versions


def compared_versions(before: UUID, after: UUID, *, language: str, by: Actor) -> Comparison:
    """What differs between two versions of one report as they stand, in one of its languages. Raises NotFound, and Abandoned for a version that is."""
    new = reach(after, by)
    old = next((each for each in versions(after) if each.pk == before), None)
    if old is None or not sees(old, by):
        raise NotFound
    return differing(present(old), present(new), language)
