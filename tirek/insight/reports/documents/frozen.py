"""Frozen: a report's values as RFC 8785 bytes and back. The same values have the same bytes, so one digest can be signed.

It knows the values of the model and no row.
"""

import base64
import dataclasses
import json
import types
import typing
from datetime import date, datetime
from functools import cache

from tirek.ground.proof.canonical import canonical
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.documents.model import ReportDocument

FORMAT = "tirek-visit-report/11"
OLDER: dict[str, tuple[str, ...]] = {
    "tirek-visit-report/1": ("kind", "announced"),  # what its visit said besides: why the visit was made, which nobody outside is told
    "tirek-visit-report/2": (),  # it did not know what a correction does with recommendations
    "tirek-visit-report/4": (),  # it did not tell a refusal from a delay
    "tirek-visit-report/5": (),  # it did not know what a correction does with the visit's other records
    "tirek-visit-report/6": (),  # what was said in the closing talk had no place beside its promises
    "tirek-visit-report/7": (),  # it did not say who attached a signed sheet
    "tirek-visit-report/8": (),  # it did not know which findings a correction says in other words
    "tirek-visit-report/9": (),  # it did not know to which version an opinion was given
    "tirek-visit-report/10": (),  # of an urgent measure it did not say when the danger was seen and when the answer came
    "tirek-visit-report/3": (),  # a promise had no parts of its own, and what was written once had no language
}


class NotAReport(ValueError):
    """Bytes that are no frozen report of a format known here."""


def freeze(document: ReportDocument) -> bytes:
    """The report as canonical bytes."""
    return canonical({"format": FORMAT, "report": plain(document)})


def thaw(content: bytes) -> ReportDocument:
    """The report that was frozen, in this format or in an older one; raises NotAReport."""
    stored = json.loads(content)
    written = stored.get("format") if isinstance(stored, dict) else None
    if written != FORMAT and written not in OLDER:
        raise NotAReport(f"These bytes are no report of the format {FORMAT}.")
    for name in OLDER.get(written, ()):
        stored["report"]["visit"].pop(name, None)
    thawed = value(ReportDocument, stored["report"])
    assert isinstance(thawed, ReportDocument)
    return thawed


def plain(value: object) -> object:
    """A frozen value as what canonical JSON knows: objects, lists, text, integers."""
    match value:
        case Words():
            return value.to_json()
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode()
        case tuple():
            return [plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value) if field.init}
    return value


@cache
def _hints(kind: type) -> dict[str, typing.Any]:
    return typing.get_type_hints(kind)


def value(kind: typing.Any, stored: typing.Any) -> object:
    """The inverse of `plain` for a value of that type."""
    if typing.get_origin(kind) is types.UnionType:
        return None if stored is None else value(next(one for one in typing.get_args(kind) if one is not types.NoneType), stored)
    if typing.get_origin(kind) is tuple:
        return tuple(value(typing.get_args(kind)[0], each) for each in stored)
    if kind is Words:
        return Words.of({code: stored["texts"].get(code, "") for code in LANGUAGES}, stored["source"], stored["stale"])
    if kind in (date, datetime):
        return kind.fromisoformat(stored)
    if kind is bytes:
        return base64.b64decode(stored)
    if dataclasses.is_dataclass(kind):
        hints = _hints(typing.cast(type, kind))
        return typing.cast(type, kind)(**{name: value(hints[name], each) for name, each in stored.items()})
    return stored
