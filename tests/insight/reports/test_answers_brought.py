"""An authority answers in the form made for it: what came back is previewed row by row, recorded by the usual act, and nothing that was written is lost."""

import io
import re
import zipfile
from copy import deepcopy
from datetime import date, timedelta

import docx
import pytest
from django.utils import timezone

from tests.insight.reports import flow
from tests.people import analyst, head, leader, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.services import NewFile
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.claims.reading.refusals import DocumentTooLarge
from tirek.insight.reports import queries, services
from tirek.insight.reports.answers.cells import filled, written
from tirek.insight.reports.answers.refusals import AnswerDayUnknown, AnswerFormOfAnother, AnswerFormsTogether, NotAnAnswerForm
from tirek.insight.reports.answers.trying import try_rows
from tirek.insight.reports.documents.answer_form import CHOICES, PHRASES

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = "lum-prison-service"


def today():
    return timezone.localdate()


def form(report, code=BODY):
    return queries.answer_form_of(report, code, by=secretary)


def fill(content, cells=None, change=lambda paper: None, day=None):
    """The form as somebody gives it back: cells of the tables by (table, row), their content controls gone or kept as Word keeps them."""
    paper = docx.Document(io.BytesIO(content))
    said = {(0, 3): f"{day or today():%d.%m.%Y}", **(cells or {})}
    for (table, row), text in said.items():
        cell = paper.tables[table].rows[row].cells[1]
        for paragraph in cell.paragraphs:
            for child in list(paragraph._p):
                if not child.tag.endswith("}pPr"):
                    paragraph._p.remove(child)
        cell.paragraphs[0].add_run(text)
    change(paper)
    stored = io.BytesIO()
    paper.save(stored)
    return stored.getvalue()


def bring(report, content, by=secretary, **given):
    return services.bring_answers(report_id=report, file=NewFile(content, "answers.docx", MEDIA), received_on=today(), by=by, **given).value


def no_step(done, total, words=""):
    """Nobody looks how far the work is."""


def tried(sheet, by=secretary, step=no_step):
    """What the trial of the rows found, once its job was done."""
    try_rows(sheet_id=sheet, by=secretary, step=step)
    return queries.answers_tried(sheet, by=by).read


def answers(report):
    visit = queries.report(report, by=secretary).visit_id
    return {each.number: each.answers for each in visit_recommendations(visit, by=secretary, today=today()) if each.number}


@pytest.mark.pure
def test_words_of_the_form_are_told_apart_in_every_language():
    for code in ("ru", "kk", "ky", "en"):
        for choice in CHOICES:
            line = f"{PHRASES.say('number', code)}\tX-1\n{PHRASES.say('word', code)} · Жауап\t{PHRASES.say(f'word_{choice}', code)}"
            assert written(line).answers[0].word == choice
    assert filled("We may choose · and write here") == "We may choose · and write here" and filled("Да впишите сюда · осында жазыңыз") == "Да"
    assert filled("выберите · таңдаңыз") == "" and filled("впишите сюда Сделано") == "Сделано"


@pytest.mark.pure
@pytest.mark.parametrize(("said", "day"), [("3.4.2026", date(2026, 4, 3)), ("2026-04-03", date(2026, 4, 3)), ("03/04/2026 г.", date(2026, 4, 3)), ("31.02.2026", None), ("апрель", None)])
def test_the_day_of_the_letter_is_read_or_is_not_guessed(said, day):
    assert written(f"Дата письма\t{said}").said_on == day


@pytest.mark.django_db
def test_what_the_authority_wrote_is_previewed_and_recorded_with_its_file():
    report = flow.issued()
    content = fill(form(report), {(0, 2): "12-34", (0, 4): "Айман  Серикова", (0, 5): "начальник отдела", (1, 3): "принимаем частично", (1, 4): "Светильники закуплены.\tЧасть ставят."})
    sheet = bring(report, content)
    read = tried(sheet, by=head)
    (row,) = read.rows
    assert (row.state, row.word, row.said, row.edited) == ("ready", "partly_accepted", "Светильники закуплены. Часть ставят.", False)
    assert (read.letter_number, read.said_on, read.version, read.newest, read.outside) == ("12-34", today(), 1, True, ())
    assert (read.official, read.official_name, read.official_function, read.official_fits) == ("", "Айман Серикова", "начальник отдела", True)
    assert answers(report)[row.number] == ()
    made = services.record_answers(sheet_id=sheet, numbers=[row.number], by=secretary)
    assert (made.done, made.left) == ((row.number,), ())
    (told,) = answers(report)[row.number]
    assert (told.word, told.text, told.letter_number, told.authority) == ("partly_accepted", row.said, "12-34", BODY)
    assert (told.official_name, told.official_function) == ("Айман Серикова", "начальник отдела")
    assert fetch(queries.answer_sheet_file(sheet, by=secretary).sha256) == content
    assert [each.state for each in queries.answers_tried(sheet, by=secretary).read.rows] == ["recorded"]
    assert [each.state for each in tried(sheet).rows] == ["same"]
    assert services.record_answers(sheet_id=sheet, numbers=[row.number], by=secretary).done == ()
    outcome = verify()
    assert outcome.holds, outcome.faults


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cells", "named", "change", "shown", "kept"),
    [
        ({(0, 4): "Айман Серикова"}, False, None, ("", "Айман Серикова", "", True), ("", "")),
        ({(0, 4): "Айман Серикова, тел. 55-66-77", (0, 5): "инспектор"}, True, None, ("", "Айман Серикова, тел. 55-66-77", "инспектор", False), ("", "")),
        ({(0, 4): "Айман Серикова"}, True, "Должностное лицо", ("Айман Серикова", "", "", True), ("", "")),
    ],
)
def test_who_answered_is_recorded_where_the_form_says_it_fits_and_nobody_leaves_it_out(cells, named, change, shown, kept):
    report = flow.issued()

    def as_before(paper):
        if change:
            paper.tables[0].rows[4].cells[0].paragraphs[0].runs[0].text = change

    sheet = bring(report, fill(form(report), {**cells, (1, 3): "принимаем"}, as_before))
    read = tried(sheet)
    assert (read.official, read.official_name, read.official_function, read.official_fits) == shown and read.outside == ()
    services.record_answers(sheet_id=sheet, numbers=[read.rows[0].number], by=secretary, named=named)
    (told,) = answers(report)[read.rows[0].number]
    assert (told.official_name, told.official_function) == kept


@pytest.mark.django_db
def test_an_untouched_form_says_nothing():
    report = flow.issued()
    with pytest.raises(AnswerDayUnknown):
        bring(report, form(report))
    read = tried(bring(report, form(report), said_on=today()), by=secretary)
    assert [(each.state, each.edited, each.missing) for each in read.rows] == [("empty", False, frozenset())] and read.outside == ()


@pytest.mark.django_db
def test_whatever_was_written_elsewhere_is_shown():
    report = flow.issued()

    def change(paper):
        paper.add_paragraph("Просим продлить срок.")
        paper.tables[1].rows[1].cells[1].paragraphs[0].add_run(" И ещё одно.")
        paper.tables[1].rows[4].cells[0].paragraphs[0].runs[0].text = "Что мы думаем"
        paper.tables[1].rows[4].cells[1].paragraphs[0].add_run("Думаем многое.")

    read = tried(bring(report, fill(form(report), {(1, 3): "исполнено"}, change)), by=secretary)
    (row,) = read.rows
    assert row.edited and "И ещё одно." in row.came and row.missing == {"said"} and row.state == "ready"
    assert "Просим продлить срок." in read.outside and any("Думаем многое." in each for each in read.outside)


@pytest.mark.django_db
def test_rows_that_cannot_be_recorded_say_why_and_hinder_no_other():
    visit = flow.visit()
    flow.recommend(visit, "Вести журнал осмотров.")
    flow.recommend(visit, "Провести ремонт.")
    report = flow.issued(visit)
    cells = {(1, 3): "посмотрим", (2, 4): "без выбора", (3, 3): "исполняется", (3, 4): "Работы ведутся."}
    sheet = bring(report, fill(form(report), cells))
    rows = tried(sheet).rows
    assert [each.state for each in rows] == ["refused", "refused", "ready"]
    assert [each.code for each in rows[:2]] == ["answer-choice-unknown", "answer-choice-missing"]
    assert services.record_answers(sheet_id=sheet, numbers=[each.number for each in rows], by=secretary).done == (rows[2].number,)


@pytest.mark.django_db
def test_a_recommendation_whose_table_was_taken_out_is_told():
    visit = flow.visit()
    flow.recommend(visit, "Вести журнал осмотров.")
    report = flow.issued(visit)
    first, second = answers(report)
    sheet = bring(report, fill(form(report), {(2, 3): "исполнено"}, lambda paper: paper.tables[1]._tbl.getparent().remove(paper.tables[1]._tbl)))
    for _again in range(2):
        assert [(each.number, each.state) for each in tried(sheet).rows] == [(second, "ready"), (first, "absent")]
    assert services.record_answers(sheet_id=sheet, numbers=[first, second], by=secretary).done == (second,)


@pytest.mark.django_db
def test_an_unknown_number_and_one_that_stands_twice_are_refused():
    visit = flow.visit()
    flow.recommend(visit, "Вести журнал осмотров.")
    report = flow.issued(visit)
    cells = {(1, 3): "исполнено", (2, 3): "исполнено"}
    number = next(iter(answers(report)))
    for changed in ("999/1999-1", number):
        rows = tried(bring(report, fill(form(report), {**cells, (2, 0): changed}))).rows
        assert rows[1].code == "answer-number-unknown"


@pytest.mark.django_db
def test_a_text_that_could_name_a_person_is_recorded_only_when_somebody_looked():
    report = flow.issued()
    sheet = bring(report, fill(form(report), {(1, 3): "исполнено", (1, 4): "По словам Сериков А.Б. света нет."}))
    (row,) = tried(sheet).rows
    assert row.state == "names"
    left = services.record_answers(sheet_id=sheet, numbers=[row.number], by=secretary)
    assert left.done == () and left.left[0][0] == row.number
    assert services.record_answers(sheet_id=sheet, numbers=[row.number], by=secretary, looked_at=[row.number]).done == (row.number,)


@pytest.mark.django_db
def test_dates_that_cannot_be_and_long_numbers_are_refused_row_by_row():
    report = flow.issued()
    for cells, day, code in (({}, today() + timedelta(days=3), "date-ahead"), ({(0, 2): "1" * 90}, today(), "answer-letter-long")):
        rows = tried(bring(report, fill(form(report), {**cells, (1, 3): "исполнено"}, day=day))).rows
        assert [each.code for each in rows] == [code]


@pytest.mark.django_db
def test_a_form_of_the_version_before_says_so_and_is_still_recorded():
    report = flow.issued()
    content = fill(form(report), {(1, 3): "принимаем"})
    new = flow.corrected(report)
    sheet = bring(new, content)
    read = tried(sheet)
    assert (read.version, read.newest) == (1, False) and services.record_answers(sheet_id=sheet, numbers=[read.rows[0].number], by=secretary).done


@pytest.mark.django_db
def test_strangers_files_forms_of_others_and_traps_are_refused_and_not_kept():
    report = flow.issued()
    good = form(report)
    paper = docx.Document()
    paper.add_paragraph("Письмо.")
    stranger = io.BytesIO()
    paper.save(stranger)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b"<x>" + b" " * 90_000_000 if name == "word/document.xml" else old.read(name))
    for content, refused in (
        (stranger.getvalue(), NotAnAnswerForm),
        (fill(good, {(0, 0): f"{'0' * 16}/{BODY}"}), AnswerFormOfAnother),
        (fill(good, {(0, 0): queries.report(report, by=secretary).issued_digest[:16] + "/lum-nobody"}), AnswerFormOfAnother),
        (fill(good, change=lambda paper: paper.element.body.append(deepcopy(paper.tables[0]._tbl))), AnswerFormsTogether),
        (packed.getvalue(), Refusal),
        (b"PK\x03\x04 torn", Refusal),
        (b"x" * 60_000_000, DocumentTooLarge),
    ):
        with pytest.raises(refused):
            bring(report, content, said_on=today())
    assert queries.answer_sheets(report, by=secretary) == ()


@pytest.mark.django_db
def test_only_those_who_enter_answers_make_bring_and_read_forms():
    report = flow.issued()
    sheet = bring(report, fill(form(report)))
    for person in (leader, analyst):
        for work in (
            lambda who: queries.answer_form_of(report, BODY, by=who), lambda who: queries.respondents(report, by=who),
            lambda who: queries.answers_tried(sheet, by=who), lambda who: services.try_answers(sheet_id=sheet, by=who), lambda who: queries.answer_sheet_file(sheet, by=who),
            lambda who: bring(report, fill(form(report)), by=who), lambda who: services.record_answers(sheet_id=sheet, numbers=[], by=who),
        ):  # fmt: skip
            with pytest.raises((NotAllowed, NotFound)):
                work(person)
    with pytest.raises(NotFound):
        queries.answer_form_of(report, "lum-nobody", by=secretary)


@pytest.mark.django_db
def test_the_form_is_the_same_whenever_it_is_made_and_holds_content_controls():
    report = flow.issued()
    assert form(report) == form(report)
    with zipfile.ZipFile(io.BytesIO(form(report))) as packed:
        body = packed.read("word/document.xml").decode()
    assert set(re.findall(r'<w:gridCol w:w="(\d+)"/>', body)) == {"2754", "6884"}, "the room to write in is the wider one in LibreOffice too"
    assert body.count("<w:dropDownList>") == 1 and body.count("<w:sdt>") == 6 and all(f'w:value="{choice}"' in body for choice in CHOICES)
