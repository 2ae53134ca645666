"""At the machine of `fresh_machine`: the page is followed, then the server is asked through its proxy as people, and as strangers, would ask it."""

import http.client
import json
import os
import re
import shutil
import socket
import ssl
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from tests.headers import faults
from tests.trials.fresh_machine import JOURNAL, settings, systemctl

MAKING = (Path(__file__).parents[1] / "project/making.py").read_text()


def asked(server, host, path="/", method="GET", body=None, **headers):
    """An answer over TLS with the certificate looked at for `server`, and its text; `host` is the name asked for."""
    trust = ssl.create_default_context(cafile=f"/etc/ssl/tirek/{server}.pem")
    line = http.client.HTTPSConnection("127.0.0.1", 443, timeout=20, context=trust)
    line.sock = trust.wrap_socket(socket.create_connection(("127.0.0.1", 443), timeout=20), server_hostname=server)
    with closing(line):
        line.request(method, path, body, {"Host": host, **headers})
        answer = line.getresponse()
        return answer, answer.read().decode(errors="replace")


def plain(port, host, path="/"):
    """An answer in clear."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request("GET", path, headers={"Host": host})
        return line.getresponse()


def refused_by_tls(server):
    """Whether a name that is not ours gets no connection at all."""
    trust = ssl._create_unverified_context()
    try:
        trust.wrap_socket(socket.create_connection(("127.0.0.1", 443), timeout=20), server_hostname=server).close()
    except ssl.SSLError:
        return True
    return False


def set_up(desk, said):
    """The printed link opens at the desk's name, and its form comes through: cookies, origin and token agree behind the proxy."""
    (address,) = set(re.findall(rf"https://{re.escape(desk)}(/accounts/set-up/\S+/)", said))
    opened, text = asked(desk, desk, address)
    cookies = [value for name, value in opened.getheaders() if name == "Set-Cookie"]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)[1]
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": "; ".join(each.partition(";")[0] for each in cookies), "Origin": f"https://{desk}"}
    posted, answered = asked(desk, desk, address, "POST", urlencode({"csrfmiddlewaretoken": token}), **headers)
    forged, _ = asked(desk, desk, address, "POST", urlencode({"csrfmiddlewaretoken": token}), **{**headers, "Origin": "https://elsewhere.test"})
    return {
        "the link opens": opened.status == 200,
        "cookies go over TLS alone": bool(cookies) and all("Secure" in each for each in cookies),
        "the form comes through": posted.status == 422 or (posted.status, answered[:400]),
        "a form from elsewhere does not": forged.status == 403,
    }


def proxy(name, desk):
    """What each name and each stranger is answered."""
    home, _ = asked(name, name, "/en/", **{"X-Forwarded-For": "203.0.113.9"})
    away, _ = asked(name, name, "/en/desk/")
    return {
        "the public page": home.status == 200 and not home.getheader("Set-Cookie"),
        "browsers stay with TLS": (home.getheader("Strict-Transport-Security") or "").startswith("max-age=31536000"),
        "the portal leads to the desk's name": away.status == 302 and away.getheader("Location", "").startswith(f"https://{desk}/"),
        "the desk asks to sign in": asked(desk, desk, "/en/desk/")[0].status == 302,
        "another name gets no certificate": refused_by_tls("elsewhere.test") and refused_by_tls("localhost"),
        "another name behind ours is refused": asked(name, "elsewhere.test")[0].status == asked(desk, "localhost")[0].status == 421,
        "in clear one is led to TLS": plain(80, name, "/en/").getheader("Location") == f"https://{name}/en/",
        "in clear another name is refused": plain(80, "elsewhere.test").status == 421,
        "past the proxy another name is refused": plain(8001, "elsewhere.test").status == plain(8002, "elsewhere.test").status == 400,
        "what watches is not for the world": asked(name, name, "/healthz")[0].status == asked(desk, desk, "/readyz")[0].status == 404,
        "what watches is answered here": plain(8001, "localhost", "/healthz").status == plain(8002, "localhost", "/readyz").status == 200,
    }


def machine(said):
    """What is left on the disk, and who may do what to it."""
    writable = [path for path in Path("/opt/tirek").rglob("*") if not path.is_symlink() and (path.stat().st_uid or path.stat().st_mode & 0o022)]
    systemctl("start", "tirek-backup.service")
    backups = list(Path("/var/lib/tirek/backups").iterdir())
    logs = "".join(path.read_text() for path in Path("/var/log/nginx").iterdir())
    secret = re.search(r"/accounts/set-up/([\w-]+)/", said)[1]
    holding = [line for line in (JOURNAL.read_text() + logs).splitlines() if secret in line]
    left_open = "TIREK_BACKUP_TO is empty" in said and "No backup of this instance is known" in said and "\n2 to mend." in said
    return {
        "the service cannot change its program": writable == [] or [str(path) for path in writable[:5]],
        "the records are its own": stat.S_IMODE(Path("/var/lib/tirek").stat().st_mode) == 0o700,
        "the settings are not everybody's": stat.S_IMODE(Path("/etc/tirek/environment").stat().st_mode) == 0o640,
        "one backup, readable by the service alone": len(backups) == 1 and stat.S_IMODE(backups[0].stat().st_mode) == 0o600,
        "no log holds who asked for what": not re.search(r"127\.0\.0\.1|203\.0\.113|/en/", logs) or logs[:400],
        "no log holds the first link": not holding or holding[:3],
        "the check names what the page left open, and nothing else": left_open or said[-3000:],
        "the log is JSON": all(line.startswith("{") for line in JOURNAL.read_text().splitlines() if "GET" in line),
    }


def records(number):
    """How many places there are after the program that is installed has written so many more."""
    environ = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **settings("/etc/tirek/environment")}
    words = ["/usr/sbin/runuser", "-u", "tirek", "--", ".venv/bin/python", "-c", MAKING, str(number)]
    done = subprocess.run(words, cwd="/opt/tirek", env=environ, capture_output=True, text=True, timeout=60, check=False)
    return int(done.stdout) if done.returncode == 0 else done.stderr[-1000:]


def brought_up(folder, name, desk):
    """The page on a new version is followed, then, after a night, the one back, of an encrypted backup: what was written is there each time, what came after is laid aside."""
    places = records(3)
    sealed_from_now_on(Path(folder, "backup.key"))
    up = followed(folder, "upgrade.sh")
    found = {f"after it {asked}": held for asked, held in proxy(name, desk).items()}
    found["the new program holds what the old one wrote"] = "Everything holds." in up or up[-2000:]
    found["and writes on"] = (now := records(2)) == places + 2 or now
    systemctl("start", "tirek-backup.service")  # the newest backup is of the new version now
    back = followed(folder, "back.sh")
    found["the old program stands on its own rows again"] = "Everything holds." in back and ((now := records(0)) == places or now)
    found["what came after is kept beside"] = (now := places_of("/opt/tirek_after_*")) == places + 2 or now
    found["it answers"] = plain(8001, "localhost", "/healthz").status == plain(8002, "localhost", "/readyz").status == 200
    return found


def away(name, desk):
    """What people are told while the service stands still: in their languages, with the headers of every answer."""
    answers = [asked(each, each, path) for each, path in ((name, "/en/"), (desk, "/en/desk/"))]
    wrong = [(told.status, faults(told.headers), text[:300]) for told, text in answers if told.status != 503 or faults(told.headers) or "Come again" not in text or "Зайдите" not in text]
    return {"while it stands still people are told so": wrong == [] or wrong}


def lost(folder, name, desk):
    """Another machine, on which somebody began records already, takes those of a lost one from a courier, whose medium knows no owners and no rights."""
    courier = Path(folder)
    shutil.copy(Path("/opt/tirek/backup-of-before").read_text().strip(), courier / "tirek-newest.tar.gz")
    shutil.move("/var/lib/tirek/main/keys", courier / "keys")
    for path in courier.glob("keys/*"):
        path.chmod(0o755)
        shutil.chown(path, "root", "root")
    said = followed(folder, "lost.sh")
    now, begun = places_of("/opt/tirek"), places_of("/var/lib/tirek/main_before_*")
    left = [path for path in (Path("/run/tirek-backup.key"), Path("/var/lib/tirek/brought.tar.gz")) if path.exists()]
    return {
        **away(name, desk),
        "a lost machine's records stand on another": ("Everything holds." in said and "cannot be read" not in said) or said[-2000:],
        "those begun there are laid aside": now == begun > 0 or (now, begun),
        "neither key nor backup stays there": left == [] or [str(path) for path in left],
    }


def sealed_from_now_on(key):
    """Backups are encrypted to a key that is kept with the courier, where the service cannot read it."""
    made = subprocess.run(["/opt/tirek/.venv/bin/tirek", "backup-key", str(key)], capture_output=True, text=True, check=True).stdout
    with Path("/etc/tirek/environment").open("a") as file:
        file.write(re.search(r"TIREK_BACKUP_TO=age1\w+", made)[0] + "\n")


def places_of(pattern):
    """How many places there are in the database that is named as this one path is, asked past the program."""
    (path,) = Path("/").glob(pattern.lstrip("/"))
    words = ["psql", "-At", "-c", "SELECT count(*) FROM places_place", path.name.replace("main_", "tirek_")]
    return int(subprocess.run(["/usr/sbin/runuser", "-u", "postgres", "--", *words], capture_output=True, text=True, check=True).stdout)


def run_from_a_bundle(folder):
    """A checkout without wheels, as somebody's own machine has it, is run from a bundle by `make run BUNDLE=`: its last line, and that nothing is asked of a network."""
    subprocess.run(["tar", "-xf", f"{folder}/tirek-new.tar", "--exclude=tirek/wheels", "--one-top-level=/opt/checkout", "--no-same-owner"], check=True)
    log, environ = Path("/opt/run.log"), {**os.environ, "PORT": "8099", "DEMO": "0", "DATA_DIR": "/opt/records"}
    with log.open("wb") as file:
        process = subprocess.Popen(["make", "run", f"BUNDLE={folder}/tirek-new.tar"], cwd="/opt/checkout/tirek", env=environ, stdout=file, stderr=file)
    until = time.monotonic() + 300
    while "Ready: http://127.0.0.1:8099/" not in log.read_text() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.1)
    process.terminate()
    process.wait(60)
    told = log.read_text()
    return {"a checkout is run from a bundle": ("from the bundle" in told and "Ready: " in told and not Path("/opt/checkout/tirek/wheels").exists()) or told[-2000:]}


def followed(folder, script):
    """A part of the page, in one shell; what it said. Ends where a command fails."""
    done = subprocess.run(["sh", f"{folder}/{script}"], cwd="/root", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=500, check=False)
    if done.returncode:
        print(JOURNAL.read_text() if JOURNAL.exists() else "no journal", "".join(path.read_text() for path in Path("/var/log/nginx").iterdir()))
    print(done.stdout, flush=True)  # last of all, and before a traceback: a trial that failed shows the end
    if done.returncode:
        sys.exit(f"{script} ended with {done.returncode}")
    return done.stdout


def main(folder, name, told):
    """Follows the page, asks, and writes down what held."""
    said, desk = followed(folder, "page.sh"), f"desk.{name}"
    Path(told).write_text(json.dumps({**proxy(name, desk), **set_up(desk, said), **machine(said), **brought_up(folder, name, desk), **lost(folder, name, desk), **run_from_a_bundle(folder)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
