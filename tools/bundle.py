"""`make bundle`: one archive from which a machine without any network installs: this commit's files, the locked wheels for this Python and system, and
the documentation as pages, which whoever installs can read there.

Usage: python -m tools.bundle [FILE]. There: tar -xf FILE, cd tirek, make run. A checkout that is there takes it by make run BUNDLE=FILE.
"""

import hashlib
import importlib.util
import io
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
MARKDOWN = ("markdown-it-py", "mdurl")
"""What building the documentation needs beside the program itself: where it is not installed, these two wheels are fetched for the building alone."""


def main(arguments: list[str]) -> int:
    """Writes the archive; 3 with one sentence when it cannot be made."""
    commit = git("rev-parse", "--short", "HEAD").decode().strip()
    if not commit:
        return stop("A bundle is made from a git checkout: this folder is none.")
    target = Path(arguments[0] if arguments else f"tirek-{commit}-{platform()}.tar").resolve()
    if target.exists():
        return stop(f"{target} exists already. Give another name: make bundle FILE=…")
    if git("status", "--porcelain"):
        print("  Changes that are not committed are left out.")
    print("  Fetching the locked wheels")
    with tempfile.TemporaryDirectory(prefix="tirek-bundle-") as folder:
        wheels, work = Path(folder) / "wheels", Path(folder) / "work"
        if not fetched(wheels):
            return stop("The wheels could not be fetched; the lines above say why. Check the network or the package index, then run the command again.")
        print("  Building the documentation")
        if not documented(work):
            return stop("The documentation could not be built; the lines above say why. In a checkout that make test passes, it is.")
        draft = target.with_name(f".{target.name}.part")
        try:
            write(draft, wheels, work / "site")
            draft.replace(target)
        except OSError as error:
            return stop(f"The bundle could not be written ({error.strerror}). Free space and try again.")
        finally:
            draft.unlink(missing_ok=True)
    print(f"Bundle written: {target} ({target.stat().st_size / 1e6:.0f} MB), for {platform()}.\nSHA-256: {digest(target)}")
    print(f"On the machine without network: tar -xf {target.name}, cd tirek, make run. A checkout that is there: make run BUNDLE={target.name}")
    return 0


def platform() -> str:
    """The Python and the system that the wheels are for."""
    return f"cp{sys.version_info.major}{sys.version_info.minor}-{sysconfig.get_platform().replace('.', '_')}"


def fetched(folder: Path) -> bool:
    """Whether every wheel of the lock is in the folder now, with the hash the lock names."""
    return piped("download", "-r", str(LOCK), "-d", str(folder))


def piped(verb: str, *more: str) -> bool:
    """Whether pip did it, with wheels alone and each with its hash."""
    command = [sys.executable, "-m", "pip", verb, "--disable-pip-version-check", "--quiet", "--require-hashes", "--only-binary", ":all:", *more]
    return subprocess.run(command, check=False).returncode == 0


def documented(work: Path) -> bool:
    """Whether the commit's documentation stands in the folder's site/ now, built by the commit's own program."""
    for member, content in committed():
        if content:
            path = work / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.read())
    if not importlib.util.find_spec("markdown_it"):
        (work / "markdown.lock").write_text(pinned(DEV_LOCK.read_text(encoding="utf-8"), MARKDOWN), encoding="utf-8")
        if not piped("install", "--no-deps", "-r", str(work / "markdown.lock"), "--target", str(work / "more")):
            return False
    alone = {"PYTHONPATH": str(work / "more"), "TIREK_TEST_DATA": str(work / "data")}  # nothing of the settings of an instance here
    steps = [["tools.compile_messages"], ["tools.docs", str(work / "site")]]
    return all(subprocess.run([sys.executable, "-m", *step], cwd=work / "tirek", env=alone, stdout=subprocess.DEVNULL, check=False).returncode == 0 for step in steps)


def pinned(lock: str, names: tuple[str, ...]) -> str:
    """The lines of a lock that say the version and the hashes of these."""
    parts = re.split(r"\n(?=\S)", lock)
    return "\n".join(part for part in parts if part.partition("==")[0] in names)


def write(target: Path, wheels: Path, site: Path) -> None:
    """The commit's files under tirek/, the documentation under tirek/site/, the wheels under tirek/wheels/, and for which Python they are."""
    with tarfile.open(target, "w") as archive:
        for member, content in committed():
            archive.addfile(member, content)
        for page in sorted(path for path in site.rglob("*") if path.is_file()):
            archive.add(page, f"tirek/site/{page.relative_to(site).as_posix()}", filter=nobody)
        told = f"{platform()}\n".encode()
        note = tarfile.TarInfo("tirek/wheels/PLATFORM")
        note.size = len(told)
        archive.addfile(note, io.BytesIO(told))
        for wheel in sorted(wheels.glob("*.whl")):
            archive.add(wheel, f"tirek/wheels/{wheel.name}", filter=nobody)


def committed() -> Iterator[tuple[tarfile.TarInfo, io.BufferedReader | None]]:
    """The files of the commit, as git gives them; no group may write them, whoever takes them out as root."""
    with tarfile.open(fileobj=io.BytesIO(git("-c", "tar.umask=0022", "archive", "--prefix=tirek/", "HEAD"))) as given:
        for member in given:
            yield member, given.extractfile(member) if member.isfile() else None  # type: ignore[misc]


def nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file without the name of who made the bundle."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o644
    return member


def git(*words: str) -> bytes:
    """What git says; nothing where it fails."""
    try:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""


def digest(path: Path) -> str:
    """The SHA-256 by which a courier's copy is compared."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stop(sentence: str) -> int:
    """One plain sentence, and the status."""
    print(f"tirek: {sentence}", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main([each for each in sys.argv[1:] if each]))
