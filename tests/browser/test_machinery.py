"""The administrator's pages in a real browser: jobs, one job, the schedule, this server, webhooks."""

import pytest
from django.test import Client

from tests.accounts import account_of, sign_in
from tests.browser.screens import EACH, screens
from tests.people import administrator, secretary
from tirek.foundation.jobs.clock import Work, announce, note
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import enqueue, run
from tirek.foundation.webhooks.events import NAMES
from tirek.foundation.webhooks.services import make_webhook, send_due, try_webhook

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@screens(*EACH)
def test_every_page_of_the_machinery_reads_on_every_screen(walk, width, scheme, language):
    account_of(secretary)
    job = enqueue(kind_name="claims.propose", arguments={"source": "nothing", "by": secretary.id}, by=secretary, country="demo")
    run(job_id=job)
    Job.objects.filter(pk=job).update(total=12)
    waiting = enqueue(kind_name="ledger.verify", arguments={}, by=secretary, country="demo")
    announce([Work("checkpoint", "Sign the newest entries of the ledger into a checkpoint", 60), Work("mail", "Send the mails that are due", 30)])
    note("mail", began=Job.objects.get(pk=job).created_at, fault="OperationalError")
    hook = make_webhook(address="http://127.0.0.1:9/hooks/from-the-mechanism", purpose="Архив библиотеки парламента", events=NAMES, country="demo", by=administrator).value.id
    try_webhook(webhook_id=hook, country="demo", by=administrator)
    send_due()
    person = walk(width=width, scheme=scheme)
    signed = sign_in(Client(), administrator)
    person.base = person.base.replace("127.0.0.1", "localhost")
    person.context.add_cookies([{"name": "sessionid", "value": signed.cookies["sessionid"].value, "url": person.base}, {"name": "language", "value": language, "url": person.base}])
    for page in ("jobs/", f"jobs/{job}/", f"jobs/{waiting}/", "schedule/", "system/", "webhooks/", "webhooks/new/", f"webhooks/{hook}/"):
        assert person.open(f"/desk/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page
