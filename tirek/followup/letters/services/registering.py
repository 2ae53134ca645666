"""Entering letters into the register, and that a body confirmed one that went out. It enters no answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tirek.followup.letters.codes import IN, INCOMING, OUT, OUTGOING, WAYS
from tirek.followup.letters.models import Letter, Mending, Paper
from tirek.followup.letters.policies import check_came, check_may_register, check_to_acknowledge
from tirek.followup.letters.reach import reach
from tirek.followup.letters.refusals import AcknowledgedBeforeSent, AnswersStand, LetterEntered, LetterHolds, NumberNeeded, PaperSent
from tirek.followup.letters.services.parts import put_in
from tirek.followup.recommendations.queries import stretches
from tirek.followup.recommendations.refusals import DateAhead, LetterNumberNames, NoAddressee, ReasonNeeded, UnknownChoice
from tirek.followup.recommendations.services.issued import kept
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.files.pages import page_count
from tirek.foundation.files.services import NewFile
from tirek.foundation.jurisdictions.queries import authorities, today
from tirek.foundation.ledger.kept_once import kept_once
from tirek.foundation.ledger.mending import mended, put_right
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound

PDF = "application/pdf"
PICTURES = frozenset({"image/jpeg", "image/png"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be entered; `moved_on` is when it was sent or came, `registered_as` the mechanism's own number of one that came in, `paper_id` what the house wrote of one that
    went out."""

    direction: str
    kind: str
    body: str
    number: str
    dated_on: date
    moved_on: date
    way: str = "post"
    registered_as: str = ""
    file: NewFile | None = None
    paper_id: UUID | None = None


def register_letter(*, country: str, letter: NewLetter, by: Actor, about: Sequence[UUID] = ()) -> Recorded[UUID]:
    """Enters a letter with its file and the issued recommendations that it is `about`. Head and secretariat. Returns its id.

    Raises NotAllowed, UnknownChoice, NoAddressee, NumberNeeded, LetterNumberNames, DateAhead, BeforeSending, LetterEntered, NotFound, NotInForce; PagesBusy,
    PagesLocked, PagesBroken, TooManyPages for a PDF that cannot be shown. Cost: a PDF is counted in a process of its own before the transaction.
    """
    check_may_register(by, country)
    check_letter(country, letter)
    pages = pages_of(letter.file)
    with record("letter.registered", by=by, country=country) as act:
        row = Letter(
            country=country, direction=letter.direction, kind=letter.kind, body=letter.body, number=letter.number.strip(), dated_on=letter.dated_on,
            moved_on=letter.moved_on, way=letter.way, registered_as=letter.registered_as.strip(), pages=pages, entered_by=by.id,
            file_id=kept(letter.file, country, by), paper=sent_paper(country, letter),
        )  # fmt: skip
        entered(row)
        act.about("letter", row.pk)
        put_in(row, about, by)
        return act.of(row.pk)


def entered(row: Letter) -> None:
    """Keeps a letter, new or mended. Raises LetterEntered for one that stands already, also where somebody else was faster by a moment."""
    if Letter.objects.standing(row.country).filter(direction=row.direction, body=row.body, number=row.number, dated_on=row.dated_on).exclude(pk=row.pk).exists():
        raise LetterEntered
    kept_once(row, LetterEntered())


def sent_paper(country: str, letter: NewLetter) -> Paper | None:
    """What the house wrote of an outgoing letter. Raises NotFound, PaperSent."""
    if letter.paper_id is None:
        return None
    found = Paper.objects.filter(pk=letter.paper_id, country=country).first()
    if found is None or letter.direction != OUT:
        raise NotFound
    if found.letters.filter(taken_out_on=None).exists():
        raise PaperSent
    return found


def check_letter(country: str, letter: NewLetter) -> None:
    """Raises UnknownChoice, NoAddressee, NumberNeeded, LetterNumberNames, DateAhead, BeforeSending."""
    kinds = {OUT: OUTGOING, IN: INCOMING}.get(letter.direction, ())
    for said, known in ((letter.kind, kinds), (letter.way, WAYS)):
        if said not in known:
            raise UnknownChoice(what=said)
    if letter.body not in {each.code for each in authorities(country)}:
        raise NoAddressee(code=letter.body)
    if not letter.number.strip():
        raise NumberNeeded
    if stretches(letter.number) or stretches(letter.registered_as):
        raise LetterNumberNames
    check_came(dated_on=letter.dated_on, moved_on=letter.moved_on, today=today(country))


def pages_of(file: NewFile | None) -> int:
    """How many pages of a file can be shown: those of a PDF, one of a picture, none of anything else."""
    if file is None:
        return 0
    return page_count(file.content) if file.media_type == PDF else int(file.media_type in PICTURES)


def note_opened(*, letter_id: UUID, by: Actor) -> Recorded[None]:
    """That somebody opened the pages of a letter on the screen: they leave the house that way too. Raises NotFound."""
    with record("letter.opened", by=by, subject=("letter", letter_id)) as act:
        row = reach(letter_id, by)
        act.country = row.country
        return act.of(None)


def mend_letter(*, letter_id: UUID, letter: NewLetter, by: Actor) -> Recorded[UUID]:
    """Puts right what was entered of a letter; what stood before is kept. Its direction and its parts stay, and its file where none is given. Head and secretariat.

    Once an answer was read out of it, its authority, number and days stay too: the answers stand with them.
    Raises NotFound, NotAllowed, AnswersStand, AcknowledgedBeforeSent, and whatever `register_letter` raises of the letter itself.
    """
    row = reach(letter_id, by)
    check_may_register(by, row.country)
    letter = replace(letter, direction=row.direction, paper_id=None)
    check_letter(row.country, letter)
    pages = pages_of(letter.file)
    with record("letter.mended", by=by, subject=("letter", letter_id)) as act:
        row = reach(letter_id, by, lock=True)
        told = {"body": letter.body, "number": letter.number.strip(), "dated_on": letter.dated_on, "moved_on": letter.moved_on}
        if any(getattr(row, name) != value for name, value in told.items()) and row.items.exclude(answer=None).exists():
            raise AnswersStand
        if row.acknowledged_on and row.acknowledged_on < letter.moved_on:
            raise AcknowledgedBeforeSent(on=row.acknowledged_on, sent=letter.moved_on)
        told |= {"kind": letter.kind, "way": letter.way, "registered_as": letter.registered_as.strip()}
        put_right(row, told, into=Mending, reason="", on=today(row.country), by=by)
        if letter.file:
            row.file_id, row.pages = kept(letter.file, row.country, by), pages
        entered(row)
        return act.of(row.pk)


def take_out_letter(*, letter_id: UUID, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Takes a letter out of the register that should not stand there, while nothing hangs on it: no answer was read out, nobody confirmed it. It stays for the office, with the reason.

    Head and secretariat. Raises NotFound, NotAllowed, ReasonNeeded, LetterHolds, TextMayName.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("letter.taken-out", by=by, subject=("letter", letter_id), purpose=looked_at(reason, confirmed)) as act:
        row = reach(letter_id, by, lock=True)
        check_may_register(by, row.country)
        if row.acknowledged_on or row.items.exclude(answer=None).exists():
            raise LetterHolds
        mended(row, {"taken_out_on": today(row.country)}, into=Mending, reason=reason, on=today(row.country), by=by)
        return act.of(row.pk)


def acknowledge(*, letter_id: UUID, on: date, how: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """That the body confirmed on a day that it has the letter, and how that is known: its clock of confirmation stops. Head and secretariat.

    `confirmed`: the writer has looked at what in the text could name a person.
    Raises NotFound, NotAllowed, NotOutgoing, AcknowledgedAlready, AcknowledgedBeforeSent, DateAhead, TextMayName.
    """
    with record("letter.acknowledged", by=by, subject=("letter", letter_id), purpose=looked_at(how, confirmed)) as act:
        row = reach(letter_id, by, lock=True)
        check_may_register(by, row.country)
        check_to_acknowledge(row)
        if on > today(row.country):
            raise DateAhead(on=on)
        if on < row.moved_on:
            raise AcknowledgedBeforeSent(on=on, sent=row.moved_on)
        row.acknowledged_on, row.acknowledgement = on, how.strip()
        row.save()
        return act.of(row.pk)
