"""Mail over a real SMTP server: delivered, put off, refused, unplugged. Each with what the person sees, and nothing of the person in the log."""

import email
import socket
from datetime import timedelta
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
from itertools import pairwise

import pytest
from django.utils import timezone

from tests.foundation.notices.conftest import served_by
from tests.foundation.people.cast import account, actor
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import run
from tirek.foundation.notices.models import Handover, Notice, Wishes
from tirek.foundation.notices.queries import own_mail
from tirek.foundation.notices.services import send_due, tell, wish
from tirek.foundation.notices.tasks import look_after_mail
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import ask_reset, change_password, confirm_reset, link_identity, note_event
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=2)


@pytest.fixture
def aida():
    return account("aida", Role.MEMBER)


def told(person, kind="confirm", **words):
    tell([str(person.pk)], kind, **words)
    return Notice.objects.filter(account=person).latest("written_at")


def seen(person):
    return [line.state for line in own_mail(by=actor_of(person)).notices]


def test_a_mail_says_in_the_readers_language_that_there_is_something_to_read(post, aida):
    told(aida)
    assert send_due() == 1 and seen(aida) == ["sent"]
    (taken,) = post.taken
    mail, text = taken.mail, taken.mail.get_content()
    assert (taken.sender, taken.to, mail["To"]) == ("tirek@npm.example", ["aida@npm.example"], "aida@npm.example")
    assert mail["Subject"].endswith("Национальный превентивный механизм, «Закон и право»")
    assert "https://npm.example/accounts/notices/" in text and "Aida" not in text and "aida" not in text
    sender = email.message_from_bytes(taken.raw)["From"]  # Python's newer policy reads gaps between encoded words (RFC 2047, 6.2: there are none)
    assert str(make_header(decode_header(sender))) == "Национальный превентивный механизм, «Закон и право» <tirek@npm.example>"
    assert mail["Auto-Submitted"] == "auto-generated" and mail["Content-Language"] == "ru"
    assert mail["Message-ID"].endswith("@npm.example>") and abs(parsedate_to_datetime(mail["Date"]) - timezone.now()) < timedelta(minutes=1)
    assert mail.get_content_type() == "text/plain" and mail.get_content_charset() == "utf-8" and not mail.is_multipart()
    assert taken.raw.isascii() and max(map(len, taken.raw.splitlines())) <= 78


def test_a_reset_is_told_to_its_owner_and_to_those_who_confirm(post, aida):
    admin, head = actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD)
    reset = ask_reset(account_id=aida.pk, country="kz", by=admin).value
    send_due()
    assert sorted(each.to[0] for each in post.taken) == ["aida@npm.example", "head@npm.example"]
    confirm_reset(reset_id=reset.pk, country="kz", by=head)
    send_due()
    assert [each.to[0] for each in post.taken].count("aida@npm.example") == 2
    assert all("admin" not in each.mail.get_content() for each in post.taken)


def test_an_act_that_is_undone_tells_nothing(post, aida):
    admin = actor("admin", Role.ADMINISTRATOR)
    ask_reset(account_id=aida.pk, country="kz", by=admin)
    before = Notice.objects.count()
    with pytest.raises(Exception, match="reset"):
        ask_reset(account_id=aida.pk, country="kz", by=admin)
    assert Notice.objects.count() == before == 1


def test_a_mail_that_is_put_off_is_tried_again_and_arrives(post, aida, caplog):
    post.answers["RCPT"] = ["451 4.2.1 mailbox of <aida@npm.example> busy", "250 ok"]
    told(aida)
    now = timezone.now()
    assert send_due(now=now) == 0 and seen(aida) == ["waiting"]
    assert send_due(now=now + timedelta(seconds=50)) == 0 and post.taken == []
    assert send_due(now=now + LATER) == 1 and seen(aida) == ["sent"]
    assert "aida" not in caplog.text


def test_distances_grow_and_after_four_days_the_mail_is_given_up_and_shown(post, aida):
    post.answers["RCPT"] = ["450 4.7.1 greylisted"]
    notice, tries = told(aida), []
    while notice.state == "waiting":
        tries.append(notice.due_at)
        send_due(now=notice.due_at)
        notice.refresh_from_db()
    gaps = [(later - before).total_seconds() / 60 for before, later in pairwise(tries)]
    assert gaps[:6] == [1, 5, 15, 60, 180, 360] and set(gaps[6:]) == {360}
    assert seen(aida) == ["given-up"] and timedelta(days=3, hours=20) < tries[-1] - tries[0] < timedelta(days=4, hours=7)


@pytest.mark.parametrize("at", ["RCPT", "DATA"])
def test_a_mail_that_is_refused_for_good_is_shown_at_once_and_no_more_are_sent_but_about_signing_in(post, aida, at, caplog):
    post.answers[at] = ["550 5.1.1 no such user aida@npm.example"]
    notice = told(aida)
    send_due()
    notice.refresh_from_db()
    assert seen(aida) == ["bounced"] and notice.code == "5.1.1" and own_mail(by=actor_of(aida)).returned_at
    del post.answers[at]
    assert told(aida, "decided").state == "page" and told(aida, "reset").state == "waiting"
    assert send_due() == 1 and "aida" not in caplog.text


def test_one_who_is_refused_does_not_hold_the_others_up(post, aida):
    other = account("other", Role.MEMBER)
    post.answers["aida@npm.example"] = ["550 no"]
    told(aida), told(other)
    assert send_due() == 1 and post.taken[0].to == ["other@npm.example"] and post.calls == 1


def unplugged(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.TIREK_MAIL = served_by(free.getsockname()[1])


def test_an_unplugged_server_loses_nothing_and_when_it_is_back_all_goes_at_once(post, aida, settings, caplog):
    plugged, other = settings.TIREK_MAIL, account("other", Role.MEMBER)
    unplugged(settings)
    told(aida), told(other)
    now = timezone.now()
    assert send_due(now=now) == 0 and sorted(seen(aida) + seen(other)) == ["waiting", "waiting"]
    handover = Handover.objects.get()
    assert (handover.failing_since, handover.fault, handover.next_try_at) == (now, "not reached", now + timedelta(seconds=30))
    assert send_due(now=now + timedelta(seconds=20)) == 0 and Handover.objects.get().failures == 1
    for failure in range(9):
        send_due(now=now + timedelta(minutes=20 * failure + 10))
    settings.TIREK_MAIL = plugged
    later = now + timedelta(minutes=400)
    assert send_due(now=later) + send_due(now=later) == 2 and seen(aida) == seen(other) == ["sent"]
    assert Handover.objects.get().failing_since is None and "npm.example" not in caplog.text


def test_a_server_that_hangs_is_left_after_its_time(post, aida, settings):
    post.hangs, settings.TIREK_MAIL = True, served_by(post.port, timeout=0.2)
    told(aida), told(account("other", Role.MEMBER))
    assert send_due() == 0 and post.calls == 1 and Handover.objects.get().fault == "no answer"


@pytest.mark.parametrize(("answers", "fault"), [
    ({"CONNECT": ["421 too busy"]}, "answer 421"), ({"MAIL": ["530 5.7.0 authenticate first"]}, "sender 530"), ({"RCPT": ["421 4.3.2 going down"]}, "421"),
    ({"AUTH": ["535 5.7.8 wrong"]}, "password 535"),
])  # fmt: skip
def test_what_is_the_servers_fault_marks_nobodys_address(post, aida, settings, tmp_path, answers, fault):
    (tmp_path / "password").write_text("wrong\n")
    (tmp_path / "password").chmod(0o600)
    settings.TIREK_MAIL = served_by(post.port, user="tirek", password_file=tmp_path / "password")
    post.answers.update(answers)
    told(aida)
    send_due()
    assert seen(aida) == ["waiting"] and Handover.objects.get().fault == fault and not Wishes.objects.exists()


def test_without_starttls_nothing_goes_out_where_it_is_asked_for(post, aida, settings):
    settings.TIREK_MAIL = served_by(post.port, starttls=True)
    told(aida)
    assert send_due() == 0 and post.taken == [] and Handover.objects.get().fault == "no STARTTLS"


def test_a_password_that_others_could_read_is_not_used(post, aida, settings, tmp_path):
    secret = tmp_path / "password"
    secret.write_text("four words")
    secret.chmod(0o644)
    settings.TIREK_MAIL = served_by(post.port, user="tirek", password_file=secret)
    told(aida)
    assert send_due() == 0 and post.calls == 0 and Handover.objects.get().fault == "password file"
    secret.chmod(0o600)
    assert send_due(now=timezone.now() + LATER) == 1 and post.secrets == ["\0tirek\0four words"]


def test_a_worker_that_is_killed_before_its_mark_sends_once_more_and_never_loses(post, aida, monkeypatch):
    notice, now = told(aida), timezone.now()
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr("tirek.foundation.notices.services.sending.note", lambda *all: (_ for _ in ()).throw(KeyboardInterrupt))
        send_due(now=now)
    notice.refresh_from_db()
    assert notice.state == "sending" and len(post.taken) == 1
    assert send_due(now=now + LATER) == 0, "whoever has it may still be at it"
    assert send_due(now=now + timedelta(minutes=6)) == 1 and send_due(now=now + timedelta(days=1)) == 0
    assert len({each.mail["Message-ID"] for each in post.taken}) == 1 and len(post.taken) == 2


def test_a_connection_that_breaks_after_the_mail_sends_it_again_under_the_same_name(post, aida):
    post.answers["DATA"] = ["break", "250 ok"]
    told(aida)
    now = timezone.now()
    assert send_due(now=now) == 0 and send_due(now=now + LATER) == 1
    assert len({each.mail["Message-ID"] for each in post.taken}) == 1


def test_two_workers_send_a_mail_once(post, aida):
    from tirek.foundation.notices.services.sending import claim

    notice, now = told(aida), timezone.now()
    assert claim(notice.pk, now) and claim(notice.pk, now) is None


def test_nothing_is_mailed_to_closed_and_invented_persons(post, aida):
    told(aida)
    aida.is_active = False
    aida.save()
    assert send_due() == 0 and post.calls == 0 and Notice.objects.get().state == "page"
    told_before = Notice.objects.count()
    tell([str(aida.pk), "system", ""], "confirm")
    assert Notice.objects.count() == told_before


def test_without_a_server_notices_stand_on_the_page_alone(aida):
    assert told(aida).state == "page" and send_due() == 0


def test_a_notice_that_waits_speaks_for_the_next_of_its_kind(post, aida):
    told(aida), told(aida), told(aida, "decided")
    assert send_due() == 2


def test_the_clock_starts_one_job_while_something_is_due_and_none_while_the_server_is_left_alone(post, aida, settings):
    plugged = settings.TIREK_MAIL
    unplugged(settings)
    look_after_mail()
    assert not Job.objects.exists(), "nothing is due"
    told(aida)
    look_after_mail(), look_after_mail()
    (job,) = Job.objects.all()
    run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"sent": 0}), "an unplugged server is no fault of the job"
    look_after_mail()
    assert Job.objects.count() == 1
    Handover.objects.update(next_try_at=timezone.now())
    Notice.objects.update(due_at=timezone.now())
    settings.TIREK_MAIL = plugged
    look_after_mail()
    run(job_id=Job.objects.exclude(pk=job.pk).get().pk)
    assert seen(aida) == ["sent"]


def test_every_change_of_the_way_in_is_told_to_the_owner_whatever_was_wished(post, aida):
    wish(confirmations=False, decisions=False, jobs=False, reminders=False, digest="", by=actor_of(aida))
    for act in (lambda: change_password(account_id=aida.pk, password="another of mine", by=actor_of(aida)), lambda: note_event(verb="factor.added", country="kz", by=actor_of(aida)),
                lambda: link_identity(issuer="https://id.example", subject="x", by=actor_of(aida))):  # fmt: skip
        act()
        assert send_due() == 1
    assert [each.to for each in post.taken] == [["aida@npm.example"]] * 3 and seen(aida) == ["sent"] * 3


def test_work_that_ended_is_no_notice_unless_it_was_wished(post, aida):
    tell([str(aida.pk)], "job")
    assert not Notice.objects.exists()
    wish(confirmations=True, decisions=True, jobs=True, reminders=True, digest="", by=actor_of(aida))
    assert told(aida, "job").state == "waiting"
