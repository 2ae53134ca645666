"""Rows of what is published: the mechanism reads the editions; office and analyst work with replies, requests and corrections."""

from datetime import date

from tests.access.rows_sources import DECIDE, ELSEWHERE
from tests.access.table import CAST, MECHANISM, NOONE, OFFICE, Road, posts
from tests.insight.publications.making import publish
from tirek.ground.rules.words import Words
from tirek.insight.claims import services as claims
from tirek.insight.publications import filing
from tirek.insight.publications.models import ChangeRequest, Reply
from tirek.insight.publications.receipts import new_form
from tirek.insight.publications.services import voices
from tirek.insight.publications.services.corrections import take_out

KEY, OUT = "summary", "summary-with-a-passage-out"
ABOUT = filing.About("document", "demo", KEY)
FILER = filing.Filer("authority", "Ведомство", "office@lumeria.example")


def thing(scene):
    """A published document of the invented country, made at first need."""
    if "edition" not in scene.things:
        publish(KEY, "demo", "topic", title=Words.of({"ru": "Вопрос"}).to_json())
        scene.things["edition"] = document(KEY, "Поступило 12 жалоб.")
    return {"kind": "document", "key": KEY}


def document(key, text):
    """A source that was read, and its edition."""
    new = claims.NewSource(title=Words.of({"ru": "Сводка"}), kind="press", code=key)
    source = claims.add_source(country="demo", new=new, pasted=text, by=CAST["analyst"], later=False).value
    claims.make_proposals(source_id=source, by=CAST["analyst"])
    return publish(key, "demo", text=text, sha256="")


def reply(scene):
    thing(scene)
    if not Reply.objects.exists():
        filing.file_reply(about=ABOUT, filer=FILER, text=Words.of({"ru": "Это не так."}), form=new_form())
    return {"reply_id": Reply.objects.get().pk}


def change(scene):
    thing(scene)
    if not ChangeRequest.objects.exists():
        filing.file_change(about=ABOUT, filer=FILER, sort="correction", text="Исправьте.", form=new_form())
    return {"change_id": ChangeRequest.objects.get().pk}


def asked(scene):
    thing(scene)
    if "asked" not in scene.things:
        scene.things["asked"] = voices.ask_for_reply(about=ABOUT, filer=FILER, asked_on=date(2026, 1, 9), letter="1-9", by=CAST["head"]).value
    return {"request_id": scene.things["asked"]}


def named(scene):
    return {"key": thing(scene)["key"]}


def passage(scene):
    """A passage that was taken out of a document of its own: the other one has further editions, which hold it."""
    if "passage" not in scene.things:
        scene.things["passage"] = document(OUT, "Поступило 14 жалоб.")
        take_out(country="demo", key=OUT, words="Поступило", reason="unlawful", note=Words.of(dict.fromkeys(("ru", "kk"), "Так.")), by=CAST["head"])
    return {"key": OUT, "start": 0}


def topic(scene):
    return {**thing(scene), "kind": "topic"}


def earlier(scene):
    """An edition that a corrected one follows."""
    if "earlier" not in scene.things:
        thing(scene)
        scene.things["earlier"] = publish(KEY, "demo", text="Поступило 13 жалоб.", sha256="")
    return {"kind": "document", "key": KEY}


def numbered(scene):
    return {**earlier(scene), "version": 1}


def no_number(scene):
    return {**earlier(scene), "version": 9}


def no_thing(scene):
    return {"kind": "document", "key": "nothing"}


VOICES = (("desk:voice-reply", reply), ("desk:voice-decline", reply), ("desk:voice-change", change), ("desk:voice-request", asked))
ROADS = [
    Road("desk:publications", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:voices", DECIDE | ELSEWHERE, kind="list"),
    Road("desk:publication", MECHANISM, thing, kind="detail"),
    Road("desk:publication", NOONE, no_thing, about="not there"),
    *[Road(name, DECIDE, thing, kind="form") for name in ("desk:publication-ask", "desk:publication-reply", "desk:publication-correct")],
    *posts(["desk:publication-ask", "desk:publication-reply", "desk:publication-correct"], DECIDE, thing),
    Road("desk:publication-correct", NOONE, topic, kind="form", about="a kind that is published elsewhere"),
    *[Road(name, NOONE, no_thing, about="not there") for name in ("desk:publication-ask", "desk:publication-reply", "desk:publication-correct")],
    *[Road(name, DECIDE, needs, kind="form") for name, needs in VOICES],
    *[road for name, needs in VOICES for road in posts([name], DECIDE, needs)],
    Road("desk:voices-aside", DECIDE | ELSEWHERE, kind="form"),
    *posts(["desk:voices-aside"], DECIDE | ELSEWHERE),
    Road("desk:publication-words", OFFICE | ELSEWHERE, kind="form"),
    *posts(["desk:publication-words"], OFFICE | ELSEWHERE),
    Road("desk:publication-put-back", OFFICE, passage, kind="form"),
    *posts(["desk:publication-put-back"], OFFICE, passage),
    Road("desk:publication-put-back", NOONE, lambda scene: {**named(scene), "start": 9999}, about="not there"),
    Road("desk:voice-take-back", OFFICE, reply, kind="form"),
    *posts(["desk:voice-take-back"], OFFICE, reply),
    Road("desk:publication-withhold", OFFICE, earlier, kind="form"),
    Road("desk:publication-take-out", OFFICE, named, kind="form"),
    Road("desk:publication-take-out", NOONE, lambda scene: {"key": "nothing"}, about="not there"),
    *posts(["desk:publication-take-out"], OFFICE, named),
    Road("desk:publication-edition", OFFICE, numbered, kind="detail"),
    Road("desk:publication-give-back", OFFICE, numbered, kind="form"),
    *posts(["desk:publication-withhold"], OFFICE, earlier),
    *posts(["desk:publication-give-back"], OFFICE, numbered),
    *[Road(name, NOONE, no_number, about="not there") for name in ("desk:publication-edition", "desk:publication-give-back")],
]
