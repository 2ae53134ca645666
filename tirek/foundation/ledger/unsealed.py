"""Walking the seals: gathers the entries that bear none of this house into intervals, and tells which stand before there was a key.

It reads no table: the walk through the entries hands them over one by one.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from tirek.foundation.ledger.findings import Fault, Told, told
from tirek.foundation.ledger.key_files import KeyRefused
from tirek.foundation.ledger.reading import NAMED, UNREADABLE, ReadEntry, spoken_of
from tirek.foundation.ledger.seals import SealKey, seal_keys, sealed_with

UNSEALED = _(
    "Entries %(first)s to %(last)s bear no seal of this house: with the keys that lie here the program did not write them. They speak of: %(rows)s. "
    "When they come from a backup of another house, put its key beside this one’s (docs/reference/backup.md)."
)
BEFORE = _("Entries %(first)s to %(last)s stand before the seals of this house: that the program wrote them is shown by the checkpoints alone.")


@dataclass(slots=True)
class Seals:
    """What the walk found of the seals so far: `begun` is the first entry of the interval without seals that is still open."""

    keys: tuple[SealKey, ...]
    begun: int | None = None
    named: list[str] = field(default_factory=list)
    before: int = 0
    faults: list[Fault] = field(default_factory=list)

    def look(self, read: ReadEntry) -> None:
        """Takes the next entry."""
        if is_before(self.keys, read.seq):
            self.before = read.seq + 1
        elif holds(self.keys, read):
            self.close(read.seq)
        else:
            self.begun = read.seq if self.begun is None else self.begun
            self.named += spoken_of(read)[: NAMED + 1 - len(self.named)]

    def close(self, end: int) -> None:
        """Ends an open interval before the entry `end` and makes a fault of it."""
        if self.begun is None:
            return
        rows = ", ".join(self.named[:NAMED]) + (" …" if len(self.named) > NAMED else "")
        sentence = told(UNSEALED, first=self.begun, last=end - 1, rows=rows or "–")
        self.faults.append(Fault("seal", f"{self.begun}–{end - 1}", sentence))
        self.begun, self.named = None, []

    def remarks(self) -> list[Told]:
        """What stands before the seals, if anything does."""
        return [told(BEFORE, first=0, last=self.before - 1)] if self.before else []


def is_before(keys: tuple[SealKey, ...], seq: int) -> bool:
    """Whether an entry stands before the first that any of the keys sealed."""
    return all(each.since > seq for each in keys)


def holds(keys: tuple[SealKey, ...], read: ReadEntry) -> bool:
    """Whether an entry bears a seal of one of the keys."""
    try:
        return read.entry is not None and sealed_with(keys, read.entry, read.rows)
    except UNREADABLE:
        return False


def bears_its_seal(keys: tuple[SealKey, ...], read: ReadEntry) -> bool:
    """Whether an entry bears a seal of one of the keys, or stands before there was any."""
    return is_before(keys, read.seq) or holds(keys, read)


def seals_or_fault(faults: list[Fault]) -> Seals:
    """The walk over the seals with the keys that are here; a fault when their file cannot be used."""
    try:
        return Seals(seal_keys())
    except KeyRefused:
        faults.append(Fault("seal", "seals.key", told(_("The file of the seals’ keys is damaged, or others can read it."))))
        return Seals(())
