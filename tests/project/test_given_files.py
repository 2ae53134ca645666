"""A command that is given a file reads regular ones only, within a limit: what has no end does not hold it."""

import os

import pytest

from tirek.project.cli.given_files import bytes_of
from tirek.project.cli.main import main
from tirek.project.cli.troubles import Trouble

pytestmark = pytest.mark.pure


@pytest.fixture
def pipe(tmp_path):
    """A named pipe that nobody writes to."""
    os.mkfifo(tmp_path / "pipe")
    return str(tmp_path / "pipe")


@pytest.mark.parametrize("command", ["extract", "score"])
def test_a_device_a_pipe_and_a_folder_are_refused_with_a_sentence(command, pipe, tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text("12 жалоб")
    for name in ("/dev/zero", "/dev/urandom", pipe, str(tmp_path)):
        for words in [[name, str(text)], [str(text), name]] if command == "score" else [[name]]:
            assert main(["claims", command, *words]) == 3
            told = capsys.readouterr().err
            assert name in told and "is no regular file" in told and told.count("\n") == 1


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(Trouble, match="cannot be read: No such file"):
        bytes_of("/nowhere/at/all", 10)


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read(tmp_path):
    file = tmp_path / "text.txt"
    file.write_bytes(b"x" * 2_000_000)
    assert len(bytes_of(str(file), 2_000_000)) == 2_000_000
    with pytest.raises(Trouble, match=r"larger than 1\.5 MB"):
        bytes_of(str(file), 1_500_000)
