"""Why a passage stays: in general words, since the reason is read wherever the passages are listed."""

import pytest

from tirek.ground.rules.open_texts import PassagesUndecided, ReasonNames, newly_kept

pytestmark = pytest.mark.pure
TEXT = "Начальник смены Петров А.В. сообщил об этом."


@pytest.mark.parametrize(
    "because", ["Азамат Ибраимов, ИИН 900101300123, согласен.", "Петров А.В. — должностное лицо", "Звонить +7 701 123 45 67.", "просил 900101300123"]
)
def test_a_reason_repeats_no_passage_and_holds_no_name_and_no_number(because):
    with pytest.raises(ReasonNames):
        newly_kept("a", [TEXT], because, ())


@pytest.mark.parametrize(
    "because",
    ["Это должностное лицо, действующее по должности.", "An office-holder acting in office.", "Бул кызмат адамы.", "Бұл лауазымды адам.", "Приказ № 12 от 01.02.2024."],
)
def test_a_reason_in_general_words_keeps_it(because):
    assert len(newly_kept("a", [TEXT], because, ())) == 1


def test_without_a_reason_nothing_stays():
    with pytest.raises(PassagesUndecided):
        newly_kept("a", [TEXT], " ", ())
