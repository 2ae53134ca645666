"""Signs that nobody sees: what databases and XML refuse goes, what turns the direction of writing too; words stay."""

from tirek.ground.rules.unseen_signs import without_controls, without_turns


def test_control_characters_go_and_lines_tabs_and_words_stay():
    assert without_controls("Стена\x00 \x0bсырая\x85\ud83d\uffff\r\nи\tтёмная\rвсегда") == "Стена сырая\nи\tтёмная\nвсегда"


def test_marks_that_turn_the_direction_go_only_where_asked():
    turned = "Министерство\u202e\u2066 \u200fҚұқық"
    assert without_controls(turned) == turned
    assert without_turns(turned) == "Министерство Құқық"
