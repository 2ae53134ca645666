"""A body hands one recommendation to the facility that was visited: its people read that one as issued, prepare a reply, and learn nothing else."""

from datetime import timedelta

import pytest

from tests import world
from tests.accounts import account_of
from tests.followup.exchange.facility import hand_over, take_back, two_of_a_visit, warden_of
from tests.followup.exchange.making import ahead, hand_in, prepare, read, reply, send, service_focal, service_head, shelter, stranger
from tests.followup.recommendations import making
from tests.people import focal, head, minister, secretary
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.refusals import NothingToSend, ReplyElsewhere
from tirek.followup.exchange.reminding import reminders
from tirek.followup.recommendations import queries as recommendations
from tirek.followup.recommendations.addressed import readable
from tirek.followup.recommendations.queries import BodyFilters
from tirek.followup.recommendations.refusals import AlreadyDelegated, NotBeneath
from tirek.followup.recommendations.services import answer_as_body, delegate, withdraw
from tirek.foundation.notices.models import Notice
from tirek.ground.rules.actors import Role
from tirek.ground.rules.bodies import facility_code
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.registers.places.services import close_place, merge_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(team):
    return world.prison("Дом у реки")


@pytest.fixture
def warden(place):
    return warden_of(place)


@pytest.fixture
def two(place, team, warden):
    """Of the first the facility is asked to prepare the reply; the second stands in the same report."""
    made = two_of_a_visit(place, team)
    hand_over(made[0], place)
    return made


def listed(by, **filters):
    return recommendations.addressed(by=by, country="demo", today=making.today(), filters=BodyFilters(**filters))


def test_the_facility_reads_what_was_handed_to_it_and_no_other_of_the_same_report(two, warden):
    assert [each.id for each in listed(warden)] == [two[0]]
    assert read(two[0], by=warden).text == making.words(ru="До 1 марта заменить светильники.")
    with pytest.raises(NotFound):
        read(two[1], by=warden)
    counted = recommendations.body_counts(by=warden, country="demo", today=making.today())
    assert (counted.total, counted.awaiting) == (1, 1)


def test_its_reply_is_sent_by_the_head_of_the_body_above_alone(two, warden):
    prepare(two[0], by=warden)
    assert reply(two[0], by=service_focal).text and reply(two[0], by=minister).text, "whoever answers for it looks at what is prepared"
    hand_in(two[0], warden)
    with pytest.raises(NotAllowed):
        send(two[0], by=warden)
    send(two[0], by=service_head)
    said = making.read(two[0]).answers[0]
    assert (said.authority, said.text) == ("lum-prison-service", "Светильники будут установлены.")


def test_nothing_makes_a_facility_speak_or_approve(two, place, warden):
    boss = warden_of(place, "boss")
    raised = type(boss)(boss.id, frozenset({*boss.grants, *(type(each)(Role.BODY_HEAD, each.country, each.authority) for each in boss.grants)}))
    for who in (warden, raised):
        facts = read(two[0], by=who)
        assert (facts.speaks, facts.approves) == (False, False)
        with pytest.raises(NotAllowed):
            services.say(recommendation_id=two[0], country="demo", text="Когда?", by=who)
        with pytest.raises(NotAllowed):
            services.ask_time(recommendation_id=two[0], country="demo", until=ahead(30), reason="Идёт закупка.", by=who)
        with pytest.raises(NotAllowed):
            answer_as_body(recommendation_id=two[0], country="demo", word="accepted", text="Да.", by=who)
        with pytest.raises(NotAllowed):
            delegate(recommendation_id=two[0], country="demo", to="lum-prison-service", by=who)
        prepare(two[0], by=who, revision=getattr(reply(two[0], by=who), "revision", 0))
        with pytest.raises((NotAllowed, NothingToSend)):
            send(two[0], by=who)


def test_no_number_no_word_of_another_and_no_verification_reaches_it(two, warden):
    services.say(recommendation_id=two[0], country="demo", text="Нужна встреча.", by=service_focal)
    verified = making.verify(two[0], "not_implemented")
    services.tell_verification(recommendation_id=two[0], country="demo", verification_id=verified, by=secretary)
    answer_as_body(recommendation_id=two[0], country="demo", word="rejected", text="Денег нет.", by=service_head)
    facts, (line,) = read(two[0], by=warden), listed(warden)
    told = f"{facts} {line} {queries.sheet_rows(by=warden, country='demo', today=making.today())}"
    for hidden in ("2026/9", "Денег нет", "Нужна встреча", "not_implemented"):
        assert hidden not in told, hidden
    assert facts.said == () and facts.doing is None and line.word == "none" and facts.number == line.number
    assert queries.messages(two[0], by=warden, country="demo") == () and queries.time_asked(two[0], by=warden, country="demo") == ()
    assert queries.sent_files(two[0], by=warden, country="demo") == {}


def test_no_filter_tells_what_no_page_shows(two, warden):
    answer_as_body(recommendation_id=two[0], country="demo", word="rejected", text="Денег нет.", by=service_head)
    own = read(two[0], by=warden).number
    assert len(listed(warden, number=own[:4].upper())) == len(listed(warden)) == 1, "it finds its own by the name that it has there"
    assert listed(warden, number="2026/9") == listed(warden, number="/") == listed(warden, word="rejected") == listed(warden, word="none") == ()
    assert recommendations.numbered_for_body(["2026/9-1", "2026/9-2"], by=warden, country="demo", today=making.today()) == {}
    assert list(recommendations.numbered_for_body([own.upper()], by=warden, country="demo", today=making.today())) == [own]
    assert listed(service_focal, number="2026/9-1")[0].id == two[0], "the body above goes by the registered number"


def test_of_a_withdrawal_it_learns_that_nothing_is_to_be_done_and_not_why(two, warden):
    withdraw(recommendation_id=two[0], reason="Работы закончены.", by=head)
    facts = read(two[0], by=warden)
    assert (facts.state, facts.closed_because) == ("withdrawn", "") and read(two[0], by=service_focal).closed_because == "Работы закончены."


def test_once_the_body_above_writes_in_the_reply_the_facility_reads_it_no_more(two, warden):
    prepare(two[0], by=warden)
    prepare(two[0], text="Мы решили иначе.", by=service_focal, revision=1)
    assert reply(two[0], by=warden) is None and queries.in_preparation(by=warden, country="demo", today=making.today()) == ()
    with pytest.raises(ReplyElsewhere):
        prepare(two[0], by=warden)


def test_a_reply_that_is_returned_comes_back_with_its_note_and_its_people_are_told(two, warden):
    prepare(two[0], by=warden)
    hand_in(two[0], warden)
    before = heard(warden)
    services.return_reply(recommendation_id=two[0], country="demo", because="Назовите день.", by=service_head)
    assert reply(two[0], by=warden).returned_because == "Назовите день." and heard(warden) == before + 1


def heard(who):
    return Notice.objects.filter(account=who.id).count()


def test_it_hears_once_that_it_was_asked_and_never_of_another_body_or_another_recommendation(place, warden, team):
    two = two_of_a_visit(place, team, addressee="lum-law")
    assert heard(warden) == 0, "that a report was issued is no news for it"
    hand_over(two[0], place, by=focal)
    assert heard(warden) == 1
    services.open_as_body(recommendation_id=two[0], country="demo", by=warden)
    delegate(recommendation_id=two[0], country="demo", to="lum-prison-service", by=focal)
    delegate(recommendation_id=two[1], country="demo", to="lum-prison-service", by=focal)
    services.say(recommendation_id=two[0], country="demo", text="Нужна встреча.", by=secretary)
    assert heard(warden) == 1
    assert read(two[0], by=warden).delegated == (facility_code(place),), "it does not read who else was asked"


def test_it_is_reminded_of_no_day(two, warden):
    account_of(service_focal)
    due = recommendations.addressed(by=service_focal, country="demo", today=making.today(), filters=BodyFilters(ids=frozenset(two)))[0].due_on
    assert list(reminders("demo", due)) == [service_focal.id], "those who answer are; what was handed beneath is theirs to watch"


def test_only_the_facility_that_was_visited_can_be_asked_and_only_by_a_body_above_it(two, place, team):
    other = world.prison("Дом на горе")
    warden_of(other, "other-warden")
    for about, to, by in ((two[1], facility_code(other), service_focal), (two[1], facility_code(place).upper(), service_focal)):
        with pytest.raises(NotBeneath):
            delegate(recommendation_id=about, country="demo", to=to, by=by)
    with pytest.raises(AlreadyDelegated):
        hand_over(two[0], place)
    with pytest.raises(NotFound):
        hand_over(two[0], place, by=stranger)
    health = making.issued(world.concluded(world.prison("Дом врача"), team), number="Р-7", addressee="lum-care")
    warden_of(world.prison("Дом врача"), "third-warden")
    with pytest.raises(NotBeneath):
        hand_over(health, world.prison("Дом врача"), by=stranger)


def test_a_facility_is_offered_once_it_has_people(place, team):
    about = two_of_a_visit(place, team)[0]
    assert facility_code(place) not in offered(about)
    with pytest.raises(NotBeneath):
        hand_over(about, place)
    warden = warden_of(place)
    assert facility_code(place) in offered(about)
    hand_over(about, place)
    assert facility_code(place) not in offered(about) and recommendations.bodies_to_ask(about, by=warden, country="demo", today=making.today()) == frozenset()


def offered(about, by=service_focal):
    return recommendations.bodies_to_ask(about, by=by, country="demo", today=making.today())


def test_taken_back_it_is_not_there_for_the_facility_and_what_it_wrote_stays_above(two, place, warden):
    prepare(two[0], by=warden)
    take_back(two[0], place)
    assert listed(warden) == () and queries.in_preparation(by=warden, country="demo", today=making.today()) == ()
    for ask in (read, reply, prepare, hand_in):
        with pytest.raises(NotFound):
            ask(two[0], by=warden)
    assert reply(two[0], by=service_focal).text == "Светильники будут установлены."


def closed(place):
    close_place(place_id=place, on=making.ago(1), by=secretary)


def merged(place):
    merge_places(place_id=place, into_id=world.prison("Дом на горе"), on=making.today(), by=secretary)


@pytest.mark.parametrize("ended", [closed, merged])
def test_a_place_that_closes_or_becomes_part_of_another_reads_nothing_and_nobody_inherits(two, place, warden, ended):
    """Nobody handed it to the people of the larger place: they might be others, or the same under another order. The body above answers itself."""
    prepare(two[0], by=warden)
    heir = warden_of(world.prison("Дом на горе"), "heir")
    ended(place)
    assert readable(warden, "demo", making.today() + timedelta(days=1)) == readable(warden, "demo", making.today()) == frozenset()
    assert listed(warden) == listed(heir) == ()
    with pytest.raises(NotFound):
        read(two[0], by=warden)
    with pytest.raises(NotBeneath):
        hand_over(two[1], place)
    prepare(two[0], text="Ответ службы.", by=service_focal, revision=1)
    hand_in(two[0], service_focal)
    send(two[0], by=service_head)
    assert making.read(two[0]).answers[0].text == "Ответ службы."
    take_back(two[0], place)


def test_whoever_acts_for_the_body_above_too_reads_as_that_body(two, place):
    both = type(shelter)("7d1f5c1e-0000-4000-8000-000000000001", frozenset({*service_focal.grants, *warden_of(place, "both").grants}))
    facts = read(two[0], by=both)
    assert facts.speaks and not facts.handed and facts.number == "2026/9-1"
    assert len(listed(both)) == 2
