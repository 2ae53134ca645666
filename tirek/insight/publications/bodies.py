"""International bodies as an edition of a country: missions, public reports with their steps, recommendations, and threads. It may not know faces.

Only reports that are public are in it. Of the mechanism's own nothing is but the numbers of recommendations that stand in reports it has published itself, and
the way there: neither what an authority says nor what was verified, and no finding.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tirek.followup.international import queries as international
from tirek.followup.international.queries import ParagraphLine, ReportFacts, ReviewFacts, StepFacts, ThreadPart
from tirek.foundation.jurisdictions.queries import report_languages, source, today
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.tongues import language_of
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition

KEY = "country"
FORMAT = "tirek-bodies/1"
Plain = dict[str, Any]


def content(country: str) -> Plain:
    """What the public would be given now. Cost: some queries a recommendation; only who publishes asks."""
    missions = [(each, [one for one in each.reports if one.state == "public"]) for each in international.reviews(by=SYSTEM, country=country)]
    lines = [line for _each, reports in missions for one in reports for line in international.paragraphs(one.id, by=SYSTEM)]
    codes = codes_of(lines)
    threads = {line.id: international.thread(line.id, by=SYSTEM, today=today(country)).parts for line in lines}
    published = published_numbers(country, (one.line.number for parts in threads.values() for part in parts for one in part.national))
    return {
        "format": FORMAT,
        "missions": [mission(each, reports) for each, reports in missions],
        "recommendations": [
            recommendation(line, codes, next(part for part in threads[line.id] if part.paragraph.id == line.id), published) for line in lines
        ],
    }  # fmt: skip


def mission(facts: ReviewFacts, reports: Iterable[ReportFacts]) -> Plain:
    """A mission with its public reports."""
    return {
        "body": facts.body.to_json(), "name": facts.name.to_json(), "year": facts.year, "joint": facts.joint,
        "first_day": day(facts.first_day), "last_day": day(facts.last_day), "reports": [report(each) for each in reports],
    }  # fmt: skip


def report(facts: ReportFacts) -> Plain:
    """A public report with its steps."""
    return {
        "symbol": facts.symbol, "title": facts.title.to_json(), "dated": day(facts.dated), "steps": [step(facts.country, each) for each in facts.steps],
    }  # fmt: skip


def step(country: str, facts: StepFacts) -> Plain:
    """A step with its source in words."""
    said = source(country, facts.source_code).title if facts.source_code else Words.of({language_of(facts.source, report_languages(country)): facts.source})
    return {"state": facts.state, "on": day(facts.on), "by_then": facts.by_then, "source": said.to_json()}


def recommendation(line: ParagraphLine, codes: Mapping[Any, str], part: ThreadPart, published: Mapping[str, str]) -> Plain:
    """A recommendation with what it goes on from and the published recommendations of the mechanism that bear on it."""
    own = [{"number": one.line.number, "issued_on": day(one.line.issued_on), "report": published[one.line.number]} for one in part.national if one.line.number in published]
    return {
        "code": codes[line.id], "symbol": line.symbol, "year": line.year, "number": line.number, "text": line.text.to_json(),
        "follows": [codes[earlier] for earlier, _link in part.goes_on_from if earlier in codes], "own": own,
    }  # fmt: skip


def codes_of(lines: Iterable[ParagraphLine]) -> dict[Any, str]:
    """What a recommendation is called in an address: its symbol and number in small letters, with a number more where two would be called alike."""
    found: dict[Any, str] = {}
    for line in lines:
        plain = re.sub(r"[^a-z0-9]+", "-", f"{line.symbol} {line.number}".casefold()).strip("-") or "recommendation"
        same = sum(1 for each in found.values() if each == plain or re.fullmatch(re.escape(plain) + r"-n\d+", each))
        found[line.id] = f"{plain}-n{same + 1}" if same else plain
    return found


def published_numbers(country: str, numbers: Iterable[str]) -> dict[str, str]:
    """Of these numbers of recommendations those that stand in the newest edition of their report: number -> key of the report. Cost: a query a report."""
    found: dict[str, str] = {}
    for number in sorted(set(numbers)):
        key = number.rpartition("-")[0].replace("/", "-")
        newest = Edition.objects.filter(country=country, kind="report", key=key).order_by("-version").values_list("body", flat=True).first()
        if newest and f'"{number}"' in newest:
            found[number] = key
    return found


def day(on: object) -> str:
    """A day as JSON has it; nothing where it is not known."""
    return str(on) if on else ""


def texts_of(body: Mapping[str, Any]) -> list[str | Words]:
    """The texts that people wrote: sources of steps, names and recommendations."""
    steps = [each["source"] for one in body["missions"] for report in one["reports"] for each in report["steps"]]
    return [Words.from_json(each) for each in (*steps, *(one["text"] for one in body["recommendations"]))]
