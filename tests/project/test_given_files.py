"""A command that is given a file reads regular ones only, within a limit: what has no end does not hold it."""

import os

import pytest

from tirek.project.cli.given_files import bytes_of, check_place, check_source
from tirek.project.cli.main import main
from tirek.project.cli.troubles import Trouble, told

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


def test_what_is_no_file_or_no_place_for_one_is_told(pipe, tmp_path):
    for name in (tmp_path / "nowhere", tmp_path, pipe, tmp_path / "pipe" / "x"):
        with pytest.raises(Trouble, match="There is no file"):
            check_source(tmp_path / name)
    with pytest.raises(Trouble, match="exists already"):
        check_place(tmp_path / "pipe")
    with pytest.raises(Trouble, match="does not exist"):
        check_place(tmp_path / "nowhere" / "backup")
    check_place(tmp_path / "backup")


@pytest.mark.parametrize(("shut", "words"), [("stat", "may not look into"), ("access", "may not")])
def test_where_the_user_of_the_service_may_not_go_is_one_sentence_that_names_both(monkeypatch, tmp_path, shut, words):
    """On a server the command runs as that user, and whoever types it is root: what lies in root's own folder is the likeliest first mistake."""
    file = tmp_path / "backup.age"
    file.touch()
    refuse = {"stat": lambda *_asked, **_how: (_ for _ in ()).throw(PermissionError(13, "Permission denied")), "access": lambda *_asked: False}
    monkeypatch.setattr(os, shut, refuse[shut])
    for check, path in ((check_source, file), (check_place, tmp_path / "other.age")):
        with pytest.raises(Trouble, match=words) as refused:
            check(path)
        assert str(tmp_path) in str(refused.value) and "install" in str(refused.value)


def test_a_data_folder_that_is_somebody_elses_is_one_sentence(capsys):
    """Whoever copies a folder back as root leaves the service before a shut door, again at each start."""

    def shut():
        raise PermissionError(13, "Permission denied", "/var/lib/tirek/main")

    assert told(shut) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "/var/lib/tirek/main" in said and "chown" in said
