"""Writing and verifying the ledger. Run: python -m benchmarks.ledger [ENTRIES]

Prints how long one act takes, how long a verification of so many entries (100,000 unless told) with a row each takes, and its memory.
"""

import resource
import secrets
import shutil
import sys
import time
from datetime import UTC, datetime, timedelta

from benchmarks.machine import machine, own_instance

BATCH = 2000
ACTS = 300


def acts() -> float:
    """Milliseconds for one act with one row, as a service writes it."""
    from tirek.foundation.files.bytes import keep
    from tirek.foundation.files.models import StoredFile
    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM

    begun = time.perf_counter()
    for number in range(ACTS):
        with record("file.stored", by=SYSTEM) as entry:
            StoredFile(sha256=keep(b"benchmark"), size=1, media_type="text/plain", name=f"{number}.txt", country="kz").save()
            entry.of(None)
    return (time.perf_counter() - begun) * 1000 / ACTS


def changes() -> float:
    """Milliseconds for one act that changes a row: the row is compared with its line, and the line with its entry, before it is written."""
    from tirek.foundation.files.models import StoredFile
    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM

    keys = list(StoredFile.objects.values_list("pk", flat=True)[:ACTS])
    begun = time.perf_counter()
    for key in keys:
        with record("file.renamed", by=SYSTEM) as entry:
            row = StoredFile.objects.get(pk=key)
            row.name = "renamed.txt"
            row.save()
            entry.of(None)
    return (time.perf_counter() - begun) * 1000 / len(keys)


def fill(entries: int) -> None:
    """So many entries in all, put in by batches with the ledger's own forms: leaves, MACs, seals, nodes and head are as acts would write them."""
    from django.db import transaction

    from tirek.foundation.files.bytes import keep
    from tirek.foundation.files.models import StoredFile
    from tirek.foundation.ledger.acts import opened
    from tirek.foundation.ledger.models import Entry, EntryRow, Head, Node
    from tirek.foundation.ledger.rows import canonical_row
    from tirek.foundation.ledger.seals import seal, sealing_key
    from tirek.foundation.ledger.writing import entry_body
    from tirek.ground.proof.leaf import leaf
    from tirek.ground.proof.tree import Frontier, leaf_hash

    tree, key = Frontier(), sealing_key(0)
    for stored in Node.objects.filter(level=0).order_by("index"):
        tree.append(bytes(stored.hash))
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while tree.size < entries:
        digest = keep(b"benchmark")
        made: tuple[list[StoredFile], list[Entry], list[EntryRow], list[Node]] = ([], [], [], [])
        for seq in range(tree.size, min(entries, tree.size + BATCH)):
            file = StoredFile(sha256=digest, size=seq, media_type="text/plain", name=f"{seq}.txt", country="kz")
            entry = Entry(seq=seq, at=moment + timedelta(seconds=seq), actor="system", verb="file.stored", country="kz", salt=secrets.token_bytes(32))
            salt = secrets.token_bytes(32)
            row = EntryRow(entry=entry, table="files_storedfile", row=str(file.pk), salt=salt, mac=leaf(salt, canonical_row(file)))
            entry.leaf = leaf(bytes(entry.salt or b""), entry_body(entry, [row]))
            entry.seal = seal(key, entry, [row])
            nodes = [Node(level=level, index=index, hash=digest) for (level, index), digest in tree.append(leaf_hash(entry.leaf)).items()]
            for several, each in zip(made, ([file], [entry], [row], nodes), strict=True):
                several.extend(each)  # type: ignore[arg-type]
        with transaction.atomic(), opened():
            for several in made:
                type(several[0])._base_manager.bulk_create(several)  # type: ignore[arg-type]
            Head.objects.update_or_create(pk=1, defaults={"size": tree.size})


def main() -> None:
    """The whole measurement."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(machine())
    folder = own_instance(demo=False)
    from tirek.foundation.ledger.checkpoints import write_checkpoint
    from tirek.foundation.ledger.verification import verify
    from tirek.project.cli.preparing import prepare

    prepare()
    print(f"one act with one row: {acts():.1f} ms ({ACTS} acts, each durable on the disk)")
    print(f"one act that changes a row: {changes():.1f} ms ({ACTS} acts)")
    fill(entries)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    begun = time.perf_counter()
    write_checkpoint()
    print(f"a checkpoint over them: {(time.perf_counter() - begun) * 1000:.0f} ms")
    begun, worked = time.perf_counter(), time.process_time()
    outcome = verify()
    took, worked = time.perf_counter() - begun, time.process_time() - worked
    assert outcome.holds, outcome.faults[:3]
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"verification of {outcome.entries:,} entries and {outcome.rows:,} rows: {took:.1f} s ({worked:.1f} s of it on the processor); peak memory {after} MiB ({after - before} MiB more than before)")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
