"""Compiling translations with Babel: no gettext is needed on the machine. It knows only .po and .mo files."""

import errno
import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tirek.project.cli.troubles import Trouble


def compile_translations(folder: Path) -> int:
    """Compiles each .po that is newer than its .mo; returns how many were compiled. Safe when two processes do it at once. Raises Trouble."""
    count = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        compile_one(source, target)
        count += 1
    return count


def compile_one(source: Path, target: Path) -> None:
    """Writes one .mo whole. Raises Trouble where the checkout cannot be written, which is as it should be for the user of a service."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            write_mo(file, catalogue)
        draft.replace(target)
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
        raise Trouble(f"The translations are not compiled, and {target.parent} cannot be written. Run once as the owner of this checkout: make ready") from error
