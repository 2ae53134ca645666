"""A person with nothing but Python and make: `make run` in a fresh copy whose path has spaces, with a home that cannot be written."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.project.commands import ROOT, family, free_port, living

pytestmark = pytest.mark.trial
TOOLS = ("sh", "env", "make", "dirname", "id", "uname")
MEGABYTES = 200
HEAVY = ("typst", "vl_convert")


@pytest.fixture
def copy(tmp_path):
    """The files of this checkout that are under version control, as they are now."""
    root = tmp_path / "a path with spaces" / "tirek"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    return root


def bare_environment(tmp_path, port):
    """Only Python, make and a shell on the path; no home to write to."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(shutil.which(name))
    (tools / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    index = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or name.endswith(("_CA_BUNDLE", "_CERT_FILE", "_proxy", "_PROXY"))}
    own = Path("~/.config/pip/pip.conf").expanduser()
    index |= {"PIP_CONFIG_FILE": str(own)} if own.exists() else {}
    return {"PATH": str(tools), "HOME": "/proc/nobody", "LANG": "C.UTF-8", "PORT": str(port), "DATA_DIR": str(tmp_path / "my records"), **index}


def started(root, environ, limit):
    """`make run` until it is ready: the process, its words, and the seconds it took."""
    log = root.parent / "run.log"
    begun = time.monotonic()
    with log.open("wb") as file:
        process = subprocess.Popen(["make", "run"], cwd=root, env=environ, stdout=file, stderr=subprocess.STDOUT)
    while f"Ready: http://127.0.0.1:{environ['PORT']}/" not in log.read_text(errors="replace"):
        assert process.poll() is None and time.monotonic() - begun < limit, log.read_text(errors="replace")
        time.sleep(0.05)
    return process, log.read_text(), time.monotonic() - begun


def ended(process):
    """One SIGTERM to make: everything goes."""
    everybody = family(process.pid)
    assert len(everybody) >= 6
    process.send_signal(signal.SIGTERM)
    process.wait(30)
    until = time.monotonic() + 25
    while living(everybody) and time.monotonic() < until:
        time.sleep(0.1)
    assert living(everybody) == []


def megabytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1_000_000


def test_make_run_needs_python_and_make_alone(copy, tmp_path):
    environ = bare_environment(tmp_path, free_port())
    process, words, first = started(copy, environ, limit=600)
    with urllib.request.urlopen(f"http://127.0.0.1:{environ['PORT']}/", timeout=30) as answer:
        assert answer.status == 200 and "<html" in answer.read().decode()
    assert "Installing the locked requirements" in words and "Worth opening first:" in words
    ended(process)
    again = []
    for _ in range(3):
        process, words, took = started(copy, environ, limit=60)
        ended(process)
        assert "Installing" not in words
        again.append(took)
    helped = subprocess.run([str(copy / ".venv/bin/tirek"), "--help"], env=environ, cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert helped.returncode == 0 and helped.stdout.startswith("usage: tirek")
    packages = next((copy / ".venv" / "lib").glob("*/site-packages"))
    whole, heavy = megabytes(packages), sum(megabytes(packages / name) for name in HEAVY)
    print(f"\nfirst start {first:.0f} s, again {', '.join(f'{each:.1f} s' for each in again)}; installed {whole:.0f} MB, "
          f"of it typesetting and drawing ({', '.join(HEAVY)}) {heavy:.0f} MB")
    assert whole - heavy <= MEGABYTES
