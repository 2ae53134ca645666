"""Telling the exchange with an authority of the invented country: a recommendation that was opened, a reply that waits for the head of the body, a message. It writes no row itself: each is told through the services."""

from collections.abc import Callable

from django.db import transaction

from tirek.followup.exchange import queries, services
from tirek.followup.recommendations.queries import BodyFilters, addressed
from tirek.project.demonstration.telling import COUNTRY, Telling

STEPS = ((21, "Составить перечень коек, которые выносятся, с номерами помещений"), (45, "Вынести койки и издать приказ о вместимости"))
TEXT = "Рекомендация принимается. Перечень составит начальник дома, приказ издаст Служба исправительных домов."
MESSAGE = "Просим сообщить, достаточно ли для подтверждения копии приказа и протокола замера."


def load_exchange(done: Callable[[], None]) -> None:
    """Tells it where something awaits an answer of the prison service and its people have opened nothing yet; in one transaction."""
    telling = Telling()
    focal = telling.actor("focal-prison")
    every = addressed(by=focal, country=COUNTRY, today=telling.today)
    waiting = addressed(by=focal, country=COUNTRY, today=telling.today, filters=BodyFilters(awaiting=True), size=1)
    if waiting and len(queries.unopened(every, by=focal, country=COUNTRY)) == len(every):
        key = waiting[0].id
        steps = tuple(services.Plan(what, telling.day(ahead)) for ahead, what in STEPS)
        with transaction.atomic():
            services.open_as_body(recommendation_id=key, country=COUNTRY, by=focal)
            services.prepare_reply(recommendation_id=key, country=COUNTRY, by=focal, written=services.Prepared(word="accepted", text=TEXT, steps=steps))
            services.hand_in(recommendation_id=key, country=COUNTRY, by=focal, revision=1)
            services.say(recommendation_id=key, country=COUNTRY, by=focal, text=MESSAGE)
    done()
