"""What was entered wrongly of letters and decisions: put right or taken out with a reason, while nothing hangs on it; what stood before stays."""

import pytest

from tests.followup.letters import making
from tests.followup.recommendations.making import ago, answer, today
from tests.people import analyst, deputy, foreigner, head, leader, member, nobody, secretary
from tirek.followup.letters import queries, refusals, services
from tirek.followup.recommendations.refusals import ReasonNeeded, TextMayName
from tirek.foundation.ledger.refusals import NothingMended
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
OWN, LAW = "lum-prison-service", "lum-prosecution"


def seen(letter, by=secretary):
    return queries.letter(letter, by=by, today=today())


def out(letter, by=secretary, reason="Внесено дважды.", **given):
    return services.take_out_letter(letter_id=letter, reason=reason, by=by, **given)


def listed(by=secretary, **filters):
    return {each.id for each in queries.letters(by=by, country="demo", filters=queries.Filters(**filters))}


def test_a_letter_that_is_taken_out_is_nowhere_but_with_the_office_with_its_reason(three):
    went = making.letter(three, direction="out", number="5", dated_on=ago(40), moved_on=ago(40))
    came = making.letter(three)
    for letter in (went, came):
        out(letter)
    assert queries.standing(by=head, country="demo", today=today()) == queries.Standing(0, 0)
    assert queries.unconfirmed(by=head, country="demo", today=today(), until=today()) == () == queries.mentions(three[0], by=head, country="demo")
    for by in (head, secretary):
        assert listed(by) == set() and listed(by, out=True) == {went, came}
        (mending,) = seen(went, by).mendings
        assert (mending.reason, mending.by, mending.on) == ("Внесено дважды.", secretary.id, today())
    for by in (leader, analyst, foreigner, nobody):
        assert listed(by, out=True) == set()
        with pytest.raises(NotFound):
            seen(went, by)
    assert verify().holds


def test_the_same_letter_can_be_entered_again_after_it_was_taken_out(three):
    first = making.letter(three)
    out(first)
    second = making.letter(three)
    assert listed() == {second} and listed(out=True) == {first}
    for act in (lambda: out(first), lambda: services.add_parts(letter_id=first, about=three, by=secretary), lambda: services.acknowledge(letter_id=first, on=today(), how="", by=secretary)):
        with pytest.raises(NotFound):
            act()


def test_a_letter_on_which_something_hangs_stays(three):
    answered, confirmed = making.letter(three[:1]), making.letter(three, direction="out", number="5")
    services.read_part(item_id=seen(answered).parts[0].id, word="accepted", by=secretary)
    services.acknowledge(letter_id=confirmed, on=today(), how="", by=secretary)
    for letter in (answered, confirmed):
        with pytest.raises(refusals.LetterHolds):
            out(letter)
    assert listed() == {answered, confirmed}


def test_why_a_letter_is_taken_out_is_asked_and_looked_at_and_the_office_alone_does_it(three):
    letter = making.letter(three)
    with pytest.raises(ReasonNeeded):
        out(letter, reason=" ")
    with pytest.raises(TextMayName):
        out(letter, reason="Это письмо осуждённого Петрова И. И.")
    for by in (leader, member, analyst):
        with pytest.raises(NotAllowed):
            out(letter, by=by)
    for by in (foreigner, nobody):
        with pytest.raises(NotFound):
            out(letter, by=by)
    assert listed() == {letter}


def test_what_stood_in_a_letter_before_it_was_mended_can_be_read(three):
    letter = making.letter(three)
    held = seen(letter)
    told = {name: getattr(held, name) for name in ("direction", "kind", "body", "dated_on", "moved_on", "way")}
    services.mend_letter(letter_id=letter, letter=services.NewLetter(**told, number="12-3/54"), by=head)
    (mending,) = seen(letter).mendings
    assert mending.before == (("number", "12-3/45"),) and mending.by == head.id


@pytest.fixture
def decision(three):
    answer(three[0], "rejected", days=5)
    return services.take_further(country="demo", rung="prosecution", body=LAW, about=three[:1], reason="Отказ без причин.", by=head).value


def mend(decision, by=head, reason="Отказ без причины.", why="Опечатка.", body=LAW):
    return services.mend_decision(escalation_id=decision, body=body, reason=reason, why=why, by=by)


def test_a_decision_is_put_right_by_the_head_until_its_letter_is_written(decision):
    mend(decision, by=deputy)
    facts = queries.escalation(decision, by=member, today=today())
    assert facts.reason == "Отказ без причины." and [each.before for each in facts.mendings] == [(("reason", "Отказ без причин."),)]
    with pytest.raises(NothingMended):
        mend(decision)
    services.write_paper(country="demo", kind="escalation", body="", language="ru", about=(), escalation_id=decision, by=secretary)
    with pytest.raises(refusals.DecisionWritten):
        mend(decision, reason="Иначе.")
    assert verify().holds


def test_a_decision_is_not_put_right_into_one_that_could_not_be_taken(decision):
    for wrong, refusal in (
        ({"reason": " "}, ReasonNeeded), ({"why": ""}, ReasonNeeded), ({"body": OWN}, refusals.BodyUnlikeRung), ({"body": ""}, refusals.BodyOnRungNeeded),
        ({"reason": "Осуждённый Петров И. И. ждёт."}, TextMayName), ({"by": secretary}, NotAllowed), ({"by": foreigner}, NotFound), ({"by": nobody}, NotFound),
    ):  # fmt: skip
        with pytest.raises(refusal):
            mend(decision, **wrong)
    facts = queries.escalation(decision, by=head, today=today())
    assert (facts.reason, facts.mendings) == ("Отказ без причин.", ())


def test_two_papers_of_the_house_tell_which_letter_was_sent_of_them_after_a_wrong_one_is_taken_out(three):
    made = services.write_paper(country="demo", kind="reminder", body=OWN, language="ru", about=three, by=secretary).value
    wrong = making.letter(three, direction="out", kind="reminder", number="1", paper_id=made)
    out(wrong)
    assert queries.paper(made, by=secretary, today=today()).letters == ()
    right = making.letter(three, direction="out", kind="reminder", number="2", paper_id=made)
    assert [each[0] for each in queries.paper(made, by=secretary, today=today()).letters] == [right]
