"""The register of letters: what goes in, what is read out of a letter, who sees it, and when a confirmation is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import world
from tests.followup.letters import making
from tests.followup.recommendations.making import ago, read, today, verify
from tests.people import administrator, analyst, auditor, foreigner, head, leader, member, nobody, secretary
from tirek.followup.letters import queries, refusals, services
from tirek.followup.letters.naming import named_in
from tirek.followup.letters.queries.unconfirmed import newest_late
from tirek.followup.recommendations.refusals import DateAhead, LetterNumberNames, NoAddressee, TextMayName, UnknownChoice
from tirek.foundation.files.pages.refusals import PagesBroken
from tirek.foundation.files.services import NewFile
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
OWN = "lum-prison-service"


def seen(letter, by=secretary):
    return queries.letter(letter, by=by, today=today())


def test_one_scanned_letter_is_read_out_into_answers_to_many_recommendations_with_the_pages(three):
    letter = making.letter(three, pages=4)
    first, second, third = seen(letter).parts
    assert [each.recommendation.number for each in (first, second, third)] == ["2026/7-1", "2026/7-2", "2026/7-3"]
    services.read_part(item_id=first.id, word="accepted", text="Светильники заказаны.", first_page=1, last_page=2, by=secretary)
    services.read_part(item_id=third.id, word="rejected", text="Нет средств.", first_page=3, last_page=3, by=secretary)
    answered = read(three[0])
    assert (answered.word, answered.verification) == ("accepted", "not_verified")
    told = answered.answers[-1]
    assert (told.letter_number, told.authority, told.said_on, told.received_on) == ("12-3/45", "lum-prison-service", ago(3), ago(1))
    assert read(three[2]).word == "rejected" and read(three[1]).word == "none"
    found = {each.recommendation.id: (each.word, each.first_page, each.last_page) for each in seen(letter).parts}
    assert found == {three[0]: ("accepted", 1, 2), three[1]: ("", None, None), three[2]: ("rejected", 3, 3)}
    (mention,) = queries.mentions(three[0], by=member, country="demo")
    assert (mention.letter_id, mention.first_page, mention.last_page, mention.answer_id) == (letter, 1, 2, told.id)


def test_a_part_is_read_once_and_only_within_the_pages_that_the_letter_has(three):
    letter = making.letter(three[:1], pages=4)
    (part,) = seen(letter).parts
    for pages in ((0, 1), (2, 1), (4, 5), (1, None), (None, 1)):
        with pytest.raises(refusals.PagesUnlike):
            services.read_part(item_id=part.id, word="accepted", first_page=pages[0], last_page=pages[1], by=secretary)
    services.read_part(item_id=part.id, word="accepted", by=secretary)
    for again in (lambda: services.read_part(item_id=part.id, word="rejected", by=secretary), lambda: services.take_out_part(item_id=part.id, by=secretary)):
        with pytest.raises(refusals.ReadAlready):
            again()
    assert read(three[0]).word == "accepted" and len(read(three[0]).answers) == 1


def test_what_could_name_a_person_waits_for_a_confirmation_and_nothing_of_the_part_is_entered(three):
    letter = making.letter(three[:1])
    (part,) = seen(letter).parts
    with pytest.raises(TextMayName):
        services.read_part(item_id=part.id, word="accepted", text="Осуждённый Петров И. И. переведён.", by=secretary)
    assert read(three[0]).word == "none" and seen(letter).parts[0].answer_id is None
    services.read_part(item_id=part.id, word="accepted", text="Осуждённый Петров И. И. переведён.", confirmed=True, by=secretary)
    assert read(three[0]).word == "accepted"


def test_a_letter_that_stands_already_is_refused_and_another_date_is_another_letter(three):
    making.letter(three)
    with pytest.raises(refusals.LetterEntered):
        making.letter()
    making.letter(dated_on=ago(2))
    making.letter(direction="out", kind="transmittal")
    assert queries.count(by=secretary, country="demo") == 3


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"kind": "transmittal"}, UnknownChoice), ({"way": "pigeon"}, UnknownChoice), ({"direction": "up"}, UnknownChoice), ({"body": "nowhere"}, NoAddressee),
        ({"number": " "}, refusals.NumberNeeded), ({"number": "Петров Иван Иванович"}, LetterNumberNames), ({"moved_on": ago(4)}, refusals.BeforeSending),
        ({"moved_on": today() + timedelta(days=1)}, DateAhead), ({"file": NewFile(b"%PDF-1.7 torn", "a.pdf", making.PDF)}, PagesBroken),
    ],
)  # fmt: skip
def test_what_cannot_be_a_letter_is_refused_and_the_register_stays_as_it_was(wrong, refusal):
    with pytest.raises(refusal):
        making.letter(**wrong)
    assert queries.count(by=secretary, country="demo") == 0


def test_the_office_keeps_the_register_and_the_mechanism_sees_what_is_about_recommendations(three):
    about_some, about_none = making.letter(three), making.letter(number="7")
    for by in (leader, member, analyst):
        assert {each.id for each in queries.letters(by=by, country="demo")} == {about_some}
        assert queries.count(by=by, country="demo") == 1
        with pytest.raises(NotFound):
            seen(about_none, by)
    for by in (head, secretary):
        assert {each.id for each in queries.letters(by=by, country="demo")} == {about_some, about_none}
    for by in (auditor, administrator, foreigner, nobody):
        assert queries.letters(by=by, country="demo") == () and queries.mentions(three[0], by=by, country="demo") == ()
        with pytest.raises(NotFound):
            seen(about_some, by)
    for by in (leader, analyst, foreigner, nobody):
        with pytest.raises(NotAllowed):
            making.letter(number="8", by=by)
    with pytest.raises(NotAllowed):
        services.add_parts(letter_id=about_some, about=[three[0]], by=leader)
    with pytest.raises(NotFound):
        services.add_parts(letter_id=about_none, about=[three[0]], by=leader)


def test_a_letter_is_about_issued_recommendations_alone_each_once(three, team):
    letter = making.letter(three[:1])
    assert services.add_parts(letter_id=letter, about=[three[0], three[1], three[1]], by=secretary).value == 1
    with pytest.raises(refusals.NothingChosen):
        services.add_parts(letter_id=letter, about=[], by=secretary)
    draft = making.making.draft(world.concluded(world.prison("Дом черновиков"), team))
    with pytest.raises(NotFound):
        services.add_parts(letter_id=letter, about=[draft], by=secretary)
    assert len(seen(letter).parts) == 2
    services.take_out_part(item_id=seen(letter).parts[1].id, by=secretary)
    assert [each.recommendation.id for each in seen(letter).parts] == [three[0]]


def mended(letter, **given):
    held = seen(letter)
    said = {name: getattr(held, name) for name in ("direction", "kind", "body", "number", "dated_on", "moved_on", "way", "registered_as")}
    return services.mend_letter(letter_id=letter, letter=services.NewLetter(**{**said, **given}), by=secretary)


def test_what_was_entered_wrongly_is_mended_until_an_answer_stands_with_it(three):
    letter, other = making.letter(three[:1], pages=2), making.letter(number="7")
    mended(letter, number="12-3/54", moved_on=ago(2), body="lum-law", registered_as="Вх-1")
    assert (seen(letter).number, seen(letter).moved_on, seen(letter).body, seen(letter).pages) == ("12-3/54", ago(2), "lum-law", 2)
    mended(letter, file=NewFile(making.scan(3), "letter.pdf", making.PDF))
    assert seen(letter).pages == 3
    with pytest.raises(refusals.LetterEntered):
        mended(other, number="12-3/54", body="lum-law")
    with pytest.raises(refusals.BeforeSending):
        mended(letter, dated_on=ago(1))
    services.read_part(item_id=seen(letter).parts[0].id, word="accepted", by=secretary)
    for wrong in ({"number": "1"}, {"body": OWN}, {"dated_on": ago(5)}, {"moved_on": ago(1)}):
        with pytest.raises(refusals.AnswersStand):
            mended(letter, **wrong)
    mended(letter, registered_as="Вх-2", way="courier", kind="other")
    assert (seen(letter).registered_as, seen(letter).number) == ("Вх-2", "12-3/54") and verify_ledger().holds
    with pytest.raises(NotAllowed):
        services.mend_letter(letter_id=letter, letter=services.NewLetter(direction="in", kind="answer", body=OWN, number="1", dated_on=ago(3), moved_on=ago(3)), by=leader)


def test_a_confirmed_letter_cannot_be_mended_to_have_gone_after_its_confirmation(three):
    letter = making.letter(three, direction="out", dated_on=ago(9), moved_on=ago(9))
    services.acknowledge(letter_id=letter, on=ago(5), how="", by=secretary)
    with pytest.raises(refusals.AcknowledgedBeforeSent):
        mended(letter, moved_on=ago(4))
    mended(letter, moved_on=ago(6))


def test_nothing_is_read_out_of_a_letter_that_went_out(three):
    letter = making.letter(three, direction="out")
    with pytest.raises(refusals.NotAnAnswer):
        services.read_part(item_id=seen(letter).parts[0].id, word="accepted", by=secretary)
    with pytest.raises(refusals.NotOutgoing):
        services.acknowledge(letter_id=making.letter(), on=today(), how="", by=secretary)


def test_a_confirmation_stops_its_clock_and_not_that_of_the_answer(three):
    letter = making.letter(three, direction="out", dated_on=ago(30), moved_on=ago(30))
    (due,) = queries.unconfirmed(by=secretary, country="demo", today=today(), until=today())
    assert due.id == letter and due.clock.days < 0
    assert queries.unconfirmed(by=leader, country="demo", today=today(), until=today()) == ()
    with pytest.raises(refusals.AcknowledgedBeforeSent):
        services.acknowledge(letter_id=letter, on=ago(31), how="", by=secretary)
    with pytest.raises(DateAhead):
        services.acknowledge(letter_id=letter, on=today() + timedelta(days=1), how="", by=secretary)
    services.acknowledge(letter_id=letter, on=ago(2), how="Штамп на нашем экземпляре.", by=secretary)
    assert queries.unconfirmed(by=secretary, country="demo", today=today(), until=today()) == ()
    assert read(three[0]).awaits_answer
    with pytest.raises(refusals.AcknowledgedAlready):
        services.acknowledge(letter_id=letter, on=today(), how="", by=secretary)


def test_a_letter_of_yesterday_is_not_due_for_confirmation(three):
    making.letter(three, direction="out")
    assert queries.unconfirmed(by=secretary, country="demo", today=today(), until=today()) == ()


def test_exactly_what_the_office_is_told_of_as_late_is_listed_as_late(three):
    """By the slow definition: whatever day a letter went, it is late once its own last day is over."""
    went = {back: making.letter(three, direction="out", number=str(back), dated_on=ago(back), moved_on=ago(back)) for back in range(0, 16)}
    late = {letter for back, letter in went.items() if queries.confirmed_until("demo", ago(back)) < today()}
    listed = queries.letters(by=secretary, country="demo", filters=queries.Filters(late=True))
    assert {each.id for each in listed} == late and 0 < len(late) < len(went)
    assert queries.standing(by=secretary, country="demo", today=today()).unconfirmed == len(late)


@pytest.mark.parametrize("country", ["demo", "kz", "kg"])
def test_the_newest_late_day_is_right_for_every_day_of_a_year(country):
    for day in (date(2026, 1, 1) + timedelta(days=number) for number in range(0, 365, 3)):
        newest = newest_late(country, day)
        for sent in (day - timedelta(days=back) for back in range(20)):
            ends = queries.confirmed_until(country, sent)
            assert (newest is not None and sent <= newest) == (ends is not None and ends < day), (day, sent)


def test_the_confirmation_falls_due_after_five_working_days_that_leave_the_holiday_out():
    """Tuesday 31 October 2023; Thursday 2 November is the Day of Remembrance: 1, 3, 6, 7, 8 November are the five."""
    assert queries.confirmed_until("demo", date(2023, 10, 31)) == date(2023, 11, 8)


def test_the_list_is_narrowed_by_what_is_still_to_be_done(three):
    letter = making.letter(three[:2])
    out = making.letter(three, direction="out", number="1/2026")

    def found(**filters):
        return [each.id for each in queries.letters(by=secretary, country="demo", filters=queries.Filters(**filters))]

    assert found(unread=True) == [letter] and found(unconfirmed=True) == [out] and found(text="1/2026") == [out]
    assert found(direction="in", body="lum-prison-service") == [letter] and found(body="lum-care") == []
    for part in seen(letter).parts:
        services.read_part(item_id=part.id, word="accepted", by=secretary)
    assert found(unread=True) == []
    (line,) = (each for each in queries.letters(by=secretary, country="demo") if each.id == letter)
    assert (line.parts, line.read) == (2, 2)


def test_every_row_of_the_register_is_vouched_for(three):
    letter = making.letter(three, pages=2)
    services.read_part(item_id=seen(letter).parts[0].id, word="accepted", by=secretary)
    verify(three[0], "not_implemented")
    assert verify_ledger().holds


@given(
    st.lists(st.tuples(st.from_regex(r"[А-Я]-20[0-9]{2}/[0-9]{1,3}-", fullmatch=True), st.integers(1, 60), st.integers(0, 9)), max_size=5),
    st.sampled_from([", ", ";", "\n", ",\n "]),
    st.sampled_from(["...", "…", "–", " .. "]),
)
def test_numbers_and_runs_are_found_as_written(runs, between, dots):
    """A run is its first and last number with the same words before; the definition here counts them out."""
    typed = between.join(f"{stem}{first}{dots}{first + more}" if more else f"{stem}{first}" for stem, first, more in runs)
    wanted = [f"{stem}{number}" for stem, first, more in runs for number in range(first, first + more + 1)]
    assert queries.numbers_within(typed) == tuple(dict.fromkeys(wanted))


def test_a_run_that_goes_backwards_or_is_endless_stays_a_word():
    assert queries.numbers_within("2026/7-9…2, 2026/7-1…9999") == ("2026/7-9…2", "2026/7-1…9999")


def test_what_is_typed_at_once_has_a_limit_that_a_sentence_tells():
    at_most = "\n".join(f"{stem}-1…100" for stem in "абвгдежзик")
    assert len(queries.numbers_within(at_most)) == 1000
    with pytest.raises(refusals.TooManyNumbers, match="1"):
        queries.numbers_within(at_most + ", ещё")


def test_a_number_that_holds_a_dash_is_itself_before_it_is_a_run(team):
    def named(typed):
        return named_in(typed, by=secretary, country="demo")

    dashed = making.making.issued(world.concluded(world.prison("Дом тире"), team), number="Р 7–9")
    others = [making.making.issued(world.concluded(world.prison(f"Дом {number}"), team), number=f"Р {number}") for number in (7, 8, 9)]
    assert named("Р 7–9-1") == (dashed,) and named("р 7–9-1, Р 8-1") == (dashed, others[1])
    with pytest.raises(refusals.NumbersUnknown, match="7-2"):
        named("Р 7-1…2")
