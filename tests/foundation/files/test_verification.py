"""A verification of the ledger reads every stored file back: bytes that changed on the disk are named by their digest."""

import pytest

from tests.foundation.ledger.hand import by_hand
from tests.people import secretary
from tirek.foundation.files.bytes import intact, path_of
from tirek.foundation.files.services import store_file
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored():
    def store(content):
        return store_file(content=content, name="plan.txt", media_type="text/plain", country="demo", by=secretary).value.sha256

    return [store(b"first"), store(b"second"), store(b"first")]


def found():
    return [(fault.kind, fault.where) for fault in verify().faults]


def test_unaltered_files_hold_and_are_counted_once_a_digest(stored):
    told = []
    outcome = verify(reading=lambda done, total: told.append((done, total)))
    assert outcome.holds and outcome.files == 2
    assert told == [(1, 2), (2, 2)]


def test_one_byte_more_is_named_by_the_digest(stored):
    with path_of(stored[1]).open("ab") as file:
        file.write(b"!")
    assert found() == [("file", stored[1])]
    assert stored[1] in verify().faults[0].sentence


def test_a_missing_file_is_named(stored):
    path_of(stored[0]).unlink()
    assert found() == [("file", stored[0])]


def test_a_row_that_was_made_to_name_no_digest_opens_nothing_outside_the_folder(stored):
    by_hand("UPDATE files_storedfile SET sha256 = '/dev/zero' WHERE sha256 = %s", stored[1])
    assert ("file", "/dev/zero") in found()
    assert not intact("../" + stored[0])
