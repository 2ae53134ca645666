"""What other systems are told of the exchange: nothing unless the head chose it, and then a registered number and an address that asks who is there."""

import json

import pytest
from django.urls import reverse

from tests.followup.exchange.making import ahead, hand_in, prepare, send, service_focal, service_head
from tests.followup.recommendations import making
from tests.people import administrator, head, minister, secretary
from tirek.followup.exchange import services
from tirek.followup.exchange.refusals import NotMoreTime
from tirek.foundation.webhooks.events import INSIDE, NAMES
from tirek.foundation.webhooks.models import Message, Webhook
from tirek.foundation.webhooks.services import choose_inside, make_webhook, stop_webhook
from tirek.ground.rules.refusals import NotAllowed

pytestmark = pytest.mark.django_db
PRIVATE = ("Светильники", "Просим", "lum-prison-service", "accepted", "implemented", "Дом")


@pytest.fixture
def hook():
    return make_webhook(address="http://127.0.0.1:9/", purpose="Архив", events=NAMES, country="demo", by=administrator).value.id


def chosen(hook, *events, by=head):
    choose_inside(webhook_id=hook, events=events or INSIDE, country="demo", by=by)


def everything_passes(about):
    services.ask_time(recommendation_id=about, country="demo", until=ahead(90), reason="Просим времени до закупки.", by=service_focal)
    prepare(about, by=service_focal)
    hand_in(about, by=service_focal)
    send(about, service_head)
    found = making.verify(about, "implemented")
    services.tell_verification(recommendation_id=about, country="demo", verification_id=found, by=secretary)
    services.say(recommendation_id=about, country="demo", text="Просим приложить снимок.", by=secretary)


def test_nothing_of_the_exchange_is_told_unless_the_head_chose_it_not_even_to_one_that_wants_all(hook, about):
    everything_passes(about)
    make_webhook(address="http://127.0.0.1:9/", purpose="Архив", events=[*NAMES, *INSIDE], country="demo", by=administrator)
    assert not Message.objects.exists() and {each for row in Webhook.objects.all() for each in row.events} == set(NAMES)


def test_what_the_head_chose_is_told_by_number_and_address_alone(hook, about, settings):
    settings.TIREK_PEOPLE_COME_TO = "https://desk.example"
    chosen(hook)
    everything_passes(about)
    bodies = [json.loads(each.body) for each in Message.objects.order_by("written_at")]
    assert [each["type"] for each in bodies] == ["time.asked", "reply.sent", "verification.told"]
    here = "https://desk.example" + reverse("desk:recommendation", args=[about])
    assert all(each["data"] == {"country": "demo", "number": making.read(about).number, "page": here} and set(each) == {"type", "timestamp", "data"} for each in bodies)
    assert not [word for each in Message.objects.all() for word in PRIVATE if word in each.body]


def test_only_what_was_chosen_is_told_and_what_is_public_stays_chosen(hook, about):
    chosen(hook, "verification.told", "edition.unknown")
    everything_passes(about)
    assert [each.event for each in Message.objects.all()] == ["verification.told"]
    assert Webhook.objects.get().events == [*NAMES, "verification.told"]
    choose_inside(webhook_id=hook, events=(), country="demo", by=head)
    assert Webhook.objects.get().events == list(NAMES)


@pytest.mark.parametrize("by", [administrator, secretary, minister, service_head])
def test_nobody_but_the_head_chooses_it(hook, by):
    with pytest.raises(NotAllowed):
        chosen(hook, by=by)


def test_one_that_is_refused_and_one_while_the_webhook_is_stopped_tell_nothing(hook, about):
    chosen(hook)
    with pytest.raises(NotMoreTime):
        services.ask_time(recommendation_id=about, country="demo", until=making.ago(1), reason="Просим.", by=service_focal)
    stop_webhook(webhook_id=hook, country="demo", by=head)
    everything_passes(about)
    assert not Message.objects.exists()
