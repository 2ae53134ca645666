"""Keeping a row that may stand once, also where two keep it at the same moment. It knows no noun."""

from django.db import IntegrityError, transaction

from tirek.foundation.ledger.rows import LedgeredRow
from tirek.ground.rules.refusals import Refusal


def kept_once(row: LedgeredRow, refusal: Refusal) -> None:
    """Saves the row within the act under way; raises `refusal` where the database says that such a one stands: somebody was faster by a moment."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise refusal from error
