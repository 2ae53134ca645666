"""A draft of a speech in four languages against a frozen sheet: found, differs, one end alone, not in the record; and nothing of it is kept."""

import pytest

from tests.insight.speeches import making
from tests.people import analyst, head, leader
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.speech_matching import Verdict
from tirek.insight.claims.reading.refusals import NoText, TextTooLong
from tirek.insight.speeches import queries
from tirek.insight.speeches.queries.checking import of_the_same
from tirek.insight.speeches.record import UNITS, VOCABULARY

pytestmark = pytest.mark.django_db
F, D, E, A = Verdict.FOUND, Verdict.DIFFERS, Verdict.ONE_END, Verdict.ABSENT
SPEECHES = {
    "en": ("5 of 10 recommendations were answered. 70 per cent of recommendations were answered. 40 per cent of the recommendations were carried out. 12 cameras were bought.", (F, F, D, E, A)),
    "ru": ("Ответы получены на 5 из 10 рекомендаций. Ответ дан на 70 % рекомендаций. Выполнено 40 % рекомендаций. Куплено 12 камер.", (F, F, D, E, A)),
    "kk": ("10 ұсынымның 5 жауап алды. Ұсынымдардың 70 пайызына жауап алынды. Ұсынымдардың 40 пайызы орындалды. 12 камера сатып алынды.", (F, F, D, E, A)),
    "ky": ("Мөөнөтү келген 10 сунуштун 5 жооп алды. Сунуштардын 70 пайызына жооп алынды. Сунуштардын 40 пайызы аткарылды. Түзөтүү мекемелери үчүн 12 камера сатып алынды.", (F, F, D, E, A)),
}


@pytest.fixture
def sheet():
    making.ten_issued()
    return making.frozen()


def checked(text, by=analyst, year=None):
    return queries.checked_speech(text, by=by, country="demo", year=year or making.year())


@pytest.mark.parametrize("language", SPEECHES)
def test_each_figure_is_marked_in_its_place(sheet, language):
    text, verdicts = SPEECHES[language]
    found = checked(text)
    assert [(each.quote, each.verdict.value) for each in found.figures] == [(each.quote, verdict.value) for each, verdict in zip(found.figures, verdicts, strict=True)]
    assert "".join(each.text for each in found.stretches) == text, "the text is shown as it was pasted"
    assert found.language == language


def test_what_differs_says_what_the_record_has(sheet):
    (figure,) = checked("70 per cent of recommendations were answered.").figures
    assert {(each.code, each.what, each.percent, each.value) for each in figure.lines} == {("answered", "part", True, 50)}
    assert figure.lines[0].sheet_id == sheet and figure.lines[0].version == 1


def test_both_ends_are_an_interval_and_one_is_not(sheet):
    both = checked("From 30 to 40 per cent of the recommendations were carried out.").figures
    assert {each.verdict for each in both} == {F}
    assert [each.verdict for each in checked("30 per cent of the recommendations were verified as carried out.").figures] == [F]


def test_another_year_and_a_record_without_a_sheet_hold_nothing():
    making.ten_issued()
    text = "5 recommendations were answered."
    before = checked(text)
    assert [each.verdict for each in before.figures] == [Verdict.UNCOMPARED] and before.sheets == 0
    making.frozen()
    assert [each.verdict for each in checked(text).figures] == [F]
    assert [each.verdict for each in checked("In 2009, 5 recommendations were answered.").figures] == [Verdict.UNCOMPARED]


def test_nothing_of_the_text_is_kept(sheet, tmp_path, django_assert_num_queries):
    before = Entry.objects.count()
    with django_assert_num_queries(2):
        checked("5 recommendations were answered.")
    assert Entry.objects.count() == before


def test_who_may_not_read_the_sheet_learns_nothing_by_pasting(sheet):
    with pytest.raises(NotAllowed):
        checked("5 recommendations were answered.", by=leader)


def test_an_empty_text_and_one_that_is_too_long_are_refused():
    with pytest.raises(NoText):
        checked(" \n", by=head)
    with pytest.raises(TextTooLong):
        checked("а" * (queries.CHARACTERS + 1))


def test_every_number_of_a_sheet_has_words_by_which_it_is_named():
    assert set(UNITS) == set(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("10 recommendations were answered.", Verdict.DIFFERS), ("10 рекомендаций получили ответ.", Verdict.DIFFERS),
        ("5 of 10 recommendations were answered.", F), ("Ответ получен на 5 из 10 рекомендаций.", F), ("Всего ответа ждали 10 рекомендаций.", F),
    ],
)  # fmt: skip
def test_the_whole_is_not_taken_for_its_part(sheet, text, verdict):
    assert {each.verdict for each in checked(text).figures} == {verdict}, text


@pytest.mark.parametrize(
    "text",
    [
        "3 recommendations were not carried out.", "4 recommendations were never carried out.", "Не выполнены 3 рекомендации.", "3 рекомендации остались без исполнения.",
        "3 ұсыным орындалмады.", "3 ұсыным орындалған жоқ.", "3 сунуш аткарылбады.", "3 сунуш аткарылган жок.",
    ],
)  # fmt: skip
def test_the_opposite_of_a_figure_is_not_found(sheet, text):
    assert not {each.verdict for each in checked(text).figures} & {F, E}, text


@pytest.mark.parametrize("text", ["Not less than 5 recommendations were answered.", "Ответ получен не менее чем на 5 рекомендаций."])
def test_a_not_that_bounds_the_number_denies_nothing(sheet, text):
    assert {each.verdict for each in checked(text).figures} == {F}, text


@pytest.mark.parametrize("text", ["Last year 5 recommendations were answered.", "В прошлом году ответ получен на 5 рекомендаций.", "Былтыр 5 ұсынымға жауап берілді."])
def test_last_year_is_the_year_before_this_one(sheet, text):
    (figure,) = checked(text).figures
    assert figure.verdict is (F if making.year() == today("demo").year - 1 else Verdict.UNCOMPARED)


def test_a_part_counts_what_its_whole_counts_whatever_verb_stands_before_it():
    claims = [{"unit": "visits", "span": (11, 13)}, {"unit": "places", "span": (17, 19)}, {"unit": "percent", "span": (30, 32)}]
    text = "We visited 11 of 12 places, all 50 %"
    assert [each["unit"] for each in of_the_same(claims, text)] == ["places", "places", "percent"]
    assert [each["unit"] for each in of_the_same(claims[:2], text.replace("of", "or"))] == ["visits", "places"]
