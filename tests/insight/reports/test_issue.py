"""A report from its draft to its issue: one transaction, one number, frozen findings and recommendations."""

import pytest

from tests.insight.reports import flow
from tests.people import analyst, secretary
from tirek.followup.recommendations.queries import recommendations
from tirek.foundation.ledger.verification import verify
from tirek.insight.reports import queries, services
from tirek.records.visits.queries import visit as visit_facts

pytestmark = pytest.mark.django_db


def test_a_report_goes_from_draft_to_issue_and_the_ledger_verifies():
    visit = flow.visit()
    report = queries.report(flow.issued(visit), by=analyst)
    assert (report.state, report.number, report.version) == ("issued", f"1/{report.issued_on.year}", 1)
    assert visit_facts(visit, by=secretary).state == "reported"
    (given,) = recommendations(by=analyst, country="demo", today=report.issued_on)
    assert (given.number, given.state) == (f"{report.number}-1", "issued")
    services.make_documents(report_id=report.id, by=secretary)
    assert len(queries.document_files(report.id, by=analyst)) == 10
    outcome = verify()
    assert outcome.holds, outcome.faults
