"""An issued recommendation changed without the program is not made good by the answer to it."""

import pytest

from tests.followup.recommendations.making import answer, read, verify
from tests.foundation.ledger.hand import by_hand
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.verification import verify as verify_ledger

pytestmark = pytest.mark.django_db


def test_an_answer_to_a_recommendation_changed_by_sql_is_refused(issued):
    by_hand("UPDATE recommendations_recommendation SET addressee = 'lum-law'")
    for act in (answer, verify):
        with pytest.raises(RowAltered):
            act(issued)
    assert not read(issued).answers
    assert [fault.where for fault in verify_ledger().faults] == [f"recommendations_recommendation {issued}"]
    by_hand("UPDATE recommendations_recommendation SET addressee = 'lum-prison-service'")
    answer(issued)
    assert verify_ledger().holds
