"""All editions of a country at once, as a stream in bounded memory: CSV for spreadsheets, JSON for programs."""

import hashlib
import json
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response

from tirek.faces.api.answers import not_there, open_to_all, read_only
from tirek.faces.api.asked import country_of
from tirek.faces.api.telling import exact, told_line
from tirek.foundation.jurisdictions.queries import document
from tirek.foundation.ui.cells import MARK, written
from tirek.insight.publications import queries
from tirek.insight.publications.telling import worded_checks
from tirek.insight.publications.words import LIKELY

EDITIONS = ("country", "kind", "key", "version", "published_at", "change", "note", "origin", "reply_exists", "address", "withheld_since", "withheld_note")
FIGURES = (
    "country", "document", "document_title", "publisher", "document_date", "edition", "published_at", "figure", "start", "end", "quote", "value", "low",
    "high", "unit", "hedge", "of", "missing", "from", "to", "verdicts", "reply_exists", "address",
)  # fmt: skip
NOTHING = "null"
Stream = Callable[[str, str], Iterator[bytes]]


def editions_csv(country: str, site: str) -> Iterator[bytes]:
    """One line an edition."""
    yield MARK + written([EDITIONS])
    replied = {kind: queries.replied(kind, country) for kind in queries.KINDS}
    for line, _body in queries.each_whole(country):
        language = translation.get_language() or "en"
        told, note = told_line(line), line.version.note.best(language)
        plain = [country, line.kind, line.key, told["version"], told["published_at"], told["change"], note, line.origin]
        held = [line.version.withheld.since.isoformat(), line.version.withheld.note.best(language)] if line.version.withheld else ["", ""]
        yield written([[*plain, "yes" if line.key in replied[line.kind] else "no", site + told["address"], *held]])


def editions_json(country: str, site: str) -> Iterator[bytes]:
    """Every edition whole, its content as it was frozen; null for one that is withheld."""
    yield f'{{"format": "tirek-editions/1", "country": "{country}", "editions": ['.encode()
    between = "\n"
    for line, body in queries.each_whole(country):
        yield f'{between}{json.dumps(told_line(line), ensure_ascii=False)[:-1]}, "body": {body or NOTHING}}}'.encode()
        between = ",\n"
    yield b"\n]}\n"


def figures_csv(country: str, site: str) -> Iterator[bytes]:
    """One line a figure of the newest edition of each document."""
    yield MARK + written([FIGURES])
    replied = queries.replied("document", country)
    for key in queries.keys_of("document", country):
        found = queries.edition("document", country, key)
        yield written(list(figure_rows(country, found, "yes" if key in replied else "no", site)))


def figure_rows(country: str, found: queries.Frozen, replied: str, site: str) -> Iterator[list[object]]:
    """The lines of a document's figures."""
    one, version, language = document(found.key), found.version, translation.get_language() or "en"
    sure = [each for each in worded_checks(found.body["found"]) if each["reading"] != LIKELY]  # what no word of the text says gives a figure no verdict
    about = [country, found.key, one.title.best(language), one.publisher.best(language), one.dated or one.date_note.best(language)]
    for claim in found.body["found"]["claims"]:
        low, high = claim["interval"] or (None, None)
        days = claim["period"] or {"from": None, "to": None}
        verdicts = " ".join(dict.fromkeys(each["verdict"] for each in sure if claim["id"] in each["figures"]))
        read = [exact(claim["value"]), exact(low), exact(high), claim["unit"], claim["hedge"], claim["of"], claim["missing"], days["from"], days["to"]]
        where = f"{site}/documents/{found.key}/editions/{version.number}/"
        yield [*about, version.number, version.published_at.isoformat(), claim["id"], *claim["span"], claim["quote"], *read, verdicts, replied, where]


FILES: dict[tuple[str, str], tuple[str, Stream]] = {
    ("editions", "csv"): ("text/csv; charset=utf-8", editions_csv),
    ("editions", "json"): ("application/json", editions_json),
    ("figures", "csv"): ("text/csv; charset=utf-8", figures_csv),
}


@read_only
def bulk(request: HttpRequest, country: str, name: str, form: str) -> HttpResponseBase:
    """A country's editions, or the figures of its documents, as one file."""
    if (name, form) not in FILES:
        raise not_there()
    content_type, stream = FILES[name, form]
    replies = sorted((kind, key) for kind in queries.KINDS for key in queries.replied(kind, country_of(country)))
    mark = f"{queries.stamp(country)} {replies} {name}.{form} {translation.get_language()} {request.get_host()}"
    etag = f'"{hashlib.sha256(mark.encode()).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=etag)
    site = request.build_absolute_uri("/").rstrip("/")
    answer = known or (HttpResponse(b"") if request.method == "HEAD" else StreamingHttpResponse(in_language(stream(country, site))))
    told = {"Content-Type": content_type, "ETag": etag, "Content-Disposition": f'attachment; filename="{country}-{name}.{form}"'}
    for header, value in told.items():
        answer.headers[header] = value
    return open_to_all(answer)


def in_language(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The parts, each made in the language that was asked for: the answer goes out after the request's language is gone."""
    language = translation.get_language() or "en"

    def made() -> Iterator[bytes]:
        while True:
            with translation.override(language):
                part = next(parts, None)
            if part is None:
                return
            yield part

    return made()
