"""Forms as word processors give them back, and forms that were made to hurt: a right reading or a clear refusal, by the process apart that has limits."""

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from tirek.faces.frame.file_kinds import is_docx
from tirek.ground.rules.words import Words
from tirek.insight.claims.reading.refusals import DeclaresEntities, OldFormat, UnpacksTooLarge
from tirek.insight.reports.answers.brought import read_form
from tirek.insight.reports.answers.cells import same_words
from tirek.insight.reports.answers.refusals import AnswerFormFetches, NotAnAnswerForm
from tirek.insight.reports.documents.answer_form import AnswerForm, Asked, answer_form

pytestmark = pytest.mark.pure
RETURNED = Path(__file__).parent / "returned"
MARK = "0123456789abcdef/lum-prison-service"
TEXT = "Заменить светильники в «камерах» блока {n}. {n} блоктың шамдарын ауыстыру."
FIRST = ("partly_accepted", "Закуплены “светильники” — часть ставят.")
SECOND = ("claimed_implemented", "Сделано. Вторая строка.")


def both(ru, kk):
    return Words((("ru", ru), ("kk", kk)))


def made():
    """The form that `returned/filling` filled in."""
    asked = tuple(Asked(f"7/2026-{n}", both(f"Заменить светильники в «камерах» блока {n}.", f"{n} блоктың шамдарын ауыстыру."), date(2026, 12, n)) for n in (1, 2, 3))
    mechanism = both("Национальный механизм Лумерии", "Лумерия ұлттық тетігі")
    return answer_form(AnswerForm(MARK, "7/2026", mechanism, both("Служба исполнения наказаний", "Жазаларды орындау қызметі"), ("ru", "kk"), asked, datetime(2026, 11, 1, 12, tzinfo=UTC)))


def returned(name):
    return read_form((RETURNED / f"{name}.docx").read_bytes(), "answers.docx")


def said(form):
    return [(each.word, each.said) for each in form.answers]


@pytest.mark.parametrize("name", ["filled", "by-way-of-odt", "tracked"])
def test_what_was_filled_in_with_libreoffice_is_read_as_it_was_written(name):
    form = returned(name)
    assert (form.mark, form.letter_number, form.said_on) == (MARK, "12-34", date(2026, 11, 5))
    assert (form.official_name, form.official_function, form.official) == ("Айман Серикова", "начальник отдела", "")
    assert said(form) == [FIRST, SECOND, ("", "")] and not any(each.missing for each in form.answers)
    more = " Дополнено." if name == "tracked" else ""
    assert [each.text for each in form.answers] == [TEXT.format(n=1) + more, TEXT.format(n=2), TEXT.format(n=3)]
    assert form.outside == ["Национальный механизм Лумерии", "Лумерия ұлттық тетігі"]


def test_cells_that_were_merged_and_a_row_that_was_taken_out_are_told_and_what_they_held_is_shown():
    form = returned("merged")
    assert said(form) == [("partly_accepted", ""), SECOND, ("", "")]
    assert [each.missing for each in form.answers] == [{"said"}, set(), {"word"}] and any(FIRST[1] in line for line in form.outside)


def test_a_table_that_went_to_pieces_on_its_way_through_an_old_format_is_shown_outside():
    form = returned("by-way-of-doc")
    assert said(form) == [FIRST, SECOND] and any("7/2026-3" in line for line in form.outside)


@pytest.mark.parametrize(
    ("came", "same"),
    [
        ('Заменить светильники в "камерах"  блока 1.', True), ("Заменить\u00a0светильники в “камерах” блока 1.", True), ("Заменить све\u00adтильники в «камерах» блока 1.", True),
        ("Заменить светильники в камерах блока 1.", False), ("Заменить светильники в «камерах» блока 2.", False),
    ],
)  # fmt: skip
def test_quotation_marks_that_a_program_put_are_no_other_words(came, same):
    assert same_words("Заменить светильники в «камерах» блока 1.", came) is same


def changed(parts, content=None):
    """The form with parts put in or, by a function, put otherwise."""
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or made())) as old, zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            held = old.read(name) if name in old.namelist() else b""
            put = parts.get(name, held)
            new.writestr(name, put(held) if callable(put) else put)
    return stored.getvalue()


def relation(kind, target):
    tie = f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return {"word/_rels/document.xml.rels": lambda held: held.replace(b"</Relationships>", tie.encode())}


@pytest.mark.parametrize(("kind", "target"), [("attachedTemplate", "https://elsewhere.example/t.dotm"), ("image", r"file:///\\server\share\a.png"), ("oleObject", r"\\server\a.xlsx")])
def test_a_form_that_would_fetch_something_is_refused(kind, target):
    with pytest.raises(AnswerFormFetches):
        read_form(changed(relation(kind, target)), "answers.docx")


def test_a_link_that_waits_for_a_click_and_a_template_of_one_s_own_drive_are_let_be():
    for kind, target in (("hyperlink", "https://ministry.example/"), ("attachedTemplate", r"file:///C:\Users\a\letter.dotx")):
        assert read_form(changed(relation(kind, target)), "answers.docx").mark == MARK


def test_a_form_with_macros_is_no_word_document_of_ours():
    assert is_docx(made()) and not is_docx(changed({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))


def test_entity_bombs_zip_bombs_and_other_formats_are_refused_with_their_own_sentence():
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'">]>'
    declared = {"word/document.xml": lambda held: held.replace(b"<w:document", bomb + b"<w:document", 1)}
    unpacked = {"word/document.xml": b"<x>" + b" " * 90_000_000}
    pieces = (
        (changed(declared), DeclaresEntities), (changed({"word/_rels/document.xml.rels": bomb + b"<x/>"}), DeclaresEntities), (changed(unpacked), UnpacksTooLarge),
        (b"{\\rtf1 form}", OldFormat), (b"\xd0\xcf\x11\xe0" + bytes(600), OldFormat), (("Знак формы\t" + MARK).encode(), NotAnAnswerForm),
    )  # fmt: skip
    for content, refused in pieces:
        with pytest.raises(refused):
            read_form(content, "answers.docx")


def test_a_form_that_stands_twice_in_a_file_shows_both_marks():
    paper = docx.Document(io.BytesIO(made()))
    for table in list(paper.tables):
        paper.element.body.append(docx.Document(io.BytesIO(made())).tables[0]._tbl if table is paper.tables[0] else table._tbl.__copy__())
    stored = io.BytesIO()
    paper.save(stored)
    assert read_form(stored.getvalue(), "answers.docx").marks == [MARK, MARK]


def test_comments_in_the_margin_and_hidden_text_are_remarked():
    comment = {"word/document.xml": lambda held: held.replace(b"</w:p>", b'<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>', 1)}
    form = read_form(changed(comment), "answers.docx")
    assert form.notes == ("comments", "hidden-text") and form.mark == MARK
