"""Contacts of those who filed something: sealed in the row, opened for whoever confirms who wrote it, erased some time after the decision."""

from datetime import timedelta

from tirek.ground.proof.sealing import Sealer, SealRefused
from tirek.insight.publications.receipts import contact_key

KEPT = timedelta(days=90)
"""How long after a decision a contact is kept."""
LONGEST = 300


def sealed(contact: str) -> str:
    """A contact as it is kept; nothing stays nothing."""
    return Sealer(contact_key()).seal(contact.strip()) if contact.strip() else ""


def opened(kept: str) -> str:
    """A contact in clear; nothing where the secret of the instance is another one than when it was sealed."""
    try:
        return Sealer(contact_key()).open(kept) if kept else ""
    except SealRefused:
        return ""
