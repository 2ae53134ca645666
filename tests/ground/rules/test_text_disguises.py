"""A name or a number is found under what hides it from a search and not from an eye: joined words, letters of the other alphabet, other signs."""

import pytest

from tirek.ground.rules.text_check import check_text

pytestmark = pytest.mark.pure

JOINED = [
    "Иван_Петров",
    "Петров_Иван_Сергеевич",
    "Иванов_И.И.",
    "Нұрлан_Сейтқали",
    "Айбек_Осмонов",
    "John_Smith",
    "Бакыт_уулу_Нурлан",
    "Иван-Петров",
    "Петров-Иван",
    "ИВАН-ПЕТРОВ",
    "Иван‑Петрович‑Сидоров",
    "Айгуль-Сапарова",
    "Асан-Бакытұлы",
    "Nurlan-Bekov",
    "О'Брайен Патрик",
    "Патрик О’Брайен",
    "О`БРАЙЕН ПАТРИК",
    "O’Brien Colm",
    "Петров-Водкин Кузьма",
    "Кузьма Петров-Водкин",
]
SIGNED = ["Анна-Мария рассказала о побоях.", "Айгүл-Асел айтты: тамак муздак.", "Асан-Үсен апай айтты.", "John-Smith said that he was cold."]
MIXED = [
    "Ivanоv Ivаn",
    "Реtrov Ivаn",
    "Aidаr Sеrikovich",
    "Smіth John",
]
QUIET = [
    "Подпись ______ дата ______ ",
    "Осуждённый ____________ (фамилия не нужна)",
    "Файл form_a_2.pdf, поле place_of_visit.",
    "В библиотеке есть книги: Салтыков-Щедрин, Мамин-Сибиряк.",
    "Анна-Мария, Жан-Поль; Нур-Султан, Чолпон-Ата, Алма-Ата, Роза-Хутор.",
    "Чолпон-Ата шаары, Ысык-Көл облусу; Нұр-Сұлтан қаласы.",
    "Владимир-Волынский, Кот-д’Ивуар, Côte d'Ivoire; it isn’t the Registrar's.",
    "Код СIZО и отряд B2, Wi-Fі в холле.",
]


@pytest.mark.parametrize("name", [*JOINED, *MIXED])
@pytest.mark.parametrize("around", ["{}", "Сказал {}, что голоден.", "«{}» деп жазылған", "It was {} who told us."])
def test_a_hidden_name_is_found_whole(name, around):
    text = around.format(name)
    hits = [hit for hit in check_text(text) if hit.kind == "name"]
    assert hits and min(hit.start for hit in hits) <= text.index(name) and max(hit.end for hit in hits) >= text.index(name) + len(name)


@pytest.mark.parametrize("text", SIGNED)
def test_two_given_names_name_a_person_where_speech_or_address_stands_behind(text):
    assert "name" in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", QUIET)
def test_forms_and_codes_are_left_alone(text):
    assert check_text(text) == ()
