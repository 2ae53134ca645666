"""Which passwords are easy to guess."""

import pytest

from tirek.foundation.people.passwords import easy_to_guess

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "password",
    [
        "пароль пароль", "Пароль пароль ПАРОЛЬ", "qwerty qwerty", "qwertyqwerty", "parol-parol_parol", "Мирный1 мирный2", "password1234 password1234",
        "abc123abc123", "abcabcabcabc", "123456789012", " " * 12,
    ],
)  # fmt: skip
def test_few_characters_a_number_or_one_word_again_and_again_are_easy_to_guess(password):
    assert easy_to_guess(password)


@pytest.mark.parametrize("password", ["четыре слова вразброд тут", "7$9x2!x4#81%q", "лампа окно лампа река", "correct horse staple", "папа-мама-кошка"])
def test_words_that_do_not_belong_together_are_not(password):
    assert not easy_to_guess(password, "aida@npm.example")
