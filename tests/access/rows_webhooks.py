"""Rows of the webhooks."""

from tests.access.table import CAST, Road, posts
from tirek.foundation.webhooks.models import GIVEN_UP, Message
from tirek.foundation.webhooks.services import make_webhook, stop_webhook, try_webhook

ADMIN = frozenset({"administrator"})
BOTH = ADMIN | {"head"}
HEADS = BOTH | {"foreigner"}


def made(scene):
    """A webhook with a message that was given up."""
    by = CAST["administrator"]
    found = make_webhook(address="http://127.0.0.1:9/", purpose="Архив библиотеки", events=["edition.published"], country="demo", by=by).value
    message = try_webhook(webhook_id=found.id, country="demo", by=by).value
    Message.objects.filter(pk=message).update(state=GIVEN_UP)
    return found.id, message


def a_webhook(scene):
    return {"webhook_id": made(scene)[0]}


def a_stopped_one(scene):
    key = made(scene)[0]
    stop_webhook(webhook_id=key, country="demo", by=CAST["head"])
    return {"webhook_id": key}


def a_message(scene):
    webhook, message = made(scene)
    return {"webhook_id": webhook, "message_id": message}


ROADS = [
    Road("desk:webhooks", HEADS, kind="list"),
    Road("desk:webhook-make", ADMIN),
    Road("desk:webhook-make", ADMIN, method="post", kind="write", data={"address": "http://127.0.0.1:9/", "purpose": "Архив", "events": ["edition.published"]}),
    Road("desk:webhook", BOTH, a_webhook, kind="detail"),
    Road("desk:webhook", frozenset(), lambda scene: {"webhook_id": scene.nothing}, about="not there"),
    Road("desk:webhook-stop", BOTH, a_webhook, "post", kind="write"),
    *posts(["desk:webhook-inside"], frozenset({"head"}), a_webhook),
    *posts(["desk:webhook-renew", "desk:webhook-trial"], ADMIN, a_webhook),
    *posts(["desk:webhook-start"], ADMIN, a_stopped_one),
    *posts(["desk:webhook-again"], ADMIN, a_message),
]
