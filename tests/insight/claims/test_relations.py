"""What the words and the layout of a text relate: a rule of the grammar each, on a sentence or a small table of its own."""

import pytest

from tirek.insight.claims.extracting import extract

pytestmark = pytest.mark.pure


def told(text, kind):
    """The verdicts and calculations of a kind, thin spaces as they are."""
    return [(one.outcome.verdict.value, one.outcome.calculation) for one in extract(text).checks if one.relation.kind == kind]


def verdicts(text, kind):
    return [verdict for verdict, _ in told(text, kind)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Посетили 13 домов и 15 больниц, всего 28 мест.", [("holds", "13 + 15 = 28")]),
        ("Посетили 13 домов и 15 больниц, всего 36 мест.", [("does_not_follow", "13 + 15 = 28 ≠ 36")]),
        ("They visited 13 homes, 15 hospitals and 9 prisons, 36 places in all.", [("does_not_follow", "13 + 15 + 9 = 37 ≠ 36")]),
        ("В колонии 120 женщин и 30 подростков, всего 560 заключённых.", []),
    ],
)
def test_a_total_right_behind_its_list_is_checked_where_it_is_near(text, said):
    assert told(text, "sum") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Проведено 60 посещений: в колонии – 24; в изоляторы – 18, из них повторных 5; в интернаты – 11; в отделы – 7.", ["holds"]),
        ("Поступило 372 жалобы: на побои – 223, на угрозы – 180, на питание – 45.", []),
        ("Проведено 40 семинаров: 12 для полиции, 9 для врачей.", []),
        ("Опрошены 1 482 человека: мужчин 1 127, женщин 268, подростков 97.", ["does_not_follow"]),
        ("О 96 из 107 случаев прокурор узнал в тот же день, об 11 – на следующий.", ["holds"]),
    ],
)
def test_a_list_behind_its_whole_is_all_of_it_only_where_it_nearly_makes_it(text, said):
    assert verdicts(text, "sum") == said


@pytest.mark.parametrize(
    "text",
    [
        "При лимите 600 и 450 мест содержалось соответственно 648 и 477 человек, то есть 108 и 106 процентов.",
        "Дано 530 рекомендаций: 212 выполнены, 159 выполнены частично, 106 отклонены, по 53 нет ответа. Это соответственно 40, 30, 20 и 10 процентов.",
    ],
)
def test_lists_in_one_order_are_read_place_by_place(text):
    said = verdicts(text, "percent")
    assert len(said) in {2, 4} and set(said) <= {"holds", "holds_with_rounding"}


def test_one_wrong_percentage_of_a_list_is_found():
    text = "При лимите 600, 450 и 300 мест содержалось соответственно 648, 477 и 330 человек, то есть 108, 106 и 112 процентов."
    assert sorted(verdicts(text, "percent")) == ["does_not_follow", "holds", "holds"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("В изоляторах 2 016 человек; мест в них 2 240. Заполненность – 90 %.", ["holds"]),
        ("Наполняемость 92 %: 18 400 мест и 16 560 человек.", ["does_not_follow"]),
        ("The capacity was 14,500, while they held 13,775 inmates, an occupancy rate of 95 per cent.", ["holds"]),
        ("Мекемелерде 5 400 орын бар, ал адамдар саны – 5 130, толу деңгейі – 95%.", ["holds"]),
        ("В колонии 400 мест и 300 человек, 75 % из них работают.", []),
    ],
)
def test_persons_are_a_share_of_places_only_where_a_word_says_how_full_it_is(text, said):
    assert verdicts(text, "percent") == said


@pytest.mark.parametrize(
    "text",
    [
        "Телесные повреждения выявлены у 7 человек. Прокурору сообщено об этих 7 случаях.",
        "The ministry runs 12 prisons. Of these 12 we saw 8.",
        "В 2014 году умерли 72 человека и те же 72 в 2024-м.",
    ],
)
def test_a_number_that_these_takes_up_is_told_twice(text):
    assert "holds" in verdicts(text, "twice")


TABLE = "Показатель\t2024 г.\t2025 г.\tИзменение, %\nОсуждённых\t8 160\t7 800\t−4,4\nПодследственных\t2 040\t1 890\t−{}\nМест\t12 000\t11 400\t−5,0"


@pytest.mark.parametrize(("share", "said"), [("7,4", ["holds", "holds_with_rounding", "holds_with_rounding"]), ("9,4", ["does_not_follow", "holds", "holds_with_rounding"])])
def test_a_column_of_changes_is_checked_row_by_row(share, said):
    assert sorted(verdicts(TABLE.format(share), "change")) == said


def test_a_row_in_per_cent_by_its_label_is_a_share_in_every_column():
    text = "Показатель\t2024 г.\t2025 г.\nСодержится\t10 200\t9 690\nМест\t12 000\t11 400\nНаполняемость, %\t85,0\t85,0"
    assert verdicts(text, "percent") == ["holds", "holds"]


def test_a_column_of_shares_of_the_total_row():
    text = "Причина\tЧисло\tДоля, %\nБолезни\t21\t70\nСамоубийства\t6\t20\nПрочее\t3\t15\nВсего\t30\t100"
    assert sorted(verdicts(text, "percent"))[:1] == ["does_not_follow"]
    assert verdicts(text, "percent").count("holds") >= 2


@pytest.mark.parametrize("mark", ["\t", ": ", " – ", " ..... ", "      ", ";"])
def test_a_line_with_a_label_is_a_row_whatever_sets_its_figure_apart(mark):
    lines = ("Штатных должностей врачей", "116"), ("Занято", "87"), ("Укомплектованность", "75 %"), ("Вакантно", "31")
    text = "\n".join(f"{label}{mark}{figure}" for label, figure in lines)
    assert "does_not_follow" in verdicts(text, "sum")
    assert "holds" in verdicts(text, "percent")


@pytest.mark.parametrize(
    "text",
    [
        "Осуждены 12 человек: семеро – к лишению свободы, четверо – к ограничению, одному назначен штраф.",
        "В 2022 году поступило 431 заявление, в 2023 году – 362, всего рассмотрено 700.",
        "За год – 230 посещений, больше, чем за все прошлые годы, всего 900.",
        "Deaths went up from 33 to 41, or by nearly a quarter, though there were fewer inmates.",
        "Жалоб стало больше на пятую часть: 300 против 250.",
        "Nine prisons were above capacity, the worst of them at 138 per cent.",
        "Admissions in 2023: 8,450; releases in 2023: 8,710; difference: 260",
    ],
)
def test_what_may_be_meant_otherwise_is_not_said_to_fail(text):
    assert "does_not_follow" not in {one.outcome.verdict.value for one in extract(text).checks}


def test_a_total_goes_on_into_the_next_sentence_with_the_rest():
    text = "У вокзала – 118 человек, в порту – 64, на севере – 39. На остальные приходится 49 человек, вместе {}."
    assert verdicts(text.format(270), "sum") == ["holds"]
    assert verdicts(text.format(260), "sum") == ["does_not_follow"]


def test_a_percentage_beside_a_difference_is_of_the_same_two():
    text = "Полгода назад было 992 помещения, теперь 1 240; прибавилось 248, или {}."
    assert verdicts(text.format("25 %"), "change") == ["holds"]
    assert verdicts(text.format("35 %"), "change") == ["does_not_follow"]


def test_a_whole_that_is_only_named_is_the_one_its_line_begins_with():
    text = "Жалоб получено 1 350. Медицины касались 702. Из поступивших жалоб удовлетворены 189, что составляет {} %."
    assert "holds" in verdicts(text.format(14), "percent")
    assert "does_not_follow" in verdicts(text.format(15), "percent")


def test_entries_on_lines_of_their_own_are_parts_of_the_line_above():
    text = "• Total number of prisoners: 12,960\n• of whom sentenced: 9,720\n• of whom on remand: 3,240"
    assert verdicts(text, "sum") == ["holds"]


def test_the_number_of_a_base_is_no_figure_that_changes():
    text = "There were 15,000 residents and 1,875 cases in 2024, and the rate per 1,000 residents rose from 100 to 125."
    assert verdicts(text, "direction") == ["holds"] and "holds" in verdicts(text, "rate")


def test_a_wrong_share_is_of_the_whole_that_the_shares_beside_it_are_of():
    text = "Обращений 2 750. О медицине – 1 012, или 36,8 %, об условиях – 693, или 25,2 %, о связи – 495, или {} %."
    assert "does_not_follow" not in verdicts(text.format(18), "percent")
    assert verdicts(text.format(16), "percent").count("does_not_follow") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Пять лет назад на одного психолога приходилось 240 осуждённых. Наказаны 46 сотрудников.", []),
        ("Мы обошли 40 камер и пять изоляторов. В среднем восемь человек.", []),
        ("Установлено 4 860 видеокамер в 54 учреждениях, в среднем 90 камер на учреждение.", ["holds"]),
        ("Мекемелерде 9 600 адам, 3 200 қызметкер бар, бір қызметкерге 3 адамнан келеді.", ["holds"]),
        ("Region | Prisoners | Staff | Prisoners per officer\nNorth | 2,400 | 800 | 3.0\nSouth | 3,600 | 900 | 4.0\nEast | 1,500 | 600 | 2.5", ["holds"] * 3),
    ],
)
def test_a_rate_is_of_what_words_or_columns_name_and_never_of_what_only_divides_so(text, said):
    assert verdicts(text, "rate") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("В 2022 году посещений было 96. В 2023 году их стало 120. В отчётном году прибавилось ещё 36.", ["cannot_be_checked"]),
        ("Visits were 15 in 2022 and 18 in 2023. In 2021 there were 9. The increase over the two years amounts to 9.", ["holds"]),
        ("The capacity is 4,500 persons. They held 4,860, so that there are 360 people too many.", ["holds"]),
        ("2022 жылы 800 шағым түссе, 2024 жылы – 1 250. Екі жылда өсім 450 шағымды құрады.", ["holds"]),
        ("Проведено 1 860 проверок, что на 140 больше, чем в 2023 году (1 710).", ["does_not_follow"]),
    ],
)
def test_a_difference_is_of_two_that_the_text_compares(text, said):
    assert verdicts(text, "difference") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Допрошены 58 сотрудников.\n\nНаказаны 63 сотрудника, из них 21 (36 %) уволен.", ["does_not_follow"]),
        ("One in eight posts was vacant (500 of 4,000).", ["holds"]),
        ("Посещения:\n– колонии – 60 (38,5 %);\n– изоляторы – 42 (26,9 %);\n– больницы – 30 (21,2 %);\n– интернаты – 24 (15,4 %).\nВсего – 156.", ["holds_with_rounding"] * 2 + ["does_not_follow", "holds_with_rounding"]),
    ],
)
def test_a_share_is_of_the_whole_that_is_told_with_it(text, said):
    assert verdicts(text, "percent") == said


def test_years_of_one_sentence_are_what_the_next_one_sums_up():
    text = "Convictions of officials: 2021: 16; 2022: 9; 2023: 14. In total 37 officials were convicted in three years."
    assert verdicts(text, "sum") == ["does_not_follow"]
    assert verdicts(text.replace("37", "39"), "sum") == ["holds"]


def test_what_is_over_capacity_is_compared_with_the_places():
    assert told("В колонии на 900 мест содержится 1 017 человек, переполненность – 13 %.", "change") == [("holds", "(1017 − 900) / 900 = 13 %")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Deaths dropped by 15% last year. The service recorded 68 deaths, down from 80 in 2023.", [("holds", "(80 − 68) / 80 = 15 %")]),
        ("It counted 91 deaths. The drop since 2023, when it registered 95, is only 4%.", [("holds_with_rounding", "(95 − 91) / 95 ≈ 4.2 % ≈ 4 %")]),
    ],
)
def test_a_change_may_be_told_before_its_figures_or_as_a_noun(text, said):
    assert told(text, "change") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Возбуждено 24 дела, вдвое больше, чем годом раньше (12). В суд направлено 15, прекращено пять, по остальным шести идёт следствие.", ["does_not_follow"]),
        ("Of the 68 who died, 51 were men over 50. Five were women. The remaining 12 were younger men.", ["holds"]),
        ("Проведено 60 бесед. В них участвовали 15 врачей, пять юристов и остальные шесть членов.", []),
    ],
)
def test_the_rest_closes_a_list_that_sentences_share(text, said):
    assert verdicts(text, "sum") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They reviewed 40 of the 68 files and found fault with 22, or 55%.", [("holds", "22 / 40 = 55 %")]),
        ("Освобождено 48 человек: 30 – из изоляторов, 12 – из колоний, шестеро – из больниц. Из них 26 (58 %) – женщины.", [("does_not_follow", "26 / 48 ≈ 54.2 % ≠ 58 %")]),
        ("A budget of EUR 540,000 covers only 60 per cent of its needs, estimated at EUR 900,000.", [("holds", "540\u202f000 / 900\u202f000 = 60 %")]),
    ],
)
def test_the_whole_of_a_share_is_its_own_and_not_a_neighbours(text, said):
    assert told(text, "percent") == said


def test_so_many_on_a_thousand_then_and_now():
    text = "Заключённых было 20 000, осталось 16 000. Умерли 131 человек в 2021 году и 118 в 2024. На тысячу заключённых раньше умирало 6,6 человека, а теперь – 7,4."
    assert verdicts(text, "rate") == ["holds_with_rounding"] * 2


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Remand prisoners (2,400) make up 20% of the total (12,000).", "percent", "2400 / 12\u202f000 = 20 %"),
        ("Only one complaint in ten was upheld: 48 out of 480.", "percent", "48 / 480 = 10 %"),
        ("In 2024 there were two checks. Complaints were many: 1,200 (2023: 1,000; +20%).", "change", "(1200 − 1000) / 1000 = 20 %"),
        ("The share of remand prisoners dropped from 24% to 20%, or four points.", "difference", "24 % − 20 % = 4 %"),
        ("The commission received 310 letters, 120 calls and 70 visits: 500 contacts in all.", "sum", "310 + 120 + 70 = 500"),
        ("Один психолог обслуживает 150 заключённых: психологов 60, заключённых 9 000.", "rate", "9000 / 60 = 150"),
    ],
)
def test_what_single_sentences_say_outright_is_read(text, kind, said):
    assert told(text, kind) == [("holds", said)]


def test_a_whole_number_of_times_is_not_made_by_figures_of_another_sentence_where_its_own_compares_two():
    text = (
        "В 2024 году принято 1 107 жалоб, в том числе от самих содержащихся 520, от их родственников 401 и от адвокатов 186. "
        "Удовлетворено 87 (7,9 %); годом ранее – 91 из 1024 (8,9 %), то есть меньше в 2 раза."
    )
    assert told(text, "ratio") == [("does_not_follow", "8.9 % / 7.9 % ≈ 1.13 ≠ 2")]
