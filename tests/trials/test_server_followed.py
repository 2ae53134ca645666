"""The page on serving a mechanism is followed word for word, on a machine with nothing of ours and no network, up to the TLS proxy, which is then asked.

The program that is installed is that of the commit before the tables last changed; what it wrote is taken over by this one, as the page says, and given back.
"""

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
from tests.project.earlier import code_of, commits_with_other_tables
from tests.trials.fresh_machine import WORLD

pytestmark = pytest.mark.trial
PAGE = ROOT / "docs/how-to/serve.md"
BLOCK = re.compile(r"^```sh(?: ([a-z-]+))?\n(.*?)^```", re.M | re.S)
NAME = "npm.test"
FIRST, UPGRADE, BACK, LOST = ("", "packages", "names", "ready"), ("upgrade",), ("key", "back", "key-away"), ("lost",)
OF_THE_CODE = ("tirek/tirek/", "tirek/locale/", "tirek/demo/")
CERTIFICATES = f"""
mkdir -p -m 700 /etc/ssl/tirek
for each in {NAME} desk.{NAME} respond.{NAME}; do
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
        members = {member.name: member for member in archive}
    assert not any(member.uname or member.gname not in {"", "root"} for name, member in members.items() if name.endswith(".whl"))
    assert {"tirek/site/index.html", "tirek/site/en/how-to/serve.html", "tirek/site/ru/how-to/serve.html"} <= set(members)
    return re.search(r"SHA-256: (\w{64})", made.stdout)[1]


def with_earlier_code(bundle, folder):
    """Makes the bundle into one with the code before the last change of the tables: which commit's, or nothing where there is no history."""
    earlier = next(reversed(commits_with_other_tables()), "")
    if not earlier:
        return ""
    code, whole = code_of(earlier, folder), bundle.with_name("whole.tar")
    bundle.rename(whole)
    with tarfile.open(whole) as given, tarfile.open(bundle, "w") as made:
        for member in given:
            if not member.name.startswith(OF_THE_CODE):
                made.addfile(member, given.extractfile(member) if member.isfile() else None)
        for part in OF_THE_CODE:
            made.add(code / part.split("/")[1], part.rstrip("/"), filter=nobody)
    whole.unlink()
    return earlier


def nobody(member):
    """A file that no group may write, without its owner's name."""
    member.mode &= 0o755
    member.uname = member.gname = "root"
    return member


def script(*wanted):
    """The page's commands with these marks in their order, in one shell as somebody at a terminal has it; certificates are made first."""
    assert {mark for mark, _block in blocks()} == {*FIRST, *UPGRADE, *BACK, *LOST, "connected", "undo"}
    chosen = [CERTIFICATES * ("nginx -t" in block) + block for mark, block in blocks() if mark in {*wanted, "names"}]
    return "set -eu\n" + "\n".join(chosen).replace("NAME=npm.example COURIER=/media/courier", f"NAME={NAME}")


@pytest.mark.skipif(bool(suite_server()), reason="the machine has a PostgreSQL of its own")
def test_a_server_is_made_and_brought_up_from_the_page_alone_without_a_network(tmp_path):
    a_machine()
    digest = bundled(tmp_path)
    shutil.copy(tmp_path / "tirek.tar", tmp_path / "tirek-new.tar")
    earlier = with_earlier_code(tmp_path / "tirek.tar", tmp_path / "earlier")
    for name, marks in (("page.sh", FIRST), ("upgrade.sh", UPGRADE), ("back.sh", BACK), ("lost.sh", LOST)):
        (tmp_path / name).write_text(script(*marks))
    told = tmp_path / "told.json"
    begun = time.monotonic()
    words = [*WORLD, sys.executable, "-m", "tests.trials.fresh_machine", str(tmp_path), sys.executable, "-m", "tests.trials.asking_the_server", str(tmp_path), NAME, str(told)]
    with (tmp_path / "said.txt").open("wb") as said:
        done = subprocess.run(words, cwd=ROOT, stdout=said, stderr=said, timeout=600, check=False)
    words = (tmp_path / "said.txt").read_text()
    assert done.returncode == 0, f"{words[-6000:]}\n(the whole: {said.name})"
    assert digest in words and "Installing the locked requirements from the bundle" in words
    print(f"\ninstalled, served, asked, brought up, taken back and lost without a network in {time.monotonic() - begun:.0f} s")
    print(f"the first program was that of {earlier[:12]}" if earlier else "NOT TESTED: data of earlier code. This checkout has no history.")
    found = json.loads(told.read_text())
    wrong = {name: value for name, value in found.items() if value is not True}
    assert not wrong and len(found) >= 15, wrong
