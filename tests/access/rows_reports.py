"""Rows of the reports: open ones go with delegation and office of their visit, issued ones with the mechanism; the office reviews and issues."""

from django.utils import timezone

from tests import world
from tests.access.table import MECHANISM, NOONE, OFFICE, Road
from tests.insight.reports import flow
from tests.people import leader, member, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.files.services import NewFile
from tirek.insight.reports import queries, services
from tirek.records.visits.queries import findings
from tirek.records.visits.services import add_meeting

ELSEWHERE = frozenset({"foreigner"})
DELEGATION = frozenset({"leader", "member", "doctor"})
WORKING = OFFICE | DELEGATION
KEEPERS = OFFICE | {"leader"}
SHEET = NewFile(b"%PDF-1.7 sheet", "sheet.pdf", "application/pdf")


def concluded(scene, announced=True):
    """A fresh visit that has ended."""
    if "place_of_reports" not in scene.things:
        scene.things["place_of_reports"] = world.prison("Дом отчётов")
    return world.concluded(scene.things["place_of_reports"], scene.team, announced=announced)


def once(key, make):
    """Arguments of a report that is made at first need."""

    def needs(scene):
        if key not in scene.things:
            scene.things[key] = make(concluded(scene))
        return {"report_id": scene.things[key]}

    return needs


def recommended(visit):
    """An issued report with a recommendation."""
    flow.recommend(visit)
    return flow.issued(visit)


draft, reviewed, laid, issued = (
    once(f"report_{name}", make) for name, make in (("draft", flow.drafted), ("reviewed", flow.in_review), ("laid", flow.for_signature), ("issued", recommended))
)


def correction(scene):
    """A correction under way."""
    if "report_correction" not in scene.things:
        old = issued(scene)["report_id"]
        scene.things["report_correction"] = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
    return {"report_id": scene.things["report_correction"]}


def abandoned(scene):
    """A correction that was abandoned."""
    if "report_abandoned" not in scene.things:
        old = flow.issued(concluded(scene))
        new = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
        services.abandon_correction(report_id=new, reason="не нужно", by=secretary)
        scene.things["report_abandoned"] = new
    return {"report_id": scene.things["report_abandoned"]}


def amended(scene):
    report = correction(scene)["report_id"]
    seen = queries.report(report, by=secretary).visit_id
    return {"report_id": report, "finding_id": findings(seen, by=secretary)[0].id}


def reworded(scene):
    """An issued recommendation of a report that is corrected."""
    report = correction(scene)["report_id"]
    seen = queries.report(report, by=secretary).visit_id
    first = visit_recommendations(seen, by=secretary, today=timezone.localdate())[0]
    return {"report_id": report, "recommendation_id": first.id}


def added(scene):
    """A draft that a correction under way adds to a reported visit."""
    if "added_by_correction" not in scene.things:
        report = correction(scene)["report_id"]
        seen = queries.report(report, by=secretary).visit_id
        made = Proposal(flow.both("Назначить ответственного."), "lum-prison-service", (findings(seen, by=secretary)[0].id,))
        scene.things["added_by_correction"] = services.add_recommendation(report_id=report, made=made, by=secretary).value
    return {"recommendation_id": scene.things["added_by_correction"]}


def translated(scene):
    """A draft with a text that was written once."""
    if "report_to_translate" not in scene.things:
        visit = concluded(scene)
        add_meeting(visit_id=visit, with_whom="staff", held_on=timezone.localdate(), note="порядок посещения", by=leader)
        scene.things["report_to_translate"] = flow.drafted(visit)
    (text,) = queries.texts_written_once(scene.things["report_to_translate"], by=secretary)
    return {"report_id": scene.things["report_to_translate"], "about": text.about, "part": text.part}


def no_text(scene):
    return {**translated(scene), "about": scene.nothing}


def made_public(scene):
    """An issued report whose public edition is being prepared."""
    if "report_made_public" not in scene.things:
        report = flow.issued(concluded(scene))
        services.begin_public_copy(report_id=report, by=secretary)
        scene.things["report_made_public"] = report
    return {"report_id": scene.things["report_made_public"]}


def handed_in(scene):
    """An issued report whose public edition waits for a second person."""
    if "report_handed_in" not in scene.things:
        report = flow.issued(concluded(scene))
        services.begin_public_copy(report_id=report, by=secretary)
        services.record_papers(report_id=report, sent_on=timezone.localdate(), by=secretary)
        services.hand_in_public_copy(report_id=report, seen=queries.public_standing(report, by=secretary).copy.seen, by=secretary)
        scene.things["report_handed_in"] = report
    return {"report_id": scene.things["report_handed_in"]}


def signature(scene):
    report = laid(scene)["report_id"]
    return {"report_id": report, "member_id": queries.report(report, by=secretary).signatures[0].member_id}


def sheet(scene):
    """A signed sheet that was attached."""
    report = laid(scene)["report_id"]
    line = next(each for each in queries.report(report, by=member).signatures if each.mine)
    if line.file_id is None:
        services.attach_signature_file(report_id=report, member_id=line.member_id, signed_on=timezone.localdate(), file=SHEET, by=leader)
    return {"report_id": report, "signature_id": line.id}


def answered(scene):
    """A form for answers that came back, not filled in."""
    report = issued(scene)["report_id"]
    if "report_answers" not in scene.things:
        today, content = timezone.localdate(), queries.answer_form_of(report, "lum-prison-service", by=secretary)
        file = NewFile(content, "answers.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        scene.things["report_answers"] = services.bring_answers(report_id=report, file=file, received_on=today, said_on=today, by=secretary).value
    return {"report_id": report, "sheet_id": scene.things["report_answers"]}


def no_sheet(scene):
    return {**issued(scene), "sheet_id": scene.nothing}


def passage(scene):
    return {**draft(scene), "digest": "0" * 64}


def nothing(scene):
    return {"report_id": scene.nothing}


def bare(scene):
    """A visit without a report."""
    if "bare_of_reports" not in scene.things:
        scene.things["bare_of_reports"] = concluded(scene)
    return {"visit_id": scene.things["bare_of_reports"]}


def of_draft(scene):
    """A visit that has its draft already: sending again moves nothing."""
    return {"visit_id": queries.report(draft(scene)["report_id"], by=secretary).visit_id}


def hidden(scene):
    """A visit that is no report's business yet, and a secret."""
    if "hidden_of_reports" not in scene.things:
        concluded(scene)
        scene.things["hidden_of_reports"] = world.planned(scene.things["place_of_reports"], scene.team)
    return {"visit_id": scene.things["hidden_of_reports"]}


def reported(scene):
    return {"visit_id": queries.report(issued(scene)["report_id"], by=secretary).visit_id}


def form(name, open_to, needs):
    """A form, and sending it empty: who may, gets it back with what is missing."""
    return [Road(name, open_to, needs, kind="form"), Road(name, open_to, needs, "post", kind="write")]


ADDED = (("recommendation", "detail"), ("recommendation-edit", "form"), ("recommendation-translate", "form"))

ROADS = [
    Road("desk:reports", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:passages", MECHANISM | ELSEWHERE, kind="list"),
    Road("desk:reports", MECHANISM | ELSEWHERE, about="narrowed", kind="search"),
    *[
        Road(f"desk:{name}", open_to, needs, about=about, kind=kind)
        for name, kind in (("report", "detail"), ("report-text", "detail"), ("report-documents", "file"))
        for about, needs, open_to in (
            ("draft", draft, WORKING), ("in review", reviewed, WORKING), ("laid for signature", laid, WORKING), ("issued", issued, MECHANISM),
            ("correction under way", correction, WORKING), ("not there", nothing, NOONE),
        )
    ],
    Road("desk:report-compare", WORKING, correction, about="with a correction under way", kind="detail"),
    Road("desk:report-compare", NOONE, draft, about="one version alone", kind="detail"),
    Road("desk:report-compare", NOONE, abandoned, about="abandoned", kind="detail"),
    Road("desk:report-answers", OFFICE, issued, kind="list"),
    Road("desk:report-answers", NOONE, draft, about="draft", kind="list"),
    Road("desk:report-answers", OFFICE, issued, "post", "the form goes out", "export", {"authority": "lum-prison-service", "purpose": "check"}),
    *form("desk:report-answers-bring", OFFICE, issued),
    Road("desk:report-answer-sheet", OFFICE, answered, kind="detail"),
    Road("desk:report-answer-sheet", OFFICE, answered, "post", "nothing chosen", "write"),
    Road("desk:report-answer-sheet", NOONE, no_sheet, about="not there", kind="detail"),
    Road("desk:report-answer-try", OFFICE, answered, "post", "its job waits", "write"),
    Road("desk:report-answer-file", OFFICE, answered, kind="file"),
    Road("desk:report-public", OFFICE, made_public, kind="detail"),
    Road("desk:report-public", OFFICE, made_public, "post", "words that are not there", "write", {"do": "words", "words": "Абракадабра", "ground": "person"}),
    Road("desk:report-public", NOONE, draft, about="draft", kind="detail"),
    Road("desk:report-public-begin", OFFICE, made_public, "post", "begun before", "write"),
    Road("desk:report-public-choose", OFFICE, made_public, "post", "nothing chosen", "write"),
    Road("desk:report-public-shown", OFFICE, made_public, kind="detail"),
    Road("desk:report-public-shown", NOONE, issued, about="none is prepared", kind="detail"),
    Road("desk:report-public-hand-in", OFFICE, made_public, "post", "another one was seen", "write", {"seen": "x"}),
    Road("desk:report-public-publish", OFFICE, handed_in, "post", "another one was seen", "write", {"seen": "x"}),
    Road("desk:report-public-give-back", OFFICE, handed_in, kind="form"),
    Road("desk:report-public-give-back", OFFICE, handed_in, "post", kind="write"),
    Road("desk:report-public-drop", OFFICE, made_public, "post", kind="write"),
    Road("desk:report-public-drop", NOONE, issued, "post", "none is prepared", "write"),
    Road("desk:report-documents", WORKING, draft, "post", "draft", "export", {"document": "x", "purpose": "check"}),
    Road("desk:report-documents", MECHANISM, issued, "post", "issued", "export", {"document": "x", "purpose": "check"}),
    Road("desk:report-documents-make", WORKING, draft, "post", "draft", "write"),
    *form("desk:report-edit", WORKING, draft),
    Road("desk:report-edit", NOONE, reviewed, about="in review", kind="form"),
    Road("desk:report-submit", WORKING, reviewed, "post", "handed in before", "write"),
    *form("desk:report-return", KEEPERS, reviewed),
    *form("desk:report-approve", OFFICE, reviewed),
    *form("desk:report-issue", OFFICE, laid),
    Road("desk:report-issue", NOONE, draft, about="draft", kind="form"),
    *form("desk:report-correct", OFFICE, once("report_to_correct", flow.issued)),
    Road("desk:report-correct", NOONE, draft, about="draft", kind="form"),
    *form("desk:report-abandon", OFFICE, correction),
    Road("desk:report-abandon", NOONE, draft, about="first version", kind="form"),
    Road("desk:report", WORKING, abandoned, about="abandoned", kind="detail"),
    Road("desk:report-abandon", NOONE, abandoned, about="abandoned", kind="form"),
    Road("desk:report-findings", WORKING, correction, kind="list"),
    Road("desk:report-findings", NOONE, draft, about="first version", kind="list"),
    *form("desk:report-amend", WORKING, amended),
    Road("desk:report-recommendations", WORKING, correction, kind="list"),
    Road("desk:report-recommendations", NOONE, draft, about="first version", kind="list"),
    *form("desk:report-add-recommendation", WORKING, correction),
    Road("desk:report-add-recommendation", NOONE, draft, about="first version", kind="form"),
    *form("desk:report-reword", WORKING, reworded),
    Road("desk:report-reword", NOONE, lambda scene: {**correction(scene), "recommendation_id": scene.nothing}, about="not there", kind="form"),
    *[Road(f"desk:{name}", WORKING, added, about="added by a correction", kind=kind) for name, kind in ADDED],
    Road("desk:report-translations", WORKING, draft, kind="list"),
    Road("desk:report-translations", NOONE, laid, about="laid for signature", kind="list"),
    *form("desk:report-translate", WORKING, translated),
    Road("desk:report-translate", NOONE, no_text, about="no such text", kind="form"),
    Road("desk:report-passages", WORKING, draft, kind="list"),
    Road("desk:report-passage", WORKING, passage, "post", kind="write"),
    *form("desk:report-sign", DELEGATION, laid),
    *form("desk:report-signature", KEEPERS, signature),
    Road("desk:report-sheet", WORKING, sheet, kind="file"),
    # Who was not there is asked for the purpose of reading before anything is looked for.
    Road("desk:report-sheet", OFFICE, lambda scene: {**laid(scene), "signature_id": scene.nothing}, about="not there", kind="file"),
    *form("desk:report-dissent", DELEGATION, laid),
    Road("desk:report-dissent-back", NOONE, laid, "post", "where there is none", "write"),
    Road("desk:visit-report", WORKING, bare, about="no report yet"),
    Road("desk:visit-report", WORKING, of_draft, "post", "drafted before", "write"),
    Road("desk:visit-report", DELEGATION, hidden, about="hidden"),
    Road("desk:visit-report", WORKING | {"analyst"}, reported, about="reported"),
    Road("desk:visit-report", NOONE, lambda scene: {"visit_id": scene.nothing}, about="not there"),
]
