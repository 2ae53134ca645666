"""A name or a number is found under what hides it from a search and not from an eye: joined words, letters of the other alphabet, other signs."""

from time import process_time

import pytest

from tirek.ground.rules.text_check import check_text
from tirek.ground.rules.text_folding import look

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
NUMBERS = [
    ("", "900101,300123"),
    ("", "900101, 300123"),
    ("", "900;101;300;123"),
    ("", "900101+300123"),
    ("", "2,12051985,01234"),
    ("", "9OO101300123"),
    ("ИИН: ", "9001O1300123"),
    ("ИИН ", "9001О1300123"),
    ("ИИН № ", "9OOlОl3ОО123"),
    ("ИИН осуждённого: ", "900101З00123"),
    ("ИИН ", "85.01.01.300123"),
    ("ИИН: ", "9,0,0,1,0,1,3,0,0,1,2,3"),
    ("ИНН ", "2I2051985O1234"),
    ("Персональный номер ", "2 12O51985 01234"),
    ("ЖСН: ", "900101*300123"),
    ("Жеке нөмірі ", "90О101З00123"),
    ("ПИН ", "21205I985О1234"),
    ("Жеке номери: ", "2120519850I234"),
    ("IIN ", "9001O1-300123"),
    ("PIN: ", "2l2O51985O1234"),
    ("personal number ", "900101l00123"),
    ("Personal identification number: ", "900101|300123"),
]
BESIDE = ["850101300123 10 ноября", "ИИН 850101300123, 34 года", "14 850101300123", "ИИН 850101300123; 870101300126"]
QUIET = [
    "Статьи 10, 11, 12, 31, 32, 33 и 2011, 2012, 2013 годы; машинные 12, 14, 15, 16, 17, 18.",
    "С 12.05.2024, 14.06.2024; 10%, 20%, 30%, 40%, 50%, 60%.",
    "ИИН указывают в журнале. ИИН и ПИН собирать запрещено, 12 журналов и 14 книг изъяты.",
    "ЖСН жазылмайды; ПИН жазылбайт. No personal number is written down: 12 books, 14 lists.",
    "Сумма 120 512 тенге, 345 678 тенге; 1,205,198 сом.",
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


@pytest.mark.parametrize(("words", "number"), NUMBERS)
def test_neither_signs_nor_letters_hide_a_personal_number(words, number):
    assert number in {hit.text for hit in check_text(f"Записан: {words}{number}. Так сказали нам.") if hit.kind == "number"}


@pytest.mark.parametrize("text", BESIDE)
def test_a_figure_beside_a_personal_number_hides_nothing_and_is_not_taken_with_it(text):
    assert "850101300123" in {hit.text for hit in check_text(text)}


@pytest.mark.parametrize("text", SIGNED)
def test_two_given_names_name_a_person_where_speech_or_address_stands_behind(text):
    assert "name" in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", QUIET)
def test_forms_and_codes_are_left_alone(text):
    assert check_text(text) == ()


NASTY = ["1", "1,", "9O", "ИИН ", "ИИН: 9O", "O ", "А'", "О'Брайен ", "Иван-", "Иван-Петров-", "Иван_", "a@", "@a", "a.a@a-", "t.me/", "aо", "HIV ", "у него ", "болен ВИЧ ", "камера двадцать ", "twenty-"]


@pytest.mark.slow
@pytest.mark.parametrize("piece", NASTY)
def test_four_times_the_text_takes_about_four_times_the_work(piece):
    small, great = (work_of(piece * (length // len(piece))) for length in (4_100, 16_400))  # longer than what the process remembers
    assert great < 6 * small + 0.1


def work_of(text):
    """The least processor time of three: neither other processes nor the clock on the wall count."""
    taken = []
    for _ in range(3):
        began = process_time()
        check_text(text)
        taken.append(process_time() - began)
    return min(taken)


@pytest.mark.parametrize("typed", ["\u041cария", "Mария", "мариЯ", "М\u200bария", "Маpия"])
def test_what_looks_the_same_is_the_same_to_an_eye_and_nothing_else_is(typed):
    assert look(typed) == look("Мария") != look("Марина")
