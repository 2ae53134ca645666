"""Makes the environment in .venv from the hash-locked requirements. Runs on any Python so that an old one gets a plain sentence.

Usage: python3 tools/bootstrap.py [--dev]
"""
import hashlib
import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
NEEDED = (3, 11)

LAUNCHER = """#!/bin/sh
# Made by make run and make test: the command line of this checkout.
here=$(cd "$(dirname "$0")/../.." && pwd)
PYTHONPATH="$here${PYTHONPATH:+:$PYTHONPATH}" exec "$here/.venv/bin/python" -m tirek "$@"
"""


def stop(sentence):
    """Ends with one plain sentence and a status that is not 0."""
    sys.stderr.write("tirek: " + sentence + "\n")
    sys.exit(3)


def main(dev):
    """Checks Python and venv, installs what the lock file names, writes the launcher. Does nothing when all is in place."""
    if sys.version_info < NEEDED:
        stop("Python %d.%d is too old: Tirek needs 3.11 or newer. Install it and run: make run PYTHON=python3.11" % sys.version_info[:2])
    lock = os.path.join(ROOT, "requirements-dev.lock" if dev else "requirements.lock")
    with open(lock, "rb") as file:
        wanted = hashlib.sha256(file.read() + sys.version.encode()).hexdigest()
    stamp = os.path.join(VENV, ".stamp-dev" if dev else ".stamp")
    if is_current(stamp, wanted):
        return
    make_environment()
    say("Installing the locked requirements (once; some minutes on a slow line)")
    install(lock)
    write_launcher()
    with open(stamp, "w") as file:
        file.write(wanted)


def is_current(stamp, wanted):
    """Whether this lock was installed already."""
    if not os.path.exists(stamp) or not os.path.exists(os.path.join(VENV, "bin", "tirek")):
        return False
    with open(stamp) as file:
        return file.read() == wanted


def make_environment():
    """Creates .venv; a broken one (another Python, an interrupted install) is made anew."""
    python = os.path.join(VENV, "bin", "python")
    if os.path.exists(python) and subprocess.call([python, "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"], stderr=subprocess.DEVNULL) == 0:
        return
    say("Making the environment in .venv")
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop("This Python has no venv module. On Debian or Ubuntu: apt install python3-venv. Then run the command again.")
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        stop("The environment could not be made in %s (%s). Free space or give write access there, then run the command again." % (VENV, error))


def install(lock):
    """Installs with hashes, telling how far it is; the package index is the one pip is set up with."""
    with open(lock, "rb") as file:
        total = file.read().count(b"==")
    python = os.path.join(VENV, "bin", "python")
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", "--require-hashes", "--only-binary", ":all:", "-r", lock]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, universal_newlines=True)
    told, seen = time.time(), 0
    for line in process.stdout:
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            seen += 1
            if time.time() - told > 2:
                told = time.time()
                say("  %d of %d packages looked at" % (min(seen, total), total))
        elif line.startswith("Installing collected"):
            say("  putting them in place")
    if process.wait() != 0:
        stop("The requirements could not be installed; the lines above say why. Check the network, the disk or the package index, then run the command again.")


def write_launcher():
    """Writes .venv/bin/tirek."""
    path = os.path.join(VENV, "bin", "tirek")
    with open(path, "w") as file:
        file.write(LAUNCHER)
    os.chmod(path, 0o755)


def say(words):
    """One line of progress."""
    sys.stdout.write("  " + words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main("--dev" in sys.argv[1:])
