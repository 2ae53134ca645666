"""Whether a row that an act is about to write still is what the ledger says of it. It writes nothing and knows no noun."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.foundation.ledger.reading import UNREADABLE, Line, ReadEntry, is_vouched_for, newest_entry, read_entry, stands
from tirek.foundation.ledger.rows import PartlyLedgered, VouchedRow
from tirek.foundation.ledger.seals import seal_keys
from tirek.foundation.ledger.stored import as_they_lie
from tirek.foundation.ledger.unsealed import bears_its_seal

CHUNK = 1000
Lines = dict[tuple[str, str], Line]


@dataclass(slots=True)
class Vouching:
    """What one act found out about the entries that vouch for its rows: the lines of each, or None where the entry does not hold."""

    found: dict[int, Lines | None] = field(default_factory=dict)

    def stands(self, row: VouchedRow) -> bool:
        """Whether the database holds of a row what its newest line says, and nothing where there is none.

        The row is read and locked before its line: whoever else was writing it has then written both. Until a table that is vouched for in
        part has its first line, its rows are taken as they are. Cost: 2 queries, 1 for a new row, and 1 for each entry that was not met yet.
        """
        model, key = type(row), str(row.pk)
        there = None if row._state.adding else as_stored(model, row.pk)
        number = newest_entry(model, key)
        if number is None:
            return there is None or (issubclass(model, PartlyLedgered) and not is_vouched_for(model))
        place = (model._meta.db_table, key)
        line = (self.lines_of(number) or {}).get(place)
        if line is None or (line.salt is None and not line.gone and not self.erased(*place, number)):
            return False
        return stands(there, line)

    def lines_of(self, number: int) -> Lines | None:
        """The lines of an entry that holds: they alone vouch for anything. Whoever writes the database can write a line with a MAC of its own."""
        if number not in self.found:
            read = read_entry(number)
            self.found[number] = {(line.table, line.row): Line.of(line) for line in read.rows} if self.holds(read) else None
        return self.found[number]

    def holds(self, read: ReadEntry) -> bool:
        """Whether an entry's leaf is that of its words and lines, and its seal of this house; a salt is missing only where a later entry says so."""
        if read.entry is None or not read.has_its_leaf(read.entry) or not bears_its_seal(seal_keys(), read):
            return False
        return read.entry.salt is not None or self.erased("entry", str(read.seq), read.seq)

    def erased(self, noun: str, subject: str, number: int) -> bool:
        """Whether an entry after this one, which holds itself, says that the salts of a thing were erased."""
        later = Entry.objects.filter(verb="ledger.erased", noun=noun, subject=subject, seq__gt=number)
        return any(self.lines_of(each) is not None for each in later.order_by("-seq").values_list("seq", flat=True))


def unheard_of(rows: Sequence[VouchedRow]) -> bool:
    """Whether there is no line on any of these rows of one table, even one that no entry lists. Cost: 1 query for each thousand rows."""
    ids = [str(row.pk) for row in rows]
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return not any(EntryRow.objects.filter(table=rows[0]._meta.db_table, row__in=chunk).exists() for chunk in chunks)


def as_stored(model: type[Any], key: Any) -> VouchedRow | None:
    """The row as the database holds it, kept from other writers until the act ends; None when it is not there or cannot be read."""
    try:
        return next(iter(as_they_lie(model._base_manager.select_for_update(no_key=True).filter(pk=key))), None)
    except UNREADABLE:
        return None
