"""The text check finds what could name a detained person, and leaves ordinary prose alone: both ways, in four languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.personal_numbers import FIRST, SECOND, iin_check_holds
from tirek.ground.rules.text_check import REASONS, Confidence, check_text


def iin(first: str) -> str:
    for weights in (FIRST, SECOND):
        digit = sum(w * int(d) for w, d in zip(weights, first, strict=True)) % 11
        if digit != 10:
            return first + str(digit)
    raise AssertionError(first)


NAMING = [
    ("name", "Осуждённый Иванов содержится отдельно."),
    ("name", "Со слов Иванова С. П., его не кормили."),
    ("name", "Беседа с А.Б. Сериковым прошла наедине."),
    ("name", "Ахметов Данияр Серикович жалуется на боль."),
    ("name", "Жалоба Петровой Анны Ивановны."),
    ("name", "задержанного Касымова били"),
    ("name", "Сотталған Нұрлан емделмеген."),
    ("name", "Әлия Серікқызы дәрігерге қаралмады."),
    ("name", "Ерлан Бақытұлы шағымданды."),
    ("name", "Соттолгон Асан даарыгерди көргөн жок."),
    ("name", "Бакыт уулу Нурлан кайрылды."),
    ("name", "Жылдыз Асан кызы арызданды."),
    ("name", "Detainee Bekov was kept alone."),
    ("name", "detainee X said that he was beaten"),
    ("name", "Sergey Ivanov was examined."),
    ("name", "Mr. Smith refused food."),
    ("name", "The prisoner's file names Aidar Serikovich."),
    ("number", f"ИИН {iin('87010130012')} указан в деле."),
    ("number", "ПИН 21205198501234 көрсөтүлгөн."),
    ("number", "2 12051985 01234"),
    ("cell", "В камере № 14 12.05.2024 не было света."),
    ("cell", "12 мамырда 14-камерада су болмаған."),
    ("cell", "On 12 May 2024 cell 14 had no light."),
    ("birth", "мужчина 1987 г.р. содержится один"),
    ("birth", "1987 жылы туған ер адам"),
    ("birth", "1987-жылы туулган эркек"),
    ("birth", "a man born on 12 May 1987"),
]

ORDINARY = [
    "Статья 12 Закона Республики Казахстан от 12 марта 2014 года.",
    "Правила Нельсона Манделы, правило 24, и Стамбульский протокол.",
    "В Карагандинской области посещено 14 учреждений в 2023 - 2024 годах.",
    "Осуждённые не получают горячей воды. Камеры не проветриваются.",
    "Министерство внутренних дел Кыргызской Республики ответило 12.05.2024.",
    "Сотталғандарға ыстық су берілмейді. Қазақстан Республикасының Заңы, 12-бап.",
    "Камактагылар ысык сууга жетпейт. Кыргыз Республикасынын Конституциясы.",
    "The Nelson Mandela Rules and the Istanbul Protocol apply in Karaganda Region.",
    "Detainees have no hot water; the Penal Code, article 146, was amended on 17 March 2023.",
    "Телефон +7 701 123 45 67, приём 09.00–18.00.",
    "За 2022 2023 2024 годы посещено 2022-2023-2024.",
    "Cell walls are damp. Prisoner Rights are posted.",
    "Камеры 14 и 15 пустуют.",
]


@pytest.mark.parametrize(("kind", "text"), NAMING)
def test_what_could_name_a_person_is_found(kind, text):
    assert kind in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_is_left_alone(text):
    assert check_text(text) == ()


def test_a_right_check_digit_raises_the_confidence():
    right = iin("87010130012")
    wrong = right[:11] + str((int(right[11]) + 1) % 10)
    assert iin_check_holds(right) and not iin_check_holds(wrong)
    assert [hit.confidence for hit in check_text(right)] == [Confidence.HIGH]
    assert [hit.confidence for hit in check_text(wrong)] == [Confidence.MEDIUM]


def test_spaces_and_hyphens_do_not_hide_a_number():
    right = iin("87010130012")
    for text in (f"{right[:6]} {right[6:]}", f"{right[:6]}-{right[6:]}", f"{right[:3]} {right[3:6]} {right[6:9]} {right[9:]}"):
        assert [hit.text for hit in check_text(text)] == [text]


def test_a_rare_diagnosis_is_found_in_its_cases():
    assert [hit.text for hit in check_text("болен порфирией", ["порфири"])] == ["порфирией"]


@given(st.text(alphabet="АБИванов .-0123456789камерDetainee№\n", max_size=200))
def test_a_hit_is_a_piece_of_the_text_with_a_known_reason(text):
    hits = check_text(text)
    assert all(hit.text == text[hit.start : hit.end] and hit.text and hit.why in REASONS for hit in hits)
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, hit.end))


@pytest.mark.parametrize("piece", ["1", "1 ", "Ж", "Иванов ", "а", "камера 1 ", "А. ", "\n "])
def test_a_huge_monotonous_text_does_not_hang(piece):
    check_text(piece * (300_000 // len(piece)))
