"""`tirek ledger verify`: every entry, row, checkpoint and stored file, and what this cannot see."""

from datetime import datetime

from tirek.project.cli.databases import reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.folders import check_folder, leaving_nothing
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import counting, say, warn
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance

SHOWN = 100


def verify(moment: datetime | None = None) -> int:
    """0 when all holds, 1 when something does not; a backup's rows are judged at the `moment` it was made."""
    instance = read_instance()
    with leaving_nothing(instance):
        check_folder(instance)
        start_django()
        reach(instance)
        if not tables_present():
            raise Trouble(f"There is nothing to verify in {instance.folder} yet. DATA_DIR and DEMO choose another folder.")
        refuse_tables_of_another_version()
    from tirek.foundation.ledger.verification import verify as verify_all

    outcome = verify_all(progress=counting("entries"), reading=counting("files"), moment=moment)
    say(f"{outcome.entries:,} entries, {outcome.rows:,} rows, {outcome.checkpoints:,} checkpoints, {outcome.files:,} files checked.")
    for remark in outcome.remarks:
        warn(f"  Note: {remark}")
    for fault in outcome.faults[:SHOWN]:
        warn(f"  {fault.sentence}")
    if len(outcome.faults) > SHOWN:
        warn(f"  … and {len(outcome.faults) - SHOWN} more.")
    say("Everything holds." if outcome.holds else f"{len(outcome.faults)} things do not hold.")
    say("What this check cannot see:")
    for each in outcome.unseen:
        say(f"  - {each}")
    return 0 if outcome.holds else 1
