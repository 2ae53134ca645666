"""What a letter that the house writes says, and that its paper says the same."""

import io
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from shutil import which

import docx
import pytest

from tirek.followup.letters.papers import Asked, PaperText, composed, paper_docx, paper_pdf
from tirek.ground.rules.words import LANGUAGES, Words

pytestmark = pytest.mark.pure
PLACE, TEXT = "Исправительный дом № 3", "Поставить в каждой камере стол."
ASKED = Asked(
    "7/2026-1",
    Words.of({"ru": TEXT}),
    Words.of({"ru": PLACE, "en": "House 3"}),
    date(2026, 5, 1),
    date(2026, 8, 1),
    "in_progress",
    "not_verified",
)
LETTER = PaperText(
    kind="reminder", intro="reminder", mechanism=Words.of({"ru": "Механизм"}), body=Words.of({"ru": "Служба"}), language="ru", asked=(ASKED,),
    answer_by=date(2026, 12, 20), as_of=date(2026, 11, 28), stamp=datetime(2026, 11, 28, tzinfo=UTC),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["transmittal", "reminder"])
def test_a_sentence_with_a_day_ends_with_one_full_stop(language, kind):
    told = composed(replace(LETTER, language=language, kind=kind, intro=kind))
    assert "2026" in told.paragraphs[-1] and told.paragraphs[-1].endswith(".")
    assert not [line for line in (*told.paragraphs, *told.after) if ".." in line]


@pytest.mark.parametrize(("kind", "columns"), [("transmittal", 4), ("reminder", 6), ("escalation", 6)])
def test_each_row_has_a_cell_under_each_head(kind, columns):
    told = composed(replace(LETTER, kind=kind, intro="ministry" if kind == "escalation" else kind))
    assert [len(told.heads), *map(len, told.rows)] == [columns, columns]


def test_the_place_stands_over_the_text_in_the_language_of_the_text():
    told = composed(replace(LETTER, language="en"))
    assert told.rows[0][1] == f"{PLACE}\n{TEXT}" and told.spoken == ("ru",)


def test_a_recommendation_to_no_one_place_has_its_text_alone():
    assert composed(replace(LETTER, asked=(replace(ASKED, place=Words()),))).rows[0][1] == TEXT


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_papers_say_every_word_of_the_letter(language):
    letter = replace(LETTER, language=language)
    told = composed(letter)
    wanted = " ".join((told.title, *told.paragraphs, *told.heads, *told.rows[0])).split()
    made = docx.Document(io.BytesIO(paper_docx(letter)))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert set(wanted) <= set(" ".join([*(each.text for each in made.paragraphs), *cells]).split())
    if which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper_pdf(letter), capture_output=True, check=True).stdout.decode()
        assert {*told.title.split(), *PLACE.split(), *TEXT.split()} <= set(text.split())
