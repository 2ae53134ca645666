"""Verifying the ledger: names the first bad entry, the altered rows, or the interval between two checkpoints. It writes nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from tirek.foundation.ledger.checkpoints import read_checkpoints
from tirek.foundation.ledger.models import Entry, EntryRow, Head, Node
from tirek.foundation.ledger.rows import LedgeredRow, canonical_row
from tirek.foundation.ledger.writing import entry_body
from tirek.ground.proof.checkpoint import Checkpoint, CheckpointRefused
from tirek.ground.proof.leaf import leaf
from tirek.ground.proof.tree import Frontier, leaf_hash

UNSEEN = (
    "entries newer than the last checkpoint, if someone rewrote both database and tree within that minute",
    "rows that were read without the program, straight from the database or the disk",
    "what was never entered",
    "entries and rows whose salt was erased: their place in the tree holds, their content can no longer be tested",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: where (entry number or table and row) and a sentence."""

    kind: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Findings:
    """The outcome: how much was checked, what does not hold, and what this check cannot see."""

    entries: int
    rows: int
    checkpoints: int
    faults: tuple[Fault, ...]
    unseen: tuple[str, ...] = UNSEEN

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def verify(progress: Callable[[int, int], None] = lambda done, total: None) -> Findings:
    """Checks entries, tree, checkpoints and rows. Streams: memory does not grow with the ledger. Cost: O(entries + rows)."""
    head = Head.objects.filter(pk=1).first()
    size = head.size if head else 0
    faults: list[Fault] = []
    checkpoints = checkpoints_or_fault(faults)
    check_erasures(faults)
    counted = walk_entries(size, checkpoints, faults, progress)
    rows = sum(check_table(model, faults) for model in apps.get_models() if issubclass(model, LedgeredRow))
    return Findings(counted, rows, len(checkpoints), tuple(faults))


def checkpoints_or_fault(faults: list[Fault]) -> list[Checkpoint]:
    """The checkpoints, or a fault when the file was altered."""
    try:
        return read_checkpoints()
    except CheckpointRefused as refused:
        faults.append(Fault("checkpoint", "file", f"The checkpoint file was altered: {refused}"))
        return []


def check_erasures(faults: list[Fault]) -> None:
    """Every erased salt must have its own entry: otherwise erasing a salt by hand would hide a change."""
    erased = set(Entry.objects.filter(verb="ledger.erased").values_list("noun", "subject"))
    bare_entries = {("entry", str(seq)) for seq in Entry.objects.filter(salt=None).values_list("seq", flat=True)}
    bare_rows = set(EntryRow.objects.filter(salt=None, gone=False).values_list("table", "row").distinct())
    for noun, subject in sorted((bare_entries | bare_rows) - erased):
        faults.append(Fault("erasure", f"{noun} {subject}", f"The salt of {noun} {subject} was erased without an entry that says so."))


def walk_entries(size: int, checkpoints: list[Checkpoint], faults: list[Fault], progress: Callable[[int, int], None]) -> int:
    """Walks all entries in order; stops at the first entry that does not hold. Returns how many were checked."""
    tree, wanted, last = Frontier(), {each.size: each.root for each in checkpoints}, 0
    count = 0
    for expected, (entry, rows) in enumerate(entries_with_rows()):
        fault = fault_of_entry(expected, entry, rows)
        if fault:
            faults.append(fault)
            return count
        tree.append(leaf_hash(bytes(entry.leaf)))
        count += 1
        if count in wanted:
            if tree.root() != wanted[count]:
                sentence = f"The tree differs from the checkpoint over {count} entries: something between entry {last} and entry {count - 1} was rewritten."
                faults.append(Fault("interval", f"{last}–{count - 1}", sentence))
                return count
            last = count
        if count % 1000 == 0:
            progress(count, size)
    ends = [*wanted, size]
    if count < max(ends):
        faults.append(Fault("missing", str(count), f"Entries from {count} on are missing: {max(ends)} were written."))
    elif count > size:
        faults.append(Fault("head", str(size), f"The head counts {size} entries but there are {count}."))
    return count


def entries_with_rows(chunk: int = 500) -> Iterator[tuple[Entry, list[EntryRow]]]:
    """Entries in order, each with its rows, read in chunks."""
    after = -1
    while entries := list(Entry.objects.filter(seq__gt=after).order_by("seq")[:chunk]):
        rows: dict[int, list[EntryRow]] = {}
        for row in EntryRow.objects.filter(entry_id__in=[entry.seq for entry in entries]).order_by("table", "row"):
            rows.setdefault(row.entry_id, []).append(row)
        leaves = {node.index: bytes(node.hash) for node in Node.objects.filter(level=0, index__in=[entry.seq for entry in entries])}
        for entry in entries:
            entry.stored_node = leaves.get(entry.seq)  # type: ignore[attr-defined]
            yield entry, sorted(rows.get(entry.seq, []), key=lambda row: (row.table, row.row))
        after = entries[-1].seq


def fault_of_entry(expected: int, entry: Entry, rows: Iterable[EntryRow]) -> Fault | None:
    """What is wrong with one entry, or None. An erased salt cannot be tested; the leaf still must be the tree's."""
    if entry.seq != expected:
        return Fault("missing", str(expected), f"Entry {expected} is missing.")
    if entry.salt is not None and leaf(bytes(entry.salt), entry_body(entry, rows)) != bytes(entry.leaf):
        return Fault("entry", str(entry.seq), f"Entry {entry.seq} or its list of rows was altered.")
    if entry.stored_node != leaf_hash(bytes(entry.leaf)):  # type: ignore[attr-defined]
        return Fault("entry", str(entry.seq), f"The leaf of entry {entry.seq} is not the one in the tree.")
    return None


def check_table(model: type[LedgeredRow], faults: list[Fault]) -> int:
    """Compares every row of a table with the newest MAC the ledger has of it. Returns how many rows were compared."""
    table = model._meta.db_table
    newest = EntryRow.objects.filter(table=table).values("row").annotate(newest=models.Max("id")).values("newest")
    vouched = {row.row: row for row in EntryRow.objects.filter(id__in=newest).iterator(chunk_size=2000)}
    count = 0
    for row in model._base_manager.order_by("pk").iterator(chunk_size=500):
        count += 1
        line = vouched.pop(str(row.pk), None)
        if line is None or line.gone:
            faults.append(Fault("row", f"{table} {row.pk}", f"Row {row.pk} of {table} was put in without the program."))
        elif line.salt is not None and leaf(bytes(line.salt), canonical_row(row)) != bytes(line.mac or b""):
            faults.append(Fault("row", f"{table} {row.pk}", f"Row {row.pk} of {table} was changed without the program (entry {line.entry_id} vouches for it)."))
    lost = sorted(row for row, line in vouched.items() if not line.gone)
    faults.extend(Fault("row", f"{table} {row}", f"Row {row} of {table} was deleted without the program.") for row in lost)
    return count
