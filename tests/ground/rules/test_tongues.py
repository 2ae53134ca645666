"""In which language a text was probably written."""

import pytest

from tirek.ground.rules.tongues import language_of

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вернуть жителям ключи от тумбочек.", "ru"),
        ("директор дома, старшая сестра, юрист", "ru"),
        ("Находился в больнице", "ru"),
        ("нет указания", "ru"),
        ("Тұрғындарға кілттерді қайтару.", "kk"),
        ("Ачкычтарды тургундарга кайтарып берүү.", "ky"),
        ("Give the keys back to the residents.", "en"),
        ("WC және душ", "kk"),
    ],
)
def test_letters_and_small_words_tell(text, language):
    assert language_of(text, ("ky", "ru")) == language


def test_where_nothing_tells_the_country_s_first_language_is_taken():
    assert language_of("директор", ("ky", "ru")) == "ky"
    assert language_of("директор", ("ru", "kk")) == "ru"
    assert language_of("12", ("kk", "ru")) == "kk"
    assert language_of("12", ()) == "ru"


def test_letters_of_both_kazakh_and_kyrgyz_are_the_country_s():
    assert language_of("Бөлме кең.", ("kk", "ru")) == "kk"
    assert language_of("Бөлмө кең.", ("ky", "ru")) == "ky"
