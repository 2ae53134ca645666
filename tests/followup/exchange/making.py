"""A recommendation to the prison service, and what its people do with it."""

from datetime import timedelta

from tests.followup.recommendations import making
from tests.people import focal, person
from tirek.followup.exchange import queries, services
from tirek.followup.recommendations import queries as recommendations
from tirek.ground.rules.actors import Role

service_focal = person("service-focal", Role.FOCAL_POINT, authority="lum-prison-service")
service_head = person("service-head", Role.BODY_HEAD, authority="lum-prison-service")
stranger = person("stranger", Role.FOCAL_POINT, authority="lum-care")
strange_head = person("strange-head", Role.BODY_HEAD, authority="lum-care")
shelter = person("shelter", Role.FOCAL_POINT, authority="lum-law")


def prepare(about, word="accepted", text="Светильники будут установлены.", by=focal, revision=0, **given):
    written = services.Prepared(word=word, text=text, **given)
    return services.prepare_reply(recommendation_id=about, country="demo", written=written, by=by, revision=revision).value


def reply(about, by=focal):
    return queries.reply(about, by=by, country="demo")


def hand_in(about, by=focal):
    services.hand_in(recommendation_id=about, country="demo", by=by, revision=reply(about, by).revision)


def send(about, by):
    return services.send_reply(recommendation_id=about, country="demo", by=by).value


def read(about, by=focal):
    return recommendations.addressed_one(about, by=by, country="demo", today=making.today())


def ahead(days):
    return making.today() + timedelta(days=days)
