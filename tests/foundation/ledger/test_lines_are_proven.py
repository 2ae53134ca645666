"""An act believes a row's newest line only where its entry proves it: no line with a MAC of somebody's own lets an altered row through."""

import secrets

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.foundation.ledger.hand import by_hand, forge_entry, make_file
from tests.people import secretary
from tirek.foundation.files.bytes import keep
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger import seals
from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.rows import canonical_row
from tirek.foundation.ledger.services import erase_salts, forget_entry_salt, record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.ledger.writing import entry_body
from tirek.ground.proof.leaf import leaf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def file():
    return make_file()


def rename(file, name="renamed.txt"):
    """An ordinary act: it reads the row and writes all its columns."""
    with record("file.renamed", by=secretary) as entry:
        row = StoredFile.objects.get(pk=file.pk)
        row.name = name
        row.save()
        return entry.of(row)


def salt_gone(file):
    by_hand("UPDATE ledger_entryrow SET salt = NULL")


def mac_of_his_own(file):
    salt = secrets.token_bytes(32)
    by_hand("UPDATE ledger_entryrow SET salt = %s, mac = %s", salt, leaf(salt, canonical_row(StoredFile.objects.get())))


def leaf_of_his_own(file):
    mac_of_his_own(file)
    forge_entry(0, actor=secretary.id)


def mac_of_his_own_and_no_salt_of_the_entry(file):
    mac_of_his_own(file)
    by_hand("UPDATE ledger_entry SET salt = NULL")


def no_seal(file):
    leaf_of_his_own(file)
    by_hand("UPDATE ledger_entry SET seal = NULL")


def put_in_erasure(noun, subject):
    """An entry that says that a salt was erased, with a leaf of its own; no key of the house sealed it."""
    first = Entry.objects.get(seq=0)
    salt = secrets.token_bytes(32)
    made = Entry(seq=7, at=first.at, actor=first.actor, verb="ledger.erased", noun=noun, subject=subject, salt=salt)
    given = {"seq": 7, "at": first.at, "actor": first.actor, "verb": made.verb, "noun": noun, "subject": subject, "salt": salt, "seal": bytes(first.seal)}
    given |= {"purpose": "", "country": "", "veil": "", "leaf": leaf(salt, entry_body(made, []))}
    by_hand(f"INSERT INTO ledger_entry ({', '.join(given)}) VALUES ({', '.join(['%s'] * len(given))})", *given.values())


def erasure_of_his_own(file):
    put_in_erasure("files_storedfile", str(file.pk))
    salt_gone(file)


def erasure_of_the_entry_of_his_own(file):
    put_in_erasure("entry", "0")
    mac_of_his_own_and_no_salt_of_the_entry(file)


WAYS = [
    salt_gone,
    mac_of_his_own,
    leaf_of_his_own,
    mac_of_his_own_and_no_salt_of_the_entry,
    no_seal,
    erasure_of_his_own,
    erasure_of_the_entry_of_his_own,
]


@pytest.mark.parametrize("way", WAYS)
def test_no_line_of_somebody_s_own_lets_an_altered_row_through(file, way):
    lines = {each.pk: (bytes(each.salt), bytes(each.mac)) for each in EntryRow.objects.all()}
    [entry] = Entry.objects.values_list("actor", "salt", "leaf", "seal")
    by_hand("UPDATE files_storedfile SET size = 9")
    way(file)
    with pytest.raises(RowAltered):
        rename(file)
    by_hand("DELETE FROM ledger_entry WHERE seq = 7")
    for key, (salt, mac) in lines.items():
        by_hand("UPDATE ledger_entryrow SET salt = %s, mac = %s WHERE id = %s", salt, mac, key)
    by_hand("UPDATE ledger_entry SET actor = %s, salt = %s, leaf = %s, seal = %s", entry[0], *map(bytes, entry[1:]))
    assert any(f"Row {file.pk} of files_storedfile was changed without the program" in fault.sentence for fault in verify().faults)


def test_an_act_that_cannot_wait_tells_of_it_for_ever(file):
    by_hand("UPDATE files_storedfile SET size = 9")
    line = EntryRow.objects.get()
    mac_of_his_own(file)
    with record("file.renamed", by=secretary, despite_alteration=True) as entry:
        row = StoredFile.objects.get(pk=file.pk)
        row.save()
        entry.of(row)
    by_hand("UPDATE ledger_entryrow SET salt = %s, mac = %s WHERE entry_id = 0", bytes(line.salt), bytes(line.mac))
    assert len(verify().faults) == 1 and "entry 1 tells of it" in verify().faults[0].sentence


def test_what_the_program_erased_can_be_written_again_however_much_it_erased(file):
    erase_salts(table="files_storedfile", row=file.pk, by=secretary)
    forget_entry_salt(seq=0, by=secretary)
    forget_entry_salt(seq=1, by=secretary)
    rename(file)
    forget_entry_salt(seq=4, by=secretary)
    rename(file, "again.txt")
    assert verify().holds


def test_rows_from_before_the_seals_can_be_written(file):
    seals.key_path().unlink()
    make_file("other.txt")
    rename(file)
    assert verify().holds


def test_rows_of_a_house_whose_key_of_the_seals_is_another_are_not_written(file):
    seals.key_path().unlink()
    seals.sealing_key(0)
    with pytest.raises(RowAltered):
        rename(file)
    assert not verify().holds


def test_an_entry_is_looked_at_once_in_an_act_however_many_of_its_rows_are_written():
    with record("file.stored", by=secretary) as entry:
        StoredFile.objects.bulk_create(
            StoredFile(sha256=keep(b"a plan"), size=6, media_type="text/plain", name=f"{number}.txt", country="kz") for number in range(20)
        )
        entry.of(None)

    def looked(number):
        with CaptureQueriesContext(connection) as caught, record("file.renamed", by=secretary) as entry:
            for row in StoredFile.objects.order_by("pk")[:number]:
                row.name = f"renamed {number}"
                row.save()
            entry.of(None)
        return sum('JOIN "ledger_entry"' in each["sql"] for each in caught)

    assert looked(1) == 1 and looked(11) == 2 and looked(20) == 2
