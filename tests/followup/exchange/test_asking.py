"""Read receipts, more time, delegation, the talk; and who hears of each."""

import pytest

from tests.accounts import account_of
from tests.followup.exchange.making import ahead, hand_in, prepare, read, send, service_focal, service_head, stranger
from tests.followup.recommendations import making
from tests.people import analyst, auditor, focal, head, leader, minister, secretary
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.refusals import MessageEmpty, NotMoreTime, TimeAskedAlready, TimeDecided
from tirek.followup.recommendations.refusals import AlreadyDelegated, AnswerCame, DueTooFar, NotBeneath, ReasonNeeded
from tirek.followup.recommendations.services import delegate, end_delegation, move_due
from tirek.foundation.notices.queries import own_mail
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


def of_one(about):
    return queries.exchange_of(about, by=head, country="demo")


def test_the_first_reading_is_the_receipt_and_a_second_one_is_none(about):
    assert services.open_as_body(recommendation_id=about, country="demo", by=service_focal)
    assert not services.open_as_body(recommendation_id=about, country="demo", by=service_head)
    (opened,) = of_one(about).opened
    assert (opened.body, opened.wording) == ("lum-prison-service", 1)


def test_a_receipt_is_no_word_of_the_authority(about):
    services.open_as_body(recommendation_id=about, country="demo", by=service_focal)
    assert making.read(about).word == "none"


def test_more_time_is_asked_granted_and_moves_the_day(about):
    due = read(about).due_on
    wanted = ahead((due - making.today()).days + 30)
    asked = services.ask_time(recommendation_id=about, country="demo", until=wanted, reason="Идёт закупка.", by=service_focal).value
    assert read(about).due_on == due
    ((waits, line),) = queries.times_waiting(by=secretary, country="demo")
    assert (waits.id, line.id) == (asked, about)
    services.decide_time(request_id=asked, granted=True, decision="", by=secretary)
    assert read(about).due_on == wanted and queries.times_waiting(by=secretary, country="demo") == ()
    with pytest.raises(TimeDecided):
        services.decide_time(request_id=asked, granted=False, decision="Нет.", by=head)


def test_more_time_that_is_refused_moves_nothing_and_needs_words(about):
    due = read(about).due_on
    asked = services.ask_time(recommendation_id=about, country="demo", until=ahead(200), reason="Идёт закупка.", by=focal).value
    with pytest.raises(ReasonNeeded):
        services.decide_time(request_id=asked, granted=False, decision=" ", by=secretary)
    services.decide_time(request_id=asked, granted=False, decision="Опасность остаётся.", by=secretary)
    (told,) = queries.time_asked(about, by=focal, country="demo")
    assert (told.granted, told.decision, read(about).due_on) == (False, "Опасность остаётся.", due)
    services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Тендер повторён.", by=focal)


def test_more_time_is_later_than_what_stands_and_not_without_end(about):
    due = read(about).due_on
    for until, refusal in ((due, NotMoreTime), (making.ago(1), NotMoreTime), (ahead(500), DueTooFar)):
        with pytest.raises(refusal):
            services.ask_time(recommendation_id=about, country="demo", until=until, reason="Идёт закупка.", by=focal)
    services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Идёт закупка.", by=focal)
    with pytest.raises(TimeAskedAlready):
        services.ask_time(recommendation_id=about, country="demo", until=ahead(101), reason="Идёт закупка.", by=service_focal)


def test_after_an_answer_no_more_time_is_asked(about):
    prepare(about)
    hand_in(about)
    send(about, by=minister)
    with pytest.raises(AnswerCame):
        services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Идёт закупка.", by=focal)


@pytest.mark.parametrize("who", [leader, analyst, auditor, focal])
def test_only_the_office_decides(about, who):
    asked = services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Идёт закупка.", by=focal).value
    with pytest.raises(NotAllowed):
        services.decide_time(request_id=asked, granted=True, decision="", by=who)


def test_a_body_beneath_prepares_what_was_delegated_to_it_and_reads_no_talk(ministry):
    """The prison service stands beneath the ministry: it already reads its own. Something addressed to the ministry it reads only by delegation."""
    with pytest.raises(NotFound):
        read(ministry, by=service_focal)
    delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=focal)
    services.say(recommendation_id=ministry, country="demo", text="Нужна встреча.", by=focal)
    facts = read(ministry, by=service_focal)
    assert not facts.speaks and not facts.approves and queries.messages(ministry, by=service_focal, country="demo") == ()
    prepare(ministry, by=service_focal)
    hand_in(ministry, by=service_focal)
    with pytest.raises(NotAllowed):
        send(ministry, by=service_head)
    send(ministry, by=minister)
    assert making.read(ministry).answers[0].authority == "lum-law"
    end_delegation(recommendation_id=ministry, country="demo", to="lum-prison-service", by=focal)
    with pytest.raises(NotFound):
        read(ministry, by=service_focal)


def test_a_body_is_asked_once_and_only_beneath(ministry):
    for to in ("lum-law", "lum-care", "lum-council", "nobody"):
        with pytest.raises(NotBeneath):
            delegate(recommendation_id=ministry, country="demo", to=to, by=focal)
    delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=focal)
    with pytest.raises(AlreadyDelegated):
        delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=minister)


def test_both_sides_talk_and_strangers_hear_nothing(about):
    services.say(recommendation_id=about, country="demo", text="Когда можно приехать?", by=focal)
    services.say(recommendation_id=about, country="demo", text="В марте.", by=secretary)
    assert [(each.side, each.text) for each in queries.messages(about, by=service_focal, country="demo")] == [("body", "Когда можно приехать?"), ("mechanism", "В марте.")]
    with pytest.raises(NotFound):
        queries.messages(about, by=stranger, country="demo")
    with pytest.raises(NotAllowed):
        services.say(recommendation_id=about, country="demo", text="Я тоже.", by=leader)
    with pytest.raises(MessageEmpty):
        services.say(recommendation_id=about, country="demo", text=" ", by=focal)


def test_a_body_learns_of_a_verification_once_it_is_told(about):
    verification = making.verify(about, "not_implemented")
    assert queries.messages(about, by=focal, country="demo") == ()
    services.tell_verification(recommendation_id=about, country="demo", verification_id=verification, by=secretary)
    (told,) = queries.messages(about, by=focal, country="demo")
    assert (told.outcome, told.verified_on, told.text) == ("not_implemented", making.today(), "")


def noticed(who):
    return [each.kind for each in own_mail(by=who).notices]


def test_each_side_hears_that_something_came_and_not_what(about):
    for who in (service_focal, service_head, stranger, secretary, focal):
        account_of(who)
    before = noticed(focal)
    services.say(recommendation_id=about, country="demo", text="В марте приедем.", by=head)
    assert noticed(service_focal) == noticed(service_head) == ["came"] and noticed(stranger) == [] and noticed(focal) == before
    prepare(about, by=service_focal)
    hand_in(about, by=service_focal)
    assert noticed(service_head) == ["came", "came"]
    send(about, by=service_head)
    assert noticed(secretary) == ["came"]


def test_a_body_that_was_only_asked_reads_neither_reasons_nor_the_superiors_draft(ministry):
    prepare(ministry, text="Черновик министерства.", by=focal)
    services.ask_time(recommendation_id=ministry, country="demo", until=ahead(100), reason="Служба не справляется.", by=focal)
    delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=focal)
    assert queries.time_asked(ministry, by=service_focal, country="demo") == () and queries.reply(ministry, by=service_focal, country="demo") is None


def test_the_body_that_is_asked_hears_of_it(ministry):
    account_of(service_focal)
    delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=focal)
    assert noticed(service_focal) == ["came"]


def test_more_time_is_never_less(about):
    asked = services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Закупка.", by=focal).value
    move_due(recommendation_id=about, due_on=ahead(120), reason="Решение механизма.", by=head)
    with pytest.raises(NotMoreTime):
        services.decide_time(request_id=asked, granted=True, decision="", by=secretary)


def test_what_was_answered_meanwhile_waits_for_no_decision(about):
    services.ask_time(recommendation_id=about, country="demo", until=ahead(100), reason="Закупка.", by=focal)
    making.answer(about)
    assert queries.times_waiting(by=secretary, country="demo") == ()
