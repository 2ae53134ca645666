"""What a server open to a network must not be: `tirek check --deploy`, and the administrator's page. Each fault is one line that says how to mend it.

It knows no noun.
"""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tirek.foundation.ledger.key_files import open_to_others
from tirek.ground.proof.certificates import certificate_ends
from tirek.project.cli.databases import tables_present
from tirek.project.cli.sealing import recipients
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import BACKED_UP, Instance, certificate_file, is_loopback, metrics_address, web_host
from tirek.project.told import Told
from tirek.project.told import to_be_said as _

LEAST_FREE, LEAST_SHARE = 1_000_000_000, 0.1
"""Bytes, and the share of its disk, that must be free where records are written."""
OLDEST = timedelta(hours=36)
"""How old the newest backup may be: one each night, and half a day for one that was late."""
SOON = timedelta(days=14)
"""How long before its end a certificate must have been renewed: one that renews itself does so a month before."""
DRIFT = timedelta(minutes=2)
HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")
"""A name as browsers send it (one of other letters in its xn-- form)."""
DATABASES = ("DATABASE_URL", "TIREK_PORTAL_DATABASE_URL", "TIREK_DESK_DATABASE_URL", "TIREK_RESPOND_DATABASE_URL")
SURE = frozenset({"verify-ca", "verify-full"})
"""What libpq must be told (sslmode) so that it believes no other server; without it, it is content with any certificate, or none."""
SILENT = timedelta(minutes=15)
"""How long a mail server may be away before it is told."""


def deployment_faults(instance: Instance) -> list[Told]:
    """Everything that must be mended before, or while, people use this server over a network."""
    now = datetime.now(UTC)
    found = [*setting_faults(instance), *room_faults(instance.folder)]
    if tables_present():
        found += [*clock_faults(now, newest_entry(), database_clock()), *backup_faults(instance.folder / BACKED_UP, now), *post_faults(now)]
    return found


def setting_faults(instance: Instance) -> list[Told]:
    """Settings that are missing, or let in more than they should."""
    from django.conf import settings

    found: list[Told] = []
    if instance.demo:
        found.append(Told(_("This is the demonstration edition: its accounts have known names. Set DEMO=0.")))
    if not settings.TIREK_HTTPS:
        found.append(Told(_("TIREK_HTTPS is not 1: cookies may travel in clear. Put a TLS proxy in front and set TIREK_HTTPS=1.")))
    found += [*host_faults(settings.TIREK_HOSTS), *address_faults(settings.TIREK_ADDRESSES, settings.TIREK_HOSTS)]
    found += door_faults(settings.TIREK_ADDRESSES, apart=settings.TIREK_RESPOND_APART)
    if not settings.TIREK_NAME:
        found.append(Told(_("TIREK_NAME is empty: give the mechanism's own name, which stands on every page and letter.")))
    if not instance.database_url:
        found.append(Told(_("DATABASE_URL is not set: the embedded database serves one machine; use PostgreSQL for a mechanism of many.")))
    found += [*line_faults(), *seal_faults(), *mail_faults(), *service_faults(), *certificate_faults(certificate_file(), datetime.now(UTC))]
    if not is_loopback(web_host()):
        found.append(Told(_("TIREK_BIND lets the web server be reached without the TLS proxy: leave it at 127.0.0.1.")))
    if (metrics := metrics_address()) and not is_loopback(metrics[0]):
        found.append(Told(_("TIREK_METRICS lets metrics be read from other machines: leave them at 127.0.0.1, or let only the machine that watches reach the port.")))
    return found


def mail_faults() -> list[Told]:
    """A mail server that could not be used, or whose returns nobody would notice. To send no mail at all is no fault."""
    from django.conf import settings

    server = settings.TIREK_MAIL
    found: list[Told] = []
    if server is None:
        return []
    if server.password_file:
        try:
            if open_to_others(server.password_file):
                found.append(Told(_("TIREK_MAIL_PASSWORD_FILE can be read by others: chmod 600 %(path)s"), path=server.password_file))
        except OSError as error:
            found.append(Told(_("TIREK_MAIL_PASSWORD_FILE cannot be read (%(reason)s): %(path)s"), reason=error.strerror, path=server.password_file))
    if not server.bounces:
        found.append(Told(_("TIREK_MAIL_BOUNCES is empty: a mail that comes back later is noticed by nobody. Give an address that the mail server hands to tirek mail bounce.")))
    return found


def service_faults() -> list[Told]:
    """A sign-in service that would be asked without our secret, or that would send people back to an address without TLS."""
    from django.conf import settings

    service = settings.TIREK_OIDC
    found: list[Told] = []
    if service is None:
        return []
    if not settings.TIREK_PEOPLE_COME_TO.startswith("https://"):
        found.append(Told(_("TIREK_OIDC_ISSUER is set, but people come back without TLS: set TIREK_HOSTS and TIREK_HTTPS=1, or TIREK_DESK_ADDRESS.")))
    if service.secret_file is None:
        found.append(Told(_("TIREK_OIDC_SECRET_FILE is empty: register this system as a confidential client and give its secret.")))
        return found
    try:
        if open_to_others(service.secret_file):
            found.append(Told(_("TIREK_OIDC_SECRET_FILE can be read by others: chmod 600 %(path)s"), path=service.secret_file))
    except OSError as error:
        found.append(Told(_("TIREK_OIDC_SECRET_FILE cannot be read (%(reason)s): %(path)s"), reason=error.strerror, path=service.secret_file))
    return found


def post_faults(now: datetime) -> list[Told]:
    """Mail that does not arrive."""
    from tirek.foundation.notices.queries import handover

    mail = handover()
    found: list[Told] = []
    if mail.failing_since and now - mail.failing_since > SILENT:
        words = _("The mail server has taken no mail for %(span)s (%(fault)s); %(waiting)s wait. Look at TIREK_MAIL and at the server.")
        found.append(Told(words, span=now - mail.failing_since, fault=mail.fault, waiting=mail.waiting))
    if mail.given_up:
        found.append(Told(_("%(count)s mails were given up within a week. Look at the mail server's own log."), count=mail.given_up))
    if mail.returned:
        found.append(Told(_("Mail to %(count)s accounts comes back: administrators see whose under Accounts, How mail goes."), count=mail.returned))
    return found


def line_faults(environ: Mapping[str, str] = os.environ) -> list[Told]:
    """Databases on other machines that are asked in clear, or by whoever says to be them. A socket, and this machine itself, need no TLS."""
    found: list[Told] = []
    for setting in DATABASES:
        url = urlsplit(environ.get(setting, ""))
        asked = parse_qs(url.query)
        hosts = [each for told in asked.get("host", [url.hostname or ""]) for each in told.split(",") if each and not each.startswith(("/", "@"))]
        mode = asked.get("sslmode", [""])[-1]
        away = [each for each in hosts if each != "localhost" and not is_loopback(each)]
        if away and mode not in SURE:
            words = _("%(setting)s leads to %(host)s over the network, and nobody looks whether it is that server: end it with ?sslmode=verify-full.")
            found.append(Told(words, setting=setting, host=away[0]))
    return found


def seal_faults(environ: Mapping[str, str] = os.environ) -> list[Told]:
    """Backups that would lie in clear, could not be made, or whose key lies beside them."""
    beside = [Told(_("TIREK_BACKUP_KEY is set: what opens the backups lies on the machine that makes them. Take it out of the settings, and bring the key away."))]
    kept = beside if environ.get("TIREK_BACKUP_KEY") else []
    try:
        if recipients(environ):
            return kept
    except Trouble as trouble:
        return [Told(str(trouble)), *kept]
    return [Told(_("TIREK_BACKUP_TO is empty: backups hold confidential records in clear. Make a key elsewhere (tirek backup-key FILE) and give its public part.")), *kept]


def certificate_faults(path: Path | None, now: datetime) -> list[Told]:
    """A TLS certificate that ends soon, or a file of it that says nothing. Nobody outside is asked, so of a certificate without a file nothing is known."""
    if path is None:
        return []
    try:
        left = certificate_ends(path.read_bytes()) - now
    except (OSError, ValueError):
        return [Told(_("TIREK_CERTIFICATE names %(path)s, which cannot be read as a certificate: give a copy that this service may read."), path=path)]
    if left <= timedelta(0):
        return [Told(_("The TLS certificate has ended: browsers refuse the pages. Renew it, and let it be renewed by itself."))]
    return [Told(_("The TLS certificate ends in %(span)s. Renew it, and let it be renewed by itself."), span=left)] if left < SOON else []


def host_faults(hosts: Sequence[str]) -> list[Told]:
    """Host names that are missing, that stand for every name, or that are no names: a passkey exists for a name alone."""
    if not hosts:
        return [Told(_("TIREK_HOSTS is empty: name the host names that people will use, separated by commas."))]
    found: list[Told] = []
    for host in hosts:
        if "*" in host or host.startswith("."):
            found.append(Told(_("TIREK_HOSTS has %(host)r, which lets in names that are not yours: write each host name out."), host=host))
        elif is_address(host):
            found.append(Told(_("TIREK_HOSTS has %(host)r, an address: passkeys exist for names alone. Give the host name."), host=host))
        elif not HOST.fullmatch(host):
            found.append(Told(_("TIREK_HOSTS has %(host)r, which is no host name: whoever comes by it is refused. Leave out spaces, https:// and the port."), host=host))
    return found


def address_faults(addresses: Mapping[str, str], hosts: Sequence[str]) -> list[Told]:
    """Addresses of faces that people are led to in clear, or at a name that is refused there."""
    found: list[Told] = []
    for face, address in addresses.items():
        setting = f"TIREK_{face.upper()}_ADDRESS"
        if address and not address.startswith("https://"):
            found.append(Told(_("%(setting)s leads people there without TLS: let it begin with https://."), setting=setting))
        host = urlsplit(address if "//" in address else f"//{address}").hostname
        if address and host not in [each.lower() for each in hosts]:
            found.append(Told(_("%(setting)s leads to %(host)s, which TIREK_HOSTS does not name: whoever follows it is refused. Add it."), setting=setting, host=host))
    return found


def door_faults(addresses: Mapping[str, str], *, apart: bool) -> list[Told]:
    """The authorities' page in a process of its own, at no name of its own: people would be led past it, and one passkey would fit two doors."""
    if not apart:
        return []
    if not addresses.get("respond"):
        return [Told(_("TIREK_PORTS gives the authorities’ page a web server of its own, but TIREK_RESPOND_ADDRESS is empty: give the address at which their people sign in."))]
    if len({urlsplit(addresses[face]).hostname for face in ("desk", "respond")}) < 2:
        return [Told(_("TIREK_DESK_ADDRESS and TIREK_RESPOND_ADDRESS lead to one host name: passkeys of the one would fit the other. Give the authorities’ page a name of its own."))]
    return []


def is_address(host: str) -> bool:
    """Whether a host is told by its number."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def room_faults(folder: Path) -> list[Told]:
    """A disk that is nearly full."""
    room = shutil.disk_usage(folder)
    if room.free >= LEAST_FREE and room.free >= LEAST_SHARE * room.total:
        return []
    words = _("The disk of %(folder)s is nearly full: %(free).1f of %(whole).1f GB are free. Free space, or move the folder to a larger disk.")
    return [Told(words, folder=folder, free=room.free / 1e9, whole=room.total / 1e9)]


def clock_faults(now: datetime, newest: datetime | None, database: datetime | None) -> list[Told]:
    """A clock that runs apart from what was recorded, or from the database's. Time limits and the order of the record hang on it."""
    found: list[Told] = []
    if newest is not None and newest > now + DRIFT:
        found.append(Told(_("The clock of this machine is %(span)s behind the newest entry of the ledger: set it, and let it be kept (NTP)."), span=newest - now))
    if database is not None and abs(database - now) > DRIFT:
        found.append(Told(_("The clocks of this machine and of the database's differ by %(span)s: let both be kept (NTP)."), span=abs(database - now)))
    return found


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


def backup_faults(note: Path, now: datetime) -> list[Told]:
    """No backup, or none of late. Where it was brought to, and whether it can be restored, this machine does not know."""
    try:
        made = datetime.fromisoformat(note.read_text().strip())
        old = now - made
    except (OSError, ValueError, TypeError):
        return [Told(_("No backup of this instance is known. Make one each night, for another machine: tirek backup FILE"))]
    return [Told(_("The newest backup is %(span)s old. Make one each night, for another machine: tirek backup FILE"), span=old)] if old > OLDEST else []
