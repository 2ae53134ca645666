"""Plans of years: who writes and approves them, what an amendment keeps, and what the summary counts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import world
from tests.people import EVERYBODY, analyst, foreigner, head, leader, member, secretary
from tirek.ground.rules.annual_plan import ANYWHERE, Line, Target
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.insight.planning import queries, services
from tirek.insight.planning.models import AnnualPlan
from tirek.insight.planning.refusals import NothingAmended, NothingPlanned, PlanThere, TargetTwice, YearOutOfReach
from tirek.records.visits.refusals import ChangedMeanwhile, ReasonNeeded, UnknownCode
from tirek.records.visits.services import begin, plan_visit

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year
TARGETS = (Target("prison", "LU-TA", 2, days=3, travel_days=2, cost=Decimal("1250000.50")), Target("sizo", ANYWHERE, 4))
LINES = (Line("Перевод на языке жестов", Decimal("99999999999.99")),)


def begun(**given):
    return services.begin_plan(country="demo", year=YEAR, by=secretary, **given).value


def approved():
    plan = begun()
    services.write_plan(plan_id=plan, targets=TARGETS, lines=LINES, by=secretary)
    services.submit_plan(plan_id=plan, by=secretary)
    services.approve_plan(plan_id=plan, by=head)
    return plan


def held():
    return queries.annual_plan(by=secretary, country="demo", year=YEAR)


def test_a_plan_goes_from_draft_over_hand_in_to_approval_by_the_head():
    plan = begun()
    with pytest.raises(NothingPlanned):
        services.submit_plan(plan_id=plan, by=secretary)
    services.write_plan(plan_id=plan, targets=TARGETS, lines=LINES, notes="  Первый год.  ", by=secretary)
    assert held().content.targets == TARGETS and held().content.lines == LINES and held().content.notes == "Первый год."
    with pytest.raises(IllegalMove):
        services.approve_plan(plan_id=plan, by=head)
    services.submit_plan(plan_id=plan, by=secretary)
    with pytest.raises(IllegalMove):
        services.write_plan(plan_id=plan, targets=(), by=secretary)
    with pytest.raises(NotAllowed):
        services.approve_plan(plan_id=plan, by=secretary)
    services.return_plan(plan_id=plan, by=secretary)
    assert (held().state, held().submitted_on) == ("draft", None)
    services.submit_plan(plan_id=plan, by=secretary)
    with pytest.raises(ChangedMeanwhile):
        services.approve_plan(plan_id=plan, by=head, revision="another")
    services.approve_plan(plan_id=plan, by=head, revision=held().revision)
    assert (held().state, held().approved_by) == ("approved", head.id)


def test_an_amendment_is_the_heads_has_a_reason_and_keeps_what_stood_before():
    plan = approved()
    fewer = (TARGETS[0], Target("sizo", ANYWHERE, 3))
    changed = {"plan_id": plan, "targets": fewer, "lines": LINES}
    with pytest.raises(NotAllowed):
        services.write_plan(**changed, reason="Нет денег", by=secretary)
    with pytest.raises(ReasonNeeded):
        services.write_plan(**changed, reason="  ", by=head)
    with pytest.raises(NothingAmended):
        services.write_plan(plan_id=plan, targets=TARGETS, lines=LINES, reason="Ничего", by=head)
    services.write_plan(**changed, reason="Один изолятор закрыт.", by=head)
    (one,) = held().amendments
    assert (one.number, one.reason, one.decided_by) == (1, "Один изолятор закрыт.", head.id)
    assert one.before.targets == TARGETS and one.after.targets == fewer and one.before.lines == LINES
    (change,) = one.changes
    assert (change.before.visits, change.after.visits) == (4, 3)
    services.write_plan(plan_id=plan, targets=fewer, lines=(), reason="Перевод оплатил ЮНИСЕФ.", by=head)
    assert [each.money_changed for each in held().amendments] == [False, True] and held().state == "approved"


def test_who_plans_reads_the_plan_and_nobody_else_learns_that_there_is_one():
    plan = begun(targets=TARGETS)
    for person in EVERYBODY:
        reads = person in (head, secretary, leader)
        assert (queries.annual_plan(by=person, country="demo", year=YEAR) is not None) == reads, person.name
        assert bool(queries.plan_years(by=person, country="demo")) == reads
    for person in (leader, member, analyst, foreigner):
        with pytest.raises(NotAllowed if person == leader else NotFound):
            services.write_plan(plan_id=plan, targets=(), by=person)
    for person in (leader, member, foreigner):
        with pytest.raises(NotAllowed):
            services.begin_plan(country="demo", year=YEAR + 1, by=person)


def test_there_is_one_plan_a_year_and_each_kind_and_region_stands_in_it_once():
    plan = begun()
    with pytest.raises(PlanThere):
        begun()
    with pytest.raises(YearOutOfReach):
        services.begin_plan(country="demo", year=YEAR + 9, by=secretary)
    with pytest.raises(TargetTwice):
        services.write_plan(plan_id=plan, targets=(TARGETS[0], TARGETS[0]), by=secretary)
    for wrong in (Target("castle", ANYWHERE, 1), Target("prison", "KZ-75", 1)):
        with pytest.raises(UnknownCode):
            services.write_plan(plan_id=plan, targets=(wrong,), by=secretary)
    with pytest.raises(ChangedMeanwhile):
        services.write_plan(plan_id=plan, targets=(), by=secretary, revision="another")
    with pytest.raises(IntegrityError), transaction.atomic():
        from tirek.foundation.ledger.services import record

        with record("annual-plan.begun", by=secretary):
            AnnualPlan(country="demo", year=YEAR, begun_by="x").save()


def test_a_text_that_could_name_somebody_says_why_it_stays():
    plan = begun()
    typed = {"plan_id": plan, "targets": TARGETS, "notes": "Просила мать Петрова А.В.", "by": secretary}
    with pytest.raises(PassagesUndecided):
        services.write_plan(**typed)
    services.write_plan(**typed, names_nobody="Мать просила назвать имя.")
    (one,) = queries.kept_in_plans(by=secretary, country="demo")
    assert (one.page, one.reason) == (str(YEAR), "Мать просила назвать имя.")
    assert queries.kept_in_plans(by=member, country="demo") == ()


def test_the_summary_counts_entries_and_begun_visits_by_kind_and_region():
    begun(targets=TARGETS)
    place, team = world.prison(), world.members()
    first = timezone.localdate()
    visit = world.planned(place, team, announced=True, days=0)
    dropped = first.replace(month=12, day=31)
    plan_visit(place_id=place, country="demo", kind="special", announced=True, first_day=dropped, last_day=dropped, by=secretary)
    found = queries.year_summary(by=head, country="demo", year=first.year, plan=held())
    row = next(each for each in found.rows if each.place_kind == "prison")
    assert (row.target, row.planned, row.done, row.left, row.planned_days, row.days) == (2, 2, 0, 2, 3, 6)
    begin(visit_id=visit, by=leader)
    row = next(each for each in queries.year_summary(by=head, country="demo", year=first.year, plan=held()).rows if each.place_kind == "prison")
    assert (row.done, row.left) == (1, 1)
    assert queries.year_summary(by=head, country="demo", year=first.year + 1, plan=None).rows == ()
    with pytest.raises(NotAllowed):
        queries.year_summary(by=member, country="demo", year=first.year, plan=None)


def test_targets_are_proposed_from_what_the_law_asks_for():
    world.prison()
    today = timezone.localdate()
    assert queries.proposed_targets(by=member, country="demo", year=today.year, today=today) == ()
    (one,) = queries.proposed_targets(by=secretary, country="demo", year=today.year + 2, today=today)
    assert (one.place_kind, one.region, one.visits) == ("prison", "LU-TA", 1)


def test_a_plan_of_a_later_year_holds_what_is_planned_for_it():
    place = world.prison()
    day = timezone.localdate() + timedelta(days=400)
    plan_visit(place_id=place, country="demo", kind="periodic", announced=False, first_day=day, last_day=day + timedelta(days=4), by=secretary)
    (row,) = queries.year_summary(by=secretary, country="demo", year=day.year, plan=None).rows
    assert (row.target, row.planned, row.planned_days) == (None, 1, 5)
    assert queries.year_summary(by=head, country="demo", year=day.year, plan=None).rows == ()
