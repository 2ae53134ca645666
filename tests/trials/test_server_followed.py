"""The page on serving a mechanism is followed word for word, on a machine with nothing of ours and no network, up to the TLS proxy, which is then asked."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time

import pytest

from tests.project.commands import ROOT, suite_server
from tests.trials.fresh_machine import WORLD

pytestmark = pytest.mark.trial
PAGE = ROOT / "docs/how-to/serve.md"
BLOCK = re.compile(r"^```sh(?: ([a-z-]+))?\n(.*?)^```", re.M | re.S)
NAME = "npm.test"
CERTIFICATES = f"""
mkdir -p -m 700 /etc/ssl/tirek
for each in {NAME} desk.{NAME}; do
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$each" -addext "subjectAltName=DNS:$each" \
        -keyout /etc/ssl/tirek/$each.key -out /etc/ssl/tirek/$each.pem 2>/dev/null
done
"""


def blocks():
    """Each command block of the page: what it is marked with, and itself."""
    return BLOCK.findall(PAGE.read_text())


def a_machine():
    """Skips, or fails where the system packages were to be there, unless such a machine can be made here."""
    missing = [name for name in ("unshare", "setpriv", "nginx", "openssl", "curl", "useradd", "runuser") if not shutil.which(name)]
    made = os.geteuid() == 0 and not missing and subprocess.run([*WORLD, "true"], capture_output=True, check=False).returncode == 0
    if not made:
        said = f"No machine of its own could be made here (it needs root, namespaces and {', '.join(missing) or 'nothing else'}), so the page was not followed."
        (pytest.fail if os.environ.get("TIREK_CI") else pytest.skip)(said)


def bundled(courier):
    """`make bundle` as the page says; a second one of the same name is refused."""
    ((command,),) = [block.splitlines() for mark, block in blocks() if mark == "connected"]
    assert command == 'make bundle FILE="$COURIER/tirek.tar"'
    words = [sys.executable, "-m", "tools.bundle", str(courier / "tirek.tar")]
    made = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert made.returncode == 0, made.stderr
    refused = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode == 3 and "exists already" in refused.stderr
    with tarfile.open(courier / "tirek.tar") as archive:
        assert not any(member.uname or member.gname not in {"", "root"} for member in archive if member.name.endswith(".whl"))
    return re.search(r"SHA-256: (\w{64})", made.stdout)[1]


def script():
    """The page's commands in their order, in one shell as somebody at a terminal has it; what is done elsewhere is left out, certificates are made first."""
    chosen = []
    for mark, block in blocks():
        if mark == "connected":
            continue
        assert mark in {"", "packages", "names", "ready"}, mark
        chosen.append(CERTIFICATES * ("nginx -t" in block) + block.replace("NAME=npm.example COURIER=/media/courier", f"NAME={NAME}"))
    return "set -eu\n" + "\n".join(chosen)


@pytest.mark.skipif(bool(suite_server()), reason="the machine has a PostgreSQL of its own")
def test_a_server_is_made_from_the_page_alone_without_a_network(tmp_path):
    a_machine()
    digest = bundled(tmp_path)
    (tmp_path / "page.sh").write_text(script())
    told = tmp_path / "told.json"
    begun = time.monotonic()
    words = [*WORLD, sys.executable, "-m", "tests.trials.fresh_machine", str(tmp_path), sys.executable, "-m", "tests.trials.asking_the_server", str(tmp_path / "page.sh"), NAME, str(told)]
    with (tmp_path / "said.txt").open("wb") as said:
        done = subprocess.run(words, cwd=ROOT, stdout=said, stderr=said, timeout=600, check=False)
    words = (tmp_path / "said.txt").read_text()
    assert done.returncode == 0, words[-6000:]
    assert digest in words and "Installing the locked requirements from the bundle" in words
    print(f"\ninstalled, served and asked without a network in {time.monotonic() - begun:.0f} s")
    found = json.loads(told.read_text())
    wrong = {name: value for name, value in found.items() if value is not True}
    assert not wrong and len(found) >= 15, wrong
