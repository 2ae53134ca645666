"""What a letter is about: recommendations put in and taken out, and each answer read out of the pages on which it stands. What was verified it knows not."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from tirek.followup.letters.codes import IN
from tirek.followup.letters.models import Item, Letter
from tirek.followup.letters.policies import check_is_incoming, check_may_register, check_pages
from tirek.followup.letters.reach import reach
from tirek.followup.letters.refusals import BodyElsewhere, NothingChosen, ReadAlready
from tirek.followup.recommendations.addressed import answering_chain, answers_for
from tirek.followup.recommendations.queries import Filters, numbers_of, recommendations
from tirek.followup.recommendations.services import record_answer
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import listed
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def put_in(row: Letter, about: Iterable[UUID], by: Actor) -> int:
    """Makes the parts that are not there yet, within the act under way. Returns how many. Raises NotFound for what is no issued recommendation in sight."""
    wanted = list(dict.fromkeys(about))
    held = set(Item.objects.filter(letter=row, recommendation__in=wanted).values_list("recommendation_id", flat=True))
    new = [each for each in wanted if each not in held]
    if set(new) - set(numbers_of(new, by=by, country=row.country)):
        raise NotFound
    if row.direction == IN:
        check_may_speak(row, new, by)
    for each in new:
        Item(country=row.country, letter=row, recommendation_id=each).save()
    return len(new)


def check_may_speak(row: Letter, about: Sequence[UUID], by: Actor) -> None:
    """Whether the body of a letter that came in can speak about these: it answers, or stands above or beneath whoever does, or it was the addressee. Raises BodyElsewhere."""
    on = today(row.country)
    lines = recommendations(by=by, country=row.country, today=on, filters=Filters(ids=frozenset(about))) if about else ()
    speakers = {code: {code, *answering_chain(row.country, code, on), *answers_for({code, *answering_chain(row.country, code, on)[:1]}, row.country, on)} for code in {each.answerer for each in lines}}
    elsewhere = [each.number for each in lines if row.body not in {each.addressee, *speakers[each.answerer]}]
    if elsewhere:
        raise BodyElsewhere(numbers=listed(elsewhere[:20]))


def add_parts(*, letter_id: UUID, about: Sequence[UUID], by: Actor) -> Recorded[int]:
    """Names further issued recommendations that a letter is about; what it names already stays. Head and secretariat. Returns how many are new.

    Raises NotFound, NotAllowed, NothingChosen.
    """
    if not about:
        raise NothingChosen
    with record("letter.parts-added", by=by, subject=("letter", letter_id)) as act:
        row = reach(letter_id, by, lock=True)
        check_may_register(by, row.country)
        return act.of(put_in(row, about, by))


def take_out_part(*, item_id: UUID, by: Actor) -> Recorded[UUID]:
    """Takes out a recommendation that the letter is not about, while no answer was read out of it. Raises NotFound, NotAllowed, ReadAlready."""
    letter_id = letter_of(item_id)
    with record("letter.part-removed", by=by, subject=("letter", letter_id)) as act:
        row = reach(letter_id, by, lock=True)
        check_may_register(by, row.country)
        item = part_of(row, item_id)
        if item.answer_id:
            raise ReadAlready
        item.delete()
        return act.of(row.pk)


def read_part(
    *, item_id: UUID, word: str, by: Actor, text: str = "", first_page: int | None = None, last_page: int | None = None, confirmed: bool = False,
    named_until: date | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Enters what a letter that came in says about one recommendation, with the pages on which it says so and the last day that it names for carrying it out. Number, day and body are the letter's.

    Returns the answer's id. Raises NotFound, NotAllowed, NotAnAnswer, ReadAlready, PagesUnlike and whatever `record_answer` raises.
    """
    letter_id = letter_of(item_id)
    with record("letter.part-read", by=by, subject=("letter", letter_id)) as act:
        row = reach(letter_id, by, lock=True)
        check_may_register(by, row.country)
        check_is_incoming(row.direction)
        check_pages(row, first_page, last_page)
        item = part_of(row, item_id)
        if item.answer_id:
            raise ReadAlready
        answer = record_answer(
            recommendation_id=item.recommendation_id, word=word, said_on=row.dated_on, received_on=row.moved_on, by=by, text=text,
            letter_number=row.number, authority=row.body, confirmed=confirmed, named_until=named_until,
        ).value  # fmt: skip
        item.answer_id, item.first_page, item.last_page = answer, first_page, last_page
        item.save()
        return act.of(answer)


def letter_of(item_id: UUID) -> UUID:
    """The letter of a part. Raises NotFound."""
    found = Item.objects.filter(pk=item_id).values_list("letter_id", flat=True).first()
    if found is None:
        raise NotFound
    return found


def part_of(row: Letter, item_id: UUID) -> Item:
    """A part of a locked letter, as it stands now. Raises NotFound."""
    found = Item.objects.select_for_update(of=("self",), no_key=True).filter(pk=item_id, letter=row).first()
    if found is None:
        raise NotFound
    return found
