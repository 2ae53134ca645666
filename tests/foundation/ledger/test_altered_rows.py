"""A row that was changed without the program is not laundered by the next act: the act is refused, or it is told of for ever."""

from uuid import uuid4

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foundation.ledger.hand import by_hand, make_file
from tests.people import administrator, head, secretary
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.services import erase_salts, record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account
from tirek.foundation.people.services import change_password, create_account, disable_account, enable_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def found():
    return [fault.sentence for fault in verify().faults]


def rename(file, name="renamed.txt", **given):
    """An ordinary act: it reads the row and writes all its columns."""
    with record("file.renamed", by=secretary, **given) as entry:
        row = StoredFile.objects.get(pk=file.pk)
        row.name = name
        row.save()
        return entry.of(row)


def delete(file, **given):
    with record("file.deleted", by=secretary, **given) as entry:
        StoredFile.objects.get(pk=file.pk).delete()
        return entry.of(None)


def put_in():
    """A row that somebody entered at the database's own prompt; made by the program and then without a line."""
    file = StoredFile(id=uuid4(), sha256="1" * 64, size=6, media_type="text/plain", name="put in", country="demo", origin="demonstration")
    values = {field.column: field.get_db_prep_save(getattr(file, field.attname), connection) for field in file._meta.concrete_fields}
    by_hand(f"INSERT INTO files_storedfile ({', '.join(values)}) VALUES ({', '.join(['%s'] * len(values))})", *values.values())
    return file


@pytest.mark.parametrize("act", [rename, delete])
def test_an_act_on_a_row_changed_by_sql_is_refused_and_writes_nothing(act):
    file = make_file()
    by_hand("UPDATE files_storedfile SET size = 9")
    before = found()
    with pytest.raises(RowAltered):
        act(file)
    assert Entry.objects.count() == 1 and found() == before and len(before) == 1
    by_hand("UPDATE files_storedfile SET size = 6")
    act(file)
    assert found() == []


def test_an_act_on_a_row_put_in_by_sql_is_refused():
    file = put_in()
    with pytest.raises(RowAltered):
        rename(file)
    assert "put in without" in found()[0]


@pytest.mark.parametrize("enter", [lambda row: row.save(), lambda row: StoredFile.objects.bulk_create([row])])
def test_a_row_deleted_by_sql_is_not_entered_anew_under_its_number(enter):
    file = make_file()
    by_hand("DELETE FROM files_storedfile")
    again = StoredFile(id=file.pk, sha256=file.sha256, size=6, media_type="text/plain", name="again", country="demo")
    with pytest.raises(RowAltered), record("file.stored", by=secretary):
        enter(again)
    with pytest.raises(RowAltered), record("file.renamed", by=secretary):
        file.save()
    assert "deleted" in found()[0]


def test_other_rows_of_a_table_in_which_one_was_changed_are_written():
    one, other = make_file("one.txt"), make_file("other.txt")
    by_hand("UPDATE files_storedfile SET size = 9 WHERE name = 'one.txt'")
    rename(other)
    assert len(found()) == 1 and str(one.pk) in found()[0]


def test_rows_made_saved_twice_deleted_and_touched_by_acts_within_acts_are_no_alteration():
    file = make_file()
    with record("file.stored", by=secretary) as entry:
        fresh = StoredFile(sha256="0" * 64, size=1, media_type="text/plain", name="fresh", country="demo", origin="demonstration")
        fresh.save()
        fresh.name = "again"
        fresh.save()
        file.name = "outer"
        file.save()
        rename(file, "inner")
        rename(fresh, "inner")
        file.refresh_from_db()
        file.save()
        rename(file, "a second one within")
        entry.of(None)
    rename(file, "afterwards")
    delete(fresh)
    with record("file.stored", by=secretary) as entry:
        rename(file, "first within")
        file.refresh_from_db()
        file.name = "then without"
        file.save()
        entry.of(None)
    by_hand("DELETE FROM files_storedfile WHERE name = 'nothing'")
    assert found() == []


def test_a_row_deleted_by_an_act_may_come_back():
    file = make_file()
    delete(file)
    with record("file.stored", by=secretary) as entry:
        StoredFile(id=file.pk, sha256=file.sha256, size=6, media_type="text/plain", name="again", country="demo").save()
        entry.of(None)
    assert found() == []


def test_an_act_that_cannot_wait_goes_on_and_what_it_met_is_told_for_ever():
    file = make_file()
    by_hand("UPDATE files_storedfile SET size = 9")
    rename(file, despite_alteration=True)
    rename(file, "ordinary.txt")
    told = Entry.objects.get(verb="row.found-altered")
    assert (told.noun, told.subject, told.actor, told.country) == ("files_storedfile", str(file.pk), secretary.id, "demo")
    assert len(found()) == 1 and f"entry {told.seq} tells" in found()[0] and str(file.pk) in found()[0]
    by_hand("UPDATE files_storedfile SET size = 6")
    assert len(found()) == 2
    by_hand("DELETE FROM ledger_entry WHERE verb = 'row.found-altered'")
    assert found()


def test_acts_within_one_that_cannot_wait_go_on_too_and_hidden_ones_stay_hidden():
    file = make_file()
    by_hand("UPDATE files_storedfile SET size = 9")
    with record("visit.urgent-measure", by=head, despite_alteration=True) as entry:
        rename(file, veil="v1")
        entry.of(None)
    assert Entry.objects.get(verb="row.found-altered").veil == "v1"


def test_a_row_whose_salt_was_erased_can_be_written_again():
    file = make_file()
    erase_salts(table="files_storedfile", row=file.pk, by=secretary)
    rename(file)
    assert found() == []


def an_account():
    return create_account(email="a@lumeria.example", name="Aru", language="ru", country="demo", password="x" * 20, by=administrator).value


def test_an_account_renamed_by_sql_can_be_closed_and_stays_told():
    account = an_account()
    by_hand("UPDATE people_account SET name = 'Other'")
    change_password(account_id=account.pk, password="y" * 20, by=administrator)
    assert "was changed without" in found()[0]
    disable_account(account_id=account.pk, country="demo", by=administrator)
    enable_account(account_id=account.pk, country="demo", by=administrator)
    assert len(found()) == 1 and str(account.pk) in found()[0]


def test_an_account_renamed_or_put_in_by_sql_is_not_opened_again():
    account = an_account()
    by_hand("UPDATE people_account SET name = 'Other'")
    with pytest.raises(RowAltered):
        enable_account(account_id=account.pk, country="demo", by=administrator)
    other = Account(email="c@lumeria.example", name="Put in", country="demo")
    other.save()
    with pytest.raises(RowAltered), record("account.enabled", by=administrator):
        other.save()
    assert len(found()) == 2


STEPS = st.lists(st.sampled_from(["rename", "twice", "nested", "delete", "could not wait", "another", "put back in the act"]), min_size=1, max_size=6)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, column=st.sampled_from(["size = 77", "name = 'forged'", "country = 'kz', origin = 'entered'"]))
def test_no_sequence_of_acts_makes_an_altered_row_verify(steps, column):
    with transaction.atomic():
        file = make_file()
        by_hand(f"UPDATE files_storedfile SET {column}")
        for step in steps:
            walk(file, step)
            assert any(str(file.pk) in sentence for sentence in found()), step
        transaction.set_rollback(True)


def walk(file, step):
    """One act, as any room could do it; what is refused leaves nothing."""
    try:
        match step:
            case "rename":
                rename(file)
            case "could not wait":
                rename(file, despite_alteration=True)
            case "delete":
                delete(file)
            case "another":
                rename(make_file("another.txt"))
            case "twice" | "nested" | "put back in the act":
                with record("file.renamed", by=secretary) as entry:
                    if step == "put back in the act":
                        row = StoredFile.objects.get(pk=file.pk)
                        row.name, row.size, row.country = file.name, file.size, file.country
                        row.save()
                    rename(file)
                    if step == "twice":
                        rename(file, "twice")
                    entry.of(None)
    except (RowAltered, StoredFile.DoesNotExist):
        pass


def many(*ids):
    return [StoredFile(id=each, sha256="2" * 64, size=1, media_type="text/plain", name="one of many", country="demo", origin="demonstration") for each in ids]


def test_many_new_rows_cost_one_question_whether_the_ledger_has_heard_of_them(django_assert_num_queries):
    with record("file.stored", by=secretary) as entry:
        with django_assert_num_queries(2):
            StoredFile.objects.bulk_create(many(*(uuid4() for _ in range(20))))
        entry.of(None)
    assert {fault.kind for fault in verify().faults} == {"file"}, "the rows hold; no bytes were stored"


def test_a_row_of_many_that_was_taken_out_without_the_program_is_not_put_back_unseen():
    file = make_file()
    by_hand("DELETE FROM files_storedfile")
    with pytest.raises(RowAltered), record("file.stored", by=secretary):
        StoredFile.objects.bulk_create(many(uuid4(), file.pk))
    assert StoredFile.objects.count() == 0
