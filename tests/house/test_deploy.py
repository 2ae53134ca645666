"""The examples for IT in deploy/: they name only what there is, and agree with one another."""

import re
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from tests.house.test_floors import ROOT
from tirek.project.instance import address_of

pytestmark = pytest.mark.pure
DEPLOY = ROOT / "deploy"


def told(name):
    """A file's own lines."""
    return [line.strip() for line in (DEPLOY / name).read_text().splitlines() if line.strip() and not line.startswith("#")]


def environment():
    return dict(line.split("=", 1) for line in told("environment.example"))


def test_the_example_sets_known_settings_alone_and_what_check_deploy_asks_for():
    known = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text(), re.M))
    assert set(environment()) <= known
    assert {"DEMO", "DATABASE_URL", "TIREK_NAME", "TIREK_HOSTS", "TIREK_HTTPS"} <= set(environment())
    assert environment()["DEMO"] == "0"


def test_the_first_link_leads_to_the_name_that_people_will_use():
    instance = SimpleNamespace(port_of=lambda face: {"portal": 8001, "desk": 8002}[face])
    assert address_of(instance, "desk", environment()) == "https://desk.npm.example"
    assert address_of(instance, "desk", {"TIREK_HOSTS": "npm.example,other.example", "TIREK_HTTPS": "1"}) == "https://npm.example"
    assert address_of(instance, "desk", {"TIREK_HOSTS": "npm.example"}) == "http://localhost:8002"
    assert address_of(instance, "portal", {}) == "http://localhost:8001"


def test_the_proxy_leads_each_host_name_to_its_face():
    text = (DEPLOY / "nginx.conf").read_text()
    ports = dict(pair.split("=") for pair in environment()["TIREK_PORTS"].split(","))
    served = {re.search(r"server_name ([^;]+);", block)[1]: re.search(r"proxy_pass http://127\.0\.0\.1:(\d+);", block) for block in text.split("\nserver {")[1:]}
    led = {name: found[1] for name, found in served.items() if found}
    assert led == {environment()["TIREK_PORTAL_ADDRESS"].removeprefix("https://"): ports["portal"], environment()["TIREK_DESK_ADDRESS"].removeprefix("https://"): ports["desk"]}
    assert set(environment()["TIREK_HOSTS"].split(",")) == set(led)
    assert text.count("X-Forwarded-Proto https") == len(led) and text.count("access_log off") == len(served)


def test_the_units_run_commands_that_there_are_and_name_files_that_there_are():
    commands = (ROOT / "docs/reference/commands.md").read_text()
    for name in ("tirek.service", "tirek-backup.service"):
        unit = "\n".join(told(name))
        (command,) = re.findall(r"/opt/tirek/\.venv/bin/tirek ([a-z-]+)", unit)
        assert f"tirek {command}" in commands
        assert "User=tirek" in unit and "UMask=0077" in unit and "NoNewPrivileges=yes" in unit
    assert (ROOT / "docs/how-to/serve.md").exists() and "OnCalendar=" in "\n".join(told("tirek-backup.timer"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="this system has no systemd")
def test_systemd_understands_every_line():
    done = subprocess.run(["systemd-analyze", "verify", *map(str, sorted(DEPLOY.glob("*.service"))), str(DEPLOY / "tirek-backup.timer")], capture_output=True, text=True, timeout=60)
    complaints = [line for line in done.stderr.splitlines() if DEPLOY.name in line or "tirek" in line]
    assert [line for line in complaints if "not executable" not in line and "No such file" not in line] == []
