"""The ledger vouches for every write, and finds what was changed, deleted or swapped behind its back."""

import pytest
from django.db import connection

from tests.foundation.ledger.hand import by_hand, forge_entry, make_file
from tests.people import secretary
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger import checkpoints
from tirek.foundation.ledger.acts import UnrecordedWrite
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import erase_salts, record, rehearsed
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_checkpoints(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def test_a_service_leaves_one_entry_and_the_ledger_verifies():
    make_file()
    outcome = verify()
    assert outcome.holds
    assert (outcome.entries, outcome.rows) == (1, 1)


def test_a_write_outside_an_act_is_refused():
    with pytest.raises(UnrecordedWrite):
        StoredFile(sha256="0" * 64, size=1, media_type="text/plain", name="x", country="demo").save()
    with pytest.raises(UnrecordedWrite), connection.cursor() as cursor:
        cursor.execute("DELETE FROM files_storedfile")
    with pytest.raises(UnrecordedWrite):
        StoredFile.objects.filter(name="x").update(name="y")


def test_a_failed_act_leaves_neither_row_nor_entry():
    with pytest.raises(RuntimeError), record("file.stored", by=secretary):
        StoredFile(sha256="0" * 64, size=1, media_type="text/plain", name="x", country="demo").save()
        raise RuntimeError
    assert Entry.objects.count() == StoredFile.objects.count() == 0


def test_what_is_rehearsed_leaves_neither_row_nor_entry_and_its_refusals_come_through():
    make_file()
    told = Entry.objects.count(), StoredFile.objects.count()
    with rehearsed():
        kept = make_file("other.txt")
        with record("file.stored", by=secretary):
            row = StoredFile.objects.get(pk=kept.pk)
            row.name = "renamed.txt"
            row.save()  # no entry says what the act before it left, and yet it is nobody else's change
    assert (Entry.objects.count(), StoredFile.objects.count()) == told
    with pytest.raises(NotAllowed), rehearsed():
        make_file()
        raise NotAllowed
    make_file()
    assert (Entry.objects.count(), StoredFile.objects.count()) == (told[0] + 1, told[1] + 1)
    assert verify().holds


def test_a_row_changed_by_sql_is_named():
    file = make_file()
    by_hand("UPDATE files_storedfile SET name = %s", "other.txt")
    faults = verify().faults
    assert len(faults) == 1 and str(file.pk) in faults[0].sentence and "changed" in faults[0].sentence


def test_a_row_deleted_by_sql_is_named():
    file = make_file()
    by_hand("DELETE FROM files_storedfile")
    faults = verify().faults
    assert len(faults) == 1 and str(file.pk) in faults[0].sentence and "deleted" in faults[0].sentence


def test_two_rows_swapped_by_sql_are_both_named():
    one, two = make_file("one.txt"), make_file("two.txt")
    by_hand("UPDATE files_storedfile SET name = CASE name WHEN 'one.txt' THEN 'two.txt' ELSE 'one.txt' END")
    assert {fault.where.split()[1] for fault in verify().faults} == {str(one.pk), str(two.pk)}


def test_a_row_put_in_by_sql_is_named():
    make_file()
    by_hand(
        "INSERT INTO files_storedfile (id, origin, country, sha256, size, media_type, name) "
        "SELECT '00000000-0000-0000-0000-000000000001', origin, country, sha256, size, media_type, name FROM files_storedfile"
        if connection.vendor == "postgresql"
        else "INSERT INTO files_storedfile (id, origin, country, sha256, size, media_type, name) "
        "SELECT '00000000000000000000000000000001', origin, country, sha256, size, media_type, name FROM files_storedfile"
    )
    assert "put in" in verify().faults[0].sentence


def test_the_first_altered_entry_is_named():
    for number in range(4):
        make_file(f"{number}.txt")
    by_hand("UPDATE ledger_entry SET actor = %s WHERE seq IN (1, 2)", "somebody")
    assert verify().faults[0].where == "1"


def test_a_missing_entry_is_named():
    for number in range(4):
        make_file(f"{number}.txt")
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id = 2")
    by_hand("DELETE FROM ledger_entry WHERE seq = 2")
    assert [fault.where for fault in verify().faults if fault.kind == "missing"] == ["2"]


def test_a_ledger_rewritten_from_a_checkpoint_on_names_the_interval():
    for number in range(3):
        make_file(f"{number}.txt")
    checkpoints.write_checkpoint()
    make_file("3.txt")
    checkpoints.write_checkpoint()
    forge_entry(3)
    fault = verify().faults[0]
    assert fault.kind == "interval" and fault.where == "3–3"


def test_cutting_the_end_off_is_found_by_the_checkpoint():
    for number in range(3):
        make_file(f"{number}.txt")
    checkpoints.write_checkpoint()
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id = 2")
    by_hand("DELETE FROM ledger_entry WHERE seq = 2")
    by_hand("UPDATE ledger_head SET size = 2")
    assert any(fault.kind == "missing" for fault in verify().faults)


def test_an_altered_checkpoint_file_is_told():
    make_file()
    checkpoints.write_checkpoint()
    path = checkpoints.log_path()
    path.write_text(path.read_text().replace("\n1\n", "\n2\n"))
    assert verify().faults[0].kind == "checkpoint"


def test_erasing_salts_is_an_entry_and_erasing_them_by_hand_is_a_fault():
    file = make_file()
    erase_salts(table="files_storedfile", row=file.pk, by=secretary)
    assert verify().holds
    make_file("other.txt")
    by_hand("UPDATE ledger_entryrow SET salt = NULL")
    assert any(fault.kind == "erasure" for fault in verify().faults)


def test_invented_rows_cannot_stand_in_a_real_country():
    from django.db import IntegrityError

    with pytest.raises(IntegrityError), record("file.stored", by=secretary):
        StoredFile(sha256="0" * 64, size=1, media_type="text/plain", name="x", country="kz", origin="demonstration").save()


def test_checkpoints_are_written_only_when_something_is_new():
    make_file()
    assert checkpoints.write_checkpoint().size == 1
    assert checkpoints.write_checkpoint() is None
    assert "tirek/demonstration\n1\n" in checkpoints.present_checkpoint()


def test_a_veiled_entry_shows_an_auditor_only_that_it_exists():
    from tests.people import auditor
    from tirek.foundation.ledger.queries import entries
    from tirek.foundation.ledger.services import unveil

    with record("visit.planned", by=secretary, subject=("visit", "v1"), country="demo", veil="v1") as entry:
        entry.of(None)
    only = entries(by=auditor, country="demo").entries[0]
    assert only.veiled and (only.actor, only.verb, only.subject, only.at) == ("", "", "", None)
    assert entries(by=auditor, country="demo", verb="visit.planned").entries == ()
    unveil(veil="v1", by=secretary)
    assert [each.verb for each in entries(by=auditor, country="demo", verb="visit.planned").entries] == ["visit.planned"]


def test_acts_of_lately_are_those_without_a_veil_or_whose_veil_was_lifted():
    from django.utils import timezone

    from tirek.foundation.ledger.queries import acts
    from tirek.foundation.ledger.services import unveil

    for subject, veil in (("a", ""), ("b", "b"), ("c", "c"), ("d", "c")):
        with record("visit.planned", by=secretary, subject=("visit", subject), country="demo", veil=veil) as entry:
            entry.of(None)
    with record("visit.planned", by=secretary, subject=("veil", "b"), country="demo") as entry:  # names a veil and lifts none
        entry.of(None)
    day = timezone.localdate()
    told = {"country": "demo", "since": day, "until": day, "verbs": {"visit.planned"}}
    assert [each.key for each in acts(**told) if each.noun == "visit"] == ["a"]
    unveil(veil="c", by=secretary)
    assert [each.key for each in acts(**told) if each.noun == "visit"] == ["d", "c", "a"]


def test_nobody_but_an_auditor_reads_the_ledger():
    from tests.people import EVERYBODY, auditor
    from tirek.foundation.ledger.queries import entries
    from tirek.ground.rules.refusals import NotAllowed

    for each in EVERYBODY:
        if each != auditor:
            with pytest.raises(NotAllowed):
                entries(by=each, country="demo")
