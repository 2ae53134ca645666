"""The instance: which folder, database and edition (demonstration or main) this process serves, read from the environment.

It knows no Django: settings and the command line both stand on it.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tirek.foundation.ledger.key_files import draw_once, open_to_others
from tirek.foundation.notices.mail_server import MailRefused, MailServer, read_mail
from tirek.foundation.people.provider import Provider, ProviderRefused, read_provider
from tirek.ground.rules.outside_addresses import Network, networks
from tirek.ground.rules.words import LANGUAGES

FACES = ("portal", "desk", "respond")
BACKED_UP = ".backed-up"
"""The note of the newest backup, in the instance's folder: when it was made. It is in no backup itself."""
ROOT = Path(__file__).resolve().parent.parent.parent


class SettingRefused(Exception):
    """An environment setting that cannot be used; the sentence says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class Instance:
    """Where one instance keeps its things. `folder` holds database, files, checkpoints and keys of this instance alone."""

    folder: Path
    demo: bool
    database_url: str
    port: int
    ports: tuple[tuple[str, int], ...] = ()

    def port_of(self, face: str) -> int:
        """The port on which a face is served: its own where it has one, that of the desk for the authorities' page without one, else the one of all."""
        ports = dict(self.ports)
        return ports.get(face) or (ports.get("desk") if face == "respond" else None) or self.port

    @property
    def keys(self) -> Path:
        """Folder of secret files (0700); never part of a backup."""
        return self.folder / "keys"

    @property
    def files(self) -> Path:
        """Folder of stored files, addressed by their digest."""
        return self.folder / "files"

    @property
    def checkpoints(self) -> Path:
        """Folder of the append-only checkpoint log, outside the database."""
        return self.folder / "checkpoints"

    @property
    def database(self) -> Path:
        """The embedded database's file."""
        return self.folder / "tirek.sqlite3"


def read_instance(environ: Mapping[str, str] = os.environ) -> Instance:
    """The instance that the environment names: DATA_DIR, DEMO, DATABASE_URL, PORT.

    The demonstration (DEMO unset, empty or 1) lives in DATA_DIR/demo, real records in DATA_DIR/main; they never share a folder.
    """
    demo = read_edition(environ.get("DEMO", ""))
    base = Path(environ.get("DATA_DIR") or ROOT / "data").expanduser().resolve()
    ports = read_ports(environ.get("TIREK_PORTS", ""))
    port = ports[0][1] if ports else read_port(environ.get("PORT") or "8000")
    return Instance(base / ("demo" if demo else "main"), demo, environ.get("DATABASE_URL", ""), port, ports)


def read_edition(text: str) -> bool:
    """Whether the demonstration is meant: 1 or nothing; raises SettingRefused for what might have meant real records."""
    if text.strip() not in {"", "0", "1"}:
        raise SettingRefused(f"DEMO is {text!r}: give DEMO=1 for the demonstration with invented records, or DEMO=0 for real records.")
    return text.strip() != "0"


def read_port(text: str, name: str = "PORT") -> int:
    """A TCP port number between 1 and 65535; raises SettingRefused otherwise."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise SettingRefused(f"{name} is {text!r}: give a number between 1 and 65535, for example {name}=8000.")
    return int(text)


def read_ports(text: str) -> tuple[tuple[str, int], ...]:
    """A process for each face: "portal=8001,desk=8002". Empty for all faces in one; raises SettingRefused for an unknown face or a port twice."""
    found = [each.strip().partition("=") for each in text.split(",") if each.strip()]
    ports = tuple((face, read_port(port, f"TIREK_PORTS for {face}")) for face, _, port in found)
    if any(face not in FACES for face, _ in ports) or len({port for _, port in ports}) < len(ports) or len(dict(ports)) < len(ports):
        raise SettingRefused(f"TIREK_PORTS is {text!r}: name each of {', '.join(FACES)} once, with a port of its own: TIREK_PORTS=portal=8001,desk=8002")
    return ports


def read_faces(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The faces that this process serves; all of them unless TIREK_FACE names one. The authorities' page stands with the desk unless it has a port of its own. Raises SettingRefused for an unknown one."""
    face = environ.get("TIREK_FACE", "")
    if face and face not in FACES:
        raise SettingRefused(f"TIREK_FACE is {face!r}: give one of {', '.join(FACES)}, or leave it out to serve all.")
    if face == "desk" and not respond_apart(environ):
        return ("desk", "respond")
    return (face,) if face else FACES


def respond_apart(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the authorities' page has a process of its own: then no session of the desk opens anything there, nor the other way round. Raises SettingRefused."""
    return "respond" in dict(read_ports(environ.get("TIREK_PORTS", "")))


def web_host(environ: Mapping[str, str] = os.environ) -> str:
    """The address that the web server listens on; loopback unless TIREK_BIND says otherwise. Raises SettingRefused for no address."""
    text = environ.get("TIREK_BIND") or "127.0.0.1"
    try:
        return str(ip_address(text))
    except ValueError as error:
        raise SettingRefused(f"TIREK_BIND is {text!r}: give an IP address of this machine, for example TIREK_BIND=127.0.0.1.") from error


def in_address(host: str) -> str:
    """An IP address as it stands before a port: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def address_of(instance: Instance, face: str, environ: Mapping[str, str] = os.environ) -> str:
    """Where people reach a face: its own address, else the first host name behind TLS, else this machine. A passkey made at one name works at no other."""
    if face == "respond" and not respond_apart(environ):
        return address_of(instance, "desk", environ)
    own = environ.get(f"TIREK_{face.upper()}_ADDRESS", "").rstrip("/")
    host = next((each for each in environ.get("TIREK_HOSTS", "").split(",") if each), "")
    behind = f"https://{host}" if host and environ.get("TIREK_HTTPS") == "1" else ""
    return own or behind or f"http://localhost:{instance.port_of(face)}"


def is_loopback(address: str) -> bool:
    """Whether an address (as in REMOTE_ADDR) is this very machine."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def language(environ: Mapping[str, str] = os.environ) -> str:
    """The language to answer in where neither address nor browser names one; raises SettingRefused for one that does not exist."""
    code = environ.get("TIREK_LANGUAGE") or "ru"
    if code not in LANGUAGES:
        raise SettingRefused(f"TIREK_LANGUAGE is {code!r}: give one of {', '.join(LANGUAGES)}.")
    return code


def time_zone(environ: Mapping[str, str] = os.environ) -> str:
    """The name of the time zone that dates are shown in; raises SettingRefused for one that does not exist."""
    name = environ.get("TIREK_TIME_ZONE") or "Asia/Almaty"
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingRefused(f"TIREK_TIME_ZONE is {name!r}: give a name such as Asia/Almaty or Asia/Bishkek.") from error


def read_number(name: str, default: int, environ: Mapping[str, str] = os.environ) -> int:
    """A whole number above 0 from the environment; raises SettingRefused otherwise."""
    text = environ.get(name) or str(default)
    if not text.isdecimal() or not int(text):
        raise SettingRefused(f"{name} is {text!r}: give a whole number above 0, for example {name}={default}.")
    return int(text)


def certificate_file(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The file of the TLS certificate that the proxy shows, or None where nobody named it."""
    text = environ.get("TIREK_CERTIFICATE", "")
    return Path(text) if text else None


def metrics_address(environ: Mapping[str, str] = os.environ) -> tuple[str, int] | None:
    """Where metrics are served, or None where they are not: a port of this machine alone, or an address with a port. Raises SettingRefused."""
    text = environ.get("TIREK_METRICS", "").strip()
    host, _, port = text.rpartition(":")
    if not text:
        return None
    try:
        return str(ip_address(host.strip("[]") or "127.0.0.1")), read_port(port, "TIREK_METRICS")
    except ValueError as error:
        raise SettingRefused(f"TIREK_METRICS is {text!r}: give a port of this machine, or an IP address with a port, for example TIREK_METRICS=127.0.0.1:9108.") from error


def mail_server(environ: Mapping[str, str] = os.environ) -> MailServer | None:
    """The mail server that TIREK_MAIL names, or None; raises SettingRefused."""
    try:
        return read_mail(environ)
    except MailRefused as error:
        raise SettingRefused(str(error)) from error


def webhook_networks(environ: Mapping[str, str] = os.environ) -> tuple[Network, ...] | None:
    """Networks that webhooks may reach beside public addresses, as TIREK_WEBHOOKS names them; None where nothing is to be sent. Raises SettingRefused."""
    text = environ.get("TIREK_WEBHOOKS", "").strip()
    if text == "off":
        return None
    try:
        return networks(text)
    except ValueError as error:
        raise SettingRefused(f"TIREK_WEBHOOKS cannot be read ({error}). Give off, or networks of your own that webhooks may reach: TIREK_WEBHOOKS=10.20.0.0/16") from error


def sign_in_service(environ: Mapping[str, str] = os.environ) -> Provider | None:
    """The sign-in service that TIREK_OIDC_ISSUER names, or None; raises SettingRefused."""
    try:
        return read_provider(environ)
    except ProviderRefused as error:
        raise SettingRefused(str(error)) from error


def secret_file(path: Path, size: int = 50) -> str:
    """The secret kept in a 0600 file, made on first use; two processes that start together agree on one.

    Raises SettingRefused when it cannot be made or read, is empty, or can be read by others.
    """
    try:
        if not path.exists():
            draw_once(path, secrets.token_urlsafe(size).encode())
        if open_to_others(path):
            raise SettingRefused(f"The key {path} can be read by others. Run: chmod 600 {path}")
        secret = path.read_text().strip()
    except OSError as error:
        raise SettingRefused(f"The key {path} cannot be made or read ({error.strerror}). Make its folder yours and writable.") from error
    if not secret:
        raise SettingRefused(f"The key {path} is empty. Delete it: a new one is made, and everybody signs in again.")
    return secret


SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000"


NO_JIT = "-c jit=off"
"""What the server is asked for at each connection: compiling a question of many alternatives takes it longer than answering it (docs/decisions/0036)."""
URL_EXAMPLE = "for example postgresql://tirek:secret@localhost/tirek"


def database_settings(instance: Instance) -> dict[str, object]:
    """Django's DATABASES entry: embedded SQLite (WAL, synchronous FULL: what was acknowledged survives), or PostgreSQL by address."""
    if not instance.database_url:
        options: dict[str, object] = {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(instance.database), "OPTIONS": options}
    try:
        url = urlsplit(instance.database_url)
        port = url.port
    except ValueError as error:
        raise SettingRefused(f"DATABASE_URL cannot be read ({error}). Write it like this: {URL_EXAMPLE}.") from error
    if url.scheme not in {"postgres", "postgresql"}:
        raise SettingRefused(f"DATABASE_URL must begin with postgresql://, {URL_EXAMPLE}.")
    if not url.path.strip("/"):
        raise SettingRefused(f"DATABASE_URL names no database: put its name at the end, {URL_EXAMPLE}.")
    query = dict(parse_qsl(url.query))
    pool: dict[str, object] = {"min_size": 1, "max_size": 8, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": query.pop("host", "") or unquote(url.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": {"pool": pool, **query, "options": f"{NO_JIT} {query.get('options', '')}".strip()},
    }
