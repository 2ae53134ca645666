"""Handing mails over to the server, one after the other, over one connection.

A mail is claimed before it is sent and marked after the server took it. Whoever is killed between the two leaves it claimed; when the claim has run out it
is sent again: each mail at least once, and once more at most for each kill or broken connection at that moment. The Message-ID stays the same.
"""

import logging
from datetime import datetime
from smtplib import SMTPException
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import punycode

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.ledger.key_files import open_to_others
from tirek.foundation.notices.letters import letter
from tirek.foundation.notices.mail_server import MailServer
from tirek.foundation.notices.models import AWAY, BOUNCED, GIVEN_UP, PAGE, SENDING, SENT, WAITING, Handover, Notice, Wishes
from tirek.foundation.notices.policies import LEASE, Answer, answer_of, next_try, server_wait
from tirek.foundation.people.queries import actor_with_id, reader
from tirek.ground.rules.doors import RESPOND, doors_of

logger = logging.getLogger(__name__)
AT_ONCE = 500


def send_due(*, step: Step | None = None, now: datetime | None = None) -> int:
    """Sends what is due, until the server fails or nothing is left. Returns how many mails it took."""
    server = settings.TIREK_MAIL
    if server is None or not may_try(now or timezone.now()):
        return 0
    waiting = list(Notice.objects.due(now or timezone.now()).order_by("written_at", "pk").values_list("pk", flat=True)[:AT_ONCE])
    sent, way = 0, connection_to(server)
    try:
        for number, key in enumerate(waiting):
            if step:
                step(number, len(waiting))
            moment = now or timezone.now()
            notice = claim(key, moment)
            if notice is None:
                continue
            answer = attempt(notice, server, way, moment)
            note(notice, answer, moment)
            sent += answer.ending == SENT
            if answer.ending == AWAY:
                break
    finally:
        leave(way)
    return sent


def may_try(now: datetime) -> bool:
    """Whether the server may be asked: not while it is left alone after a failure."""
    handover = Handover.objects.filter(pk=1).first()
    return handover is None or handover.next_try_at is None or handover.next_try_at <= now


def connection_to(server: MailServer) -> EmailBackend:
    """Django's own way to an SMTP server, not opened yet: certificates are checked, and nothing goes out before STARTTLS where it is asked for."""
    return EmailBackend(host=server.host, port=server.port, username=server.user, password="", use_tls=server.starttls, use_ssl=server.tls, timeout=server.timeout)


def password_of(server: MailServer) -> str:
    """The password, from a file that only the service can read. Raises PermissionError, FileNotFoundError."""
    if server.password_file is None:
        return ""
    if open_to_others(server.password_file):
        raise PermissionError
    return server.password_file.read_text().strip()


def claim(key: UUID, now: datetime) -> Notice | None:
    """Takes a due notice for this worker: of two, one gets it."""
    if not Notice.objects.due(now).filter(pk=key).update(state=SENDING, due_at=now + LEASE):
        return None
    return Notice.objects.get(pk=key)


def attempt(notice: Notice, server: MailServer, way: Any, now: datetime) -> Answer:
    """One attempt. Nothing is recorded here; what the server said is reduced to its code at once."""
    to = reader(notice.account_id)
    if to is None or to.invented:
        return Answer(PAGE, "")
    try:
        if way.connection is None:
            way.password = password_of(server)
            way.open()
        address = in_ascii(to.address)
        mail = letter(notice_id=notice.pk, kind=notice.kind, count=notice.count, to=address, language=to.language, server=server, at=now, come_to=face_of(notice.account_id))
        way.connection.sendmail(server.return_address(notice.pk.hex), [address], mail.as_bytes())
    except ValueError:
        return Answer("refused", "address")
    except (SMTPException, OSError) as error:
        answer = answer_of(error)
        if answer.ending == AWAY:
            leave(way)
        return answer
    return Answer(SENT, "")


def face_of(account_id: object) -> str:
    """The address of the face where somebody signs in: people of authorities at their own. Two queries."""
    return str(settings.TIREK_BODIES_COME_TO if doors_of(actor_with_id(account_id)) == {RESPOND} else settings.TIREK_PEOPLE_COME_TO)


def in_ascii(address: str) -> str:
    """An address as every mail server understands it, its domain in ASCII. Raises ValueError for what cannot be written so."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{punycode(domain)}".encode("ascii").decode()


def leave(way: Any) -> None:
    """Ends the connection, whatever state it is in."""
    try:
        way.close()
    except (SMTPException, OSError):
        way.connection = None


@transaction.atomic
def note(notice: Notice, answer: Answer, now: datetime) -> None:
    """What became of an attempt, of the notice and of the server."""
    notice.attempts += answer.ending != PAGE
    notice.code = answer.code if answer.ending != AWAY else AWAY
    if answer.ending in (SENT, PAGE):
        notice.state, notice.due_at, notice.sent_at = answer.ending, None, now if answer.ending == SENT else None
    elif answer.ending == "refused":
        notice.state, notice.due_at = BOUNCED, None
        mark_returned(notice, answer.code, now)
    else:
        notice.due_at = next_try(notice.attempts, notice.written_at, now)
        notice.state = WAITING if notice.due_at else GIVEN_UP
    notice.save()
    if answer.ending != PAGE:
        note_server(answer, now)


def mark_returned(notice: Notice, code: str, now: datetime) -> None:
    """Mail to this person's address comes back: nothing but resets is mailed any more until somebody says that it works again."""
    Wishes.objects.get_or_create(account_id=notice.account_id)
    Wishes.objects.filter(account_id=notice.account_id, returned_at=None).update(returned_at=now, returned_code=code)
    logger.warning("A mail was refused for good (%s)", code)


def note_server(answer: Answer, now: datetime) -> None:
    """Whether the server takes mail. When it does again, those that failed by its fault are due at once."""
    handover, _ = Handover.objects.select_for_update(no_key=True).get_or_create(pk=1)
    if answer.ending == AWAY:
        handover.failures += 1
        handover.failing_since = handover.failing_since or now
        handover.next_try_at, handover.fault = now + server_wait(handover.failures), answer.code
        logger.warning("The mail server did not take mail (%s), attempt %d", answer.code, handover.failures)
    else:
        if handover.failing_since:
            Notice.objects.filter(state=WAITING, code=AWAY).update(due_at=now)
        handover.failures, handover.failing_since, handover.next_try_at, handover.fault = 0, None, None, ""
        handover.last_sent_at = now if answer.ending == SENT else handover.last_sent_at
    handover.save()
