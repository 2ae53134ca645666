"""Nothing in the code knows the documents: with other numbers in them, consistent or broken, the verdicts follow the numbers."""

import random
import re

import pytest

from tests.insight.claims.test_extraction import source
from tirek.insight.claims.extracting import extract

pytestmark = pytest.mark.pure


def grouped(number):
    return f"{number:,}".replace(",", " ")


def verdict(text, kind, *values):
    """What is said of the check of a kind that holds figures of these values; None where none is proposed."""
    wanted = set(values)
    for one in extract(text).checks:
        if one.relation.kind == kind and wanted <= {figure.quantity.value for figure in one.relation.figures}:
            return one.outcome.verdict.value
    return None


def replaced(text, *pairs):
    for old, new in pairs:
        assert text.count(old) >= 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("seed", range(12))
def test_three_years_and_their_total(seed):
    chance = random.Random(seed)
    years = [chance.randrange(20, 400) for _ in range(3)]
    total = sum(years) + (0 if seed % 2 else chance.randrange(1, 30))
    text = replaced(
        source("004"),
        (
            "2020 г. – 13, 2021 г. – 15, 2022 г. – восемь, всего 36 человек",
            f"2020 г. – {years[0]}, 2021 г. – {years[1]}, 2022 г. – {years[2]}, всего {total} человек",
        ),
    )
    assert verdict(text, "sum", *years, total) == ("holds" if total == sum(years) else "does_not_follow")


@pytest.mark.parametrize("seed", range(12))
def test_a_part_and_its_share(seed):
    chance = random.Random(seed)
    whole = chance.randrange(120, 900)
    part = chance.randrange(15, whole - 20)
    true = round(100 * part / whole)
    told = true if seed % 2 else true + chance.choice((-7, -4, 4, 7))
    text = replaced(
        source("004"),
        ("осуждено 160 должностных лиц. Из них 144, или 87%", f"осуждено {whole} должностных лиц. Из них {part}, или {told}%"),
    )
    said = verdict(text, "percent", part, whole, told)
    assert (said in {"holds", "holds_with_rounding"}) if seed % 2 else said == "does_not_follow"


@pytest.mark.parametrize("seed", range(12))
def test_a_fall_from_one_figure_to_another(seed):
    chance = random.Random(seed)
    before = chance.randrange(700, 2000)
    after = chance.randrange(150, before - 150)
    true = round(100 * (before - after) / before)
    told = true if seed % 2 else (true + 9 if true < 80 else true - 9)
    text = replaced(source("004"), ("на 50% (с 920 до 462)", f"на {told}% (с {before} до {after})"))
    said = verdict(text, "change", before, after, told)
    assert (said in {"holds", "holds_with_rounding"}) if seed % 2 else said == "does_not_follow"


@pytest.mark.parametrize("seed", range(8))
def test_the_years_of_a_range(seed):
    chance = random.Random(seed)
    low, high = 300, 500
    years = [chance.randrange(low, high + 1) for _ in range(4)]
    if not seed % 2:
        years[chance.randrange(4)] = chance.choice((low - 40, high + 40))
    listed = "; ".join(f"{2019 + place} г. – {value}" for place, value in enumerate(years))
    text = re.sub(r"по 600-900 дел \([^)]*\)", f"по {low}-{high} дел ({listed})", source("004"))
    assert verdict(text, "range", *years) == ("holds" if seed % 2 else "does_not_follow")


@pytest.mark.parametrize("seed", range(8))
def test_the_two_amounts_in_two_currencies(seed):
    chance = random.Random(seed)
    rate = chance.randrange(40000, 60000)
    tenge, each = chance.randrange(1000, 9000), chance.randrange(200, 900)
    euros, per = round(tenge * 10**8 * 100 / rate), round(each * 10**3 * 10**4 / rate) / 100
    if not seed % 2:
        euros = round(euros * 1.2)
    text = replaced(
        source("003"),
        ("733 718 937 EUR (342,5 млрд. тенге)", f"{grouped(euros)} EUR ({tenge // 10},{tenge % 10} млрд. тенге)"),
        ("1 238,14 EUR (578 тыс. тенге)", f"{grouped(int(per))},{round(per * 100) % 100:02d} EUR ({each} тыс. тенге)"),
    )
    said = verdict(text, "exchange", euros)
    assert (said in {"holds", "holds_with_rounding"}) if seed % 2 else said == "does_not_follow"


def test_a_sum_that_no_longer_holds_is_only_no_longer_proposed():
    """ "В СИЗО" is nowhere said to be a part of the prison population: what the text only suggests is never said to fail."""
    text = replaced(source("003"), ("В СИЗО\t6 000", "В СИЗО\t6 100"))
    assert verdict(text, "sum", 34842, 40842) is None
