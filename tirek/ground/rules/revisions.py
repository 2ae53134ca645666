"""Revisions: a short sign of what somebody saw, by which a later save tells whether it is still so.

The same values have the same sign, whoever wrote them and when. It is no secret and no proof; it knows no noun.
"""

import hashlib
import json
from collections.abc import Iterable

from tirek.ground.rules.words import Words

LENGTH = 16


def revision_of(*values: object) -> str:
    """The sign of these values. The ends of lines and the room around a text do not count: a browser changes them by itself."""
    return hashlib.sha256(json.dumps([_plain(each) for each in values], sort_keys=True).encode()).hexdigest()[:LENGTH]


def revised(thing: object, names: Iterable[str]) -> str:
    """The sign of these parts of a thing."""
    return revision_of(*(getattr(thing, name) for name in names))


def _plain(value: object) -> object:
    match value:
        case None | bool() | int():
            return value
        case str():
            return "\n".join(value.splitlines()).strip()
        case Words():
            return [value.source, sorted(value.texts), sorted(value.stale)]
        case list() | tuple():
            return [_plain(each) for each in value]
    return str(value)
