"""Open texts of places: what could name somebody is not saved without a reason, and the reason is kept in the same act."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import REASON_LIMIT, newly_kept
from tirek.ground.rules.words import Words
from tirek.registers.places.models import KeptPassage


def keep_passages(*, about: UUID, country: str, texts: Iterable[str | Words], because: str, by: Actor) -> None:
    """Within an act: notes why passages of a row's texts stay that could name somebody. What was decided about this row is not asked again.

    Raises PassagesUndecided.
    """
    decided = set(KeptPassage.objects.filter(about=str(about)).values_list("digest", flat=True))
    for digest, hit in newly_kept(about, texts, because, decided).items():
        KeptPassage(
            country=country, about=str(about), kind=hit.kind, digest=digest, reason=because.strip()[:REASON_LIMIT], decided_by=by.id,
            decided_at=timezone.now(),
        ).save()  # fmt: skip
