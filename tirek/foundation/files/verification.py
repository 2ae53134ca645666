"""Reading every stored file back for a verification: bytes that are not those of their digest are named. It writes nothing."""

from tirek.foundation.files.bytes import intact
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.findings import Fault, Progress


def check_bytes(faults: list[Fault], progress: Progress) -> int:
    """Hashes the bytes of every digest that a row names. Returns how many files were read. Cost: O(bytes)."""
    digests = StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    total, done = digests.count(), 0
    for done, digest in enumerate(digests.iterator(), start=1):
        if not intact(str(digest)):
            sentence = f"The stored file {digest} is missing or its bytes were altered. Restore it from a backup."
            faults.append(Fault("file", str(digest), sentence))
        progress(done, total)
    return done
