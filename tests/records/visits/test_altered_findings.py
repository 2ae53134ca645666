"""A finding changed without the program is not made good by the next act on it."""

import pytest

from tests import world
from tests.foundation.ledger.hand import by_hand
from tests.people import leader
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.verification import verify
from tirek.records.visits import queries, services

pytestmark = pytest.mark.django_db


def test_editing_or_taking_back_a_finding_changed_by_sql_is_refused(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    visit = world.begun(world.prison(), world.members())
    finding = services.add_finding(visit_id=visit, seen=world.seen(), by=leader).value
    assert verify().holds
    by_hand("UPDATE visits_finding SET area = 'health_care'")
    with pytest.raises(RowAltered):
        services.edit_finding(finding_id=finding, seen=world.seen("Свет мигает."), revision=1, by=leader)
    with pytest.raises(RowAltered):
        services.take_back_finding(finding_id=finding, by=leader)
    assert [fault.where for fault in verify().faults] == [f"visits_finding {finding}"]
    assert len(queries.findings(visit, by=leader)) == 1
    services.add_finding(visit_id=visit, seen=world.seen("Свет погас."), by=leader)
    by_hand("UPDATE visits_finding SET area = 'living_conditions'")
    services.edit_finding(finding_id=finding, seen=world.seen("Свет мигает."), revision=1, by=leader)
    assert verify().holds
