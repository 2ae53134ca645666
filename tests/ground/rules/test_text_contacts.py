"""An address, an account, a link or a telephone number leads to its holder: found in four languages, and nothing beside them."""

import pytest

from tirek.ground.rules.text_check import check_text

pytestmark = pytest.mark.pure

LEADING = [
    ("contact-email", "ivan.petrov@mail.ru", "ivan.petrov@mail.ru"),
    ("contact-email", "Пишите сестре: ivan_petrov@mail.ru, она ответит.", "ivan_petrov@mail.ru"),
    ("contact-email", "Хат жазыңыз: aidar+1@post.example.", "aidar+1@post.example"),
    ("contact-email", "Кат: асан@пошта.рф жазылган", "асан@пошта.рф"),
    ("contact-email", "Her address is A.Petrova@sub.mail.example!", "A.Petrova@sub.mail.example"),
    ("contact-email", "ivan.petrov @ mail.ru", "ivan.petrov @ mail.ru"),
    ("contact-email", "ivan.petrov (at) mail.ru", "ivan.petrov (at) mail.ru"),
    ("contact-email", "ivan.petrov [собака] mail.ru", "ivan.petrov [собака] mail.ru"),
    ("contact-email", "ivan.petrov(at)mail(dot)ru", "ivan.petrov(at)mail(dot)ru"),
    ("contact-email", "ivan\u200b.petrov＠mail.ru", "ivan\u200b.petrov＠mail.ru"),
    ("contact-account", "@ivan_petrov", "@ivan_petrov"),
    ("contact-account", "Его ник @ivan_petrov, он пишет жене.", "@ivan_petrov"),
    ("contact-account", "Аккаунты: @aidar88.", "@aidar88"),
    ("contact-account", "t.me/ivanpetrov", "t.me/ivanpetrov"),
    ("contact-account", "Ссылка https://t.me/ivan_petrov. Больше нет.", "https://t.me/ivan_petrov"),
    ("contact-account", "wa.me/77011234567 арқылы жазған", "wa.me/77011234567"),
    ("contact-account", "vk.com/id12345 баракчасы", "vk.com/id12345"),
    ("contact-account", "See www.instagram.com/ivan.petrov/ for his pictures", "www.instagram.com/ivan.petrov/"),
    ("contact-account", "в телеграме ivan_petrov", "телеграме ivan_petrov"),
    ("contact-account", "Instagram: aidar.sadykov", "Instagram: aidar.sadykov"),
    ("number-telephone", "тел. +7 701 123 45 67", "+7 701 123 45 67"),
    ("number-telephone", "+7.701.123.45.67", "+7.701.123.45.67"),
    ("number-telephone", "87011234567", "87011234567"),
    ("number-telephone", "8.701.123.45.67", "8.701.123.45.67"),
    ("number-telephone", "8 912 345 67 89", "8 912 345 67 89"),
    ("number-telephone", "8_701_123_45_67", "8_701_123_45_67"),
    ("number-telephone", "Телефоны: 8 (707) 123-45-67", "8 (707) 123-45-67"),
    ("number-telephone", "Аялынын номери 0555 12 34 56", "0555 12 34 56"),
    ("number-telephone", "Call +996 555 123 456 at night", "+996 555 123 456"),
]
QUIET = [
    "Telegram channel of the institution; в Телеграме и Инстаграме учреждения новостей нет.",
    "Учреждение ведёт страницу в Facebook. Видеосвязь по WhatsApp и Skype разрешена с 2023 года.",
    "WhatsApp арқылы бейнебайланыс бар; Telegram каналы жоқ.",
    "WhatsApp аркылуу видео байланыш бар; Telegram каналы жок.",
    "Служебная собака кинолога. Собака на вахте, собака у ворот.",
    "Meals cost 3 @ 2.50 each; see standards.example/rules and the page of the ministry.",
    "Версия t.me не указана. Правило 8.70, пункт 8.12.",
    "Прибыло 8 701 посылка; 8.912 тонн.",
]


@pytest.mark.parametrize(("why", "text", "stretch"), LEADING)
def test_what_leads_to_its_holder_is_found_as_it_was_written(why, text, stretch):
    assert (why, stretch) in {(hit.why, hit.text) for hit in check_text(text)}


@pytest.mark.parametrize("text", QUIET)
def test_talk_of_networks_and_telephones_is_left_alone(text):
    assert check_text(text) == ()
