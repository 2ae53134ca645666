"""Keeping beside each issued recommendation its labels with what lists count, within the act that changed it. It knows the packs' kinds, no reader and no text."""

from collections.abc import Iterable
from uuid import UUID

from tirek.followup.recommendations.models import Labelled, Recommendation
from tirek.foundation.jurisdictions.queries import kind_of_label
from tirek.foundation.ledger.following import Touched

CHUNK = 500
BESIDE = ("country", "issued_on", "position", "state", "word", "verification", "due_on")
"""What lists count and are ordered by."""


def keep_labels(touched: Touched) -> None:
    """Makes the rows anew of what an act touched. Cost: nothing for other acts; else 2 queries, 2 more where there are labels."""
    ordered = sorted(map(UUID, touched.get(Recommendation._meta.label, ())))
    for start in range(0, len(ordered), CHUNK):
        make_anew(ordered[start : start + CHUNK])


def make_anew(ids: Iterable[UUID]) -> None:
    """The labels of these that are issued; a label whose kind no pack knows any more stays in the row alone."""
    ids = list(ids)
    held = Labelled.objects.filter(recommendation__in=ids)
    rows = [row for row in Recommendation.objects.issued().filter(pk__in=ids).order_by().values("pk", "labels", *BESIDE) if row["labels"] and row["issued_on"]]
    if held.exists():
        held.delete()
    if rows:
        Labelled.objects.bulk_create(
            Labelled(recommendation_id=row["pk"], kind=kind, label=label, **{column: row[column] for column in BESIDE})
            for row in rows for label in row["labels"] if (kind := kind_of_label(row["country"], label))
        )  # fmt: skip
