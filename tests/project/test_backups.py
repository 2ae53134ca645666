"""A backup holds everything but the keys, is one moment of a working house, and comes back whole or not at all."""

import gzip
import io
import json
import subprocess
import sys
import tarfile
import threading
import time

import pytest

from tests.project.commands import ROOT, suite_server
from tirek.foundation.jurisdictions.queries import documents
from tirek.project.cli.archives import unpack
from tirek.project.cli.backups import clear_left, locked
from tirek.project.cli.troubles import Trouble

KEYS = ("secret.key", "ledger.key", "seals.key", "factors.key", "passwords.txt")
ARCHIVE = pytest.mark.pure
"""On tests of what is refused by the file or its manifest, before the database is touched: nothing to repeat on PostgreSQL."""


def backed_up(house, tmp_path, name="backup.tar.gz"):
    done = house.tirek("backup", str(tmp_path / name))
    assert done.returncode == 0, done.stderr
    return tmp_path / name


def members(path):
    with tarfile.open(path) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def rewritten(path, change, target):
    """The same archive with changed members."""
    held = members(path)
    change(held)
    with tarfile.open(target, "w:gz") as archive:
        for name, content in held.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target


def nothing_came(house, outcome):
    """The command refused with a sentence, and the folder and database are as empty as before."""
    assert outcome.returncode == 3 and outcome.stderr.startswith("tirek: ") and "Traceback" not in outcome.stderr, outcome.stderr
    folder = house.folder / "main"
    left = [path.name for path in folder.rglob("*") if path.is_file() and path.parent.name != "keys" and path.name not in {".held", "tirek.sqlite3"}]
    assert [name for name in left if not name.startswith("tirek.sqlite3-")] == []
    if not house.url:
        database = folder / "tirek.sqlite3"
        assert not database.exists() or not tables_of(database)


def tables_of(path):
    import sqlite3

    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT name FROM sqlite_master").fetchall()


@pytest.mark.slow
@pytest.mark.long
def test_records_files_and_checkpoints_come_back_and_the_ledger_verifies_with_old_and_new_keys(filled, new_house, tmp_path):
    path = backed_up(filled, tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not any(key in name or key in str(content[:2000]) for name, content in members(path).items() for key in KEYS)
    other = new_house()
    done = other.tirek("restore", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything holds." in done.stdout
    other.make_records(2)
    checked = other.tirek("ledger", "verify")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert len((other.folder / "main/checkpoints/verifiers.txt").read_text().split()) == 2
    assert "stand before the seals of this house" in checked.stderr
    seals = other.folder / "main/keys/seals.key"
    seals.write_text(seals.read_text() + (filled.folder / "main/keys/seals.key").read_text())
    checked = other.tirek("ledger", "verify")
    assert checked.returncode == 0 and "before the seals" not in checked.stderr, checked.stdout + checked.stderr


@pytest.mark.long
@pytest.mark.slow
def test_a_backup_of_one_kind_of_database_comes_back_into_the_other(filled, new_house, tmp_path):
    if not suite_server():
        pytest.skip("the suite on PostgreSQL tries this")
    path = backed_up(filled, tmp_path)
    other = new_house()
    other.url = ""
    assert other.tirek("restore", str(path)).returncode == 0
    back = backed_up(other, tmp_path, "back.tar.gz")
    assert new_house().tirek("restore", str(back)).returncode == 0


@pytest.mark.trial
def test_a_backup_made_while_others_write_is_one_moment(filled, new_house, tmp_path):
    writer = subprocess.Popen([sys.executable, "-c", (ROOT / "tests/project/making.py").read_text(), "100000"], cwd=ROOT, env=filled.environ)
    try:
        time.sleep(1.5)
        paths = [backed_up(filled, tmp_path, f"{number}.tar.gz") for number in range(2)]
        assert writer.poll() is None, "the writer ended before the backups did: nothing was tried"
    finally:
        writer.terminate()
        writer.wait(20)
    for path in paths:
        done = new_house().tirek("restore", str(path))
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@ARCHIVE
def test_a_backup_never_overwrites_and_leaves_nothing_behind_where_it_cannot_write(filled, tmp_path):
    path = tmp_path / "taken"
    path.write_text("mine")
    refused = filled.tirek("backup", str(path))
    assert refused.returncode == 3 and "exists already" in refused.stderr and path.read_text() == "mine"
    assert "does not exist" in filled.tirek("backup", str(tmp_path / "nowhere" / "x")).stderr
    for words in (("backup", str(tmp_path / "x")), ("ledger", "verify")):
        assert "There is nothing to" in filled.tirek(*words, DATA_DIR=str(tmp_path / "fresh" / "deep"), DATABASE_URL="").stderr
        assert not (tmp_path / "fresh").exists(), words


@pytest.mark.slow
@ARCHIVE
def test_a_refused_restore_leaves_no_folder_that_was_not_there_and_keeps_one_that_was(filled, new_house, tmp_path):
    whole = backed_up(filled, tmp_path).read_bytes()
    (tmp_path / "cut").write_bytes(whole[: len(whole) // 2])
    fresh, found = new_house(), new_house()
    assert fresh.tirek("restore", str(tmp_path / "cut")).returncode == 3
    assert not fresh.folder.exists()
    (found.folder / "main").mkdir(parents=True, mode=0o700)
    (found.folder / "main" / "note.txt").write_text("mine")
    assert found.tirek("restore", str(tmp_path / "cut")).returncode == 3
    assert (found.folder / "main" / "note.txt").read_text() == "mine"


@pytest.mark.slow
def test_only_an_empty_place_is_restored_into(filled, tmp_path):
    path = backed_up(filled, tmp_path)
    refused = filled.tirek("restore", str(path))
    assert refused.returncode == 3 and "not empty" in refused.stderr
    assert filled.tirek("ledger", "verify").returncode == 0


@pytest.mark.slow
@ARCHIVE
def test_the_other_edition_is_refused_with_the_setting_that_mends_it(filled, tmp_path, new_house):
    path = backed_up(filled, tmp_path)
    refused = new_house().tirek("restore", str(path), DEMO="1")
    assert refused.returncode == 3 and "Restore it with DEMO=0" in refused.stderr


def bomb(held):
    held["rows.jsonl"] = b"\0" * 50_000_000


def wrong_row(held):
    held["rows.jsonl"] = held["rows.jsonl"].replace("Учреждение 0".encode(), "Учреждение 9".encode())


def unknown_kind(held):
    lines = held["rows.jsonl"].decode().replace('["files.StoredFile"', '["files.Nothing"')
    reseal(held, lines.encode())


def fewer_rows(held):
    lines = held["rows.jsonl"].splitlines(keepends=True)
    reseal(held, b"".join(line for line in lines if b'"files.StoredFile"' not in line))


def reseal(held, rows):
    """What somebody who knows the format would do: the digest agrees again."""
    import hashlib

    manifest = json.loads(held["manifest.json"])
    manifest["rows_sha256"], manifest["rows_bytes"] = hashlib.sha256(rows).hexdigest(), len(rows)
    held["manifest.json"], held["rows.jsonl"] = json.dumps(manifest).encode(), rows


def lost_file(held):
    del held[next(name for name in held if name.startswith("files/"))]


def altered_file(held):
    name = next(name for name in held if name.startswith("files/"))
    held[name] = b"x" * len(held[name])


def newer(held):
    manifest = json.loads(held["manifest.json"])
    manifest["migrations"].append(["ledger", "9999_of_the_future"])
    held["manifest.json"] = json.dumps(manifest).encode()


DAMAGES = {
    "a path that leads out": lambda held: held.update({"../outside.txt": b"x"}),
    "an absolute path": lambda held: held.update({"/etc/motd": b"x"}),
    "a stranger's file": lambda held: held.update({"keys/ledger.key": b"x"}),
    "no manifest": lambda held: held.pop("manifest.json"),
    "no rows": lambda held: held.pop("rows.jsonl"),
    "a bomb": bomb,
    "an altered row": wrong_row,
    "an altered file": altered_file,
    "a lost file": lost_file,
}
LATE = {"a newer version": newer, "a kind of row that is not known": unknown_kind, "fewer rows than counted": fewer_rows}


@pytest.mark.slow
@ARCHIVE
def test_whatever_is_damaged_is_refused_before_anything_is_touched(filled, tmp_path):
    path = backed_up(filled, tmp_path)
    whole = path.read_bytes()
    broken = {
        "cut": whole[: len(whole) // 2], "cut at the end": whole[:-4], "no archive": b"hello", "empty": b"",
        "flipped": whole[:4000] + bytes([whole[4000] ^ 255]) + whole[4001:], "not ours": gzip.compress(b"x" * 2000),
    }  # fmt: skip
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
    for name, damage in DAMAGES.items():
        rewritten(path, damage, tmp_path / name)
    for name in [*DAMAGES, *broken]:
        folder = tmp_path / f"{name} unpacked"
        folder.mkdir()
        with pytest.raises(Trouble, match="Nothing was restored"):
            unpack(tmp_path / name, folder)
        assert not (tmp_path / "outside.txt").exists()
    (tmp_path / "whole").mkdir()
    assert unpack(path, tmp_path / "whole")["files"] == 3 + len(documents())


@ARCHIVE
def test_an_archive_larger_than_the_disk_is_refused_at_its_first_words(tmp_path):
    info = tarfile.TarInfo("rows.jsonl")
    info.size = 10**15
    manifest = tarfile.TarInfo("manifest.json")
    told = {"format": "tirek-backup-1", "made_at": "2026-11-28T00:00:00+00:00", "edition": "main", "migrations": [], "rows": {}, "files": 0}
    content = json.dumps(told).encode()
    manifest.size = len(content)
    with gzip.open(tmp_path / "huge", "wb") as file:
        file.write(manifest.tobuf(tarfile.GNU_FORMAT) + content.ljust(512, b"\0") + info.tobuf(tarfile.GNU_FORMAT))
    with pytest.raises(Trouble, match="more than is free"):
        unpack(tmp_path / "huge", tmp_path)


@pytest.mark.trial
def test_what_fails_late_is_undone_whole_and_the_place_can_be_restored_into(filled, new_house, tmp_path):
    path, house = backed_up(filled, tmp_path), new_house()
    for damage in LATE.values():
        nothing_came(house, house.tirek("restore", str(rewritten(path, damage, tmp_path / "damaged.tar.gz"))))
    assert house.tirek("restore", str(path)).returncode == 0


@ARCHIVE
def test_a_link_in_the_archive_is_refused(tmp_path):
    with tarfile.open(tmp_path / "linked.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("manifest.json")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    with pytest.raises(Trouble, match="no backup holds"):
        unpack(tmp_path / "linked.tar.gz", tmp_path)


@pytest.mark.trial
def test_a_restore_that_was_killed_leaves_a_mark_that_stops_the_start_and_is_run_again(filled, new_house, tmp_path):
    path, house = backed_up(filled, tmp_path), new_house()
    folder = house.folder / "main"
    process = subprocess.Popen([sys.executable, "-m", "tirek", "restore", str(path)], cwd=ROOT, env=house.environ, stdout=subprocess.DEVNULL)
    seen = threading.Event()
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and not seen.is_set():
        if (folder / ".restoring").exists():
            process.kill()
            seen.set()
    process.wait(20)
    assert seen.is_set(), "the restore was over before it could be killed"
    refused = house.tirek("run")
    assert refused.returncode == 3 and "was interrupted" in refused.stderr
    if house.url:
        return  # a server's database is emptied by its owner alone
    done = house.tirek("restore", str(path))
    assert done.returncode == 0, done.stdout + done.stderr


SECURED = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
django.setup()
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from tirek.foundation.people.models import Account
from tirek.foundation.people.services import create_account
from tirek.ground.rules.actors import SYSTEM
for name in ("aida", "bolat"):
    made = create_account(email=f"{name}@npm.example", name=name, language="ru", country="kz", password="four words not together", by=SYSTEM).value
    TOTP.activate(made, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(made)
Authenticator.objects.filter(user=made, type="totp").update(data={"secret": "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA"})
"""


@pytest.mark.trial
def test_second_factors_need_their_key_which_is_in_no_backup(filled, new_house, tmp_path):
    secured = filled.python("-c", SECURED)
    assert secured.returncode == 0, secured.stderr
    in_clear = backed_up(filled, tmp_path, "before.tar.gz")
    assert b"KRUGKIDROVUWG2ZAMJZG653OEBTG66BA" in members(in_clear)["rows.jsonl"], "as an earlier version left it"
    older = new_house()
    done = older.tirek("restore", str(in_clear))
    assert done.returncode == 0 and "2 cannot be read here" in done.stdout, done.stdout + done.stderr
    rows = members(backed_up(older, tmp_path, "after.tar.gz"))["rows.jsonl"]
    assert b"KRUGKIDROVUWG2ZAMJZG653OEBTG66BA" not in rows and b"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" not in rows
    told = older.tirek("check")
    assert told.returncode == 1 and "codes of 2 accounts were sealed with another key" in told.stdout + told.stderr
    other = new_house()
    keys = other.folder / "main/keys"
    keys.mkdir(parents=True, mode=0o700)
    (other.folder / "main").chmod(0o700)
    (keys / "factors.key").write_bytes((filled.folder / "main/keys/factors.key").read_bytes())
    (keys / "factors.key").chmod(0o600)
    done = other.tirek("restore", str(in_clear))
    assert done.returncode == 0 and "cannot be read here" not in done.stdout, done.stdout + done.stderr
    assert other.tirek("check").returncode == 0


@ARCHIVE
def test_what_a_killed_backup_left_goes_and_what_a_living_one_has_stays(tmp_path):
    for name in (".tirek-backup-dead", ".tirek-backup-living"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rows.jsonl").write_text("in clear")
    for name in (".tirek-backup-dead.age.part", ".tirek-backup-living.age.part", ".somebodys.part", "backup.age"):
        (tmp_path / name).write_text("x")
    with locked(tmp_path / ".tirek-backup-living"), locked(tmp_path / ".tirek-backup-living.age.part"):
        clear_left(tmp_path, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".somebodys.part", ".tirek-backup-living", ".tirek-backup-living.age.part", "backup.age"]
