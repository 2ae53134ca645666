"""What an edition of a country profile holds: everything that its pages show, as plain JSON. It knows no row and no page."""

from collections.abc import Mapping, Sequence
from typing import Any

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.documents import public
from tirek.foundation.jurisdictions.measures import Break, Indicator
from tirek.ground.rules.words import Words
from tirek.insight.indicators.computing import Comparison, Derived
from tirek.insight.indicators.queries import Line, Profile, Series, ValueFacts
from tirek.insight.publications.passages import NOTHING, Out, without

PROFILE, SERIES = "tirek-profile/1", "tirek-series/1"
AROUND = 200
"""Characters of the text before and after a quoted sentence."""
Plain = dict[str, Any]
Overrides = Mapping[tuple[str, str], str]
"""Reasons for computing over a break, by indicator and break."""


def profile_body(profile: Profile, overrides: Overrides, out: Mapping[str, Out]) -> Plain:
    """A country in a year."""
    lines = [{**definition(each.definition), **stated(each, out), "breaks": broken(profile.country, each.definition.code, overrides, out)} for each in profile.lines]
    return {
        "format": PROFILE, "country": profile.country, "year": profile.year, "definitions": definitions(), "lines": lines,
        "headings": [{"code": one.code, "name": texts(one.name)} for one in packs.headings()],
        "scales": {one.code: {"name": texts(one.name), "steps": [texts(step) for step in one.steps]} for one in packs.scales()},
    }  # fmt: skip


def series_body(country: str, drawn: Sequence[Series], overrides: Overrides, out: Mapping[str, Out]) -> Plain:
    """What is drawn over the years, with the breaks that lie in it and what a fall may mean."""
    return {"format": SERIES, "country": country, "definitions": definitions(), "series": [series_told(country, each, overrides, out) for each in drawn]}


def series_told(country: str, each: Series, overrides: Overrides, out: Mapping[str, Out]) -> Plain:
    """One series."""
    return {
        **definition(each.definition),
        "points": [value_told(point.value, None, out) for point in each.points],
        "breaks": broken(country, each.definition.code, overrides, out),
        "explanations": [texts(one.text) for one in packs.explanations(each.definition.fall or "")],
    }


def broken(country: str, code: str, overrides: Overrides, out: Mapping[str, Out]) -> list[Plain]:
    """The breaks in the series of an indicator, and the reason where somebody overrode one."""
    return [
        {"id": one.id, "on": one.on.isoformat(), "why": texts(one.why), "document": one.document, "quote": quoted(one, out),
         "override": overrides.get((code, one.id), "")}
        for one in packs.breaks(country) if code in one.indicators
    ]  # fmt: skip


def quoted(one: Break, out: Mapping[str, Out]) -> str:
    """The sentence that a break rests on, without what was taken out of its document."""
    quote = public(one.quote)
    return without(quote, out.get(one.document, NOTHING), packs.document_text(one.document).find(quote))


def definitions() -> Plain:
    """The version of every definition: what makes two editions comparable."""
    return {one.code: one.version for one in packs.indicators()}


def definition(one: Indicator) -> Plain:
    """A definition as its page shows it."""
    formula = {"numerator": one.numerator, "denominator": one.denominator, "times": one.times} if one.numerator else None
    return {
        "code": one.code, "heading": one.heading, "name": texts(one.name), "kind": one.kind, "measure": one.measure, "unit": one.unit or "",
        "scale": one.scale or "", "rule": texts(one.rule), "version": one.version, "profile": one.profile, "formula": formula, "series": one.series,
        "cell": [texts(one.row), texts(one.column)] if one.row and one.column else None,
    }  # fmt: skip


def stated(line: Line, out: Mapping[str, Out]) -> Plain:
    """The values of a line and what its formula gives."""
    told = [value_told(one, check, out) for one, check in zip(line.values, line.comparisons, strict=True)]
    return {"values": sorted(told, key=lambda one: (one["document"], one["quote"])), "derived": derived_told(line.derived)}


def value_told(one: ValueFacts, check: Comparison | None, out: Mapping[str, Out]) -> Plain:
    """A value with its sentence and the surroundings of that; contacts and passages that were taken `out` masked."""
    return {
        "code": one.code or str(one.id), "year": one.year, "inferred": texts(one.inferred), "amount": one.amount, "hedge": one.hedge, "currency": one.currency,
        "also": [list(each) for each in one.also], "step": one.step, "said": texts(one.said), "missing": one.missing, "scope": texts(one.scope),
        "remark": texts(one.remark), "document": one.document, "title": texts(one.source_title), "speaker": texts(one.speaker), "retold": texts(one.retold),
        "superseded": one.superseded_year if one.superseded_openly else None, "check": {"verdict": check.verdict, "calculation": check.calculation} if check else None,
        **({"as_of": one.as_of.isoformat()} if one.as_of else {}), **surroundings(one, out),
    }  # fmt: skip


def surroundings(one: ValueFacts, out: Mapping[str, Out]) -> Plain:
    """The quote and the text around it, cut at words; a document of the record only."""
    if not one.document or one.start is None or one.end is None:
        return {"before": "", "quote": public(one.quote), "after": ""}
    text = without(packs.document_text(one.document), out.get(one.document, NOTHING))
    before, after = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND]
    before = before.partition(" ")[2] if one.start > AROUND else before
    after = after.rpartition(" ")[0] if one.end + AROUND < len(text) else after
    return {"before": before.lstrip(), "quote": text[one.start : one.end], "after": after.rstrip()}


def derived_told(derived: Derived | None) -> Plain | None:
    """What a formula gives, with the scopes of what it was computed from."""
    if derived is None:
        return None
    return {
        "numerator": derived.numerator, "denominator": derived.denominator, "times": derived.times, "inferred": derived.inferred,
        "results": [{"amount": one.amount, "currency": one.currency, "rounded": one.rounded} for one in derived.results],
        "scopes": [texts(each) for each in derived.scopes], "scopes_differ": derived.scopes_differ,
    }  # fmt: skip


def origin_of(body: Mapping[str, Any]) -> str:
    """Of the sourced record only where every value is: one that a person entered has no code of a pack."""
    told = {one.id for one in packs.stated_values(body["country"])}
    values = [one for line in body.get("lines", ()) for one in line["values"]] + [one for each in body.get("series", ()) for one in each["points"]]
    return "sourced" if all(one["code"] in told for one in values) else "entered"


def texts(words: Words) -> dict[str, str]:
    """A text a language."""
    return dict(words.texts)
