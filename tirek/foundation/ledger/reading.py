"""Reading the ledger back for verification, in chunks, also where somebody put values that no program of ours would write.

It compares one entry or row with its own MAC; what that means for the whole, `verification` says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop as _

from tirek.foundation.ledger.findings import Told, told
from tirek.foundation.ledger.forms import has_mac
from tirek.foundation.ledger.models import Entry, EntryRow, Node
from tirek.foundation.ledger.rows import VouchedRow
from tirek.foundation.ledger.stored import as_they_lie, embedded, is_spelled_as_written, key_of, keys_as_they_lie
from tirek.foundation.ledger.writing import entry_body
from tirek.ground.proof.leaf import leaf
from tirek.ground.proof.tree import leaf_hash

CHUNK = 500
NAMED = 20
_TABLE, _ROW = "a table", "a row"
"""Where the name of a table and the key of a row go in a question that is put together once."""
UNREADABLE = (ValueError, TypeError, ArithmeticError, ValidationError, AttributeError)
"""What reading a value that is not of its column's kind raises (SQLite keeps any value in any column)."""


@dataclass(frozen=True, slots=True)
class EntryFault:
    """What is wrong with one entry."""

    kind: str
    seq: int
    told: Told


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry as read: `entry` is None when its values could not even be read."""

    seq: int
    entry: Entry | None
    rows: tuple[EntryRow, ...] = ()
    node: bytes | None = None

    @property
    def leaf(self) -> bytes:
        """The stored leaf, 32 bytes."""
        return bytes(self.entry.leaf) if self.entry else b""

    def fault(self, *, expected: int) -> EntryFault | None:
        """What is wrong, or None. An erased salt cannot be tested; the leaf still must be the tree's."""
        if self.seq != expected:
            return EntryFault("missing", expected, told(_("Entry %(entry)s is missing."), entry=expected))
        if self.entry is None or not self._matches(self.entry):
            return EntryFault("entry", self.seq, altered(self))
        if self.node != leaf_hash(self.leaf):
            return EntryFault("entry", self.seq, told(_("The leaf of entry %(entry)s is not the one in the tree."), entry=self.seq))
        return None

    def _matches(self, entry: Entry) -> bool:
        try:
            return all(map(is_spelled_as_written, (entry, *self.rows))) and self.has_its_leaf(entry)
        except UNREADABLE:
            return False

    def has_its_leaf(self, entry: Entry) -> bool:
        """Whether the leaf is that of the entry's words and lines, none of which stands twice; an erased salt cannot be tested, and passes."""
        if len({(row.table, row.row) for row in self.rows}) < len(self.rows):
            return False
        try:
            return entry.salt is None or leaf(bytes(entry.salt), entry_body(entry, self.rows)) == self.leaf
        except UNREADABLE:
            return False


def spoken_of(read: ReadEntry) -> list[str]:
    """The rows in an entry's list, and its subject: where a row's line was taken away, that alone may still tell which."""
    named = [f"{row.table} {row.row}" for row in read.rows]
    if read.entry and read.entry.subject and not any(row.row == read.entry.subject for row in read.rows):
        named.append(str(read.entry.subject))
    return named


def altered(read: ReadEntry) -> Told:
    """That an entry was altered, and what it speaks of."""
    named = spoken_of(read)
    if not named:
        return told(_("Entry %(entry)s or its list of rows was altered."), entry=read.seq)
    sentence = _("Entry %(entry)s or its list of rows was altered. Nothing vouches any more for what it speaks of: %(rows)s.")
    return told(sentence, entry=read.seq, rows=", ".join(named[:NAMED]) + (" …" if len(named) > NAMED else ""))


@dataclass(frozen=True, slots=True)
class Line:
    """The newest word of the ledger on a row: which entry, and the MAC it must have."""

    entry: int
    gone: bool
    salt: bytes | None
    mac: bytes

    @classmethod
    def of(cls, row: EntryRow) -> "Line":
        """The line as it stands in an entry's list."""
        return cls(row.entry_id, row.gone, None if row.salt is None else bytes(row.salt), bytes(row.mac or b""))

    def vouches_for(self, row: VouchedRow | None) -> bool:
        """Whether the row is what the entry wrote; an erased salt cannot be tested, and passes."""
        if self.salt is None:
            return True
        try:
            return row is not None and has_mac(row, self.salt, self.mac)
        except UNREADABLE:
            return False


def entries_in_order() -> Iterator[ReadEntry]:
    """Entries in order, each with its rows and its node in the tree."""
    for numbers in keys_in_order(Entry):
        rows: dict[int, list[EntryRow]] = {}
        for row in as_they_lie(EntryRow.objects.filter(entry_id__gte=numbers[0], entry_id__lte=numbers[-1])):
            rows.setdefault(row.entry_id, []).append(row)
        nodes = {node.index: bytes(node.hash) for node in Node.objects.filter(level=0, index__range=(numbers[0], numbers[-1]))}
        entries = dict(each_readable(Entry, numbers))
        for seq in numbers:
            yield ReadEntry(seq, entries.get(seq), in_order(rows.get(seq, [])), nodes.get(seq))


def in_order(rows: Iterable[EntryRow]) -> tuple[EntryRow, ...]:
    """The lines of an entry in the order in which leaf and seal list them."""
    return tuple(sorted(rows, key=lambda row: (str(row.table), str(row.row))))


def read_entry(seq: int) -> ReadEntry:
    """One entry with its lines, without its node. Cost: 1 query, 2 for one without lines."""
    rows = in_order(EntryRow.objects.filter(entry_id=seq).select_related("entry"))
    return ReadEntry(seq, rows[0].entry if rows else Entry.objects.filter(pk=seq).first(), rows)


def each_readable(model: type[Any], keys: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Rows by key; where one of them cannot be read, the others singly."""
    try:
        found = {row.pk: row for row in as_they_lie(model._base_manager.filter(pk__in=keys))}
    except UNREADABLE:
        singly = keys if len(keys) > 1 else ()
        found = {key: row for key in singly for key, row in each_readable(model, [key])}
    yield from found.items()


def rows_with_lines(model: type[VouchedRow]) -> Iterator[tuple[str, VouchedRow | None, Line | None]]:
    """Every row of a table (None when it cannot be read), with the ledger's newest word on it: none for a key that no program of ours writes."""
    for listed in keys_as_they_lie(model) if embedded() else keys_in_order(model):
        keys = [(stored, key_of(stored) if embedded() else stored) for stored in listed]
        rows = {str(key): row for key, row in each_readable(model, [key for _, key in keys if key])}
        lines = newest_lines(model, [str(key) for _, key in keys if key])
        for stored, key in keys:
            yield str(key or stored), rows.get(str(key)), lines.get(str(key))


def keys_in_order(model: type[Any]) -> Iterator[list[Any]]:
    """The keys of a table, in chunks."""
    after: Any = None
    while keys := next_keys(model, after):
        yield keys
        after = keys[-1]


def next_keys(model: type[Any], after: Any) -> list[Any]:
    """The next keys of a table, in order."""
    found = model._base_manager.order_by("pk")
    return list((found if after is None else found.filter(pk__gt=after)).values_list("pk", flat=True)[:CHUNK])


def stands(row: VouchedRow | None, line: Line | None) -> bool:
    """Whether a table holds of a row what the ledger's newest word on it says; where that is none, or that it is gone, there is no row.

    The row was read by `as_they_lie`: one whose values the program would write otherwise was written by somebody else.
    """
    if line is None or line.gone:
        return row is None
    try:
        return row is not None and line.vouches_for(row) and is_spelled_as_written(row)
    except UNREADABLE:
        return False


def lines_of_entries(model: type[VouchedRow], ids: Sequence[str]) -> QuerySet[EntryRow]:
    """All lines on some rows that stand in an entry, the newest first. Written so that an embedded database finds them by their index alone."""
    return lines_on(model._meta.db_table, ids)


def lines_on(table: str, ids: Sequence[str]) -> QuerySet[EntryRow]:
    """The same of a table by its name."""
    stand = Exists(Entry.objects.filter(seq=OuterRef("entry_id")))
    return EntryRow.objects.filter(stand, table=table, row__in=ids).order_by("-entry_id")


def newest_entry(model: type[VouchedRow], key: str) -> int | None:
    """The number of the newest entry with a line on a row. Cost: 1 query."""
    statement, marks = asking_for_newest(connection.vendor)
    told = {_TABLE: model._meta.db_table, _ROW: key}
    lines = EntryRow.objects.raw(statement, [told.get(each, each) for each in marks])
    return next((line.entry_id for line in lines), None)


@cache
def asking_for_newest(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The question for the newest entry in a database's own words, put together once: it is asked for each row before it is written."""
    query = lines_on(_TABLE, [_ROW]).only("entry")[:1].query
    statement, marks = query.get_compiler(connection=connection).as_sql()
    return statement, tuple(marks)


def newest_lines(model: type[VouchedRow], ids: Sequence[str]) -> dict[str, Line]:
    """The ledger's word on each of some rows in the newest entry that speaks of it; by the entry's place, which the tree holds, alone."""
    found: dict[str, Line] = {}
    for line in lines_of_entries(model, ids).iterator(CHUNK):
        if line.row not in found:
            found[line.row] = Line.of(line)
    return found


def is_vouched_for(model: type[VouchedRow]) -> bool:
    """Whether the ledger holds any line on rows of a table."""
    return EntryRow.objects.filter(table=model._meta.db_table).exists()


def lines_of_no_entry() -> Iterator[EntryRow]:
    """Lines that stand in the list of no entry there is: nothing covers them, so nobody but a forger wrote them."""
    yield from EntryRow.objects.filter(~Exists(Entry.objects.filter(seq=OuterRef("entry_id")))).order_by("pk").iterator(CHUNK)


def vouched_but_lost(model: type[VouchedRow]) -> Iterator[str]:
    """Ids of rows that the ledger vouches for and the table does not hold."""
    after = ""
    listed = EntryRow.objects.filter(table=model._meta.db_table).order_by("row").values_list("row", flat=True).distinct()
    while ids := [each for each in listed.filter(row__gt=after)[:CHUNK] if isinstance(each, str)]:  # bytes come last; their entry does not hold
        there = {str(key) for key in model._base_manager.filter(pk__in=filter(is_key, ids)).values_list("pk", flat=True)}
        lines = newest_lines(model, [each for each in ids if each not in there])
        yield from sorted(row for row, line in lines.items() if not line.gone)
        after = ids[-1]


def is_key(text: str) -> bool:
    """Whether a text is the id of a row at all."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
