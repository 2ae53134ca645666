"""The printed sheet in words: what is told, what is not and why, in each language; the same sheet is the same bytes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tirek.ground.rules.speech_sheet import FIGURES, Counted, told
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.speeches.papers import PHRASES, SheetText, composed, meaning, numbers, shares, sheet_docx

DAY = date(2026, 11, 28)
SHEET = SheetText(
    mechanism=Words.of({"ru": "Механизм"}), year=2026, version=2, as_of=datetime(2026, 11, 28, 6, 45, tzinfo=UTC), digest="ab" * 32,
    figures=tuple(told(Counted(each, DAY, 5, 20, 9 if each == "carried_out" else None)) for each in FIGURES), language="en",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_what_it_does_not_mean_in_each_language(language):
    rows = composed(replace(SHEET, language=language)).rows
    assert len({row[-1] for row in rows}) == len(rows) == 10, "no two figures share the sentence"
    assert all(row[0] and row[-1] for row in rows)


@pytest.mark.parametrize(
    ("counted", "words", "share"),
    [
        (Counted("answered", DAY, 1500, 3000), "1,500 of 3,000", "50.0%"),
        (Counted("carried_out", DAY, 3, 9, 6), "from 3 to 6 of 9", "33.3% … 66.7%"),
        (Counted("answered", DAY, 2, 30), "not told: under three; 30 in all", "—"),
        (Counted("visits_made", DAY, 29, 30), "not told: the part or the rest is under three", "—"),
        (Counted("answered", DAY, 1, 2), "not told: under three", "—"),
        (Counted("answered", DAY, 0, 0), "nothing to count yet", "—"),
        (Counted("answered", DAY, 0, 30), "0 of 30", "0.0%"),
    ],
)  # fmt: skip
def test_counts_are_told_with_their_whole_or_with_the_reason_why_not(counted, words, share):
    assert (numbers(told(counted), "en"), shares(told(counted), "en")) == (words, share)


def test_what_part_and_whole_are_stands_beside_them_and_small_ones_without_their_count():
    lines = meaning(told(Counted("carried_out", DAY, 3, 9, 6, (("partly", 4), ("otherwise", 1)))), "en")
    assert [each.rpartition(": ")[2] for each in lines] == ["3", "6", "9", "4", "under three"]


def test_a_sheet_of_invented_records_says_so_and_names_its_digest():
    made = composed(replace(SHEET, demonstration=True))
    assert made.marks == (PHRASES.say("demonstration", "en"),) and SHEET.digest in made.foot and composed(SHEET).marks == ()
    assert "Version 2, as of 28 November 2026, 06:45" in made.lines[0]


def test_the_same_sheet_is_the_same_word_document():
    assert sheet_docx(SHEET) == sheet_docx(SHEET)
