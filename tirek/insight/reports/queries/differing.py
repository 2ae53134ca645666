"""Two versions of one report, compared for whoever may read both."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports.differing import Comparison, differing
from tirek.insight.reports.freezing import present
from tirek.insight.reports.reach import sees, versions


def compared_versions(before: UUID, after: UUID, *, language: str, by: Actor, of: UUID | None = None) -> Comparison:
    """What differs between two versions of one report as they stand, in one of its languages. `of` is the version whose page asks, by which all are known.

    Raises NotFound, and Abandoned for a version that is.
    """
    known = {each.pk: each for each in versions(of or after)}
    old, new = known.get(before), known.get(after)
    if old is None or new is None or not (sees(old, by) and sees(new, by)):
        raise NotFound
    return differing(present(old), present(new), language)
