"""Following up: letters and evidence, clocks, what waits, what may be repeated, and what a list counts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.followup.recommendations.making import ago, answer, draft, issued, proposal, read, today, verify, words
from tests.people import EVERYBODY, analyst, conflicted, doctor, foreigner, head, leader, member, secretary
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.queries import Filters
from tirek.followup.recommendations.refusals import (
    BeforeIssue,
    CannotFollow,
    DateAhead,
    EnteredAlready,
    LetterNumberNames,
    NoAddressee,
    ReasonNeeded,
    ReceivedBeforeWritten,
    UnknownChoice,
    VerifiedAfterVisit,
    VerifiedBeforeVisit,
    VisitBeforeIssue,
    VisitElsewhere,
    VisitNotBegun,
    VisitNotNamed,
)
from tirek.foundation.files.models import StoredFile
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.files.services import NewFile
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.jurisdictions.refusals import BodyNotThen
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.records.visits import queries as visits
from tirek.records.visits import services as visits_services
from tirek.registers.places.services import merge_places

pytestmark = pytest.mark.django_db
MECHANISM = {head, secretary, leader, conflicted, member, doctor, analyst}
LETTER = NewFile(b"%PDF-1.7 letter", "letter.pdf", "application/pdf")


def members_of(visit):
    roles = {each.role: each.member_id for each in visits.visit(visit, by=leader).delegation}
    return dict(zip(("leader", "member", "doctor"), (roles["leader"], roles["member"], roles["doctor"]), strict=True))


def test_a_letter_is_kept_with_its_answer_or_not_at_all(visit):
    made = issued(visit)
    with pytest.raises(DateAhead):
        answer(made, letter=LETTER, days=-1)
    assert not StoredFile.objects.exists()
    answer(made, letter=LETTER, letter_number=" 14-03/221 ")
    (told,) = read(made).answers
    assert told.letter_number == "14-03/221" and file_bytes(told.letter_id) == LETTER.content
    verify(made, evidence=NewFile(b"%PDF-1.7 act", "act.pdf", "application/pdf"))
    assert file_bytes(read(made).verifications[0].evidence_id) == b"%PDF-1.7 act"
    assert verify_ledger().holds


def test_what_is_entered_late_with_an_earlier_day_goes_into_the_history_and_moves_nothing(visit):
    made = issued(visit)
    answer(made, "accepted", days=10)
    answer(made, "acknowledged", days=20)
    verify(made, "implemented", days=5)
    verify(made, "not_implemented", days=6)
    facts = read(made)
    assert (facts.word, facts.verification) == ("accepted", "implemented")
    assert [each.word for each in facts.answers] == ["acknowledged", "accepted"]
    assert [each.outcome for each in facts.verifications] == ["not_implemented", "implemented"]
    with pytest.raises(CannotFollow):  # on its day the letter of twenty days ago stood
        answer(made, "acknowledged", days=15)
    assert verify_ledger().holds


def test_the_same_form_sent_twice_enters_nothing_twice(visit):
    made = issued(visit)
    other = NewFile(b"%PDF-1.7 other", "letter.pdf", "application/pdf")
    for letter in (None, LETTER, other):
        answer(made, "in_progress", letter=letter, text="Работа идёт. ")
        with pytest.raises(EnteredAlready):
            answer(made, "in_progress", letter=letter, text="Работа идёт.")
    answer(made, "in_progress", text="Работа идёт, осталось немного.")
    for outcome in ("not_implemented", "obsolete"):
        verify(made, outcome)
        with pytest.raises(EnteredAlready):
            verify(made, outcome)
    facts = read(made)
    assert (len(facts.answers), len(facts.verifications), StoredFile.objects.count()) == (4, 2, 2)


def test_of_equal_days_what_is_entered_last_stands_and_comes_last(visit):
    made = issued(visit)
    for word in ("accepted", "rejected", "partly_accepted"):
        answer(made, word, days=10)
        assert (read(made).word, read(made).answers[-1].word) == (word, word)
    for outcome in ("implemented", "not_implemented", "partially_implemented"):
        verify(made, outcome, days=5)
        assert (read(made).verification, read(made).verifications[-1].outcome) == (outcome, outcome)


@pytest.mark.parametrize("number", ["Иванов Иван Иванович 900101300123", "900101300123", "14-03/Иванов"])
def test_a_letter_s_number_names_nobody_whatever_is_confirmed(visit, number):
    made = issued(visit)
    with pytest.raises(LetterNumberNames):
        answer(made, letter=LETTER, letter_number=number, confirmed=True)
    assert read(made).answers == () and not StoredFile.objects.exists()


@pytest.mark.parametrize("number", ["14-03/390", "№ 01-09/1234-ЖТ-2023-00912345", "3Т-2024-01234567", "исх. 11/2-4567 от 12.03.2025", "б/н"])
def test_numbers_as_offices_write_them_are_taken(visit, number):
    made = issued(visit)
    answer(made, letter_number=number)
    assert read(made).answers[0].letter_number == number


def test_a_letter_cannot_come_before_it_was_written_nor_from_a_body_nobody_knows(visit):
    made = issued(visit)
    with pytest.raises(ReceivedBeforeWritten):
        answer(made, said_on=ago(2), received_on=ago(3))
    with pytest.raises(BeforeIssue):
        answer(made, said_on=ago(61), received_on=ago(1))
    with pytest.raises(NoAddressee):
        answer(made, authority="interior")


def test_a_body_answers_in_its_own_days_alone(visit):
    made = issued(visit, addressee="lum-schools-old")
    with pytest.raises(BodyNotThen):
        answer(made, authority="lum-schools-old")
    answer(made)
    assert read(made).answers[0].authority == "lum-schools"


def test_what_is_verified_at_a_visit_was_seen_at_one_that_has_begun_and_that_the_verifier_knows(visit):
    made = issued(visit)
    hidden = world.planned(visits.visit(visit, by=leader).place_id, members_of(visit))
    with pytest.raises(VisitNotBegun):
        verify(made, visit_id=hidden, by=leader)
    with pytest.raises(NotFound):
        verify(made, visit_id=hidden, by=head)
    later = world.begun(place_of(visit), members_of(visit))
    verify(made, visit_id=later)
    assert read(made).verifications[0].visit_id == later


def place_of(visit):
    return visits.visit(visit, by=leader).place_id


def offered(made, by=leader):
    return {each.id for each in queries.verifying_visits(made, by=by)}


def test_a_visit_from_before_the_issue_shows_nothing_of_what_was_done_since(visit):
    made = issued(visit, days=0)
    assert offered(made) == set()
    with pytest.raises(VisitBeforeIssue):
        verify(made, visit_id=visit)
    earlier = world.begun(place_of(visit), members_of(visit), hours=30)
    with pytest.raises(VisitBeforeIssue):
        verify(made, visit_id=earlier)
    same_day = world.begun(place_of(visit), members_of(visit), hours=0)
    assert offered(made) == {same_day}
    verify(made, visit_id=same_day)


def test_the_visit_that_a_recommendation_came_from_never_verifies_it_though_it_was_issued_the_same_day(visit):
    same_day = world.begun(place_of(visit), members_of(visit), hours=0)
    visits_services.add_finding(visit_id=same_day, seen=world.seen(), by=leader)
    visits_services.end(visit_id=same_day, by=leader)
    made = issued(same_day, days=0)
    assert same_day not in offered(made)
    with pytest.raises(VisitBeforeIssue):
        verify(made, visit_id=same_day)


def test_a_visit_to_another_place_shows_nothing_of_this_one(visit):
    made = issued(visit)
    elsewhere = world.begun(world.prison("Велисадский дом"), members_of(visit))
    assert offered(made) == set()
    with pytest.raises(VisitElsewhere):
        verify(made, visit_id=elsewhere)


def test_a_place_that_became_a_part_of_another_is_visited_there_from_that_day_on(visit):
    made = issued(visit)
    large = world.prison("Велисадский дом")
    before = world.begun(large, members_of(visit), hours=60)
    merge_places(place_id=place_of(visit), into_id=large, on=ago(1), by=secretary)
    larger = world.prison("Большой дом")
    after = world.begun(large, members_of(visit), hours=0)
    assert offered(made) == {after}
    with pytest.raises(VisitElsewhere):
        verify(made, visit_id=before)
    merge_places(place_id=large, into_id=larger, on=today(), by=secretary)
    last = world.begun(larger, members_of(visit), hours=0)
    assert offered(made) == {after, last}
    verify(made, visit_id=last)


def test_a_place_that_took_another_in_is_visited_in_the_part_too_from_that_day_on(visit):
    part = world.prison("Малый дом")
    made = issued(visit)
    ready = world.planned(part, members_of(visit), days=0)
    before = world.begun(part, members_of(visit), hours=60)
    merge_places(place_id=part, into_id=place_of(visit), on=today(), by=secretary)
    visits_services.begin(visit_id=ready, by=leader, because=world.WHY)
    assert offered(made) == {ready}
    with pytest.raises(VisitElsewhere):
        verify(made, visit_id=before)


def test_what_was_seen_on_a_visit_was_seen_on_its_days(visit):
    made = issued(visit, days=20)
    later = world.begun(place_of(visit), members_of(visit), hours=24 * 9, days=-9)
    with pytest.raises(VerifiedBeforeVisit):
        verify(made, visit_id=later, days=10)
    verify(made, "not_implemented", visit_id=later, days=9)
    verify(made, "partially_implemented", visit_id=later, days=0)
    visits_services.end(visit_id=later, by=leader, at=timezone.now() - timedelta(days=8))
    with pytest.raises(VerifiedAfterVisit, match=str(ago(8))):
        verify(made, visit_id=later, days=7)
    with pytest.raises(VerifiedBeforeVisit):
        verify(made, visit_id=later, days=10, way="documents")
    verify(made, visit_id=later, days=7, way="documents")
    verify(made, "not_implemented", visit_id=later, days=8)


def test_what_was_seen_on_the_spot_was_seen_on_a_visit(visit):
    made = issued(visit)
    with pytest.raises(VisitNotNamed):
        verify(made, way="on_site")
    assert read(made).verifications == ()
    verify(made, "not_implemented", way="documents")
    later = world.begun(place_of(visit), members_of(visit))
    verify(made, way="on_site", visit_id=later)
    assert {each.way for each in read(made).verifications} == {"documents", "on_site"}


def test_only_visits_that_the_verifier_may_know_of_are_offered(visit):
    made = issued(visit)
    later = world.begun(place_of(visit), members_of(visit))
    world.planned(place_of(visit), members_of(visit))
    assert {person: offered(made, person) for person in (leader, head, conflicted)} == {leader: {later}, head: {later}, conflicted: set()}
    with pytest.raises(NotFound):
        offered(made, foreigner)


def test_a_withdrawal_says_when_and_why(visit):
    made = issued(visit)
    with pytest.raises(ReasonNeeded):
        services.withdraw(recommendation_id=made, reason=" ", by=head)
    with pytest.raises(NotAllowed):
        services.withdraw(recommendation_id=made, reason="Учреждение закрыто.", by=leader)
    services.withdraw(recommendation_id=made, reason="Учреждение закрыто.", by=secretary)
    facts = read(made)
    assert (facts.state, facts.closed_on, facts.closed_because) == ("withdrawn", today(), "Учреждение закрыто.")
    assert queries.due_answers(by=head, country="demo", today=today()) == ()


def test_the_clock_counts_working_days_of_the_country(visit):
    issued(visit, days=0)
    (waiting,) = queries.due_answers(by=head, country="demo", today=today())
    assert waiting.clock.due == due("demo", "answer", today()) and waiting.clock.days > 0
    day_after = waiting.clock.due + timedelta(days=1)
    (late,) = queries.due_answers(by=head, country="demo", today=day_after)
    assert late.clock.overdue


def test_a_verification_is_awaited_from_an_answer_that_can_be_looked_at_until_somebody_looks(visit):
    made = issued(visit)

    def awaited(by=head):
        return queries.due_verifications(by=by, country="demo", today=today())

    answer(made, "acknowledged", days=50)
    assert awaited() == ()
    answer(made, "accepted", days=40)
    answer(made, "claimed_implemented", days=10)
    (waits,) = awaited()
    assert (waits.id, waits.word, waits.heard_on, waits.clock.due) == (made, "claimed_implemented", ago(40), due("demo", "verification", ago(40)))
    assert {person for person in EVERYBODY if awaited(person)} == MECHANISM
    verify(made, "partially_implemented", days=5)
    assert awaited() == ()


def test_what_is_entered_late_takes_no_look_away(visit):
    made = issued(visit)
    verify(made, "not_implemented", days=20)
    verify(made, "obsolete", days=30)
    services.record_answer(recommendation_id=made, word="accepted", said_on=ago(12), received_on=ago(10), by=secretary)
    services.record_answer(recommendation_id=made, word="rejected", said_on=ago(15), received_on=ago(5), by=secretary)
    facts = read(made)
    assert (facts.word, facts.verification) == ("accepted", "not_implemented")
    (waits,) = queries.due_verifications(by=head, country="demo", today=today())
    assert waits.heard_on == ago(10) and queries.verification_clock(facts, today()) == waits.clock


def test_a_list_says_how_many_and_gives_a_page_of_them(visit):
    for number in range(7):
        draft(visit, text=words(f"Установить светильники в корпусе {number}."))
    services.issue(visit_id=visit, report_number="Р-1", on=ago(200), by=leader)
    asked = {"by": head, "country": "demo", "today": today()}
    assert queries.counts(**asked) == queries.Counts(7, 7, 7)
    pages = [queries.recommendations(**asked, start=start, size=3) for start in (0, 3, 6)]
    assert [each.number for page in pages for each in page] == [f"Р-1-{number}" for number in range(1, 8)]
    answer(pages[0][0].id, "rejected")
    verify(pages[0][1].id, "not_implemented")
    assert queries.counts(**asked) == queries.Counts(7, 6, 6)
    assert queries.counts(**asked, filters=Filters(overdue=True)).total == 6
    assert queries.counts(**asked, filters=Filters(word="rejected")).total == 1
    assert queries.counts(by=foreigner, country="demo", today=today()) == queries.Counts(0, 0, 0)


def test_the_filter_of_an_authority_finds_what_was_addressed_to_the_body_before_it(visit):
    made = issued(visit, addressee="lum-schools-old")
    asked = {"by": head, "country": "demo", "today": today()}
    for code, found in (("lum-schools", [made]), ("lum-schools-old", [made]), ("lum-law", [])):
        assert [each.id for each in queries.recommendations(**asked, filters=Filters(addressee=code))] == found
    assert queries.recommendation(made, by=head, today=today()).answers_for_it == "lum-schools"


def test_the_whole_list_tells_of_place_letters_and_verifications(visit, django_assert_max_num_queries):
    made = issued(visit)
    answer(made, letter_number="7")
    verify(made)
    with django_assert_max_num_queries(8):
        (one,) = queries.whole(by=secretary, country="demo", today=today())
    assert one.place_name.best("ru") == "Тарноборский исправительный дом"
    assert (one.facts.answers[0].letter_number, one.facts.verifications[0].outcome) == ("7", "implemented")
    assert list(queries.whole(by=foreigner, country="demo", today=today())) == []
    for person in (conflicted, analyst):  # they read the recommendation, and may not know of the visit
        (cut,) = queries.whole(by=person, country="demo", today=today())
        assert cut.facts.id == made and not cut.place_name


def test_a_draft_may_repeat_an_earlier_one_and_with_its_issue_both_say_so(visit):
    earlier = issued(visit)
    second = world.concluded(visits.visit(visit, by=leader).place_id, members_of(visit))
    made = draft(second, repeats=earlier)
    assert read(made, leader).repeats == earlier and read(earlier).repeated_by == ()
    services.issue(visit_id=second, report_number="Р-2", on=today(), by=leader)
    assert read(earlier).repeated_by == (made,)


def test_a_draft_repeats_nothing_that_was_never_issued(visit):
    first = draft(visit)
    with pytest.raises(UnknownChoice):
        draft(visit, repeats=first)


def hints(visit, made):
    seen, findings = visits.visit(visit, by=leader), visits.findings(visit, by=leader)
    facts = read(made, leader)
    return {each.code for each in queries.hints_of(facts, seen=seen, findings=findings, today=today())}


def test_hints_say_what_is_missing_and_fall_silent_when_it_is_there(visit):
    assert hints(visit, draft(visit)) == {"not-measurable"}
    assert hints(visit, draft(visit, indicator=words("Акт осмотра камер.", ""))) == set()
    assert hints(visit, draft(visit, text=words("Усилить работу.", ""))) == {"not-measurable", "not-specific", "too-short"}


def test_a_body_that_does_not_answer_for_the_place_is_pointed_out_and_those_above_it_are_not(visit):
    assert "addressee-cannot-act" in hints(visit, draft(visit, addressee="lum-care"))
    for code in ("lum-prison-service", "lum-law", "lum-council"):
        assert "addressee-cannot-act" not in hints(visit, draft(visit, addressee=code)), code


def test_translations_of_text_and_indicator_become_stale_and_fresh_again(visit):
    made = draft(visit, indicator=words("Акт осмотра.", "Тексеру актісі."))
    changed = proposal(visit, text=words("Установить светильники до лета."), indicator=words("Акт.", "Тексеру актісі."))
    services.edit_draft(recommendation_id=made, made=changed, revision=1, by=leader)
    facts = read(made, leader)
    assert (facts.text.stale, facts.indicator.stale) == ({"kk"}, {"kk"})
    services.translate_draft(recommendation_id=made, texts={"kk": "Жазға дейін."}, indicator={"kk": "Акт."}, revision=2, by=leader)
    facts = read(made, leader)
    assert (facts.text.stale, facts.indicator.stale, facts.indicator.in_("kk")) == (frozenset(), frozenset(), "Акт.")


def test_no_rule_of_the_pack_no_term():
    assert queries.answer_term("demo", timezone.localdate()).amount == 60
    assert queries.answer_term("kz", date(2026, 1, 1)).unit == "months"


def test_of_what_is_due_the_most_urgent_are_read_and_the_rest_is_counted(visit, django_assert_num_queries):
    rows = [issued(visit, text=words(f"Установить светильники в корпусе {number}."), days=90 + number) for number in range(3)]
    later = today() + timedelta(days=400)
    asked = {"by": head, "country": "demo", "today": today()}
    everything = queries.due_answers(**asked)
    assert queries.due_answers(**asked, size=2) == everything[:2]
    assert queries.due_answer_count(by=head, country="demo", until=later) == len(everything)
    for number, row in enumerate(rows):
        answer(row, "accepted", days=40 - 10 * number)
    with django_assert_num_queries(1):
        (first,) = queries.due_verifications(**asked, until=later, size=1)
    assert first == queries.due_verifications(**asked)[0] and first.heard_on == ago(40)
    assert queries.due_verification_count(**asked, until=later) == 3
    assert queries.due_verification_count(**{**asked, "by": foreigner}, until=later) == 0
    assert queries.due_verification_count(**asked, until=first.clock.due) == 1
    assert queries.due_verifications(**asked, until=first.clock.due - timedelta(days=1)) == ()
    services.withdraw(recommendation_id=rows[0], reason="Учреждение закрыто.", by=secretary)
    assert [each.heard_on for each in queries.due_verifications(**asked)] == [ago(30), ago(20)]


def test_the_counts_of_a_list_are_asked_for_once_and_of_the_whole_list_each_by_its_index(visit, django_assert_num_queries):
    issued(visit, days=100)
    issued(visit, text=words("Установить светильники до лета."))
    answer(issued(visit, text=words("Починить окна."), days=100), "accepted", days=10)
    told = {"by": head, "country": "demo", "today": today()}
    with django_assert_num_queries(3):
        whole = queries.counts(**told)
    assert (whole.total, whole.overdue, whole.not_verified) == (3, sum(each.overdue for each in queries.recommendations(**told)), 3)
    with django_assert_num_queries(1):
        narrowed = queries.counts(**told, filters=queries.Filters(state="issued"))
    assert narrowed == whole and whole.overdue == 1
    assert queries.counts(**{**told, "by": foreigner}) == queries.Counts(0, 0, 0)
