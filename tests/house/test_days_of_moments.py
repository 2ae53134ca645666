"""A moment is shown by its day in the country's zone: a page that cut the date off a moment would show the day before until five in the morning."""

import re
from datetime import UTC, datetime
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import timezone

from tirek.faces.portal.versions import ListedVersion
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries.editions import version_of

FACES = Path(__file__).parents[2] / "tirek" / "faces"
CUT = re.compile(r"\w+_at\.date\b")


def test_no_face_cuts_the_date_off_a_moment():
    files = [path for ending in ("html", "py") for path in FACES.rglob(f"*.{ending}")]
    assert [str(path) for path in files if CUT.search(path.read_text(encoding="utf-8"))] == []


def test_the_list_of_editions_has_the_day_of_the_country():
    late = version_of(1, datetime(2026, 3, 1, 20, 0, tzinfo=UTC), "", Words(), None, None)
    with timezone.override("Asia/Almaty"):
        assert "2026-03-02" in render_to_string("portal/_versions.html", {"versions": [ListedVersion(late, "", "/1/")], "shown": None})
