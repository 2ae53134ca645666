"""What the layout says: lines broken by the page's width, the unit in which a whole table is told, numbers with a word between."""

import textwrap
from pathlib import Path

import pytest

from tirek.insight.claims.extracting import extract
from tirek.insight.claims.printing import as_json

pytestmark = pytest.mark.pure
SEEN = Path(__file__).parent / "texts" / "seen"


def told(text):
    return [(one.relation.kind, one.outcome.verdict.value, one.outcome.calculation) for one in extract(text).checks]


def values(text):
    return [one["value"] for one in as_json(extract(text))["claims"]]


def paragraphs():
    """Running text of the invented texts, long enough to be broken."""
    for path in sorted(SEEN.glob("*.txt"))[::6]:
        for one in path.read_text(encoding="utf-8").split("\n"):
            if len(one) > 250 and "\t" not in one and "|" not in one:
                yield pytest.param(one, id=path.stem)
                break


@pytest.mark.parametrize("paragraph", list(paragraphs()))
def test_a_paragraph_broken_into_lines_says_what_it_says_whole(paragraph):
    broken = textwrap.fill(paragraph, 76, break_long_words=False, break_on_hyphens=False)
    assert "\n" in broken and told(broken) == told(" ".join(paragraph.split()))


@pytest.mark.parametrize(
    "table",
    [
        "Таблица 3. Административно задержанные, тыс. чел.\n\nГод\t2023\t2024\nВсего\t44,0\t43,6\nженщины\t6,1\t6,2",
        "Persons detained (thousands)\n\nYear\t2023\t2024\nTotal\t44.0\t43.6\nwomen\t6.1\t6.2",
        "Год\t2023, тыс. чел.\t2024, тыс. чел.\nВсего\t44,0\t43,6\nженщины\t6,1\t6,2",
        "Ұсталғандар, мың адам\n\nЖыл\t2023\t2024\nБарлығы\t44,0\t43,6\nәйелдер\t6,1\t6,2",
    ],
)
def test_a_table_told_in_thousands_counts_thousands(table):
    assert values(table) == [44000, 43600, 6100, 6200]


def test_a_row_that_says_its_own_unit_is_told_in_that():
    assert values("Содержится, тыс. чел.\n\nГод\t2023\t2024\nВсего\t44,0\t43,6\nЗаполняемость, %\t98,0\t97,5\nШтат, единиц\t120\t118") == [44000, 43600, 98, 97.5, 120, 118]
    assert values("Содержится, чел.\n\nГод\t2023\t2024\nВсего\t440\t436") == [440, 436]
    assert values("В 2024 году их стало больше, тысячи человек ждут.\nВсего\t440\t436") == [440, 436]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Поступило 8 тысяч 960 жалоб.", [8960]),
        ("Бардыгы 8 миң 960 арыз түштү.", [8960]),
        ("Барлығы 7 мың 168 шағым түсті.", [7168]),
        ("Из 3 тыс. 12 % отклонены.", [3000, 12]),
        ("В 2 тыс. 2024 года жалоб не было.", [2000]),
        ("780 млн лумның 312 млн-ы жөндеуге жұмсалды.", [780_000_000, 312_000_000]),
    ],
)
def test_thousands_and_hundreds_are_one_number(text, said):
    assert values(text) == said


def test_out_of_so_many_belongs_to_the_figure_before_it():
    text = "За первое полугодие принято 1 107 жалоб, удовлетворено 87 (7,9 %); годом ранее – 91 из 1024 (8,9 %)."
    assert {verdict for kind, verdict, _ in told(text) if kind == "percent"} == {"holds_with_rounding"}


def sums(text):
    return [calculation for kind, _, calculation in told(text) if kind == "sum"]


def test_columns_that_balance_in_every_row_are_sums_and_one_row_of_many_may_fail():
    rows = ["Дарыгерлер\t9\t5\t4", "Медайымдар\t36\t28\t8", "Тарбиячылар\t72\t61\t11", "Ашпозчулар\t31\t27\t4"]
    heading = "Кызматы\tштат\tиштегени\tбош"
    assert sums("\n".join([heading, *rows])) == ["5 + 4 = 9", "28 + 8 = 36", "61 + 11 = 72", "27 + 4 = 31"]
    assert sums("\n".join([heading, *rows[:2]])) == []
    assert "14 + 2 = 16 ≠ 15" in sums("\n".join([heading, *rows, "Айдоочулар\t15\t14\t2"]))
    assert sums("\n".join([heading, *rows[:2], "Айдоочулар\t15\t14\t2"])) == []


def test_a_row_or_a_column_that_is_some_of_another_is_a_part_of_it():
    table = "Год\t2023\t2024\nВсего\t4400\t4360\nмужчины\t3790\t3740\nженщины\t610\t620\nиз общего числа несовершеннолетние\t240\t220"
    parts = [calculation for kind, _, calculation in told(table) if kind == "part"]
    assert parts == ["240 ≤ 4400", "220 ≤ 4360"] and sums(table) == ["3790 + 610 = 4400", "3740 + 620 = 4360"]
    wards = "| Ward | Patients | of whom involuntary |\n|---|---|---|\n| acute | 47 | 18 |\n| long-stay | 66 | 4 |"
    assert [calculation for kind, _, calculation in told(wards) if kind == "part"] == ["18 ≤ 47", "4 ≤ 66"]


def test_a_part_of_a_house_is_named_and_not_counted():
    assert sums("The register contained 83 entries: 49 in Ward 1, 22 in Ward 2 and 12 in Ward 4.") == ["49 + 22 + 12 = 83"]
    assert values("В палате 3 пациента, в корпусе 12 женщин.") == [3, 12]


def test_a_year_that_names_one_thing_counts_nothing():
    assert values("The 2022 inspection made 24 recommendations; its 2023 report made 15.") == [24, 15]
    assert values("The 2022 women and the 1950 complaints were counted.") == [2022, 1950]
