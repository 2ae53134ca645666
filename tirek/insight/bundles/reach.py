"""Reaching a bundle: the row if the actor may know of it, else NotFound. Services and queries both stand on this. It knows no file."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.bundles.models import Bundle, makes_bundles


def reach(bundle_id: UUID, by: Actor, *, lock: bool = False) -> Bundle:
    """A bundle that the actor may know of; with `lock` for the head who goes on with it. Raises NotFound."""
    rows = Bundle.objects.select_for_update(of=("self",), no_key=True) if lock else Bundle.objects.all()
    row = rows.select_related("file").filter(pk=bundle_id).first()
    if row is None or not Bundle.objects.known_to(by, row.country).filter(pk=bundle_id).exists() or (lock and not makes_bundles(by, row.country)):
        raise NotFound
    return row
