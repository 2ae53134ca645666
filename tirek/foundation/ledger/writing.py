"""Appending one entry: lines up behind the head, computes the row MACs, the leaf, the seal and the new tree nodes. Only services call it."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from tirek.foundation.ledger.acts import OpenAct
from tirek.foundation.ledger.models import Entry, EntryRow, Head, Node
from tirek.foundation.ledger.rows import VouchedRow, canonical_row, canonical_value
from tirek.foundation.ledger.seals import listed, seal, sealing_key
from tirek.ground.proof.leaf import leaf
from tirek.ground.proof.tree import appended_nodes, leaf_hash

if TYPE_CHECKING:
    from tirek.foundation.ledger.services import Draft


def append(draft: "Draft", act: OpenAct) -> Entry:
    """Writes the entry of a finished act. Cost: one locked head row, one read per touched model, 2 inserts, O(log n) node reads."""
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    seq = head.size
    entry = Entry(
        seq=seq, at=timezone.now(), actor=draft.actor, verb=draft.verb, noun=draft.noun, subject=draft.subject, purpose=draft.purpose,
        country=draft.country or country_of(act), veil=draft.veil, salt=secrets.token_bytes(32),
    )
    rows = row_macs(act, entry)
    entry.leaf = leaf(bytes(entry.salt or b""), entry_body(entry, rows))
    entry.seal = seal(sealing_key(seq), entry, rows)
    entry.save(force_insert=True)
    EntryRow.objects.bulk_create(rows)
    nodes = appended_nodes(seq, leaf_hash(entry.leaf), read_node)
    Node.objects.bulk_create([Node(level=level, index=index, hash=digest) for (level, index), digest in nodes.items()])
    head.size = seq + 1
    head.save()
    return entry


def country_of(act: OpenAct) -> str:
    """The country of the rows an act touched, when they are all of one."""
    found = {country for country in act.countries if country}
    return found.pop() if len(found) == 1 else ""


def row_macs(act: OpenAct, entry: Entry) -> list[EntryRow]:
    """A salted MAC of every row the act touched, as the database holds it now (read back, so that types are the database's)."""
    by_model: dict[type[VouchedRow], list[str]] = {}
    for model, row_id in act.touched:
        by_model.setdefault(model, []).append(row_id)
    made = []
    for model, ids in by_model.items():
        found = {str(row.pk): row for row in model._base_manager.filter(pk__in=ids)}
        made += [row_mac(entry, model._meta.db_table, row_id, found.get(row_id)) for row_id in ids]
    return sorted(made, key=lambda row: (row.table, row.row))


def row_mac(entry: Entry, table: str, row_id: str, row: VouchedRow | None) -> EntryRow:
    """One row's line in an entry; a row that is no longer there is marked gone."""
    if row is None:
        return EntryRow(entry=entry, table=table, row=row_id, gone=True)
    salt = secrets.token_bytes(32)
    return EntryRow(entry=entry, table=table, row=row_id, salt=salt, mac=leaf(salt, canonical_row(row)))


def entry_body(entry: Entry, rows: Iterable[EntryRow]) -> dict[str, object]:
    """What the leaf's MAC covers: the entry's columns and its rows' MACs; no personal data, only opaque ids."""
    return {
        "seq": entry.seq,
        "at": canonical_value(entry.at),
        "actor": entry.actor,
        "verb": entry.verb,
        "noun": entry.noun,
        "subject": entry.subject,
        "purpose": entry.purpose,
        "country": entry.country,
        "veil": entry.veil,
        "rows": listed(rows),
    }


def read_node(level: int, index: int) -> bytes:
    """A stored perfect subtree's hash; raises Node.DoesNotExist."""
    return bytes(Node.objects.get(level=level, index=index).hash)


def head_size() -> int:
    """How many entries the ledger counts."""
    head = Head.objects.filter(pk=1).first()
    return head.size if head else 0


def last_entry_at() -> datetime | None:
    """When the newest entry was written."""
    newest = Entry.objects.order_by("-seq").first()
    return newest.at if newest else None
