"""When a mail is tried again, and what a mail server's answer means. Pure answers."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DISTANCES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR)
"""How long until the next attempt, after so many; the last one goes on until the end."""
GIVE_UP = timedelta(days=4)
"""How long a mail is tried (RFC 5321, 4.5.4.1: at least four to five days)."""
LEASE = timedelta(minutes=5)
"""How long whoever sends may take for one mail before another takes it up: far longer than every timeout of one mail together."""
SERVER_DISTANCES = (timedelta(seconds=30), MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE)
KEPT = timedelta(days=90)
STATUS = re.compile(rb"^\s*([245]\.\d{1,3}\.\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """How an attempt ended: `later` (the mail), `refused` (the mail, for good) or `away` (the server, for whichever mail), with a code without words."""

    ending: str
    code: str


def answer_of(error: Exception) -> Answer:
    """What a failure of the attempt means. The server's words are left behind: they may name the address."""
    said: bytes | str
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPDataError):
        code, said = error.smtp_code, error.smtp_error
    else:
        return Answer("away", fault_of(error))
    if code == 421 or not 400 <= code < 600:
        return Answer("away", str(code))
    found = STATUS.match(said if isinstance(said, bytes) else said.encode())
    return Answer("refused" if code >= 500 else "later", found[1].decode() if found else str(code))


def fault_of(error: Exception) -> str:
    """A fault of the server's or of the way to it, as a word of ours and its code."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"password {error.smtp_code}"
    if isinstance(error, smtplib.SMTPSenderRefused):
        return f"sender {error.smtp_code}"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "no STARTTLS"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"answer {error.smtp_code}"
    if isinstance(error, ssl.SSLError):
        return "certificate"
    if isinstance(error, TimeoutError | smtplib.SMTPServerDisconnected):
        return "no answer"
    return "password file" if isinstance(error, PermissionError | FileNotFoundError) else "not reached"


def next_try(attempts: int, written_at: datetime, now: datetime) -> datetime | None:
    """When a mail is tried again after so many attempts; None when it is given up."""
    if now - written_at >= GIVE_UP:
        return None
    return now + DISTANCES[min(attempts, len(DISTANCES)) - 1]


def server_wait(failures: int) -> timedelta:
    """How long the server is left alone after so many failures on end."""
    return SERVER_DISTANCES[min(failures, len(SERVER_DISTANCES)) - 1]
