"""The mail that tells of a notice: the same few sentences for everybody, in the reader's language. It has no word of what the notice is about."""

from datetime import UTC, datetime
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from tirek.foundation.notices.kinds import sentence
from tirek.foundation.notices.mail_server import MailServer

ON_THE_WIRE = compat32.clone(linesep="\r\n")


def letter(*, notice_id: UUID, kind: str, count: int, to: str, language: str, server: MailServer, at: datetime, come_to: str) -> MIMEText:
    """The mail of one notice, the same at each attempt but for its date. Its Message-ID tells nothing and is the same again, so that a mail sent twice is seen as one."""
    with translation.override(language):
        name = settings.TIREK_NAME or gettext("National Preventive Mechanism")
        subject = gettext("You have something to read in the system of %(name)s") % {"name": name}
        text = "\n\n".join([*sentences(kind, count, come_to), f"-- \n{name}"]) + "\n"
    mail = MIMEText(text, "plain", "utf-8", policy=ON_THE_WIRE)  # base64: no line is ever too long, or changed by a server that knows seven bits
    mail["Subject"] = encoded("Subject", subject)
    mail["From"] = f"{encoded('From', name)} <{server.sender}>"
    mail["To"] = to
    mail["Date"] = format_datetime(at.astimezone(UTC))
    mail["Message-ID"] = f"<{salted_hmac('tirek.notice', notice_id.hex).hexdigest()[:32]}@{server.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = language
    return mail


def encoded(header: str, text: str) -> str:
    """Words of a header as encoded words (RFC 2047) of a length that every server takes."""
    return Header(" ".join(text.split()), "utf-8", header_name=header).encode()


def sentences(kind: str, count: int, come_to: str) -> list[str]:
    """The paragraphs, in the active language; `come_to` is the address of the face where the reader signs in."""
    here = f"{come_to}{reverse('notices')}"
    return [
        gettext("There is something for you to read."),
        sentence(kind, count),
        gettext("Sign in to read it:") + f"\n{here}",
        gettext("This mail says nothing more, because others could read it on its way. There you also choose what you are told by mail."),
        gettext("Nobody will ever ask you by mail for a password or a code. If in doubt, type the address of the system yourself."),
    ]
