"""Reaching a letter: the office any of its country, the mechanism's other people those that are about a recommendation. It opens no act."""

from uuid import UUID

from tirek.followup.letters.models import Letter
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def reach(letter_id: UUID, by: Actor, lock: bool = False, out: bool = False) -> Letter:
    """The letter; with `out`, also one that was taken out of the register. Raises NotFound."""
    found = Letter.objects.select_for_update(no_key=True) if lock else Letter.objects.all()
    row = found.filter(pk=letter_id).first()
    if row is None:
        raise NotFound
    gone = out and row.taken_out_on is not None
    seen = Letter.objects.taken_out(by, row.country) if gone else Letter.objects.visible_to(by, row.country)
    if not seen.filter(pk=row.pk).exists():
        raise NotFound
    return row
