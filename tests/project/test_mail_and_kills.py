"""Mail from whole processes. A worker that is killed in the middle: nothing is lost, and a mail that the server had taken goes out once more at most."""

import subprocess
import sys
import time

import pytest

from tests.foundation.notices.conftest import post
from tests.project.commands import ROOT

__all__ = ["post"]
pytestmark = [pytest.mark.slow, pytest.mark.django_db]
BEGIN = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
django.setup()
from datetime import timedelta
from django.utils import timezone
from tirek.foundation.notices.models import Notice
from tirek.foundation.notices.services import send_due, tell
from tirek.foundation.people.services import create_account
from tirek.ground.rules.actors import SYSTEM
"""
TELL = "aida = create_account(email='aida@npm.example', name='Aida', language='kk', country='kz', password=None, by=SYSTEM).value; tell([str(aida.pk)], 'confirm'); send_due()"
AT_ONCE = "print(send_due(), Notice.objects.get().state)"
LATER = "print(send_due(now=timezone.now() + timedelta(minutes=6)), Notice.objects.get().state)"


@pytest.mark.parametrize(("at", "taken"), [("MAIL", 1), ("DATA", 2)])
def test_nothing_is_lost_and_once_more_at_most(new_house, with_tables, post, at, taken):
    mail = {"TIREK_MAIL": f"smtp://127.0.0.1:{post.port}?starttls=no", "TIREK_MAIL_FROM": "tirek@npm.example"}
    house = new_house(like=with_tables, more=mail)

    def said(script):
        done = house.python("-c", BEGIN + script)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    post.answers[at] = ["hold", "250 ok"]
    worker = subprocess.Popen([sys.executable, "-c", BEGIN + TELL], cwd=ROOT, env=house.environ)
    assert post.held.wait(60)
    worker.kill()
    worker.wait()
    assert said(AT_ONCE) == "0 sending", "whoever has it may still be at it"
    assert said(LATER) == "1 sent" and said(LATER) == "0 sent"
    assert len(post.taken) == taken and len({each.mail["Message-ID"] for each in post.taken}) == 1


def test_a_house_sends_by_itself_what_waited_while_the_server_was_away(new_house, with_tables, post):
    mail = {"TIREK_MAIL": f"smtp://127.0.0.1:{post.port}?starttls=no", "TIREK_MAIL_FROM": "tirek@npm.example"}
    house = new_house(like=with_tables, more=mail)
    post.answers["CONNECT"] = ["421 4.3.2 not now, <aida@npm.example>"]
    assert house.python("-c", BEGIN + TELL).returncode == 0 and post.taken == []
    del post.answers["CONNECT"]
    with house.served() as served:
        until = time.monotonic() + 150
        while not post.taken and time.monotonic() < until:
            time.sleep(0.5)
        assert [each.to for each in post.taken] == [["aida@npm.example"]] and "aida@" not in served.words
