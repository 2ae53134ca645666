"""While a correction is a draft, how the visit went can be entered once more; what was issued stays, findings stay frozen."""

import json
from dataclasses import replace

import pytest
from django.utils import timezone

from tests.insight.reports import flow, reading
from tests.people import analyst, conflicted, doctor, head, leader, member, secretary
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.reports import queries, services
from tirek.insight.reports.comparing import compared
from tirek.insight.reports.documents import report_pdf
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.records.visits import queries as visits_read
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings
from tirek.records.visits.refusals import AlreadyReported

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    return flow.full_visit()


@pytest.fixture
def old(visit):
    return flow.issued(visit)


@pytest.fixture
def new(old):
    """A correction under way."""
    return services.correct_report(report_id=old, changes=flow.both("Уточнён доступ."), by=secretary).value


def grant(visit, by=leader):
    """All places were open after all."""
    return visits.record_access(visit_id=visit, entitlement="all_places", outcome="granted", by=by)


def add_meeting(visit, by=leader):
    return visits.add_meeting(visit_id=visit, with_whom="officials", held_on=timezone.localdate(), note="встреча с прокурором", by=by).value


def acts(visit):
    """Everything that a correction lets happen once more."""
    talk = {"visit_id": visit, "held_on": timezone.localdate(), "with_whom": "заместитель начальника", "by": leader}
    measure = {"visit_id": visit, "what": flow.both("Дать воды."), "authority_code": "lum-prison-service", "observed_at": timezone.now(), "by": leader}
    return [
        lambda: grant(visit),
        lambda: visits.record_closing_talk(**talk),
        lambda: visits.remove_meeting(meeting_id=visits_read.meetings(visit, by=leader)[0].id, by=leader),
        lambda: add_meeting(visit),
        lambda: visits.send_urgent_measure(**measure),
    ]


def closed(visit):
    """Whether none of it can be done; the pages do not offer it either."""
    for act in acts(visit):
        with pytest.raises(AlreadyReported):
            act()
    return not any(visits_read.part(visit, by=who).enters for who in (leader, member, doctor, head))


def test_how_the_visit_went_is_entered_once_more_while_a_correction_is_a_draft(visit, old):
    assert closed(visit)
    before = freeze(queries.report_document(old, by=analyst))
    new = services.correct_report(report_id=old, changes=flow.both("Уточнён доступ."), by=secretary).value
    assert all(visits_read.part(visit, by=who).enters for who in (leader, member, doctor, secretary))
    for act in acts(visit):
        act()
    printed = queries.report_document(new, by=leader)
    assert len(printed.refusals) == 1 and printed.closing_talk.partner.in_("ru") == "заместитель начальника"
    assert [each.subject.in_("ru") for each in printed.meetings] == ["встреча с прокурором"]
    assert freeze(queries.report_document(old, by=analyst)) == before
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_findings_stay_frozen_while_how_the_visit_went_is_corrected(visit, new):
    assert not visits_read.part(visit, by=leader).records
    with pytest.raises(AlreadyReported):
        visits.take_back_finding(finding_id=findings(visit, by=leader)[0].id, by=leader)


def test_it_is_closed_when_the_correction_is_handed_in_and_open_when_it_comes_back(visit, new):
    services.submit(report_id=new, by=leader)
    assert closed(visit)
    services.return_to_draft(report_id=new, reason="Проверьте доступ.", by=head)
    grant(visit)
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    assert closed(visit)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    services.issue_visit_report(report_id=new, by=secretary)
    assert closed(visit)
    assert len(queries.report_document(new, by=analyst).refusals) == 1


def test_it_is_closed_when_the_correction_is_abandoned(visit, new):
    services.abandon_correction(report_id=new, reason="Не нужно.", by=secretary)
    assert closed(visit)


def test_who_was_not_there_enters_nothing_and_the_visit_s_history_does_not_tell_of_a_correction(visit, old):
    told = [each.verb for each in visits_read.history(visit, by=analyst)]
    new = services.correct_report(report_id=old, changes=flow.both("Уточнён доступ."), by=secretary).value
    assert not visits_read.part(visit, by=analyst).enters
    for who, refused in ((analyst, NotAllowed), (conflicted, NotFound)):
        with pytest.raises(refused):
            add_meeting(visit, by=who)
    services.abandon_correction(report_id=new, reason="Не нужно.", by=secretary)
    assert [each.verb for each in visits_read.history(visit, by=analyst)] == told


def changed(report):
    return queries.report_document(report, by=leader).changed_records


def test_a_correction_says_in_which_records_it_tells_something_else(visit, old, new):
    assert changed(new) == ()
    grant(visit)
    assert changed(new) == ("access",)
    add_meeting(visit)
    talk = visits_read.closing_talk(visit, by=leader)
    same = [(each.what, each.by_whom, each.until) for each in talk.promises]
    visits.record_closing_talk(visit_id=visit, held_on=talk.held_on, with_whom=talk.with_whom, note="", promises=same, by=leader)
    assert changed(new) == ("access", "meetings")
    visits.record_closing_talk(visit_id=visit, held_on=talk.held_on, with_whom=talk.with_whom, note="", promises=[*same, ("дать свет", "", None)], by=leader)
    visits.send_urgent_measure(
        visit_id=visit, what=flow.both("Дать воды."), authority_code="lum-prison-service", observed_at=timezone.now(), sent_at=timezone.now(), by=leader
    )
    assert changed(new) == ("access", "meetings", "urgent", "closing_talk")
    flow.through(new)
    assert changed(new) == ("access", "meetings", "urgent", "closing_talk") and changed(old) == ()
    pdf = reading.text_of(report_pdf(replace(queries.report_document(new, by=analyst), layout="apart", languages=("ru",))))
    assert "Что ещё изменено по сравнению с прежней редакцией" in pdf and "Встречи; Неотложные меры; Заключительная беседа" in pdf
    third = services.correct_report(report_id=new, changes=flow.both("Ещё."), by=secretary).value
    assert changed(third) == ()


def test_a_version_of_a_format_that_did_not_tell_a_refusal_from_a_delay_is_not_asked_for_it(old):
    now = queries.report_document(old, by=leader)
    stored = json.loads(freeze(now))
    stored["format"] = "tirek-visit-report/4"
    for each in (*stored["report"]["entitlements"], *stored["report"]["refusals"]):
        del each["outcome"]
    told = compared(now, thaw(json.dumps(stored).encode()))
    assert told.changed_records == ()
