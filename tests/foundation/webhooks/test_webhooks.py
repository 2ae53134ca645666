"""Webhooks: who makes them, what leaves by them, and what becomes of a message whose receiver fails, against a real server on this machine."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from tests.accounts import account_of
from tests.foundation.webhooks.receiver import Receiver, verified
from tests.people import EVERYBODY, administrator, analyst, auditor, foreigner, head, secretary
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.queries import jobs
from tirek.foundation.ledger.models import Entry
from tirek.foundation.notices.models import Notice
from tirek.foundation.webhooks import queries, services
from tirek.foundation.webhooks.events import CORRECTED, NAMES, PUBLISHED
from tirek.foundation.webhooks.models import Message, Webhook
from tirek.foundation.webhooks.policies import DISTANCES, MOST, PATIENCE
from tirek.foundation.webhooks.refusals import (
    AddressInside,
    AddressNotUsable,
    NothingChosen,
    NothingIsSent,
    PurposeMissing,
    TooManyWebhooks,
    WebhookStopped,
)
from tirek.foundation.webhooks.services import sending
from tirek.foundation.webhooks.tasks import look_after_webhooks
from tirek.ground.rules.open_texts import ReasonNames
from tirek.ground.rules.outside_addresses import LOOPBACK
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    account_of(head)


@pytest.fixture
def receiver(monkeypatch):
    monkeypatch.setattr(sending, "LIMITS", sending.Limits(silent=0.3, whole=0.6))
    with Receiver() as made:
        yield made


def made(address="http://127.0.0.1:9/", by=administrator, country="demo", **given):
    return services.make_webhook(**{"address": address, "purpose": "Архив библиотеки парламента", "events": NAMES, **given}, country=country, by=by).value


def announced(event=PUBLISHED, country="demo", key="a-1", **more):
    where = {"page": f"/{country}/reports/{key}/editions/1/", "programs": f"/api/v1/{country}/editions/report/{key}/1/"}
    return services.announce(event=event, country=country, about={"kind": "report", "key": key, "edition": 1}, **where, at=NOW, **more)


def log(hook):
    return [(each.state, each.attempts, each.code) for each in queries.messages_of(hook.id, by=head, country="demo")]


def test_what_was_published_is_told_signed_and_with_nothing_but_codes_and_a_public_address(receiver, settings):
    settings.TIREK_PUBLIC_AT = "https://npm.example"
    hook = made(receiver.address)
    assert announced() == 1 and services.send_due() == 1
    [got] = receiver.got
    assert verified(got, hook.secret) and not verified(got, made(receiver.address).secret) and got.headers["content-type"] == "application/json"
    assert json.loads(got.body) == {
        "type": PUBLISHED, "timestamp": "2026-03-02T09:00:00Z",
        "data": {"country": "demo", "kind": "report", "key": "a-1", "edition": 1, "page": "https://npm.example/demo/reports/a-1/editions/1/", "data": "https://npm.example/api/v1/demo/editions/report/a-1/1/"},
    }  # fmt: skip
    assert log(hook) == [("sent", 1, "204")] and services.send_due() == 0


def test_no_request_is_made_and_no_message_written_where_nobody_wants_the_event(receiver):
    hook = made(receiver.address, events=[CORRECTED])
    assert announced() == 0 and announced(country="kz") == 0
    services.stop_webhook(webhook_id=hook.id, country="demo", by=head)
    assert announced(CORRECTED) == 0 and services.send_due() == 0 and receiver.got == [] and not Message.objects.exists()


def test_a_message_stands_or_falls_with_what_it_tells_of(receiver):
    made(receiver.address)
    with pytest.raises(RuntimeError), transaction.atomic():
        announced()
        raise RuntimeError
    assert services.send_due() == 0 and receiver.got == []


def test_a_receiver_that_fails_is_asked_again_with_growing_pauses_and_the_same_number(receiver):
    """500, silence, a redirection; then it takes the message."""
    hook, moment = made(receiver.address), NOW
    receiver.answers = [500, "hang", "redirect", 200]
    announced()
    Message.objects.update(due_at=NOW)
    for wanted in (("waiting", 1, "500"), ("waiting", 2, "no answer"), ("waiting", 3, "302")):
        assert services.send_due(now=moment - timedelta(seconds=1)) == 0 and services.send_due(now=moment) == 0 and log(hook) == [wanted]
        moment += DISTANCES[wanted[1] - 1]
    assert queries.webhook(hook.id, by=head, country="demo").failing_since == NOW
    assert services.send_due(now=moment) == 1 and log(hook) == [("sent", 4, "200")]
    assert len({each.headers["webhook-id"] for each in receiver.got}) == 1 and len({each.body for each in receiver.got}) == 1 and len(receiver.got) == 4
    assert len({each.headers["webhook-signature"] for each in receiver.got}) == 4 and verified(receiver.got[-1], hook.secret, moment.timestamp())
    facts = queries.webhook(hook.id, by=head, country="demo")
    assert facts.failing_since is None and facts.taken_at == moment and facts.waiting == 0


def test_it_is_given_up_after_nine_attempts_and_can_be_sent_again_by_hand(receiver):
    hook, moment = made(receiver.address), NOW
    receiver.answers = [503]
    announced()
    Message.objects.update(due_at=NOW)
    for distance in (*DISTANCES, timedelta(0)):
        services.send_due(now=moment)
        moment += distance
    assert log(hook) == [("given-up", len(DISTANCES) + 1, "503")] and services.send_due(now=moment + timedelta(days=30)) == 0
    key = Message.objects.get().pk
    receiver.answers = [200]
    services.send_again(webhook_id=hook.id, message_id=key, country="demo", by=administrator)
    assert services.send_due() == 1 and len({each.headers["webhook-id"] for each in receiver.got}) == 1
    assert queries.webhook(hook.id, by=head, country="demo").given_up == 0


def test_one_that_took_nothing_for_days_is_stopped_and_those_who_look_after_it_hear_of_it(receiver):
    hook = made(receiver.address)
    receiver.answers = [500]
    announced()
    Message.objects.update(due_at=NOW)
    services.send_due(now=NOW)
    announced(key="a-2")
    Message.objects.update(due_at=NOW + PATIENCE)
    services.send_due(now=NOW + PATIENCE)
    facts = queries.webhook(hook.id, by=head, country="demo")
    assert (queries.sending().waiting, queries.sending().failing) == (0, 1)
    assert (facts.stopped_because, facts.waiting) == ("failing", 2) and Entry.objects.filter(verb="webhook.stopped-by-house", subject=str(hook.id)).count() == 1
    assert set(map(str, Notice.objects.filter(kind="webhook").values_list("account_id", flat=True))) >= {head.id, administrator.id}
    receiver.answers, asked = [200], len(receiver.got)
    assert services.send_due(now=NOW + PATIENCE + timedelta(days=1)) == 0 and len(receiver.got) == asked
    services.start_webhook(webhook_id=hook.id, country="demo", by=administrator)
    assert (queries.sending().waiting, queries.sending().failing) == (2, 0) and services.send_due(now=NOW + PATIENCE + timedelta(days=1)) == 2


def test_a_receiver_that_says_that_it_is_gone_is_asked_no_more(receiver):
    hook = made(receiver.address)
    receiver.answers = [410]
    announced()
    services.send_due()
    announced(key="a-2")
    assert services.send_due() == 0 and len(receiver.got) == 1 and queries.webhook(hook.id, by=head, country="demo").stopped_because == "gone"


def test_one_that_is_silent_holds_up_no_other_and_is_asked_once_a_time(receiver):
    with Receiver() as silent:
        silent.answers = ["hang"]
        made(silent.address)
        made(receiver.address)
        for number in range(3):
            announced(key=f"a-{number}")
        assert services.send_due() == 3 and len(silent.got) == 1 and len(receiver.got) == 3


def test_of_two_workers_one_sends_it_and_what_a_dead_one_left_is_sent_later(receiver):
    made(receiver.address)
    announced()
    key, now = Message.objects.get().pk, Message.objects.get().due_at
    assert sending.claim(key, now) is not None and sending.claim(key, now) is None and services.send_due(now=now) == 0
    assert services.send_due(now=now + sending.LEASE) == 1


def test_a_new_secret_signs_beside_the_older_one_for_a_day(receiver):
    hook = made(receiver.address)
    newer = services.renew_secret(webhook_id=hook.id, country="demo", by=administrator).value
    row = Webhook.objects.get()
    for moment, holds in ((row.older_until - timedelta(minutes=1), True), (row.older_until, False)):
        announced()
        Message.objects.filter(state="waiting").update(due_at=moment)
        services.send_due(now=moment)
        got = receiver.got[-1]
        assert verified(got, newer, moment.timestamp()) and verified(got, hook.secret, moment.timestamp()) is holds
    assert newer != hook.secret and all(secret not in str(row.__dict__) for secret in (newer, hook.secret))


def test_with_another_secret_of_the_instance_nothing_is_signed_wrongly(receiver, settings):
    hook = made(receiver.address)
    announced()
    settings.SECRET_KEY = "another"
    assert services.send_due() == 0 and receiver.got == [] and log(hook) == [("waiting", 1, "secret")]


def test_a_trial_tells_of_nothing(receiver):
    hook = made(receiver.address, events=[CORRECTED])
    services.try_webhook(webhook_id=hook.id, country="demo", by=administrator)
    services.send_due()
    assert json.loads(receiver.got[0].body)["data"] == {"country": "demo"} and verified(receiver.got[0], hook.secret)


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("ftp://npm.example/", AddressNotUsable), ("https://", AddressNotUsable), ("http://npm.example/", AddressNotUsable), ("https://a:b@npm.example/", AddressNotUsable),
        ("https://npm.example/#x", AddressNotUsable), ("https://npm.example/\r\nHost: x", AddressNotUsable), ("https://npm.example:0/", AddressNotUsable),
        ("https://npm.example:99999/", AddressNotUsable), ("//npm.example/", AddressNotUsable), ("http://10.0.0.1/", AddressNotUsable),
        ("https://127.0.0.1/", AddressInside), ("http://localhost:8000/", AddressInside), ("https://169.254.169.254/latest/", AddressInside), ("https://[::1]/", AddressInside),
        ("https://[::ffff:10.0.0.1]/", AddressInside), ("https://192.168.1.1/", AddressInside),
    ],
)  # fmt: skip
def test_an_address_that_leads_inside_or_is_none_is_refused(address, refusal, settings):
    settings.TIREK_DEMO, settings.TIREK_WEBHOOKS = False, ()
    with pytest.raises(refusal):
        made(address)
    assert not Webhook.objects.exists()


def test_a_name_that_leads_inside_is_found_out_whenever_something_is_sent(receiver, settings):
    """The address looked public when it was typed; what is behind its name is asked at each sending."""
    settings.TIREK_DEMO, settings.TIREK_WEBHOOKS = False, LOOPBACK
    hook = made(receiver.address.replace("127.0.0.1", "localhost"))
    settings.TIREK_WEBHOOKS = ()
    announced()
    assert services.send_due() == 0 and receiver.got == [] and log(hook) == [("waiting", 1, "inside")]


def test_the_demonstration_reaches_this_machine_alone(settings):
    settings.TIREK_DEMO = True
    with pytest.raises(AddressInside):
        made("https://93.184.216.34/")
    assert not sending.allowed("93.184.216.34") and sending.allowed("127.0.0.1")
    settings.TIREK_DEMO, settings.TIREK_WEBHOOKS = False, ()
    assert sending.allowed("93.184.216.34") and not sending.allowed("127.0.0.1") and made("https://npm.example/", country="demo")


def test_where_whoever_runs_the_server_wants_none_nothing_is_made_or_sent(receiver, settings):
    hook = made(receiver.address)
    announced()
    settings.TIREK_WEBHOOKS = None
    look_after_webhooks()
    assert services.send_due() == 0 and receiver.got == [] and not Job.objects.exists()
    for verb in (lambda: made(receiver.address), lambda: services.start_webhook(webhook_id=hook.id, country="demo", by=administrator)):
        with pytest.raises(NothingIsSent):
            verb()


def test_the_administrator_makes_them_the_head_stops_them_and_nobody_else_knows_of_any():
    hook = made()
    given = {"webhook_id": hook.id, "country": "demo"}
    for who in EVERYBODY:
        if who not in (administrator, head):
            with pytest.raises(NotAllowed):
                queries.webhooks(by=who, country="demo")
            with pytest.raises(NotFound):
                services.stop_webhook(**given, by=who)
        if who != administrator:
            for verb in (lambda by: made(by=by), lambda by: services.renew_secret(**given, by=by), lambda by: services.start_webhook(**given, by=by), lambda by: services.try_webhook(**given, by=by)):
                with pytest.raises(NotAllowed):
                    verb(who)
    assert {who.name for who in (secretary, analyst, auditor, foreigner)} <= {each.name for each in EVERYBODY}
    services.stop_webhook(**given, by=head)
    for verb in (services.stop_webhook, services.try_webhook):
        with pytest.raises(WebhookStopped):
            verb(**given, by=administrator)
    assert [each.stopped_because for each in queries.webhooks(by=head, country="demo")] == ["by-hand"]


def test_a_webhook_says_what_for_in_general_words_and_of_what_it_is_told():
    for given, refusal in (({"purpose": "  "}, PurposeMissing), ({"events": ["nothing"]}, NothingChosen), ({"purpose": "Для Сидорова Ивана Петровича, тел. +7 701 123-45-67"}, ReasonNames)):
        with pytest.raises(refusal):
            made(**given)
    for _each in range(MOST):
        made()
    with pytest.raises(TooManyWebhooks):
        made()


def test_the_clock_asks_for_one_job_at_a_time_and_none_while_nothing_is_due(receiver):
    look_after_webhooks()
    assert not Job.objects.exists()
    made(receiver.address)
    announced()
    look_after_webhooks()
    look_after_webhooks()
    assert Job.objects.filter(kind="webhooks.send").count() == 1
    assert [each.title for each in jobs(by=administrator, country="demo", start=0, size=5)] == ["Telling other systems what was published"]


def test_old_messages_are_forgotten_and_new_ones_stay(receiver):
    hook = made(receiver.address)
    announced()
    announced(key="a-2")
    Message.objects.filter(body__contains="a-2").update(written_at=NOW - timedelta(days=400))
    assert services.forget_old_messages() == 1 and len(log(hook)) == 1
