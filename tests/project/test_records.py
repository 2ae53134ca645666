"""A record that is handed over proves itself whole: what was taken out of it is named, and no means of signing in goes along."""

import base64
import gzip
import hashlib
import io
import json
import tarfile
import tracemalloc

import pytest

from tests.project.test_sealed_backups import kept, key
from tirek.ground.proof.checkpoint import Checkpoint
from tirek.ground.seal import sealing as seal
from tirek.ground.seal.keys import key_of, recipients
from tirek.project.cli import handing_over, proving
from tirek.project.cli.archives import unpack_to_prove
from tirek.project.cli.rows import EMPTIED, Dumped, models_to_keep, own_means
from tirek.project.cli.troubles import Trouble


def plain_of(path, secret):
    """The members of a sealed archive, by name."""
    opened = io.BytesIO()
    with path.open("rb") as file:
        seal.unseal(file, opened, seal.secret_keys([secret]))
    opened.seek(0)
    with tarfile.open(fileobj=opened) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def packed(members):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def sealed(path, members, public):
    with path.open("wb") as into:
        seal.seal(io.BytesIO(packed(members)), into, recipients([key_of(public)]))
    return path


def without(members, *, place, entry):
    """The archive as a clever hand leaves it: a row, an entry and a file are taken away, and the manifest agrees."""
    rows = [json.loads(line) for line in members["rows.jsonl"].decode().splitlines()]
    first = next(values["id"] for label, values in rows if label == "places.Place")
    file = next(values["sha256"] for label, values in rows if label == "files.StoredFile")
    left = [
        row for row in rows
        if not (place and row[0] == "places.Place" and row[1]["id"] == first) and not (entry is not None and row[0] == "ledger.Entry" and row[1]["seq"] == entry)
    ]  # fmt: skip
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in left).encode()
    told = json.loads(members["manifest.json"])
    told["rows"] |= {label: sum(row[0] == label for row in left) for label in ("places.Place", "ledger.Entry")}
    told |= {"rows_bytes": len(lines), "rows_sha256": hashlib.sha256(lines).hexdigest(), "files": told["files"] - 1}
    kept_files = {name: content for name, content in members.items() if not name.endswith(file)}
    return {**kept_files, "manifest.json": json.dumps(told).encode(), "rows.jsonl": lines}, first, file


@pytest.mark.slow
@pytest.mark.long
def test_a_record_is_handed_over_proved_and_restored_and_what_was_taken_out_of_it_is_named(filled, new_house, tmp_path):
    public, secret = key()
    target, keys = tmp_path / "record.age", {"TIREK_BACKUP_KEY": kept(tmp_path / "key", secret)}
    done = filled.tirek("record", "hand-over", str(target), "--to", public)
    assert done.returncode == 0 and seal.is_sealed(target.read_bytes()), done.stdout + done.stderr
    (tmp_path / "note").write_text("tirek/main\n" + done.stdout.partition("tirek/main\n")[2].partition("Public key")[0].rstrip() + "\n")
    members = plain_of(target, secret)
    told = json.loads(members["manifest.json"])
    assert told["handed_over"]["entries"] == told["rows"]["ledger.Entry"] and "mfa.Authenticator" not in told["rows"]
    elsewhere = new_house()
    proved = elsewhere.tirek("record", "verify", str(target), "--checkpoint", str(tmp_path / "note"), **keys)
    assert proved.returncode == 0, proved.stdout + proved.stderr
    assert "The record is whole: the entries 0 to" in proved.stdout and "The published checkpoint holds" in proved.stdout and "places.Place: " in proved.stdout
    assert not (elsewhere.folder / "main" / "tirek.sqlite3").exists()
    spoilt, place, file = without(members, place=True, entry=7)
    refused = elsewhere.tirek("record", "verify", str(sealed(tmp_path / "spoilt.age", spoilt, public)), "--checkpoint", str(tmp_path / "note"), **keys)
    assert refused.returncode == 1, refused.stdout + refused.stderr
    for words in (f"Row {place} of places_place was deleted without the program.", "Entry 7 is missing.", f"The stored file {file} is missing", "were handed over"):
        assert words in refused.stderr
    restored = elsewhere.tirek("restore", str(target), **keys)
    assert restored.returncode == 0 and "Everything holds." in restored.stdout, restored.stdout + restored.stderr


@pytest.mark.pure
def test_only_public_keys_are_taken_and_a_secret_one_is_not_repeated():
    public, secret = key()
    assert [each.text for each in handing_over.keys_given([public])] == [public]
    with pytest.raises(Trouble, match="no longer secret") as told:
        handing_over.keys_given([secret])
    assert secret not in str(told.value)
    with pytest.raises(Trouble, match="no public key"):
        handing_over.keys_given(["ssh-ed25519 AAAA"])


@pytest.mark.pure
def test_no_means_of_signing_in_goes_along():
    left = {each._meta.label for each in models_to_keep() if own_means(each)}
    assert {"mfa.Authenticator", "account.EmailConfirmation", "people.FailedAttempts", "jobs.Job"} <= left and not {"people.Account", "ledger.Entry", "files.StoredFile"} & left
    assert EMPTIED["people.Account"] == {"password": "!"}


@pytest.mark.pure
def test_the_statement_is_refused_when_somebody_wrote_meanwhile():
    newest, keys = Checkpoint("tirek/main", 5, b"\0" * 32), handing_over.keys_given([key()[0]])
    told = handing_over.statement(Dumped({}, 5), newest, keys, 0)
    assert (told["entries"], told["root"], told["faults"]) == (5, base64.b64encode(b"\0" * 32).decode(), 0)
    for entries in (4, 6):
        with pytest.raises(Trouble, match="Somebody wrote"):
            handing_over.statement(Dumped({}, entries), newest, keys, 0)


@pytest.mark.pure
def test_tables_with_another_number_of_rows_are_named():
    manifest = {"rows": {"places.Place": 3, "ledger.Entry": 2, "files.StoredFile": 0}}
    assert proving.of_numbers(manifest, {"places.Place": 3, "ledger.Entry": 2}) == []
    assert proving.of_numbers(manifest, {"places.Place": 2, "visits.Visit": 1, "ledger.Entry": 2}) == [
        "Of places.Place, 2 rows are here; 3 were written.", "Of visits.Visit, 1 rows are here; 0 were written.",
    ]  # fmt: skip


WHOLE = {"format": "tirek-backup-1", "made_at": "2026-11-28T00:00:00+00:00", "edition": "main", "migrations": [], "rows": {"places.Place": 3}, "files": 0}
STRANGE = {
    "made_at": 5, "edition": None, "migrations": "all", "rows": {"places.Place": "3"}, "handed_over": {"entries": "5", "root": ""}, "files": "3",
}  # fmt: skip


@pytest.mark.pure
@pytest.mark.parametrize("name", STRANGE)
def test_a_manifest_that_tells_otherwise_than_a_backup_does_is_damage_and_no_fault_of_the_program(name, tmp_path):
    (tmp_path / "archive").write_bytes(packed({"manifest.json": json.dumps({**WHOLE, name: STRANGE[name]}).encode(), "rows.jsonl": b""}))
    (tmp_path / "out").mkdir()
    with pytest.raises(Trouble, match="damaged"):
        unpack_to_prove(tmp_path / "archive", tmp_path / "out")


@pytest.mark.pure
def test_a_manifest_without_a_floor_is_damage(tmp_path):
    (tmp_path / "archive").write_bytes(packed({"manifest.json": b"[" * 200_000, "rows.jsonl": b""}))
    (tmp_path / "out").mkdir()
    with pytest.raises(Trouble, match="damaged"):
        unpack_to_prove(tmp_path / "archive", tmp_path / "out")


def raw(*parts):
    """A compressed archive of parts that tarfile would not write."""
    return gzip.compress(b"".join(part.ljust(-(-len(part) // 512) * 512, b"\0") for part in parts))


def head(name, size, kind=tarfile.REGTYPE):
    info = tarfile.TarInfo(name)
    info.size, info.type = size, kind
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.pure
@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_a_header_that_would_fill_the_memory_is_not_read(kind, tmp_path):
    (tmp_path / "archive").write_bytes(raw(head("x", 200_000_000, kind), bytes(200_000_000)))
    tracemalloc.start()
    try:
        with pytest.raises(Trouble, match="longer than a backup's"):
            unpack_to_prove(tmp_path / "archive", tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.pure
def test_headers_within_headers_without_end_are_damage(tmp_path):
    (tmp_path / "archive").write_bytes(raw(*[part for _ in range(3_000) for part in (head("x", 512, tarfile.XHDTYPE), b"13 comment=x\n")]))
    with pytest.raises(Trouble, match="damaged"):
        unpack_to_prove(tmp_path / "archive", tmp_path)


@pytest.mark.pure
def test_more_files_than_the_manifest_counts_are_not_unpacked(tmp_path):
    (tmp_path / "out").mkdir()
    files = {f"files/{at:02x}/{at:02x}{'0' * 62}": b"" for at in range(250)}
    (tmp_path / "archive").write_bytes(packed({"manifest.json": json.dumps({**WHOLE, "files": 5}).encode(), "rows.jsonl": b"", **files}))
    with pytest.raises(Trouble, match="more files than"):
        unpack_to_prove(tmp_path / "archive", tmp_path / "out")
    assert len(list((tmp_path / "out").glob("files/??/*"))) < 10


@pytest.mark.pure
def test_what_follows_after_the_end_of_an_archive_is_not_read_for_ever(tmp_path):
    (tmp_path / "out").mkdir()
    made = gzip.decompress(packed({"manifest.json": json.dumps(WHOLE).encode(), "rows.jsonl": b""}))
    (tmp_path / "archive").write_bytes(gzip.compress(made + bytes(50_000_000)))
    with pytest.raises(Trouble, match="more follows"):
        unpack_to_prove(tmp_path / "archive", tmp_path / "out")


@pytest.mark.pure
def test_for_a_proof_everything_that_differs_from_the_manifest_is_told_at_once(tmp_path):
    rows, good = b"[]\n", b"one file"
    digest = hashlib.sha256(good).hexdigest()
    other = "ab" + "0" * 62
    told = {**WHOLE, "rows_sha256": "0" * 64, "files": 3}
    members = {"manifest.json": json.dumps(told).encode(), "rows.jsonl": rows, f"files/{digest[:2]}/{digest}": good, f"files/ab/{other}": b"altered"}
    (tmp_path / "archive").write_bytes(packed(members))
    (tmp_path / "out").mkdir()
    _manifest, found = unpack_to_prove(tmp_path / "archive", tmp_path / "out")
    assert found == ["The rows are not those that were written: their digest is another one.", f"The file {other} was altered.", "2 files are here; 3 were written."]
