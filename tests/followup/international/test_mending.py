"""What was entered wrongly of missions, reports, steps, dues and contacts is put right with a reason; what stood before stays, and what comes from a pack follows its pack."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.followup.international import making
from tests.people import analyst, auditor, doctor, foreigner, head, leader, member, nobody, secretary
from tirek.followup.international import queries, refusals, services
from tirek.followup.international.models import Review
from tirek.followup.recommendations.refusals import ReasonNeeded
from tirek.followup.recommendations.services import load_missions
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.refusals import NothingMended
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.international_report_states import StepAhead
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
WHY = "Опечатка."


def held(review_id):
    facts = queries.review(review_id, by=head)
    return {name: getattr(facts, name) for name in ("procedure", "body", "name", "year", "first_day", "last_day", "joint")}


def mend_review(review_id, by=secretary, reason=WHY, **told):
    return services.mend_review(review_id=review_id, told={**held(review_id), **told}, reason=reason, by=by)


def before(thing, by=head):
    return [each.before for each in queries.mendings([thing], by=by, country="demo").get(thing, ())]


def test_a_mission_is_put_right_and_what_stood_before_is_read_by_all_who_know_of_it(team):
    made = making.review(2016)
    mend_review(made, year=2017, first_day=date(2017, 9, 20), last_day=date(2017, 9, 29))
    assert queries.review(made, by=member).year == 2017
    for by in (head, member, analyst):
        assert dict(before(made, by)[0]) == {"year": "2016", "first_day": "2016-09-20", "last_day": "2016-09-29"}
    for by in (auditor, foreigner, nobody):
        assert before(made, by) == []
    with pytest.raises(NothingMended):
        mend_review(made)
    assert verify().holds


def test_a_mission_is_not_put_right_into_one_that_could_not_be_entered(team):
    made = making.review(2016)
    for wrong, refusal in (
        ({"year": 1900}, refusals.ReviewUnclear), ({"last_day": date(2017, 9, 1)}, refusals.DaysTurned), ({"year": 2019}, refusals.DaysOfAnotherYear), ({"first_day": None}, refusals.DaysOfAnotherYear), ({"reason": " "}, ReasonNeeded),
        ({"name": making.words("Визит к Петрову Ивану Сергеевичу")}, PassagesUndecided), ({"by": member}, NotAllowed), ({"by": auditor}, NotFound), ({"by": foreigner}, NotFound),
    ):  # fmt: skip
        with pytest.raises(refusal):
            mend_review(made, **{"year": 2017, "first_day": date(2017, 9, 20), "last_day": date(2017, 9, 29), **wrong})
    assert queries.review(made, by=head).year == 2016 and before(made) == []


def test_a_mission_of_a_pack_is_put_right_there(team):
    load_missions(by=SYSTEM)
    services.take_over_missions(by=SYSTEM)
    sourced = Review.objects.filter(origin="sourced", country="kz").first()
    told = {name: getattr(sourced, name) for name in ("procedure", "body", "name", "year", "first_day", "last_day", "joint")}
    with pytest.raises(refusals.Sourced):
        services.mend_review(review_id=sourced.pk, told={**told, "year": 1999}, reason=WHY, by=foreigner)


def test_a_mission_does_not_move_before_one_from_which_its_recommendations_go_on(team):
    old, new = making.old(), making.new("public")
    making.link(new, earlier_id=old)
    later = queries.thread(new, by=head, today=timezone.localdate()).parts[1].review_id
    with pytest.raises(refusals.LinksStand):
        mend_review(later, year=2015, first_day=date(2015, 1, 1), last_day=None)
    mend_review(later, year=2020, first_day=date(2020, 1, 1), last_day=None)
    assert queries.review(later, by=head).last_day == date(2020, 1, 1)


def test_something_due_is_put_right_until_it_is_handed_in(team):
    told = {"procedure": "cat", "name": making.words("Доклад"), "due_on": date(2026, 5, 1), "source": "Письмо Комитета"}
    made = services.enter_due(country="demo", by=secretary, **told).value

    def mend(by=secretary, reason=WHY, **given):
        return services.mend_due(due_id=made, told={**told, **given}, reason=reason, by=by)

    mend(due_on=date(2026, 6, 1))
    assert queries.calendar(by=member, country="demo")[0].due_on == date(2026, 6, 1) and before(made, member) == [(("due_on", "2026-05-01"),)]
    for wrong, refusal in (
        ({"source": " "}, refusals.SourceNeeded), ({"procedure": "poem"}, refusals.DueUnclear), ({"reason": ""}, ReasonNeeded), ({"by": member}, NotAllowed), ({"by": auditor}, NotFound),
    ):  # fmt: skip
        with pytest.raises(refusal):
            mend(**wrong)
    services.close_due(due_id=made, by=secretary)
    with pytest.raises(NotFound):
        mend()


def test_a_contact_is_put_right_behind_the_veil_of_its_log_and_seen_by_nobody_else(team):
    told = {"contacted_on": date(2026, 1, 5), "way": "letter", "text": "Ответ на письмо."}
    made = services.enter_contact(country="demo", by=head, **told).value
    services.name_contact_reader(country="demo", account=doctor.id, by=head)
    services.mend_contact(contact_id=made, told={**told, "way": "call"}, reason=WHY, by=doctor)
    assert before(made, head) == before(made, doctor) == [(("way", "letter"),)]
    assert Entry.objects.get(verb="international.contact-mended").veil == "spt-contacts-demo"
    for by in (secretary, leader, member, auditor, foreigner, nobody):
        assert before(made, by) == []
        with pytest.raises(NotFound):
            services.mend_contact(contact_id=made, told=told, reason=WHY, by=by)
    with pytest.raises(refusals.ContactTextNeeded):
        services.mend_contact(contact_id=made, told={**told, "text": " "}, reason=WHY, by=head)


def test_the_day_and_source_of_a_step_are_put_right_between_the_steps_beside_it(team):
    made = making.report(making.review(), state="confidential", on=date(2019, 2, 7))
    services.enter_step(report_id=made, state="public", on=date(2020, 2, 7), source=making.SOURCE, by=secretary)
    first, second = queries.report(made, by=head).steps

    def mend(step, on, by=secretary, source=making.SOURCE, reason=WHY):
        return services.mend_step(step_id=step.id, on=on, by_then=False, source=source, reason=reason, by=by)

    mend(first, date(2019, 3, 7))
    assert [each.on for each in queries.report(made, by=member).steps] == [date(2019, 3, 7), date(2020, 2, 7)]
    assert queries.report(made, by=head).state == "public" and before(first.id) == [(("on", "2019-02-07"),)]
    for wrong, refusal in (
        ((first, date(2021, 1, 1)), refusals.StepBetween), ((second, date(2019, 1, 1)), refusals.StepBetween), ((second, timezone.localdate() + timedelta(days=1)), StepAhead),
    ):  # fmt: skip
        with pytest.raises(refusal):
            mend(*wrong)
    for given, refusal in (({"source": " "}, refusals.SourceNeeded), ({"reason": " "}, ReasonNeeded), ({"by": member}, NotAllowed), ({"by": auditor}, NotFound)):
        with pytest.raises(refusal):
            mend(second, date(2020, 3, 1), **given)


def test_title_and_symbol_of_a_report_are_put_right_and_no_two_bear_one_symbol(team):
    review = making.review(2016)
    made, other = making.report(review, symbol="CV/LUM/1"), making.report(review, symbol="CV/LUM/2", state="confidential")
    told = {"title": making.words("Доклад CV/LUM/1"), "symbol": "CV/LUM/1", "dated": None}

    def mend(by=secretary, reason=WHY, **given):
        return services.mend_report(report_id=made, told={**told, **given}, reason=reason, by=by)

    mend(symbol=" CV/LUM/ 3 ", title=making.words("Доклад о визите"))
    facts = queries.report(made, by=member)
    assert (facts.symbol, facts.title.in_("ru")) == ("CV/LUM/ 3", "Доклад о визите")
    assert [dict(each)["symbol"] for each in before(made, member)] == ["CV/LUM/1"] and before(made, auditor) == []
    for wrong, refusal in (
        ({"symbol": "CV/LUM/2"}, refusals.SymbolTaken), ({"title": making.words("Визит к Петрову Ивану Сергеевичу")}, PassagesUndecided), ({"reason": " "}, ReasonNeeded),
        ({"by": member}, NotAllowed), ({"by": auditor}, NotFound), ({"by": foreigner}, NotFound),
    ):  # fmt: skip
        with pytest.raises(refusal):
            mend(**wrong)
    with pytest.raises(NothingMended):
        services.mend_report(report_id=other, told={"title": making.words("Доклад CV/LUM/2"), "symbol": "CV/LUM/2", "dated": None}, reason=WHY, by=head)
    assert queries.report(made, by=head).symbol == "CV/LUM/ 3" and verify().holds


def test_a_document_is_not_dated_before_one_from_which_its_recommendations_go_on(team):
    review = making.review(2016)
    first, second = (making.report(review, symbol=f"CV/LUM/{number}", dated=date(2016 + number, 1, 1)) for number in (1, 2))
    making.link(making.paragraph(second), earlier_id=making.paragraph(first))
    told = {"title": making.words("Доклад CV/LUM/2"), "symbol": "CV/LUM/2"}
    with pytest.raises(refusals.LinksStand):
        services.mend_report(report_id=second, told={**told, "dated": date(2016, 1, 1)}, reason=WHY, by=secretary)
    services.mend_report(report_id=second, told={**told, "dated": date(2019, 1, 1)}, reason=WHY, by=secretary)
