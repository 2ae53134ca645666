"""What a bundle holds beside the commit's files: the wheels and the documentation, which no group may write and which nobody owns."""

import io
import tarfile

import pytest

from tools import bundle

pytestmark = pytest.mark.pure


def test_the_documentation_stands_where_make_docs_would_put_it(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "committed", lambda: iter([(tarfile.TarInfo("tirek/README.md"), io.BytesIO())]))
    for name in ("wheels/one.whl", "site/index.html", "site/ru/how-to/serve.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
        path.chmod(0o666)
    bundle.write(tmp_path / "tirek.tar", tmp_path / "wheels", tmp_path / "site")
    with tarfile.open(tmp_path / "tirek.tar") as archive:
        members = {member.name: member for member in archive}
    assert list(members) == ["tirek/README.md", "tirek/site/index.html", "tirek/site/ru/how-to/serve.html", "tirek/wheels/PLATFORM", "tirek/wheels/one.whl"]
    assert {(each.mode, each.uid, each.uname) for each in members.values()} == {(0o644, 0, "")}


def test_what_the_documentation_is_built_with_is_pinned_by_the_lock():
    lines = bundle.pinned(bundle.DEV_LOCK.read_text(), bundle.MARKDOWN).splitlines()
    assert [line.partition("==")[0] for line in lines if "==" in line] == list(bundle.MARKDOWN)
    assert sum("--hash=sha256:" in line for line in lines) >= 2 and not any(line.startswith("mypy") for line in lines)
