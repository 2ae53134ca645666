"""Makes the environment in .venv from the hash-locked requirements. Runs on any Python so that an old one gets a plain sentence.

Usage: python3 tools/bootstrap.py [--dev]. Without any network it takes the wheels of a bundle (tools/bundle.py): of the file or folder that BUNDLE
names, else of the folder wheels/ of a checkout that came out of one.
"""
import atexit
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
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
    wheels = bundled()
    make_environment()
    say("Installing the locked requirements from the bundle" if wheels else "Installing the locked requirements (once; some minutes on a slow line)")
    install(lock, wheels)
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


def bundled():
    """The folder of wheels to install from, or nothing where the package index is to be asked."""
    named, own = os.environ.get("BUNDLE", ""), os.path.join(ROOT, "wheels")
    if not named:
        return own if os.path.isdir(own) else ""
    if os.path.isdir(named):
        return os.path.join(named, "wheels") if os.path.isdir(os.path.join(named, "wheels")) else named
    if not os.path.exists(named):
        stop("BUNDLE=%s is not there. Give the file that make bundle wrote, or leave BUNDLE out." % named)
    folder = tempfile.mkdtemp(prefix="tirek-wheels-")
    atexit.register(shutil.rmtree, folder, True)
    try:
        with tarfile.open(named) as archive:
            for member in archive:
                take_wheel(archive, member, folder)
    except (OSError, tarfile.TarError) as error:
        stop("BUNDLE=%s is no bundle, or a damaged one (%s). Bring it again and compare its SHA-256." % (named, str(error).split("\n")[0].rstrip(":")))
    if not os.listdir(folder):
        stop("BUNDLE=%s holds no wheels. Give the file that make bundle wrote." % named)
    return folder


def take_wheel(archive, member, folder):
    """Copies a wheel, or the note for which Python it is, under its bare name; all else of a bundle is left where it is."""
    name = os.path.basename(member.name)
    if member.isfile() and os.path.basename(os.path.dirname(member.name)) == "wheels" and (name.endswith(".whl") or name == "PLATFORM"):
        with archive.extractfile(member) as source, open(os.path.join(folder, name), "wb") as target:
            shutil.copyfileobj(source, target)


def made_for(wheels):
    """For which Python and system the wheels are."""
    try:
        with open(os.path.join(wheels, "PLATFORM")) as file:
            return file.read().strip()
    except OSError:
        return "another Python or system"


def install(lock, wheels=""):
    """Installs with hashes, telling how far it is, from the wheels or from the package index that pip is set up with."""
    with open(lock, "rb") as file:
        total = file.read().count(b"==")
    python = os.path.join(VENV, "bin", "python")
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", "--require-hashes", "--only-binary", ":all:", "-r", lock]
    command += ["--no-index", "--find-links", wheels] if wheels else []
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
    if process.wait() != 0 and wheels:
        stop("The bundle does not fit: it was made for %s, and this is Python %d.%d; or it is of another version of Tirek. The lines above say what is missing." % (made_for(wheels), sys.version_info[0], sys.version_info[1]))
    if process.returncode != 0:
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
