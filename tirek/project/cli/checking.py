"""`tirek check`: settings, packs, keys, database; with --deploy also what a server open to a network needs."""

import stat

from tirek.project.cli.preparing import check_folder, start_django
from tirek.project.cli.steps import say, step, warn
from tirek.project.instance import Instance, read_instance


def check(*, deploy: bool) -> int:
    """0 when all holds, 1 when something must be mended (each a line)."""
    instance = read_instance()
    check_folder(instance)
    with step("Settings, packs and keys"):
        start_django()
    wrong = [*keys_open_to_others(instance), *(deployment_faults(instance) if deploy else [])]
    for line in wrong:
        warn(f"  {line}")
    say("All holds." if not wrong else f"{len(wrong)} to mend.")
    return 1 if wrong else 0


def keys_open_to_others(instance: Instance) -> list[str]:
    """Key files that anybody but their owner can read."""
    files = [path for path in instance.keys.glob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [f"{path} can be read by others: chmod 600 {path}" for path in files]


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
    if not instance.database_url:
        found.append("DATABASE_URL is not set: the embedded database serves one machine; use PostgreSQL for a mechanism of many.")
    return found
