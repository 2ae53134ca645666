"""The pages of a bundle: an index by place and by recommendation, and the recommendations and letters in full. HTML without script and without any outside address.

English stands beside the original; where there is none, that is said. It reads plain values and writes bytes.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tirek.followup.recommendations.queries import AnswerFacts, VerificationFacts
from tirek.ground.rules.words import Words
from tirek.insight.bundles import english
from tirek.insight.bundles.contents import ENGLISH, Contents, File, LetterPart, RecommendationPart, ReportPart

STYLE = (
    "body{font:16px/24px system-ui,sans-serif;color:#1b2430;background:#fff;max-width:75rem;margin:0 auto;padding:16px}"
    "a{color:#0f5f6b}h1,h2,h3{line-height:1.25}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d8dde4;padding:8px;text-align:left;vertical-align:top}"
    ".both{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:24px}.hint{color:#4c5968}.lines{white-space:pre-line}"
    "article{border-top:2px solid #d8dde4;padding:8px 0 24px}.scroll{overflow-x:auto}a:focus-visible{outline:3px solid #0f5f6b}"
    "@media(prefers-color-scheme:dark){body{color:#e6ebf1;background:#14191f}a{color:#6cc3cf}td,th,article{border-color:#3a4552}.hint{color:#a9b5c2}}"
)
NO_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'"
NO_ENGLISH = "No English translation exists. The original:"
AS_WRITTEN = SafeString('<p class="hint">In the words in which it was written; no translation exists.</p>')


def pages_of(made: Contents) -> tuple[tuple[str, bytes], ...]:
    """The pages by name, the index first."""
    told = [("index.html", page("Index", index(made)))]
    if made.recommendations:
        told.append(("recommendations.html", page("Recommendations", joined(recommendation(each) for each in made.recommendations), back=True)))
    if made.letters:
        told.append(("letters.html", page("Letters", letters(made.letters), back=True)))
    return tuple(told)


def page(title: str, body: SafeString, back: bool = False) -> bytes:
    """A whole page."""
    way = SafeString('<p><a href="index.html">Back to the index</a></p>') if back else ""
    text = format_html(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="{}"><title>{}</title><style>{}</style></head><body><main>{}<h1>{}</h1>{}</main></body></html>\n',
        NO_OUTSIDE, title, SafeString(STYLE), way, title, body,
    )  # fmt: skip
    return text.encode()


def joined(parts: Iterable[object], between: str = "") -> SafeString:
    """Pieces one after the other."""
    return format_html_join(between, "{}", ((each,) for each in parts))


def index(made: Contents) -> SafeString:
    """For whom it is and what is in it; by place, then by recommendation, then letters."""
    return joined([opening(made), by_place(made), by_recommendation(made), letters_line(made)])


def opening(made: Contents) -> SafeString:
    """What this is."""
    invented = SafeString("<p><strong>Everything here is invented: it comes from a demonstration.</strong></p>") if made.demonstration else ""
    mission = format_html("<p>Mission: {}</p>", english.name(made.mission)) if made.mission else ""
    counts = [
        english.count(len(made.reports), "report"), english.count(len(made.recommendations), "recommendation"), english.count(len(made.letters), "letter"),
    ]  # fmt: skip
    return format_html(
        "{}<p>Handed over by the National Preventive Mechanism to: {}</p>{}<p>Issued from {} to {}: {}.</p>"
        '<p class="hint">What an authority says and what the mechanism verified are two facts; they stand beside each other. Nothing was translated for this bundle: '
        "where no English exists, the original is shown. manifest.json lists every file with its SHA-256.</p>",
        invented, made.delegation, mission, english.day(made.since), english.day(made.until), ", ".join(counts),
    )  # fmt: skip


def by_place(made: Contents) -> SafeString:
    """Each place with its reports and recommendations."""
    places: dict[Words, tuple[list[ReportPart], list[RecommendationPart]]] = {}
    for report in made.reports:
        places.setdefault(report.place, ([], []))[0].append(report)
    for each in made.recommendations:
        places.setdefault(each.place, ([], []))[1].append(each)
    ordered = sorted(places.items(), key=lambda one: english.name(one[0]).casefold())
    rows = (
        format_html("<section><h3>{}</h3>{}{}</section>", place_name(place), bullets(report_line(each) for each in reports), numbers(found))
        for place, (reports, found) in ordered
    )
    return format_html("<h2>By place</h2>{}", joined(rows)) if places else SafeString("")


def place_name(place: Words) -> SafeString:
    """A place's name in English with the original behind, or the original alone."""
    if not place:
        return SafeString("Place not told")
    original = place.in_(place.source)
    beside = format_html(' <span class="hint" lang="{}">{}</span>', place.source, original) if place.in_(ENGLISH) and original != place.in_(ENGLISH) else ""
    return format_html('<span lang="{}">{}</span>{}', place.best_language(ENGLISH), place.best(ENGLISH), beside)


def bullets(lines: Iterable[object]) -> SafeString:
    """A list, or nothing."""
    told = joined(format_html("<li>{}</li>", each) for each in lines)
    return format_html("<ul>{}</ul>", told) if told else told


def report_line(report: ReportPart) -> SafeString:
    """A report with its documents, and whether there is English in one."""
    visit = f"visit of {english.day(report.began)}" + (f" to {english.day(report.ended)}" if report.ended != report.began else "")
    version = f", version {report.version}" if report.version > 1 else ""
    lack = "" if report.in_english or not report.files else ". No English version of this report exists."
    files = joined(map(file_link, report.files), ", ") if report.files else "its documents were not made"
    return format_html("Report {}{} ({}), issued {}: {}{}", report.number, version, visit, english.day(report.issued_on), files, lack)


def file_link(file: File) -> SafeString:
    """A file that goes along."""
    form = english.FORM.get(file.name.rpartition(".")[2], "file")
    told = f"{form} in {english.tongues(file.languages)}" if file.languages else form
    return format_html('<a href="{}">{}</a>', file.name, told)


def numbers(found: list[RecommendationPart]) -> SafeString:
    """Recommendations as links by number."""
    return format_html("<p>Recommendations: {}</p>", joined(map(number_link, found), ", ")) if found else SafeString("")


def anchor(part: RecommendationPart) -> str:
    """Where a recommendation stands on its page."""
    return f"r-{part.facts.id.hex}"


def number_link(part: RecommendationPart) -> SafeString:
    """The way to a recommendation."""
    return format_html('<a href="recommendations.html#{}">{}</a>', anchor(part), part.facts.number)


def by_recommendation(made: Contents) -> SafeString:
    """One line a recommendation with both axes."""
    if not made.recommendations:
        return SafeString("")
    rows = joined(
        format_html(
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", number_link(each), place_name(each.place), body(each.addressee),
            english.day(each.facts.issued_on), english.WORD.get(each.facts.word, each.facts.word), english.VERIFICATION.get(each.facts.verification, each.facts.verification),
            "English" if each.in_english else english.tongues(each.facts.text.languages),
        )
        for each in made.recommendations
    )  # fmt: skip
    head = "<tr><th>Number</th><th>Place</th><th>Addressee</th><th>Issued</th><th>The authority</th><th>The mechanism verified</th><th>Text in</th></tr>"
    return format_html('<h2>By recommendation</h2><div class="scroll"><table><thead>{}</thead><tbody>{}</tbody></table></div>', SafeString(head), rows)


def letters_line(made: Contents) -> SafeString:
    """The way to the letters."""
    return format_html('<h2>Letters</h2><p><a href="letters.html">{}</a></p>', english.count(len(made.letters), "letter")) if made.letters else SafeString("")


def body(name: Words) -> SafeString:
    """The name of an authority, marked with its language."""
    return format_html('<span lang="{}">{}</span>', name.best_language(ENGLISH), english.name(name))


def both(words: Words) -> SafeString:
    """A text in English beside the original; where there is no English, the original with a word that says so."""
    original = format_html('<div lang="{}"><p class="hint">{}</p><p class="lines">{}</p></div>', words.source, english.tongue(words.source), words.in_(words.source))
    if not words.in_(ENGLISH):
        return format_html('<p class="hint">{}</p>{}', NO_ENGLISH, original)
    if words.source == ENGLISH:
        return original
    stale = " (older than the original, which was changed since)" if ENGLISH in words.stale else ""
    return format_html('<div class="both"><div lang="en"><p class="hint">English{}</p><p class="lines">{}</p></div>{}</div>', stale, words.in_(ENGLISH), original)


def recommendation(part: RecommendationPart) -> SafeString:
    """A recommendation in full: its text, what the authority said, what the mechanism verified."""
    facts = part.facts
    closed = format_html('<p class="lines">{}</p>', facts.closed_because) if facts.closed_because else ""
    state = english.STATE.get(facts.state, facts.state)
    return format_html(
        '<article id="{}"><h2>{}</h2><p>{} · to {} · issued {} · {}</p>{}{}<h3>What the authority says</h3>{}<h3>What the mechanism verified</h3>{}</article>',
        anchor(part), facts.number, place_name(part.place), body(part.addressee), english.day(facts.issued_on), state, closed, both(facts.text),
        said(facts.answers, dict(part.bodies)), verified(facts.verifications),
    )  # fmt: skip


def said(answers: tuple[AnswerFacts, ...], bodies: dict[str, Words]) -> SafeString:
    """The authority's own words, each with its day; never an official's name."""
    if not answers:
        return SafeString("<p>Nothing yet.</p>")
    return AS_WRITTEN + joined(
        format_html(
            '<p>{}: {} {}{}</p><p class="lines">{}</p>', english.day(each.said_on), body(bodies.get(each.authority, Words.of({"en": each.authority}))),
            english.WORD.get(each.word, each.word), f" (letter {each.letter_number})" if each.letter_number else "", each.text,
        )
        for each in answers
    )  # fmt: skip


def verified(found: tuple[VerificationFacts, ...]) -> SafeString:
    """What the mechanism found, each with its day and way."""
    if not found:
        return SafeString("<p>Not verified yet.</p>")
    return AS_WRITTEN + joined(
        format_html(
            '<p>{}: {}, {}</p><p class="lines">{}</p>', english.day(each.verified_on), english.VERIFICATION.get(each.outcome, each.outcome), english.WAY.get(each.way, each.way), each.text,
        )
        for each in found
    )  # fmt: skip


def letters(found: tuple[LetterPart, ...]) -> SafeString:
    """The letters as a table. A scan is as it was received: nobody translated it."""
    rows = joined(
        format_html(
            "<tr><td>{}</td><td>{} {}</td><td>{}</td><td>{}</td></tr>", english.day(each.moved_on), english.DIRECTION[each.direction], body(each.body),
            format_html("No. {} of {}", each.number, english.day(each.dated_on)), letter_more(each),
        )
        for each in found
    )  # fmt: skip
    return format_html('<div class="scroll"><table><thead><tr><th>Day</th><th>With whom</th><th>Letter</th><th>About</th></tr></thead><tbody>{}</tbody></table></div>', rows)


def letter_more(letter: LetterPart) -> SafeString:
    """Which recommendations it is about, and its scan."""
    scan = format_html(" {} (as received, not translated)", file_link(letter.file)) if letter.file else ""
    return format_html("{}{}", ", ".join(letter.about), scan)
