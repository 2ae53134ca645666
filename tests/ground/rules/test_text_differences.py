"""Both texts can be read back from their differences; the other way round the kinds change places; the work is bounded."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirek.ground.rules.text_differences import Stretch, differences, new_text, old_text

pytestmark = pytest.mark.pure
TEXTS = st.lists(st.sampled_from(["в", "камере", "окно", " ", "  ", "\n", ".", ", ", "12", "а́", "Ёлка", "\u00a0", "—"]), max_size=30).map("".join)
ANY = TEXTS | st.text(max_size=40)
EXCHANGED = {"same": "same", "removed": "added", "added": "removed"}


@given(ANY, ANY)
@settings(max_examples=150)
def test_applied_to_the_old_text_they_give_the_new_one_and_back(old, new):
    found = differences(old, new)
    assert (old_text(found), new_text(found)) == (old, new)
    assert all(each.text for each in found)
    assert (old == new) == all(each.kind == "same" for each in found)


@given(ANY, ANY)
@settings(max_examples=100)
def test_the_other_way_round_the_kinds_change_places(old, new):
    back = differences(new, old)
    assert sorted((EXCHANGED[each.kind], each.text) for each in back) == sorted((each.kind, each.text) for each in differences(old, new))


def test_words_are_compared_and_not_letters():
    assert differences("Окна закрыты железом.", "Окна закрыты листами железа.") == (
        Stretch("same", "Окна закрыты "), Stretch("removed", "железом"), Stretch("added", "листами железа"), Stretch("same", "."),
    )  # fmt: skip


def test_a_change_of_blanks_alone_is_a_change():
    assert [each.kind for each in differences("а  б", "а б")] == ["same", "removed", "added", "same"]


def test_long_texts_are_compared_in_bounded_time():
    one = " ".join(f"Слово {number % 7} и ещё." for number in range(30_000))
    other = one.replace("Слово 3", "Знак 4").replace("и ещё", "или нет", 500)
    began = time.process_time()
    found = differences(one, other)
    assert (old_text(found), new_text(found)) == (one, other)
    assert time.process_time() - began < 2


def test_in_a_long_text_one_changed_word_is_found():
    one = " ".join(f"Предложение номер {number} о камере." for number in range(2_000))
    other = one.replace("номер 7 ", "под номером 7 ").replace("номер 1990 ", "за номером 1990 ")
    changed = [each for each in differences(one, other) if each.kind != "same"]
    assert [each.text for each in changed] == ["номер", "под номером", "номер", "за номером"]
