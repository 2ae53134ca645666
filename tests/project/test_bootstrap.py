"""Making the environment: an old Python, a Python without venv and a failing package index each get one plain sentence."""

import io
import os
import shutil
import subprocess
import sys
import tarfile

import pytest

from tests.project.commands import ROOT

pytestmark = pytest.mark.pure

OLD = "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
BARE = "import sys, runpy; sys.modules['ensurepip'] = None; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"


@pytest.fixture
def checkout(tmp_path):
    """A checkout with only what making the environment needs, in a folder whose name has spaces."""
    root = tmp_path / "a place with spaces"
    (root / "tools").mkdir(parents=True)
    for name in ("tools/bootstrap.py", "Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, root / name)
    return root


def interpreter(folder, code):
    """A fake python3: the real one, made to believe something about itself."""
    path = folder / "python3"
    script = folder / "pretend.py"
    script.write_text(code)
    path.write_text(f'#!/bin/sh\nif [ "$1" = -c ]; then exec "{sys.executable}" "$@"; fi\nexec "{sys.executable}" "{script}" "$@"\n')
    path.chmod(0o755)
    return path


def make(root, *arguments, **more):
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["make", *arguments], cwd=root, env={**environ, **more}, capture_output=True, text=True, timeout=60)


def one_sentence(done):
    """The sentence of a refused start; make adds a line of its own."""
    assert done.returncode != 0 and "Traceback" not in done.stderr, done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(lines) == 1 and lines[0].startswith("tirek: "), done.stderr
    return lines[0]


def test_an_old_python_is_told_which_one_is_needed(checkout, tmp_path):
    said = one_sentence(make(checkout, "run", f"PYTHON={interpreter(tmp_path, OLD)}"))
    assert "Python 3.9 is too old" in said and "make run PYTHON=python3.11" in said
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("python", ["/nonexistent", "python3.99", "a place/python3"])
def test_a_python_that_does_not_exist_is_one_sentence(checkout, python):
    for target in ("run", "test"):
        said = one_sentence(make(checkout, target, f"PYTHON={python}"))
        assert f"PYTHON={python} is no program here" in said and "make run PYTHON=python3.11" in said
    assert not (checkout / ".venv").exists()


def test_a_python_without_venv_is_told_what_to_install(checkout, tmp_path):
    said = one_sentence(make(checkout, "run", f"PYTHON={interpreter(tmp_path, BARE)}"))
    assert "no venv module" in said and "apt install python3-venv" in said


def test_no_python_at_all_is_told(checkout):
    said = one_sentence(make(checkout, "run", "PYTHON="))
    assert "no python3 was found" in said


def packed(path, names):
    """An archive with files of these names, a byte in each."""
    with tarfile.open(path, "w") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 1
            archive.addfile(member, io.BytesIO(b"x"))
    return path


def test_a_bundle_that_is_none_is_told(checkout, tmp_path):
    (tmp_path / "text.tar").write_text("no archive")
    for given, words in ((tmp_path / "gone.tar", "is not there"), (tmp_path / "text.tar", "is no bundle, or a damaged one"), (packed(tmp_path / "bare.tar", ["tirek/README.md"]), "holds no wheels")):
        said = one_sentence(make(checkout, "run", f"PYTHON={sys.executable}", f"BUNDLE={given}"))
        assert words in said and str(given) in said
    assert not (checkout / ".venv").exists()


def test_of_a_bundle_wheels_alone_are_taken_under_their_bare_names(tmp_path):
    code = "import os, sys, tarfile; sys.path.insert(0, sys.argv[1]); import bootstrap; archive = tarfile.open(sys.argv[2]); [bootstrap.take_wheel(archive, one, sys.argv[3]) for one in archive]"
    (tmp_path / "taken").mkdir()
    archive = packed(tmp_path / "b.tar", ["tirek/wheels/a.whl", "../../wheels/b.whl", "/etc/wheels/c.whl", "tirek/wheels/PLATFORM", "tirek/wheels/run.sh", "tirek/tools/d.whl", "wheels/../e.whl"])
    subprocess.run([sys.executable, "-c", code, str(ROOT / "tools"), str(archive), str(tmp_path / "taken")], check=True)
    assert sorted(path.name for path in (tmp_path / "taken").iterdir()) == ["PLATFORM", "a.whl", "b.whl", "c.whl"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.tar", "taken"]


@pytest.mark.trial
def test_a_bundle_for_another_python_says_for_which(checkout, tmp_path):
    (checkout / "requirements.lock").write_text("no-such-package-of-ours==1.0 --hash=sha256:" + "0" * 64 + "\n")
    (checkout / "wheels").mkdir()
    (checkout / "wheels/PLATFORM").write_text("cp39-plan9\n")
    done = make(checkout, "venv", f"PYTHON={sys.executable}")
    assert done.returncode != 0 and "it was made for cp39-plan9, and this is Python" in done.stderr


@pytest.mark.trial
def test_an_index_that_does_not_answer_is_told_and_a_second_try_starts_over(checkout):
    (checkout / "requirements.lock").write_text("no-such-package-of-ours==1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = make(checkout, "venv", f"PYTHON={sys.executable}", PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert done.returncode != 0
    assert "could not be installed" in done.stderr.splitlines()[-2] and not (checkout / ".venv/.stamp").exists()


@pytest.mark.trial
def test_nothing_is_done_when_the_environment_is_of_this_lock(checkout):
    (checkout / "requirements.lock").write_text("# nothing is needed\n")
    assert make(checkout, "venv", f"PYTHON={sys.executable}").returncode == 0
    again = make(checkout, "venv", f"PYTHON={sys.executable}")
    assert again.returncode == 0 and again.stdout == ""
    launcher = (checkout / ".venv/bin/tirek").read_text()
    assert str(checkout) not in launcher
