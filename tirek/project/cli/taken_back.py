"""`tirek ledger taken-back`: after the database was taken back to an earlier moment, on purpose, the ledger says so and goes on from there."""

from tirek.project.cli.databases import reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.demonstration import agreed
from tirek.project.cli.folders import check_folder, held, refuse_half_restored
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import say
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance


def put_on_record(*, sure: bool) -> int:
    """Of a stopped instance. 0 when it is on record, 1 when the person said no. Raises Trouble."""
    instance = read_instance()
    check_folder(instance)
    refuse_half_restored(instance)
    with held(instance, "taken back"):
        start_django()
        reach(instance)
        if not tables_present():
            raise Trouble(f"There is nothing in {instance.folder} yet. DATA_DIR and DEMO choose another folder.")
        refuse_tables_of_another_version()
        from tirek.foundation.ledger import taken_back
        from tirek.foundation.ledger.checkpoints import write_checkpoint
        from tirek.foundation.ledger.writing import head_size
        from tirek.ground.proof.checkpoint import CheckpointRefused

        nothing = "The checkpoints cover no more than the database holds: it was not taken back, or that is on record already."
        try:
            if taken_back.newest_covered() <= head_size():
                raise Trouble(nothing)
            say(f"The checkpoints cover {taken_back.newest_covered():,} entries, the database holds {head_size():,}.")
            say("From now on every verification tells that what came after was taken back; this cannot be undone.")
            if not sure and not agreed("Was it taken back on purpose? Type yes: "):
                say("Nothing was changed.")
                return 1
            size, covered = taken_back.put_on_record()
        except CheckpointRefused as refused:
            raise Trouble(f"The newest checkpoint does not hold ({refused}): tirek ledger verify tells more. Nothing was changed.") from refused
        write_checkpoint()
    say(f"On record. The notes over entries {size:,} to {covered - 1:,} lie in {taken_back.laid_aside(size, covered)}: keep them.")
    return 0
