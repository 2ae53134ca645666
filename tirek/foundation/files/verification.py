"""Reading every stored file back for a verification: bytes that are not those of their digest are named. It writes nothing."""

from django.utils.translation import gettext_noop as _

from tirek.foundation.files.bytes import intact
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.findings import Fault, Progress, told


def check_bytes(faults: list[Fault], progress: Progress) -> int:
    """Hashes the bytes of every digest that a row names. Returns how many files were read. Cost: O(bytes)."""
    digests = StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    total, done = digests.count(), 0
    for done, digest in enumerate(digests.iterator(), start=1):
        if not intact(str(digest)):
            sentence = _("The stored file %(digest)s is missing or its bytes were altered. Restore it from a backup.")
            faults.append(Fault("file", str(digest), told(sentence, digest=str(digest))))
        progress(done, total)
    return done
