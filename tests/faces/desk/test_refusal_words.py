"""A refusal that hangs on a number is told in the form that the number asks for, in every language."""

import pytest
from django.utils.translation import override

from tirek.faces.frame.context import refusal_text
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.records.visits.refusals import WarningsUndecided

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "Wait 1 minute,", 2: "Wait 2 minutes,"}),
        ("ru", {1: "1 минуту", 2: "2 минуты", 5: "5 минут,"}),
        ("kk", {1: "1 минут", 5: "5 минут"}),
        ("ky", {1: "1 мүнөт", 5: "5 мүнөт"}),
    ],
)
def test_the_wait_is_told_in_the_right_form(language, forms):
    with override(language):
        for minutes, words in forms.items():
            assert words in refusal_text(TooManyAttempts(minutes=minutes))


def test_one_warning_is_one_warning():
    assert "1 warning about" in str(WarningsUndecided(count=1)) and "2 warnings about" in str(WarningsUndecided(count=2))
