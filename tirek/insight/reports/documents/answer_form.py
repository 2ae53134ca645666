"""The form in which an authority answers: a Word document with one table for the letter and one for each recommendation, with content controls.

What is fixed stands on the left, what is filled in on the right. Whoever reads it back goes by the words of the left cells, so that a program
that drops content controls does no harm. It knows no row.
"""

import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell

from tirek.foundation.files.typesetting import Phrases, date_words, word
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD
from tirek.ground.rules.words import Words

PHRASES = Phrases(Path(__file__).parent / "answer_form.yaml")
BETWEEN = " · "
CHOICES = AUTHORITY_WORD.states[1:]
FILLED = {"letter_number": "write", "said_on": "write_day", "official_name": "write", "official_function": "write"}
"""Cells of the letter that are filled in, and how the form asks for each."""
_WIDTH, _SHARES = Mm(170), (2, 5)


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation that awaits an answer."""

    number: str
    text: Words
    due: date | None


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What the form prints. `mark` says of which bytes of which report and for whom it was made; `demonstration`: everything in it is invented."""

    mark: str
    report_number: str
    mechanism: Words
    authority: Words
    languages: tuple[str, ...]
    asked: tuple[Asked, ...]
    stamp: datetime
    demonstration: Words | None = None


def answer_form(form: AnswerForm) -> bytes:
    """The form as DOCX; the same values give the same bytes."""
    paper = Document()
    word.set_styles(paper, form.languages[0])
    word.set_page(paper.sections[0])
    known = paper.core_properties
    known.title = word.clean(f"{label('title', form.languages)}: {form.report_number}")[:255]
    known.author = known.last_modified_by = word.clean(form.mechanism.best(form.languages[0]))[:255]
    known.identifier, known.language, known.comments = form.mark, word.TAGS[form.languages[0]], ""
    known.created = known.modified = form.stamp.replace(microsecond=0)
    _opening(paper, form)
    for each in form.asked:
        paper.add_paragraph()
        _asked(paper, form, each)
    stored = io.BytesIO()
    paper.save(stored)
    return word.with_fixed_times(stored.getvalue(), form.stamp)


def label(key: str, languages: tuple[str, ...]) -> str:
    """A phrase in the form's languages, on one line."""
    return BETWEEN.join(PHRASES.say(key, language) for language in languages)


def in_languages(words: Words, languages: tuple[str, ...]) -> str:
    """A text in the form's languages, one after the other; in its own where it is in none of them."""
    return "\n".join(words.in_(each) for each in languages if words.in_(each)) or words.best(languages[0])


def _opening(paper: WordDocument, form: AnswerForm) -> None:
    """Title, how to fill in, the table of the letter."""
    for language in form.languages:
        paper.add_paragraph(word.clean(form.mechanism.best(language))).runs[0].bold = True
    for place, language in enumerate(form.languages):
        paragraph = paper.add_paragraph(style="Title" if not place else "Subtitle")
        told = f"{PHRASES.say('title', language)}. {PHRASES.say('of_report', language).format(number=form.report_number)}"
        word.set_language(paragraph.add_run(word.clean(told)), language)
    if form.demonstration:
        paper.add_paragraph(word.clean(in_languages(form.demonstration, form.languages))).runs[0].bold = True
    for key in ("how", "named"):
        for language in form.languages:
            word.set_language(paper.add_paragraph().add_run(PHRASES.say(key, language)), language)
    rows = [("form", form.mark), ("authority", in_languages(form.authority, form.languages))]
    table = _table(paper, len(rows) + len(FILLED))
    for row, (key, value) in zip(table.rows, rows, strict=False):
        _fixed(row.cells, label(key, form.languages), value)
    for row, key, ask in zip(table.rows[len(rows) :], FILLED, FILLED.values(), strict=True):
        _fixed(row.cells, label(key, form.languages), "")
        control(row.cells[1], key, label(ask, form.languages))


def _table(paper: WordDocument, rows: int) -> Table:
    """A table with labels on the left and room on the right. LibreOffice goes by the widths of columns, Word by those of cells."""
    table = word.ruled_table(paper, rows, len(_SHARES), _SHARES, _WIDTH)
    for column, share in zip(table.columns, _SHARES, strict=True):
        column.width = Length(_WIDTH * share // sum(_SHARES))
    return table


def _asked(paper: WordDocument, form: AnswerForm, each: Asked) -> None:
    """The table of one recommendation."""
    due = BETWEEN.join(date_words(each.due, language) for language in form.languages) if each.due else "—"
    table = _table(paper, 5)
    for row, key, value in zip(table.rows, ("number", "text", "due"), (each.number, in_languages(each.text, form.languages), due), strict=False):
        _fixed(row.cells, label(key, form.languages), value)
    for row, key in zip(table.rows[3:], ("word", "said"), strict=True):
        _fixed(row.cells, label(key, form.languages), "")
    choices = [(code, label(f"word_{code}", form.languages)) for code in CHOICES]
    control(table.rows[3].cells[1], f"word:{each.number}", label("choose", form.languages), choices)
    control(table.rows[4].cells[1], f"said:{each.number}", label("write", form.languages))


def _fixed(cells: tuple[_Cell, ...], name: str, value: str) -> None:
    """A label and what stands beside it."""
    run = cells[0].paragraphs[0].add_run(word.clean(name))
    run.bold, run.font.size = True, Pt(8.5)
    for place, line in enumerate(value.split("\n") if value else ()):
        paragraph = cells[1].paragraphs[0] if not place else cells[1].add_paragraph()
        paragraph.add_run(word.clean(line))


def control(cell: _Cell, tag: str, shown: str, choices: list[tuple[str, str]] | None = None) -> None:
    """A content control in the cell: a list to choose from, or text of several lines, with what to do in place of nothing."""
    control = OxmlElement("w:sdt")
    about = _add(control, "w:sdtPr")
    _add(about, "w:alias", val=shown[:64])
    _add(about, "w:tag", val=tag[:64])
    _add(about, "w:showingPlcHdr")
    if choices is None:
        _add(about, "w:text", multiLine="1")
    else:
        listed = _add(about, "w:dropDownList")
        for code, words in choices:
            _add(listed, "w:listItem", displayText=words, value=code)
    run = _add(_add(control, "w:sdtContent"), "w:r")
    _add(_add(run, "w:rPr"), "w:color", val="4A5563")
    _add(run, "w:t").text = word.clean(shown)
    cell.paragraphs[0]._p.append(control)


def _add(parent: Any, name: str, **values: str) -> Any:
    """A child element with its attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), word.clean(value))
    parent.append(made)
    return made
