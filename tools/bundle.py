"""`make bundle`: one archive from which a machine without any network installs: this commit's files and the locked wheels for this Python and system.

Usage: python -m tools.bundle [FILE]. There: tar -xf FILE, cd tirek, make run. A checkout that is there takes it by make run BUNDLE=FILE.
"""

import hashlib
import io
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"


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
        if not fetched(Path(folder)):
            return stop("The wheels could not be fetched; the lines above say why. Check the network or the package index, then run the command again.")
        draft = target.with_name(f".{target.name}.part")
        try:
            write(draft, Path(folder))
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
    command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK), "-d", str(folder)]
    return subprocess.run(command, check=False).returncode == 0


def write(target: Path, wheels: Path) -> None:
    """The commit's files under tirek/, the wheels under tirek/wheels/, and for which Python they are."""
    with tarfile.open(target, "w") as archive:
        for member, content in committed():
            archive.addfile(member, content)
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
