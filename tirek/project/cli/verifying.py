"""`tirek ledger verify`: every entry, row and checkpoint, and what this cannot see."""

from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import say, warn


def verify() -> int:
    """0 when all holds, 1 when something does not."""
    start_django()
    from tirek.foundation.ledger.verification import verify as verify_all

    outcome = verify_all(progress=lambda done, total: say(f"  {done} of {total} entries"))
    say(f"{outcome.entries} entries, {outcome.rows} rows, {outcome.checkpoints} checkpoints checked.")
    for fault in outcome.faults:
        warn(f"  {fault.sentence}")
    say("Everything holds." if outcome.holds else f"{len(outcome.faults)} things do not hold.")
    say("What this check cannot see:")
    for each in outcome.unseen:
        say(f"  - {each}")
    return 0 if outcome.holds else 1
