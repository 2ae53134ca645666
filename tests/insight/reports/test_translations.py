"""Texts that the visit's records hold in one language are translated for the report, in its draft and its review; the records stay."""

import pytest

from tests import world
from tests.insight.reports import flow
from tests.people import analyst, doctor, head, leader, member, secretary
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.models import Report
from tirek.insight.reports.refusals import HitsUndecided, TranslatedAlready
from tirek.records.visits import services as visits
from tirek.records.visits.queries import closing_talk, meetings, urgent_measures
from tirek.records.visits.services import translate_urgent_measure

pytestmark = pytest.mark.django_db
KK, EN = "бару тәртібі", "the order of the visit"


def drafted():
    return flow.drafted(flow.full_visit())


def the(report, part, noun="meeting"):
    return next(each for each in queries.texts_written_once(report, by=leader) if (each.noun, each.part) == (noun, part))


def translate(report, *, language="ru", by=secretary, found=None, **texts):
    found = found or the(report, "note")
    return services.translate_text(report_id=report, about=found.about, part=found.part, language=language, text=Words.of(texts), by=by)


def subject(report):
    return queries.report_document(report, by=leader).meetings[0].subject


def lacking(report):
    return {each.language: each.count for each in queries.needs(report, by=leader) if each.code == "written"}


def test_every_text_that_was_written_once_is_named_with_its_language():
    found = queries.texts_written_once(drafted(), by=leader)
    assert [(each.noun, each.part, each.original) for each in found] == [
        ("access", "by_whom", "дежурная часть"), ("access", "ground", "нет указания"), ("access", "by_whom", "дежурная часть"),
        ("access", "ground", "нет указания"), ("meeting", "note", "порядок посещения"),
        ("finding", "single_source_reason", "Других источников не было."), ("talk", "with_whom", "начальник учреждения"),
        ("talk", "what", "убрать листы с окон"), ("talk", "by_whom", "начальник"),
    ]  # fmt: skip
    assert {each.words.source for each in found} == {"ru"}


def test_the_checklist_counts_those_that_lack_a_language():
    report = drafted()
    assert lacking(report) == {"ru": 0, "kk": 9, "ky": 9, "en": 9}
    translate(report, kk=KK, en=EN)
    assert lacking(report) == {"ru": 0, "kk": 8, "ky": 9, "en": 8}


def test_the_checklist_counts_an_urgent_measure_that_lacks_a_language():
    def counted():
        return {each.language: each.count for each in queries.needs(report, by=leader) if each.code == "translation"}

    visit = flow.full_visit()
    report = flow.drafted(visit)
    before, (measure,) = counted(), urgent_measures(visit, by=leader)
    assert measure.what.in_("kk") and not measure.what.in_("en")
    translate_urgent_measure(measure_id=measure.id, texts={"en": "Have a doctor see the person."}, stamp=measure.stamp, by=leader)
    assert counted() == {**before, "en": before["en"] - 1}
    printed = queries.report_document(report, by=leader).urgent_measures[0]
    assert printed.text.in_("en") == "Have a doctor see the person."


def test_a_translation_is_printed_and_the_record_stays():
    report = drafted()
    translate(report, kk=KK, en=EN)
    assert subject(report) == Words.of({"ru": "порядок посещения", "kk": KK, "en": EN}, "ru")
    assert [each.note for each in meetings(Report.objects.get(pk=report).visit_id, by=leader)] == ["порядок посещения"]
    translate(report, kk=KK)
    assert subject(report).languages == ("ru", "kk")


def test_a_language_that_is_changed_by_mistake_throws_no_translation_away():
    report = drafted()
    translate(report, kk=KK, en=EN)
    with pytest.raises(TranslatedAlready):
        translate(report, language="kk", kk=KK, en=EN)
    assert subject(report).in_("kk") == KK
    translate(report, language="kk", en=EN)
    assert subject(report) == Words.of({"kk": "порядок посещения", "en": EN}, "kk")


def test_who_knows_better_says_in_which_language_it_was_written():
    report = drafted()
    translate(report, language="ky", ru="порядок посещения", en=EN)
    assert subject(report) == Words.of({"ky": "порядок посещения", "en": EN}, "ky")
    with pytest.raises(NotFound):
        translate(report, language="de", en=EN)


def test_a_translation_of_an_older_text_says_so():
    report = drafted()
    whom, visit = the(report, "with_whom", "talk"), Report.objects.get(pk=report).visit_id
    translate(report, kk="мекеме бастығы", found=whom)
    held = closing_talk(visit, by=leader)
    promises = [(each.what, each.by_whom, each.until) for each in held.promises]
    visits.record_closing_talk(visit_id=visit, held_on=held.held_on, with_whom="заместитель начальника", promises=promises, by=leader)
    partner = queries.report_document(report, by=leader).closing_talk.partner
    assert partner == Words.of({"ru": "заместитель начальника", "kk": "мекеме бастығы"}, "ru", ("kk",))
    assert lacking(report)["kk"] == 9


def test_signatures_bind_translations_and_none_comes_after_the_approval():
    report = drafted()
    services.submit(report_id=report, by=leader)
    translate(report, kk=KK)
    services.approve(report_id=report, by=secretary)
    with pytest.raises(IllegalMove):
        translate(report, kk="басқаша")
    services.sign(report_id=report, by=leader)
    services.sign(report_id=report, by=member)
    services.sign(report_id=report, by=doctor)
    services.issue_visit_report(report_id=report, by=secretary)
    assert queries.report_document(report, by=analyst).meetings[0].subject.in_("kk") == KK
    new = services.correct_report(report_id=report, changes=flow.both("Исправлена опечатка."), by=secretary).value
    assert subject(new).in_("kk") == KK


def test_a_translation_that_could_name_somebody_waits_for_a_decision():
    report = drafted()
    translate(report, kk="Сериков А.Б. туралы әңгіме")
    with pytest.raises(HitsUndecided):
        services.submit(report_id=report, by=leader)
    (hit,) = queries.undecided_passages(report, by=leader).others
    assert (hit.passage.noun, hit.passage.language) == ("meeting", "kk")
    services.decide_passage(report_id=report, digest=hit.digest, decision="generalised", replacement="тұрғын", by=leader)
    assert subject(report).in_("kk") == "тұрғын туралы әңгіме"
    services.submit(report_id=report, by=leader)


def test_delegation_and_office_translate_and_nobody_else():
    report = drafted()
    found = the(report, "note")
    for who in (leader, member, doctor, secretary, head):
        translate(report, kk=f"{KK} {who.name}", by=who, found=found)
    with pytest.raises(NotFound):
        translate(report, kk=KK, by=analyst, found=found)
    with pytest.raises(NotFound):
        services.translate_text(report_id=report, about=report, part="note", language="ru", text=Words.of({"kk": KK}), by=leader)


def test_why_a_medical_finding_has_one_source_stays_with_the_doctor_and_has_no_translation():
    visit = world.begun(world.prison(), world.members())
    one = world.seen("Осмотра нет.", area="health_care", medical=True, sources=("records",), single_source_reason="Других записей нет.")
    finding = visits.add_finding(visit_id=visit, seen=one, by=doctor).value
    visits.release_medical_wording(finding_id=finding, text=flow.both("Осмотра нет."), by=doctor)
    visits.end(visit_id=visit, by=leader)
    report = flow.drafted(visit)
    assert queries.texts_written_once(report, by=doctor) == ()
    for who in (leader, doctor):
        with pytest.raises(NotFound):
            services.translate_text(
                report_id=report, about=finding, part="single_source_reason", language="ru", text=flow.both("Других записей нет.", "Басқа жазба жоқ."), by=who
            )
