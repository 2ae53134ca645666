"""What a killed writer left unfinished goes after a day; what was finished, and what is being written, stays."""

import os

import pytest

from tirek.foundation.files.bytes import DAY, clear_drafts, keep, keep_written, path_of

pytestmark = pytest.mark.pure
NOW = 1_800_000_000.0


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def left(folder, name, age):
    """A file of that age in seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"half")
    os.utime(folder / name, (NOW - age, NOW - age))
    return folder / name


def test_a_draft_of_yesterday_goes_and_one_of_today_stays(tmp_path):
    digest = keep(b"whole")
    large, _size = keep_written(lambda into: into.write(b"sealed"))
    for each in (digest, large):
        os.utime(path_of(each), (0, 0))
    files = tmp_path / "files"
    old = [left(files, "tmpold", DAY), left(files / digest[:2], "tmpold", 9 * DAY)]
    new = [left(files, "tmpnew", DAY - 60), left(files / digest[:2], "tmpnew", 5)]
    assert clear_drafts(NOW) == 2
    assert not any(each.exists() for each in old) and all(each.exists() for each in new)
    assert path_of(digest).read_bytes() == b"whole" and path_of(large).read_bytes() == b"sealed"


def test_where_nothing_was_kept_nothing_is_cleared():
    assert clear_drafts(NOW) == 0
