"""The codes of recommendations in the reader's words, with the shape of each state. It knows no row; the desk's home uses it too.

No shape and no tint judges an authority: a refusal and a finding that nothing was done have the same quiet shape as everything that stopped.
"""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tirek.faces.frame.fields import said
from tirek.followup.recommendations.queries import DoingClock, LookedFacts, ThreadFacts
from tirek.foundation.jurisdictions.facilities import body_names
from tirek.foundation.jurisdictions.pack import TermOn
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.formats import clock, day, number
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.ages import age
from tirek.ground.rules.recommendation_quality import HINTS, Hint
from tirek.ground.rules.words import LANGUAGES, Words

Said = str | Promise

WORDS: dict[str, tuple[Said, StateKind]] = {
    "none": (_("no word yet"), "waiting"),
    "acknowledged": (_("letter received"), "waiting"),
    "accepted": (pgettext_lazy("authority", "accepts"), "going"),
    "partly_accepted": (pgettext_lazy("authority", "accepts in part"), "going"),
    "rejected": (pgettext_lazy("authority", "does not accept"), "stopped"),
    "in_progress": (pgettext_lazy("authority", "says that work is under way"), "going"),
    "claimed_implemented": (pgettext_lazy("authority", "says that it is done"), "going"),
}
"""What the authority says of itself."""

VERIFICATIONS: dict[str, tuple[Said, StateKind]] = {
    "not_verified": (_("not verified yet"), "waiting"),
    "implemented": (pgettext_lazy("verified", "carried out"), "done"),
    "partially_implemented": (pgettext_lazy("verified", "carried out in part"), "going"),
    "not_implemented": (pgettext_lazy("verified", "not carried out"), "stopped"),
    "obsolete": (pgettext_lazy("verified", "no longer needed"), "stopped"),
}
"""What the mechanism itself found."""

STATES: dict[str, tuple[Said, StateKind]] = {
    "draft": (pgettext_lazy("recommendation", "draft"), "waiting"),
    "issued": (pgettext_lazy("recommendation", "issued"), "going"),
    "withdrawn": (pgettext_lazy("recommendation", "withdrawn"), "stopped"),
    "superseded": (pgettext_lazy("recommendation", "replaced by a correction"), "stopped"),
    "dropped": (pgettext_lazy("recommendation", "dropped"), "stopped"),
}
"""The document's own states."""

PRIORITIES: dict[str, Said] = {
    "ordinary": pgettext_lazy("priority", "ordinary"),
    "high": pgettext_lazy("priority", "high"),
    "urgent": pgettext_lazy("priority", "urgent"),
}
"""How soon it has to be done."""

KINDS: dict[str, Said] = {
    "practice": _("a practice"),
    "resources": _("money, staff or things"),
    "rules": _("internal rules"),
    "law": _("a law"),
    "individual": _("the situation of one person"),
}
"""What has to change."""

WAYS: dict[str, Said] = {"on_site": _("seen on the spot"), "documents": _("read in documents")}
"""How a verification was made."""


def state_of(codes: dict[str, tuple[Said, StateKind]], code: str) -> tuple[str, StateKind]:
    """A code's word in the reader's language and its shape."""
    word, shape = codes[code]
    return str(word), shape


def hint_words(hint: Hint) -> str:
    """The sentence of a quality hint."""
    return gettext(HINTS[hint.code]) % dict(hint.params)


def body_words(country: str, code: str, on: date, *, short: bool = False) -> str:
    """An authority by its name of that day, a facility by its name of today. For readers who may see what the code stands for. Cost: one query for a facility."""
    return said(body_names(country, [code], on, short=short)[code])


def term_words(term: TermOn) -> str:
    """How long a time limit is."""
    sentences = {
        "hours": ngettext("%(amount)s hour", "%(amount)s hours", term.amount),
        "calendar_days": ngettext("%(amount)s calendar day", "%(amount)s calendar days", term.amount),
        "working_days": ngettext("%(amount)s working day", "%(amount)s working days", term.amount),
        "months": ngettext("%(amount)s month", "%(amount)s months", term.amount),
    }
    return sentences[term.unit] % {"amount": number(term.amount)}


def side_by_side(country: str, *texts: Words) -> tuple[str, ...]:
    """The languages to show or to ask for beside each other: the mechanism's two, the reader's own, and those that a text already has."""
    reports = report_languages(country)
    wanted = [*reports[:2], (get_language() or "")[:2], *(code for words in texts for code in words.languages)]
    return tuple(code for code in LANGUAGES if code in wanted and (code in reports or any(words.in_(code) for words in texts)))


def head_of(text: str, limit: int) -> str:
    """The beginning of a long text, cut between words; the whole stands behind the link beside it."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"


def thread_words(stands: ThreadFacts | None) -> str:
    """How often the same was recommended, and since when; nothing where it stands alone."""
    if stands is None:
        return ""
    told = {"year": stands.since.year, "place": number(stands.place), "times": number(stands.times)}
    if stands.place == 1:
        return ngettext("first said in %(year)s, since then %(times)s time in all", "first said in %(year)s, since then %(times)s times in all", stands.times) % told
    named = {2: _("repeated since %(year)s, second time"), 3: _("repeated since %(year)s, third time"), 4: _("repeated since %(year)s, fourth time"), 5: _("repeated since %(year)s, fifth time")}
    return str(named.get(stands.place, _("repeated since %(year)s, time number %(place)s"))) % told


def times_words(times: int, since: date | None) -> str:
    """How often it was recommended in all; nothing for once."""
    if times < 2 or since is None:
        return ""
    return ngettext("%(times)s time since %(year)s", "%(times)s times since %(year)s", times) % {"times": number(times), "year": since.year}


def ago_words(on: date, today: date) -> str:
    """How old a verified fact is."""
    unit, count = age(on, today)
    if count == 0:
        return gettext("verified today")
    sentences = {
        "years": ngettext("verified %(count)s year ago", "verified %(count)s years ago", count),
        "months": ngettext("verified %(count)s month ago", "verified %(count)s months ago", count),
        "days": ngettext("verified %(count)s day ago", "verified %(count)s days ago", count),
    }
    return sentences[unit] % {"count": number(count)}


def doing_words(doing: DoingClock | None) -> str:
    """Until when it is to be carried out: whose day that is, and what is left of it. Of a day that is over no more is said than that it is over."""
    if doing is None:
        return ""
    told, left = {"day": day(doing.day if doing.named else doing.clock.due)}, doing.clock.days
    if left < 0:
        return (gettext("The day that the body named, %(day)s, is over.") if doing.named else gettext("The time for carrying it out ended on %(day)s.")) % told
    sentence = gettext("The body named %(day)s as the last day for carrying it out.") if doing.named else gettext("It is to be carried out by %(day)s: so long after it was accepted.")
    return f"{sentence % told} {clock(left, doing.clock.due, doing.clock.working)}"


def doing_brief(doing: DoingClock | None) -> str:
    """The same for a list: the day, and a word where it is over."""
    if doing is None:
        return ""
    on = day(doing.day if doing.named else doing.clock.due, "short")
    return gettext("%(day)s, over") % {"day": on} if doing.clock.overdue else on


def again_words(looked: LookedFacts | None) -> str:
    """When somebody should look again; nothing where the pack lays down no time."""
    if looked is None or looked.clock is None:
        return ""
    told = {"day": day(looked.clock.due)}
    return gettext("Due for another look since %(day)s.") % told if looked.due else gettext("Another look is due on %(day)s.") % told
