"""`tirek record verify`: proves off line that a record, or a backup, is whole: every entry from the first to the last, every row, every file.

It is unpacked into a folder of its own, with an embedded database, which is taken away again. Nothing of this machine's house is touched, and no key of it is needed.
"""

import base64
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tirek.project.cli.archives import unpack_to_prove
from tirek.project.cli.databases import reach
from tirek.project.cli.folders import check_folder
from tirek.project.cli.given_files import bytes_of, check_source
from tirek.project.cli.handing_over import found_statement
from tirek.project.cli.preparing import start_django
from tirek.project.cli.restoring import put_in
from tirek.project.cli.sealing import opened
from tirek.project.cli.steps import counting, say, step, warn
from tirek.project.instance import read_instance

if TYPE_CHECKING:
    from tirek.foundation.ledger.findings import Findings
    from tirek.ground.proof.checkpoint import Checkpoint

SHOWN = 100
NOTE = 100_000
OURS = ("DATABASE_URL", "TIREK_PORTS", "TIREK_FACE", "TIREK_DATA")


def verify_record(name: str, checkpoint: str = "") -> int:
    """0 when the record is whole and holds, 1 when something of it does not; `checkpoint` is a file with the published note. Raises Trouble."""
    source = Path(name).resolve()
    check_source(source)
    note = bytes_of(checkpoint, NOTE).decode(errors="replace") if checkpoint else ""
    with tempfile.TemporaryDirectory(prefix="tirek-record-") as folder:
        inside = Path(folder) / "unpacked"
        inside.mkdir(mode=0o700)
        with step("Unpacking and comparing every file"), opened(source, Path(folder)) as archive:
            manifest, faults = unpack_to_prove(archive, inside)
        return judge(manifest, faults, inside, Path(folder) / "house", note)


def judge(manifest: dict[str, Any], faults: list[str], inside: Path, house: Path, note: str) -> int:
    """Brings the rows into a database of its own, has the ledger verify them, and says what was found."""
    counted = bring_in(manifest, inside, house)
    from tirek.foundation.ledger.verification import verify

    with step("Comparing every entry, row and file with the ledger"):
        outcome = verify(progress=counting("entries"), reading=counting("files"), moment=datetime.fromisoformat(manifest["made_at"]))
    faults += [*of_numbers(manifest, counted), *of_end(manifest, outcome, note), *(each.sentence for each in outcome.faults)]
    tell(manifest, counted, outcome, faults)
    return 1 if faults else 0


def bring_in(manifest: dict[str, Any], inside: Path, house: Path) -> dict[str, int]:
    """Rows, files and checkpoints in a house of their own; how many rows of each model came. It alone knows the environment of this process."""
    for each in OURS:
        os.environ.pop(each, None)
    os.environ |= {"DATA_DIR": str(house), "DEMO": "1" if manifest["edition"] == "demonstration" else "0"}
    instance = read_instance()
    check_folder(instance)
    with step("Settings and packs"):
        start_django()
    reach(instance)
    from tirek.project.cli.rows import load_whatever

    return put_in(manifest, inside, instance, load_whatever)


def of_numbers(manifest: dict[str, Any], counted: dict[str, int]) -> list[str]:
    """Tables of which another number of rows is here than was written."""
    wanted = {label: number for label, number in manifest["rows"].items() if number}
    differ = sorted(label for label in wanted.keys() | counted.keys() if wanted.get(label, 0) != counted.get(label, 0))
    return [f"Of {label}, {counted.get(label, 0):,} rows are here; {wanted.get(label, 0):,} were written." for label in differ]


def of_end(manifest: dict[str, Any], outcome: "Findings", note: str) -> list[str]:
    """Whether a signed checkpoint covers everything to the last entry, and is the one that was published."""
    newest, told = newest_checkpoint(), found_statement(manifest)
    signed = newest.size if newest else 0
    found = []
    if signed < outcome.entries:
        found.append(f"The entries {signed:,} to {outcome.entries - 1:,} stand under no checkpoint: that nothing was taken out behind them is proved by nothing.")
    if told and told.get("entries") != outcome.entries:
        found.append(f"{outcome.entries:,} entries are here; {told.get('entries'):,} were handed over.")
    if told and newest and newest.size == told.get("entries") and base64.b64encode(newest.root).decode() != told.get("root"):
        found.append("The checkpoint over the last entry has another root than the one that was handed over.")
    return found + (of_published(note, outcome.entries) if note else [])


def of_published(note: str, entries: int) -> list[str]:
    """Whether a published checkpoint is one of this record's: the entries that it covers have its root. Any will do, also one printed in a report years ago."""
    from tirek.foundation.ledger.checkpoints import open_with, verifiers
    from tirek.foundation.ledger.writing import read_node
    from tirek.ground.proof.checkpoint import CheckpointRefused
    from tirek.ground.proof.tree import root_at

    try:
        published = open_with(verifiers(), note.strip() + "\n")
    except CheckpointRefused:
        return ["The published checkpoint is signed by no key of this record: this is another record, or its keys were exchanged."]
    if published.size > entries:
        return [f"The published checkpoint covers {published.size:,} entries; {entries:,} are here."]
    if root_at(published.size, read_node) != published.root:
        return [f"The first {published.size:,} entries are not those that the published checkpoint covers: the record was rewritten."]
    say(f"The published checkpoint holds: it covers the first {published.size:,} of {entries:,} entries.")
    return []


def newest_checkpoint() -> "Checkpoint | None":
    """The newest checkpoint of the record that is signed by one of its keys."""
    from tirek.foundation.ledger.checkpoints import newest_note, open_with, verifiers
    from tirek.ground.proof.checkpoint import CheckpointRefused

    try:
        return open_with(verifiers(), newest_note())
    except CheckpointRefused:
        return None


def tell(manifest: dict[str, Any], counted: dict[str, int], outcome: "Findings", faults: Sequence[str]) -> None:
    """The numbers, what does not hold, and what no check can see."""
    for label, number in sorted(counted.items()):
        say(f"  {label}: {number:,}")
    say(f"{outcome.entries:,} entries, {outcome.rows:,} rows vouched for, {outcome.checkpoints:,} checkpoints, {outcome.files:,} files. Made at {manifest['made_at']}.")
    for remark in outcome.remarks:
        warn(f"  Note: {remark}")
    for fault in faults[:SHOWN]:
        warn(f"  {fault}")
    if len(faults) > SHOWN:
        warn(f"  … and {len(faults) - SHOWN} more.")
    if faults:
        say(f"{len(faults)} things do not hold.")
        return
    newest = newest_checkpoint()
    say(f"The record is whole: the entries 0 to {outcome.entries - 1:,} stand under one signed checkpoint, and they vouch for every row and file.")
    say(f"That nothing was rewritten before it was handed over, a published checkpoint proves (--checkpoint NOTE). This record ends with:\n\n{newest.body() if newest else ''}")
    say("Rows of other tables (search, notices, sums) are made of these or hold no record; the ledger vouches for none of them.")

