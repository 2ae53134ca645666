"""What somebody with SQL can do behind the program's back, and a small row to do it to."""

from django.db import connection

from tests.people import secretary
from tirek.foundation.files.bytes import keep
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.acts import unguarded
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.writing import entry_body
from tirek.ground.proof.leaf import leaf
from tirek.ground.proof.tree import leaf_hash


def make_file(name="plan.txt", country="demo"):
    """A row, and the entry that vouches for it."""
    digest = keep(b"a plan")
    with record("file.stored", by=secretary) as entry:
        file = StoredFile(sha256=digest, size=6, media_type="text/plain", name=name, country=country)
        file.save()
        return entry.of(file).value


def by_hand(sql, *params):
    """Runs SQL as somebody at the database's own prompt."""
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(sql, params)


def forge_entry(seq, actor="somebody"):
    """What somebody with the whole database and our code could do: a leaf and a node that agree with an altered entry."""
    entry = Entry.objects.get(seq=seq)
    entry.actor = actor
    forged = leaf(bytes(entry.salt), entry_body(entry, list(entry.rows.order_by("table", "row"))))
    by_hand("UPDATE ledger_entry SET actor = %s, leaf = %s WHERE seq = %s", actor, forged, seq)
    by_hand('UPDATE ledger_node SET hash = %s WHERE level = 0 AND "index" = %s', leaf_hash(forged), seq)
