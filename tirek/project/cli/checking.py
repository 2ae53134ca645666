"""`tirek check`: settings, packs, keys, database; with --deploy also what a server open to a network still needs."""

import stat

from tirek.project.cli.databases import behind, newer_migrations, reach, tables_present
from tirek.project.cli.folders import check_folder, leaving_nothing, refuse_half_restored
from tirek.project.cli.portal_role import role_faults
from tirek.project.cli.preparing import refuse_foreign_database, start_django
from tirek.project.cli.steps import say, step, warn
from tirek.project.cli.troubles import DatabaseRefused
from tirek.project.instance import Instance, is_loopback, read_instance, web_host

NOT_SEEN = (
    "whether the disk is encrypted: confidential records lie in clear in the database",
    "whether backups are made, kept encrypted elsewhere and tried (tirek backup, tirek restore)",
    "who owns this machine: no body in the chain of command of visited places may host it (SECURITY.md)",
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


def keys_open_to_others(instance: Instance) -> list[str]:
    """Key files, and folders with records, that anybody but their owner can read."""
    files = [path for path in instance.keys.glob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
    found = [f"{path} can be read by others: chmod 600 {path}" for path in files]
    if stat.S_IMODE(instance.folder.stat().st_mode) & 0o077:
        found.append(f"The folder {instance.folder} is open to others: chmod 700 {instance.folder}")
    return found


def deployment_faults(instance: Instance) -> list[str]:
    """What a server open to a network must not be."""
    from django.conf import settings

    found = []
    if instance.demo:
        found.append("This is the demonstration edition: its accounts have known names. Set DEMO=0.")
    if not settings.TIREK_HTTPS:
        found.append("TIREK_HTTPS is not 1: cookies may travel in clear. Put a TLS proxy in front and set TIREK_HTTPS=1.")
    if not settings.TIREK_HOSTS:
        found.append("TIREK_HOSTS is empty: name the host names that people will use, separated by commas.")
    if not settings.TIREK_NAME:
        found.append("TIREK_NAME is empty: give the mechanism's own name, which stands on every page and letter.")
    if not instance.database_url:
        found.append("DATABASE_URL is not set: the embedded database serves one machine; use PostgreSQL for a mechanism of many.")
    if not is_loopback(web_host()):
        found.append("TIREK_BIND lets the web server be reached without the TLS proxy: leave it at 127.0.0.1.")
    return found
