"""A machine with nothing of ours and no network, made of this one by namespaces: whatever is installed there is gone with its last process.

`unshare … python -m tests.trials.fresh_machine FOLDER PROGRAM …` runs a program there as root; FOLDER holds what the machine writes. What the system's packages and systemd would do is done
by stand-ins of a few lines: `apt-get` starts nginx and PostgreSQL as Debian does, `systemctl` starts what a unit names, as its user, with its settings.
"""

import fcntl
import os
import shlex
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path

from tests.postgres import binaries

WORLD = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
EMPTY = ("/opt", "/var/lib", "/var/log", "/run", "/usr/local/sbin")
UNITS = Path("/etc/systemd/system")
JOURNAL = Path("/var/log/journal.txt")


def made(folder: Path) -> dict[str, str]:
    """Turns this namespace into the machine; the environment of who works at it as root."""
    prefix = Path(sys.base_prefix)
    run("mount", "--make-rprivate", "/")
    python = folder / "python"  # whatever Python tests run by: nobody but root may be able to read where it lies
    python.mkdir()
    run("mount", "--bind", str(prefix), str(python))
    shutil.copytree("/etc", folder / "etc", symlinks=True)
    run("mount", "--bind", str(folder / "etc"), "/etc")
    for number, each in enumerate(EMPTY):
        empty = folder / f"empty-{number}"
        empty.mkdir(mode=0o755)
        run("mount", "--bind", str(empty), each)
    run("mount", "-t", "tmpfs", "tmpfs", "/dev/shm")  # a service of the same user on another such machine counts there under the same name
    Path("/opt/python").mkdir()
    run("mount", "--move", str(python), "/opt/python")
    Path("/etc/ld.so.conf.d/00-python.conf").write_text("/opt/python/lib\n")
    run("ldconfig")
    for each in ("/var/lib/nginx", "/var/lib/postgresql", "/var/log/nginx", "/run/postgresql"):
        Path(each).mkdir()
    for name in ("apt-get", "systemctl"):
        path = Path("/usr/local/sbin", name)
        path.write_text(f"#!/bin/sh\ncd {shlex.quote(str(Path.cwd()))} && exec {shlex.quote(sys.executable)} -m tests.trials.fresh_machine {name} \"$@\"\n")
        path.chmod(0o755)
    loopback_up()
    paths = "/usr/local/sbin:/opt/python/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {"PATH": paths, "HOME": "/root", "LANG": "C.UTF-8", "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:1/", "PIP_RETRIES": "0"}


def run(*words: str) -> None:
    """A command that must succeed."""
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def loopback_up() -> None:
    """The one network that such a machine has."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        fcntl.ioctl(line, 0x8914, struct.pack("16sh", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: up and running


def apt_get(*_words: str) -> None:
    """The packages are there already; what they start is started."""
    programs = binaries()
    assert programs is not None
    folder = Path("/var/lib/postgresql/data")
    shutil.chown("/var/lib/postgresql", "postgres", "postgres")
    shutil.chown("/run/postgresql", "postgres", "postgres")
    as_postgres = ["runuser", "-u", "postgres", "--"]
    run(*as_postgres, str(programs / "initdb"), "-D", str(folder), "-A", "peer", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    run(*as_postgres, str(programs / "pg_ctl"), "-D", str(folder), "-w", "-l", "/var/lib/postgresql/log", "-o", "-c listen_addresses= -c fsync=off -k /run/postgresql", "start")
    subprocess.run(["nginx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def systemctl(verb: str, *names: str) -> None:
    """The verbs that the page uses."""
    units = [name for name in names if not name.startswith("-")]
    if verb == "reload" and units == ["nginx.service"]:
        run("nginx", "-s", "reload")
        listening(443)
    elif verb in {"enable", "start"}:
        for name in units:
            assert (UNITS / name).exists(), name
            if name.endswith(".service"):
                start(name, told(name))
    elif verb == "stop":
        for name in units:
            stop(name)
    elif verb != "daemon-reload":
        sys.exit(f"systemctl {verb}: the stand-in does not know it")


def listening(port: int) -> None:
    """Until somebody answers there: a reload goes on after the command."""
    until = time.monotonic() + 20
    while True:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < until, Path("/var/log/nginx/error.log").read_text()
        time.sleep(0.05)


def told(name: str) -> dict[str, str]:
    """What a unit sets, a line each."""
    lines = (UNITS / name).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def settings(path: str) -> dict[str, str]:
    """A file of settings as systemd reads it."""
    lines = [line for line in Path(path).read_text().splitlines() if line and not line.startswith("#")]
    return dict("".join(shlex.split(line)).split("=", 1) for line in lines)


def stop(name: str) -> None:
    """One SIGTERM to what the unit started, until it and all its parts have ended."""
    pid = Path("/run", f"{name}.pid")
    if not pid.exists():
        return
    process = Path("/proc", pid.read_text(), "stat")
    os.kill(int(process.parent.name), signal.SIGTERM)
    until = time.monotonic() + 30
    while process.exists() and process.read_text().rpartition(")")[2].split()[0] != "Z":  # nobody asks there for how a process ended
        assert time.monotonic() < until, JOURNAL.read_text()[-3000:]
        time.sleep(0.05)
    pid.unlink()


def start(name: str, unit: dict[str, str]) -> None:
    """As systemd: folders of its own, its user, its settings alone; a service that goes on is left to itself."""
    for each in unit["StateDirectory"].split():
        folder = Path("/var/lib", each)
        folder.mkdir(exist_ok=True)
        folder.chmod(int(unit["StateDirectoryMode"], 8))
        shutil.chown(folder, unit["User"], unit["Group"])
    words = shlex.split(unit["ExecStart"].replace("%%", "%"))
    with JOURNAL.open("ab") as journal:
        stream = os.fstat(journal.fileno())
        environ = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "JOURNAL_STREAM": f"{stream.st_dev}:{stream.st_ino}", **settings(unit["EnvironmentFile"])}
        who = ["setpriv", f"--reuid={unit['User']}", f"--regid={unit['Group']}", "--init-groups", "--no-new-privs", "--inh-caps=-all"]
        process = subprocess.Popen([*who, *words], cwd=unit["WorkingDirectory"], env=environ, umask=int(unit["UMask"], 8), stdin=subprocess.DEVNULL, stdout=journal, stderr=journal, start_new_session=True)
    if unit["Type"] == "oneshot":
        assert process.wait(120) == 0, JOURNAL.read_text()[-2000:]
        return
    Path("/run", f"{name}.pid").write_text(str(process.pid))


def main(words: list[str]) -> int:
    """A stand-in, or the machine with a program to be run at it."""
    verbs = {"apt-get": apt_get, "systemctl": systemctl}
    if words[0] in verbs:
        verbs[words[0]](*words[1:])
        return 0
    folder, program = Path(words[0]), words[1:]
    return subprocess.run(program, env={**made(folder), "COURIER": str(folder)}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
