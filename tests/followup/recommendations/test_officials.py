"""Who answered for an authority: a name and a function in office, and nothing that tells more of the person."""

import pytest

from tirek.followup.recommendations.refusals import OfficialUnfit
from tirek.followup.recommendations.texts import check_official

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("name", "function"),
    [("", ""), ("Айман Серикова", ""), ("А. Б. Серикова-Ким", "Начальник ИК-12 по отделу № 3"), ("", "Заместитель министра, 2 ранга"), ("я" * 120, "н" * 200)],
)
def test_a_name_and_a_function_fit(name, function):
    check_official(name, function)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("Айман Серикова, тел. 55", ""), ("a@b.example", ""), ("", "инспектор, 8 (7172) 55-66-77"), ("", "инспектор a@b.example"), ("", "ИИН 850101300123"),
        ("я" * 121, ""), ("", "н" * 201),
    ],
)  # fmt: skip
def test_what_tells_more_of_the_person_than_of_the_office_does_not(name, function):
    with pytest.raises(OfficialUnfit):
        check_official(name, function)
