"""Who follows the ledger's acts is told of each, or of all acts of a block at once; never of what was taken back."""

import pytest
from django.db import transaction

from tests.foundation.ledger.hand import make_file
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger import following
from tirek.foundation.ledger.following import told_together

pytestmark = pytest.mark.django_db
FILE = StoredFile._meta.label


@pytest.fixture
def heard(monkeypatch):
    told = []
    monkeypatch.setattr(following, "_followers", [lambda touched: told.append({label: list(rows) for label, rows in touched.items()})])
    return told


def test_acts_are_told_one_by_one_or_all_at_the_end_of_their_block(heard):
    first = make_file()
    assert heard == [{FILE: [str(first.pk)]}]
    with transaction.atomic(), told_together():
        second, third = make_file(), make_file()
        assert len(heard) == 1
    assert heard[1:] == [{FILE: [str(second.pk), str(third.pk)]}]


def test_what_failed_is_told_to_nobody_and_the_next_act_is_told_at_once(heard):
    with pytest.raises(ValueError, match="halfway"), transaction.atomic(), told_together():
        make_file()
        raise ValueError("halfway")
    assert not heard
    after = make_file()
    assert heard == [{FILE: [str(after.pk)]}]


@pytest.mark.django_db(transaction=True)
def test_acts_of_several_transactions_are_not_told_together():
    with pytest.raises(RuntimeError, match="within one transaction"), told_together():
        pass
