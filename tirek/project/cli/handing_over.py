"""`tirek record hand-over`: the whole record of a mechanism that ends, sealed to its successor. The format is that of a backup (docs/reference/backup.md).

The act stands in the ledger before the rows are written, and a checkpoint over all entries is signed: so the record proves that it is whole, and the keys stay behind.
"""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tirek.ground.seal.keys import Key, KeyRefused, key_of, recipients
from tirek.project.cli.archives import digest_of
from tirek.project.cli.backups import write_whole
from tirek.project.cli.databases import reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.folders import check_folder, held, leaving_nothing, refuse_half_restored
from tirek.project.cli.given_files import check_place
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import counting, say, step, warn
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance

if TYPE_CHECKING:
    from tirek.ground.proof.checkpoint import Checkpoint
    from tirek.project.cli.rows import Dumped

SHOWN = 20


def hand_over(name: str, told: Sequence[str], *, despite_faults: bool) -> int:
    """Writes the record of a stopped house for the keys, and prints what proves it whole. Raises Trouble."""
    keys, target, instance = keys_given(told), Path(name).resolve(), read_instance()
    check_place(target)
    with leaving_nothing(instance):
        check_folder(instance)
        refuse_half_restored(instance)
    with held(instance, "hand-over"):
        with step("Settings, packs and keys"):
            start_django()
        reach(instance)
        if not tables_present():
            raise Trouble(f"There is nothing to hand over in {instance.folder} yet. DATA_DIR and DEMO choose another folder.")
        refuse_tables_of_another_version()
        faults = faults_of_ledger(despite_faults)
        newest = put_on_record(keys)
        write_whole(instance, target, recipients(keys), lambda dumped: statement(dumped, newest, keys, faults))
    tell(target, newest, keys)
    return 0


def keys_given(told: Sequence[str]) -> tuple[Key, ...]:
    """The successor's public keys; raises Trouble for one that is none."""
    try:
        return tuple(map(key_of, told))
    except KeyRefused as refused:
        if refused.why == "secret":
            raise Trouble("--to has a secret key. Nothing was written. It is no longer secret: the successor makes a new one (age-keygen) and gives the public one, which begins with age1.") from refused
        raise Trouble(f"--to has {refused.told!r}, which is no public key of age. It begins with age1; the successor makes one with age-keygen or tirek backup-key FILE.") from refused


def faults_of_ledger(despite: bool) -> int:
    """How many things of the record do not hold; with any it is handed over only when that is wanted. Raises Trouble."""
    from tirek.foundation.ledger.verification import verify

    with step("Comparing every entry, row and file with the ledger"):
        found = verify(progress=counting("entries"), reading=counting("files"))
    for fault in found.faults[:SHOWN]:
        warn(f"  {fault.sentence}")
    if found.faults and not despite:
        raise Trouble(f"{len(found.faults)} things do not hold (tirek ledger verify tells all). Hand the record over as it is with --despite-faults: the successor finds the same.")
    return len(found.faults)


def put_on_record(keys: Sequence[Key]) -> "Checkpoint":
    """The act, as the last entry, and the checkpoint over all of them."""
    from tirek.foundation.ledger.checkpoints import newest_note, verifiers, write_checkpoint
    from tirek.foundation.ledger.services import record
    from tirek.ground.rules.actors import SYSTEM

    with record("record.handed-over", by=SYSTEM, subject=("record", keys[0].fingerprint.replace(" ", ""))) as act:
        act.of(None)
    found = write_checkpoint() or verifiers()[0].open(newest_note())
    return found


def statement(dumped: "Dumped", newest: "Checkpoint", keys: Sequence[Key], faults: int) -> dict[str, object]:
    """What the manifest says of it. Raises Trouble where somebody wrote meanwhile: the checkpoint would not cover the last entries."""
    if dumped.entries != newest.size:
        raise Trouble(f"Somebody wrote while the record was read ({dumped.entries:,} entries, {newest.size:,} signed). Stop the house everywhere and hand over again. No file was left behind; the ledger keeps that the record was to be handed over.")
    return {"entries": newest.size, "root": base64.b64encode(newest.root).decode(), "to": [each.fingerprint for each in keys], "faults": faults}


def tell(target: Path, newest: "Checkpoint", keys: Sequence[Key]) -> None:
    """What both sides keep, and what is published."""
    from tirek.foundation.ledger.checkpoints import newest_note, verifiers

    say(f"Record written: {target} ({target.stat().st_size:,} bytes), sealed to {len(keys)} keys. SHA-256: {digest_of(target)}")
    say(f"It holds the entries 0 to {newest.size - 1:,}, all rows and files, and no key of this house. Passwords and second factors are not in it.")
    say("Print this, sign it on both sides, and publish it: with it anybody who has the record proves that nothing was taken out or changed.")
    say()
    say(newest_note())
    say(f"Public key: {verifiers()[0].verifier_key()}")
    say()
    say("The successor: TIREK_BACKUP_KEY=KEYFILE tirek record verify FILE --checkpoint NOTE, then tirek restore FILE into an empty folder.")


def found_statement(manifest: dict[str, Any]) -> dict[str, Any]:
    """What the manifest of a record says of it; nothing for a plain backup."""
    told = manifest.get("handed_over")
    return told if isinstance(told, dict) else {}
