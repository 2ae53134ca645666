"""The board and the time line count what the list holds: each column is the list under one filter more, each day of the line what was issued or falls due on it."""

from collections import Counter
from datetime import timedelta

import pytest

from tests import world
from tests.followup.recommendations.making import ago, answer, issued, today, verify
from tests.people import analyst, foreigner, head, secretary
from tirek.followup.recommendations import queries, services

pytestmark = pytest.mark.django_db
WHOM = {"by": head, "country": "demo"}


@pytest.fixture
def six():
    """Six of different standing, theme, addressee and labels, one of them withdrawn."""
    team = world.members()
    keys = []
    for number, (days, addressee) in enumerate(((400, "lum-prison-service"), (300, "lum-prison-service"), (200, "lum-law"), (100, "lum-law"), (50, "lum-care"), (40, "lum-care"))):
        seen = world.concluded(world.prison(f"Дом {number}"), team)
        keys.append(issued(seen, number=f"Р-{number}", days=days, addressee=addressee))
    answer(keys[0])
    answer(keys[1], "rejected")
    verify(keys[0], "implemented")
    verify(keys[2], "partially_implemented")
    services.set_theme(recommendation_id=keys[1], theme="law_policy", by=secretary)
    for key, labels in ((keys[0], ("group-women", "group-staff", "mandela-24")), (keys[1], ("group-women",)), (keys[3], ("sdg-16.3", "group-women")), (keys[5], ("group-staff",))):
        services.set_labels(recommendation_id=key, add=labels, by=secretary)
    services.withdraw(recommendation_id=keys[5], reason="Учреждение закрыто.", by=secretary)
    return keys


ASKED = [{}, {"word": "none"}, {"overdue": True}, {"theme": "law_policy"}, {"theme": queries.NOTHING}, {"labels": ("group-women",)}, {"labels": ("group-women",), "overdue": True}, {"addressee": "lum-law"}, {"state": "withdrawn"}]


def test_each_column_is_the_list_under_one_filter_more(six):
    for asked in ASKED:
        filters = queries.on_board(queries.Filters(**asked))
        listed = {one.id for one in queries.recommendations(**WHOM, today=today(), filters=filters)}
        for dimension in queries.dimensions():
            columns = queries.board_columns(**WHOM, today=today(), filters=queries.Filters(**asked), dimension=dimension)
            cards = queries.board_cards(**WHOM, today=today(), filters=queries.Filters(**asked), dimension=dimension, keys=columns, size=2)
            met = set()
            for key, total in columns.items():
                narrow = queries.within(filters, dimension, key)
                column = queries.recommendations(**WHOM, today=today(), filters=narrow, size=50)
                assert (len(column), queries.counts(**WHOM, today=today(), filters=narrow).total) == (total, total), (asked, dimension, key)
                assert [one.id for one in cards[key]] == [one.id for one in column][:2]
                met |= {one.id for one in column}
            assert met <= listed and (dimension not in ("word", "verification", "theme", "addressee") or met == listed), (asked, dimension)


def test_one_that_bears_two_labels_stands_in_two_columns_and_what_bears_none_in_none(six):
    assert queries.board_columns(**WHOM, today=today(), filters=queries.Filters(), dimension="group") == {"group-women": 3, "group-staff": 1}
    assert queries.board_columns(**WHOM, today=today(), filters=queries.Filters(), dimension="standard") == {"mandela-24": 1}
    assert queries.board_columns(**WHOM, today=today(), filters=queries.Filters(labels=("group-staff",)), dimension="group") == {"group-women": 1, "group-staff": 1}


def test_nobody_from_elsewhere_finds_a_column(six):
    for dimension in queries.dimensions():
        assert queries.board_columns(by=foreigner, country="demo", today=today(), filters=queries.Filters(), dimension=dimension) == {}
    assert queries.board_columns(by=analyst, country="demo", today=today(), filters=queries.Filters(), dimension="verification") == {"implemented": 1, "partially_implemented": 1, "not_verified": 3}


def test_the_line_counts_by_day_what_the_list_holds(six):
    for asked in ASKED:
        lines = queries.recommendations(**WHOM, today=today(), filters=queries.Filters(**asked))
        for column in ("issued_on", "due_on"):
            assert queries.by_days(column, **WHOM, today=today(), filters=queries.Filters(**asked)) == Counter(getattr(one, column) for one in lines)


def test_the_list_is_cut_by_days_of_issue_and_of_the_answer(six):
    def found(**asked):
        return [one.id for one in queries.recommendations(**WHOM, today=today(), filters=queries.Filters(**asked), order="issued")]

    assert found(issued_from=ago(300), issued_until=ago(200)) == [six[1], six[2]]
    assert found(due_from=ago(400), due_until=ago(200) - timedelta(days=1)) == [one.id for one in queries.recommendations(**WHOM, today=today(), order="issued") if one.due_on < ago(200)]
