"""Mail that comes back after it was handed over: which notification marks whose address, and which change nothing."""

import io
import sys
from types import SimpleNamespace

import pytest

from tests.foundation.notices.conftest import served_by
from tests.foundation.people.cast import account, actor
from tirek.foundation.notices.models import Notice, Wishes
from tirek.foundation.notices.queries import own_mail, returned
from tirek.foundation.notices.services import send_due, take_back, tell, try_again
from tirek.foundation.people.queries import actor_of
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotAllowed
from tirek.project.cli.main import main

pytestmark = pytest.mark.django_db
REPORT = """From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

--cut
Content-Type: text/plain

I'm sorry to have to inform you that aida@npm.example ...
--cut
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0500

Final-Recipient: rfc822; aida@npm.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 aida@npm.example unknown

--cut--
"""


@pytest.fixture
def sent(post, settings):
    """A mail to Aida that a relay took, and the address that it may come back to."""
    settings.TIREK_MAIL = served_by(post.port, bounces="bounces@npm.example")
    aida = account("aida", Role.MEMBER)
    tell([str(aida.pk)], "confirm")
    assert send_due() == 1
    (taken,) = post.taken
    assert taken.sender.startswith("bounces+") and taken.mail["From"].endswith("<tirek@npm.example>")
    return SimpleNamespace(aida=aida, to=taken.sender)


def report(to, action="failed", status="5.1.1"):
    return REPORT.format(to=to, action=action, status=status).encode()


def test_a_failure_marks_the_mail_and_whose_it_was(sent):
    assert take_back(report(sent.to)) == "5.1.1"
    mail = own_mail(by=actor_of(sent.aida))
    assert mail.returned_at and [line.state for line in mail.notices] == ["bounced"]
    assert take_back(report(sent.to.upper())) == "", "it is marked already"


@pytest.mark.parametrize("raw", [
    lambda to: report(to, action="delayed", status="4.4.1"), lambda to: report(to, action="delivered", status="2.0.0"), lambda to: report("tirek@npm.example"),
    lambda to: report("bounces+" + "0" * 32 + "@npm.example"), lambda to: b"Subject: I am away\nTo: " + to.encode() + b"\n\nback on Monday",
    lambda to: b"", lambda to: b"\xff\x00\n" * 500, lambda to: report(to).replace(b"multipart/report", b"multipart/mixed"),
], ids=["late", "arrived", "no token", "no such mail", "automatic answer", "nothing", "noise", "no report"])  # fmt: skip
def test_whatever_else_arrives_changes_nothing(sent, raw):
    assert take_back(raw(sent.to)) == ""
    assert Notice.objects.get().state == "sent" and not Wishes.objects.exists()


def test_a_failure_whose_status_cannot_be_read_is_one_all_the_same(sent):
    assert take_back(report(sent.to, status="mailbox gone")) == "5.0.0"


def test_the_command_prints_no_address(sent, monkeypatch, capsys):
    for name in ("start_django", "refuse_foreign_database", "reach"):
        monkeypatch.setattr(f"tirek.project.cli.returned_mail.{name}", lambda *all: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(report(sent.to))))
    assert main(["mail", "bounce"]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == "Marked: 5.1.1" and "aida" not in told.out + told.err


def test_a_database_that_does_not_answer_lets_the_mail_server_try_again(sent, monkeypatch, capsys):
    from tirek.project.cli.troubles import Trouble

    def silent(*all):
        raise Trouble("The database does not answer.")

    monkeypatch.setattr("tirek.project.cli.returned_mail.start_django", silent)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(report(sent.to))))
    assert main(["mail", "bounce"]) == 75 and "does not answer" in capsys.readouterr().err


def test_administrators_see_whose_mail_comes_back_in_their_own_country_and_mail_again(sent):
    take_back(report(sent.to))
    admin, head, elsewhere, other = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD), actor("far", Role.ADMINISTRATOR, country="kg"), actor("other", Role.MEMBER)
    assert [(line.name, line.code) for line in returned(by=admin, country="kz")] == [("aida", "5.1.1")] == [(line.name, line.code) for line in returned(by=head, country="kz")]
    assert returned(by=elsewhere, country="kg") == ()
    for stranger in (other, elsewhere):
        with pytest.raises(NotAllowed):
            returned(by=stranger, country="kz")
        with pytest.raises(NotAllowed):
            try_again(account_id=sent.aida.pk, country="kz", by=stranger)
    try_again(account_id=sent.aida.pk, country="kz", by=admin)
    assert returned(by=admin, country="kz") == ()
