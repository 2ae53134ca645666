"""A body's people prepare, its head sends; the mechanism reads what was sent and nothing before."""

from datetime import date

import pytest
from django.apps import apps

from tests.followup.exchange.making import ahead, hand_in, prepare, read, reply, send, service_focal, service_head, strange_head, stranger
from tests.followup.recommendations import making
from tests.people import analyst, focal, head, leader, minister, receiver, secretary
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.refusals import (
    AnsweredSince,
    NothingToSend,
    ReasonOfRefusal,
    ReplyChanged,
    ReplyElsewhere,
    ReplyHandedIn,
    RewordedSince,
    StepGoneBy,
    StepUnclear,
)
from tirek.followup.recommendations.refusals import NotInForce, TextMayName, UnknownChoice
from tirek.followup.recommendations.services import withdraw
from tirek.foundation.files.services import NewFile
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
PLAN = (services.Plan("Закупить светильники", ahead(30)), services.Plan("Установить их", ahead(60)))


def test_a_reply_is_prepared_handed_in_and_sent_and_becomes_the_bodys_word(about):
    prepare(about, steps=PLAN, by=service_focal)
    hand_in(about, by=service_focal)
    send(about, by=service_head)
    facts = making.read(about)
    (told,) = facts.answers
    assert (facts.word, told.word, told.authority, told.said_on) == ("accepted", "accepted", "lum-prison-service", making.today())
    assert told.text == f"Светильники будут установлены.\n{ahead(30):%d.%m.%Y}: Закупить светильники\n{ahead(60):%d.%m.%Y}: Установить их"
    assert facts.verification == "not_verified" and reply(about) is None and verify().holds


def test_the_mechanism_learns_nothing_of_what_is_only_prepared(about):
    prepare(about, by=service_focal)
    hand_in(about, by=service_focal)
    found = queries.exchange_of(about, by=head, country="demo")
    assert making.read(about).word == "none" and making.read(about).answers == () and found.sent == () and found.messages == ()


def test_a_ministry_may_prepare_and_send_for_the_service_beneath_it(about):
    prepare(about, by=focal)
    hand_in(about, by=focal)
    send(about, by=minister)
    assert making.read(about).answers[0].authority == "lum-law"


def test_a_head_sends_what_he_wrote_himself_in_one_go(about):
    prepare(about, by=service_head)
    services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)
    assert making.read(about).word == "accepted"


@pytest.mark.parametrize("who", [service_focal, focal])
def test_whoever_prepares_does_not_send(about, who):
    prepare(about, by=who)
    hand_in(about, by=who)
    with pytest.raises(NotAllowed):
        send(about, by=who)


@pytest.mark.parametrize("who", [stranger, strange_head, receiver, analyst, secretary, head])
def test_for_everybody_else_there_is_nothing_to_prepare_or_to_send(about, who):
    prepare(about)
    hand_in(about)
    for work in (lambda: prepare(about, by=who, revision=1), lambda: send(about, by=who), lambda: reply(about, by=who), lambda: read(about, by=who)):
        with pytest.raises(NotFound):
            work()


@pytest.mark.parametrize("word", ["rejected", "partly_accepted"])
def test_what_is_not_accepted_gives_its_reason(about, word):
    with pytest.raises(ReasonOfRefusal):
        prepare(about, word=word, text=" ")
    assert reply(about) is None


@pytest.mark.parametrize("word", ["acknowledged", "none", "nonsense"])
def test_a_receipt_is_no_reply(about, word):
    with pytest.raises(UnknownChoice):
        prepare(about, word=word)


@pytest.mark.parametrize(("step", "refusal"), [(services.Plan("", ahead(3)), StepUnclear), (services.Plan("Купить", None), StepUnclear), (services.Plan("Купить", making.ago(1)), StepGoneBy)])
def test_each_step_names_what_and_a_day_to_come(about, step, refusal):
    with pytest.raises(refusal):
        prepare(about, steps=(step,))


def test_a_step_of_today_is_still_to_come(about):
    prepare(about, steps=(services.Plan("Купить", making.today()),))
    assert reply(about).steps[0].until == making.today()


def test_two_who_write_at_once_do_not_overwrite_each_other(about):
    prepare(about, text="Первый текст.", by=service_focal)
    prepare(about, text="Второй текст.", revision=1, by=service_head)
    with pytest.raises(ReplyChanged):
        prepare(about, text="Третий текст.", revision=1, by=service_focal)
    with pytest.raises(ReplyChanged):
        prepare(about, text="Совсем новый текст.", revision=0, by=service_focal)
    assert reply(about, by=service_focal).text == "Второй текст."


def test_what_a_superior_prepares_itself_is_the_superiors(about):
    prepare(about, text="Министерство отвечает само.", by=focal)
    assert reply(about, by=service_focal) is None and queries.in_preparation(by=service_focal, country="demo", today=making.today()) == ()
    with pytest.raises(ReplyElsewhere):
        prepare(about, by=service_focal)
    with pytest.raises(NotFound):
        services.drop_reply(recommendation_id=about, country="demo", by=service_focal, revision=1)


def test_a_head_sends_no_unfinished_reply_of_somebody_else(about):
    prepare(about, by=service_focal)
    with pytest.raises(NothingToSend):
        services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)


def test_a_reply_to_words_that_were_replaced_is_written_again(about):
    prepare(about, by=service_focal)
    hand_in(about, by=service_focal)
    with record("recommendation.reworded", by=SYSTEM) as act:
        wording = apps.get_model("recommendations.Wording")(country="demo", recommendation_id=about, report_version=2, text=making.words(ru="До 1 апреля."), issued_on=making.today(), author="x")
        wording.save()
        act.of(None)
    with pytest.raises(RewordedSince):
        send(about, by=service_head)
    services.return_reply(recommendation_id=about, country="demo", because="Текст изменён.", by=service_head)
    prepare(about, by=service_focal, revision=2)
    hand_in(about, by=service_focal)
    send(about, by=service_head)
    assert making.read(about).answers[0].wording == 2


def test_a_reply_of_what_is_no_longer_in_force_can_be_dropped(about):
    prepare(about, by=service_focal)
    hand_in(about, by=service_focal)
    with pytest.raises(ReplyHandedIn):
        services.drop_reply(recommendation_id=about, country="demo", by=service_focal, revision=1)
    withdraw(recommendation_id=about, reason="Здание закрыто.", by=secretary)
    assert queries.handed_in(by=service_head, country="demo", today=making.today()) == ()
    services.drop_reply(recommendation_id=about, country="demo", by=service_focal, revision=1)


def test_a_service_reads_what_its_ministry_answered_for_it(about):
    prepare(about, text="Отвечает министерство.", by=focal)
    hand_in(about, by=focal)
    send(about, by=minister)
    assert [each.text for each in read(about, by=service_focal).said] == ["Отвечает министерство."]


def test_what_waits_to_be_sent_is_not_changed_until_it_is_returned(about):
    prepare(about)
    hand_in(about)
    with pytest.raises(ReplyHandedIn):
        prepare(about, revision=1)
    services.return_reply(recommendation_id=about, country="demo", because="Назовите срок.", by=minister)
    assert (reply(about).state, reply(about).returned_because) == ("draft", "Назовите срок.")
    prepare(about, text="До марта.", revision=2)
    hand_in(about)
    assert reply(about).returned_because == ""


def test_nothing_is_sent_that_nobody_handed_in(about):
    prepare(about)
    with pytest.raises(NothingToSend):
        send(about, by=minister)


def test_the_head_sends_what_he_read_and_no_later_text(about):
    prepare(about)
    seen = reply(about).revision
    prepare(about, text="Другой текст.", revision=seen)
    hand_in(about)
    with pytest.raises(ReplyChanged):
        services.send_reply(recommendation_id=about, country="demo", by=minister, revision=seen)
    assert making.read(about).word == "none"


def test_sent_twice_the_second_time_is_told_that_it_was_sent(about):
    prepare(about, by=service_head)
    services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)
    with pytest.raises(NothingToSend):
        services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)
    assert len(making.read(about).answers) == 1


def test_a_text_that_could_name_somebody_is_confirmed_by_its_writer(about):
    with pytest.raises(TextMayName):
        prepare(about, text="Осуждённый Ахметов Ерлан Серикович переведён.")


def test_what_was_withdrawn_after_a_reply_was_prepared_cannot_be_sent(about):
    prepare(about)
    hand_in(about)
    withdraw(recommendation_id=about, reason="Здание закрыто.", by=secretary)
    with pytest.raises(NotInForce):
        send(about, by=minister)
    assert making.read(about).answers == () and read(about).state == "withdrawn"


def test_an_answer_by_letter_that_came_meanwhile_is_read_before_another_is_sent(about):
    prepare(about, word="accepted", by=service_focal)
    hand_in(about, by=service_focal)
    making.answer(about, "claimed_implemented")
    with pytest.raises(AnsweredSince):
        send(about, by=service_head)
    services.return_reply(recommendation_id=about, country="demo", because="Пришло письмо.", by=service_head)
    prepare(about, word="in_progress", by=service_focal, revision=2)
    hand_in(about, by=service_focal)
    send(about, by=service_head)
    assert [each.word for each in making.read(about).answers] == ["claimed_implemented", "in_progress"]


def test_files_go_with_the_answer_and_one_that_was_taken_out_does_not(about):
    photo = NewFile(b"\xff\xd8\xff one", "evidence.jpg", "image/jpeg")
    prepare(about, files=(photo, NewFile(b"\xff\xd8\xff two", "evidence.jpg", "image/jpeg")))
    first, second = reply(about).files
    prepare(about, revision=1, without=frozenset({first.id}))
    hand_in(about)
    send(about, by=minister)
    (sent,) = queries.exchange_of(about, by=head, country="demo").sent
    assert [each.id for each in sent.files] == [second.id] and sent.files[0].name.endswith("-evidence-2.jpg")
    assert queries.sent_file(about, second.id, by=head, country="demo").id == second.id
    with pytest.raises(NotFound):
        queries.sent_file(about, first.id, by=head, country="demo")


def test_an_answer_a_moment_after_its_day_is_an_answer_and_stood_overdue_before(about):
    """The day itself still counts; the day after, the answer is overdue until it comes, and then it is an answer like any other."""
    due = read(about).due_on
    assert isinstance(due, date)
    from tirek.followup.recommendations.queries import addressed

    at = {day: addressed(by=focal, country="demo", today=day)[0].overdue for day in (due, ahead((due - making.today()).days + 1))}
    assert at == {due: False, ahead((due - making.today()).days + 1): True}
    prepare(about)
    hand_in(about)
    send(about, by=minister)
    assert not addressed(by=focal, country="demo", today=ahead((due - making.today()).days + 1))[0].overdue


def test_a_page_of_a_bodys_list_holds_what_awaits_first_and_no_row_twice(team):
    """Pages of every size put together are the whole list, in one order."""
    from tests import world
    from tirek.followup.recommendations.queries import addressed
    from tirek.followup.recommendations.services import issue

    visit = world.concluded(world.prison("Дом семи"), team)
    made = [making.draft(visit) for _each in range(7)]
    issue(visit_id=visit, report_number="2026/7", on=making.ago(20), by=leader)
    for key in made[1::3]:
        making.answer(key)
    asked = {"by": focal, "country": "demo", "today": making.today()}
    whole = [each.number for each in addressed(**asked)]
    assert whole == ["2026/7-1", "2026/7-3", "2026/7-4", "2026/7-6", "2026/7-7", "2026/7-2", "2026/7-5"]
    for size in range(1, 9):
        assert [each.number for start in range(0, 9, size) for each in addressed(**asked, start=start, size=size)] == whole
