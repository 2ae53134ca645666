"""The invented country's questions: one published, one in work, with differences, what explains them, and silences."""

import pytest

from tirek.insight.claims.queries import topic, topics
from tirek.insight.publications.queries import published_topics
from tirek.project.demonstration.telling import Telling

pytestmark = pytest.mark.usefixtures("told")


def test_the_questions_show_differences_and_silence():
    by = Telling().actor("analyst")
    lines = topics(by=by, country="demo")
    assert [line.key for line in lines] == ["complaints-of-2025", "rise-or-fall"]
    found = topic(lines[0].id, by=by, country="demo").lists
    assert len(found.differ) == 2 and {each.point for each in found.unknown} == {"means", "deaths", "lost"}
    assert [len(each.reasons) for each in topic(lines[1].id, by=by, country="demo").lists.differ] == [1]
    assert [each.key for each in published_topics("demo")] == ["complaints-of-2025"]
