"""What a server open to a network must not be: `tirek check --deploy`. Each fault is one line that says how to mend it. It knows no noun."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from tirek.foundation.ledger.key_files import open_to_others
from tirek.project.cli.databases import tables_present
from tirek.project.cli.sealing import recipients
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import BACKED_UP, Instance, is_loopback, metrics_address, web_host

LEAST_FREE, LEAST_SHARE = 1_000_000_000, 0.1
"""Bytes, and the share of its disk, that must be free where records are written."""
OLDEST = timedelta(hours=36)
"""How old the newest backup may be: one each night, and half a day for one that was late."""
DRIFT = timedelta(minutes=2)
SILENT = timedelta(minutes=15)
"""How long a mail server may be away before it is told."""


def deployment_faults(instance: Instance) -> list[str]:
    """Everything that must be mended before, or while, people use this server over a network."""
    now = datetime.now(UTC)
    found = [*setting_faults(instance), *room_faults(instance.folder)]
    if tables_present():
        found += [*clock_faults(now, newest_entry(), database_clock()), *backup_faults(instance.folder / BACKED_UP, now), *post_faults(now)]
    return found


def setting_faults(instance: Instance) -> list[str]:
    """Settings that are missing, or let in more than they should."""
    from django.conf import settings

    found = []
    if instance.demo:
        found.append("This is the demonstration edition: its accounts have known names. Set DEMO=0.")
    if not settings.TIREK_HTTPS:
        found.append("TIREK_HTTPS is not 1: cookies may travel in clear. Put a TLS proxy in front and set TIREK_HTTPS=1.")
    found += host_faults(settings.TIREK_HOSTS)
    if not settings.TIREK_NAME:
        found.append("TIREK_NAME is empty: give the mechanism's own name, which stands on every page and letter.")
    if not instance.database_url:
        found.append("DATABASE_URL is not set: the embedded database serves one machine; use PostgreSQL for a mechanism of many.")
    found += [*seal_faults(), *mail_faults()]
    if not is_loopback(web_host()):
        found.append("TIREK_BIND lets the web server be reached without the TLS proxy: leave it at 127.0.0.1.")
    if (metrics := metrics_address()) and not is_loopback(metrics[0]):
        found.append("TIREK_METRICS lets metrics be read from other machines: leave them at 127.0.0.1, or let only the machine that watches reach the port.")
    return found


def mail_faults() -> list[str]:
    """A mail server that could not be used, or whose returns nobody would notice. To send no mail at all is no fault."""
    from django.conf import settings

    server, found = settings.TIREK_MAIL, []
    if server is None:
        return []
    if server.password_file:
        try:
            found += [f"TIREK_MAIL_PASSWORD_FILE can be read by others: chmod 600 {server.password_file}"] if open_to_others(server.password_file) else []
        except OSError as error:
            found.append(f"TIREK_MAIL_PASSWORD_FILE cannot be read ({error.strerror}): {server.password_file}")
    if not server.bounces:
        found.append("TIREK_MAIL_BOUNCES is empty: a mail that comes back later is noticed by nobody. Give an address that the mail server hands to tirek mail bounce.")
    return found


def post_faults(now: datetime) -> list[str]:
    """Mail that does not arrive."""
    from tirek.foundation.notices.queries import handover

    mail, found = handover(), []
    if mail.failing_since and now - mail.failing_since > SILENT:
        found.append(f"The mail server has taken no mail for {lag(now - mail.failing_since)} ({mail.fault}); {mail.waiting} wait. Look at TIREK_MAIL and at the server.")
    if mail.given_up:
        found.append(f"{mail.given_up} mails were given up within a week. Look at the mail server's own log.")
    if mail.returned:
        found.append(f"Mail to {mail.returned} accounts comes back: administrators see whose under Accounts, How mail goes.")
    return found


def seal_faults() -> list[str]:
    """Backups that would lie in clear, or could not be made."""
    try:
        return [] if recipients() else ["TIREK_BACKUP_TO is empty: backups hold confidential records in clear. Make a key elsewhere (tirek backup-key FILE) and give its public part."]
    except Trouble as trouble:
        return [str(trouble)]


def host_faults(hosts: Sequence[str]) -> list[str]:
    """Host names that are missing, that stand for every name, or that are no names: a passkey exists for a name alone."""
    if not hosts:
        return ["TIREK_HOSTS is empty: name the host names that people will use, separated by commas."]
    found = []
    for host in hosts:
        if "*" in host or host.startswith("."):
            found.append(f"TIREK_HOSTS has {host!r}, which lets in names that are not yours: write each host name out.")
        elif is_address(host):
            found.append(f"TIREK_HOSTS has {host!r}, an address: passkeys exist for names alone. Give the host name.")
    return found


def is_address(host: str) -> bool:
    """Whether a host is told by its number."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def room_faults(folder: Path) -> list[str]:
    """A disk that is nearly full."""
    room = shutil.disk_usage(folder)
    if room.free >= LEAST_FREE and room.free >= LEAST_SHARE * room.total:
        return []
    return [f"The disk of {folder} is nearly full: {room.free / 1e9:.1f} of {room.total / 1e9:.1f} GB are free. Free space, or move the folder to a larger disk."]


def clock_faults(now: datetime, newest: datetime | None, database: datetime | None) -> list[str]:
    """A clock that runs apart from what was recorded, or from the database's. Time limits and the order of the record hang on it."""
    found = []
    if newest is not None and newest > now + DRIFT:
        found.append(f"The clock of this machine is {lag(newest - now)} behind the newest entry of the ledger: set it, and let it be kept (NTP).")
    if database is not None and abs(database - now) > DRIFT:
        found.append(f"The clocks of this machine and of the database's differ by {lag(abs(database - now))}: let both be kept (NTP).")
    return found


def lag(span: timedelta) -> str:
    """A stretch of time, roughly."""
    minutes = int(span.total_seconds() // 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours" if minutes < 2880 else f"{minutes // 1440} days"


def newest_entry() -> datetime | None:
    """When the newest entry of the ledger was written."""
    from tirek.foundation.ledger.writing import last_entry_at

    return last_entry_at()


def database_clock() -> datetime | None:
    """What a database server takes for now; nothing for the embedded one, whose clock is ours."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (told,) = cursor.fetchone()
    return told if isinstance(told, datetime) else None


def backup_faults(note: Path, now: datetime) -> list[str]:
    """No backup, or none of late. Where it was brought to, and whether it can be restored, this machine does not know."""
    remedy = "Make one each night, for another machine: tirek backup FILE"
    try:
        made = datetime.fromisoformat(note.read_text().strip())
        old = now - made
    except (OSError, ValueError, TypeError):
        return [f"No backup of this instance is known. {remedy}"]
    return [f"The newest backup is {lag(old)} old. {remedy}"] if old > OLDEST else []
