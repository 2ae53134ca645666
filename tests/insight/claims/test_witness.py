"""Relations that no word tells and to which the arithmetic bears witness: proposed where chance is improbable, with a remark that says so, else not."""

import random

import pytest

from tirek.ground.figures.checks.outcome import Verdict
from tirek.insight.claims.extracting import extract

pytestmark = pytest.mark.pure


def witnessed(text):
    """What is proposed on the arithmetic's word alone."""
    return [one for one in extract(text).checks if one.relation.reading == "witness"]


def told(text):
    return [(one.relation.kind, one.outcome.calculation) for one in witnessed(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There were 1,482 letters in 2021. The office had 2,223 letters in 2024. A 50 per cent matter.", ("change", "(2223 − 1482) / 1482 = 50 %")),
        ("В 2021 году было 1 482 письма. В 2024 году пришло 2 223 письма. Вот и 50 %.", ("change", "(2223 − 1482) / 1482 = 50 %")),
        ("2021 жылы 1 482 хат болды. 2024 жылы 2 223 хат келді. Міне, 50 %.", ("change", "(2223 − 1482) / 1482 = 50 %")),
        ("2021-жылы 1 482 кат болду. 2024-жылы 2 223 кат келди. Мына, 50 %.", ("change", "(2223 − 1482) / 1482 = 50 %")),
        ("Psychiatrists number 35. Of prisoners there are 4,165. A psychiatrist has 119 prisoners to look after.", ("rate", "4165 / 35 = 119")),
        ("They hired 137 doctors where 260 doctors were planned, and miss 123 doctors.", ("difference", "260 − 137 = 123")),
    ],
)
def test_what_agrees_too_well_for_chance_is_proposed_in_every_language(text, said):
    assert said in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 there were 1,500 complaints and in 2024 there were 1,200. The drop is 300 complaints, 20 per cent of the 1,500.",
        "Жалоб было 1 500, ныне 1 200. Убыль – 300 жалоб, а это 20 % от 1 500, такое снижение.",
    ],
)
def test_the_share_of_a_difference_is_the_change(text):
    assert ("change", "(1500 − 1200) / 1500 = 20 %") in told(text)


def test_it_is_said_that_no_word_was_found():
    found = witnessed("There were 1,482 letters in 2021. The office had 2,223 letters in 2024. A 50 per cent matter.")
    assert [(one.outcome.remark, one.relation.sure) for one in found] == [("no_word_says_so", False)]


@pytest.mark.parametrize(
    "text",
    [
        "There were 1,482 letters in 2021. The office had 2,253 letters in 2024. A 50 per cent matter.",
        "There were 14 letters in 2021. The office had 21 letters in 2024, 7 parcels, 9 calls and 3 visits. A 50 per cent matter.",
        "В колонии 400 мест и 300 человек, 75 % из них работают.",
        "Of 310 calls 279 were handled. 31 were confirmed by documents.",
        "Мы обошли 40 камер и пять изоляторов. В среднем восемь человек.",
        "Женщин 15, мужчин 45, всего 60, то есть 25 % и 75 %.",
    ],
)
def test_what_does_not_agree_or_may_be_chance_is_not_proposed(text):
    assert "change" not in dict(told(text)) and "sum" not in dict(told(text)) and "rate" not in dict(told(text))
    assert all(one.relation.kind != "percent" or not {"places", "beds"} & {figure.unit for figure in one.relation.figures} for one in witnessed(text))


SENTENCES = (
    "They saw {} prisoners, {} prisoners wrote, {} prisoners sang and {} prisoners read in May, {percent} per cent. ",
    "Содержались {} заключённых. Писали {} заключённых, пели {} заключённых, в мае читали {} заключённых, {percent} %. ",
    "On average {percent} prisoners came per doctor: {} prisoners, {} visits, {} judges, {} doctors. ",
    "In 2021 there were {} cases, in 2022 {} cases, in 2023 {} cases; {} cases more or less. ",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_figures_without_any_connection_are_hardly_ever_connected(sentence):
    """Numbers drawn at random: of a hundred texts two at most have something proposed on the arithmetic's word."""
    draw = random.Random(sentence)
    texts = [sentence.format(*(int(10 ** draw.uniform(1.3, 4)) for _ in range(4)), percent=draw.randint(2, 98)) for _ in range(100)]
    assert sum(bool(witnessed(text)) for text in texts) <= 2


def test_whatever_is_proposed_so_agrees():
    draw = random.Random(5)
    for _ in range(100):
        text = "".join(draw.choice(SENTENCES).format(*(draw.randint(2, 90) for _ in range(4)), percent=draw.randint(2, 98)) for _ in range(4))
        assert all(one.outcome.verdict in {Verdict.HOLDS, Verdict.HOLDS_WITH_ROUNDING} for one in witnessed(text))


def test_an_error_that_the_text_words_is_not_explained_by_figures_that_happen_to_agree():
    text = "There were 36 complaints. Complaints fell by 12 per cent, from 312 to 287."  # 36 of 312 are some 12 per cent
    assert [one.outcome.verdict for one in extract(text).checks if one.relation.role("percent")] == [Verdict.DOES_NOT_FOLLOW]


WARDS = """Bed state

| Ward | Licensed beds | Patients | Nurses, night |
|---|---:|---:|---:|
| 1 (acute) | 40 | 47 | 2 |
| 2 (long-stay) | 64 | 66 | 3 |
| Total | 104 | 113 | 5 |

"""
BUDGET = "Расходы\n\nСтатья\t2023 год\t2024 год\nПитание\t1 864\t1 991\nОсвещение\t641\t780\nВсего\t2 505\t2 771\n\n"


@pytest.mark.parametrize(("text", "said"), [
    (WARDS + "Occupancy was therefore 108.7 per cent.", ("percent", "113 / 104 ≈ 108.65 % ≈ 108.7 %")),
    (WARDS + "Occupancy was 117.5 per cent in Ward 1.", ("percent", "47 / 40 = 117.5 %")),
    (WARDS + "In the long-stay ward it was 103.1 per cent.", ("percent", "66 / 64 ≈ 103.13 % ≈ 103.1 %")),
    (BUDGET + "На питание ушло 71,9 % всех средств.", ("percent", "1991 / 2771 ≈ 71.85 % ≈ 71.9 %")),
    (BUDGET + "Расходы на освещение выросли на 21,7 %.", ("change", "(780 − 641) / 641 ≈ 21.68 % ≈ 21.7 %")),
])  # fmt: skip
def test_two_cells_of_a_table_make_a_figure_of_the_text_below_it(text, said):
    assert said in [(one.relation.kind, one.outcome.calculation) for one in extract(text).checks]


@pytest.mark.parametrize("text", [
    WARDS + "Some 50 per cent of the staff is new.", WARDS + "More than 60 per cent agreed.", WARDS + "Ward 2 was painted; 117.5 per cent is no figure of it.",
    BUDGET + "Расходы на связь выросли на 21,7 %.",
])  # fmt: skip
def test_a_table_makes_nothing_that_it_does_not_name_or_that_chance_makes_as_well(text):
    assert told(text) == []


def test_a_heading_says_what_its_column_counts():
    units = {claim.quote: claim.unit for claim in extract(WARDS).claims}
    assert (units["104"], units["113"]) == ("beds", "persons")
