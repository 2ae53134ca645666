"""What was written in another language than the reader's says so: in a mark, and in the language of its element, run and page."""

import io
from dataclasses import replace

import docx
from docx.oxml.ns import qn

from tests.insight.reports import reading
from tests.insight.reports.sample import sample
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model, report_docx, report_pdf
from tirek.insight.reports.documents.blocks import Foreign
from tirek.insight.reports.documents.composition import parts

NOTE = "Порядок посещения обсудили у ворот."
NOTE_KK = "Бару тәртібі қақпада талқыланды."


def ru(text):
    return Words.of({"ru": text})


def with_texts(subject, **changes):
    """A report whose meeting and promises were written once."""
    made = sample(**changes)
    told = (model.Promise(ru("Вернуть ключи."), ru("директор"), made.visit.ended), model.Promise(ru("Открыть окна."), Words.of({"kk": "бастық"})))
    talk = replace(made.closing_talk, promised=model.NOTHING, promises=told)
    return replace(made, meetings=(replace(made.meetings[0], subject=subject),), closing_talk=talk)


def lines(document):
    """Every line of prose of the first part."""
    (part, *_) = parts(document)
    return [(language, line) for block in part.blocks if hasattr(block, "notes") for language, line in block.said]


def test_what_is_not_translated_stands_in_its_language_with_a_mark():
    said = lines(with_texts(ru(NOTE), languages=("en",)))
    assert ("en", (Foreign("ru", NOTE), " [in Russian]")) in said


def test_what_is_translated_stands_in_the_reader_s_language_alone():
    said = lines(with_texts(Words.of({"ru": NOTE, "kk": NOTE_KK}), languages=("ru", "kk")))
    assert ("ru", (NOTE,)) in said and ("kk", (NOTE_KK,)) in said


def test_an_old_translation_says_that_it_is_old():
    said = lines(with_texts(Words.of({"ru": NOTE, "kk": NOTE_KK}, "ru", ("kk",)), languages=("kk",)))
    assert any(line == (f"{NOTE_KK} [Аударма бастапқы мәтіннен ескі]",) for _, line in said)


def test_a_promise_and_who_gave_it_have_one_mark_where_their_language_is_one():
    (line,) = (line for _, line in lines(with_texts(ru(NOTE), languages=("en",))) if Foreign("ru", "Вернуть ключи. (директор)") in line)
    assert line == (
        Foreign("ru", "Вернуть ключи. (директор)"), " [in Russian]", " — by 11 March 2026", "; ",
        Foreign("ru", "Открыть окна."), " [in Russian]", " (", Foreign("kk", "бастық"), " [in Kazakh]", ")",
    )  # fmt: skip


def test_the_tagged_pdf_names_the_language_of_such_a_piece():
    pdf = report_pdf(with_texts(ru(NOTE), languages=("en",), layout="apart"))
    assert str(reading.opened(pdf).Root.Lang) == "en"
    assert reading.tongues_of(pdf) == {"ru", "kk"}
    assert reading.tongues_of(report_pdf(sample(languages=("en",), layout="apart"))) == set()


def test_the_run_of_a_docx_names_the_language_of_such_a_piece():
    paper = docx.Document(io.BytesIO(report_docx(with_texts(ru(NOTE), languages=("en",), layout="apart"))))
    runs = [run for each in paper.paragraphs for run in each.runs if run._r.find(f".//{qn('w:lang')}") is not None]
    tongues = {run.text: run._r.find(f".//{qn('w:lang')}").get(qn("w:val")) for run in runs}
    assert (tongues[NOTE], tongues["бастық"], tongues[" [in Russian]"]) == ("ru-RU", "kk-KZ", "en-GB")
