"""What differs between two contents of a published thing: figures and checks of a document one by one, anything else by where it stands. Plain values only."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tirek.insight.publications.figures import read_as
from tirek.insight.publications.words import kind_word

Body = Mapping[str, Any]
LONG = 300


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `what` is a code (figure, check, text, rules, part), `name` says which one; an empty side has nothing there."""

    what: str
    name: str
    before: str
    after: str


def digest(version: int, body: Body) -> str:
    """What a page carries of what it showed: the version that stood, and what would come after it."""
    return hashlib.sha256(f"{version} {json.dumps(body, ensure_ascii=False, sort_keys=True)}".encode()).hexdigest()


def differences(before: Body, after: Body) -> tuple[Difference, ...]:
    """All that differs, in the order of the text or of the parts."""
    if "found" not in before or "found" not in after:
        return tuple(_parts(before, after, ""))
    return (*_plain(before, after), *_figures(before, after), *_checks(before, after))


def _plain(before: Body, after: Body) -> Iterator[Difference]:
    """A document's text, the rules that read it, the remarks on its reading."""
    if before.get("text") != after.get("text"):
        yield Difference("text", "", "", "")
    if before.get("rules") != after.get("rules"):
        yield Difference("rules", "", str(before.get("rules", ""))[:12], str(after.get("rules", ""))[:12])
    if before.get("notes") != after.get("notes"):
        yield Difference("part", "notes", ", ".join(before.get("notes", ())), ", ".join(after.get("notes", ())))


def _figures(before: Body, after: Body) -> Iterator[Difference]:
    """Figures by their stretch of the text."""
    old, new = ({tuple(claim["span"]): claim for claim in body["found"]["claims"]} for body in (before, after))
    for span in sorted({*old, *new}):
        was, now = old.get(span), new.get(span)
        if was is None or now is None or _told(was) != _told(now):
            yield Difference("figure", (now or was or {})["quote"], _read(was), _read(now))


def _read(claim: Body | None) -> str:
    return read_as(claim) if claim else ""


def _told(claim: Body) -> Body:
    """A figure without its number in the list."""
    return {name: value for name, value in claim.items() if name != "id"}


def _checks(before: Body, after: Body) -> Iterator[Difference]:
    """Checks by their kind and the stretches of their figures."""
    old, new = ({_key(check, body): check for check in body["found"]["checks"]} for body in (before, after))
    for key in sorted({*old, *new}):
        was, now = old.get(key), new.get(key)
        sides = tuple(f"{each['calculation']}" if each else "" for each in (was, now))
        if was is None or now is None or (was["verdict"], sides[0]) != (now["verdict"], sides[1]):
            yield Difference("check", kind_word((now or was or {})["kind"]), *sides)


def _key(check: Body, body: Body) -> tuple[str, tuple[tuple[int, ...], ...]]:
    spans = {claim["id"]: tuple(claim["span"]) for claim in body["found"]["claims"]}
    return check["kind"], tuple(spans.get(key, ()) for key in check["claims"])


def _parts(before: Any, after: Any, where: str) -> Iterator[Difference]:
    """Any content, down to where it differs."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in sorted({*before, *after}):
            yield from _parts(before.get(name), after.get(name), f"{where} › {name}" if where else str(name))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (was, now) in enumerate(zip(before, after, strict=True), 1):
            yield from _parts(was, now, f"{where} {number}")
    elif before != after:
        yield Difference("part", where, _short(before), _short(after))


def _short(value: Any) -> str:
    """A value in one line."""
    told = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return told if len(told) <= LONG else f"{told[:LONG]}…"
