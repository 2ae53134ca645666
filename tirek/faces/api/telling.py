"""Editions as plain values for programs. Texts of ours come by language; figures as exact decimal text. It asks no table."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import Frozen, Line, Version
from tirek.insight.publications.telling import worded_checks


def told_line(line: Line) -> dict[str, Any]:
    """An edition in a list."""
    where = reverse("api:edition-version", args=[line.country, line.kind, line.key, line.version.number])
    return {"kind": line.kind, "key": line.key, **told_version(line.version), "origin": line.origin, "address": where}


def told_version(version: Version) -> dict[str, Any]:
    """A version: number, moment, why it differs from the one before."""
    return {
        "version": version.number,
        "published_at": version.published_at.isoformat(),
        "change": version.change or None,
        "note": texts(version.note),
        "withheld": {"since": version.withheld.since.isoformat(), "note": texts(version.withheld.note)} if version.withheld else None,
    }


def told_whole(country: str, kind: str, found: Frozen, replied: bool) -> dict[str, Any]:
    """An edition whole, with the numbers of all versions and whether a reply is shown to it."""
    return {
        "country": country,
        "kind": kind,
        "key": found.key,
        **told_version(found.version),
        "versions": [told_version(each) for each in found.versions],
        "reply_exists": replied,
        "body": found.body,
    }


def told_figures(country: str, found: Frozen, replied: bool) -> dict[str, Any]:
    """The figures of a document's edition, each with its checks in sentences of the active language."""
    checks = worded_checks(found.body["found"])
    shown = [told_figure(claim, [each for each in checks if claim["id"] in each["figures"]]) for claim in found.body["found"]["claims"]]
    return {
        "country": country,
        "document": found.key,
        **told_version(found.version),
        "sha256": found.body["sha256"],
        "language": found.body["found"]["source"]["language"],
        "reply_exists": replied,
        "figures": shown,
    }


def told_figure(claim: Mapping[str, Any], checks: list[dict[str, Any]]) -> dict[str, Any]:
    """One figure: where it stands, what it was read as, what was checked of it."""
    ends = claim["interval"] or [None, None]
    return {
        "id": claim["id"],
        "span": list(claim["span"]),
        "quote": claim["quote"],
        "value": exact(claim["value"]),
        "interval": [exact(end) for end in ends],
        "unit": claim["unit"],
        "hedge": claim["hedge"],
        "of": claim["of"],
        "missing": claim["missing"],
        "period": claim["period"],
        "checks": checks,
    }


def exact(value: float | str | None) -> str | None:
    """A number as decimal text, as it stands in the edition."""
    return None if value is None else str(value)


def texts(words: Words) -> dict[str, str] | None:
    """A text by language."""
    return dict(words.texts) or None
