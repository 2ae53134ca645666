"""Words in forms and in the database."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from tirek.foundation.ui.fields import WordsField, WordsFormField
from tirek.ground.rules.words import Words

pytestmark = pytest.mark.pure


class Text(forms.Form):
    text = WordsFormField(languages=("ru", "kk"), needed=("ru",), max_length=20)


def test_typed_words_come_out_as_words():
    form = Text({"text_ru": " Стена \r\n сырая ", "text_kk": ""})
    assert form.is_valid()
    assert form.cleaned_data["text"] == Words.of({"ru": "Стена \n сырая"})


def test_control_characters_that_no_database_or_xml_holds_are_dropped():
    form = Text({"text_ru": "Стена\x00 \x0bсырая\n\tвся\x1f", "text_kk": "\x00"})
    assert form.is_valid()
    assert form.cleaned_data["text"] == Words.of({"ru": "Стена сырая\n\tвся"})


def test_a_needed_language_is_asked_for_by_its_name():
    form = Text({"text_ru": "", "text_kk": "Қабырға"})
    assert not form.is_valid()
    assert "Русский" in form.errors["text"][0]


def test_a_text_that_is_too_long_is_refused_with_its_limit():
    form = Text({"text_ru": "а" * 21, "text_kk": ""})
    assert not form.is_valid() and "20" in form.errors["text"][0]


def test_an_edit_marks_the_translation_that_was_left_behind():
    before = Words.of({"ru": "Стена", "kk": "Қабырға", "en": "Wall"})
    form = Text({"text_ru": "Потолок", "text_kk": "Қабырға"}, initial={"text": before})
    assert form.is_valid() and form.has_changed()
    after = form.cleaned_data["text"]
    assert after.stale == {"kk", "en"} and after.in_("en") == "Wall"


def test_a_form_that_was_not_touched_has_not_changed():
    before = Words.of({"ru": "Стена", "en": "Wall"})
    assert not Text({"text_ru": "Стена", "text_kk": ""}, initial={"text": before}).has_changed()


def test_each_area_says_its_language_and_escapes_what_it_holds():
    html = str(Text(initial={"text": Words.of({"kk": "</textarea><b>"}, stale=["kk"])})["text"])
    assert 'lang="kk"' in html and 'for="id_text_ru"' in html and "<b>" not in html
    assert "Older than the original" in html or "lang" in html


def test_a_column_stores_the_plain_form_and_reads_words():
    column = WordsField()
    words = Words.of({"ru": "Стена"}, stale=[])
    assert column.get_prep_value(words) == {"texts": {"ru": "Стена"}, "source": "ru", "stale": []}
    assert column.to_python(column.get_prep_value(words)) == words
    assert column.to_python(None) == Words()


def test_an_empty_column_is_refused_unless_it_may_be_empty():
    with pytest.raises(ValidationError):
        WordsField().clean(Words(), None)
    assert WordsField(blank=True).clean(Words(), None) == Words()
