"""A report changed without the program is neither approved nor signed."""

import pytest

from tests.foundation.ledger.hand import by_hand
from tests.insight.reports import flow
from tests.people import leader, secretary
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.verification import verify
from tirek.insight.reports import services

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def test_a_report_changed_by_sql_is_not_approved():
    report = flow.in_review()
    by_hand("UPDATE reports_report SET submitted_by = %s", secretary.id[::-1])
    with pytest.raises(RowAltered):
        services.approve(report_id=report, by=secretary)
    assert [fault.where for fault in verify().faults] == [f"reports_report {report}"]


def test_a_signature_changed_by_sql_is_not_signed_over():
    report = flow.for_signature()
    by_hand("UPDATE reports_signature SET country = 'kz', origin = 'entered'")
    with pytest.raises(RowAltered):
        services.sign(report_id=report, by=leader)
    assert not verify().holds
