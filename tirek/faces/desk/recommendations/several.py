"""What can be done to several recommendations at once: by the same forms and verbs as for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tirek.faces.desk.listing import Reader
from tirek.faces.desk.recommendations.forms import CareForm, DueForm, PassingForm, ThemeForm, themes
from tirek.faces.desk.recommendations.labels import LabelForm
from tirek.faces.desk.recommendations.labelwords import in_one_line
from tirek.faces.desk.recommendations.reaching import people_of
from tirek.faces.desk.several import Chosen, Deed, asking
from tirek.faces.frame.answers.words import body_words, head_of
from tirek.faces.frame.fields import said
from tirek.followup.exchange.services import pass_on
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.policies import may_answer
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.foundation.ledger.together import Outcomes
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor

Told = Callable[[Sequence[queries.Line], str], dict[UUID, tuple[str, str]]]


def showing(told: Told) -> Callable[[Reader, Sequence[UUID]], Iterable[Chosen]]:
    """Those of the issued recommendations that the person may see, with what stands now as `told` says it: in words, and as it is held."""

    def found(reader: Reader, ids: Sequence[UUID]) -> Iterable[Chosen]:
        asked = queries.Filters(ids=frozenset(ids))
        lines = queries.recommendations(by=reader.actor, country=reader.country, today=timezone.localdate(), filters=asked)
        stands = told(lines, reader.country)
        return [Chosen(one.id, one.number, reverse("desk:recommendation", args=[one.id]), *stands[one.id], about=head_of(said(one.text), 120)) for one in lines]

    return found


def days(lines: Sequence[queries.Line], country: str) -> dict[UUID, tuple[str, str]]:
    """The day of the answer."""
    return {one.id: (day(one.due_on), one.due_on.isoformat()) if one.due_on else ("—", "") for one in lines}


def caretakers(lines: Sequence[queries.Line], country: str) -> dict[UUID, tuple[str, str]]:
    """Who follows them up."""
    return {one.id: (one.caretaker_name or _("nobody’s"), one.caretaker) for one in lines}


def topics(lines: Sequence[queries.Line], country: str) -> dict[UUID, tuple[str, str]]:
    """Their themes."""
    words = dict(themes())
    return {one.id: (str(words.get(one.theme, one.theme)) or "—", one.theme) for one in lines}


def labelled(lines: Sequence[queries.Line], country: str) -> dict[UUID, tuple[str, str]]:
    """Their labels."""
    return {one.id: (in_one_line(country, one.labels) or "—", ",".join(one.labels)) for one in lines}


def put_on(*, recommendation_id: UUID, labels: Sequence[str], by: Actor) -> object:
    """Puts labels on one."""
    return services.set_labels(recommendation_id=recommendation_id, add=labels, by=by)


def take_off(*, recommendation_id: UUID, labels: Sequence[str], by: Actor) -> object:
    """Takes labels off one."""
    return services.set_labels(recommendation_id=recommendation_id, remove=labels, by=by)


def answering(lines: Sequence[queries.Line], country: str) -> dict[UUID, tuple[str, str]]:
    """Who answers for them today."""
    today = timezone.localdate()
    return {one.id: (body_words(country, successor_on(country, one.answerer, today), today, short=True), one.passed_to) for one in lines}


def caring(reader: Reader, data: QueryDict | None, initial: dict[str, Any]) -> CareForm:
    """Who follows them up, chosen by name."""
    return CareForm(data, country=reader.country, people=people_of(reader), initial=initial)


def each(verb: Callable[..., object]) -> Callable[[Sequence[UUID], Mapping[str, Any], Actor, bool], Outcomes]:
    """The verb of the room, for each of several."""
    return lambda ids, typed, by, tried: services.each_recommendation(ids, lambda one: verb(recommendation_id=one, by=by, **typed), tried=tried)


ABOUT = gettext_lazy("What has to be done")
DEEDS = {
    "due": Deed(
        gettext_lazy("Move the day of the answer"), gettext_lazy("To the same day and for the same reason for all. Earlier days and reasons stay."),
        gettext_lazy("Answer due"), gettext_lazy("the day will be moved"), gettext_lazy("the day is moved"),
        "calendar-event", may_answer, asking(DueForm), showing(days), each(services.move_due), about=ABOUT,
    ),
    "care": Deed(
        gettext_lazy("Give into somebody’s care"), gettext_lazy("One person of the mechanism follows all of them up from now on. It gives no right and takes none."),
        gettext_lazy("In whose care"), gettext_lazy("will be handed over"), gettext_lazy("is handed over"),
        "user-check", may_answer, caring, showing(caretakers), each(services.hand_over), about=ABOUT,
    ),
    "theme": Deed(
        gettext_lazy("Enter the theme"), gettext_lazy("The same theme for all, for finding and counting. Their reports stay as they were issued."),
        gettext_lazy("Theme"), gettext_lazy("will get the theme"), gettext_lazy("has the theme"),
        "flag", may_answer, asking(ThemeForm), showing(topics), each(services.set_theme), about=ABOUT,
    ),
    "label": Deed(
        gettext_lazy("Put a label on"), gettext_lazy("The same label on all, beside those that they bear. Their reports stay as they were issued."),
        gettext_lazy("Labels"), gettext_lazy("will get the label"), gettext_lazy("has the label"),
        "list-check", may_answer, asking(LabelForm), showing(labelled), each(put_on), about=ABOUT,
    ),
    "unlabel": Deed(
        gettext_lazy("Take a label off"), gettext_lazy("The same label off all that bear it; the others stay."),
        gettext_lazy("Labels"), gettext_lazy("will lose the label"), gettext_lazy("has lost the label"),
        "minus", may_answer, asking(LabelForm), showing(labelled), each(take_off), about=ABOUT,
    ),
    "pass": Deed(
        gettext_lazy("Pass on to the body that took over"), gettext_lazy("For recommendations to a body whose duties were divided. The body that is chosen answers from now on; the addressee and every earlier passing stay in the record."),
        gettext_lazy("Who answers"), gettext_lazy("will be passed on"), gettext_lazy("is passed on"),
        "building", may_answer, asking(PassingForm), showing(answering), each(pass_on), about=ABOUT,
    ),
}  # fmt: skip
