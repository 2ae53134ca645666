"""What the matcher of repeated recommendations reaches, on pairs that were written before it; and what makes a duty another one."""

import pytest

from benchmarks.repeats import judged, measured
from tests.ground.rules.pairs import halves, pairs
from tirek.foundation.search.repeating import terms_of_the_field
from tirek.foundation.search.words import spots, stem
from tirek.ground.rules.repeats.comparing import compare
from tirek.ground.rules.repeats.keys import MOST, keys_of
from tirek.ground.rules.repeats.reading import read

TUNING, _UNSEEN = halves()
TERMS = terms_of_the_field()


def said(text, language="ru"):
    return read(text, language, stem, TERMS)


def words_in_common(pair):
    """A keyword match: the share of stems that both have."""
    here, there = ({stem(spot.word, language) for spot in spots(text)} for text, language in ((pair.text, pair.language), (pair.other, pair.other_language)))
    return len(here & there) / len(here | there)


def test_half_of_the_pairs_are_repeats_and_none_is_in_both_halves():
    tuning, unseen = halves()
    assert len(pairs()) == 150 and sum(each.same for each in pairs()) == 75
    assert not set(tuning) & set(unseen) and len(set(tuning) | set(unseen)) == 150


def test_of_what_is_shown_nearly_all_repeats_and_of_what_repeats_nearly_all_is_shown():
    told = measured(TUNING, TERMS)
    assert told.precision >= 0.97 and told.recall >= 0.95, told


def test_it_is_no_match_of_keywords():
    """Repeats without common words are shown, and other duties in the same words are not: no threshold on common words reaches that."""
    other_words = [each for each in TUNING if each.same and words_in_common(each) <= 0.2]
    same_words = [each for each in TUNING if not each.same and words_in_common(each) >= 0.5]
    assert len(other_words) > 20 and len(same_words) > 12
    assert sum(judged(each, TERMS).says_the_same for each in other_words) >= 0.9 * len(other_words)
    assert sum(judged(each, TERMS).says_the_same for each in same_words) <= 0.1 * len(same_words)
    shown = [words_in_common(each) for each in TUNING if judged(each, TERMS).says_the_same]
    hidden = [words_in_common(each) for each in TUNING if not judged(each, TERMS).says_the_same]
    assert min(shown) < min(hidden) and max(hidden) > sorted(shown)[len(shown) // 2]


@pytest.mark.parametrize(
    ("here", "there", "slot"),
    [
        ("Обеспечить освещение в карцерах.", "Обеспечить освещение в коридорах.", "room"),
        ("Хранить видеозаписи 90 суток.", "Хранить видеозаписи 30 суток.", "number"),
        ("Врачу осматривать каждого при поступлении.", "Врачу осматривать каждого после применения силы.", "when"),
        ("Разрешить звонки.", "Не разрешать звонки.", "denied"),
        ("Извещать родственников о задержании.", "Извещать прокурора о задержании.", "role"),
    ],
)
def test_what_differs_is_said_in_the_words_of_the_texts_and_lowers_the_score(here, there, slot):
    told = compare(said(here), said(there))
    (found,) = [each for each in told.differs if each.slot == slot]
    assert found.here or found.there
    assert not told.says_the_same and compare(said(here), said(here)).score == 1.0
    assert told.alike and all(each.here in here and each.there in there for each in told.alike)


def test_days_and_hours_are_one_measure_and_a_bound_denies_nothing():
    told = compare(said("Осмотр врача не позднее суток."), said("Осмотр врача в течение 24 часов."))
    assert told.score > 0.9 and not told.differs
    assert not said("Прогулка не менее часа.").denies and said("Не ограничивать прогулку.").denies


def test_a_term_of_the_pack_is_one_in_all_languages():
    russian, kazakh = said("Ввести электронный терминал."), said("Электрондық терминал енгізілсін.", "kk")
    assert [each.slot for each in compare(russian, kazakh).alike] == ["what"]
    assert not compare(read("Ввести электронный терминал.", "ru", stem), read("Электрондық терминал енгізілсін.", "kk", stem)).alike


def test_it_compares_the_same_both_ways_and_is_never_above_one():
    for each in TUNING:
        here, there = said(each.text, each.language), said(each.other, each.other_language)
        assert compare(here, there).score == compare(there, here).score <= 1.0


def test_what_repeats_shares_a_key_by_which_it_is_found():
    repeats = [(keys_of([said(each.text, each.language)]), keys_of([said(each.other, each.other_language)])) for each in TUNING if each.same]
    assert all(len(each) <= MOST for both in repeats for each in both)
    assert sum(bool(set(here) & set(there)) for here, there in repeats) >= 0.9 * len(repeats)


def test_an_empty_or_strange_text_tells_nothing_and_is_like_nothing():
    for text in ("", "…", "1 2 3", "©" * 9000, "не", "раз раз", "слово " * 1500):
        assert 0 <= compare(said(text), said("Обеспечить освещение в камерах.")).score < 0.2, text[:20]
