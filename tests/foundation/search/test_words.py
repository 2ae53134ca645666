"""Words as the index holds them: one stem for a word's forms, whatever the case, ё or й; typing errors; what is looked for and what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.search.asking import for_postgresql, for_sqlite, steps, understood
from tirek.foundation.search.glossary import terms
from tirek.foundation.search.marking import passages, spots_that_may
from tirek.foundation.search.near import nearly, variants
from tirek.foundation.search.sorts import Said, Told
from tirek.foundation.search.words import folded, spots, stem, stems_asked, stems_told

pytestmark = pytest.mark.pure
LETTERS = st.text("абвгё", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "вентиляция вентиляции вентиляцию вентиляцией"),
        ("ru", "камера камеры камере камерами камерах"),
        ("ru", "жёсткий жесткого жёсткой"),
        ("en", "inspect inspected inspecting inspects"),
        ("en", "cell cells"),
        ("kk", "камера камералар камералары камераларда камералардағы камерада камераның камераға камерадан камерамен"),
        ("kk", "кітап кітабы кітапты кітапта кітаптар кітаптарға"),
        ("kk", "мекеме мекемеде мекемелер мекемелерде мекеменің мекемеге мекемеден"),
        ("ky", "мекеме мекемеде мекемелер мекемелерден мекеменин мекемеге"),
        ("ky", "камера камералар камераларда камерага камеранын камерадан камерадагы"),
        ("ky", "дарыгер дарыгерлер дарыгердин дарыгерге дарыгери дарыгерлердин"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(folded(form), language) for form in forms.split()}) == 1, {form: stem(folded(form), language) for form in forms.split()}


def test_letters_of_kazakh_and_kyrgyz_stay_themselves():
    assert folded("Қостанай ЖЕТІСУ Ёлка") == "қостанай жетісу елка"
    assert folded("май") != folded("маи") and folded("ән") != folded("ан")


def test_words_that_tell_nothing_are_passed_over():
    assert [spot.word for spot in spots("В камере № 12 нет света")] == ["камере", "12", "нет", "света"]


def test_a_word_asked_for_is_of_every_language_that_its_letters_allow():
    for told in ("ru", "kk", "ky"):
        assert stems_told("камерада", told) <= stems_asked("камерада")
    assert stems_asked("cells") == {"cell"}


def plain_distance(one, other):
    """Optimal string alignment, as its definition goes."""
    rows = {(a, b): a + b for a in range(len(one) + 1) for b in range(len(other) + 1) if not a or not b}
    for a in range(1, len(one) + 1):
        for b in range(1, len(other) + 1):
            rows[a, b] = min(rows[a - 1, b] + 1, rows[a, b - 1] + 1, rows[a - 1, b - 1] + (one[a - 1] != other[b - 1]))
            if a > 1 and b > 1 and one[a - 1] == other[b - 2] and one[a - 2] == other[b - 1]:
                rows[a, b] = min(rows[a, b], rows[a - 2, b - 2] + 1)
    return rows[len(one), len(other)]


@given(LETTERS, LETTERS)
def test_nearly_alike_is_one_error_and_words_so_near_share_a_variant(one, other):
    near = plain_distance(one, other) <= 1
    assert nearly(one, other) == near
    assert not near or variants(one) & variants(other)


def test_a_question_becomes_steps_for_both_databases():
    first, second = steps(understood("нет окн"), "f", ("office.demo", "p.demo.1"))
    assert for_sqlite(first) == '("f@office.demo" OR "f@p.demo.1") AND ("f.нет") AND ("f.окн")'
    assert for_postgresql(second) == "(('@office.demo' | '@p.demo.1') & ('f:нет') & ('f:окн')) & ! (('f.нет') & ('f.окн'))"
    _first, second = steps(understood("нет каме").begun(), "f", ("office.demo",))
    assert '"f:каме" *' in for_sqlite(second) and "'f:каме*'" in for_postgresql(second) and '"f:нет" *' not in for_sqlite(second)
    assert understood("нет окн").begun() == understood("нет окн")
    assert steps(understood("вода"), "f", ()) == ()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_no_language_of_a_database(text):
    for step in steps(understood(text), "f", ("x",)):
        assert for_sqlite(step).count('"') % 2 == 0
        assert "\x00" not in for_postgresql(step)


def test_what_is_shown_holds_the_words_marked_and_is_cut_between_words():
    text = "Слова вначале. " * 30 + "В камерах нет вентиляции, и окна закрыты. " + "И дальше. " * 30
    [shown] = passages(Told("1", (Said("finding", text, "ru"),), ()), understood("вентиляция камеры"))
    assert [piece.text for piece in shown.pieces if piece.marked] == ["камерах", "вентиляции"]
    assert shown.cut_before and shown.cut_after
    assert "".join(piece.text for piece in shown.pieces) in text


def test_a_thing_that_lacks_one_of_the_words_shows_nothing():
    assert passages(Told("1", (Said("finding", "Нет воды", "ru"),), ()), understood("вода света")) == ()


TEXT = "Осуждённые лежат в камерах; дying, lying and tied cells. Мекемелерде камералардағы жарық жоқ, кітабы ескі. Ёмкости для воды, ёж, И ещё ИК-12. Происходящее"
ASKED = [spot.word for spot in spots(TEXT)] + ["lie", "die", "камера", "емкость", "кітап", "мекеме", "вода", "12"]


@given(st.lists(st.sampled_from(ASKED), min_size=1, max_size=3))
def test_a_long_text_is_looked_through_quicker_and_nothing_is_missed(words):
    asked = understood(" ".join(words)).begun()
    for language in ("ru", "kk", "ky", "en", ""):
        met = [spot for spot in spots(TEXT) if any(word.meets(stems_told(spot.word, language)) for word in asked.words)]
        assert [spot for spot in spots_that_may(TEXT, asked) if any(word.meets(stems_told(spot.word, language)) for word in asked.words)] == met


def test_marks_of_letters_do_not_move_what_is_marked():
    [shown] = passages(Told("1", (Said("finding", "Й\u0306о\u0306 е\u0308лка, воды\u0301 нет", "ru"),), ()), understood("нет"))
    assert [piece.text for piece in shown.pieces if piece.marked] == ["нет"]


def test_words_of_the_field_are_found_in_every_language():
    assert "torture" in {term.key for term in terms(understood("пытками"))} & {term.key for term in terms(understood("torture"))}
    assert {term.key for term in terms(understood("азаптау"))} >= {"torture"}
    assert terms(understood("")) == ()
