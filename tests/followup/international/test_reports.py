"""Reports of international bodies: dated steps that never go back, and who may read one that is not public."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.followup.international import making
from tests.people import administrator, analyst, auditor, doctor, focal, foreigner, head, leader, member, nobody, receiver, secretary
from tirek.followup.international import queries, services
from tirek.followup.international.refusals import NamedAlready, PublicForAll, SourceNeeded, SymbolTaken
from tirek.followup.recommendations.services import load_missions
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.international_report_states import StepBefore, StepNotPossible
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(visit):
    return visit


def step(report_id, state, on, by=secretary, source=making.SOURCE, **given):
    return services.enter_step(report_id=report_id, state=state, on=on, source=source, by=by, **given)


def test_each_step_keeps_its_day_and_source_and_none_goes_back():
    report = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    step(report, "requested", date(2025, 3, 1))
    step(report, "public", date(2025, 4, 7))
    told = queries.report(report, by=member)
    assert told.state == "public" and [(each.state, each.on) for each in told.steps] == [
        ("confidential", date(2023, 4, 6)), ("requested", date(2025, 3, 1)), ("public", date(2025, 4, 7)),
    ]  # fmt: skip
    assert all(each.source == making.SOURCE for each in told.steps)
    for state in ("confidential", "requested", "public"):
        with pytest.raises(StepNotPossible):
            step(report, state, date(2025, 4, 8))


def test_a_step_needs_a_source_a_day_in_order_and_no_name():
    report = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    with pytest.raises(SourceNeeded):
        step(report, "public", date(2025, 4, 7), source="  ")
    with pytest.raises(StepBefore):
        step(report, "public", date(2023, 4, 5))
    with pytest.raises(PassagesUndecided):
        step(report, "public", date(2025, 4, 7), source="Сказал Иванов Пётр Сергеевич")
    assert queries.report(report, by=head).state == "confidential"


def test_head_and_secretariat_enter_and_nobody_else():
    report = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    for who in (leader, member, analyst):
        with pytest.raises(NotAllowed):
            step(report, "public", timezone.localdate(), by=who)
    for who in (focal, receiver, auditor, administrator, foreigner, nobody):
        with pytest.raises(NotFound):
            step(report, "public", timezone.localdate(), by=who)


def test_a_symbol_stands_for_one_report():
    making.report(making.review())
    with pytest.raises(SymbolTaken):
        making.report(making.review(2023), on=date(2024, 1, 1))


def test_the_text_of_a_report_that_is_not_public_has_few_readers():
    paragraph = making.new()
    report = making.thread(paragraph).parts[0].paragraph.report_id
    making.named(report, doctor)
    readers = {who.name for who in (head, secretary, leader, member, doctor, analyst) if queries.paragraphs(report, by=who)}
    assert readers == {"head", "secretary", "doctor"}
    assert {who.name for who in (leader, member, analyst) if queries.report(report, by=who).count is None} == {"leader", "member", "analyst"}
    with pytest.raises(NotFound):
        making.thread(paragraph, by=leader)
    services.end_reader(report_id=report, account=doctor.id, by=head)
    assert not queries.paragraphs(report, by=doctor)
    step(report, "public", timezone.localdate())
    assert all(queries.paragraphs(report, by=who) for who in (leader, member, doctor, analyst))


def test_outside_the_mechanism_no_report_is_known():
    report = making.report(making.review())
    for who in (focal, receiver, auditor, administrator, foreigner, nobody):
        assert queries.reviews(by=who, country="demo") == ()
        with pytest.raises(NotFound):
            queries.report(report, by=who)


def test_the_head_alone_names_readers_and_only_those_who_need_it():
    report = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    with pytest.raises(NotAllowed):
        services.name_reader(report_id=report, account=doctor.id, by=secretary)
    with pytest.raises(NotFound):
        services.name_reader(report_id=report, account=foreigner.id, by=head)
    making.named(report, doctor)
    with pytest.raises(NamedAlready):
        making.named(report, doctor)
    with pytest.raises(PublicForAll):
        making.named(making.report(making.review()), doctor)


def test_the_record_of_the_packs_is_taken_over_once_with_its_dated_steps():
    load_missions(by=SYSTEM)
    assert services.take_over_missions(by=SYSTEM).value > 0
    assert services.take_over_missions(by=SYSTEM).value == 0
    second, first = queries.reviews(by=foreigner, country="kz")
    assert (first.year, second.year, second.joint) == (2016, 2023, True)
    assert [(each.state, each.on.isoformat(), each.by_then) for each in second.reports[0].steps] == [("confidential", "2023-04-06", True), ("public", "2025-04-07", False)]
    assert first.reports[0].dated == date(2019, 2, 7) and first.reports[0].state == "public" and first.reports[0].steps[0].by_then


def test_a_step_that_a_person_entered_stays_when_the_pack_is_loaded_again():
    load_missions(by=SYSTEM)
    services.take_over_missions(by=SYSTEM)
    report = queries.reviews(by=foreigner, country="kz")[0].reports[0]
    with pytest.raises(StepNotPossible):
        step(report.id, "requested", date(2025, 4, 8) + timedelta(days=1), by=foreigner)
    assert services.take_over_missions(by=SYSTEM).value == 0
