"""Counts in sentences with plural forms: grouped as the reader writes numbers, in the plural that their worth asks for."""

import pytest
from django.template import Context, Template
from django.utils import translation

TEMPLATE = Template("{% load i18n ui %}{% blocktranslate count total=total|counted %}{{ total }} place{% plural %}{{ total }} places{% endblocktranslate %}")


@pytest.mark.pure
@pytest.mark.parametrize(
    ("language", "total", "said"),
    [("en", 49667, "49,667 places"), ("en", 1, "1 place"), ("ru", 49661, "49 661 место"), ("ru", 2, "2 места"), ("ru", 0, "0 мест"), ("kk", 1357, "1 357 орын")],
)
def test_counts_are_grouped_and_in_the_right_plural(language, total, said):
    with translation.override(language):
        assert TEMPLATE.render(Context({"total": total})).replace("\u202f", " ").replace("\xa0", " ") == said
