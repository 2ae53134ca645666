"""Verifying the ledger: names the first bad entry, the altered rows, or the interval between two checkpoints. It writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from tirek.foundation.ledger.checkpoints import open_with, read_notes, verifiers
from tirek.foundation.ledger.coverage import check_coverage
from tirek.foundation.ledger.findings import Fault, Findings, Progress, Told, check_files, told
from tirek.foundation.ledger.models import Entry, EntryRow, Head, Node
from tirek.foundation.ledger.one_view import one_view
from tirek.foundation.ledger.reading import (
    ReadEntry,
    entries_in_order,
    is_vouched_for,
    lines_of_no_entry,
    rows_with_lines,
    stands,
    vouched_but_lost,
)
from tirek.foundation.ledger.rows import LedgeredRow, PartlyLedgered, VouchedRow
from tirek.foundation.ledger.taken_back import TAKEN_BACK, laid_aside
from tirek.foundation.ledger.unsealed import Seals, seals_or_fault
from tirek.ground.proof.checkpoint import Checkpoint, CheckpointRefused, Verifier
from tirek.ground.proof.tree import Frontier, leaf_hash

CHUNK = 1000
BEHIND = _(
    "The checkpoints outside the database cover %(covered)s entries; the database holds %(count)s. Either it was taken back to an earlier moment, or "
    "its last entries were deleted. If you took it back yourself, put that on record: tirek ledger taken-back"
)


def silent(done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class Walk:
    """The walk through the entries: the tree so far, the checkpoints still to be met, what was found."""

    wanted: dict[int, bytes]
    seals: Seals
    tree: Frontier = field(default_factory=Frontier)
    last: int = 0
    nodes: dict[tuple[int, int], bytes] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def verify(progress: Progress = silent, reading: Progress = silent, moment: datetime | None = None) -> Findings:
    """Checks entries, tree, checkpoints, rows and stored bytes. Streams: memory does not grow. Cost: O(entries + rows + bytes of files).

    `progress` is told of entries, `reading` of files; neither may write. A restored backup is judged at the `moment` it was made, everything else now.
    While the house goes on working, what it wrote since the beginning is left for the next time: all is read in one view.
    """
    notes = sum(1 for _note in read_notes())
    with one_view():
        return verify_view(notes, progress, reading, moment)


def verify_view(notes: int, progress: Progress, reading: Progress, moment: datetime | None) -> Findings:
    """The verification of one view of the tables; `notes` is how many checkpoints stood in the file before it began."""
    head = Head.objects.filter(pk=1).first() or Head(size=0)
    faults: list[Fault] = []
    remarks: list[Told] = []
    checkpoints = checkpoints_that_hold(head, faults, notes)
    covered = max((each.size for each in checkpoints), default=0)
    check_coverage(covered, moment or timezone.now(), faults, remarks)
    check_erasures(faults)
    check_lines(faults)
    check_found_altered(faults)
    seals = seals_or_fault(faults)
    counted = walk_entries(head.size, Walk({each.size: each.root for each in checkpoints}, seals, faults=faults), progress)
    seals.close(counted)
    faults += seals.faults
    remarks += [*seals.remarks(), *times_taken_back()]
    rows = sum(check_table(model, faults) for model in tables_vouched_for(remarks))
    return Findings(counted, rows, len(checkpoints), check_files(faults, reading), tuple(faults), tuple(remarks))


def checkpoints_that_hold(head: Head, faults: list[Fault], notes: int) -> list[Checkpoint]:
    """The checkpoints whose signatures hold; a fault for each that does not, for a wrong order, and for a file that was cut.

    One that came after the first `notes` and covers more than the view holds was signed since it began: it is left for the next time.
    """
    held: list[Checkpoint] = []
    known = verifiers_or_fault(faults)
    number = 0
    for number, note in enumerate(read_notes(), start=1):
        try:
            found = open_with(known, note)
        except CheckpointRefused:
            faults.append(Fault("checkpoint", f"note {number}", altered_note(number, held)))
            continue
        if held and found.size < held[-1].size:
            moved = told(_("Note %(number)s in the checkpoint file stands at the wrong place: notes were moved."), number=number)
            faults.append(Fault("checkpoint", f"note {number}", moved))
        if number <= notes or found.size <= head.size:
            held.append(found)
    if number < head.notes:
        cut = _("The checkpoint file was cut: %(signed)s notes were signed, %(there)s are there. What the missing ones covered is proved by no checkpoint.")
        faults.append(Fault("checkpoint", "file", told(cut, signed=head.notes, there=number)))
    return held


def altered_note(number: int, held: list[Checkpoint]) -> Told:
    """That a note holds no signature of this log, and after which one it stands."""
    if not held:
        return told(_("Note %(number)s in the checkpoint file, at the beginning, was altered: no key of this log signed it."), number=number)
    sentence = _("Note %(number)s in the checkpoint file, after the one over %(size)s entries, was altered: no key of this log signed it.")
    return told(sentence, number=number, size=held[-1].size)


def verifiers_or_fault(faults: list[Fault]) -> list[Verifier]:
    """The keys of this log, or a fault when their file was altered."""
    try:
        return verifiers()
    except CheckpointRefused:
        faults.append(Fault("checkpoint", "verifiers.txt", told(_("The file of public keys beside the checkpoints was altered."))))
        return []


def check_erasures(faults: list[Fault]) -> None:
    """Every erased salt must have a later entry that says so: otherwise erasing a salt by hand would hide a change."""
    erased: dict[tuple[str, str], int] = {}
    for noun, subject, seq in Entry.objects.filter(verb="ledger.erased").order_by("seq").values_list("noun", "subject", "seq"):
        erased[(noun, subject)] = seq
    bare = [(("entry", str(seq)), seq) for seq in Entry.objects.filter(salt=None).values_list("seq", flat=True)]
    bare += [((table, row), seq) for table, row, seq in EntryRow.objects.filter(salt=None, gone=False).values_list("table", "row", "entry_id")]
    for (noun, subject), seq in sorted(set(bare), key=str):
        if erased.get((noun, subject), -1) <= seq:
            erasure = told(_("The salt of %(noun)s %(subject)s was erased without an entry that says so."), noun=noun, subject=subject)
            faults.append(Fault("erasure", f"{noun} {subject}", erasure))


def times_taken_back() -> list[Told]:
    """A remark for each time that the database was taken back: what was written after that moment and is not here."""
    sentence = _("Entry %(entry)s tells that the database was taken back: of %(covered)s entries the last %(lost)s are not here. Checkpoints over them lie in %(file)s.")
    found = []
    for seq, subject in Entry.objects.filter(verb=TAKEN_BACK).order_by("seq").values_list("seq", "subject"):
        size, _dash, covered = subject.partition("/")
        if size.isdecimal() and covered.isdecimal():
            found.append(told(sentence, entry=seq, covered=covered, lost=int(covered) - int(size), file=laid_aside(int(size), int(covered)).name))
    return found


def check_lines(faults: list[Fault]) -> None:
    """Every line stands in the list of an entry: its leaf covers it there, and nowhere else."""
    sentence = _("A line on row %(row)s of %(table)s belongs to no entry (number %(entry)s): it was put in without the program.")
    for line in lines_of_no_entry():
        faults.append(Fault("line", f"{line.table} {line.row}", told(sentence, row=line.row, table=line.table, entry=line.entry_id)))


def check_found_altered(faults: list[Fault]) -> None:
    """Rows that an act found altered and wrote all the same: what it made of them has a line of its own, so this alone tells of it."""
    sentence = _("Row %(row)s of %(table)s had been changed without the program before an act wrote it that could not wait (entry %(entry)s tells of it).")
    for table, row, seq in Entry.objects.filter(verb="row.found-altered").order_by("seq").values_list("noun", "subject", "seq"):
        faults.append(Fault("row", f"{table} {row}", told(sentence, row=row, table=table, entry=seq)))


def walk_entries(size: int, walk: Walk, progress: Progress) -> int:
    """Walks all entries in order; stops at the first entry that does not hold. Returns how many were checked."""
    for read in entries_in_order():
        fault = read.fault(expected=walk.tree.size)
        if fault:
            walk.faults.append(Fault(fault.kind, str(fault.seq), fault.told))
            return walk.tree.size
        if not take(walk, read):
            return walk.tree.size
        if walk.tree.size % CHUNK == 0:
            compare_nodes(walk)
            progress(walk.tree.size, size)
    compare_nodes(walk)
    check_end(walk, size)
    return walk.tree.size


def take(walk: Walk, read: ReadEntry) -> bool:
    """Puts an entry's leaf into the tree and compares the tree with the checkpoint that ends here, if one does."""
    walk.nodes |= walk.tree.append(leaf_hash(read.leaf))
    walk.seals.look(read)
    count = walk.tree.size
    if count in walk.wanted:
        if walk.tree.root() != walk.wanted[count]:
            sentence = _("The tree differs from the checkpoint over %(count)s entries: something between entry %(first)s and entry %(last)s was rewritten.")
            rewritten = told(sentence, count=count, first=walk.last, last=count - 1)
            walk.faults.append(Fault("interval", f"{walk.last}–{count - 1}", rewritten))
            return False
        walk.last = count
    return True


def compare_nodes(walk: Walk) -> None:
    """Compares the stored nodes above the leaves with those that the entries make: a wrong one would spoil later checkpoints and proofs."""
    levels: dict[int, list[int]] = {}
    for level, index in walk.nodes:
        levels.setdefault(level, []).append(index)
    for level in sorted(each for each in levels if each > 0):
        span = (min(levels[level]), max(levels[level]))
        stored = {node.index: bytes(node.hash) for node in Node.objects.filter(level=level, index__range=span)}
        for index in levels[level]:
            if stored.get(index) != walk.nodes[level, index]:
                first, last = index << level, ((index + 1) << level) - 1
                node = told(_("The tree’s node over entries %(first)s to %(last)s was altered or is missing."), first=first, last=last)
                walk.faults.append(Fault("node", f"{level} {index}", node))
    walk.nodes.clear()


def check_end(walk: Walk, size: int) -> None:
    """Whether as many entries are there as the head counts and as the checkpoints cover."""
    count, end = walk.tree.size, max([*walk.wanted, size])
    if count == size < end:
        walk.faults.append(Fault("missing", str(count), told(BEHIND, covered=end, count=count)))
    elif count < end:
        missing = told(_("Entries from %(first)s on are missing: %(count)s were written."), first=count, count=end)
        walk.faults.append(Fault("missing", str(count), missing))
    elif count > size:
        walk.faults.append(Fault("head", str(size), told(_("The head counts %(counted)s entries but there are %(count)s."), counted=size, count=count)))


def tables_vouched_for(remarks: list[Told]) -> Iterator[type[VouchedRow]]:
    """The tables whose rows are compared. One vouched for in part joins with its first line; until then it is told."""
    for model in apps.get_models():
        if issubclass(model, LedgeredRow) or (issubclass(model, PartlyLedgered) and is_vouched_for(model)):
            yield model
        elif issubclass(model, PartlyLedgered) and model._base_manager.exists():
            remarks.append(told(_("Rows of %(table)s are not vouched for yet: the next start of the house begins it."), table=model._meta.db_table))


def check_table(model: type[VouchedRow], faults: list[Fault]) -> int:
    """Compares every row of a table with the newest MAC the ledger has of it. Returns how many rows were compared."""
    table, count = model._meta.db_table, 0
    for row_id, row, line in rows_with_lines(model):
        count += 1
        if line is None or line.gone:
            faults.append(Fault("row", f"{table} {row_id}", told(_("Row %(row)s of %(table)s was put in without the program."), row=row_id, table=table)))
        elif not stands(row, line):
            changed = _("Row %(row)s of %(table)s was changed without the program (entry %(entry)s vouches for it).")
            faults.append(Fault("row", f"{table} {row_id}", told(changed, row=row_id, table=table, entry=line.entry)))
    for row_id in vouched_but_lost(model):
        faults.append(Fault("row", f"{table} {row_id}", told(_("Row %(row)s of %(table)s was deleted without the program."), row=row_id, table=table)))
    return count
