"""Other words for an issued recommendation: every earlier wording stays as it was, and an answer stays tied to the wording it answered."""

import pytest

from tests.followup.recommendations.making import ago, answer, draft, issued, proposal, read, today, words
from tests.people import analyst, head, leader, member
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.models import Recommendation, Wording
from tirek.followup.recommendations.refusals import Frozen, NotInForce, RecommendationTextNeeded
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words

pytestmark = pytest.mark.django_db
NONE = Words()
FIRST, SECOND, THIRD = words(), words("До 1 мая установить светильники.", "Мамырға дейін шам орнату."), words("До 1 июня.", "Маусымға дейін.")


def ru(text):
    return text.in_("ru")


def reword(made, text=SECOND, version=2, indicator=NONE):
    return services.reword(recommendation_id=made, report_version=version, text=text, indicator=indicator, by=leader).value


def reissued(visit, days):
    services.issue(visit_id=visit, report_number="Р-1", on=ago(days), by=leader)


def test_the_words_in_force_hold_until_others_are_issued_and_each_wording_stays(visit):
    made = issued(visit, days=60)
    clock = read(made).due_on
    reword(made)
    assert read(made).text.same_as(FIRST) and read(made).earlier == ()
    reissued(visit, 20)
    reword(made, THIRD, version=3)
    reissued(visit, 10)
    facts = read(made, by=analyst)
    assert (ru(facts.text), facts.worded_in, facts.due_on) == (ru(THIRD), 3, clock)
    assert [(each.report_version, each.issued_on, ru(each.text)) for each in facts.earlier] == [(1, ago(60), ru(FIRST)), (2, ago(20), ru(SECOND))]
    assert Recommendation.objects.get(pk=made).text.same_as(FIRST)
    (line,) = queries.recommendations(by=head, country="demo", today=today())
    assert line.text.same_as(THIRD)
    assert verify_ledger().holds


def test_an_answer_stays_tied_to_the_wording_that_held_on_the_letter_s_day(visit):
    made = issued(visit, days=60)
    answer(made, days=30)
    reword(made)
    reissued(visit, 10)
    assert [each.wording for each in read(made).answers] == [1] and read(made).answered_before
    answer(made, "in_progress", days=20)
    answer(made, "claimed_implemented", days=5)
    facts = read(made)
    assert [(each.word, each.wording) for each in facts.answers] == [("accepted", 1), ("in_progress", 1), ("claimed_implemented", 2)]
    assert not facts.answered_before


def test_what_a_correction_adds_has_its_own_time_limit_and_the_next_number(visit):
    first = issued(visit, days=60)
    added = services.draft_recommendation(visit_id=visit, made=proposal(visit), by=leader, report_version=2).value
    reissued(visit, 10)
    assert (read(added).number, read(added).issued_on, read(added).due_on) == ("Р-1-2", ago(10), due("demo", "answer", ago(10)))
    assert read(first).due_on == due("demo", "answer", ago(60)) != read(added).due_on
    assert (read(added).report_version, read(added).earlier) == (2, ())


def test_the_words_in_force_take_a_proposal_back(visit):
    made = issued(visit)
    reword(made)
    reword(made, FIRST)
    reissued(visit, 0)
    facts = read(made)
    assert (ru(facts.text), facts.earlier, facts.worded_in) == (ru(FIRST), (), 1)


def test_a_translation_older_than_the_new_words_is_marked(visit):
    made = issued(visit)
    reword(made, words("До 1 мая установить светильники."))
    (told,) = queries.proposals(visit, by=leader)
    assert told.reworded and told.text.stale == {"kk"} and [ru(each.text) for each in told.earlier] == [ru(FIRST)]


def test_other_words_are_searched_like_the_first_and_the_first_stay(visit):
    made = issued(visit)
    reword(made, words("Выдать Петрову В. С. очки.", "Көзілдірік беру."), indicator=words("Расписка Петрова В. С.", ""))
    while found := queries.undecided_stretches(visit, by=leader):
        services.decide_stretch(
            recommendation_id=made, digest=found[0].digest, decision="generalised", replacement="одному человеку", by=leader
        )
    wording = Wording.objects.get()
    assert "Петров" not in wording.text.in_("ru") + wording.indicator.in_("ru") and "одному человеку" in wording.text.in_("ru")
    assert Recommendation.objects.get(pk=made).text.same_as(FIRST)
    reissued(visit, 0)
    with pytest.raises(Frozen):
        services.decide_stretch(recommendation_id=made, digest="0" * 64, decision="kept", reason="x", by=leader)


def test_a_passage_that_was_kept_once_is_not_asked_about_again(visit):
    made = draft(visit, text=words("Начальнику Петрову В. С. установить светильники."))
    for each in queries.undecided_stretches(visit, by=leader):
        services.decide_stretch(recommendation_id=made, digest=each.digest, decision="kept", reason="По должности.", by=leader)
    reissued(visit, 0)
    reword(made, words("Начальнику Петрову В. С. заменить светильники."))
    assert queries.undecided_stretches(visit, by=leader) == ()


def test_only_what_is_in_force_gets_other_words_and_never_none(visit):
    made = draft(visit)
    with pytest.raises(NotInForce):
        reword(made)
    reissued(visit, 0)
    with pytest.raises(RecommendationTextNeeded):
        reword(made, Words())
    reword(made)
    services.withdraw(recommendation_id=made, reason="Учреждение закрыто.", by=head)
    with pytest.raises(NotInForce):
        reword(made)
    reissued(visit, 0)
    assert read(made).text.same_as(FIRST) and read(made).earlier == ()


def test_nobody_outside_the_visit_changes_what_a_correction_adds(visit):
    made = services.draft_recommendation(visit_id=visit, made=proposal(visit), by=leader, report_version=2).value
    services.edit_draft(recommendation_id=made, made=proposal(visit, text=SECOND), revision=1, by=member)
    with pytest.raises(NotFound):
        services.edit_draft(recommendation_id=made, made=proposal(visit), revision=2, by=analyst)
    assert read(made, by=leader).text.in_("ru") == SECOND.in_("ru")
