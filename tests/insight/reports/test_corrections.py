"""A correction is a new version that says what it changes, keeps the number and supersedes the old one; the old bytes stay."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import docx
import pytest
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.insight.reports.reading import text_of
from tests.people import analyst, conflicted, doctor, head, leader, member, secretary
from tirek.followup.recommendations.queries import recommendations
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents import report_docx, report_pdf
from tirek.insight.reports.documents.composition import reworded
from tirek.insight.reports.documents.frozen import freeze
from tirek.insight.reports.refusals import (
    Abandoned,
    ChangesNeeded,
    HitsUndecided,
    NotACorrection,
    NothingToAbandon,
    ReportExists,
    ReportReasonNeeded,
)
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings
from tirek.records.visits.refusals import DoctorOnly
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db


def test_a_correction_supersedes_and_keeps_the_number():
    visit = flow.visit()
    old = flow.issued(visit)
    before = freeze(queries.report_document(old, by=head))
    new = flow.corrected(old)
    facts, former = queries.report(new, by=analyst), queries.report(old, by=analyst)
    assert (facts.state, facts.version, facts.number) == ("issued", 2, former.number)
    assert former.state == "superseded"
    assert freeze(queries.report_document(old, by=analyst)) == before
    document = queries.report_document(new, by=analyst)
    assert (document.version, document.changes.in_("ru")) == ("2", "Исправлена опечатка.")
    assert [each.number for each in document.recommendations] == [f"{facts.number}-1"]
    assert queries.report_of_visit(visit, by=conflicted).id == new
    assert len(recommendations(by=head, country="demo", today=timezone.localdate())) == 1
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_until_the_correction_is_issued_the_old_version_holds_and_others_see_no_new_one():
    visit = flow.visit()
    old = flow.issued(visit)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
    for who in (analyst, conflicted):
        assert queries.report_of_visit(visit, by=who).id == old
        assert [each.id for each in queries.report(old, by=who).versions] == [old]
        assert [each.id for each in queries.reports(by=who, country="demo")] == [old]
        with pytest.raises(NotFound):
            queries.report(new, by=who)
    for who in (leader, member, head):
        assert queries.report_of_visit(visit, by=who).id == new
        assert {each.id for each in queries.reports(by=who, country="demo")} == {old, new}


def test_a_correction_says_what_it_changes():
    old = flow.issued()
    with pytest.raises(ChangesNeeded):
        services.correct_report(report_id=old, changes=Words(), by=secretary)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
    with pytest.raises(ChangesNeeded):
        services.edit_report(report_id=new, summary=flow.SUMMARY, changes=Words(), revision=1, by=leader)
    with pytest.raises(ReportExists):
        services.correct_report(report_id=old, changes=flow.both("Ещё."), by=secretary)


def test_only_the_office_corrects_and_only_what_is_issued():
    report = flow.signed()
    with pytest.raises(IllegalMove):
        services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary)
    services.issue_visit_report(report_id=report, by=secretary)
    for who in (leader, analyst):
        with pytest.raises(NotAllowed):
            services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=who)


def test_a_correction_prints_a_finding_in_other_words_and_the_finding_stays():
    visit = flow.visit()
    old = flow.issued(visit)
    (finding, *_) = findings(visit, by=leader)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлен пункт 1."), by=secretary).value
    services.amend_finding(report_id=new, finding_id=finding.id, text=flow.both("Освещение в корпусе 1 слабое."), by=leader)
    (section,) = queries.report_document(new, by=leader).sections
    assert section.paragraphs[0].text.in_("ru") == "Освещение в корпусе 1 слабое."
    assert findings(visit, by=leader)[0].text == finding.text
    services.amend_finding(report_id=new, finding_id=finding.id, text=Words(), by=leader)
    assert queries.report_document(new, by=leader).sections[0].paragraphs[0].text == finding.text


def test_other_words_are_searched_for_names_too():
    visit = flow.visit()
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Исправлено."), by=secretary).value
    (finding, *_) = findings(visit, by=leader)
    services.amend_finding(report_id=new, finding_id=finding.id, text=flow.both("Сериков А.Б. сидит без света."), by=leader)
    with pytest.raises(HitsUndecided):
        services.submit(report_id=new, by=leader)
    (hit,) = queries.undecided_passages(new, by=leader).others
    services.decide_passage(report_id=new, digest=hit.digest, decision="generalised", replacement="Один человек", by=leader)
    assert queries.report_document(new, by=leader).sections[0].paragraphs[0].text.in_("ru") == "Один человек сидит без света."


def test_a_first_version_prints_its_findings_as_they_are():
    visit = flow.visit()
    report = flow.drafted(visit)
    with pytest.raises(NotACorrection):
        services.amend_finding(report_id=report, finding_id=findings(visit, by=leader)[0].id, text=flow.both("Иначе."), by=leader)


def test_the_doctor_s_wording_is_corrected_by_the_doctor_alone():
    visit = world.begun(world.prison(), world.members())
    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    finding = visits.add_finding(visit_id=visit, seen=silent, by=leader).value
    visits.release_medical_wording(finding_id=finding, text=flow.both("Врач принимает раз в неделю."), by=doctor)
    visits.end(visit_id=visit, by=leader)
    flow.recommend(visit)
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Исправлено."), by=secretary).value
    for other in (leader, member, secretary):
        with pytest.raises(DoctorOnly):
            services.amend_finding(report_id=new, finding_id=finding, text=flow.both("Всё хорошо."), by=other)
    services.amend_finding(report_id=new, finding_id=finding, text=flow.both("Врач принимает дважды в месяц."), by=doctor)
    assert "дважды" in queries.report_document(new, by=leader).sections[0].paragraphs[0].text.in_("ru")


def test_a_third_version_keeps_the_words_of_the_second():
    visit = flow.visit()
    old = flow.issued(visit)
    (finding, *_) = findings(visit, by=leader)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлен пункт 1."), by=secretary).value
    services.amend_finding(report_id=new, finding_id=finding.id, text=flow.both("Иначе."), by=leader)
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    services.issue_visit_report(report_id=new, by=secretary)
    third = services.correct_report(report_id=new, changes=flow.both("Исправлена сводка."), by=secretary).value
    assert queries.report_document(third, by=leader).sections[0].paragraphs[0].text.in_("ru") == "Иначе."
    assert [each.version for each in queries.report(third, by=leader).versions] == [3, 2, 1]


def begun(visit=None):
    """A correction under way, begun by the secretary, of an issued report: both ids."""
    old = flow.issued(visit or flow.visit())
    return old, services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value


def test_an_abandoned_correction_stays_with_its_reason_and_the_issued_report_as_before():
    old, new = begun()
    before = freeze(queries.report_document(old, by=analyst))
    services.abandon_correction(report_id=new, reason="Начато по ошибке.", by=secretary)
    facts = queries.report(new, by=leader)
    assert (facts.state, facts.abandoned_because, facts.abandoned_by, facts.version) == ("abandoned", "Начато по ошибке.", secretary.id, 2)
    assert not any(getattr(facts.may, each) for each in facts.may.__slots__)
    assert queries.report(old, by=leader).state == "issued"
    assert freeze(queries.report_document(old, by=analyst)) == before
    assert queries.waiting_for(by=leader, country="demo").drafts == ()
    assert queries.report_of_visit(facts.visit_id, by=leader).id == old
    assert [each.id for each in queries.reports(by=head, country="demo")] == [old]
    assert [each.id for each in queries.reports(by=head, country="demo", filters=queries.Filters(state="abandoned"))] == [new]
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_an_abandoned_correction_is_never_printed_and_only_those_who_work_on_it_know_of_it():
    old, new = begun()
    services.abandon_correction(report_id=new, reason="Не нужно.", by=head)
    for read in (queries.report_document, queries.document_files):
        with pytest.raises(Abandoned):
            read(new, by=leader)
    with pytest.raises(Abandoned):
        services.make_documents(report_id=new, by=leader)
    for who in (analyst, conflicted):
        with pytest.raises(NotFound):
            queries.report(new, by=who)
        assert [each.id for each in queries.report(old, by=who).versions] == [old]
        assert queries.reports(by=who, country="demo", filters=queries.Filters(state="abandoned")) == ()
    assert {each.id for each in queries.report(old, by=leader).versions} == {old, new}


def test_who_began_a_correction_and_the_head_abandon_it_while_it_is_a_draft_and_nobody_else():
    _old, new = begun()
    for who in (leader, member, doctor):
        with pytest.raises(NotAllowed):
            services.abandon_correction(report_id=new, reason="Не нужно.", by=who)
        assert not queries.report(new, by=who).may.abandon
    with pytest.raises(ReportReasonNeeded):
        services.abandon_correction(report_id=new, reason=" ", by=secretary)
    services.submit(report_id=new, by=leader)
    assert not queries.report(new, by=head).may.abandon
    with pytest.raises(IllegalMove):
        services.abandon_correction(report_id=new, reason="Не нужно.", by=head)
    services.return_to_draft(report_id=new, reason="Проверьте.", by=head)
    for who in (head, secretary):
        assert queries.report(new, by=who).may.abandon
    services.abandon_correction(report_id=new, reason="Не нужно.", by=head)
    with pytest.raises(IllegalMove):
        services.abandon_correction(report_id=new, reason="Не нужно.", by=head)


def test_a_first_report_is_not_abandoned():
    report = flow.drafted()
    assert not queries.report(report, by=head).may.abandon
    with pytest.raises(NothingToAbandon):
        services.abandon_correction(report_id=report, reason="Не нужно.", by=head)


def test_after_an_abandoned_correction_another_one_takes_its_number_and_is_issued():
    old, new = begun()
    services.abandon_correction(report_id=new, reason="Не нужно.", by=secretary)
    again = flow.corrected(old)
    facts = queries.report(again, by=leader)
    assert (facts.state, facts.version, facts.number) == ("issued", 2, queries.report(old, by=leader).number)
    assert queries.report(old, by=leader).state == "superseded"
    assert {(each.version, each.state) for each in facts.versions} == {(1, "superseded"), (2, "issued"), (2, "abandoned")}
    third = services.correct_report(report_id=again, changes=flow.both("Ещё."), by=secretary).value
    assert queries.report(third, by=leader).version == 3


def test_a_correction_names_the_finding_that_it_says_in_other_words():
    visit = flow.full_visit()
    old = flow.issued(visit)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлен один пункт."), by=secretary).value
    first, second = queries.report_document(new, by=leader).paragraphs[:2]
    assert not reworded(queries.report_document(new, by=leader))
    services.amend_finding(report_id=new, finding_id=UUID(second.row.removeprefix("finding-")), text=flow.both("Воды нет."), by=leader)
    services.edit_report(report_id=new, summary=flow.both("Другая сводка."), changes=flow.both("Исправлен один пункт."), revision=1, by=leader)
    flow.through(new)
    document = queries.report_document(new, by=analyst)
    assert [each.row for each in document.paragraphs if each.reworded] == [second.row] and document.changed_records == ("summary",)
    (number,) = reworded(document)
    for said in (in_words(document), "\n".join(each.text for each in docx.Document(BytesIO(report_docx(document))).element.iter() if each.text)):
        assert "Новая формулировка в этой редакции" in said and "Пункты в новой формулировке" in said
    assert f"Пункты в новой формулировке {number} " in in_words(document)
    third = services.correct_report(report_id=new, changes=flow.both("Ещё."), by=secretary).value
    assert not reworded(queries.report_document(third, by=leader)) and first.text == queries.report_document(third, by=leader).paragraphs[0].text


def in_words(document):
    """The Russian PDF as text."""
    return text_of(report_pdf(replace(document, layout="apart", languages=("ru",))))


def test_an_opinion_of_the_version_before_is_carried_on_unless_its_writer_takes_it_back():
    report = flow.for_signature()
    for who in (member, doctor):
        services.add_dissent(report_id=report, text=flow.both(f"Иначе считает {who.id}."), by=who)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    new = services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary).value
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    told = {(each.member_id, each.carried, each.text.in_("ru")) for each in queries.report(new, by=leader).dissents}
    assert told == {(each.member_id, 1, each.text.in_("ru")) for each in queries.report(report, by=leader).dissents} and len(told) == 2
    services.take_back_dissent(report_id=new, by=doctor)
    services.return_to_draft(report_id=new, reason="Проверьте.", by=head)
    services.submit(report_id=new, by=leader)
    services.approve(report_id=new, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=new, by=who)
    services.issue_visit_report(report_id=new, by=secretary)
    (line,) = queries.report_document(new, by=analyst).dissents
    assert (line.version, line.text.in_("ru")) == ("1", f"Иначе считает {member.id}.")
    assert "Дано к редакции 1 и не взято обратно" in in_words(queries.report_document(new, by=analyst))
    third = flow.corrected(new)
    assert [each.version for each in queries.report_document(third, by=analyst).dissents] == ["1"]
    assert len(queries.report_document(report, by=analyst).dissents) == 2
    outcome = verify()
    assert outcome.holds, outcome.faults
