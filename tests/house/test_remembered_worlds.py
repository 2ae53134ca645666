"""A world that is put back is one of today: what was made yesterday is made anew, whatever the clock of a run says."""

from datetime import date

import pytest
from django.utils import timezone

from tests import remembering, world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def test_a_world_of_yesterday_is_another_than_that_of_today():
    world.members()
    rows = remembering.lines()
    here, real = remembering.state(rows), timezone.localdate
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(timezone, "localdate", lambda *_args, **_given: date(2020, 1, 1))
        assert remembering.state(rows) != here
    assert timezone.localdate is real and remembering.state(rows) == here
