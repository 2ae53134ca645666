"""International bodies as an edition of a country: missions, public reports with their steps, recommendations, and threads. It may not know faces.

Only reports that are public are in it. Of the mechanism's own nothing is but the numbers of recommendations that stand in reports it has published itself, and
the way there: neither what an authority says nor what was verified, and no finding.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from tirek.followup.international import queries as international
from tirek.followup.international.queries import ParagraphLine, ReportFacts, ReviewFacts, StepFacts, ThreadPart
from tirek.foundation.jurisdictions.queries import report_languages, source, today
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.tongues import language_of
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition

FORMAT = "tirek-bodies/1"
Plain = dict[str, Any]


def content(country: str) -> Plain:
    """What the public would be given now. Cost: 12 queries, however much there is."""
    missions = [(each, [one for one in each.reports if one.state == "public"]) for each in international.reviews(by=SYSTEM, country=country)]
    parts = [each for each in international.all_parts(by=SYSTEM, country=country, today=today(country)) if each.report_state == "public"]
    codes = codes_of(each.paragraph for each in parts)
    keys = {one.id: str(number) for number, one in enumerate((one for _each, reports in missions for one in reports), start=1)}
    published = published_numbers(country, (one.line.number for part in parts for one in part.national))
    return {
        "format": FORMAT,
        "missions": [mission(each, reports, keys) for each, reports in missions],
        "recommendations": [recommendation(each, codes, keys, published) for each in parts],
    }


def mission(facts: ReviewFacts, reports: Iterable[ReportFacts], keys: Mapping[UUID, str]) -> Plain:
    """A mission with its public reports."""
    return {
        "body": facts.body.to_json(), "name": facts.name.to_json(), "year": facts.year, "joint": facts.joint,
        "first_day": day(facts.first_day), "last_day": day(facts.last_day), "reports": [report(each, keys[each.id]) for each in reports],
    }  # fmt: skip


def report(facts: ReportFacts, key: str) -> Plain:
    """A public report with its steps. By `key` its recommendations are found in the edition: not every report has a symbol."""
    return {
        "key": key, "symbol": facts.symbol, "title": facts.title.to_json(), "dated": day(facts.dated), "steps": [step(facts.country, each) for each in facts.steps],
    }  # fmt: skip


def step(country: str, facts: StepFacts) -> Plain:
    """A step with its source in words."""
    said = source(country, facts.source_code).title if facts.source_code else Words.of({language_of(facts.source, report_languages(country)): facts.source})
    return {"state": facts.state, "on": day(facts.on), "by_then": facts.by_then, "source": said.to_json()}


def recommendation(part: ThreadPart, codes: Mapping[Any, str], keys: Mapping[UUID, str], published: Mapping[str, str]) -> Plain:
    """A recommendation with what it goes on from and the published recommendations of the mechanism that bear on it."""
    line = part.paragraph
    own = [{"number": one.line.number, "issued_on": day(one.line.issued_on), "report": published[one.line.number]} for one in part.national if one.line.number in published]
    return {
        "code": codes[line.id], "report": keys[line.report_id], "symbol": line.symbol, "year": line.year, "number": line.number, "text": line.text.to_json(),
        "follows": [codes[earlier] for earlier, _link in part.goes_on_from if earlier in codes], "own": own,
    }  # fmt: skip


def codes_of(lines: Iterable[ParagraphLine]) -> dict[Any, str]:
    """What a recommendation is called in an address: its symbol and number in small letters, with a number more where two would be called alike."""
    found: dict[Any, str] = {}
    alike = Counter[str]()
    for line in lines:
        plain = re.sub(r"[^a-z0-9]+", "-", f"{line.symbol} {line.number}".casefold()).strip("-") or "recommendation"
        found[line.id] = f"{plain}-n{alike[plain] + 1}" if alike[plain] else plain
        alike.update({found[line.id], re.sub(r"-n\d+$", "", found[line.id])})
    return found


def published_numbers(country: str, numbers: Iterable[str]) -> dict[str, str]:
    """Of these numbers of recommendations those that stand in the newest edition of their report: number -> key of the report. Cost: 1 query."""
    keys = {number: number.rpartition("-")[0].replace("/", "-") for number in set(numbers)}
    rows = Edition.objects.filter(country=country, kind="report", key__in=set(keys.values())).order_by("version").values_list("key", "body")
    newest = dict(rows) if keys else {}
    return {number: key for number, key in keys.items() if f'"{number}"' in newest.get(key, "")}


def day(on: object) -> str:
    """A day as JSON has it; nothing where it is not known."""
    return str(on) if on else ""


def texts_of(body: Mapping[str, Any]) -> list[str | Words]:
    """The texts that people wrote: names of bodies and missions, titles, sources of steps, recommendations."""
    names = [each for one in body["missions"] for each in (one["body"], one["name"])]
    reports = [each for one in body["missions"] for each in one["reports"]]
    told = [text for each in reports for text in (each["title"], *(step["source"] for step in each["steps"]))]
    return [Words.from_json(each) for each in (*names, *told, *(one["text"] for one in body["recommendations"]))]
