"""Quality hints: each says what is missing; a whole recommendation has none."""

from dataclasses import replace

import pytest

from tirek.ground.rules.recommendation_quality import HINTS, Draft, hints

WHOLE = Draft(
    (("ru", "Установить в каждой камере вызов дежурного."), ("en", "Put a call button into every cell.")),
    indicator="every cell has one", has_term=True, addressee="mia", addressee_can_act=True, findings=1, standards=1,
)  # fmt: skip


def test_a_whole_recommendation_has_no_hint():
    assert hints(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"indicator": " "}, "not-measurable"),
        ({"has_term": False}, "no-term"),
        ({"addressee": ""}, "not-addressed"),
        ({"addressee_can_act": False}, "addressee-cannot-act"),
        ({"findings": 0}, "no-finding"),
        ({"standards": 0}, "no-standard"),
        ({"texts": (("ru", "Усилить контроль за питанием людей."),)}, "not-specific"),
        ({"texts": (("en", "Improve it."),)}, "too-short"),
        ({"texts": (("en", "Repair the roof; paint the walls; hire a doctor."),)}, "several-actions"),
    ],
)
def test_each_thing_missing_gives_its_own_hint(change, code):
    assert [hint.code for hint in hints(replace(WHOLE, **change))] == [code]
    assert code in HINTS
