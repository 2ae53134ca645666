"""A sensitive diagnosis is noticed where the words beside it give it to one person, and only there: both ways, in four languages."""

import pytest

from tirek.ground.rules.text_check import check_text

pytestmark = pytest.mark.pure

ONE = [
    "болен ВИЧ",
    "Она больна ВИЧ-инфекцией.",
    "Он болеет хроническим гепатитом С.",
    "Страдает эпилепсией с детства.",
    "Жалуется: заражён ВИЧ в изоляторе.",
    "Умерла от туберкулёза в марте.",
    "Заболел открытой формой туберкулёза.",
    "У него выявлен ВИЧ, лекарств не дают.",
    "У неё сифилис.",
    "Его диагноз: «ВИЧ».",
    "Ему поставлен диагноз ВИЧ.",
    "ВИЧ-инфицированный спит на полу.",
    "ВИЧ-инфицированную женщину не лечат.",
    "ВИЧ инфицированному отказали в терапии.",
    "Он ВИЧ-положителен.",
    "Осуждённый с ВИЧ спит у окна.",
    "Пациент с диагнозом шизофрения привязан.",
    "Больного туберкулёзом держат со здоровыми.",
    "Туберкулёзом болеет давно.",
    "СПИД у него подтвердили.",
    "ВИЧ жұқтырған сотталған еденде ұйықтайды.",
    "Ол АИТВ-мен ауырады.",
    "Оның диагнозы — АИТВ.",
    "Онда ВИЧ бар.",
    "Туберкулезбен ауыратын әйел жалғыз отыр.",
    "Қамаудағы ВИЧ жұқтырған.",
    "ВИЧ жуктурган соттолгон полдо уктайт.",
    "Ал ВИЧ менен ооруйт.",
    "Анын диагнозу: ВИЧ.",
    "Кургак учук менен ооруган аял жалгыз отурат.",
    "HIV-positive detainee",
    "An HIV positive woman sleeps on the floor.",
    "the HIV-infected prisoner",
    "HIV+ man in the corner bed",
    "He has HIV and gets no medicine.",
    "She is HIV-positive.",
    "The man was diagnosed with tuberculosis.",
    "The boy suffers from epilepsy.",
    "His HIV medication was taken away.",
    "Her diagnosis: schizophrenia.",
    "The tuberculosis patient coughs all night.",
]
NOBODY = [
    "В учреждении есть программа лечения ВИЧ.",
    "Программа по ВИЧ и туберкулёзу работает; больные ВИЧ получают терапию.",
    "Никто не болен туберкулёзом. Ни одна женщина не болеет гепатитом.",
    "Каждый больной ВИЧ получает терапию; любому пациенту с эпилепсией дают лекарства.",
    "Осуждённые с ВИЧ, 12 человек с туберкулёзом и 24 женщины с гепатитом живут в отряде.",
    "Тест на ВИЧ ничего не меняет в режиме; ВИЧ-позитивный результат перепроверяют. ВИЧ-инфицированных не отделяют.",
    "Тесты на ВИЧ, гепатит и сифилис делают при поступлении; сводка по туберкулёзу ведётся.",
    "Каждая больная туберкулёзом женщина лежит в палате; люди болеют гриппом и ВИЧ.",
    "Мекемеде АИТВ емдеу бағдарламасы бар. ВИЧ жұқтырған адамдар ем алады.",
    "Ал ВИЧ бар адамдар емделеді; ал ВИЧ бойынша бағдарлама жоқ; туберкулезбен ауыратын сотталғандар бөлек тұрады.",
    "Мекемеде ВИЧти дарылоо программасы бар. ВИЧ жуктурган камактагылар дары алышат.",
    "Ал эми ВИЧ боюнча программа жок; кургак учук менен ооругандар өзүнчө жашайт.",
    "The prison has an HIV programme; prisoners with HIV are treated; people living with HIV are not set apart.",
    "Every prisoner with HIV is treated, and each HIV patient has a file. No detainee has tuberculosis.",
    "HIV patient care is provided; who has HIV screening is written down; he has tuberculosis screening yearly.",
    "HIV-positive people and HIV-positive prisoners receive therapy.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_diagnosis_of_one_person_is_found(text):
    assert "diagnosis" in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", NOBODY)
def test_programmes_and_people_in_the_plural_are_left_alone(text):
    assert check_text(text) == ()
