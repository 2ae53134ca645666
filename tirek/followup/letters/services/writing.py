"""Letters that the house writes: asked for by the office, made by a worker of what the recommendations are on that day, kept as DOCX and PDF."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from tirek.followup.letters.codes import PAPERS
from tirek.followup.letters.models import Escalation, Paper, PaperItem
from tirek.followup.letters.papers import Asked, PaperText, paper_docx, paper_pdf
from tirek.followup.letters.policies import check_may_register, may_register
from tirek.followup.letters.refusals import AnswerDayNeeded, AnsweredMeanwhile, BodyElsewhere, DayGoneBy, NothingChosen
from tirek.followup.letters.services.escalating import named
from tirek.followup.recommendations.addressed import answering_chain
from tirek.followup.recommendations.queries import Line
from tirek.followup.recommendations.refusals import NoAddressee, UnknownChoice
from tirek.foundation.files.services import store_file
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import authorities, authority, mechanism, report_languages, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import listed
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words

KIND = "letter.paper"
MEDIA = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pdf": "application/pdf"}
MAKERS: dict[str, Callable[[PaperText], bytes]] = {"docx": paper_docx, "pdf": paper_pdf}


def write_paper(
    *, country: str, kind: str, body: str, language: str, about: Sequence[UUID], by: Actor, answer_by: date | None = None, escalation_id: UUID | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Has a letter written about issued recommendations, in one of the country's languages (or English). Head and secretariat. Returns its id.

    A letter of a decision is about what the decision is about, and goes to its body. Raises NotAllowed, UnknownChoice, NoAddressee, NothingChosen, DayGoneBy, BodyElsewhere, NotFound.
    """
    check_may_register(by, country)
    if kind not in PAPERS:
        raise UnknownChoice(what=kind)
    if language not in {*report_languages(country), "en"}:
        raise UnknownChoice(what=language)
    if answer_by and answer_by < today(country):
        raise DayGoneBy
    with record("letter.written", by=by, country=country) as act:
        decision = decided(escalation_id, country) if kind == "escalation" else None
        about = list(decision.items.values_list("recommendation_id", flat=True)) if decision else list(dict.fromkeys(about))
        body = decision.body if decision else body
        if not decision and body not in {each.code for each in authorities(country)}:
            raise NoAddressee(code=body)
        if not about:
            raise NothingChosen
        lines = named(about, by, country)
        if not decision:
            check_answers(country, lines, body)
        if kind == "reminder":
            check_unanswered(lines)
        if kind == "transmittal" and not answer_by and any(each.due_on is not None and each.due_on < today(country) for each in lines):
            raise AnswerDayNeeded
        row = Paper(
            country=country, kind=kind, body=body, language=language, answer_by=answer_by, escalation=decision, written_on=today(country), written_by=by.id,
        )  # fmt: skip
        row.save()
        act.about("paper", row.pk)
        for each in about:
            PaperItem(country=country, paper=row, recommendation_id=each).save()
        row.job = enqueue(kind_name=KIND, arguments={"paper": str(row.pk), "by": by.id}, by=by, country=country)
        row.save()
        return act.of(row.pk)


def ask_again(*, paper_id: UUID, by: Actor) -> Recorded[UUID]:
    """Has the files of a letter made once more where they are not there. Head and secretariat; for others there is none. Raises NotFound."""
    with record("letter.written-again", by=by, subject=("paper", paper_id)) as act:
        row = Paper.objects.select_for_update(no_key=True).filter(pk=paper_id).first()
        if row is None or not may_register(by, row.country):
            raise NotFound
        if row.docx_id is None:
            row.job = enqueue(kind_name=KIND, arguments={"paper": str(row.pk), "by": by.id}, by=by, country=row.country)
        row.save()
        return act.of(row.pk)


def check_unanswered(lines: Sequence[Line]) -> None:
    """Raises AnsweredMeanwhile: nobody is reminded of what he answered."""
    answered = [each.number for each in lines if each.word not in ("none", "acknowledged")]
    if answered:
        raise AnsweredMeanwhile(numbers=listed(answered[:20]))


def check_answers(country: str, lines: Sequence[Line], body: str) -> None:
    """Whether a body answers today for what a letter asks of it. Raises BodyElsewhere."""
    of = {addressee: answering_chain(country, addressee, today(country)) for addressee in {each.answerer for each in lines}}
    elsewhere = [each.number for each in lines if body not in of[each.answerer]]
    if elsewhere:
        raise BodyElsewhere(numbers=listed(elsewhere[:20]))


def decided(escalation_id: UUID | None, country: str) -> Escalation:
    """The decision that a letter belongs to, held, so that it is not mended under it. Raises NotFound: there is none, or it goes to the public, to whom no letter is written."""
    found = Escalation.objects.select_for_update(no_key=True).filter(pk=escalation_id, country=country).exclude(rung="public").first() if escalation_id else None
    if found is None:
        raise NotFound
    return found


def make_paper(*, paper_id: UUID, by: Actor) -> Recorded[UUID]:
    """Makes the files of a letter that are not there yet. Safe to run again. Raises NotFound."""
    row = Paper.objects.select_related("escalation").filter(pk=paper_id).first()
    if row is None:
        raise NotFound
    check_may_register(by, row.country)
    made = {form: make(text_of(row, by)) for form, make in MAKERS.items()}
    with record("letter.paper-made", by=by, subject=("paper", paper_id)) as act:
        row = Paper.objects.select_for_update(no_key=True).get(pk=paper_id)
        if row.docx_id is None:
            mark = "demonstration-" if row.origin == "demonstration" else ""
            name = f"{mark}letter-{row.kind}-{row.written_on.isoformat()}-{row.language}"
            stored = {form: store_file(content=made[form], name=f"{name}.{form}", media_type=MEDIA[form], country=row.country, by=by).value for form in MAKERS}
            row.docx, row.pdf = stored["docx"], stored["pdf"]
            row.save()
        return act.of(row.pk)


def text_of(row: Paper, by: Actor) -> PaperText:
    """What a letter is made of today: it tells that day, also where it was asked for earlier, so that it says nothing of a day that nobody looked at."""
    on, decision = today(row.country), row.escalation
    lines = named(row.items.values_list("recommendation_id", flat=True), by, row.country)
    asked = [Asked(each.number, each.text, each.place_name, each.issued_on, each.due_on, each.word, each.verification) for each in lines]
    own = mechanism(row.country, on)
    return PaperText(
        kind=row.kind, intro=decision.rung if decision else row.kind, mechanism=own.name if own else Words(),
        body=authority(row.country, row.body, on).name if row.body else Words(), language=row.language,
        asked=tuple(sorted(asked, key=lambda each: (each.issued_on or on, each.number))), reason=decision.reason if decision else "", answer_by=row.answer_by,
        as_of=on, stamp=timezone.now().replace(microsecond=0), demonstration=row.origin == "demonstration",
    )  # fmt: skip
