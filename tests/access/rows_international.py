"""Rows of the international bodies: the mechanism knows of missions and reports; what is not public is read by the office and whom the head named."""

from datetime import date

from tests import world
from tests.access.rows_registers import both
from tests.access.table import CAST, MECHANISM, NOONE, OFFICE, Road, posts
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tirek.followup.international import queries, services
from tirek.foundation.files.services import NewFile

ELSEWHERE = frozenset({"foreigner"})
LINKERS = OFFICE | {"leader"}
HEAD = frozenset({"head"})
READERS = OFFICE | {"doctor"}
TEXT = "1. The Council recommends that lamps be put up.\n2. Registers should be kept."


def docx():
    """A Word document with two paragraphs."""
    import io

    from docx import Document

    made, document = io.BytesIO(), Document()
    for each in TEXT.splitlines():
        document.add_paragraph(each)
    document.save(made)
    return NewFile(made.getvalue(), "international-report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")


def stands(scene):
    """A public report and one that is not, each with a recommendation; a doctor is named for the second."""
    if "hidden_report" not in scene.things:
        things = scene.things
        things["old_paragraph"] = making.paragraph(making.report(making.review()))
        things["new_review"] = making.review(2023)
        things["hidden_report"] = making.report(things["new_review"], symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
        things["hidden_paragraph"] = making.paragraph(things["hidden_report"], number="31")
        making.named(things["hidden_report"], CAST["doctor"])
        things["public_report"] = making.thread(things["old_paragraph"]).parts[0].paragraph.report_id
        made = world.concluded(world.prison("Дом для связей"), scene.team, announced=True)
        national.issued(made, number="М-1")
        things["link"] = making.link(things["old_paragraph"], number="М-1-1")
        things["hidden_link"] = making.link(things["hidden_paragraph"], by=CAST["secretary"], number="М-1-1")
        things["document"] = services.bring_document(report_id=things["hidden_report"], file=docx(), text=TEXT, language="en", by=CAST["secretary"]).value
    return scene.things


def a(name, key):
    """The argument `name` with the id of the thing under `key`."""
    return lambda scene: {name: stands(scene)[key]}


def with_link(paragraph, link):
    return lambda scene: {"paragraph_id": stands(scene)[paragraph], "link_id": stands(scene)[link]}


def a_reader(scene):
    return {"report_id": stands(scene)["hidden_report"], "account_id": CAST["doctor"].id}


def not_there(name):
    return lambda scene: {name: scene.nothing}


REVIEW, HIDDEN, PUBLIC = a("review_id", "new_review"), a("report_id", "hidden_report"), a("report_id", "public_report")
OLD, NEW, DOCUMENT = a("paragraph_id", "old_paragraph"), a("paragraph_id", "hidden_paragraph"), a("document_id", "document")
LINKS = ("desk:international-link-earlier", "desk:international-link-own", "desk:international-link-finding")

CONTACTS = frozenset({"head", "doctor"})
HEADS = HEAD | ELSEWHERE


def with_contacts(scene):
    """A contact is entered, and the doctor is named; the same argument-free addresses."""
    if "contact" not in scene.things:
        scene.things["contact"] = services.enter_contact(country="demo", contacted_on=date(2026, 1, 5), way="letter", text="Ответ на письмо.", by=CAST["head"]).value
        services.name_contact_reader(country="demo", account=CAST["doctor"].id, by=CAST["head"])
    return {}


def a_contact_reader(scene):
    return {**with_contacts(scene), "account_id": CAST["doctor"].id}


def due(scene):
    if "due" not in scene.things:
        scene.things["due"] = services.enter_due(country="demo", procedure="cat", name=making.words("Доклад"), due_on=date(2027, 3, 1), source="Письмо", by=CAST["head"]).value
    return {"due_id": scene.things["due"]}


def thing(noun, of):
    """The arguments of what is put right."""
    return lambda scene: {"noun": noun, "thing": of(scene)}


def a_contact(scene):
    with_contacts(scene)
    return scene.things["contact"]


def a_step(scene):
    return queries.report(stands(scene)["hidden_report"], by=CAST["head"]).steps[0].id


def mends(open_to, needs, about):
    """A form that puts right, and its sending."""
    return [
        Road("desk:international-mend", open_to, needs, kind="form", about=about),
        Road("desk:international-mend", open_to, needs, "post", kind="write", about=about),
    ]


ROADS = [
    Road("desk:international-contacts", CONTACTS | ELSEWHERE, with_contacts, kind="list", about="nobody else sees that there is one"),
    *both("desk:international-contact-new", CONTACTS | ELSEWHERE, with_contacts),
    *both("desk:international-contact-readers", HEADS, with_contacts),
    *posts(["desk:international-contact-reader-end"], HEAD, a_contact_reader),
    Road("desk:international-calendar", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:international-due-new", OFFICE | ELSEWHERE, lambda scene: {}),
    *posts(["desk:international-due-done"], OFFICE, due),
    *mends(OFFICE, thing("due", lambda scene: due(scene)["due_id"]), "something due"),
    *mends(CONTACTS, thing("contact", a_contact), "a contact of the log"),
    *mends(OFFICE, thing("review", lambda scene: stands(scene)["new_review"]), "a mission"),
    *mends(OFFICE, thing("step", a_step), "a step"),
    *mends(OFFICE, thing("report", lambda scene: stands(scene)["hidden_report"]), "a report"),
    *(Road("desk:international-mend", NOONE, thing(noun, lambda scene: scene.nothing), kind="form", about=f"no {noun}") for noun in ("due", "contact", "review", "report", "step", "poem")),
    Road("desk:international", MECHANISM | ELSEWHERE, kind="list"),
    *both("desk:international-publish", OFFICE | ELSEWHERE | {"analyst"}, lambda scene: {}),
    *both("desk:international-new", OFFICE | ELSEWHERE, lambda scene: {}),
    Road("desk:international-review", MECHANISM, REVIEW, kind="detail"),
    Road("desk:international-review", NOONE, not_there("review_id"), kind="detail", about="not there"),
    *both("desk:international-report-new", OFFICE, REVIEW),
    Road("desk:international-report", MECHANISM, HIDDEN, kind="detail", about="not public: its steps alone"),
    Road("desk:international-report", MECHANISM, PUBLIC, kind="detail", about="public"),
    *both("desk:international-step", OFFICE, HIDDEN),
    *both("desk:international-readers", HEAD, HIDDEN),
    *posts(["desk:international-reader-end"], HEAD, a_reader),
    *both("desk:international-paragraph-new", OFFICE, HIDDEN),
    *both("desk:international-document-new", OFFICE, HIDDEN),
    *both("desk:international-document", OFFICE, DOCUMENT),
    Road("desk:international-document", NOONE, not_there("document_id"), kind="detail", about="not there"),
    Road("desk:international-document-file", OFFICE, DOCUMENT, kind="export"),
    Road("desk:international-thread", MECHANISM, OLD, kind="detail", about="of a public report"),
    Road("desk:international-thread", READERS, NEW, kind="detail", about="of a report that is not public"),
    Road("desk:international-thread", NOONE, not_there("paragraph_id"), kind="detail", about="not there"),
    *(road for name in LINKS for road in both(name, LINKERS, OLD)),
    *(road for name in LINKS for road in both(name, OFFICE, NEW)),
    *posts(["desk:international-link-take-back"], LINKERS, with_link("old_paragraph", "link"), about="of a public report"),
    *posts(["desk:international-link-take-back"], OFFICE, with_link("hidden_paragraph", "hidden_link"), about="of a report that is not public"),
]
