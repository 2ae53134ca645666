"""Writing the report of a visit of the grown years, issued or begun, with its recommendations and what became of them.

The bytes are composed and frozen by the reports room itself, from the rows as they stand; only the rows round them are made here.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tirek.foundation.files.bytes import keep
from tirek.foundation.jurisdictions.queries import areas, due, work_calendar
from tirek.foundation.ledger.once import reading
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.composing import composed
from tirek.insight.reports.freezing import JSON, file_name, finished, frozen_bytes
from tirek.insight.reports.gathering import Gathered, sources_digest
from tirek.insight.reports.texts import redacted
from tirek.project.demonstration.growing import phrases
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.followup import course, speaker, write_course
from tirek.project.demonstration.growing.outline import Visit
from tirek.project.demonstration.growing.rows import Rows, table
from tirek.project.demonstration.growing.visits import Office, account, responsible, roles
from tirek.project.demonstration.telling import COUNTRY, at

SHEET = b"Invented sheet of signatures of the invented country.\n"


@dataclass(slots=True)
class Open:
    """What of a place's last reports was not carried out: subject of the phrases -> recommendation. `sheet` is the file of signatures on paper."""

    repeated: dict[UUID, dict[int, UUID]] = field(default_factory=dict)
    sheet: UUID | None = None


def write_report(visit: Visit, seed: int, office: Office, left: Open, until: date, checkpoint: str) -> None:
    """A visit's recommendations, then its report: two acts, between which the rows are read as every other reader reads them."""
    rows = Rows(Chance(seed, "report", visit.number))
    if visit.fate != "reported":
        begin(visit, rows, office)
        return
    with record("demonstration.grown", by=SYSTEM, subject=("visit", visit.id), country=COUNTRY) as act:
        act.of(recommend(visit, rows, office, left, until))
    report = make(visit, rows, office)
    with reading():
        given = gathered_for(report)
    with record("demonstration.grown", by=SYSTEM, subject=("visit", visit.id), country=COUNTRY) as act:
        freeze(report, replace(given, recommendations=tuple(replace(each, number="", due_on=None) for each in given.recommendations)), rows)
        sign(report, visit, rows, office, left)
        rows.write()
        content = frozen_bytes(finished(report, given, checkpoint=checkpoint))
        report.issued = stored(content, file_name(report, report.number.replace("/", "-"), form="json"), rows)
        rows.write()
        report.save()
        act.of(None)


def begin(visit: Visit, rows: Rows, office: Office) -> None:
    """Of a visit that was left and not reported: half of the reports are begun."""
    if visit.fate == "concluded" and rows.chance.happens(0.5):
        author = account(visit.team[0], office)
        with record("demonstration.grown", by=SYSTEM, subject=("visit", visit.id), country=COUNTRY) as act:
            rows.add("reports.Report", visit_id=visit.id, state="draft", summary=summary(rows.chance), revision=2, author=author)
            act.of(rows.write())


def recommend(visit: Visit, rows: Rows, office: Office, left: Open, until: date) -> int:
    """The recommendations, each on one or two findings; what was not carried out since the last report is asked for again."""
    assert visit.issued_on
    found = [each for each in table("visits.Finding").objects.filter(visit_id=visit.id).order_by("position") if not each.good_practice]
    wanted = rows.chance.sample(found, max(1, round(len(found) * rows.chance.uniform(0.86, 1.0)))) if found else []
    earlier, next_time = left.repeated.get(visit.place.id, {}), {}
    due_on = due(COUNTRY, "answer", visit.issued_on)
    for position, finding in enumerate(sorted(wanted, key=lambda each: int(each.position)), start=1):
        subject = subject_of(finding.area)
        how = course(rows.chance, visit.issued_on, due_on, visit.after, until)
        row = rows.add(
            "recommendations.Recommendation", visit_id=visit.id, position=position, number=f"{visit.report}-{position}",
            text=phrases.recommendation(rows.chance, subject), indicator=phrases.indicator(rows.chance), addressee=addressee(visit, finding.area, rows.chance),
            kind=rows.chance.weighed({"practice": 0.5, "resources": 0.28, "rules": 0.15, "law": 0.07}),
            priority=rows.chance.weighed({"ordinary": 0.65, "high": 0.27, "urgent": 0.08}), state="issued", word=how.word, verification=how.outcome,
            issued_on=visit.issued_on, due_on=due_on, repeats_id=earlier.pop(subject, None), author=account(rows.chance.one(visit.team), office),
        )  # fmt: skip
        rows.add("recommendations.Basis", recommendation=row, finding=finding)
        write_course(row, how, rows, office, until)
        if how.outcome in ("not_implemented", "partially_implemented"):
            next_time[subject] = row.id
    left.repeated[visit.place.id] = next_time
    return rows.write()


def subject_of(area: str) -> int:
    """The subject of the phrases with this area."""
    return next(number for number, each in enumerate(phrases.phrases()["subjects"]) if each["area"] == area)


def addressee(visit: Visit, area: str, chance: Chance) -> str:
    """Mostly the body that answers for the place; of some subjects the health ministry or the prosecution."""
    assert visit.issued_on
    if area in ("health_care", "mental_health") and chance.happens(0.5):
        return "lum-care"
    if area in ("complaints", "injuries_register", "force") and chance.happens(0.3):
        return "lum-prosecution"
    return speaker(responsible(visit.place.kind, visit.issued_on), visit.issued_on)


def summary(chance: Chance) -> Words:
    """A summary that names two areas."""
    return phrases.summary(chance, {each.code: each.name.in_("ru") for each in areas()})


def make(visit: Visit, rows: Rows, office: Office) -> Any:
    """The report's row, still without its bytes."""
    assert visit.issued_on
    frozen_on = work_calendar(COUNTRY).working_day_from(visit.last + timedelta(days=rows.chance.randint(5, 9)))
    author = account(visit.team[0], office)
    approver = office.head if author == office.secretary else office.secretary
    return rows.add(
        "reports.Report", visit_id=visit.id, state="issued", summary=summary(rows.chance), revision=2, author=author, submitted_by=author,
        approved_by=approver, frozen_on=frozen_on, frozen_at=at(frozen_on, "12:00"), number=visit.report, issued_on=visit.issued_on,
    )  # fmt: skip


def freeze(report: Any, gathered: Gathered, rows: Rows) -> None:
    """The bytes that signatures bind, and the digest of what they were made from."""
    body = composed(redacted(gathered), summary=report.summary, changes=report.changes, version=1, stamp=report.frozen_at, on=report.frozen_on)
    report.body = stored(frozen_bytes(body), file_name(report, str(report.pk), "body", form="json"), rows)
    report.digest, report.sources = report.body.sha256, sources_digest(gathered, report.summary, report.changes)


def stored(content: bytes, name: str, rows: Rows) -> Any:
    """The bytes on the disk, and the row that tells of them."""
    return rows.add("files.StoredFile", sha256=keep(content), size=len(content), media_type=JSON, name=name)


def sign(report: Any, visit: Visit, rows: Rows, office: Office, left: Open) -> None:
    """Everybody signed, with the own account or on paper, within a week; now and then somebody was away."""
    for position, (member, role) in enumerate(in_order(visit), start=1):
        on = report.frozen_on + timedelta(days=rows.chance.randint(0, 6))
        told: dict[str, Any] = {"state": "signed", "signed_on": on, "recorded_at": at(on, "15:00")}
        if role != "leader" and rows.chance.happens(0.04):
            told |= {"state": "missing", "signed_on": None, "cause": "absent", "reason": "В отъезде; с текстом согласен.", "recorded_by": office.secretary}
        elif member.account:
            told |= {"way": "account", "recorded_by": str(member.account)}
        else:
            told |= {"way": "sheet", "recorded_by": other(report, office), "file_id": sheet(left, rows)}
        rows.add(
            "reports.Signature", report=report, member_id=member.id, account=str(member.account or ""), position=position, role=role,
            digest=report.digest, **told,
        )  # fmt: skip


def in_order(visit: Visit) -> list[Any]:
    """Those who sign, the leader first and then by name, as the delegation is listed."""
    return sorted(roles(visit), key=lambda each: (each[1] != "leader", each[0].name))


def other(report: Any, office: Office) -> str:
    """Who attaches a sheet: not who approved the text."""
    return office.head if report.approved_by == office.secretary else office.secretary


def sheet(left: Open, rows: Rows) -> UUID:
    """The one invented sheet for all signatures on paper."""
    if left.sheet is None:
        left.sheet = rows.add("files.StoredFile", sha256=keep(SHEET), size=len(SHEET), media_type="text/plain", name="signatures-demonstration.txt").id
    return left.sheet
