"""A select is written without templates, and still sign for sign as Django's templates write it."""

from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.ui.selects import PlainSelects

pytestmark = pytest.mark.pure

CHOICES = [
    ("", "—"), ("a&b", "<b> & \"quoted\" 'too'"), (1, 1234567), (Decimal("1.5"), Decimal("1234.5")), (True, None), ("lazy", gettext_lazy("Russian")),
    (mark_safe("&amp;"), mark_safe("<i>kept</i>")), ("Group <1>", [("x", "inside"), ("y", "inside too")]), ("last", "after the group"),
]  # fmt: skip


def both(widget: forms.Select, name: str, held: Any, attrs: dict[str, Any]) -> tuple[str, str]:
    return widget.render(name, held, attrs, PlainSelects()), widget.render(name, held, attrs, DjangoTemplates())


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("widget", [forms.Select(choices=CHOICES), forms.SelectMultiple(choices=CHOICES), forms.NullBooleanSelect(), forms.Select()])
def test_is_written_as_django_writes_it(widget: forms.Select, language: str) -> None:
    with override(language):
        ours, theirs = both(widget, "a<b", "1", {"id": "id_<x>", "disabled": True, "hidden": False, "data-n": 12345, "title": 'said "so"'})
    assert ours == theirs


words = st.text(st.sampled_from("a<>&\"' \nж"), max_size=6)


@given(st.lists(st.tuples(words, words)), words, words, st.dictionaries(words, words | st.booleans() | st.integers()))
def test_whatever_is_offered(choices: list[tuple[str, str]], name: str, held: str, attrs: dict[str, Any]) -> None:
    ours, theirs = both(forms.Select(choices=choices), name, held, attrs)
    assert ours == theirs


def test_a_widget_with_an_option_of_its_own_keeps_it() -> None:
    class Own(forms.Select):
        option_template_name = "django/forms/widgets/checkbox_option.html"

    ours, theirs = both(Own(choices=[("a", "A")]), "own", "a", {})
    assert ours == theirs and "<option" not in ours
