"""Passages that could name a person: in drafts each is decided, in answers and verifications each is confirmed."""

import pytest

from tests.followup.recommendations.making import answer, draft, issued, proposal, read, today, verify, words
from tests.people import analyst, conflicted, head, leader, member, secretary
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.refusals import Frozen, ReasonNeeded, RecommendationTextNeeded, StretchGone, TextMayName, UnknownChoice
from tirek.foundation.ledger.queries import history
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.refusals import NotFound

pytestmark = pytest.mark.django_db
NAMING = "Выдать осуждённому Петрову В. С. очки."


@pytest.fixture
def naming(visit):
    return draft(visit, text=words(NAMING, "Көзілдірік беру."), indicator=words("Расписка Петрова В. С. о получении.", ""))


def waiting(visit, by=leader):
    return queries.undecided_stretches(visit, by=by)


def decide(recommendation, stretch, decision, by=leader, **given):
    return services.decide_stretch(recommendation_id=recommendation, digest=stretch.digest, decision=decision, by=by, **given)


def test_a_draft_without_names_waits_for_nothing(visit):
    draft(visit)
    assert waiting(visit) == ()


def test_each_passage_waits_with_its_surroundings_for_those_who_see_the_visit(visit, naming):
    found = waiting(visit)
    assert found and all(each.recommendation_id == naming and each.language == "ru" for each in found)
    assert any("Петров" in each.text and each.after.endswith("очки.") for each in found)
    assert waiting(visit, secretary) == found
    for stranger in (conflicted, analyst):
        with pytest.raises(NotFound):
            waiting(visit, stranger)


def test_a_kept_passage_needs_its_reason_and_then_waits_no_more(visit, naming):
    for stretch in waiting(visit):
        with pytest.raises(ReasonNeeded):
            decide(naming, stretch, "kept")
        decide(naming, stretch, "kept", reason="Врач учреждения, не лишённый свободы.")
    assert waiting(visit) == () and "Петров" in read(naming).text.in_("ru")


def test_a_passage_is_generalised_or_taken_out_in_text_and_indicator(visit, naming):
    while found := waiting(visit):
        decide(naming, found[0], "generalised", replacement="одному человеку")
    facts = read(naming)
    assert "Петров" not in facts.text.in_("ru") + facts.indicator.in_("ru") and "одному человеку" in facts.text.in_("ru")
    with pytest.raises(StretchGone):
        decide(naming, queries.StretchFacts(naming, 1, "ru", "", "", "", "", "", "", "0" * 64), "taken_out")
    assert verify_ledger().holds


def test_nobody_empties_a_draft_and_nobody_else_decides(visit):
    made = draft(visit, text=words("Петров В. С.", ""))
    (stretch,) = waiting(visit)
    with pytest.raises(RecommendationTextNeeded):
        decide(made, stretch, "taken_out")
    with pytest.raises(NotFound):
        decide(made, stretch, "kept", by=conflicted, reason="x")
    with pytest.raises(UnknownChoice):
        decide(made, stretch, "burned")
    services.issue(visit_id=visit, report_number="Р-1", on=today(), by=leader)
    with pytest.raises(Frozen):
        decide(made, stretch, "kept", reason="x", by=leader)


def test_an_edited_draft_is_searched_again(visit, naming):
    for stretch in waiting(visit):
        decide(naming, stretch, "kept", reason="Известен по приказу.")
    facts = read(naming)
    made = proposal(visit, text=words("Выдать Сидорову А. Б. очки.", "Көзілдірік беру."))
    services.edit_draft(recommendation_id=naming, made=made, revision=facts.revision, by=member)
    assert ["Сидоров" in each.text for each in waiting(visit)] == [True]


def test_a_naming_answer_is_confirmed_and_the_ledger_says_so(visit):
    made = issued(visit)
    with pytest.raises(TextMayName):
        answer(made, text=NAMING)
    assert read(made).answers == ()
    answer(made, text=NAMING, confirmed=True)
    answer(made, "in_progress", text="Работы начаты.", confirmed=True)
    purposes = [each.purpose for each in history("recommendation", made, verbs=["recommendation.answered"])]
    assert purposes == ["passages-confirmed", ""]


def test_a_naming_verification_and_a_naming_withdrawal_are_confirmed_too(visit):
    made = issued(visit)
    with pytest.raises(TextMayName):
        verify(made, text=NAMING)
    verify(made, text=NAMING, confirmed=True)
    with pytest.raises(TextMayName):
        services.withdraw(recommendation_id=made, reason=NAMING, by=head)
    services.withdraw(recommendation_id=made, reason=NAMING, by=head, confirmed=True)
    assert read(made).closed_because == NAMING


def test_stretches_wait_for_the_people_of_the_visit_alone(visit, naming):
    for person in (leader, member):
        (waits,) = queries.waiting_stretches(by=person, country="demo")
        assert (waits.visit_id, waits.count) == (visit, len(waiting(visit)))
    for person in (secretary, conflicted, analyst):
        assert queries.waiting_stretches(by=person, country="demo") == ()
    for stretch in waiting(visit):
        decide(naming, stretch, "kept", reason="Известен по приказу.")
    assert queries.waiting_stretches(by=leader, country="demo") == ()
