"""Stored files: what is known of bytes that lie in the files folder under their digest."""

from django.db import models

from tirek.foundation.ledger.rows import LedgeredRow


class StoredFile(LedgeredRow):
    """One file as received or made. The bytes never change: another version is another row."""

    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
