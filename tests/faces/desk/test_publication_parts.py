"""Where a text stands in an edition, in the reader's words."""

import dataclasses

import pytest
from django.utils.translation import override

from tirek.faces.desk.publications.parts import PARTS, way_words
from tirek.insight.reports.documents import model


@pytest.mark.parametrize(("language", "told"), [("en", "mission 1 › report 2 › title (Русский)"), ("ru", "миссия 1 › доклад 2 › название (Русский)"), ("kk", "миссия 1 › баяндама 2 › атауы (Русский)")])
def test_a_way_is_told_in_the_readers_words(language, told):
    with override(language):
        assert way_words("missions 1 › reports 2 › title › texts › ru") == told


def test_a_code_of_the_thing_itself_stands_as_it_is():
    with override("en"):
        assert way_words("figures › visits-2017 › quote") == "figure › visits-2017 › quotation"


def test_what_has_no_name_is_called_text():
    with override("en"):
        assert way_words("unheard_of") == "text"


def test_every_text_of_a_report_has_a_name():
    parts = [each for each in vars(model).values() if dataclasses.is_dataclass(each)]
    fields = {one.name for part in parts for one in dataclasses.fields(part) if "Words" in str(one.type) or "tuple[" in str(one.type)}
    assert fields - {"rows", "languages", "texts"} - set(PARTS) == set()
