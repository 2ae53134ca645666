import re
from datetime import UTC, date, datetime

import pytest

from tirek.foundation.files.typesetting import (
    FONTS,
    PhraseMissing,
    Phrases,
    characters,
    date_words,
    days_words,
    figure_words,
    printable,
    typeset,
)
from tirek.ground.rules.words import LANGUAGES

pytestmark = pytest.mark.pure

STAMP = datetime(2026, 3, 20, tzinfo=UTC)


def every_printable_character() -> str:
    return "".join(sign for sign in map(chr, range(0x20, 0x2600)) if not characters._FOREIGN.match(sign))


def test_every_character_called_printable_has_a_glyph(tmp_path):
    template = tmp_path / "a.typ"
    template.write_text(
        '#import "paper.typ": *\n#set document(title: "a")\n#show: framed.with(language: "kk")\n#plain(json("content.json").text)'
    )
    typeset(template, {"text": " ".join(every_printable_character())}, stamp=STAMP)


def test_the_house_font_is_there_or_the_built_in_serif_is_taken():
    assert not FONTS.is_dir() or list(FONTS.glob("*.ttf"))


def test_turning_marks_and_controls_are_shown():
    assert printable("a\u202eb\u0000c") == "a‹U+202E›b‹U+0000›c"
    assert characters.storable("a\u202eb\u0000c\ud800") == "a‹U+202E›b‹U+0000›c‹U+D800›"


def test_long_runs_are_given_to_the_page_as_they_are():
    for text in ("ы" * 40, "00000000-0000-4000-8000-000000000001", "0f" * 32):
        assert printable(text) == text


def test_letters_of_four_languages_pass_unchanged():
    text = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё «№ 5» — “x” 1\u202f284"
    assert printable(text) == text


def test_phrases_lacking_a_language_or_a_plural_are_refused(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text("a: {ru: а, kk: а, en: a}")
    with pytest.raises(PhraseMissing, match="no text in ky"):
        Phrases(path)
    path.write_text("a: {ru: {one: а, other: а}, kk: а, ky: а, en: a}")
    with pytest.raises(PhraseMissing, match="plural form few, many"):
        Phrases(path)


@pytest.mark.parametrize(("number", "form"), [(1, "час"), (3, "часа"), (5, "часов"), (21, "час"), (111, "часов")])
def test_russian_plurals(tmp_path, number, form):
    path = tmp_path / "p.yaml"
    path.write_text("h: {ru: {one: час, few: часа, many: часов, other: часа}, kk: сағат, ky: саат, en: {one: hour, other: hours}}")
    assert Phrases(path).count("h", "ru", number) == form


def test_dates_and_figures_in_words():
    assert [date_words(date(2026, 3, 10), language).replace("\u202f", " ") for language in LANGUAGES] == [
        "10 марта 2026 г.",
        "2026 ж. 10 наурыз",
        "2026-ж., 10-март",
        "10 March 2026",
    ]
    assert figure_words(1284567) == "1\u202f284\u202f567"


def test_the_days_of_a_visit_in_words():
    shown = [days_words(date(2026, 3, 10), date(2026, 3, 11), language) for language in LANGUAGES]
    assert [re.sub(r"\s", " ", text) for text in shown] == [
        "10–11 марта 2026 г.",
        "2026 ж. 10–11 наурыз",
        "2026-ж., 10–11-март",
        "10–11 March 2026",
    ]
    assert days_words(date(2026, 3, 10), date(2026, 3, 10), "en") == "10 March 2026"
