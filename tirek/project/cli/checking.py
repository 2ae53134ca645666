"""`tirek check`: settings, packs, keys, database; with --deploy also what a server open to a network still needs."""

import stat

from tirek.project.cli.databases import behind, newer_migrations, reach, tables_present
from tirek.project.cli.deploying import deployment_faults
from tirek.project.cli.folders import check_folder, leaving_nothing, refuse_half_restored
from tirek.project.cli.portal_role import role_faults
from tirek.project.cli.preparing import refuse_foreign_database, start_django
from tirek.project.cli.steps import say, step, warn
from tirek.project.cli.troubles import DatabaseRefused
from tirek.project.instance import Instance, read_instance
from tirek.project.told import Told
from tirek.project.told import to_be_said as _

NOT_SEEN = (
    _("whether the disk is encrypted: confidential records lie in clear in the database"),
    _("whether backups are kept encrypted elsewhere and tried (tirek restore)"),
    _("whether the clock of this machine runs ahead: it is compared with the newest entry and with the database's clock alone"),
    _("who owns this machine: no body in the chain of command of visited places may host it (SECURITY.md)"),
)


def check(*, deploy: bool) -> int:
    """0 when all holds, 1 when something must be mended (each a line)."""
    instance = read_instance()
    with leaving_nothing(instance, DatabaseRefused):
        return check_instance(instance, deploy=deploy)


def check_instance(instance: Instance, *, deploy: bool) -> int:
    """As `check`, of this instance."""
    check_folder(instance)
    refuse_half_restored(instance)
    if first := key_files_open_to_others(instance):  # nothing starts with one of them, which would name that one alone
        for fault in first:
            warn(f"  {fault}")
        say(f"{len(first)} to mend first; the rest is looked at after that.")
        return 1
    with step("Settings, packs and keys"):
        start_django()
    with step("Database"):
        reach(instance)
        refuse_foreign_database(instance)
        wrong = database_faults() or [*factors_without_key(instance), *role_faults()]
    if not tables_present():
        say(f"  {'This database' if instance.database_url else instance.folder} holds no records yet: `tirek run` begins them. Look for a mistyped DATA_DIR or DATABASE_URL where some were there.")
    wrong += [*keys_open_to_others(instance), *(deployment_faults(instance) if deploy else [])]
    for line in wrong:
        warn(f"  {line}")
    if deploy:
        say("What this check cannot see:")
        for each in NOT_SEEN:
            say(f"  - {each}")
    say("All holds." if not wrong else f"{len(wrong)} to mend.")
    return 1 if wrong else 0


def database_faults() -> list[str]:
    """Tables that are not of this version."""
    if not tables_present():
        return []
    if behind():
        return ["The tables are of an earlier version: `tirek run` brings them up to this one (back up with the earlier version first)."]
    newer = newer_migrations()
    return [f"The tables are of a newer version ({', '.join(newer)}): start that version."] if newer else []


def factors_without_key(instance: Instance) -> list[str]:
    """Accounts whose codes were sealed with a key that is not here."""
    from tirek.foundation.people.sealing import people_without_their_codes

    lost = people_without_their_codes() if tables_present() else 0
    key = instance.keys / "factors.key"
    return [f"One-time or recovery codes of {lost} accounts were sealed with another key than {key}: bring that key back, or reset them."] if lost else []


def keys_open_to_others(instance: Instance) -> list[Told]:
    """Key files, and folders with records, that anybody but their owner can read."""
    found = key_files_open_to_others(instance)
    if stat.S_IMODE(instance.folder.stat().st_mode) & 0o077:
        found.append(Told(_("The folder %(folder)s is open to others: chmod 700 %(folder)s"), folder=instance.folder))
    return found


def key_files_open_to_others(instance: Instance) -> list[Told]:
    """Key files that anybody but their owner can read."""
    files = [path for path in sorted(instance.keys.glob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [Told(_("%(path)s can be read by others: chmod 600 %(path)s"), path=path) for path in files]
