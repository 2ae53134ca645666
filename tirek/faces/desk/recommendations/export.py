"""The list of recommendations as a file."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tirek.faces.desk.exports import ExportForm, csv_answer
from tirek.faces.desk.listing import read
from tirek.faces.desk.recommendations.forms import themes
from tirek.faces.desk.recommendations.labelwords import label_words
from tirek.faces.desk.recommendations.views import RECOMMENDATIONS, wanted
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.queries import kind_of_label, label_kinds, report_languages
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.words import Words


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: SignedRequest) -> HttpResponseBase:
    """The list as the address narrows it, after its purpose was chosen."""
    listing = read(RECOMMENDATIONS, request, request.GET)
    listing.form.check_understood()
    asked = wanted(listing.asked())
    form = ExportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        languages = report_languages(request.country)
        rows = (row(each, languages) for each in queries.whole(**asked, order=listing.order))
        return csv_answer(
            noun="recommendations", header=header(languages), rows=rows, country=request.country, purpose=form.cleaned_data["purpose"],
            by=request.actor, today=timezone.localdate(),
        )  # fmt: skip
    context = {
        "form": form,
        "total": queries.counts(**asked).total,
        "crumbs": [Crumb(_("Recommendations"), listing.address), Crumb(_("Save as a file"))],
        "back": f"{listing.address}?{listing.query}",
    }
    return render(request, "desk/export.html", context, status=422 if form.errors else 200)


def header(languages: tuple[str, ...]) -> list[str]:
    """The heads of the columns; texts stand once in each of the country's languages."""
    texts = [_("What has to be done (%(language)s)") % {"language": LANGUAGE_NAMES[code]} for code in languages]
    signs = [_("By what one can tell (%(language)s)") % {"language": LANGUAGE_NAMES[code]} for code in languages]
    earlier = [_("Earlier wordings (%(language)s)") % {"language": LANGUAGE_NAMES[code]} for code in languages]
    document = [_("Number"), _("Place"), *texts, *signs, *earlier, _("Addressee"), _("Answers for it today"), _("What has to change"), _("Priority"), _("State")]
    said_ = [_("Issued"), _("Answer due"), _("The authority says"), _("Date of the letter"), _("Number of the letter"), _("Answers the wording of version")]
    return [*document, *said_, _("The mechanism verified"), _("Day of the verification"), _("How"), _("Theme"), *(capfirst(said(kind.name)) for kind in label_kinds())]


def row(whole: queries.Whole, languages: tuple[str, ...]) -> list[object]:
    """One recommendation as a line: the newest word and the newest verification beside each other, never merged."""
    facts, today = whole.facts, timezone.localdate()
    told = facts.answers[-1] if facts.answers else None
    found = facts.verifications[-1] if facts.verifications else None
    on = facts.issued_on or today
    return [
        facts.number, said(whole.place_name), *(marked(facts.text, code) for code in languages), *(marked(facts.indicator, code) for code in languages),
        *(earlier_words(facts, code) for code in languages), words.body_words(facts.country, facts.addressee, on), words.body_words(facts.country, facts.answers_for_it, today),
        words.KINDS[facts.kind], words.PRIORITIES[facts.priority], words.STATES[facts.state][0], facts.issued_on, facts.due_on,
        words.WORDS[facts.word][0], told.said_on if told else "", told.letter_number if told else "",
        told.wording if told else "",
        words.VERIFICATIONS[facts.verification][0], found.verified_on if found else "", words.WAYS[found.way] if found else "",
        dict(themes()).get(facts.theme, facts.theme), *(labels_in(facts, kind.code) for kind in label_kinds()),
    ]  # fmt: skip


def labels_in(facts: queries.RecommendationFacts, kind: str) -> str:
    """Its labels of a kind."""
    return "; ".join(label_words(facts.country, one) for one in facts.labels if kind_of_label(facts.country, one) == kind)


def marked(text: Words, language: str) -> str:
    """The text in the language, with a mark in brackets where it is older than the original."""
    found = text.in_(language)
    return f"{found} [{_('Older than the original: check the translation')}]" if found and language in text.stale else found


def earlier_words(facts: queries.RecommendationFacts, language: str) -> str:
    """The wordings before the one in force, a line each: the version of the report, its day and what it said."""
    told = [(each.report_version, day(each.issued_on, "short") if each.issued_on else "—", marked(each.text, language)) for each in facts.earlier]
    return "\n".join(_("Version %(version)s, %(day)s: %(text)s") % {"version": version, "day": on, "text": text} for version, on, text in told)
