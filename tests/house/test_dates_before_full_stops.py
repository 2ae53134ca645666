"""A Russian date in words ends with «г.»: a sentence that ended with it would show two full stops."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

RUSSIAN = Path(__file__).parents[2] / "locale" / "ru" / "LC_MESSAGES" / "django.po"
DATES = ("closed", "date", "day", "days", "due", "end", "first", "held", "issued", "last", "on", "received", "since", "until")
ENDS_IN_A_DATE = re.compile(rf"%\((?:{'|'.join(DATES)})\)s\.")


def sentences():
    with RUSSIAN.open("rb") as file:
        for each in read_po(file, locale="ru"):
            yield from (each.string,) if isinstance(each.string, str) else each.string


def test_no_russian_sentence_ends_with_a_date():
    assert [each for each in sentences() if ENDS_IN_A_DATE.search(each)] == []
