"""The examples for IT in deploy/: they name only what there is, and agree with one another."""

import json
import re
import shutil
import subprocess
from types import SimpleNamespace

import pytest
import yaml

from tests.house.test_floors import ROOT
from tirek.project.instance import FACES, address_of

pytestmark = pytest.mark.pure
DEPLOY = ROOT / "deploy"
INSTRUCTION = re.compile(r"^([A-Z]+) (.*)$", re.M)


def told(name):
    """A file's own lines."""
    return [line.strip() for line in (DEPLOY / name).read_text().splitlines() if line.strip() and not line.startswith("#")]


def environment():
    return {name: value.strip('"') for name, value in (line.split("=", 1) for line in told("environment.example"))}


def test_the_example_sets_known_settings_alone_and_what_check_deploy_asks_for():
    known = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text(), re.M))
    assert set(environment()) <= known
    assert {"DEMO", "DATABASE_URL", "TIREK_NAME", "TIREK_HOSTS", "TIREK_HTTPS"} <= set(environment())
    assert environment()["DEMO"] == "0"


def test_the_first_link_leads_to_the_name_that_people_will_use():
    instance = SimpleNamespace(port_of=lambda face: {"portal": 8001, "desk": 8002, "respond": 8003}[face])
    assert address_of(instance, "desk", environment()) == "https://desk.npm.example"
    assert address_of(instance, "desk", {"TIREK_HOSTS": "npm.example,other.example", "TIREK_HTTPS": "1"}) == "https://npm.example"
    assert address_of(instance, "desk", {"TIREK_HOSTS": "npm.example"}) == "http://localhost:8002"
    assert address_of(instance, "portal", {}) == "http://localhost:8001"
    assert address_of(instance, "respond", environment()) == "https://respond.npm.example"


def test_the_proxy_leads_each_host_name_to_its_face():
    text = (DEPLOY / "nginx.conf").read_text()
    ports = dict(pair.split("=") for pair in environment()["TIREK_PORTS"].split(","))
    assert "ssl_reject_handshake on" in text and text.count("error_log /var/log/nginx/error.log crit") == text.count("access_log off")
    served = {re.search(r"server_name ([^;]+);", block)[1]: re.search(r"proxy_pass http://127\.0\.0\.1:(\d+);", block) for block in text.split("\nserver {")[1:]}
    led = {name: found[1] for name, found in served.items() if found}
    assert led == {environment()[f"TIREK_{face.upper()}_ADDRESS"].removeprefix("https://"): ports[face] for face in FACES}
    assert set(environment()["TIREK_HOSTS"].split(",")) == set(led)
    assert text.count("X-Forwarded-Proto https") == len(led) and text.count("access_log off") == len(served)


def test_the_units_run_commands_that_there_are_and_name_files_that_there_are():
    commands = (ROOT / "docs/reference/commands.md").read_text()
    for name in ("tirek.service", "tirek-backup.service"):
        unit = "\n".join(told(name))
        (command,) = re.findall(r"/opt/tirek/\.venv/bin/tirek ([a-z-]+)", unit)
        assert f"tirek {command}" in commands
        assert "User=tirek" in unit and "UMask=0077" in unit and "NoNewPrivileges=yes" in unit
    service, backup = ({line for line in told(name) if line.startswith(("Protect", "Private", "Restrict", "Lock", "System", "Limit", "NoNew", "Capability"))} for name in ("tirek.service", "tirek-backup.service"))
    assert "LimitCORE=0" in service and backup == service, "who reads every row is held as who serves them"
    assert (ROOT / "docs/how-to/serve.md").exists() and "OnCalendar=" in "\n".join(told("tirek-backup.timer"))


def test_the_settings_are_read_alike_by_the_shell_and_by_systemd():
    """A value with a space would end there for the shell of /usr/local/sbin/tirek."""
    said = subprocess.run(["sh", "-euc", "set -a; . ./environment.example; env"], cwd=DEPLOY, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True).stdout
    assert {f"{name}={value}" for name, value in environment().items()} <= set(said.splitlines())
    assert subprocess.run(["sh", "-n", DEPLOY / "tirek-command"], check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="this system has no systemd")
def test_systemd_understands_every_line():
    done = subprocess.run(["systemd-analyze", "verify", *map(str, sorted(DEPLOY.glob("*.service"))), str(DEPLOY / "tirek-backup.timer")], capture_output=True, text=True, timeout=60)
    complaints = [line for line in done.stderr.splitlines() if DEPLOY.name in line or "tirek" in line]
    assert [line for line in complaints if "not executable" not in line and "No such file" not in line] == []


def test_the_container_file_names_only_what_there_is_and_serves_as_nobody():
    lines = INSTRUCTION.findall((DEPLOY / "Containerfile").read_text())
    told_by = {name: [rest for word, rest in lines if word == name] for name, _rest in lines}
    known = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text(), re.M))
    given = dict(pair.split("=", 1) for pair in told_by["ENV"][0].split())
    assert set(given) - {"PYTHONDONTWRITEBYTECODE"} <= known and given["DEMO"] == "0"
    assert (ROOT / "tools/bootstrap.py").exists() and (ROOT / "tools/compile_messages.py").exists()
    assert [rest for rest in told_by["RUN"] if "tools" in rest] == ["python3 tools/bootstrap.py", ".venv/bin/python -m tools.compile_messages"]
    assert told_by["USER"] == ["10001"] and given["DATA_DIR"] in told_by["VOLUME"]
    assert json.loads(told_by["ENTRYPOINT"][0]) == ["/opt/tirek/.venv/bin/tirek"] and json.loads(told_by["CMD"][0]) == ["run"]
    assert f"127.0.0.1:{given['PORT']}/healthz" in told_by["HEALTHCHECK"][0] and told_by["EXPOSE"] == [given["PORT"]]
    assert len(set(told_by["FROM"][1:])) == 1 and told_by["FROM"][0].startswith(told_by["FROM"][1]), "the environment is made for the Python that runs it"


def test_the_compose_file_reads_the_example_and_leaves_nothing_to_write():
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    tirek = found["services"]["tirek"]
    assert (tirek["read_only"], tirek["cap_drop"], tirek["security_opt"], tirek["tmpfs"]) == (True, ["ALL"], ["no-new-privileges:true"], ["/tmp"])
    assert (DEPLOY / tirek["build"]["context"] / tirek["build"]["dockerfile"]).exists()
    known = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text(), re.M))
    assert set(tirek["environment"]) <= known and all(each.startswith("127.0.0.1:") for each in tirek["ports"])
    assert {each.partition(":")[0] for service in found["services"].values() for each in service["volumes"]} == set(found["volumes"])
    left_out = (ROOT / ".dockerignore").read_text().split()
    assert {".git", ".venv", "data", f"deploy/{tirek['env_file'][0]}", f"deploy/{found['secrets']['database']['file']}"} <= set(left_out)
