"""A correction puts recommendations in other words and adds some; its version says by number what it added, reworded, withdrew."""

import io
from dataclasses import replace

import docx
import pytest

from tests import world
from tests.insight.reports import flow, reading
from tests.insight.reports.test_report_docx import all_text
from tests.people import analyst, conflicted, head, leader, member, secretary
from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.queries import recommendation, undecided_stretches, visit_recommendations
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents import report_docx, report_pdf
from tirek.insight.reports.documents.frozen import freeze
from tirek.insight.reports.refusals import HitsUndecided, NotACorrection, ReviewedTextChanged, RowsChanged
from tirek.records.visits.queries import findings
from tirek.records.visits.queries import visit as read_visit

pytestmark = pytest.mark.django_db
FIRST = "Установить светильники в каждой камере."
OTHER = flow.both("Установить по два светильника в каждой камере.", "Әр камераға екі шамнан орнату.")


@pytest.fixture
def visit():
    """A visit with two recommendations."""
    made = flow.visit()
    flow.recommend(made, "Вести журнал.")
    return made


@pytest.fixture
def old(visit):
    return flow.issued(visit)


@pytest.fixture
def new(old):
    """A correction under way."""
    return services.correct_report(report_id=old, changes=flow.both("Уточнены рекомендации."), by=secretary).value


def numbered(visit, who=leader):
    return visit_recommendations(visit, by=who, today=flow.datetime.now().date())


def reword(report, made, text=OTHER, by=leader):
    return services.reword_recommendation(report_id=report, recommendation_id=made, text=text, indicator=Words(), by=by)


def add(report, visit, text="Назначить ответственного за освещение.", by=leader):
    basis = tuple(each.id for each in findings(visit, by=leader)[:1])
    made = Proposal(flow.both(text), "lum-prison-service", basis)
    return services.add_recommendation(report_id=report, made=made, by=by).value


def issue(report):
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)


def test_a_version_says_by_number_what_it_added_reworded_and_withdrew(visit, old, new):
    before = freeze(queries.report_document(old, by=head))
    first, second = numbered(visit)
    reword(new, first.id)
    add(new, visit)
    recommendations.withdraw(recommendation_id=second.id, reason="Журнал ведётся.", by=secretary)
    drafted = queries.report_document(new, by=leader)
    assert drafted.changed_recommendations == (("added", ("3",)), ("reworded", (first.number,)), ("withdrawn", (second.number,)))
    issue(new)
    document = queries.report_document(new, by=analyst)
    number = queries.report(new, by=analyst).number
    assert document.changed_recommendations == (
        ("added", (f"{number}-3",)), ("reworded", (f"{number}-1",)), ("withdrawn", (f"{number}-2",)),
    )  # fmt: skip
    line = document.recommendations[0]
    assert line.text.same_as(OTHER) and [(each.version, each.text.in_("ru")) for each in line.earlier] == [("1", FIRST)]
    assert freeze(queries.report_document(old, by=analyst)) == before
    told = verify()
    assert told.holds, told.faults


def test_pdf_and_docx_say_what_changed_and_what_stood_there_before(visit, new):
    reword(new, numbered(visit)[0].id)
    add(new, visit)
    issue(new)
    document, number = queries.report_document(new, by=head), queries.report(new, by=head).number
    pdf = reading.text_of(report_pdf(replace(document, layout="apart", languages=("ru",))))
    for words in ("Что изменено в рекомендациях", f"{number}-3", "Добавлена в этой редакции", "Новая формулировка в этой редакции", "Прежняя формулировка (редакция 1", FIRST, OTHER.in_("ru")):
        assert words in pdf, words
    assert reading.claims_conformance(report_pdf(document))
    paper = all_text(docx.Document(io.BytesIO(report_docx(document))))
    for words in ("Ұсынымдарда не өзгерді", "Осы редакцияда қосылды", "Бұрынғы мәтін (1-редакция", FIRST):
        assert words in paper, words


def test_until_the_issue_only_those_who_work_on_it_read_the_new_words(visit, new):
    first = numbered(visit)[0]
    reword(new, first.id)
    added = add(new, visit)
    for who in (analyst, conflicted):
        assert recommendation(first.id, by=who, today=first.issued_on).text.in_("ru") == FIRST
        with pytest.raises(NotFound):
            recommendation(added, by=who, today=first.issued_on)
        with pytest.raises(NotFound):
            reword(new, first.id, by=who)
    assert queries.report_document(new, by=member).recommendations[0].text.same_as(OTHER)
    issue(new)
    assert recommendation(first.id, by=analyst, today=first.issued_on).text.same_as(OTHER)
    assert recommendation(added, by=conflicted, today=first.issued_on).number.endswith("-3")


def test_other_words_and_added_ones_are_searched_for_names(visit, new):
    reword(new, numbered(visit)[0].id, flow.both("Выдать Серикову А.Б. очки."))
    add(new, visit, "Показать Сидорова К.К. врачу.")
    with pytest.raises(HitsUndecided):
        services.submit(report_id=new, by=leader)
    while found := undecided_stretches(visit, by=leader):
        recommendations.decide_stretch(
            recommendation_id=found[0].recommendation_id, digest=found[0].digest, decision="generalised", replacement="человека", by=member
        )
    issue(new)
    assert "Сериков" not in str(queries.report_document(new, by=head)) and "Сидоров" not in str(queries.report_document(new, by=head))


def test_words_that_changed_after_the_review_or_the_signature_are_not_approved_or_issued(visit, new):
    added = add(new, visit)
    services.submit(report_id=new, by=leader)
    shown = queries.text_digest(queries.report_document(new, by=secretary))
    recommendations.edit_draft(recommendation_id=added, made=Proposal(OTHER, "lum-prison-service", numbered(visit)[0].findings), revision=1, by=leader)
    with pytest.raises(ReviewedTextChanged):
        services.approve(report_id=new, digest=shown, by=secretary)
    services.approve(report_id=new, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    recommendations.drop_draft(recommendation_id=added, by=leader)
    with pytest.raises(RowsChanged):
        services.issue_visit_report(report_id=new, by=secretary)


def test_only_the_draft_of_a_correction_changes_recommendations_of_its_own_visit(visit, old, new):
    first = numbered(visit)[0]
    for verb in (lambda: reword(old, first.id), lambda: add(old, visit)):
        with pytest.raises(IllegalMove):
            verb()
    seen = read_visit(visit, by=leader)
    other = world.concluded(seen.place_id, {each.role: each.member_id for each in seen.delegation})
    flow.recommend(other)
    draft = flow.drafted(other)
    for verb in (lambda: reword(draft, numbered(other)[0].id), lambda: add(draft, other)):
        with pytest.raises(NotACorrection):
            verb()
    with pytest.raises(NotFound):
        reword(new, numbered(other)[0].id)
    services.submit(report_id=new, by=leader)
    with pytest.raises(IllegalMove):
        reword(new, first.id)


def test_outside_a_correction_a_reported_visit_gets_no_further_draft(visit, old):
    with pytest.raises(NotAllowed):
        flow.recommend(visit)


def test_a_third_version_keeps_every_wording_and_names_only_its_own_changes(visit, new):
    first = numbered(visit)[0]
    reword(new, first.id)
    issue(new)
    third = services.correct_report(report_id=new, changes=flow.both("Исправлена сводка."), by=secretary).value
    assert queries.report_document(third, by=leader).changed_recommendations == ()
    reword(third, first.id, flow.both("Установить три светильника.", "Үш шам орнату."))
    issue(third)
    (line, _second) = queries.report_document(third, by=head).recommendations
    assert [(each.version, each.text.in_("ru")) for each in line.earlier] == [("1", FIRST), ("2", OTHER.in_("ru"))]


@pytest.mark.parametrize("indicator", [False, True], ids=["text", "indicator"])
def test_before_the_issue_of_a_correction_an_old_translation_is_told_by_its_language_and_blocks_nothing(visit, indicator):
    if indicator:
        flow.recommend(visit, "Вести учёт.")
        one = visit_recommendations(visit, by=leader, today=flow.datetime.now().date())[-1]
        change = Proposal(one.text, one.addressee, tuple(one.findings), indicator=flow.both("Есть журнал.", "Журнал бар."))
        recommendations.edit_draft(recommendation_id=one.id, made=change, revision=one.revision, by=leader)
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    one = numbered(visit)[-1]
    text = one.text if indicator else flow.both("Установить по три светильника.", one.text.in_("kk"))
    sign = flow.both("Есть два журнала.", "Журнал бар.") if indicator else Words()
    services.reword_recommendation(report_id=new, recommendation_id=one.id, text=text, indicator=sign, by=leader)
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    waiting = {each.language: each.count for each in queries.needs(new, by=secretary) if each.code == "stale" and not each.done}
    assert waiting == {"kk": 1}
    assert not [each for each in queries.needs(new, by=secretary) if each.blocks and not each.done]
    services.issue_visit_report(report_id=new, by=secretary)


def test_an_abandoned_correction_drops_what_it_proposed_and_the_next_one_may_propose_it_anew(visit, old, new):
    first, second = numbered(visit)
    reword(new, first.id, flow.both("Сериков А.Б. проверит светильники."))
    added = add(new, visit)
    services.abandon_correction(report_id=new, reason="Не нужно.", by=secretary)
    assert [each.id for each in numbered(visit)] == [first.id, second.id]
    assert recommendation(added, by=leader, today=flow.datetime.now().date()).state == "dropped"
    assert undecided_stretches(visit, by=leader) == ()
    again = services.correct_report(report_id=old, changes=flow.both("Снова."), by=secretary).value
    assert queries.report_document(again, by=leader).changed_recommendations == ()
    reword(again, first.id)
    add(again, visit)
    issue(again)
    (held, _second, third) = numbered(visit)
    assert (held.text, held.worded_in, third.state, third.number[-2:]) == (OTHER, 2, "issued", "-3")
