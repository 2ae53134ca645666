"""The text check finds what could name a detained person, and leaves ordinary prose alone: both ways, in four languages."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.diagnoses import RARE
from tirek.ground.rules.given_names import GIVEN
from tirek.ground.rules.personal_numbers import FIRST, SECOND, iin_check_holds
from tirek.ground.rules.text_check import REASONS, Confidence, check_text


def iin(first: str) -> str:
    for weights in (FIRST, SECOND):
        digit = sum(w * int(d) for w, d in zip(weights, first, strict=True)) % 11
        if digit != 10:
            return first + str(digit)
    raise AssertionError(first)


NAMING = [
    ("name", "Сокамерники называют его «Шрам»."),
    ("name", "Сокамерники называют его Малыш."),
    ("name", "Осужденный, которого все знают как Лысый, избит."),
    ("name", "Оны «Қара» деп атайды."),
    ("name", "Аны «Бөрү» деп аташат."),
    ("name", 'Known as "the Boxer" among inmates.'),
    ("name", "Cellmates call him Scarface."),
    ("name", "Ибраимов-Токтогулов содержится в карцере."),
    ("name", "Ибраимова-Асанова сказала, что голодна."),
    ("name", "Салтыков-Щедрин содержится в карцере."),
    ("name", "Ташиев был помещён в ШИЗО."),
    ("name", "ПЕТРОВ СКАЗАЛ, ЧТО ЕГО БИЛИ"),
    ("name", "Жалоба: Ашот Геворкян остался без лекарств."),
    ("name", "Tigran Sargsyan was left without medicine."),
    ("name", "Дэвид Смит не получил лекарств."),
    ("name", "Zhang Wei has no medicine."),
    ("name", "Саакашвили остался без лекарств."),
    ("name", "Абдул-Рахман ибн Халид болеет."),
    ("cell", "в комнате № 2 12 мая"),
    ("cell", "room 12 on 3 May"),
    ("cell", "үчүнчү бөлмөдө 3-май"),
    ("cell", "в ШИЗО-3 12 мая"),
    ("cell", "в камере XII 12 марта"),
    ("birth", "рождённый в 1990 году"),
    ("diagnosis", "Он ВИЧ-инфицирован."),
    ("diagnosis", "Она ВИЧ-инфицирована."),
    ("diagnosis", "У подозреваемого гепатит C."),
    ("diagnosis", "Содержащаяся с гепатитом С жалуется."),
    ("contact", "счёт KZ86125KZT5004100100"),
    ("contact", "карта 4169 5853 1234 5678"),
    ("contact", "карта 4400430212345678"),
    ("contact", "tg: ivanpetrov"),
    ("contact", "azamat собака mail точка ru"),
    ("name", "Ким рассказал о побоях."),
    ("name", "Цой сидит в карцере."),
    ("name", "Ли и Пак были в карцере."),
    ("name", "Kim was in the punishment cell."),
    ("name", "Абдрахманов избит."),
    ("name", "Серик не ел три дня."),
    ("name", "Серік аш қалды."),
    ("name", "Бакыт ачка калды."),
    ("number", "Арестантский номер 4417."),
    ("number", "Номер осужденного: 4417"),
    ("number", "заключенный №77"),
    ("number", "Inmate #77"),
    ("number", "Камактагы № 45 айтты."),
    ("number", "Case file 12/2025-44"),
    ("name", "ИВАНОВ ИВАН ИВАНОВИЧ рассказал о побоях"),
    ("name", "Задержанный ИВАНОВ И.И. сообщил"),
    ("name", "Задержанный ИВАНОВ сообщил, что его не кормили"),
    ("name", "СО СЛОВ НУРЛАНА СЕЙТҚАЛИ"),
    ("name", "Осуждённый, Ержан Қайрат, сказал"),
    ("name", "Ержан Қайрат сказал, что его били"),
    ("name", "Нурлан Сейтқали дәрігерді көрмеген"),
    ("name", "Айбек Тұрсын камерада болды"),
    ("name", "Ахметом Байтурсыном говорили"),
    ("name", "к Гульнаре Сериковне не пустили врача"),
    ("name", "мальчик Дамир, 14 лет, спит на полу"),
    ("name", "John Smith told us about the beatings."),
    ("name", "JOHN SMITH told us."),
    ("name", "The detainee, John Smithson, told us."),
    ("name", "осужденный по имени Асхат"),
    ("name", "заключённый по фамилии Ли"),
    ("name", "a boy named Timur slept on the floor"),
    ("name", "Асхат есімді сотталған шағымданды"),
    ("name", "Асан аттуу бала арызданды"),
    ("name", "Ива\u0301нов\u00a0И.\u202fИ. жалуется"),
    ("name", "Ержан\u200b Қай\u00adрат"),
    ("name", "Сергеи\u0306 Иванов"),
    ("number", "ИИН 850101/300123"),
    ("number", "ИИН 8501.0130.0123"),
    ("number", "ИИН 85010130\u200b0123"),
    ("number", "ИИН ８５０１０１３００１２３"),
    ("number", "ЖСН: 990000 000000"),
    ("cell", "в камере 14а 10 ноября 2026 года"),
    ("cell", "в камере номер 14, 10 ноября"),
    ("cell", "в палате 5 12.11.2026"),
    ("cell", "в карцере 3 10-го ноября"),
    ("cell", "камера 12 десятого ноября"),
    ("cell", "камера 12, вчера ночью"),
    ("cell", "14-камерада 2026-жылдын 10-ноябрында"),
    ("cell", "cell B12 on the 10th of November 2026"),
    ("cell", "Cell no. 7, November 10"),
    ("diagnosis", "единственный больной гемофилией"),
    ("diagnosis", "A haemophiliac is held there."),
    ("diagnosis", "hemophilia"),
    ("diagnosis", "синдром Марфана, синдром Туретта, болезнь Гоше"),
    ("diagnosis", "болен хореей"),
    ("diagnosis", "алапес ауруы"),
    ("diagnosis", "leprosy"),
    ("diagnosis", "У одного из них ВИЧ, лекарства он не получает."),
    ("diagnosis", "ВИЧ-инфицированный осуждённый содержится отдельно."),
    ("diagnosis", "One of the men has HIV."),
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
    ("name", "В камере 12 содержится Нурлан."),
    ("name", "По словам Айгуль, его били."),
    ("name", "Ержан рассказал, что его били"),
    ("name", "Жылдыз эже сууктан даттанды"),
    ("name", "Гульмира апай"),
    ("name", "Бакыт ага айтты"),
    ("name", "Камерада Бакыт отурат."),
    ("name", "Эркин айтты: тамак муздак."),
    ("name", "the prisoner known as Rustam"),
    ("name", "a man called Ulan in cell 7"),
    ("name", "a prisoner called Kesh"),
    ("name", "Вера, 34 года, болеет астмой."),
    ("name", "Надежда рассказала о холоде."),
    ("name", "Мы говорили с Верой наедине."),
    ("name", "Розу не выводят на прогулку."),
    ("name", "Summer told us that she was cold."),
    ("name", "СО СЛОВ АЙГУЛЬ ЗАПИСАНО"),
    ("name", "Бізге Кенжекен апай айтты"),
    ("name", "Иванова на прогулку не выводят"),
    ("name", "Ильина держат одного."),
    ("name", "В карцер поместили Сидорова."),
    ("name", "Камерада Ахметовті ұрды."),
    ("name", "Bekova sleeps on the floor."),
    ("name", "ФИО: Сидоров"),
    ("name", "Ф.И.О. - Ким"),
    ("name", "Аты-жөні: Қойшы"),
    ("name", "Surname: Lee"),
    ("name", "кличка «Лысый»"),
    ("name", "по кличке «Лысый»"),
    ("name", "по прозвищу «лысый»"),
    ("name", "по прозвищу Кот"),
    ("name", "лақап аты «Тас»"),
    ("name", "«Таш» деген лакап аты бар"),
    ("name", "лакап аты: Таш"),
    ("name", "nicknamed “Baldy”"),
    ("name", "alias Baldy"),
    ("number", "осуждённый № 12345"),
    ("number", "prisoner no. 12345"),
    ("number", "№ 12345 сотталған"),
    ("number", "личное дело № 4571/23"),
    ("number", "№ 4571/23 жеке іс"),
    ("number", "personal file No. 4571"),
    ("number", "паспорт N 12345678"),
    ("number", "паспорт AN1234567"),
    ("number", "ID 012345678"),
    ("number", "удостоверение личности № 012345678"),
    ("number", "телефон жены +7 701 123 45 67"),
    ("number", "звонить 8 (701) 123-45-67"),
    ("number", "0555 12 34 56 номери"),
    ("number", "матери звонили на 8 (727) 250-00-00"),
    ("name", "ＡＨＭＥＴＯＶ Ｅ．"),
    ("name", "АХМЕТОВ Е. жалуется"),
    ("name", "А х м е т о в Е.С."),
    ("name", "а.х.м.е.т.о.в"),
    ("name", "несовершеннолетний Д. (15 лет)"),
    ("name", "Задержанный Д заявил, что его били."),
    ("name", "Сотталған Д. айтты"),
    ("name", "the boy K. was crying"),
    ("name", "У Д. (15 лет) синяки."),
    ("name", "Мы видели Кенжебека и Айжамал."),
    ("name", "В камере содержится Цой."),
    ("name", "He is called Tagai."),
    ("name", "known to others as Tagai"),
    ("name", "detainee “Baldy”"),
    ("name", "осуждённый «Лысый» сказал"),
    ("name", "его прозвали Лысым"),
    ("name", "«Лысый» (кличка)"),
    ("name", "по фамилии «К.»"),
    ("name", "Шевчук сказал, что голоден."),
    ("name", "Абдрахманұлы айтты"),
    ("name", "Осуждённый Иванoв жалуется"),
    ("name", "Нypлан сказал"),
    ("number", "л/д № 45"),
    ("number", "Номер личного дела: 4571/23"),
]

ORDINARY = [
    "В комнате для свиданий 12 мая не было света; комнаты временного содержания закрыты с 12.05.2024.",
    "В комнате 6 человек на 12 мая. Бөлмөдө жарык жок, 12-май. The room of 12 m2 was visited on 3 May.",
    "Санкт-Петербург находится далеко; Ростов-на-Дону остался без воды. Карантин был переведён. ШИЗО на 3 места закрыто 12 мая.",
    "ВИЧ-инфицированы 14 человек. Рождённые в 1990 году составляют треть. Россиян и египтян мало. Московская-Казанская дорога.",
    "Заявки 1234 5678; сумма 4400 4302 тенге. Telegram: the channel of the Ombudsman.",
    "Камеру называют «карантин», её окна закрыты.",
    "Лагерь для осужденных № 12 закрыт.",
    "Карантин переведён в другое здание.",
    "Колония, известная как женская, принимает и подростков.",
    "Сообщили ли об этом семье? Мало ли что было в карцере.",
    "The instrument is known as “the Istanbul Protocol”.",
    "Inmates call home once a week; staff call her lawyer at once.",
    "The prison holds 77 inmates, № 45 of the list.",
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
    "Кыргызская Республика и Российская Федерация подписали соглашение.",
    "Хорезмская область, Московский районный суд, Нарынская область.",
    "Кабинет Министров и Совет Безопасности получили доклад.",
    "УСЛОВИЯ СОДЕРЖАНИЯ ОСУЖДЁННЫХ И ПРАВА СОТРУДНИКОВ ПОЛИЦИИ",
    "МЕДИЦИНСКАЯ ПОМОЩЬ В СИЗО И ИК",
    "МАҚСАТЫ МЕН МІНДЕТТЕРІ",
    "МАКСАТЫ ЖАНА МИЛДЕТТЕРИ",
    "THE RIGHTS OF DETAINEES AND THE USE OF FORCE",
    "Конституционный Суд Республики Казахстан, Генеральная прокуратура, Комитет уголовно-исполнительной системы МВД.",
    "Осуждённые Карагандинской области переведены в другое учреждение.",
    "Жалобы осуждённых, Правила внутреннего распорядка и Уголовно-исполнительный кодекс лежат в библиотеке.",
    "В корпусе Б. Камеры сырые.",
    "ВИЧ-инфицированные получают терапию, туберкулёз лечат в отдельном корпусе.",
    "Лекарств от эпилепсии нет третий месяц.",
    "В камере 4 человека на 12.05.2024, а мест два.",
    "Площадь камеры 12.10 кв. м, окно 0.5 на 0.7 м.",
    "С 12.05.2024 по 14.06.2024 и с 01.07.2024 до 02.08.2024 воды не было.",
    "За 2011 - 2012 - 2013 годы журнал не сохранился.",
    "Правила 22.1, 24.2 и 35.1; статьи 146, 362 и 414.",
    "Учреждение ЛА-155/14, телефон 8 (727) 250-00-00.",
    "Қазақстан Республикасының Азаматтық кодексі, Қылмыстық-атқару кодексі, 113-бап.",
    "Әділет министрлігі мен Ішкі істер министрлігі жауап бермеді.",
    "Адам құқықтары жөніндегі уәкіл мекемеге 12 мамырда келді.",
    "Алматы қаласы, Абай облысы, Жамбыл облысы, Түркістан облысы.",
    "Камераларда жарық жеткіліксіз, төсек-орын ескі.",
    "Қамаудағылар серуенге күніне бір сағат шығады.",
    "Адилет министрлиги, Акыйкатчы жана Улуттук борбор жооп беришкен жок.",
    "Кыргыз Республикасынын Жарандык кодекси жана Жаза-аткаруу кодекси.",
    "Бишкек шаары, Ош облусу, Ысык-Көл облусу, Чолпон-Ата.",
    "Камактагыларга дары берилбейт, дарыгер жумасына бир келет.",
    "Жеңиш күнү жана Нооруз майрамы күндөрү жолугушуу болгон эмес.",
    "The Nelson Mandela Rules, the Bangkok Rules and the Istanbul Protocol were not known to the staff.",
    "The Ministry of Internal Affairs, the Ministry of Justice and the Prosecutor General replied in June 2024.",
    "Material Conditions and Health Care: the ward has no window.",
    "The Subcommittee on Prevention of Torture visited Kyrgyzstan in May 2024.",
    "Prisoners are locked in for 23 hours; meals are served at 7.30, 12.30 and 18.00.",
    "HIV treatment and tuberculosis screening are available to all.",
    "Cell 12 measures 8 m2 and holds six people.",
    "Multiple complaints about the multiple bunks were written down.",
    "The register shows 14 entries, none signed by the doctor.",
    "Хореография и пение: кружок работает по средам.",
    "Рано утром поверка, вечером ужин в 18.30.",
    "Надежды на ремонт нет, роман-газета в библиотеке старая.",
    "Дежурная часть ОВД, изолятор временного содержания, спецприёмник.",
    "Вера в справедливость подорвана. Роза ветров учтена. Мир и порядок.",
    "Роман лежит в библиотеке. Света нет вторые сутки. Дана оценка питанию.",
    "Надежда на ремонт есть; жене осуждённого отказали. Жене осуждённого отказали.",
    "Мақсат: жағдайды тексеру. Бақыт пен теңдік. Еркін серуен жоқ. Азаматтың құқығы бұзылған.",
    "Бейбіт жиналыс өтті. Төлеген ақысы қайтарылмаған. Тұрар жер жоқ.",
    "Бакыт жана тынчтык. Эркин сейилдөө жок. Тынчтык орногон. Калыс баа берилген. Урмат менен.",
    "«Эркин Тоо» гезити, Улуттук улан, Токтогул району, Бакыт айылы.",
    "Улица Токтогула, 5; село Нурлан; учреждение имени Абая; ул. Сулейманова.",
    "Summer walks are shorter. Mark each item. Grace periods and May visits.",
    "Сотрудников на этаже не видят. Случаев пыток не выявили. Осмотров не проводят.",
    "Слова осуждённых записаны. Столовой не пользуются. Голова не болит. Снова не выводят.",
    "Переведены из Ростова и Киева; Женева, 6 апреля.",
    "Женщина сказала, мужчина просил врача. Один рассказал о холоде.",
    "The Ministry in Geneva and Moldova replied. The regional office is called Colony.",
    "Кличками никого не называют. Прозвища запрещены правилами.",
    "Наряд № 12345, приказ № 57, отряд № 5 осуждённых; камера № 12.",
    "Заключённые № 1 блока", "Осуждённые\nВ камерах сыро.", "Осуждённые и А, и Б категории",
    "Горячая линия +996 312 12 34 56, телефон доверия 8 701 000 00 00.",
    "тел. +7 (7172) 55-61-37, +996 312 62 23 16", "Байланыш үчүн: 0 (500) 30-11-45, баяндаманын толук тексти",
    "Еңбек кодексі, жаңа Еңбек министрлігі. Кітапхана ашық.", "Мест\tСодержится\tНаполняемость", "В Азербайжане и Андижане; Әзірбайжан мен Өзбекстан.", "Rules known as Mandela Rules", "Держат двери закрытыми. Содержится Комитетом.",
    "П Р О Т О К О Л", "А Б В Г Д", "ИК-5, СИЗО-1, ЛА-155/14; сумма 12345678 тенге.",
    "The prisoner I met was calm. The man, a cook, works.",
    "По словам администрации, по словам Министра внутренних дел и Комитета.",
    "Наименование: Изолятор. Имя файла не указано. Название: Колония.",
]
SEPARATORS = [" ", "  ", "-", " - ", "\u2013", "\u2014", "\u2011", "\u2212", ".", "/", "\u00a0", "\u202f", "\u2009", "\u3000", "\t", "\n", "\u200b", "\ufeff", "\u2060", "\u00ad", "_"]
GAPS = [" ", "  ", "\u00a0", "\u202f", "\u2003", "\t", "\n", "\r\n", " \u200b", "\u200d "]
SPACED = ["Ержан{}Қайрат", "ИВАНОВ{}И.{}И.", "Иванов{}И.", "осуждённый{}Иванов", "detainee{}Bekov", "Асан{}уулу{}Нурлан", "John{}Smith", "по имени{}Асхат", "Асхат{}есімді"]


@pytest.mark.parametrize(("kind", "text"), NAMING)
def test_what_could_name_a_person_is_found(kind, text):
    assert kind in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_is_left_alone(text):
    assert check_text(text) == ()


@pytest.mark.parametrize("text", ["осужденному Ахметову С. вернуть передачи", "С. Ахметов  сказал", "Ким А.  жаловался; по словам Айгуль , его били"])
def test_a_hit_takes_no_space_with_it_so_that_what_is_put_instead_glues_no_words(text):
    found = check_text(text)
    assert found and all(hit.text == hit.text.strip() for hit in found)


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


@given(st.sampled_from(SEPARATORS), st.integers(1, 11), st.sampled_from(["", "ИИН ", "№"]), st.booleans())
def test_no_separator_hides_a_number(separator, at, before, wide):
    number = iin("87010130012")
    if wide:
        number = number.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    written = number[:at] + separator + number[at:]
    text = f"{before}{written}, сказал он"
    assert [hit.text for hit in check_text(text)] == [written]


@given(st.sampled_from(SPACED), st.sampled_from(GAPS), st.sampled_from(["", "вот ", "\u200b«"]))
def test_no_gap_hides_a_name_and_the_hit_cuts_the_text_as_it_is(pattern, gap, before):
    written = pattern.replace("{}", gap)
    text = f"{before}{written}, — так сказали нам"
    hits = [hit for hit in check_text(text) if hit.kind == "name"]
    assert hits and all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert min(hit.start for hit in hits) == text.index(written) and max(hit.end for hit in hits) == len(before) + len(written)


def invisibly(word, mark):
    return mark.join(word)


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u0301"])
@pytest.mark.parametrize(("kind", "text"), NAMING)
def test_invisible_characters_and_accents_hide_nothing(kind, text, mark):
    hidden = invisibly(text, mark)
    found = [hit for hit in check_text(hidden) if hit.kind == kind]
    assert found and all(hidden[hit.start : hit.end] == hit.text for hit in found)


def test_a_rare_diagnosis_is_found_in_its_cases():
    assert [hit.text for hit in check_text("болен порфирией", ["порфири*"])] == ["порфирией"]


@given(st.text(alphabet="АБИванов .-0123456789камерDetainee№\n\u00a0\u200b\u0306\u2014ﬁ½\uff11Қ", max_size=200))
def test_a_hit_is_a_piece_of_the_text_with_a_known_reason(text):
    hits = check_text(text)
    assert all(hit.text == text[hit.start : hit.end] and hit.text and hit.why in REASONS for hit in hits)
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, hit.end))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "1 ", "Ж", "Иванов ", "а", "камера 1 ", "А. ", "\n "])
def test_a_huge_monotonous_text_does_not_hang(piece):
    check_text(piece * (100_000 // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("sentence", ["Сериков Асан сказал, что вода холодная. ", "Камера 12, 10 ноября; ИИН 870101 300126. ", "УСЛОВИЯ СОДЕРЖАНИЯ. "])
def test_a_book_is_searched_in_seconds(sentence):
    began = perf_counter()
    check_text(sentence * (100_000 // len(sentence)))
    assert perf_counter() - began < 15


def test_every_rare_diagnosis_is_found_as_it_stands_in_the_list():
    for word in RARE:
        assert check_text(f"у него {word.replace('*', '')} давно"), word


def test_each_given_name_is_found_beside_a_surname_without_an_ending():
    for name in sorted(GIVEN):
        capital = name.title()
        surname = "Қайрат" if ord(capital[0]) > 255 else "Smith"
        assert check_text(f"{capital} {surname} не ел"), name


def test_what_is_remembered_of_a_text_is_what_is_found_in_it_anew():
    text = "Иванов Пётр, ИИН 850412300123, ВИЧ"
    first = check_text(text)
    assert first and check_text("".join(list(text))) == first
    assert check_text(text, rare_diagnoses=["ИИН"]) != first
    long = text + "." * 4000
    assert check_text(long) == check_text("".join(list(long))) and [hit.text for hit in check_text(long)][:1] == [hit.text for hit in first][:1]
