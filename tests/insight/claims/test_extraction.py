"""Extraction against texts whose truth files were written before the rules: what is found, what is proposed, what is never said of a true statement."""

import json
import re
from pathlib import Path

import pytest
from django.utils import translation

from tirek.insight.claims.extracting import extract
from tirek.insight.claims.printing import as_json
from tirek.insight.claims.scoring import Score, score

pytestmark = pytest.mark.pure
TEXTS = Path(__file__).parent / "texts"
SOURCES = Path(__file__).parents[3] / "demo" / "sources"

def told(folder):
    total = Score()
    for path in sorted((TEXTS / folder).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        total += score(text, extract(text), json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    return total


def source(start):
    return next(SOURCES.glob(f"{start}_*.txt")).read_text(encoding="utf-8")


def checks(text, kind):
    return [(one.outcome.verdict.value, one.outcome.calculation) for one in extract(text).checks if one.relation.kind == kind]


def test_of_the_texts_that_were_read_while_tuning_every_figure_is_right_and_no_true_statement_is_called_false():
    total = told("seen")
    assert total.right >= 0.98 * total.figures, total.missed
    assert total.alarms == ()
    assert total.judged >= 0.89 * total.relations and total.caught >= 66, total.missed


def test_of_texts_never_looked_at_figures_are_right():
    total = told("unseen")
    assert total.right >= 0.98 * total.figures
    assert total.judged >= 0.71 * total.relations and total.alarms == ()


def test_spans_are_the_texts_own_characters():
    text = source("004")
    for claim in as_json(extract(text))["claims"]:
        assert text[claim["span"][0] : claim["span"][1]] == claim["quote"] != ""


def test_the_ombudsmans_answer_is_read_as_it_was_read_by_hand():
    text = source("004")
    assert ("holds", "13 + 15 + 8 = 36") in checks(text, "sum")
    assert ("holds", "47 > 36") in checks(text, "comparison")
    assert ("does_not_follow", "2020–2024: 13 + 15 + 8 + 47 + 30 = 113 ≠ 160") in checks(text, "sum")
    assert ("does_not_follow", "144 / 160 = 90.0 % ≠ 87 %") in checks(text, "percent")
    assert ("does_not_follow", "920 ∉ 600–900") in checks(text, "range")
    assert {verdict for verdict, _ in checks(text, "change")} == {"holds_with_rounding"}
    assert ("holds_with_rounding", "920 / 193 ≈ 4.77 ≈ 5") in checks(text, "ratio")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("В 2023 году число дел снизилось с 920 до 462.", [None, "2023"]),
        ("В 2024 году – с 462 до 193 дел.", [None, "2024"]),
        ("In 2022 complaints rose from 120 to 180.", [None, "2022"]),
        ("В 2023 году регистрировали от 600 до 900 дел.", ["2023"]),
        ("С 920 дел в 2022 году до 462 в 2023 году.", ["2022", "2023"]),
    ],
)
def test_the_year_of_a_change_is_not_that_of_what_was_before_it(text, years):
    claims = [one for one in as_json(extract(text))["claims"] if one["unit"] != "percent"]
    assert [one["period"] and one["period"]["from"][:4] for one in claims] == years


def test_the_profiles_sum_holds():
    assert ("holds", "34\u202f842 + 6000 = 40\u202f842") in checks(source("003"), "sum")


def test_children_with_their_mothers_are_no_convicts_and_an_exchanged_sum_is_finer_than_its_source():
    text = source("003")
    assert checks(text, "category") == [("does_not_follow", "30 ⊄ 34\u202f842")]
    assert [verdict for verdict, _ in checks(text, "exchange")] == ["holds_with_rounding"]
    assert [verdict for verdict, _ in checks(text, "false_precision")] == ["cannot_be_checked"]


def test_a_number_of_cases_that_is_called_complaints_is_remarked():
    assert checks(source("004"), "unit_switch") == [("cannot_be_checked", "193 =? 193")]


def test_what_is_left_of_a_whole_is_told_and_whether_the_parts_are_all_is_not_decided():
    some = ("cannot_be_checked", "144 + 10 = 154 < 160")
    assert some in checks(source("004"), "sum")
    assert some in checks("Of the 160 convicted, 144 were imprisoned and 10 restricted.", "sum")
    assert checks("Of the 160 convicted, 144 were imprisoned and 16 restricted.", "sum") == [("holds", "144 + 16 = 160")]
    assert checks("Of the 160 convicted, 100 were imprisoned and 10 restricted.", "sum") == []  # nobody takes them for all
    assert checks("Из 193 дел 140 прекращено, 38 направлено в суд, по 25 расследование продолжается.", "sum") == []  # a third part is told
    assert checks("Of some 160 convicted, 144 were imprisoned and 10 restricted.", "sum") == []


def times(text):
    return {one["quote"]: one["period"] and (one["period"]["from"][:4], one["period"]["to"][:4]) for one in as_json(extract(text))["claims"]}


def test_parts_have_the_time_of_their_whole_and_a_total_of_years_all_of_them():
    assert times("In 2023 there were 31 deaths, of whom 17 died of disease and 14 by suicide. Another 5 were told of.") == {"31": ("2023", "2023"), "17": ("2023", "2023"), "14": ("2023", "2023"), "5": None}
    assert times("Осуждено: 2020 г. – 13, 2021 г. – 15, 2022 г. – восемь, всего 36 человек.")["36"] == ("2020", "2022")
    assert times("В 2023 году осуждено 47 человек. Всего с 2020 года осуждено 120, из них 30 в 2024 году.")["30"] == ("2024", "2024")


def test_a_total_of_so_many_years_has_their_time_only_where_they_make_it():
    told = "Осуждено: 2020 г. – 13 человек, 2021 г. – 15 человек, 2022 г. – 8 человек. Всего за последние три года осуждено {} человек, из них 30 лишены свободы."
    assert times(told.format(36))["36"] == times(told.format(36))["30"] == ("2020", "2022")
    assert times(source("004"))["160"] is times(source("004"))["144"] is None  # of which five years the document does not say


def test_stages_of_two_units_are_shown_and_not_approved():
    text = "Поступило 298 жалоб. Возбуждено {} дело, 3 дела переданы в суд."
    assert checks(text.format(21), "funnel") == [("cannot_be_checked", "298 ≥ 21"), ("holds", "21 ≥ 3")]
    said = next(one["sentence"] for one in as_json(extract(text.format(21)))["checks"] if one["kind"] == "funnel")
    assert said.endswith("Different things are counted: complaints and cases. Whether the later came of the earlier the text does not say.")


def test_a_part_that_no_word_makes_one_is_told_as_likely_alone():
    told = as_json(extract("There were 387 cases in 2023. Nearly two thirds of the cases (251) occurred during arrest. 19 cases were sent to court."))["checks"]
    assert {one["reading"] for one in told if one["kind"] == "part"} == {"likely"}


def test_a_count_that_is_told_anew_as_a_share_is_no_share_itself():
    assert [(one["value"], one["unit"] == "percent") for one in as_json(extract("Cases fell from 850 to 462, by 388 or 45.6 per cent."))["claims"]][2:] == [(388, False), (45.6, True)]
    assert [one["unit"] for one in as_json(extract("Cases fell by 40 or 45 per cent."))["claims"]] == ["percent", "percent"]


SERIES = "Осуждено: 2020 г. – 13 человек, 2021 г. – 15 человек, 2022 г. – 8 человек. Зарегистрировано: 2020 г. – 90 дел, 2021 г. – 70 дел, 2022 г. – 60 дел.\n"


def test_a_rise_and_a_fall_called_directly_proportional_are_remarked_with_their_series():
    assert checks(source("004"), "proportion") == [("cannot_be_checked", "2020–2024: 13 → 15 → 8 → 47 → 30; 2020–2024: 766 → 685 → 920 → 462 → 193")]
    assert len(checks(SERIES + "Рост числа осужденных прямо пропорционально сопровождается снижением регистрации.", "proportion")) == 1
    assert checks(SERIES + "Рост числа осужденных сопровождается снижением регистрации.", "proportion") == []
    assert checks(SERIES + "Рост числа осужденных прямо пропорционален росту регистрации.", "proportion") == []
    assert checks("Рост числа осужденных прямо пропорционально сопровождается снижением регистрации.", "proportion") == []


@pytest.mark.parametrize("words", [
    "The rise in convictions is directly proportional to the fall in registrations.", "The rise in convictions goes in direct proportion with a decrease in cases.",
    "Сотталғандар санының өсімі тіркелген істердің азаюына тура пропорционал.", "Соттолгондордун санынын өсүшү катталган иштердин азаюусуна түз пропорциялаш.",
])  # fmt: skip
def test_proportion_is_read_in_every_language(words):
    told = "Convicted: 2020 – 13 persons, 2021 – 15 persons, 2022 – 8 persons. Registered: 2020 – 90 cases, 2021 – 70 cases, 2022 – 60 cases.\n"
    found = [one for one in as_json(extract(told + words))["checks"] if one["kind"] == "proportion"]
    assert [one["sentence"].endswith("Steps from one year to the next: 2, the same way in 1 of them.") for one in found] == [True]


@pytest.mark.parametrize("words", [
    "The rise in convictions is not directly proportional to the fall in registrations.", "Рост числа осужденных не является прямо пропорциональным снижению регистрации.",
    "Сотталғандар санының өсімі тіркелген істердің азаюына тура пропорционал емес.", "Соттолгондордун санынын өсүшү катталган иштердин азаюусуна түз пропорционал эмес.",
])  # fmt: skip
def test_a_proportion_that_is_denied_is_no_remark(words):
    told = "Convicted: 2020 – 13 persons, 2021 – 15 persons, 2022 – 8 persons. Registered: 2020 – 90 cases, 2021 – 70 cases, 2022 – 60 cases.\n"
    assert checks(told + words, "proportion") == []


@pytest.mark.parametrize("text", ["8 701 123 45 67", "0 555 12 34 56", "0312 66-12-34", "(7172) 71-98-28", "тел. 719828", "WhatsApp: 87011234567", "8 (701) 123-45-67", "8-701-123-45-67"])
def test_a_telephone_is_no_figure(text):
    assert [one["quote"] for one in as_json(extract(f"Получено 40 жалоб. Звоните, {text}, круглосуточно."))["claims"]] == ["40"]


@pytest.mark.parametrize("text", ["8 120 300 450 тенге", "(1200) 12 жалоб", "0 жалоб", "8 701 жалоба"])
def test_a_figure_that_looks_like_the_beginning_of_a_telephone_stays_one(text):
    assert len(as_json(extract(f"Всего {text}."))["claims"]) >= 1


@pytest.mark.parametrize(("language", "sentence"), [
    ("ru", "Одно число названо с двумя единицами: дела и жалобы."), ("en", "One number is named with two units: cases and complaints."),
])  # fmt: skip
def test_a_remark_on_units_names_them_in_the_readers_language(language, sentence):
    with translation.override(language):
        told = as_json(extract(source("004")))
    assert [one["sentence"].endswith(sentence) for one in told["checks"] if one["kind"] == "unit_switch"] == [True]


def test_another_total_gets_another_verdict():
    """Nothing in the code knows the documents: a changed number changes what is said of it."""
    text = source("004")
    assert ("does_not_follow", "13 + 15 + 8 = 36 ≠ 37") in checks(text.replace("всего 36 человек", "всего 37 человек"), "sum")
    assert ("holds", "144 / 160 = 90 %") in checks(text.replace("87%", "90%"), "percent")
    whole = checks(text.replace("160 должностных лиц", "113 должностных лиц").replace("144, или 87%", "100, или 88%"), "sum")
    assert ("holds", "2020–2024: 13 + 15 + 8 + 47 + 30 = 113") in whole


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("По состоянию на 1 января 2025 года содержались 12 480 человек.", [12480]),
        ("Закон № 104 от 12.07.2012, статья 146, часть 2, кабинет 312, тел. 8 (0500) 114-20-20.", []),
        ("В бюджете 342,5 млрд тенге.", [342_500_000_000]),
        ("The committee met at 3 p.m. in Room 5 under article 22, paragraph 63.", []),
        ("Fifty-eight of the 1,046 cases, nearly two thirds in 2023.", [58, 1046, pytest.approx(66.67, abs=0.01)]),
        ("2024 жылы 5 мыңнан астам бейнекамера орнатылды.", [5000]),
        ("2023-жылдын 1-июлунан тарта 120 даттануу түштү (58-берене).", [120]),
        ("Участвуют всего 2-3 структуры, от 5 до 7 человек.", [None, None]),
    ],
)
def test_numbers_that_count_are_claims_and_numbers_that_name_are_not(text, values):
    assert [one["value"] for one in as_json(extract(text))["claims"]] == values


@pytest.mark.parametrize("noise", ["", "\n", "\t\t\n", "|||", "1", "%%%", "с до", "в том числе", "(((" * 200, "9" * 5000, "из них из них\n" * 300, "1 2 3 4 5 6 7 8 9 " * 200, "а" * 30_000, "a@" * 10_000, "a/b." * 8_000, "x_" * 12_000])
def test_whatever_is_pasted_is_read(noise):
    extract(noise)


def test_a_text_without_figures_has_none():
    assert as_json(extract("Ни одной цифры здесь нет, и проверять нечего."))["claims"] == []


def test_every_sentence_of_a_verdict_is_told_without_a_name_of_a_cause():
    for check in as_json(extract(source("004")))["checks"]:
        assert not re.search(r"%\(|\{", check["sentence"])


def test_what_is_printed_has_the_keys_of_the_reference_and_no_other():
    reference = (Path(__file__).parents[3] / "docs" / "reference" / "claims.md").read_text(encoding="utf-8")
    shown = json.loads(re.search(r"```json\n(\{\"format\".*?)\n```", reference, re.S)[1].replace("…", ""))
    printed = as_json(extract(source("004")))
    assert set(printed) == set(shown)
    assert set(printed["claims"][0]) == set(shown["claims"][0]) and set(printed["checks"][0]) == set(shown["checks"][0])


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        ("There were 295 prisoners per 100,000 residents.", 295, "rate", "persons/persons"),
        ("На каждого инспектора приходится в среднем 6,5 заключённого.", 6.5, "rate", "persons/persons"),
        ("The budget was EUR 240,000.", 240_000, "money", "EUR"),
        ("Потрачено 5 млн ₸.", 5_000_000, "money", "KZT"),
        ("The prisons held 12,402 persons.", 12_402, "count", "persons"),
    ],
)
def test_a_figure_says_of_which_kind_it_is(text, value, kind, unit):
    (claim,) = as_json(extract(text))["claims"]
    assert (claim["value"], claim["kind"], claim["unit"]) == (value, kind, unit)


def test_half_of_one_thing_is_no_share_of_another():
    found = extract("Половина жалоб поступила из трёх учреждений.")
    assert [each for each in found.checks if each.relation.kind == "percent"] == []


@pytest.mark.parametrize(
    ("text", "calculation"),
    [
        ("В 2023 году суды рассмотрели 186 дел, в 2022 году – 74 дела. Разница составляет {} дел.", "186 − 74"),
        ("The first year there were 74 cases, the second 186 cases; the difference is {}.", "186 − 74"),
        ("In 2023 there were 186 cases and in 2022 there were 74 cases. The difference is {}.", "186 − 74"),
        ("2023 жылы 186 шағым түсті, 2022 жылы 74 шағым түскен. Айырмасы {} шағым.", "186 − 74"),
        ("2023-жылы 186 арыз түштү, 2022-жылы 74 арыз түшкөн; айырма {} арыз.", "186 − 74"),
    ],
)
def test_a_difference_said_after_its_figures_is_checked(text, calculation):
    assert checks(text.format(112), "difference") == [("holds", f"{calculation} = 112")]
    assert checks(text.format(102), "difference") == [("does_not_follow", f"{calculation} = 112 ≠ 102")]


@pytest.mark.parametrize("text", ["Мест 720, в прошлом году – 690: разница 40 мест.", "In 2023 there were 720 cases and in 2022 there were 690 cases. The difference is 40."])
def test_the_earlier_of_two_figures_is_the_one_of_the_earlier_time(text):
    (one,) = [each for each in extract(text).checks if each.relation.kind == "difference"]
    assert [int(one.relation.role(name)[0].quantity.value) for name in ("before", "after")] == [690, 720]


@pytest.mark.parametrize(
    "text",
    [
        "Of 310 calls 279 were handled. 31 were confirmed by documents.",
        "Поступило 310 обращений. Рассмотрено 279 обращений, подтвердилось 31.",
        "Рассмотрели 279 жалоб. Подтверждены 31. Всего юристы провели 310 встреч.",
        "В 2023 году 186 дел, в 2022 году – 74 дела. Разница составляет 112 дел.",
    ],
)
def test_figures_that_only_happen_to_add_up_are_told_as_no_sum(text):
    assert checks(text, "sum") == []


@pytest.mark.parametrize("text", ["Of 310 calls 279 were handled; the remaining 31 were not.", "Поступило 310 обращений: 279 устных и 31 письменное."])
def test_parts_with_a_word_or_a_mark_that_makes_them_parts_are_a_sum(text):
    assert checks(text, "sum") == [("holds", "279 + 31 = 310")]


def test_what_stands_beyond_a_preposition_is_not_what_is_counted():
    (one,) = as_json(extract("There are 412 in the registers of these institutions."))["claims"]
    assert one["unit"] is None


def test_a_rate_that_is_printed_like_a_count_is_rounded():
    text = "The hospital had 338 patients. According to the Ministry there were 15 injuries, a rate of 44 per 1,000 patients."
    assert [verdict for verdict, _ in checks(text, "rate")] == ["holds_with_rounding"]


def test_more_of_them_than_there_are_does_not_follow():
    assert checks("The staff list names 84 nurses. Of them, 91 were on duty.", "part") == [("does_not_follow", "91 > 84")]


def test_a_part_and_its_whole_are_no_two_parts_of_a_sum():
    found = extract("Of 49 complaints about treatment, 12 led to a criminal case. Three of the nine institutions had no doctor.")
    assert [each.outcome.calculation for each in found.checks if each.relation.kind == "sum"] == []


@pytest.mark.parametrize("heading", ["Prisoners per staff member", "Load"])
def test_a_column_of_averages_is_not_added_up_in_the_row_of_totals(heading):
    rows = ("North\t2,400\t800\t3.0", "South\t3,600\t900\t4.0", "East\t1,500\t600\t2.5", "West\t2,500\t625\t4.0", "Total\t10,000\t2,925\t3.4")
    text = "\n".join((f"Region\tPrisoners\tStaff\t{heading}", *rows))
    assert {verdict for verdict, _ in checks(text, "sum")} == {"holds"}


def test_a_total_that_is_less_than_a_part_is_told_of_counts():
    text = "Region\tComplaints\nNorth\t120\nSouth\t85\nTotal\t105"
    assert checks(text, "sum") == [("does_not_follow", "120 + 85 = 205 ≠ 105")]


@pytest.mark.parametrize("text", [
    "В изоляторе 6 человек.\nПлощадь камеры 18 кв. м, размещены 6 человек, на каждого приходится по 3 кв. м.\nПринято 38 человек.",
    "Each of the 9 facilities has one doctor for every 300 prisoners; the standard is one per 150.",
])  # fmt: skip
def test_a_figure_of_which_something_falls_on_each_is_no_rate_itself(text):
    assert not {calculation for _, calculation in checks(text, "rate")} & {"38 / 6 ≈ 6.3 ≈ 6", "9 / 1 = 9", "150 / 300 = 0.5 ≈ 1"}


@pytest.mark.parametrize("text", ["Срок – от 5 до", "A visit is delayed by between 6 and", "Ждут от 5 до\nСледующая строка."])
def test_a_text_may_break_off_in_the_middle_of_a_range(text):
    assert len(extract(text).claims) == 1


@pytest.mark.parametrize("text", [
    "В 2024 году осуждено 30 лиц, еще 12 – до сих пор на рассмотрении в суде.",
    "In 2024, 30 persons were convicted, another 12 are still before the court.",
    "Объединение насчитало 412 жалоб, в то время как министерство сообщает о 310. Разница составляет 112 жалоб.",
    "There were 9,450 prisoners. The number of nurses rose by a fifth, from 150 to 180.",
])  # fmt: skip
def test_what_is_told_in_addition_or_set_against_another_figure_is_no_part(text):
    assert checks(text, "part") == []


def test_what_is_told_in_addition_may_be_a_part_of_what_was_told_before():
    assert checks("The office received 1,320 complaints. It upheld 330 complaints and passed another 110 complaints on.", "part") == [
        ("holds", "330 ≤ 1320"), ("holds", "110 ≤ 1320"),
    ]  # fmt: skip


def test_a_number_of_times_says_from_which_years_it_holds_and_from_which_not():
    told = next(one.outcome for one in extract(source("004")).checks if one.relation.kind == "ratio")
    assert told.verdict == "holds_with_rounding" and told.remark == "holds_from_some"
    assert dict(told.values) == {"holding": "2022: 4.77", "others": "2019: 4.40; 2020: 3.97; 2021: 3.55; ⌀: 4.17"}
    with translation.override("ru"):
        said = next(one["sentence"] for one in as_json(extract(source("004")))["checks"] if one["kind"] == "ratio")
    assert said.endswith("Верно, если считать от 2022: 4,77; от 2019: 4,40; 2020: 3,97; 2021: 3,55; их среднее: 4,17 – нет.")


def test_a_number_of_times_without_a_series_says_nothing_of_one():
    told = next(one.outcome for one in extract("Число жалоб снизилось с 920 до 193, то есть почти в пять раз.").checks if one.relation.kind == "ratio")
    assert told.verdict == "holds_with_rounding" and not told.remark


def test_a_total_of_several_years_is_of_all_of_them():
    claims = as_json(extract(source("004")))["claims"]
    assert next(one["period"] for one in claims if one["quote"] == "36") == {"from": "2020-01-01", "to": "2022-12-31"}
    assert next(one["period"] for one in claims if one["quote"] == "восемь") == {"from": "2022-01-01", "to": "2022-12-31"}


def test_a_row_below_a_merged_cell_has_its_figures_in_their_columns():
    text = "Year\tCases\tComplaints\n2021\t14\t17\n2022\t23\t26\n\t41\t52\nTotal\t78\t95"
    assert checks(text, "sum") == [("holds", "14 + 23 + 41 = 78"), ("holds", "17 + 26 + 52 = 95")]


@pytest.mark.parametrize("text", [
    "В 2023 году осуждено 47 человек, из них 60 мужчин.", "В 2023 году зарегистрировано 47 дел, из них 60 дел прекращено.",
    "In 2023, 47 persons were convicted, of whom 60 were men.",
])  # fmt: skip
def test_more_than_there_are_in_one_sentence_does_not_follow(text):
    assert ("does_not_follow", "60 > 47") in checks(text, "part")


def test_more_than_the_last_part_may_be_of_what_was_told_before():
    assert {verdict for verdict, _ in checks("Из 120 жалоб удовлетворено 47, из них 60 были устными.", "part")} <= {"holds"}


def test_nearly_half_of_them_may_be_a_little_less_than_two_points_below():
    assert checks("We went to 71 places: 34 were police stations, nearly half of all places.", "percent") == [("holds_with_rounding", "34 / 71 ≈ 47.9 % ≈ 50 %")]


@pytest.mark.parametrize("text", [
    "Complaints doubled from 45 to 90, then fell by half to 45.",
    "38 of the 40 recommendations of 2022 and 45 of the 60 recommendations of 2023 were accepted, that is 83 of 100 (83 per cent).",
    "The fine is 50 euros; at 500 tenge a euro this is 25,000 tenge. Another fine is 80 euros (40,000 tenge).",
    "Штраф 50 евро, по 500 тенге за евро – 25 000 тенге. Другой штраф 80 евро (40 000 тенге).",
])  # fmt: skip
def test_a_true_statement_is_called_true_or_nothing(text):
    assert [one["sentence"] for one in as_json(extract(text))["checks"] if one["verdict"] == "does_not_follow"] == []
