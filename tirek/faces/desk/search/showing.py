"""How what was found is shown: by sort, each thing with its address, its heading and the passages in which the words stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from tirek.foundation.search.marking import Passage
from tirek.foundation.search.queries import Found, Hit


@dataclass(frozen=True, slots=True)
class Look:
    """How a sort is shown: its heading, its icon, which field heads a thing, and a thing's address."""

    title: "str | Promise"
    icon: str
    heading: str
    href: Callable[[Hit], str]


LOOKS = {
    "place": Look(gettext_lazy("Places"), "building", "name", lambda hit: reverse("desk:place", args=[hit.key])),
    "visit": Look(gettext_lazy("Visits"), "clipboard-list", "place", lambda hit: reverse("desk:visit", args=[hit.key])),
    "finding": Look(gettext_lazy("Findings"), "eye", "place", lambda hit: f"{reverse('desk:visit-findings', args=[hit.under])}#{hit.key}"),
    "recommendation": Look(gettext_lazy("Recommendations"), "flag", "number", lambda hit: reverse("desk:recommendation", args=[hit.key])),
    "paragraph": Look(gettext_lazy("Recommendations of international bodies"), "world", "paragraph", lambda hit: reverse("desk:international-thread", args=[hit.key])),
    "letter": Look(gettext_lazy("Letters"), "mail-opened", "number", lambda hit: reverse("desk:letter", args=[hit.key])),
    "member": Look(gettext_lazy("Members"), "users", "member", lambda hit: reverse("desk:member", args=[hit.key])),
    "source": Look(gettext_lazy("Sources and figures"), "quote", "title", lambda hit: reverse("desk:source-about", args=[hit.key])),
}
FIELDS = {
    "name": pgettext_lazy("field of a search", "Name"),
    "name-before": pgettext_lazy("field of a search", "Earlier name"),
    "address": pgettext_lazy("field of a search", "Address"),
    "place": pgettext_lazy("field of a search", "Place"),
    "finding": pgettext_lazy("field of a search", "What was seen"),
    "number": pgettext_lazy("field of a search", "Number"),
    "registered": pgettext_lazy("field of a search", "Our own number"),
    "paragraph": pgettext_lazy("field of a search", "Paragraph"),
    "recommendation": pgettext_lazy("field of a search", "What is recommended"),
    "member": pgettext_lazy("field of a search", "Name of a person"),
    "organisation": pgettext_lazy("field of a search", "Organisation"),
    "title": pgettext_lazy("field of a search", "Title"),
    "publisher": pgettext_lazy("field of a search", "Publisher"),
    "author": pgettext_lazy("field of a search", "Author"),
    "text": pgettext_lazy("field of a search", "Text"),
    "indicator": pgettext_lazy("field of a search", "By what one can tell"),
}
"""What the fields are called."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. `language` is its heading's."""

    heading: str
    language: str
    href: str
    day: date | None
    passages: tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one sort. `count` and `more` tell how many there are; `href` leads to all of them."""

    sort: str
    title: str
    icon: str
    lines: tuple[Line, ...]
    count: int
    more: bool
    href: str


def groups_of(found: Iterable[Found], href: Callable[[Found], str]) -> list[Group]:
    """The groups in the order of LOOKS; a sort that the desk does not show is left out."""
    by_sort = {each.sort: each for each in found}
    return [group(look, by_sort[sort], href(by_sort[sort])) for sort, look in LOOKS.items() if sort in by_sort]


def group(look: Look, found: Found, href: str) -> Group:
    """One group."""
    return Group(found.sort, str(look.title), look.icon, tuple(line(look, hit) for hit in found.hits), found.count, found.more, href)


def line(look: Look, hit: Hit) -> Line:
    """One thing; where its heading is all that fits, no passage says it again."""
    heading, language = heading_of(look, hit)
    shown = tuple((str(FIELDS.get(each.field, each.field)), each) for each in hit.passages if "".join(piece.text for piece in each.pieces) != heading)
    return Line(heading, language, look.href(hit), hit.day if hit.day and hit.day > date.min else None, shown)


def heading_of(look: Look, hit: Hit) -> tuple[str, str]:
    """A thing's heading in the reader's language where it has one, and the language; a draft has no number yet."""
    own = get_language() or "en"
    texts = [(each.language, each.text) for each in hit.told.said if each.field == look.heading and each.text]
    chosen = next((each for each in texts if each[0] == own), texts[0] if texts else None)
    return (chosen[1], chosen[0]) if chosen else (_("Draft"), own)
