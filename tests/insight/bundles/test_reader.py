"""The reader that a delegation opens a bundle with: a file of its own, which opens, compares, and refuses what could do harm."""

import io
import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.insight.bundles.making import PUBLIC, SECRET
from tirek.ground.seal import packing, sealing
from tirek.ground.seal.keys import Key, key_of, recipients
from tirek.insight.bundles.reader import open_bundle

pytestmark = pytest.mark.pure
MEMBERS = [("index.html", b"<p>hello"), ("reports/1.pdf", b"%PDF" * 100)]


@pytest.fixture
def key(tmp_path):
    (tmp_path / "key").write_text(f"# public key: {PUBLIC}\n{SECRET}\n")
    return str(tmp_path / "key")


def sealed(tmp_path, plain, to=PUBLIC):
    target = tmp_path / "bundle.age"
    with target.open("wb") as into:
        sealing.seal(io.BytesIO(plain), into, recipients([key_of(to)]))
    return str(target)


def whole(members=MEMBERS):
    return b"".join(packing.packed(members, {"for": "Council of Visits", "made_on": "2026-11-28"}))


def spoilt(change, members=MEMBERS, packed=zipfile.ZIP_DEFLATED):
    """An archive whose members or manifest were changed by `change(contents)`; a list of pairs, since a name may stand twice."""
    with zipfile.ZipFile(io.BytesIO(whole(members))) as archive:
        contents = [(name, archive.read(name)) for name in archive.namelist()]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        for name, content in change(contents):
            archive.writestr(name, content)
    return made.getvalue()


def test_it_unpacks_every_file_for_its_owner_alone_and_says_for_whom(tmp_path, key):
    said = open_bundle.run([sealed(tmp_path, whole()), key, str(tmp_path / "out")])
    assert "2 files, for Council of Visits, made on 2026-11-28" in said and str(tmp_path / "out" / "index.html") in said
    assert (tmp_path / "out" / "reports" / "1.pdf").read_bytes() == b"%PDF" * 100 and (tmp_path / "out" / "manifest.json").exists()
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_it_checks_without_writing_anything(tmp_path, key):
    bundle = sealed(tmp_path, whole())
    before = sorted(tmp_path.rglob("*"))
    assert "Every file is the one" in open_bundle.run(["--check", bundle, key]) and sorted(tmp_path.rglob("*")) == before


def test_it_runs_alone_without_anything_of_this_house(tmp_path, key):
    program = tmp_path / "open_bundle.py"
    program.write_bytes(Path(open_bundle.__file__).read_bytes())
    asked = [sys.executable, "-I", str(program), "--check", sealed(tmp_path, whole()), key]
    assert "Every file is the one" in subprocess.run(asked, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    stranger = sealed(tmp_path, whole(), sealing.new_pair()[1])
    refused = subprocess.run([*asked[:-2], stranger, key], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert refused.returncode == 1 and "not sealed to this key" in refused.stderr and "Traceback" not in refused.stderr


def test_it_opens_with_the_command_age_where_the_library_is_not(tmp_path, key, monkeypatch):
    stand_in = tmp_path / "bin" / "age"
    stand_in.parent.mkdir()
    stand_in.write_text(f"#!{sys.executable}\nimport sys, pyrage\nkey = [each for each in open(sys.argv[3]).read().split() if each.startswith('AGE')][0]\n"
                        "sys.stdout.buffer.write(pyrage.decrypt(open(sys.argv[4], 'rb').read(), [pyrage.x25519.Identity.from_str(key)]))\n")  # fmt: skip
    stand_in.chmod(0o755)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    bundle = sealed(tmp_path, whole())
    monkeypatch.setenv("PATH", str(stand_in.parent))
    assert "Every file is the one" in open_bundle.run(["--check", bundle, key])
    with pytest.raises(open_bundle.Refused, match="cannot be decrypted"):
        open_bundle.run(["--check", key, key])
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(open_bundle.Refused, match="Install one of them"):
        open_bundle.run(["--check", bundle, key])


def relisted(contents, **changes):
    """The same files with another manifest."""
    told = json.loads(dict(contents)["manifest.json"])
    for each in told["members"]:
        each.update(changes)
    return [*contents[:-1], ("manifest.json", json.dumps(told).encode())]


CHANGES = {
    "another byte": (lambda contents: [("index.html", b"<p>hallo"), *contents[1:]], "not the one that the manifest names"),
    "a file away": (lambda contents: contents[1:], "missing: index.html"),
    "a file more": (lambda contents: [("more.html", b""), *contents], "not in the manifest: more.html"),
    "a way out": (lambda contents: [("../out.html", b""), *contents], "unsafe name"),
    "an absolute name": (lambda contents: [("/etc/passwd", b""), *contents], "unsafe name"),
    "a device of Windows": (lambda contents: [("con.html", b""), *contents], "unsafe name"),
    "a manifest that says less": (lambda contents: relisted(contents, size=3), "larger than the manifest says"),
    "a manifest that says more": (lambda contents: relisted(contents, size=5_000_000_000), "larger than any bundle"),
    "a size below nothing": (lambda contents: relisted(contents, size=-1), "no file can have"),
    "a size without end": (lambda contents: [*contents[:-1], ("manifest.json", dict(relisted(contents))["manifest.json"].replace(b'"size": 8', b'"size": Infinity'))], "no file can have"),
    "a size that is yes": (lambda contents: relisted(contents, size=True), "no file can have"),
    "a manifest without a floor": (lambda contents: [*contents[:-1], ("manifest.json", b"[" * 200_000)], "not a bundle"),
    "no manifest": (lambda contents: contents[:-1], "no manifest"),
    "another format": (lambda contents: [*contents[:-1], ("manifest.json", b"{}")], "not of the format"),
    "a manifest that is no JSON": (lambda contents: [*contents[:-1], ("manifest.json", b"{")], "not a bundle"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_it_refuses_a_bundle_with(what, tmp_path, key):
    change, words = CHANGES[what]
    with pytest.raises(open_bundle.Refused, match=words):
        open_bundle.run([sealed(tmp_path, spoilt(change)), key, str(tmp_path / "out")])
    assert not (tmp_path / "out").exists() and not (tmp_path.parent / "out.html").exists()


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_it_refuses_what_is_packed_otherwise(packed, tmp_path, key):
    with pytest.raises(open_bundle.Refused, match="packed otherwise"):
        open_bundle.run(["--check", sealed(tmp_path, spoilt(lambda contents: contents, packed=packed)), key])


def test_it_refuses_a_member_that_asks_for_a_password(tmp_path, key):
    asks = bytearray(whole())
    asks[asks.find(b"PK\x01\x02") + 8] |= 1  # the flag that says so, of the first entry
    with pytest.raises(open_bundle.Refused, match="packed otherwise"):
        open_bundle.run(["--check", sealed(tmp_path, bytes(asks)), key])


def test_the_names_of_too_many_files_are_not_even_read(tmp_path, key, monkeypatch):
    many = sealed(tmp_path, spoilt(lambda contents: [*((f"{number}.html", b"") for number in range(open_bundle.MOST_FILES)), *contents]))
    monkeypatch.setattr(zipfile, "ZipFile", lambda plain: pytest.fail("read"))
    with pytest.raises(open_bundle.Refused, match="too many files"):
        open_bundle.run(["--check", many, key])


def test_a_second_end_for_larger_archives_is_refused(tmp_path, key):
    plain = whole()
    at = plain.rfind(b"PK\x05\x06")
    with pytest.raises(open_bundle.Refused, match="packed otherwise"):
        open_bundle.run(["--check", sealed(tmp_path, plain[:at] + b"PK\x06\x07" + b"\0" * 16 + plain[at:]), key])


def test_what_it_says_moves_no_terminal_and_names_the_digest_that_vouches(tmp_path, key):
    plain = b"".join(packing.packed(MEMBERS, {"for": "\x1b[2JCouncil\x07", "made_on": "2026-11-28"}))
    bundle = sealed(tmp_path, plain)
    said = open_bundle.run(["--check", bundle, key])
    assert "for ?[2JCouncil?," in said and sha256(Path(bundle).read_bytes()).hexdigest() in said


def test_a_bomb_is_stopped_where_the_manifest_ends(tmp_path, key):
    bomb = spoilt(lambda contents: [("index.html", b"\0" * 50_000_000), *contents[1:]])
    assert len(bomb) < 100_000
    with pytest.raises(open_bundle.Refused, match="larger than the manifest says"):
        open_bundle.run(["--check", sealed(tmp_path, bomb), key])


def test_more_than_a_bundle_can_have_is_not_even_decrypted_to_its_end(tmp_path, key, monkeypatch):
    monkeypatch.setattr(open_bundle, "MOST_BYTES", 100)
    with pytest.raises(open_bundle.Refused, match="larger than any bundle"):
        open_bundle.run(["--check", sealed(tmp_path, whole()), key])


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path, key):
    with pytest.raises(open_bundle.Refused, match="exists already"):
        open_bundle.run([sealed(tmp_path, whole()), key, str(tmp_path)])
    assert Path(key).exists()


def test_it_says_the_same_fingerprint_as_the_mechanism_sees_and_else_how_to_use_it():
    assert open_bundle.run(["--fingerprint", f" {PUBLIC.upper()} "]) == Key(PUBLIC).fingerprint
    assert "python3 open_bundle.py BUNDLE KEY FOLDER" in open_bundle.run([])
