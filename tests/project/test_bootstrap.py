"""Making the environment: an old Python, a Python without venv and a failing package index each get one plain sentence."""

import os
import shutil
import subprocess
import sys

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
