"""Rows of the authorities' page: the people of a body read what is addressed to it and prepare, its head sends; nobody of the mechanism stands there."""

from tests import world
from tests.access.rows_recommendations import ELSEWHERE, OFFICE, both, issued
from tests.access.table import MECHANISM, NOONE, Road, posts
from tests.followup.exchange.facility import hand_over, warden_of
from tests.followup.exchange.making import hand_in, prepare, reply, send
from tests.followup.exchange.sheets import brought, filled_of_body
from tests.followup.letters.making import letter as register
from tests.followup.recommendations import making
from tests.people import focal, minister, person
from tirek.followup.exchange import services
from tirek.followup.recommendations.services import delegate
from tirek.foundation.files.services import NewFile

BODY = frozenset({"focal", "minister"})
BODY_HEAD = frozenset({"minister"})
WARDEN = person("warden")
"""The focal point of the facility; for which one is told where its account is made."""
HANDED = "handed to the facility"
PHOTO = NewFile(b"\xff\xd8\xff photo", "evidence.jpg", "image/jpeg")


def one(scene, name, addressee="lum-prison-service"):
    """An issued recommendation to a body, made once for each name."""
    if name not in scene.things:
        visit = world.concluded(world.prison(f"Дом {name}"), scene.team, announced=True)
        scene.things[name] = making.issued(visit, number=f"О-{len(scene.things)}", days=10, addressee=addressee)
    return {"recommendation_id": scene.things[name]}


def of_another_body(scene):
    """Addressed to a ministry that nobody of the cast acts for."""
    return one(scene, "respond_other", "lum-care")


def fresh(scene):
    return one(scene, "respond_fresh")


def prepared(scene):
    """With a reply that has a file."""
    if "respond_prepared" not in scene.things:
        prepare(one(scene, "respond_prepared")["recommendation_id"], files=(PHOTO,))
    return {"recommendation_id": scene.things["respond_prepared"]}


def a_file(scene):
    return {**prepared(scene), "file_id": reply(prepared(scene)["recommendation_id"]).files[0].id}


def handed(scene):
    if "respond_handed" not in scene.things:
        key = one(scene, "respond_handed")["recommendation_id"]
        prepare(key)
        hand_in(key)
    return {"recommendation_id": scene.things["respond_handed"]}


def delegated(scene):
    """Addressed to the ministry, delegated to the service beneath it."""
    if "respond_delegated" not in scene.things:
        key = one(scene, "respond_delegated", "lum-law")["recommendation_id"]
        delegate(recommendation_id=key, country="demo", to="lum-prison-service", by=focal)
    return {"recommendation_id": scene.things["respond_delegated"]}


def to_facility(scene):
    """Handed by the prison service to the prison that was visited; its focal point, the warden, prepares a reply."""
    if "respond_to_facility" not in scene.things:
        place = world.prison("Дом respond_facility")
        key = making.issued(world.concluded(place, scene.team, announced=True), number="О-facility", days=10)
        warden = warden_of(place)
        hand_over(key, place)
        prepare(key, by=warden, files=(PHOTO,))
        scene.things["respond_to_facility"] = key
    return {"recommendation_id": scene.things["respond_to_facility"]}


def a_file_of_the_facility(scene):
    return {**to_facility(scene), "file_id": reply(to_facility(scene)["recommendation_id"]).files[0].id}


def asked(scene):
    """With a request for more time."""
    if "respond_asked" not in scene.things:
        key = one(scene, "respond_asked")["recommendation_id"]
        given = {"until": making.today().replace(year=making.today().year + 1), "reason": "Идёт закупка."}
        scene.things["respond_request"] = services.ask_time(recommendation_id=key, country="demo", by=focal, **given).value
    return {"recommendation_id": scene.things["respond_asked"]}


def request_of(scene):
    asked(scene)
    return {"request_id": scene.things["respond_request"]}


def told(scene):
    """With a verification that the body was not told yet."""
    if "respond_verification" not in scene.things:
        scene.things["respond_verification"] = making.verify(asked(scene)["recommendation_id"], "not_implemented")
    return {**asked(scene), "verification_id": scene.things["respond_verification"]}


def a_sent_file(scene):
    if "respond_sent" not in scene.things:
        key = one(scene, "respond_sent")["recommendation_id"]
        prepare(key, files=(PHOTO,))
        hand_in(key)
        scene.things["respond_sent_file"] = reply(key).files[0].id
        send(key, by=minister)
    return {"recommendation_id": scene.things["respond_sent"], "file_id": scene.things["respond_sent_file"]}


def a_stick(scene):
    """A filled file that came from the prison service."""
    if "respond_stick" not in scene.things:
        fresh(scene)
        scene.things["respond_stick"] = brought(filled_of_body(0))
    return {"sheet_id": scene.things["respond_stick"]}


def a_letter(scene):
    """A letter that went to the ministry of the cast."""
    return {"letter_id": letter_to(scene, "lum-law")}


def letter_to(scene, body):
    if f"respond_letter_{body}" not in scene.things:
        scene.things[f"respond_letter_{body}"] = register(direction="out", pages=1, number=f"И-{body}", body=body)
    return scene.things[f"respond_letter_{body}"]


def not_there(scene):
    return {"recommendation_id": scene.nothing}


ROADS = [
    Road("respond:home", BODY, kind="page"),
    Road("respond:recommendations", BODY, kind="list"),
    *both("respond:to-send", BODY, lambda scene: handed(scene) and {})[:1],
    Road("respond:to-send", BODY_HEAD, lambda scene: handed(scene) and {}, "post", kind="write"),
    *both("respond:sheet", BODY, lambda scene: {}),
    Road("respond:sheet-file", BODY, kind="file"),
    Road("respond:recommendation", BODY, issued, kind="detail", about="answered"),
    Road("respond:recommendation", BODY, delegated, kind="detail", about="delegated"),
    Road("respond:recommendation", BODY, to_facility, kind="detail", about=HANDED),
    *both("respond:reply", BODY, to_facility, {"word": "accepted", "revision": "1"}, about=HANDED),
    *posts(["respond:hand-in", "respond:drop", "respond:say"], BODY, to_facility, about=HANDED),
    *posts(["respond:send"], BODY_HEAD, to_facility, about=HANDED),
    *both("respond:return", BODY_HEAD, to_facility, about=HANDED),
    *[road for name in ("time", "delegate") for road in both(f"respond:{name}", BODY, to_facility, about=HANDED)],
    Road("respond:file", BODY, a_file_of_the_facility, kind="file", about=HANDED),
    *[Road("respond:recommendation", NOONE, needs, kind="detail", about=about) for needs, about in ((of_another_body, "of another body"), (not_there, "not there"))],
    *both("respond:reply", BODY, fresh, {"word": "accepted", "revision": "0"}),
    *posts(["respond:say"], BODY, fresh),
    *posts(["respond:hand-in", "respond:drop"], BODY, prepared),
    *posts(["respond:send"], BODY_HEAD, handed),
    *both("respond:return", BODY_HEAD, handed),
    *both("respond:time", BODY, fresh),
    *both("respond:delegate", BODY, fresh),
    Road("respond:undelegate", BODY, delegated, "post", kind="write", data={"to": "lum-prison-service"}),
    Road("respond:file", BODY, a_file, kind="file"),
    *[road for name in ("reply", "return", "time", "delegate") for road in both(f"respond:{name}", NOONE, of_another_body)],
    *posts([f"respond:{name}" for name in ("say", "hand-in", "drop", "send", "undelegate")], NOONE, of_another_body, about="of another body"),
    Road("respond:letters", BODY, kind="list"),
    Road("respond:letter-file", BODY, a_letter, kind="file"),
    *posts(["respond:letter-confirm"], BODY, a_letter),
    Road("respond:letter-file", BODY, lambda scene: {"letter_id": letter_to(scene, "lum-prison-service")}, kind="file", about="to a body beneath"),
    *posts(["respond:letter-confirm"], NOONE, lambda scene: {"letter_id": letter_to(scene, "lum-prison-service")}, about="of a body beneath"),
    Road("respond:letter-file", NOONE, lambda scene: {"letter_id": letter_to(scene, "lum-care")}, kind="file", about="to another body"),
    *posts(["respond:letter-confirm"], NOONE, lambda scene: {"letter_id": letter_to(scene, "lum-care")}, about="to another body"),
    Road("desk:recommendation-authority", MECHANISM, asked, kind="detail"),
    Road("desk:recommendation-authority", OFFICE, asked, "post", kind="write"),
    Road("desk:recommendation-tell", OFFICE, told, "post", kind="write"),
    Road("desk:recommendation-reply-file", MECHANISM, a_sent_file, kind="file"),
    Road("desk:recommendation-reply-file", NOONE, a_file, kind="file", about="of a reply that is only prepared"),
    *both("desk:answer-sheets", OFFICE | ELSEWHERE, lambda scene: {}),
    Road("desk:answer-sheet-file", OFFICE, lambda scene: {}, "post", kind="file", data={"body": "lum-prison-service"}),
    Road("desk:answer-sheet-file", NOONE, lambda scene: {}, "post", kind="file", about="for no body"),
    *both("desk:answer-sheet", OFFICE, a_stick),
    *both("desk:time-request", OFFICE, request_of),
    Road("desk:time-request", NOONE, lambda scene: {"request_id": scene.nothing}, kind="form", about="not there"),
    Road("respond:file", NOONE, lambda scene: {**of_another_body(scene), "file_id": a_file(scene)["file_id"]}, kind="file", about="under another recommendation"),
]
