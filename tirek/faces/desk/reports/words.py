"""The codes of reports in the reader's words, with the shape of each state. It knows no row; other pages of the desk use it too."""

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tirek.faces.desk.visits.words import RECORDS as OF_A_VISIT
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.redaction import GROUNDS
from tirek.insight.reports.documents.composition import PHRASES
from tirek.insight.reports.queries import Need

Said = str | Promise

STATES: dict[str, tuple[Said, StateKind]] = {
    "draft": (pgettext_lazy("report", "draft"), "waiting"),
    "in_review": (pgettext_lazy("report", "in review"), "going"),
    "for_signature": (pgettext_lazy("report", "laid for signature"), "going"),
    "issued": (pgettext_lazy("report", "issued"), "done"),
    "superseded": (pgettext_lazy("report", "replaced by a correction"), "stopped"),
    "abandoned": (pgettext_lazy("report", "abandoned"), "stopped"),
}
"""A report's states: words and shape."""

SIGNATURES: dict[str, tuple[Said, StateKind]] = {
    "awaited": (pgettext_lazy("signature", "awaited"), "waiting"),
    "signed": (pgettext_lazy("signature", "signed"), "done"),
    "missing": (pgettext_lazy("signature", "missing"), "stopped"),
}
"""A signature's states."""

CAUSES: dict[str, Said] = {
    "absent": _("away on the days of signing"),
    "personal": _("unavailable for personal reasons"),
    "refused": _("declined to sign"),
    "term_ended": _("the term of office has ended"),
    "other": _("another reason, on record with the mechanism"),
}
"""Why a signature is missing, as the report prints it."""

def ground_words(ground: str) -> str:
    """Why something is not published, as the public edition prints it."""
    return PHRASES.say(f"ground_{ground}", (get_language() or "en").split("-")[0])


GROUND_WORDS: dict[str, Said] = {each: lazy(ground_words, str)(each) for each in GROUNDS}
"""The grounds of redaction."""

PARTS_OF_REPORT: dict[str, Said] = {
    **dict.fromkeys(("jurisdiction", "mechanism", "title", "place", "emblem"), pgettext_lazy("part of a report", "Cover and place")),
    "visit": pgettext_lazy("part of a report", "Delegation"),
    "changes": pgettext_lazy("part of a report", "What this version changes"),
    "summary": pgettext_lazy("part of a report", "Summary"),
    **dict.fromkeys(("sections", "good_practices"), pgettext_lazy("part of a report", "Findings and good practices")),
    **dict.fromkeys(("entitlements", "refusals"), pgettext_lazy("part of a report", "Access")),
    "urgent_measures": pgettext_lazy("part of a report", "Urgent measures"),
    **dict.fromkeys(("meetings", "closing_talk"), pgettext_lazy("part of a report", "Meetings and the closing talk")),
    "recommendations": pgettext_lazy("part of a report", "Recommendations"),
    "signatures": pgettext_lazy("part of a report", "Signatures"),
    "dissents": pgettext_lazy("part of a report", "Dissenting opinions"),
    "": pgettext_lazy("part of a report", "Other texts"),
}
"""The parts of a report under which its texts stand; what has no name of its own comes under the empty one."""

ROLES: dict[str, Said] = {
    "leader": _("leader of the delegation"),
    "member": _("member of the delegation"),
    "doctor": _("doctor of the delegation"),
}
"""Roles of those who sign."""

PASSAGES: dict[str, Said] = {
    "summary": _("Summary"),
    "changes": _("What this version changes"),
    "amendment": _("A finding in other words"),
    "dissent": _("Dissenting opinion"),
    "finding": _("Why a finding has one source only"),
    "measure": _("Urgent measure"),
    "access": _("Access refused or delayed"),
    "meeting": _("Note of a meeting"),
    "talk": _("Closing talk"),
}
"""To what a passage belongs."""

CHANGES: dict[str, Said] = {
    "added": pgettext_lazy("recommendations", "added"),
    "reworded": pgettext_lazy("recommendations", "put in other words"),
    "withdrawn": pgettext_lazy("recommendations", "withdrawn"),
}
"""What a correction does with recommendations of the version before."""

RECORDS: dict[str, Said] = {
    "summary": _("Summary"),
    **OF_A_VISIT,
}
"""The summary and the records of a visit in which a correction can say something else."""

CHANGED: dict[str, Said] = {"added": _("added by this correction"), "reworded": _("put in other words by this correction")}
"""The same of one recommendation that the correction prints."""

FORMS: dict[str, Said] = {"pdf": "PDF", "docx": "DOCX"}


def need_words(need: Need) -> str:
    """A line of what is there or missing, in words."""
    missing = {
        "summary": gettext("The summary is not written yet"),
        "findings": gettext("No finding stands in the report yet"),
        "recommendations": gettext("No recommendation stands in the report yet"),
        "unchanged": gettext("Findings or recommendations are not as they were approved"),
        "signed": gettext("Nobody has signed yet"),
    }
    sentences = {
        "summary": gettext("The summary is written"),
        "findings": gettext("At least one finding stands in the report"),
        "recommendations": gettext("At least one recommendation stands in the report"),
        "unchanged": gettext("Findings and recommendations are as they were approved"),
        "signed": gettext("At least one person has signed"),
        "baseless": baseless_words(need.count),
        "hits": hits_words(need.count),
        "doctor": doctor_words(need.count),
        "access": access_words(need.count),
        "signatures": signatures_words(need.count),
        **({} if need.done else missing),
    }
    of_language = {"translation": translation_words, "written": written_words, "stale": stale_words, "bilingual": bilingual_words}
    return of_language[need.code](need) if need.code in of_language else sentences[need.code]


def baseless_words(place: int) -> str:
    """A recommendation whose finding is gone."""
    told = {"number": place}
    return gettext("Recommendation %(number)s rests on no finding of this report. Choose another finding for it, or drop it.") % told


def bilingual_words(need: Need) -> str:
    """A recommendation that lacks a language in which the report is printed."""
    told = {"number": need.count, "language": LANGUAGE_NAMES[need.language]}
    return gettext("Recommendation %(number)s is not translated yet: %(language)s. Both languages of the report bind.") % told


def hits_words(count: int) -> str:
    """Passages that wait for a decision."""
    if not count:
        return gettext("No passage that could name a person is undecided")
    return ngettext(
        "Decide about %(count)s passage that could name a person", "Decide about %(count)s passages that could name a person", count
    ) % {"count": count}


def doctor_words(count: int) -> str:
    """Medical findings whose wording is not released."""
    if not count:
        return gettext("No medical finding waits for the doctor")
    return ngettext(
        "%(count)s medical finding waits for the doctor’s wording and is not printed",
        "%(count)s medical findings wait for the doctor’s wording and are not printed",
        count,
    ) % {"count": count}


def access_words(count: int) -> str:
    """Entitlements of which nobody said how they were honoured."""
    return ngettext(
        "Say how %(count)s more entitlement was honoured: the report prints it as not recorded",
        "Say how %(count)s more entitlements were honoured: the report prints them as not recorded",
        count,
    ) % {"count": count}


def signatures_words(count: int) -> str:
    """Signatures that are awaited."""
    if not count:
        return gettext("Every signature is given, or recorded as missing")
    return ngettext("%(count)s signature is awaited", "%(count)s signatures are awaited", count) % {"count": count}


def translation_words(need: Need) -> str:
    """Texts without a language, or with an old translation."""
    name = LANGUAGE_NAMES[need.language]
    if need.done:
        return gettext("Every text stands in this language: %(language)s") % {"language": name}
    return ngettext(
        "%(language)s: %(count)s text is not translated, or its translation is old",
        "%(language)s: %(count)s texts are not translated, or their translations are old",
        need.count,
    ) % {"language": name, "count": need.count}


def stale_words(need: Need) -> str:
    """Translations that are older than their originals."""
    return ngettext(
        "%(language)s: %(count)s translation is older than the original; check it before the issue",
        "%(language)s: %(count)s translations are older than the originals; check them before the issue",
        need.count,
    ) % {"language": LANGUAGE_NAMES[need.language], "count": need.count}


def written_words(need: Need) -> str:
    """Texts that the visit's records hold in another language."""
    name = LANGUAGE_NAMES[need.language]
    if need.done:
        return gettext("Every text of the visit’s records stands in this language: %(language)s") % {"language": name}
    return ngettext(
        "%(language)s: %(count)s text of the visit’s records is not translated; it is printed in its own language",
        "%(language)s: %(count)s texts of the visit’s records are not translated; they are printed in their own language",
        need.count,
    ) % {"language": name, "count": need.count}
