"""A ministry is divided: what was recommended to it follows, first to whoever stands in its place, then to whom the office passes each on."""

from datetime import date, timedelta

import pytest

from tests import world
from tests.followup.exchange.making import hand_in, prepare, reply, send
from tests.followup.recommendations import making
from tests.people import analyst, focal, head, leader, person, secretary
from tirek.followup.exchange import queries as exchange_queries
from tirek.followup.exchange import services as exchange
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.queries.clocks import clocks_of
from tirek.followup.recommendations.refusals import NotAnHeir, ReasonNeeded, StandsSoAlready
from tirek.foundation.jurisdictions.queries import heirs_on
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
old, shelters, jobs = (person(name, Role.FOCAL_POINT, authority=code) for name, code in (("old", "lum-crafts-old"), ("shelters", "lum-shelters"), ("jobs", "lum-crafts")))
jobs_head = person("jobs-head", Role.BODY_HEAD, authority="lum-crafts")
BEFORE = date(2026, 5, 12)
"""A day of the ministry that was divided on 1 September."""
WHY = "Указ о разделении министерства, пункт 4."


@pytest.fixture
def two(db):
    visit = world.concluded(world.prison("Дом труда"), world.members())
    made = tuple(making.draft(visit, addressee="lum-crafts-old") for _each in range(2))
    services.issue(visit_id=visit, report_number="2026/8", on=BEFORE, by=leader)
    return made


def seen(by):
    return {each.id for each in queries.addressed(by=by, country="demo", today=making.today())}


def passed(about, to="lum-crafts", by=secretary, reason=WHY):
    return services.pass_on(recommendation_id=about, to=to, reason=reason, by=by)


def test_whoever_stands_in_its_place_answers_until_something_is_passed_on(two):
    assert (seen(shelters), seen(jobs), seen(old)) == (set(two), set(), set())
    passed(two[0])
    assert (seen(shelters), seen(jobs), seen(old)) == ({two[1]}, {two[0]}, set())
    assert making.read(two[0]).answers_for_it == "lum-crafts" and making.read(two[0]).addressee == "lum-crafts-old" and verify().holds


def test_the_new_body_answers_for_it(two):
    passed(two[0])
    prepare(two[0], by=jobs)
    hand_in(two[0], by=jobs)
    with pytest.raises(NotFound):
        send(two[0], by=shelters)
    send(two[0], by=jobs_head)
    assert making.read(two[0]).answers[0].authority == "lum-crafts"


def test_it_can_be_passed_back_and_every_passing_stays(two):
    passed(two[0])
    passed(two[0], to="lum-shelters")
    assert seen(shelters) == set(two) and seen(jobs) == set()
    with pytest.raises(StandsSoAlready):
        passed(two[0], to="lum-shelters")


@pytest.mark.parametrize("to", ["lum-law", "lum-crafts-old", "nobody", ""])
def test_it_goes_to_an_heir_alone(two, to):
    with pytest.raises(NotAnHeir):
        passed(two[0], to=to)


def test_it_needs_a_reason_and_the_office(two):
    with pytest.raises(ReasonNeeded):
        passed(two[0], reason=" ")
    for who in (leader, analyst, focal):
        with pytest.raises((NotAllowed, NotFound)):
            passed(two[0], by=who)


def test_what_was_not_divided_has_one_heir(db):
    assert heirs_on("demo", "lum-schools-old", making.today()) == {"lum-schools"} and heirs_on("demo", "lum-law", making.today()) == {"lum-law"}


def found(addressee):
    return {each.id for each in queries.recommendations(by=head, country="demo", today=making.today(), filters=queries.Filters(addressee=addressee))}


def test_lists_counts_and_rates_follow(two):
    passed(two[0])
    assert (found("lum-crafts-old"), found("lum-shelters"), found("lum-crafts")) == (set(two), {two[1]}, {two[0]})
    rates = dict(queries.rates(by=head, country="demo", dimension="authority", today=making.today()))
    assert {code: rate.total for code, rate in rates.items()} == {"lum-shelters": 1, "lum-crafts": 1}
    assert queries.inherited("lum-crafts-old", by=head, country="demo", today=making.today()) == {"lum-shelters": 1, "lum-crafts": 1}
    due = {each.id: each.answers_for_it for each in queries.due_answers(by=head, country="demo", today=making.today())}
    assert due == {two[0]: "lum-crafts", two[1]: "lum-shelters"}


def test_what_the_former_body_was_about_ends_with_it_and_the_new_one_reads_none_of_it(two):
    about = two[0]
    exchange.say(recommendation_id=about, country="demo", text="Не пишите про бюджет.", by=shelters)
    exchange.ask_time(recommendation_id=about, country="demo", until=making.today() + timedelta(days=200), reason="Нет денег.", by=shelters)
    prepare(about, text="Черновик прежнего органа.", by=shelters)
    exchange.pass_on(recommendation_id=about, to="lum-crafts", reason=WHY, by=secretary)
    assert reply(about, by=jobs) is None and exchange_queries.messages(about, by=jobs, country="demo") == () and exchange_queries.time_asked(about, by=jobs, country="demo") == ()
    prepare(about, text="Наш ответ.", by=jobs)
    exchange.ask_time(recommendation_id=about, country="demo", until=making.today() + timedelta(days=300), reason="Закупка.", by=jobs)
    assert reply(about, by=jobs).text == "Наш ответ." and verify().holds


def test_what_another_body_answered_before_awaits_the_new_ones_own_answer(two):
    making.answer(two[0], "accepted", authority="lum-shelters", days=1)
    passed(two[0])
    asked = {"by": jobs, "country": "demo", "today": making.today()}
    assert queries.body_counts(**asked).awaiting == 1 and [each.number for each in queries.addressed(**asked, filters=queries.BodyFilters(awaiting=True))] == ["2026/8-1"]
    assert queries.addressed_one(two[0], by=jobs, country="demo", today=making.today()).said == (), "what the other body said is that body's"
    prepare(two[0], word="in_progress", text="Работаем.", by=jobs)
    hand_in(two[0], by=jobs)
    send(two[0], by=jobs_head)
    assert queries.body_counts(**asked).awaiting == 0


def named(days):
    return making.today() + timedelta(days=days)


def clock(about):
    """Until when it is to be carried out, and whose day that is."""
    doing, _looked = clocks_of(making.read(about), making.today())
    return (doing.day, doing.authority) if doing else None


def test_who_stands_in_the_place_of_a_body_by_the_pack_inherits_what_it_promised(two):
    making.answer(two[0], said_on=BEFORE, received_on=BEFORE, named_until=named(40))
    assert making.read(two[0]).answers[0].authority == "lum-crafts-old" and making.read(two[0]).answers_for_it == "lum-shelters"
    assert clock(two[0]) == (named(40), "lum-crafts-old")
    due = queries.due_doings(by=head, country="demo", today=making.today(), until=named(60), size=9)
    assert [(each.id, each.answers_for_it) for each in due] == [(two[0], "lum-shelters")]


def test_what_a_body_promised_before_it_was_passed_on_binds_nobody_afterwards(two):
    making.answer(two[0], named_until=named(40))
    assert clock(two[0]) == (named(40), "lum-shelters")
    passed(two[0])
    assert clock(two[0]) is None and queries.due_doing_count(by=head, country="demo", until=named(60)) == 0
    making.answer(two[0], "in_progress", named_until=named(90))
    assert clock(two[0]) == (named(90), "lum-crafts")


def test_passed_back_the_bodys_own_word_binds_it_again_and_the_other_ones_does_not(two):
    making.answer(two[0], named_until=named(40))
    passed(two[0])
    making.answer(two[0], "in_progress", named_until=named(90))
    passed(two[0], to="lum-shelters")
    assert clock(two[0]) == (named(40), "lum-shelters")


def test_a_letter_of_the_former_body_that_comes_after_passing_on_binds_nobody(two):
    passed(two[0])
    making.answer(two[0], named_until=named(40), authority="lum-shelters")
    assert clock(two[0]) is None and verify().holds
