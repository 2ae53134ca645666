"""What was said in the closing talk is printed beside what was promised, in the languages of the report and after the text search; what was frozen before reads as it did."""

import json
from dataclasses import replace

import pytest

from tests.insight.reports import flow, reading
from tests.insight.reports.sample import sample
from tests.insight.reports.test_report_docx import all_text, opened
from tests.people import doctor, leader, secretary
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents import report_pdf
from tirek.insight.reports.documents.blocks import Heading, Prose
from tirek.insight.reports.documents.composition import parts
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.refusals import HitsUndecided
from tirek.records.visits import services as visits
from tirek.records.visits.queries import closing_talk

SAID = "Начальник объяснил, что ремонт начат, и согласился с замечаниями."


def told(visit, note=SAID, **given):
    talk = closing_talk(visit, by=leader)
    promises = [(each.what, each.by_whom, each.until) for each in talk.promises]
    visits.record_closing_talk(visit_id=visit, held_on=talk.held_on, with_whom=talk.with_whom, note=note, promises=promises, by=leader, **given)


def in_one(document, language):
    (part,) = parts(replace(document, languages=(language,), layout="apart"))
    return [(type(block).__name__, text(block.said[0][1])) for block in part.blocks if isinstance(block, Heading | Prose)]


def text(line):
    return "".join(piece if isinstance(piece, str) else getattr(piece, "text", getattr(piece, "shown", "")) for piece in line)


@pytest.mark.django_db
def test_it_stands_before_the_promises_with_a_mark_where_it_is_not_translated():
    visit = flow.full_visit()
    told(visit)
    report = flow.drafted(visit)
    found = in_one(queries.report_document(report, by=leader), "en")
    place = found.index(("Heading", "What was said"))
    assert SAID in found[place + 1][1] and "in Russian" in found[place + 1][1]
    assert found[place + 2] == ("Heading", "What was promised") and "убрать листы" in found[place + 3][1]
    (written,) = [each for each in queries.texts_written_once(report, by=leader) if (each.noun, each.part) == ("talk", "note")]
    services.translate_text(report_id=report, about=written.about, part="note", language="ru", text=Words.of({"en": "The head agreed."}), by=secretary)
    assert ("Prose", "The head agreed.") in in_one(queries.report_document(report, by=leader), "en")


@pytest.mark.django_db
def test_what_could_name_somebody_in_it_is_decided_before_the_report_is_handed_in():
    visit = flow.full_visit()
    told(visit, "Говорили об осуждённом Петрове А.В.", names_nobody="Так сказано в беседе.")
    report = flow.drafted(visit)
    with pytest.raises(HitsUndecided):
        services.submit(report_id=report, by=leader)
    for each in queries.undecided_passages(report, by=leader).others:
        services.decide_passage(report_id=report, digest=each.digest, decision="generalised", replacement="одном человеке", by=doctor)
    services.submit(report_id=report, by=leader)
    assert "Петров" not in freeze(queries.report_document(report, by=leader)).decode()


def test_the_paper_and_the_word_file_hold_it():
    document = sample(languages=("en",), layout="apart")
    said = document.closing_talk.said.in_("en")
    assert said in all_text(opened(languages=("en",), layout="apart"))
    if not reading.WITHOUT_PDFTOTEXT:
        assert said in reading.text_of(report_pdf(document))


def test_a_report_of_the_format_before_reads_as_it_was_printed():
    stored = json.loads(freeze(sample()))
    stored["format"] = "tirek-visit-report/6"
    del stored["report"]["closing_talk"]["said"]
    read = thaw(json.dumps(stored).encode())
    found = in_one(read, "en")
    assert ("Heading", "What was said") not in found
    assert found[found.index(("Heading", "What was promised")) + 1] == ("Prose", sample().closing_talk.promised.in_("en"))


@pytest.mark.django_db
def test_a_correction_that_says_the_same_does_not_change_the_talk():
    visit = flow.full_visit()
    told(visit)
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Опечатка."), by=secretary).value
    assert queries.report_document(new, by=leader).changed_records == ()
    told(visit, "Начальник не согласился.")
    assert queries.report_document(new, by=leader).changed_records == ("closing_talk",)
