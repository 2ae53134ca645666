"""The archive that is sealed: its manifest names every member, its names mean the same everywhere, and it is made member by member."""

import hashlib
import io
import json
import zipfile

import pytest

from tirek.ground.seal.packing import MANIFEST, NameRefused, packed

pytestmark = pytest.mark.pure
MEMBERS = [("index.html", b"<p>1"), ("reports/1-2.pdf", b"%PDF" * 9)]


def whole(members=MEMBERS, **told):
    return zipfile.ZipFile(io.BytesIO(b"".join(packed(members, told))))


def test_the_manifest_names_every_member_with_size_and_digest():
    archive = whole(made_on="2026-11-28")
    told = json.loads(archive.read(MANIFEST))
    assert (told["format"], told["made_on"]) == ("tirek-bundle-1", "2026-11-28")
    assert [(each["name"], each["size"], each["sha256"]) for each in told["members"]] == [(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in MEMBERS]
    assert archive.namelist() == [*(name for name, _ in MEMBERS), MANIFEST] and archive.testzip() is None


def test_the_same_members_make_the_same_bytes():
    assert b"".join(packed(MEMBERS, {})) == b"".join(packed(MEMBERS, {}))


def test_a_member_is_asked_for_only_when_the_one_before_has_gone_out():
    asked = []

    def members():
        for name in ("a", "b"):
            asked.append(name)
            yield name, b"x" * 10

    pieces = packed(members(), {})
    assert b"a" in next(pieces) and asked == ["a"] and b"b" in next(pieces) and asked == ["a", "b"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../b", "A", "a b", "", ".x", "a//b", "a\\b", "a/b/c/d/e", MANIFEST, "x\n"])
def test_a_name_that_could_mean_something_else_elsewhere_is_refused(name):
    with pytest.raises(NameRefused):
        list(packed([(name, b"")], {}))


def test_no_name_stands_twice():
    with pytest.raises(NameRefused):
        list(packed([("a", b"1"), ("a", b"2")], {}))
