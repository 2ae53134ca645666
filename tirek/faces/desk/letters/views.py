"""The register of letters, and one letter with what it is about."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from tirek.faces.desk import mended
from tirek.faces.desk.letters.forms import LetterFilterForm
from tirek.faces.desk.listing import Asked, ListColumn, Reader, WorkList, begun, counted_by, given_by, shown
from tirek.faces.desk.recommendations.about import called, where
from tirek.faces.frame.answers import letter_words as words
from tirek.faces.frame.answers.words import WORDS, body_words, head_of, state_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.letters import queries
from tirek.followup.letters.policies import check_may_read, may_register
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Tab
from tirek.ground.rules.refusals import NotFound


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who have no register of letters."""
    check_may_read(request.actor, request.country)


def narrowing(request: Reader, data: QueryDict | None) -> LetterFilterForm:
    """How the list is narrowed."""
    return LetterFilterForm(data, country=request.country)


def row(line: queries.LetterLine, asked: Asked) -> list[object]:
    """A letter as a line of the register."""
    return [
        Cell(line.number, reverse("desk:letter", args=[line.id])),
        str(words.DIRECTIONS[line.direction]),
        str(words.KINDS[line.kind]),
        body_words(asked.country, line.body, line.dated_on, short=True),
        line.dated_on,
        line.moved_on,
        state_cell(line),
        line.parts or None,
        line.registered_as or None,
    ]


def state_cell(line: queries.LetterLine) -> Cell | None:
    """What is still to be done with it, in shape and word; nothing where nothing is."""
    if line.kind == "answer" and line.direction == "in":
        if line.parts and line.read == line.parts:
            return Cell(_("answers read out"), state="done")
        return Cell(_("%(read)s of %(parts)s read out") % {"read": number(line.read), "parts": number(line.parts)}, state="attention")
    if line.kind == "transmittal":
        return Cell(_("receipt confirmed"), state="done") if line.acknowledged_on else Cell(_("receipt not confirmed"), state="waiting")
    return None


LETTERS = WorkList(
    "letters", "desk:letters", gettext_lazy("Letters"),
    (
        ListColumn("number", gettext_lazy("Number"), width="short"), ListColumn("direction", gettext_lazy("Direction")),
        ListColumn("kind", gettext_lazy("What it does")), ListColumn("body", gettext_lazy("Authority")),
        ListColumn("dated", gettext_lazy("Date on the letter"), order=True), ListColumn("moved", gettext_lazy("Sent or received"), order=True),
        ListColumn("state", gettext_lazy("State")), ListColumn("parts", gettext_lazy("Recommendations"), numeric=True, extra=True),
        ListColumn("registered", gettext_lazy("Our own number"), extra=True),
    ),
    narrowing, check_may_open, counted_by(queries.count), given_by(queries.letters), row, page=50,
)  # fmt: skip


@require_safe
def letters(request: SignedRequest) -> HttpResponse:
    """The register, newest first; filters, columns and order stand in the address."""
    listing = shown(request, LETTERS)
    if answer := begun(request, listing):
        return answer
    context = {**listing.context(listing.part(request.GET.get("page"))), "writes": may_register(request.actor, request.country), "tabs": tabs(request, "letters")}
    return render(request, "desk/letters/list.html", context)


def reached(request: SignedRequest, letter_id: UUID, out: bool = False) -> queries.LetterFacts:
    """The letter, of the country that is chosen; with `out`, also one that was taken out of the register. Raises NotFound."""
    facts = queries.letter(letter_id, by=request.actor, today=timezone.localdate())
    if facts.country != request.country or (facts.taken_out_on and not out):
        raise NotFound
    return facts


def tabs(request: SignedRequest, here: str) -> list[Tab]:
    """The three lists of the room; what was written here is the office's."""
    offered = [("letters", _("Register")), ("escalations", _("Taken further")), *([("papers", _("Written here"))] if may_register(request.actor, request.country) else [])]
    return [Tab(words_of, reverse(f"desk:{name}"), current=name == here) for name, words_of in offered]


def way_to(facts: queries.LetterFacts | None = None) -> list[Crumb]:
    """The way to a letter, or to the register."""
    register = Crumb(_("Letters"), reverse("desk:letters"))
    return [register, Crumb(called(facts.number, facts.dated_on), reverse("desk:letter", args=[facts.id]))] if facts else [register]


@require_safe
def letter(request: SignedRequest, letter_id: UUID) -> HttpResponse:
    """One letter: what it is, what it is about, what is still to be done with it."""
    facts = reached(request, letter_id, out=True)
    writes = may_register(request.actor, facts.country) and facts.taken_out_on is None
    waiting = [each for each in facts.parts if not each.answer_id]
    context = {
        "facts": facts,
        "title": called(facts.number, facts.dated_on),
        "direction": words.DIRECTIONS[facts.direction],
        "kind": words.KINDS[facts.kind],
        "way": words.WAYS[facts.way],
        "body": body_words(facts.country, facts.body, facts.dated_on),
        "columns": heads(facts),
        "rows": [part_row(facts, each) for each in facts.parts],
        "waiting": len(waiting),
        "waits": ngettext("%(count)s answer waits to be read out of it.", "%(count)s answers wait to be read out of it.", len(waiting)) % {"count": number(len(waiting))},
        "reads": facts.direction == "in" and writes,
        "writes": writes,
        "may_take_out": writes and not facts.acknowledged_on and len(waiting) == len(facts.parts),
        "mended": mended.told(facts.mendings, HELD, worded_for(facts)),
        "crumbs": [*way_to(), Crumb(called(facts.number, facts.dated_on))],
    }
    return render(request, "desk/letters/one.html", context)


HELD: dict[str, str | Promise] = {
    "kind": gettext_lazy("What it does"), "body": gettext_lazy("Authority"), "number": gettext_lazy("Number on the letter"), "dated_on": gettext_lazy("Date on the letter"),
    "moved_on": gettext_lazy("Sent or received"), "way": gettext_lazy("How it went or came"), "registered_as": gettext_lazy("Our own number"),
}  # fmt: skip
"""What is kept of a letter that was mended."""


def worded_for(facts: queries.LetterFacts) -> mended.Worded:
    """How what stood in a letter is said."""
    bodies = {"body": lambda code: body_words(facts.country, code, facts.dated_on)}
    return {"kind": mended.by_code(words.KINDS), "way": mended.by_code(words.WAYS), "dated_on": mended.by_day, "moved_on": mended.by_day, **bodies}


def heads(facts: queries.LetterFacts) -> list[Column]:
    """The columns of what a letter is about."""
    named: Iterable[Any] = (_("Recommendation"), _("What has to be done"), _("Addressee"))
    return [Column(each) for each in (*named, *((_("This letter says"), _("Where")) if facts.direction == "in" else ()))]


def part_row(facts: queries.LetterFacts, part: queries.PartFacts) -> list[object]:
    """A recommendation that the letter is about, as a line."""
    line = part.recommendation
    cells: list[object] = [
        Cell(line.number, reverse("desk:recommendation", args=[line.id])), head_of(said(line.text), 240),
        body_words(facts.country, line.addressee, line.issued_on or facts.dated_on, short=True),
    ]  # fmt: skip
    if facts.direction == "in":
        word, shape = state_of(WORDS, part.word) if part.word else (_("waits to be read out"), "waiting")
        cells += [Cell(word, state=shape), where(part.first_page, part.last_page) or None]
    return cells
