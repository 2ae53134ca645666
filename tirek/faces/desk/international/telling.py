"""The parts of a thread as the page shows them: texts, states, addresses. It holds no rule."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from tirek.faces.desk.bearing import cited
from tirek.faces.desk.international import words
from tirek.faces.frame.answers import words as of_recommendations
from tirek.faces.frame.fields import said
from tirek.followup.international.queries import FindingLink, NationalLink, Thread, ThreadPart
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class Own:
    """Something of the mechanism's own that bears on a recommendation: where it stands, from when, and how it stands; `back` takes the link back."""

    on: date | None
    name: str
    href: str
    text: Words
    back: str
    addressee: str = ""
    word: tuple[str, StateKind] | None = None
    verified: tuple[str, StateKind] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One report's recommendation of a thread."""

    part: ThreadPart
    cited: str
    state: tuple[object, StateKind]
    report_href: str
    href: str
    national: tuple[Own, ...]
    findings: tuple[Own, ...]
    backs: tuple[tuple[str, str], ...]


def told_parts(found: Thread) -> list[Part]:
    """The whole thread, the oldest report first."""
    names = {each.paragraph.id: cited(each.paragraph) for each in found.parts}
    return [
        Part(
            each, names[each.paragraph.id], words.STATES[each.report_state], reverse("desk:international-report", args=[each.paragraph.report_id]),
            reverse("desk:international-thread", args=[each.paragraph.id]),
            tuple(national(found, each, one) for one in each.national), tuple(finding(each, one) for one in each.findings),
            tuple((names[earlier], back(each, link)) for earlier, link in each.goes_on_from),
        )
        for each in found.parts
    ]  # fmt: skip


def back(part: ThreadPart, link: object) -> str:
    """Where a link is taken back."""
    return reverse("desk:international-link-take-back", args=[part.paragraph.id, link])


def national(found: Thread, part: ThreadPart, one: NationalLink) -> Own:
    """A recommendation of the mechanism, with both its axes."""
    line = one.line
    addressee = of_recommendations.body_words(found.country, line.addressee, line.issued_on or timezone.localdate(), short=True)
    return Own(
        line.issued_on, line.number, reverse("desk:recommendation", args=[line.id]), line.text, back(part, one.link_id), addressee,
        of_recommendations.state_of(of_recommendations.WORDS, line.word), of_recommendations.state_of(of_recommendations.VERIFICATIONS, line.verification),
    )  # fmt: skip


def finding(part: ThreadPart, one: FindingLink) -> Own:
    """A finding, named by the place of its visit."""
    line = one.line
    return Own(line.starts_on, said(line.place_name), reverse("desk:visit-findings", args=[line.visit_id]) + f"#{line.id}", line.text, back(part, one.link_id))
