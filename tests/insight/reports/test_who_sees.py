"""Who sees which version: the list, the single report and the two forms of the rule agree."""

import pytest

from tests import world
from tests.insight.reports import flow
from tests.people import EVERYBODY, analyst, conflicted, deputy, doctor, head, leader, member, secretary
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries, services
from tirek.insight.reports.models import OPEN, Report
from tirek.insight.reports.reach import sees, visible

pytestmark = pytest.mark.django_db
MECHANISM = {head, secretary, leader, conflicted, member, doctor, analyst}
WORKING = {head, secretary, leader, member, doctor}


@pytest.fixture
def versions():
    """A draft, one for signature, one issued with a correction under way."""
    place, team = world.prison(), world.members()
    made = [flow.drafted(world.concluded(place, team)), flow.for_signature(world.concluded(place, team))]
    issued = flow.issued(world.concluded(place, team))
    correction = services.correct_report(report_id=issued, changes=flow.both("Исправлено."), by=secretary).value
    return {"open": [*made, correction], "issued": [issued]}


def test_open_ones_are_for_delegation_and_office_and_issued_ones_for_the_mechanism(versions):
    for who in EVERYBODY:
        seen = {row.pk for row in Report.objects.all() if sees(row, who)}
        wanted = set(versions["open"] if who in WORKING else []) | set(versions["issued"] if who in MECHANISM else [])
        assert seen == wanted, who.name


def test_the_list_and_the_single_report_agree(versions):
    for who in (*EVERYBODY, deputy, SYSTEM):
        one_by_one = {row.pk for row in Report.objects.all() if sees(row, who)}
        assert {row.pk for row in visible(who, "demo")} == one_by_one, who.name
        for some in (versions["open"], versions["issued"]):
            assert {row.pk for row in visible(who, "demo", some)} == one_by_one & set(some), who.name
            assert not visible(who, "kz", some), who.name
        assert {each.id for each in queries.reports(by=who, country="demo")} == one_by_one, who.name
        for row in Report.objects.all():
            if row.pk in one_by_one:
                assert queries.report(row.pk, by=who).id == row.pk
            else:
                with pytest.raises(NotFound):
                    queries.report(row.pk, by=who)


def test_pages_follow_each_other_as_the_whole_list_is_put_in_order():
    """A page is made of those in work and of the issued ones apart: both against the order of whole rows."""
    place, team = world.prison(), world.members()
    flow.drafted(world.concluded(place, team))
    issued, other = (flow.issued(world.concluded(place, team)) for _time in range(2))
    services.correct_report(report_id=issued, changes=flow.both("Исправлено."), by=secretary)
    for who in (*EVERYBODY, SYSTEM):
        for asked in ("", "issued"):
            seen = [row for row in Report.objects.exclude(state__in=("superseded", "abandoned")) if sees(row, who) and asked in ("", row.state)]
            by_day = sorted(seen, key=lambda row: row.pk.hex)
            by_day.sort(key=lambda row: (row.issued_on or row.visit.ends_on, row.version), reverse=True)
            whole = [row.pk for row in sorted(by_day, key=lambda row: row.state not in OPEN)]
            told = {"by": who, "country": "demo", "filters": queries.Filters(state=asked)}
            assert len(whole) == queries.report_count(**told) and (other in whole) == (who in MECHANISM or who == SYSTEM), who.name
            for start, size in ((0, 50), (0, 2), (1, 3), (3, 2), (9, 2)):
                assert [each.id for each in queries.reports(**told, start=start, size=size)] == whole[start : start + size], (who.name, asked, start)


def test_another_country_s_list_holds_none_of_them(versions):
    assert queries.reports(by=head, country="kz") == ()


def test_filters_narrow_the_list(versions):
    def shown(**asked):
        return {each.id for each in queries.reports(by=head, country="demo", filters=queries.Filters(**asked))}

    assert shown(state="draft") == {versions["open"][0], versions["open"][2]}
    assert shown(number=queries.report(versions["issued"][0], by=head).number) == set(versions["issued"])
    assert shown(year=1999) == set()
    services_done = flow_over(versions["open"][2])
    assert shown(state="superseded") == set(versions["issued"]) and services_done in shown(state="issued")


def flow_over(correction):
    services.submit(report_id=correction, by=leader)
    services.approve(report_id=correction, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=correction, by=who)
    services.issue_visit_report(report_id=correction, by=secretary)
    return correction


def test_what_waits_for_whom():
    place, team = world.prison(), world.members()
    bare = world.concluded(place, team)
    draft, reviewed, signed = (make(world.concluded(place, team)) for make in (flow.drafted, flow.in_review, flow.signed))
    office, lead = queries.waiting_for(by=head, country="demo"), queries.waiting_for(by=leader, country="demo")
    for waiting in (office, lead):
        assert [each.visit_id for each in waiting.visits] == [bare]
        assert [each.id for each in waiting.drafts] == [draft]
    assert [each.id for each in office.reviews] == [reviewed] and lead.reviews == ()
    assert [each.id for each in office.to_issue] == [signed] and lead.to_issue == ()
    for who in (conflicted, analyst):
        assert queries.waiting_for(by=who, country="demo") == queries.Waiting()


def test_a_hidden_visit_is_never_asked_for():
    visit = world.planned(world.prison(), world.members())
    for who in (head, secretary, conflicted):
        with pytest.raises(NotFound):
            queries.report_of_visit(visit, by=who)
    assert queries.report_of_visit(visit, by=leader) is None
    assert queries.waiting_for(by=head, country="demo") == queries.Waiting()
