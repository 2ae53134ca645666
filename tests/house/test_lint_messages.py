"""The lint of translations finds each kind of fault, and lets a complete catalogue pass."""

import pytest
from babel.messages.catalog import Catalog

from tools.lint_messages import LANGUAGES, all_faults, catalogue, listed

pytestmark = pytest.mark.pure
GOOD = {
    "ru": {"Save": "Сохранить", "%(name)s is closed": "%(name)s закрыто", ("One day", "%(days)s days"): ("%(days)s день", "%(days)s дня", "%(days)s дней")},
    "kk": {"Save": "Сақтау", "%(name)s is closed": "%(name)s жабық", ("One day", "%(days)s days"): ("%(days)s күн", "%(days)s күн")},
    "ky": {"Save": "Сактоо", "%(name)s is closed": "%(name)s жабык", ("One day", "%(days)s days"): ("%(days)s күндүк", "%(days)s күндүк")},
}


def catalogues(**changes):
    held = {}
    for language, texts in GOOD.items():
        held[language] = Catalog(locale=language, fuzzy=False)
        for source, text in {**texts, **changes.get(language, {})}.items():
            held[language].add(source, text)
    return held


def found(same=(), **changes):
    return [str(fault) for fault in all_faults(catalogues(**changes), frozenset(same))]


def test_complete_catalogues_pass():
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kk": {"Save": ""}}, "kk: has no translation: 'Save'"),
        ({"ru": {("One day", "%(days)s days"): ("%(days)s день", "%(days)s дня", "")}}, "ru: has 2 of 3 plural forms: 'One day'"),
        ({"ky": {"%(name)s is closed": "%(nam)s жабык"}}, "ky: has other placeholders (%(nam)s instead of %(name)s): '%(name)s is closed'"),
        ({"ky": {"%(name)s is closed": "жабык"}}, "ky: has other placeholders (none instead of %(name)s): '%(name)s is closed'"),
        ({"kk": {"Save": "Save"}}, "kk: equals the source: 'Save'"),
        ({"ky": {"Save": "Сактап коюу керек.Сактап коюу керек."}}, "ky: says itself more than once: 'Save'"),
        ({"ky": {"Save": "Сақтау"}}, "kk and ky: say the same (Сақтау): 'Save'"),
        ({"ru": {"Save": "<b>Сохранить</b>"}}, "ru: has other tags (</b>, <b> instead of none): 'Save'"),
        ({"ru": {"Save": "Сохранить\n"}}, "ru: begins or ends its lines otherwise: 'Save'"),
    ],
)
def test_each_fault_is_named_with_its_language_and_sentence(changes, words):
    assert words in found(**changes)


def test_listed_words_may_be_the_same_and_a_list_that_nobody_needs_is_a_fault():
    assert found(same=["Save"], ky={"Save": "Сақтау"}) == []
    assert found(same=["Gone"]) == ["tools/same_words.txt: is listed but is no sentence of the house: 'Gone'"]


def test_what_has_no_words_may_be_the_same_everywhere():
    assert found(**{language: {"%(first)s–%(last)s": "%(first)s–%(last)s"} for language in GOOD}) == []


def test_an_uncertain_translation_is_named():
    held = catalogues()
    held["ru"].get("Save").flags.add("fuzzy")
    assert [str(fault) for fault in all_faults(held, frozenset())] == ["ru: is marked as uncertain (fuzzy): 'Save'"]


def test_the_catalogues_of_the_house_can_be_read():
    assert all(len(catalogue(language)) > 100 for language in LANGUAGES) and listed()
