"""The mail server as the settings name it. It knows no Django: settings stand on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

LOCAL = {"localhost", "127.0.0.1", "::1"}
EXAMPLE = "for example smtp://tirek@mail.example:587"


class MailRefused(Exception):
    """A setting of the mail that cannot be used; the sentence says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, how it is protected on the way, and from whom it comes. The password stays in its file until it is needed."""

    host: str
    port: int
    user: str
    starttls: bool
    tls: bool
    sender: str
    bounces: str
    password_file: Path | None
    timeout: float = 20.0

    def return_address(self, token: str) -> str:
        """To whom a mail server gives a mail back: an address of its own for each mail, so that what comes back names the mail (VERP)."""
        if not self.bounces:
            return self.sender
        name, _, domain = self.bounces.rpartition("@")
        return f"{name}+{token}@{domain}"

    @property
    def domain(self) -> str:
        """The domain of the sender, which names a mail."""
        return self.sender.rpartition("@")[2]


def read_mail(environ: Mapping[str, str]) -> MailServer | None:
    """The server that TIREK_MAIL names, or None where mail is not used. Raises MailRefused.

    `smtp://` asks for STARTTLS and hands nothing over without it, `smtps://` is TLS from the first byte; in clear (`?starttls=no`) to this very machine alone.
    """
    text = environ.get("TIREK_MAIL", "")
    if not text:
        return None
    try:
        url = urlsplit(text)
        port = url.port or (465 if url.scheme == "smtps" else 587)
    except ValueError as error:
        raise MailRefused(f"TIREK_MAIL cannot be read ({error}). Write it like this: {EXAMPLE}.") from error
    if url.scheme not in {"smtp", "smtps"} or not url.hostname or url.path.strip("/"):
        raise MailRefused(f"TIREK_MAIL must begin with smtp:// or smtps:// and name a server, {EXAMPLE}.")
    if url.password is not None:
        raise MailRefused("TIREK_MAIL holds a password: put it into a file that only the service can read, and name that in TIREK_MAIL_PASSWORD_FILE.")
    clear = dict(parse_qsl(url.query)).get("starttls") == "no"
    if clear and url.scheme == "smtp" and url.hostname not in LOCAL:
        raise MailRefused("TIREK_MAIL has starttls=no for another machine: mail and password would travel in clear. Leave it out.")
    secret = environ.get("TIREK_MAIL_PASSWORD_FILE", "")
    if url.username and not secret:
        raise MailRefused("TIREK_MAIL names a user: put the password into a file (0600) and name it in TIREK_MAIL_PASSWORD_FILE.")
    return MailServer(
        host=url.hostname,
        port=port,
        user=unquote(url.username or ""),
        starttls=url.scheme == "smtp" and not clear,
        tls=url.scheme == "smtps",
        sender=address("TIREK_MAIL_FROM", environ.get("TIREK_MAIL_FROM", "")),
        bounces=address("TIREK_MAIL_BOUNCES", environ["TIREK_MAIL_BOUNCES"]) if environ.get("TIREK_MAIL_BOUNCES") else "",
        password_file=Path(secret).expanduser() if secret else None,
    )


def address(name: str, text: str) -> str:
    """A plain address. Raises MailRefused."""
    local, _, domain = text.strip().rpartition("@")
    if not local or not domain or any(sign in text for sign in " <>,;\r\n\t") or not text.isascii():
        raise MailRefused(f"{name} is {text!r}: give the address alone, for example tirek@npm.example.")
    return text.strip()
