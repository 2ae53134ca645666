"""Encrypted backups: nobody reads one without its key, nothing of it touches a disk in clear, and with the key it comes back."""

import errno
import io

import pyrage
import pytest

from tests.project.test_backups import nothing_came
from tirek.project.cli import sealing
from tirek.project.cli.troubles import Trouble


def key():
    identity = pyrage.x25519.Identity.generate()
    return str(identity.to_public()), str(identity)


def kept(path, secret):
    path.write_text(f"# a note\n\n{secret}\n")
    return str(path)


@pytest.mark.pure
@pytest.mark.parametrize("told", ["age1", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1QQ", "{a key},nobody"])
def test_a_recipient_that_is_none_is_told(told):
    with pytest.raises(Trouble, match="no age recipient"):
        sealing.recipients({"TIREK_BACKUP_TO": told.replace("{a key}", key()[0])})


@pytest.mark.pure
@pytest.mark.parametrize("content", [b"", b"words" * 3, bytes(range(256)) * 1200], ids=len)
def test_what_is_written_sealed_is_read_with_any_of_the_keys_and_no_other(tmp_path, content):
    (one, secret), (other, second) = key(), key()
    with (tmp_path / "sealed").open("wb") as raw, sealing.sealed(raw, sealing.recipients({"TIREK_BACKUP_TO": f"{one}, {other}"})) as inside:
        inside.write(content)
    assert sealing.is_sealed(tmp_path / "sealed")
    for each in (secret, second):
        with sealing.opened(tmp_path / "sealed", tmp_path, {"TIREK_BACKUP_KEY": kept(tmp_path / "key", each)}) as plain:
            assert plain.read_bytes() == content
        assert not plain.exists()
    with pytest.raises(Trouble, match="not one of its recipients"), sealing.opened(tmp_path / "sealed", tmp_path, {"TIREK_BACKUP_KEY": kept(tmp_path / "key", key()[1])}):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key", "sealed"]


@pytest.mark.pure
def test_without_recipients_it_is_written_as_it_is(tmp_path):
    raw = io.BytesIO()
    with sealing.sealed(raw, []) as inside:
        inside.write(b"words")
    assert raw.getvalue() == b"words"


@pytest.mark.pure
@pytest.mark.parametrize("size", [10, 65_700, 5_000_000])
def test_a_disk_that_is_full_under_the_seal_is_told(size):
    class Full(io.RawIOBase):
        def writable(self):
            return True

        def write(self, piece):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"), sealing.sealed(Full(), sealing.recipients({"TIREK_BACKUP_TO": key()[0]})) as inside:
        inside.write(b"x" * size)


@pytest.mark.pure
def test_what_falls_inside_the_block_is_told_as_it_is():
    with pytest.raises(ZeroDivisionError), sealing.sealed(io.BytesIO(), sealing.recipients({"TIREK_BACKUP_TO": key()[0]})):
        raise ZeroDivisionError


@pytest.mark.pure
@pytest.mark.parametrize(("content", "words"), [(None, "There is no file"), ("# nothing\n", "holds no age key"), ("AGE-SECRET-KEY-1\n", "holds no age key"), ("\x00\xff", "holds no age key")])
def test_a_key_file_that_holds_none_is_told(tmp_path, content, words):
    if content is not None:
        (tmp_path / "key").write_text(content)
    with pytest.raises(Trouble, match=words):
        sealing.identities({"TIREK_BACKUP_KEY": str(tmp_path / "key")})


@pytest.mark.pure
def test_a_key_is_made_once_for_its_owner_alone_and_its_secret_is_not_said(tmp_path, capsys):
    path = tmp_path / "backup.key"
    assert sealing.make_key(str(path)) == 0
    told = capsys.readouterr().out
    assert path.stat().st_mode & 0o777 == 0o600 and "AGE-SECRET-KEY" in path.read_text() and "AGE-SECRET-KEY" not in told
    assert [str(each) for each in sealing.recipients({"TIREK_BACKUP_TO": told.rpartition("TIREK_BACKUP_TO=")[2].strip()})] == [
        str(one.to_public()) for one in sealing.identities({"TIREK_BACKUP_KEY": str(path)})]  # fmt: skip
    with pytest.raises(Trouble, match="exists already"):
        sealing.make_key(str(path))
    with pytest.raises(Trouble, match="cannot be written"):
        sealing.make_key(str(tmp_path / "nowhere/backup.key"))


@pytest.mark.slow
def test_a_sealed_backup_comes_back_with_its_key_and_not_without(filled, new_house, tmp_path):
    public, secret = key()
    target = tmp_path / "backup.age"
    done = filled.tirek("backup", str(target), TIREK_BACKUP_TO=public)
    assert done.returncode == 0 and "Encrypted" in done.stdout, done.stderr
    assert sealing.is_sealed(target) and b"manifest.json" not in target.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["backup.age"]
    altered = bytearray(target.read_bytes())
    altered[-1000] ^= 1
    (tmp_path / "altered.age").write_bytes(altered)
    for source, held, words in ((target, None, "TIREK_BACKUP_KEY"), (target, key()[1], "cannot be decrypted"), (tmp_path / "altered.age", secret, "cannot be decrypted")):
        empty = new_house()
        more = {"TIREK_BACKUP_KEY": kept(tmp_path / "key", held)} if held else {}
        refused = empty.tirek("restore", str(source), **more)
        assert words in refused.stderr
        nothing_came(empty, refused)
    again = new_house()
    back = again.tirek("restore", str(target), TIREK_BACKUP_KEY=kept(tmp_path / "key", secret))
    assert back.returncode == 0 and "Everything holds." in back.stdout, back.stderr
    assert not list(again.folder.rglob("opened*"))
    assert again.make_records(1) == filled.make_records(1)
